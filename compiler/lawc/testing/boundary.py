"""Cases at the limits of a law: just before, at and just after, made of the examples.

Three ways lead to them:

- a fact that a comparison reads is moved to where both sides of it are equal, and one day, one
  whole or one hundredth to either side;
- a fact of few values is moved to one for which the condition holds, and to one where it fails;
- where no fact decides alone, lists are shortened and lengthened.

Examples in which the element of the limit decides are tried first. The first example is taken
for which the law decides differently on both sides. The order is that of the law and of the
examples: the same law gives the same cases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import chain, islice
from typing import Any

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import holds, value
from lawc.meaning.truth import State
from lawc.meaning.world import World
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.testing.coverage import citations
from lawc.testing.limits import Limit, limits
from lawc.testing.moving import AMOUNTS, TRUTHS, moves, sides_of, with_fact
from lawc.testing.notice import DecidedCase, WrittenCase, plausible_case
from lawc.testing.search import Scene, cases_near
from lawc.testing.values import bounds_of

EXAMPLES = 200  # from which one limit is tried
LISTS = 400  # cases around each example, where no fact decides alone
TWICE = 20  # of these, from which one more step is made


@dataclass(frozen=True, slots=True)
class AtLimit:
    """A limit with its cases by side; `sides` names all sides that it has.

    `varied` is the path of the fact that was moved, empty if lists were changed. `values` are
    the values that the fact was moved to, as in JSON. `differs`: the law decides differently on
    two sides.
    """

    citation: str
    text: str
    varied: str
    sides: tuple[str, ...]
    cases: Mapping[str, DecidedCase]
    values: Mapping[str, Plain]
    differs: bool

    @property
    def reached(self) -> bool:
        """Whether there is a case on both sides."""
        return bool(self.sides) and {self.sides[0], self.sides[-1]} <= self.cases.keys()


def boundary(law: ir.Law, examples: tuple[DecidedCase, ...]) -> tuple[AtLimit, ...]:
    """Return the limits of `law`, each with cases that are made of `examples`."""
    cited = citations(law)
    scene = Scene(law, examples)
    return tuple(
        _at(law, limit, cited.get(limit.eid, limit.eid), scene.nearest(limit.eid))
        for limit in limits(law)
    )


def lines(
    at_limits: tuple[AtLimit, ...], known: tuple[DecidedCase, ...]
) -> tuple[dict[str, Any], ...]:
    """Return the cases as examples to be kept, each once, without the `known` ones."""
    known_cases = [_bare(case.written) for case in known]
    examples = []
    for limit in at_limits:
        for side in limit.sides:
            case = limit.cases.get(side)
            if case is None or _bare(case.written) in known_cases:
                continue
            known_cases.append(_bare(case.written))
            days = {"parameters": dict(case.written.days)} if case.written.days else {}
            named = (limit.citation, limit.text, name_of(limit, side))
            name = ": ".join(part for part in named if part)
            facts = {key: fact for key, fact in case.written.case.items() if key != "id"}
            examples.append({"name": name, **days, "case": facts, "expected": case.decided})
    return tuple(examples)


def name_of(limit: AtLimit, side: str) -> str:
    """Return the name of a side of a limit: `date_of_birth 2007-07-05, on the day`."""
    if not limit.varied:
        return side
    value = limit.values[side]
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    at = f", {side}" if limit.sides != TRUTHS else ""
    return f"{limit.varied} {shown}{at}"


def _bare(written: WrittenCase) -> tuple[Any, Any]:
    return {key: fact for key, fact in written.case.items() if key != "id"}, written.days


# --- one limit --------------------------------------------------------------------------


def _at(law: ir.Law, limit: Limit, cited: str, examples: tuple[DecidedCase, ...]) -> AtLimit:
    text = limit.text.partition(";")[0].rstrip(" :,.")
    text = f"{text}, at {limit.step}" if limit.step else text
    limit = replace(limit, text=text)
    best = AtLimit(cited, text, "", sides_of(limit, None), {}, {}, differs=False)
    for at_limit in islice(_ways(law, limit, cited, examples), EXAMPLES):
        if len(at_limit.cases) > len(best.cases) or (at_limit.differs and not best.differs):
            best = at_limit
        if best.differs and len(best.cases) == len(best.sides):
            break
    return best


def _ways(
    law: ir.Law, limit: Limit, cited: str, examples: tuple[DecidedCase, ...]
) -> Iterator[AtLimit]:
    movable = False
    for example in examples:
        for thing in example.things(limit.kind):
            for place, values in moves(limit, example, thing):
                movable = True
                sides = sides_of(limit, place.declared.type)
                written = {
                    side: with_fact(example.written, place, new) for side, new in values.items()
                }
                cases, differs = _cases(law, written)
                yield AtLimit(cited, limit.text, place.path, sides, cases, values, differs)
    for example in () if movable else examples:
        cases, differs = _cases(law, _listed(law, limit, example))
        yield AtLimit(cited, limit.text, "", sides_of(limit, None), cases, {}, differs)


def _cases(
    law: ir.Law, written: Mapping[str, WrittenCase]
) -> tuple[dict[str, DecidedCase], bool]:
    """Return the plausible cases by side, and whether they are decided differently."""
    decided = {side: plausible_case(law, case) for side, case in written.items()}
    cases = {side: case for side, case in decided.items() if case is not None}
    results = [case.decided for case in cases.values()]
    return cases, any(result != results[0] for result in results)


# --- where no fact decides alone ----------------------------------------------------------


def _listed(law: ir.Law, limit: Limit, example: DecidedCase) -> dict[str, WrittenCase]:
    """Return the nearest case to an example on each side of a limit."""
    by_side: dict[str, WrittenCase] = {}
    read = bounds_of(law, (limit.expr,))
    once = list(islice(cases_near(law, example.written, read), LISTS))
    twice = (second for first in once[:TWICE] for second in cases_near(law, first, read))
    for written in chain((example.written,), once, islice(twice, LISTS)):
        case = plausible_case(law, written)
        for thing in case.things(limit.kind) if case is not None else ():
            assert case is not None, "only a case has things"
            side = _side(case.world, limit, thing)
            if side:
                by_side.setdefault(side, written)
        if len(by_side) == len(sides_of(limit, None)):
            break
    return by_side


def _side(world: World, limit: Limit, thing: Thing) -> str:
    """Return the side of the limit that a thing is on, empty if it is further away."""
    match limit.expr:
        case ir.Compare(_, left, right):
            sides = value(world, left, thing), value(world, right, thing)
            match sides:
                case (bool(), _) | (_, bool()):
                    return ""
                case (date() as first, date() as second):
                    apart = Fraction((first - second).days)
                case (int() | Fraction() as first, int() | Fraction() as second):
                    apart = Fraction(first) - Fraction(second)
                case _:
                    return ""
            if abs(apart) > 1:
                return ""
            return AMOUNTS[1 + (apart > 0) - (apart < 0)]
        case expr:
            truth = holds(world, expr, thing)
            return "" if isinstance(truth, State) else TRUTHS[0] if truth else TRUTHS[1]
