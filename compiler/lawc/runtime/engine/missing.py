"""The missing facts: those whose absence leaves a slot or a decision open in three values.

`lawc.meaning.missing` says the same of the checked form. Which of the facts matter follows from
the completions of a case.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.runtime.engine.law import Decision, Law, Ref, Rule, Slot
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.tables import Table
from lawc.runtime.reasons import where

Paths = tuple[str, ...]


def missing(law: Law, table: Table, number: int) -> Paths:
    """Return the paths of the unknown facts that leave a slot unknown, as they are met."""
    if table.own[number] is not None:
        return ()
    key = (table.path, number)
    paths = table.memo.missing.get(key)
    if paths is None:
        slot = law.kinds[table.kind].slots[number]
        paths = table.memo.missing[key] = tuple(dict.fromkeys(_missing_paths(law, table, slot)))
    return paths


def missing_at(law: Law, table: Table, ref: Ref) -> Paths:
    """Return the missing facts of a slot, as it is seen from a thing."""
    return missing(law, table.up(ref.depth), ref.number)


def _missing_paths(law: Law, table: Table, slot: Slot) -> Iterator[str]:
    match slot.op:
        case "fact":
            yield where(table.path, slot.detail)
        case "day":
            yield slot.detail
        case "above":
            depth, number = slot.detail
            yield from missing(law, table.up(depth), number)
        case "under" if table.own[slot.of[0]] is not None:  # recorded, but not finely enough
            fact = law.kinds[table.kind].slots[slot.of[0]]
            yield where(table.path, fact.detail)
        case "some" | "every" | "count" | "sum":
            yield from _of_members(law, table, *slot.detail[-2:])
        case "quantity":
            for now, value in zip(slot.of[::2], slot.of[1::2], strict=True):
                yield from missing(law, table, now)
                if table.own[now] is not False:
                    yield from missing(law, table, value)
        case "by_case":
            yield from _of_cases(law, table, slot)
        case "decided":
            yield from rests_on(law, law.decisions[slot.detail], table)
        case _:
            for part in slot.of:
                yield from missing(law, table, part)


def _of_cases(law: Law, table: Table, slot: Slot) -> Iterator[str]:
    for test, then in zip(slot.of[::2], slot.of[1::2], strict=False):
        yield from missing(law, table, test)
        if table.own[test] is not False:
            yield from missing(law, table, then)
        if table.own[test] is True:
            return
    if len(slot.of) % 2:
        yield from missing(law, table, slot.of[-1])


def _of_members(law: Law, table: Table, kind: str, number: int | None) -> Iterator[str]:
    members = table.members(law.kinds[kind])
    if members is None:
        yield where(table.path, law.kinds[kind].field)
    elif number is not None:
        for member in members:
            yield from missing(law, member, number)


def rests_on(law: Law, decision: Decision, table: Table) -> Paths:
    """Return the unknown facts that an open decision rests on.

    The fact on which the most open rules rest comes first; ties keep the order of the law.
    """
    key = (table.path, decision.key)
    paths = table.memo.needed.get(key)
    if paths is None:
        counts: dict[str, int] = {}
        for paths_ in _by_rule(law, decision, table):
            for path in dict.fromkeys(paths_):
                counts[path] = counts.get(path, 0) + 1
        paths = tuple(sorted(counts, key=lambda path: -counts[path]))
        table.memo.needed[key] = paths
    return paths


def _by_rule(law: Law, decision: Decision, table: Table) -> Iterator[Paths]:
    """Yield the missing facts of each open rule that could change the decision."""
    line = law.kinds[decision.kind].line
    open_ = [decision.givings[place] for place in making_of(law, decision, table).open]
    live: dict[int, Rule] = {}
    waiting = [giving.rule for giving in open_]
    while waiting:
        rule = waiting.pop()
        if rule.place not in live:
            live[rule.place] = rule
            for place in rule.by:
                by = law.rules[place]
                if table.up(line.index(by.kind)).value(by.applies) is None:
                    waiting.append(by)
    for place in sorted(live):
        rule = live[place]
        at = table.up(line.index(rule.kind))
        paths = [*_of_version(law, at, rule)]
        for giving in open_:
            if giving.rule is rule:
                for ref in (giving.when, giving.value):
                    if ref is not None:
                        paths += missing_at(law, table, ref)
        yield tuple(paths)


def _of_version(law: Law, table: Table, rule: Rule) -> Iterator[str]:
    now = None if rule.force is None else table.value(rule.force)
    if rule.force is not None:
        yield from missing_at(law, table, rule.force)
    if rule.force is None or now is not False:
        yield from missing_at(law, table, rule.condition)
