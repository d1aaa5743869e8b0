"""Conditions as Python expressions.

The objects of `conditions` say what a condition comes to, part by part. Where a law is run for
many cases, most of the time goes into getting from part to part; one expression needs none
of it:

    False if (v1 := t0.held) is False or (v2 := k3(t1)) is False
    else True if v1 and v2 else None

What has no short form here stays a call of its object. A condition that is unknown has looked
at all its parts, so what is missing of it is read off the names that they were put into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple

from lawc.runtime import logic
from lawc.runtime.engine import literals
from lawc.runtime.engine.conditions import (
    Absent,
    All,
    AnyOf,
    AtLeast,
    Compared,
    Computed,
    Condition,
    Day,
    Fact,
    Kept,
    Literal,
    Moved,
    Not,
    OneOf,
    Under,
    leaves,
)
from lawc.runtime.engine.defined import Defined, Meaning, Use, Version
from lawc.runtime.engine.lists import Every, Group, OfMembers, Some
from lawc.runtime.engine.rules import Applies, Decided, Decision
from lawc.runtime.lookups import Latest
from lawc.runtime.reasons import Head, Rests

_ORDERED = {lt, le, ge, gt}
_SIGNS = {lt: "<", le: "<=", eq: "==", ne: "!=", ge: ">=", gt: ">"}
# what `lawc.runtime.logic` computes, of names that have values
_FORMULAS: dict[Callable[..., Any], Callable[[list[str]], str]] = {
    logic.total: " + ".join,
    logic.product: " * ".join,
    logic.largest: lambda names: f"max(({', '.join(names)},))",
    logic.smallest: lambda names: f"min(({', '.join(names)},))",
    logic.less: " - ".join,
    logic.days_between: lambda names: "({1} - {0}).days".format(*names),
    literals.share_up: lambda names: f"share_up({', '.join(names)})",
}
_DEEPEST = 12  # conditions in one another: Python refuses expressions with 200 open brackets
# what always has a value, or one that is unknown
_NEVER_NOTHING = (
    Absent, All, AnyOf, Applies, AtLeast, Compared, Day, Every, Fact, Literal, Not, Some
)  # fmt: skip
_SHORT = 12  # leaves that are looked at again sooner than what they came to is remembered


def named(attribute: str) -> str:
    """Return a name that stands in the data of a law, which is to be no more than that."""
    if not attribute.isidentifier():
        raise ValueError(attribute)
    return attribute


class Piece(NamedTuple):
    """An expression, of which condition, and the names that it puts the parts into.

    `up` is how far above the thing stands that it is asked of. Where it was `looked` at
    beforehand, the expression is a name, and `w` and that name is what is missing.
    """

    text: str
    condition: Condition
    up: int = 0
    parts: tuple[tuple[str, Piece], ...] = ()
    looked: bool = False


class Source:
    """Expressions over the things of a `line`, and the objects that they name."""

    def __init__(self) -> None:
        self.constants: dict[str, Any] = {}
        # the names of what was found out already; of decisions, a pair that begins with `Made`
        self.applying: dict[Applies, str] = {}
        self.decided: dict[Decision, str] = {}
        self.speaks_of: list[str] = []  # those of decisions that were used, as they come
        # what is looked at once, beforehand: by concept and by list, if it is gathered
        self.uses: dict[tuple[int, Defined], str] | None = None
        self.members: dict[Group, dict[OfMembers, str]] | None = None
        self._depths: set[int] = set()
        self._days = False
        self._names = 0

    def name(self, letter: str) -> str:
        """Return a name that nothing has yet."""
        self._names += 1
        return f"{letter}{self._names}"

    def constant(self, found: Any) -> str:
        """Return the name of an object."""
        name = self.name("k")
        self.constants[name] = found
        return name

    def read(self, depth: int, attribute: str) -> str:
        """Return what is read of the thing that stands `depth` above."""
        return f"{self.thing(depth)}.{named(attribute)}"

    @property
    def above(self) -> bool:
        """Whether things are read that stand above."""
        return any(self._depths)

    def day(self, attribute: str) -> str:
        """Return what is read of the days that the case is decided for."""
        self._days = True
        return f"days.{named(attribute)}"

    def things(self) -> list[str]:
        """Return the statements that give names to what is read: the things, and the days."""
        things = [f"t{depth} = line[{depth}]" for depth in sorted(self._depths)]
        return [*things, "days = line[-1].days"] if self._days else things

    # --- values ---

    def truth(self, condition: Condition, deep: int = 0, up: int = 0) -> Piece:
        """Return an expression of a condition that is True, False or None."""
        piece = self.piece(condition, deep, up)
        if not _may_be_nothing(condition):
            return piece
        return piece._replace(text=f"known({piece.text})", looked=False)

    def piece(self, condition: Condition, deep: int = 0, up: int = 0) -> Piece:
        """Return an expression of the value, in brackets where it needs them.

        `deep` is in how many conditions it stands; `up` how far above the thing stands that
        it is asked of.
        """
        match condition:
            case Literal() | Fact() | Day():  # at any depth: a literal is bound to no name
                return self._leaf(condition, up)
            case _ if deep > _DEEPEST:
                return self._called(condition, up)
            case Kept(parts=(part,)) if leaves(part) <= _SHORT:
                return self.piece(part, deep, up)
            case Applies() if condition in self.applying:
                return Piece(self.applying[condition], condition, up)
            case Decided(depth=depth, decision=decision) if (
                depth + up == 0 and decision in self.decided
            ):
                self.speaks_of.append(self.decided[decision])
                return Piece(f"spoken_of({self.decided[decision]}[0][0])", condition, up)
            case Use(defined=Defined(versions=(Version(day=None, part=part),))) if (
                leaves(part.condition) <= _SHORT
            ):
                return self._meant(condition, part.condition, deep, up)
            case Use(depth=depth, defined=defined) if self.uses is not None:
                name = self.uses.setdefault((depth + up, defined), self.name("u"))
                return Piece(name, condition, up, looked=True)
            case OfMembers(group=group, asked=(_,)) if self.members is not None and not up:
                of_group = self.members.setdefault(group, {})
                name = of_group.setdefault(condition, self.name("s"))
                return Piece(name, condition, looked=True)
            case All() | AnyOf() | Not() | OneOf() | Under() | Moved() | Computed():
                return self._of_parts(condition, deep, up)
            case Compared() if not any(map(_may_be_nothing, condition.parts)):
                return self._compared(condition, deep, up)
            case _:
                return self._called(condition, up)

    def _leaf(self, condition: Literal | Fact | Day, up: int) -> Piece:
        match condition:
            case Literal(said=bool(said)):
                return Piece(str(said), condition)
            case Literal(said=said):
                return Piece(self.constant(said), condition)
            case Fact(depth=depth, assumed=None, attribute=attribute):
                return Piece(self.read(depth + up, attribute), condition, up)
            case Fact(depth=depth, assumed=assumed):
                text = f"{self.constant(assumed)}({self.thing(depth + up)})"
                return Piece(text, condition, up)
            case Day(attribute=attribute):
                return Piece(self.day(attribute), condition, up)

    def _compared(self, condition: Compared, deep: int, up: int) -> Piece:
        match condition.parts:
            case Moved(parts=(Fact(),)) as moved, Day() as day if condition.test in _ORDERED:
                return self._reached(condition, moved, day, up)
            case _:
                return self._of_parts(condition, deep, up)

    def thing(self, depth: int) -> str:
        """Return the name of the thing that stands `depth` above."""
        self._depths.add(depth)
        return f"t{depth}"

    def _called(self, condition: Condition, up: int) -> Piece:
        return Piece(f"{self.constant(condition.value)}({_above('line', up)})", condition, up)

    def _meant(self, use: Use, part: Condition, deep: int, up: int) -> Piece:
        """Return what a concept means, unless it is supplied as established."""
        depth, concept = use.depth + up, isinstance(use.defined, Meaning)
        piece = (self.truth if concept else self.piece)(part, deep + 1, depth)
        supplied, name = self.read(depth, use.defined.attribute), self.name("v")
        text = f"({name} if ({name} := {supplied}) is not None else {piece.text})"
        if _said(piece):  # the law says it, but another value may be supplied
            return Piece(text, use, up)
        return piece._replace(text=text, looked=False)

    def _of_parts(self, condition: Condition, deep: int, up: int) -> Piece:
        """Return an expression that puts each part into a name as it comes to it."""
        parts = [self._let(one, deep + 1, up) for one in condition.parts]
        match condition:
            case All():
                stops = [_fails(let, name, piece) for let, name, piece in parts]
                text = settled("False", stops, "True", [name for _, name, _ in parts])
            case AnyOf():
                stops = [f"{let} is True" for let, _, _ in parts]
                fails = [f"({_fails(name, name, piece)})" for _, name, piece in parts]
                text = settled("True", stops, "False", fails)
            case Not():
                ((let, name, piece),) = parts
                fail = _fails(name, name, piece)
                text = f"False if {let} is True else True if {fail} else None"
            case OneOf(values=values):
                ((let, name, piece),) = parts
                found = f"{name} in {self.constant(values)}"
                text = f"{name} if {_gap(let, name, piece)} else {found}"
            case Under(known=known) | Moved(known=known):
                ((let, name, piece),) = parts
                found = f"{self.constant(known)}[{name}]"
                text = f"{name} if {_gap(let, name, piece)} else {found}"
            case Computed(compute=compute) if compute in _FORMULAS:
                text = self._formula(compute, parts)
            case Computed(compute=compute):
                given = ", ".join(let for let, _, _ in parts)
                text = f"{self.constant(compute)}({given})"
            case Compared(test=test):
                # both are looked at, for what is missing of the second as well
                gaps = [f"({let} is None)" for let, _, piece in parts if not _said(piece)]
                (_, left, _), (_, right, _) = parts
                found = f"{left} {_SIGNS[test]} {right}"
                text = f"None if {' | '.join(gaps)} else {found}" if gaps else found
            case _:
                raise AssertionError(condition)
        named = [(name, piece) for _, name, piece in parts if not _said(piece)]
        return Piece(f"({text})", condition, up, tuple(named))

    def _reached(self, condition: Compared, moved: Moved, day: Day, above: int) -> Piece:
        """Return whether a day and some time are past, by the latest day of which that holds.

        That is one comparison of days; the latest is looked up by the day decided for.
        """
        start, begun, of_start = self._let(moved.parts[0], 0, above)
        end, ended, of_end = self._let(day, 0, above)
        strict = condition.test in (lt, ge)
        period, up, before = moved.move
        latest = Latest(period, month_end_up=up, before=before, strict=strict)
        sign = "<=" if condition.test in (lt, le) else ">"
        text = (
            f"(None if ({start} is None) | ({end} is None)"
            f" else {begun} {sign} {self.constant(latest)}[{ended}])"
        )
        return Piece(text, condition, above, ((begun, of_start), (ended, of_end)))

    def _formula(self, compute: Callable[..., Any], parts: list[tuple[str, str, Piece]]) -> str:
        """Return a formula; the value of nothing is nothing, even if another is unknown."""
        names = [name for _, name, _ in parts]
        lets = [f"({let} is NOTHING)" for let, _, piece in parts if not _said(piece)]
        gaps = [f"{name} is None" for _, name, piece in parts if not _said(piece)]
        found = _FORMULAS[compute](names)
        unknown = f"None if {' or '.join(gaps)} else " if gaps else ""
        return f"NOTHING if {' | '.join(lets)} else {unknown}{found}" if lets else found

    def _let(self, condition: Condition, deep: int, up: int) -> tuple[str, str, Piece]:
        """Return the value of a part put into a name, and the name."""
        piece = self.piece(condition, deep, up)
        if piece.text.isidentifier():
            return piece.text, piece.text, piece
        name = self.name("v")
        return f"({name} := {piece.text})", name, piece

    # --- what is missing ---

    def missing(self, piece: Piece, into: str) -> Iterator[str]:
        """Yield the statements that add to a list what is missing of an unknown condition."""
        match piece.condition:
            case Fact() as fact:
                yield f"{into}.append({self._path(fact, piece.up)})"
            case Under(parts=(Fact() as part,)):
                yield f"{into}.append({self._path(part, piece.up)})"
            case Applies() as applies if applies in self.applying:
                yield f"{into} += x{self.applying[applies]}"
            case _ if piece.looked:
                yield f"{into} += w{piece.text}"
            case condition if piece.parts:
                for name, of in piece.parts:
                    yield f"if {name} is None:"
                    for line in self.missing(of, into):
                        yield f"    {line}"
            case condition:
                line, paths = _above("line", piece.up), _above("paths", piece.up)
                yield f"{into} += {self.constant(condition.look)}({line}, {paths})[1]"

    def repeats(self, piece: Piece) -> bool:
        """Tell whether a fact may be missing twice of what the statements of a piece name."""
        named = list(_named(piece))
        return None in named or len(set(named)) < len(named)

    def _path(self, fact: Fact, up: int) -> str:
        return f"{self.constant(fact.paths)}[paths[{fact.depth + up}]]"


def _named(piece: Piece) -> Iterator[tuple[int, str] | None]:
    """Yield what may be missing: each fact by its thing and its name, None for all else."""
    match piece.condition:
        case Fact(depth=depth, key=key) | Under(parts=(Fact(depth=depth, key=key),)):
            yield depth + piece.up, key
        case _ if piece.parts and not piece.looked:
            for _, part in piece.parts:
                yield from _named(part)
        case _:
            yield None


def _above(name: str, up: int) -> str:
    return f"{name}[{up}:]" if up else name


def _said(piece: Piece) -> bool:
    return isinstance(piece.condition, Literal)


def truth_of_all(head: Head, truths: str) -> str:
    """Return an expression of the truth of a node that rests on all members of a list."""
    if head.rests is Rests.EVERY:
        return f"False if False in {truths} else None if None in {truths} else True"
    if head.number == 1:
        return f"True if True in {truths} else None if None in {truths} else False"
    return f"at_least({head.number}, *{truths})"


def joined_truth(head: Head, truths: list[str]) -> str:
    """Return an expression of the truth of a node that rests on its parts."""
    match head.rests:
        case Rests.ALL | Rests.EVERY | Rests.ANY if len(truths) == 1:
            return truths[0]
        case Rests.SOME | Rests.AT_LEAST if len(truths) == head.number == 1:
            return truths[0]
        case Rests.ALL | Rests.EVERY:
            return settled("False", [f"{one} is False" for one in truths], "True", truths)
        case Rests.NOT:
            return f"True if {truths[0]} is False else False if {truths[0]} else None"
        case Rests.AT_LEAST | Rests.SOME:
            return f"at_least({', '.join([str(head.number), *truths])})"
        case _:
            fails = [f"{one} is False" for one in truths]
            return settled("True", [f"{one} is True" for one in truths], "False", fails)


def settled(ends: str, stops: list[str], else_: str, every: list[str]) -> str:
    """Return what comes of parts of which one can settle it; if none does, `every` tells."""
    if not stops:
        return else_
    return f"{ends} if {' or '.join(stops)} else {else_} if {' and '.join(every)} else None"


def _fails(let: str, name: str, piece: Piece) -> str:
    nothing = f" or {name} is NOTHING" if _may_be_nothing(piece.condition) else ""
    return f"{let} is False{nothing}"


def _gap(let: str, name: str, piece: Piece) -> str:
    nothing = f" or {name} is NOTHING" if _may_be_nothing(piece.condition) else ""
    return f"{let} is None{nothing}"


def _may_be_nothing(condition: Condition) -> bool:
    """Tell whether it may be that there is no value."""
    match condition:
        case Kept() | OneOf() | Under() | Moved():
            return any(map(_may_be_nothing, condition.parts))
        case Use(defined=defined):
            return not isinstance(defined, Meaning)
        case _:
            return not isinstance(condition, _NEVER_NOTHING)
