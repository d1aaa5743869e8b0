"""A law as functions: what one that is run for many cases is turned into."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from itertools import chain
from typing import Any, TypeAlias

from lawc.runtime.engine.conditions import Asked, Condition, Line, Looked, Paths
from lawc.runtime.engine.lists import Columns, Group, OfMembers, Some
from lawc.runtime.engine.rules import Applies, Rule, Seen
from lawc.runtime.engine.sight import Sight
from lawc.runtime.engine.source import Piece, Source
from lawc.runtime.logic import NOTHING, known
from lawc.runtime.values import share_up

_Value: TypeAlias = Callable[[Line], Any]
_Look: TypeAlias = Callable[[Line, Paths], Looked]


def compile_law(asked: Iterable[Asked], sights: Iterable[Sight]) -> None:
    """Make functions of all that is `asked`, of members of lists as well, and of the rules."""
    waiting = list(asked)
    while waiting:
        one = waiting.pop()
        one.value, one.look = _of_condition(one.condition)
        for part in within(one.condition):
            if isinstance(part, OfMembers):
                waiting += part.asked
    for sight in sights:
        sight.look = _of_rules(sight.rules)


def within(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and its parts, and their parts, and so on."""
    yield condition
    for part in condition.parts:
        yield from within(part)


def _of_condition(condition: Condition) -> tuple[_Value, _Look]:
    """Return `value` and `look` of a condition."""
    source = Source()
    piece = source.piece(condition)
    missing = list(source.missing(piece, "missing"))
    value = [*source.things(), f"return {piece.text}"]
    look = [
        *source.things(),
        f"found = {piece.text}",
        "if found is not None:",
        "    return found, ()",
        "missing = []",
        *missing,
        "return None, tuple(missing)",
    ]
    return function(source, "line", value), function(source, "line, paths", look)


def _of_rules(rules: tuple[Rule, ...]) -> Callable[[Line, Paths], Seen]:
    """Return `see` of some rules and all that displace them.

    In the function `c1` is whether the condition of a rule holds, `m1` what is missing of it,
    `a1` whether the rule applies; `b1` whether one of several rules applies. `x` and such a
    name is what leaves it open whether that rule applies, or one of those.
    """
    source = Source()
    source.uses, source.members = {}, {}
    names = {rule: str(place) for place, rule in enumerate(rules)}
    asked = {rule: _asked(rule, names) for rule in rules}
    told = _told(one for some in asked.values() for one in some)
    told_of = {rule for one in told for rule in one.rules}
    rests_on = {
        rule: [by for one in (rule.by, *asked[rule]) for by in one.rules] for rule in rules
    }
    several: dict[Applies, str] = {}
    lines: list[str] = []
    for rule in TopologicalSorter(rests_on).static_order():
        for one in (*asked[rule], rule.by):
            if one.rules and one not in several:
                several[one] = source.name("b")
                lines += _one_of_several(one, several[one], names, told=one in told)
                if one in told:
                    source.applying[one] = several[one]
        told_rule = rule in told_of
        lines += _rule(source, rule, names[rule], several.get(rule.by), told=told_rule)
    uses = [
        f"{name}, w{name} = {source.constant(one.look)}(line[{depth}:], paths[{depth}:])"
        for (depth, one), name in source.uses.items()
    ]
    lists = [
        f"{', '.join([*of.values(), *(f'w{one}' for one in of.values())])} ="
        f" {source.constant(_together(group, tuple(of)).look)}(line, paths)"
        for group, of in source.members.items()
    ]
    truths, missing = ("".join(f"{letter}{n}, " for n in names.values()) for letter in "am")
    whole = [*source.things(), *uses, *lists, *lines, f"return ({truths}), ({missing})"]
    found: Callable[[Line, Paths], Seen] = function(source, "line, paths", whole)
    return found


