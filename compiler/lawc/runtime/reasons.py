"""Reasoning trees: one record, rendered elsewhere as text, Markdown, HTML and JSON.

Standard library only: generated modules build these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from lawc.runtime.amounts import Amount, Plain, number
from lawc.runtime.logic import all_of, any_of, at_least, not_
from lawc.runtime.values import Provision, Truth

VERSION = 1  # of the JSON form


class Rests(Enum):
    """The way the truth of a node follows from its parts."""

    FACTS = "facts"  # on the facts it names
    ALL = "all"
    ANY = "any"
    AT_LEAST = "at_least"  # `number` of the parts
    NOT = "not"  # the one part fails
    SOME = "some"  # of the members that are the parts, `number`
    EVERY = "every"  # of the members that are the parts
    DEFINITION = "definition"  # the one part is what the law means by the words
    ESTABLISHED = "established"  # supplied by the caller, not derived
    PROVISIONS = "provisions"  # at least one of the provisions that are the parts applies
    APPLIES = "applies"  # whether the provision cited applies; its ground says why
    ELSEWHERE = "elsewhere"  # as another node of the ground, which has the parts


def following(rests: Rests, number: int, truths: Sequence[Truth]) -> Truth:
    """Return the truth that follows from those of the parts."""
    match rests:
        case Rests.ALL | Rests.EVERY:
            return all_of(*truths)
        case Rests.NOT:
            return not_(truths[0])
        case Rests.AT_LEAST | Rests.SOME if number != 1:
            return at_least(number, *truths)
        case _:
            return any_of(*truths)


class FactUsed(NamedTuple):
    """A fact a node rests on: its path in the case, and its value as in JSON.

    A day, a quantity or a decision that is read is shown in the same way, a list by the
    number of its members. The value is None if it is unknown, or if there is none: then it is
    `nothing`. `assumed` tells that the case does not say it and the vocabulary's assumptions
    do.
    """

    path: str
    value: Plain | None
    assumed: bool = False
    nothing: bool = False


class Head(NamedTuple):
    """The part of a node that is the same in every case.

    `citation` is empty inside a sentence. `source` is the mark of the provision
    ("official", "reported", "assumed" or empty) and `remark` says where from. For a member
    of a list (below SOME and EVERY) `text` is its path: `offences[1]`. `term` is the key of
    the concept where the words mean one.
    """

    text: str
    rests: Rests
    citation: str = ""
    number: int = 0
    source: str = ""
    remark: str = ""
    term: str = ""

    def follows(self, truths: Sequence[Truth]) -> Truth:
        """Return the truth of the node if these are those of its parts."""
        return following(self.rests, self.number, truths)


class Node(NamedTuple):
    """A provision or a condition in it, and the facts and parts that its truth rests on."""

    head: Head
    truth: Truth
    facts: tuple[FactUsed, ...] = ()
    parts: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        """The words of the law; of a member of a list its path."""
        return self.head.text

    @property
    def rests(self) -> Rests:
        """The way the truth follows from the parts."""
        return self.head.rests

    @property
    def citation(self) -> str:
        """The provision, empty inside a sentence."""
        return self.head.citation

    @property
    def number(self) -> int:
        """The number of parts that are to hold, for AT_LEAST and SOME."""
        return self.head.number

    @property
    def source(self) -> str:
        """The mark of the provision."""
        return self.head.source

    @property
    def remark(self) -> str:
        """The source of the wording of the provision."""
        return self.head.remark


class Gift(NamedTuple):
    """A value that a rule gives if it applies: the decision and the value, None if unknown.

    `when` tells whether the further condition of this value holds: True where there is none,
    None if it is unknown. A value whose further condition fails is no gift. `amount` is what
    the value is made of, None where the provision itself says it or surely does not apply.
    """

    decision: str
    value: Plain | None
    when: Truth = True
    amount: Amount | None = None


class Cited(NamedTuple):
    """The part of a ground that is the same in every case: the provision and its marks."""

    citation: str
    text: str
    source: str = ""
    remark: str = ""


class Reasons(NamedTuple):
    """The reasons of a ground: its condition, its gifts, the rules that displace it.

    `displaced_by` cites the rules that apply and displace this one, `may_be_displaced_by` those
    of which that is unknown.
    """

    condition: Node
    gives: tuple[Gift, ...]
    displaced_by: tuple[str, ...] = ()
    may_be_displaced_by: tuple[str, ...] = ()


class Ground:
    """A rule about a thing: whether it applies, and the reasons.

    `applies` is the condition less displacement. `in_force` is None if the day that tells it is
    missing; rules not in force are no grounds. The reasons are worked out when they are read,
    if a function makes them.
    """

    __slots__ = ("_reasons", "applies", "cited", "in_force")

    def __init__(
        self,
        cited: Cited,
        applies: Truth,
        reasons: Reasons | Callable[[], Reasons],
        in_force: Truth = True,
    ) -> None:
        self.cited = cited
        self.applies = applies
        self._reasons = reasons
        self.in_force = in_force

    @property
    def reasons(self) -> Reasons:
        """The condition, the gifts, and the rules that displace this one."""
        if not isinstance(self._reasons, Reasons):
            self._reasons = self._reasons()
        return self._reasons

    @property
    def condition(self) -> Node:
        """The condition, with what its truth rests on."""
        return self.reasons.condition

    @property
    def gives(self) -> tuple[Gift, ...]:
        """The values that the rule gives, or may give."""
        return self.reasons.gives

    @property
    def displaced_by(self) -> tuple[str, ...]:
        """The citations of the rules that apply and displace this one."""
        return self.reasons.displaced_by

    @property
    def may_be_displaced_by(self) -> tuple[str, ...]:
        """The citations of the rules that displace this one if they apply, which is unknown."""
        return self.reasons.may_be_displaced_by

    @property
    def citation(self) -> str:
        """The provision."""
        return self.cited.citation

    @property
    def text(self) -> str:
        """Its words."""
        return self.cited.text

    @property
    def source(self) -> str:
        """The mark of the provision."""
        return self.cited.source

    @property
    def remark(self) -> str:
        """The source of the wording of the provision."""
        return self.cited.remark

    def __eq__(self, other: object) -> bool:
        """Return whether another ground says the same."""
        if not isinstance(other, Ground):
            return NotImplemented
        mine = (self.cited, self.applies, self.in_force, self.reasons)
        return mine == (other.cited, other.applies, other.in_force, other.reasons)

    def __hash__(self) -> int:
        """Return a number that is the same for grounds that say the same."""
        return hash((self.cited, self.applies, self.in_force))

    def __reduce__(self) -> tuple[object, ...]:
        """Return the parts from which a copy is made, with the reasons worked out."""
        return Ground, (self.cited, self.applies, self.reasons, self.in_force)

    def __repr__(self) -> str:
        """Return the ground in one line."""
        return f"<Ground {self.citation}: {_APPLIES[self.applies]}>"


_APPLIES = {True: "applies", False: "does not apply", None: "may apply"}


class OutOfForce(NamedTuple):
    """A provision without a version in force on the day, and the periods of its versions."""

    citation: str
    periods: tuple[tuple[date | None, date | None], ...]  # first and last day, None where open


def together(provisions: Iterable[OutOfForce]) -> tuple[OutOfForce, ...]:
    """Return each provision once, with all its periods, in the order they come."""
    periods: dict[str, dict[tuple[date | None, date | None], None]] = {}
    for provision in provisions:
        periods.setdefault(provision.citation, {}).update(dict.fromkeys(provision.periods))
    return tuple(OutOfForce(citation, tuple(those)) for citation, those in periods.items())


class Combined(NamedTuple):
    """The values of several provisions, of which a decision makes one.

    `how` is `largest`, `smallest` or `total`; `citation` is the provision that says so, empty
    if none does. `values` are those that provisions give, each with the provision, in the order
    of the law.
    """

    how: str
    citation: str
    values: tuple[tuple[str, Plain], ...]


class Answer(NamedTuple):
    """The answer of a decision about a thing.

    `value` is as in JSON (None: nothing, or unknown if not `settled`). `provisions` decide it.
    `needed` are paths of facts that could settle it, `by_cases` those of unknown facts for
    whose every value the answer is the same; the most useful come first. `contradiction` tells
    that the `provisions` give different values and none displaces the other: it is not settled.
    `established` tells that the caller supplied the decision. `not_in_force` are the provisions
    that would give a value on another day, if nothing gives one for that reason alone.
    """

    decision: str
    value: Plain | None
    settled: bool
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]
    contradiction: bool = False
    established: bool = False
    not_in_force: tuple[OutOfForce, ...] = ()
    combined: Combined | None = None


class Explanation:
    """The explanation of a thing: the answers, and every ground in the order of the law.

    `thing` is its path in the case, empty for the whole. Answers and grounds are worked out
    when they are read, if functions make them.
    """

    __slots__ = ("_answers", "_grounds", "thing")

    def __init__(
        self,
        thing: str,
        answers: tuple[Answer, ...] | Callable[[], tuple[Answer, ...]],
        grounds: tuple[Ground, ...] | Callable[[], tuple[Ground, ...]],
    ) -> None:
        self.thing = thing
        self._answers = answers
        self._grounds = grounds

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers about the thing, decision by decision."""
        if not isinstance(self._answers, tuple):
            self._answers = self._answers()
        return self._answers

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The rules that decide about the thing, or displace such rules, in the law's order."""
        if not isinstance(self._grounds, tuple):
            self._grounds = self._grounds()
        return self._grounds

    def __eq__(self, other: object) -> bool:
        """Return whether another explanation says the same."""
        if not isinstance(other, Explanation):
            return NotImplemented
        mine = (self.thing, self.answers, self.grounds)
        return mine == (other.thing, other.answers, other.grounds)

    def __hash__(self) -> int:
        """Return a number that is the same for explanations that say the same."""
        return hash((self.thing, self.answers))

    def __reduce__(self) -> tuple[object, ...]:
        """Return the parts from which a copy is made, with answers and grounds worked out."""
        return type(self), (self.thing, self.answers, self.grounds)

    def __repr__(self) -> str:
        """Return the explanation in one line."""
        values = ", ".join(f"{answer.decision}={answer.value}" for answer in self.answers)
        return f"<Explanation of {self.thing or 'the case'}: {values}>"


# --- as text ---------------------------------------------------------------------------


def where(path: str, key: str) -> str:
    """Return the path of `key` of the thing at `path`: `offences[0].category`."""
    return f"{path}.{key}" if path else key


def shown(value: bool | int | Fraction | date | str | Provision, *, fraction: bool) -> Plain:
    """Return `value` as in JSON; `fraction` tells that its type is a part of something.

    A fraction is always "1/2". Another number is an integer where it is whole, an exact
    decimal in quotes where it has one, and else again "1/3".
    """
    match value:
        case bool() | str():
            return value
        case date():
            return value.isoformat()
        case Provision():
            return str(value)
        case int() | Fraction():
            return number(Fraction(value), fraction=fraction)
