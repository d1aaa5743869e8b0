"""The missing facts: those whose absence leaves a slot or a decision open in three values.

`lawc.meaning.missing` says the same of the checked form. Which of the facts matter follows from
the completions of a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.runtime.engine.law import Decision, Law, Ref, Rule, Slot
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.tables import Table
from lawc.runtime.reasons import where

Paths = tuple[str, ...]


def missing(law: Law, table: Table, number: int) -> Paths:
    """Return the paths of the unknown facts that leave a slot unknown, as they are met."""
    if table.own[number] is not None:
        return ()
    paths = table.missing.get(number)
    if paths is None:
        slot = law.kinds[table.kind].slots[number]
        paths = table.missing[number] = _missing_paths(law, table, slot)
    return paths


def missing_at(law: Law, table: Table, ref: Ref) -> Paths:
    """Return the missing facts of a slot, as it is seen from a thing."""
    depth, number = ref
    return missing(law, table.up(depth) if depth else table, number)


def _missing_paths(law: Law, table: Table, slot: Slot) -> Paths:
    match slot.op:
        case "fact":
            return (where(table.path, slot.detail),)
        case "day":
            return (slot.detail,)
        case "above":
            depth, number = slot.detail
            return missing(law, table.up(depth), number)
        case "under" if table.own[slot.of[0]] is not None:  # recorded, but not finely enough
            fact = law.kinds[table.kind].slots[slot.of[0]]
            return (where(table.path, fact.detail),)
        case "some" | "every" | "count" | "sum":
            return _of_members(law, table, *slot.detail[-2:])
        case "quantity":
            return united(
                missing(law, table, part)
                for now, value in zip(slot.of[::2], slot.of[1::2], strict=True)
                for part in (now, value)
                if part == now or table.own[now] is not False
            )
        case "by_case":
            return united(_of_cases(law, table, slot))
        case "decided":
            return rests_on(law, law.decisions[slot.detail], table)
        case _:
            own = table.own
            return united([missing(law, table, part) for part in slot.of if own[part] is None])


def _of_cases(law: Law, table: Table, slot: Slot) -> Iterator[Paths]:
    for test, then in zip(slot.of[::2], slot.of[1::2], strict=False):
        yield missing(law, table, test)
        if table.own[test] is not False:
            yield missing(law, table, then)
        if table.own[test] is True:
            return
    if len(slot.of) % 2:
        yield missing(law, table, slot.of[-1])


def united(several: Iterable[Paths]) -> Paths:
    """Return paths, each once, as they are met."""
    together: dict[str, None] = {}
    only: Paths = ()
    for paths in several:
        if not paths or paths is only:
            continue
        if not together and not only:
            only = paths
            continue
        if not together:
            together = dict.fromkeys(only)
        together.update(dict.fromkeys(paths))
    return tuple(together) if together else only


def _of_members(law: Law, table: Table, kind: str, number: int | None) -> Paths:
    members = table.members(law.kinds[kind])
    if members is None:
        return (where(table.path, law.kinds[kind].field),)
    if number is None:
        return ()
    return united([missing(law, member, number) for member in members])


def rests_on(law: Law, decision: Decision, table: Table) -> Paths:
    """Return the unknown facts that an open decision rests on.

    The fact on which the most open rules rest comes first; ties keep the order of the law.
    """
    key = (table.path, decision.key)
    paths = table.memo.needed.get(key)
    if paths is None:
        counts: dict[str, int] = {}
        for paths_ in _by_rule(law, decision, table):
            for path in paths_:
                counts[path] = counts.get(path, 0) + 1
        paths = tuple(sorted(counts, key=counts.__getitem__, reverse=True))  # ties stay
        table.memo.needed[key] = paths
    return paths


def rests_on_any(law: Law, decision: Decision, table: Table) -> bool:
    """Return whether an open decision rests on an unknown fact."""
    return any(_by_rule(law, decision, table))


def _by_rule(law: Law, decision: Decision, table: Table) -> Iterator[Paths]:
    """Yield the missing facts of each open rule that could change the decision, each once."""
    line = law.kinds[decision.kind].line
    further: dict[int, list[Ref]] = {}  # of what it gives, by the place of the rule
    for place in making_of(law, decision, table).open:
        giving = decision.givings[place]
        refs = further.setdefault(giving.rule.place, [])
        refs += [ref for ref in (giving.when, giving.value) if ref is not None]
    waiting, live = [*further], set[int]()
    while waiting:
        number = waiting.pop()
        if number not in live:
            live.add(number)
            for place in law.rules[number].by:
                by = law.rules[place]
                if place not in live and _at(table, line, by.kind).value(by.applies) is None:
                    waiting.append(place)
    for number in sorted(live):
        rule = law.rules[number]
        several = _of_version(law, _at(table, line, rule.kind), rule)
        several += [missing_at(law, table, ref) for ref in further.get(number, ())]
        yield united(several)


def _at(table: Table, line: tuple[str, ...], kind: str) -> Table:
    """Return the table of a thing of a kind, which is that of a table or stands above it."""
    return table if kind == line[0] else table.up(line.index(kind))


def _of_version(law: Law, table: Table, rule: Rule) -> list[Paths]:
    if rule.force is None:
        return [missing_at(law, table, rule.condition)]
    paths = [missing_at(law, table, rule.force)]
    if table.value(rule.force) is not False:
        paths.append(missing_at(law, table, rule.condition))
    return paths
