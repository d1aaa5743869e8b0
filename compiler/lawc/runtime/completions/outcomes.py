"""What the completions of a case make of a decision: settled, or which facts matter.

An answer is settled if it is the same in every completion. A fact matters if some completion
of the others makes two of its values give different answers. The bound: at most `MOST` nodes
of diagrams are made for an answer, over at most `FACTS` facts; beyond it the answer is open,
every missing fact may matter, and it is said that not everything was tried.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from lawc.runtime.completions.diagram import NO, YES, Diagrams, FullError
from lawc.runtime.completions.folding import folded, reads_of
from lawc.runtime.completions.forms import Amount, Form, Formed
from lawc.runtime.completions.turns import SORTS
from lawc.runtime.logic import CONTRADICTION

MOST = 2_000
FACTS = 200
_IMPOSSIBLE = ("impossible",)


class Outcome(NamedTuple):
    """What comes of all completions; `settled` tells whether `value` is the answer in each.

    `citations` decide in one of them, `tried` are the facts that were missing of a settled
    answer. `matters` are the paths of facts that do, None if that was not found out.
    """

    settled: bool
    value: Any = None
    citations: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    matters: frozenset[str] | None = None
    untried: bool = False


def outcome(formed: Formed, most: int = MOST) -> Outcome:
    """Return what comes of all completions of a decision that known facts leave open."""
    unfolded, formed = formed, folded(formed)
    variables = Variables()
    variables.read_all(_forms(formed), formed.parts)
    if len(variables.names) > FACTS:
        return Outcome(settled=False, untried=True)
    try:
        found = _Search(formed, variables, most).outcome()
    except FullError:
        return Outcome(settled=False, untried=True)
    if not found.settled:
        return found
    every = Variables()
    every.read_all(_forms(unfolded), unfolded.parts)
    return found._replace(
        tried=tuple(dict.fromkeys(path for one in every.reads for path in one))
    )


def _forms(formed: Formed) -> list[Form]:
    given = [one.form for one in formed.given]
    return [*given, *(form for form, _ in formed.only), *formed.assumed]


# --- what is missing ------------------------------------------------------------------------


class Variables:
    """The facts that forms are about, in the order in which they are met."""

    def __init__(self) -> None:
        self.names: dict[Hashable, int] = {}
        self.atoms: dict[int, dict[Form, None]] = {}
        self.reads: list[tuple[str, ...]] = []

    def read_all(self, forms: Iterable[Form], parts: Mapping[int, Form]) -> None:
        """Read forms, a part where it is first spoken of."""
        seen: set[int] = set()
        waiting = list(forms)
        waiting.reverse()
        while waiting:
            form = waiting.pop()
            if form is True or form is False:
                continue
            match form[0]:
                case "part":
                    if form[1] not in seen:
                        seen.add(form[1])
                        waiting.append(parts[form[1]])
                case "not":
                    waiting.append(form[1])
                case "all" | "any" | "at_least":
                    waiting += reversed(form[-1])
                case _:
                    self._atom(form)

    def _atom(self, form: Form) -> None:
        name = form[1]
        if name not in self.names:
            self.names[name] = len(self.names)
            self.reads.append(reads_of(form))
            self.atoms[self.names[name]] = {}
        self.atoms[self.names[name]][form] = None

    def truths(self, level: int) -> dict[Form, tuple[bool, ...]]:
        """Return what each form about a fact is, for each value that makes a difference."""
        atoms = list(self.atoms[level])
        match atoms[0]:
            case ("values", *_):
                return {one: one[2] for one in atoms}
            case ("either", *_):
                return dict.fromkeys(atoms, (True, False))
            case ("turns", *_):
                places = sorted({place for _, _, (_, turns) in atoms for place in turns})
                return {one: _between(one[2], places) for one in atoms}
            case (_, _, recorded, _):
                sorts = SORTS[recorded, tuple([one[3] for one in atoms])]
                return dict(zip(atoms, zip(*sorts, strict=True), strict=True)) if sorts else {}
        raise AssertionError(atoms)


def _between(turns: Any, places: list[Any]) -> tuple[bool, ...]:
    truth, at = turns
    found = [truth]
    for place in places:
        if place in at:
            truth = not truth
        found.append(truth)
    return tuple(found)


# --- the search -----------------------------------------------------------------------------


class _Search:
    """The diagrams of one decision."""

    def __init__(self, formed: Formed, variables: Variables, most: int) -> None:
        self.formed = formed
        self.variables = variables
        self.sorts: dict[Form, tuple[bool, ...]] = {}
        sizes = []
        for level in variables.names.values():
            truths = variables.truths(level)
            if not truths:
                raise FullError  # a record that nothing refines
            self.sorts |= truths
            sizes.append(len(next(iter(truths.values()))))
        self.made = Diagrams(sizes, most)
        self.parts: dict[int, int] = {}

    def diagram(self, form: Form) -> int:
        """Return the diagram of a form."""
        if form is True or form is False:
            return YES if form else NO
        made = self.made
        match form[0]:
            case "part":
                place = form[1]
                if place not in self.parts:
                    self.parts[place] = self.diagram(self.formed.parts[place])
                return self.parts[place]
            case "not":
                return made.negation(self.diagram(form[1]))
            case "all":
                return made.all_of([self.diagram(one) for one in form[1]])
            case "any":
                return made.any_of([self.diagram(one) for one in form[1]])
            case "at_least":
                return made.at_least(form[1], [self.diagram(one) for one in form[2]])
            case _:
                level = self.variables.names[form[1]]
                return made.node(level, tuple([int(truth) for truth in self.sorts[form]]))

    def outcome(self) -> Outcome:
        """Return what comes of all completions."""
        made = self.made
        possible = made.all_of([self.diagram(one) for one in self.formed.assumed])
        results = made.choose(possible, self._results(), made.end(_IMPOSSIBLE))
        values = [one for one in made.values(results) if one is not _IMPOSSIBLE]
        if len(values) == 1 and not isinstance(values[0], _Open):
            given = made.choose(possible, self._given(), made.end(_IMPOSSIBLE))
            return Outcome(True, values[0], self._citations(given, values[0]))
        apart = self._telling(results, plain=possible == YES)
        matters = set(self._reads(apart))
        for one in values:
            if isinstance(one, _Open):
                matters.update(*[amount.reads for amount in one.amounts])
        untried = any(map(self._unsure, apart))
        return Outcome(False, matters=frozenset(matters) if values else None, untried=untried)

    def _results(self) -> int:
        """Return what is decided."""
        made, formed = self.made, self.formed
        total = formed.how == "total"
        forms: dict[Any, list[Form]] = {}
        for place, one in enumerate(formed.given):
            apart = (one.listed or place) if total else 0
            forms.setdefault((one.value, apart), []).append(one.form)
        found = made.end(())
        for (value, _), several in forms.items():
            truth = made.any_of([self.diagram(one) for one in several])
            if truth != NO:
                more = made.changed(found, partial(_together, formed.how, value))
                found = made.choose(truth, more, found)
        return made.changed(found, partial(_result, formed.how, formed.otherwise))

    def _given(self) -> int:
        """Return what the rules give: values, each with the place of the rule that gives it."""
        made = self.made
        found = made.end(())
        given, several = self.formed.given, self.formed.how == "total"
        for place, (form, value, _, listed) in enumerate(given):

            def more(
                end: Any, value: Any = value, place: int = place, listed: Any = listed
            ) -> Any:
                again = (
                    any(given[at].listed == listed for _, at in end if listed)
                    if several
                    else any(other == value for other, _ in end)
                )
                return end if again else (*end, (value, place))

            truth = self.diagram(form)
            if truth != NO:
                found = made.choose(truth, made.changed(found, more), found)
        return found

    def _telling(self, results: int, *, plain: bool) -> set[int]:
        """Return the variables of which two values give different answers."""
        made = self.made
        asked = made.asked(results)
        if plain:
            return asked
        impossible = made.end(_IMPOSSIBLE)
        return {
            level
            for level in asked
            if made.tells_apart(results, level, lambda a, b: impossible not in (a, b))
        }

    def _reads(self, levels: set[int]) -> tuple[str, ...]:
        reads = self.variables.reads
        return tuple(dict.fromkeys(path for level in sorted(levels) for path in reads[level]))

    def _unsure(self, level: int) -> bool:
        """Return whether it is not known if it can be either way where all else is the same."""
        (atom, *_) = self.variables.atoms[level]
        if atom[0] != "either":
            return False
        others = {
            p for n, paths in enumerate(self.variables.reads) if n != level for p in paths
        }
        return not atom[3] or not others.isdisjoint(atom[2])

    def _citations(self, given: int, value: Any) -> tuple[str, ...]:
        """Return the citations that decide in one of the completions."""
        formed, made = self.formed, self.made
        cites: dict[str | None, None] = {}
        for end in made.values(given):
            if end is not _IMPOSSIBLE:
                for place in _deciding(formed.how, value, end):
                    cites[formed.given[place].citation] = None
        nothing = made.changed(given, lambda end: end == ())
        for form, cite in formed.only:
            if made.choose(self.diagram(form), nothing, NO) != NO:
                cites[cite] = None
        return tuple(cite for cite in cites if cite is not None)


class _Open(NamedTuple):
    """What is decided is computed from what is missing."""

    amounts: frozenset[Amount]
    values: frozenset[Any]


def _together(how: str, value: Any, end: Any) -> Any:
    """Return values that rules give, with one more; of two known ones, what comes of both."""
    if isinstance(value, Amount):
        return (*end, value)
    told = [one for one in end if not isinstance(one, Amount)]
    if not told:
        return (value, *end)
    match how:
        case "one":
            made = value if told[0] == value else CONTRADICTION
        case "largest":
            made = max(told[0], value)
        case "smallest":
            made = min(told[0], value)
        case _:
            made = told[0] + value
    return (made, *end[1:])


def _result(how: str, otherwise: Any, end: Any) -> Any:
    """Return what is decided where rules give these values."""
    amounts = frozenset(one for one in end if isinstance(one, Amount))
    if amounts and not (how == "one" and end[0] is CONTRADICTION):
        return _Open(amounts, frozenset(end) - amounts)
    return end[0] if end else otherwise


def _deciding(how: str, value: Any, end: Any) -> list[int]:
    """Return the places of the rules that decide, of those that give these values."""
    if how == "total" or value is CONTRADICTION:
        return [place for _, place in end]
    return [place for given, place in end if given == value][:1]