def _together(group: Group, of: tuple[OfMembers, ...]) -> Columns:
    """Return conditions on the members of one list, made so that each member is seen once."""
    source = Source()
    lines: list[str] = []
    for place, part in enumerate([part for one in of for part in one.asked]):
        lines += _looked(source, source.piece(part.condition), f"c{place}", f"m{place}")
    places = range(len(of))
    found = "".join([f"c{place}, " for place in places] + [f"m{place}, " for place in places])
    last = [f"return ({found})"]
    row = function(source, "line, paths", [*source.things(), *lines, *last])
    folds = [fold for place, one in enumerate(of) for fold in _folded(source, one, place)]
    return Columns(group, len(of), row, function(source, found, [*folds, *last]))


def _folded(source: Source, one: OfMembers, place: int) -> Iterator[str]:
    """Yield statements that make of columns the value of a condition, and what is missing."""
    if isinstance(one, Some) and one.number == 1:
        yield f"c{place} = True if True in c{place} else None if None in c{place} else False"
    else:
        yield f"c{place} = {source.constant(one.made)}(c{place}, len(c{place}))"
    yield f"m{place} = () if c{place} is not None else joined(*m{place})"


def _looked(source: Source, piece: Piece, found: str, missing: str) -> Iterator[str]:
    """Yield statements that put into names a condition, and what is missing, once each."""
    if piece.looked:
        yield f"{found}, {missing} = {piece.text}, w{piece.text}"
        return
    yield f"{found}, {missing} = {piece.text}, ()"
    yield f"if {found} is None:"
    yield f"    {missing} = []"
    for line in source.missing(piece, missing):
        yield f"    {line}"
    if source.repeats(piece):
        yield f"    {missing} = once({missing})"


def _asked(rule: Rule, among: Container[Rule]) -> list[Applies]:
    """Return the conditions on whether rules apply that a rule itself has."""
    return [
        part
        for part in within(rule.version.part.condition)
        if isinstance(part, Applies) and all(one in among for one in part.rules)
    ]


def _told(asked: Iterable[Applies]) -> set[Applies]:
    """Return those of which it may be asked what leaves them open."""
    found, waiting = set[Applies](), list(asked)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [rule.by for rule in one.rules]
    return found


def _one_of_several(
    one: Applies, name: str, names: Mapping[Rule, str], *, told: bool
) -> Iterator[str]:
    each = [f"a{names[rule]}" for rule in one.rules]
    true, open_ = " or ".join(each), " or ".join(f"{a} is None" for a in each)
    yield f"{name} = True if {true} else None if {open_} else False"
    if told:
        yield f"x{name} = joined({', '.join(f'x{names[rule]}' for rule in one.rules)})"


def _rule(source: Source, rule: Rule, n: str, by: str | None, *, told: bool) -> Iterator[str]:
    if rule.version.day is None:
        piece = source.truth(rule.version.part.condition)
        yield from _looked(source, piece, f"c{n}", f"m{n}")
    else:
        yield f"c{n}, m{n} = {source.constant(rule.look)}(line, paths)"
        yield f"m{n} = once(m{n})"
    displaced = f" if c{n} is False or {by} is False else False if {by} else None"
    yield f"a{n} = c{n}{displaced if by else ''}"
    if told:
        all_ = f"(*m{n}, *x{by})" if by else f"m{n}"
        yield f"x{n} = () if a{n} is not None else {all_}"


def _joined(*several: Iterable[str]) -> Paths:
    return tuple(dict.fromkeys(chain.from_iterable(several)))


def _once(several: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(several))


def function(source: Source, parameters: str, lines: list[str]) -> Any:
    """Return the function of some statements; those of one source share its objects."""
    body = "".join(f"    {line}\n" for line in lines)
    names = source.constants
    names.update(NOTHING=NOTHING, known=known, joined=_joined, once=_once, share_up=share_up)
    exec(compile(f"def made({parameters}):\n{body}", "<law>", "exec"), names)  # noqa: S102 - our own words
    return names.pop("made")
