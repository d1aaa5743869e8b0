"""Cases at the limits of a law: just before, at and just after, made of the examples.

The fact that a comparison reads is moved to where the two sides are equal, and one day, one
whole or one hundredth to either side; a fact of few values, to one for which the condition
holds and one for which it fails; where no fact decides it alone, lists are shortened and
lengthened. Of the examples the first is taken in which the law then decides otherwise on the
two sides; those come first in which the element of the limit decides. The order is that of the
law and of the examples: the same law gives the same cases.
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
from lawc.testing.notice import Told, Tried, made_up
from lawc.testing.search import Scene, near
from lawc.testing.values import bounds

EXAMPLES = 200  # from which one limit is tried
LISTS = 400  # cases around each example, where no fact decides alone
TWICE = 20  # of these, from which one more step is made


@dataclass(frozen=True, slots=True)
class AtLimit:
    """A limit with the cases found; `sides` are those it has. `differs`: it makes a difference.

    `varied` is the path of the fact that was moved, empty where lists were; `values` are what
    it was moved to, as in JSON.
    """

    citation: str
    text: str
    varied: str
    sides: tuple[str, ...]
    cases: Mapping[str, Tried]
    values: Mapping[str, Plain]
    differs: bool

    @property
    def reached(self) -> bool:
        """Whether there is a case on both sides."""
        return bool(self.sides) and {self.sides[0], self.sides[-1]} <= self.cases.keys()


def boundary(law: ir.Law, examples: tuple[Tried, ...]) -> tuple[AtLimit, ...]:
    """Return the limits of `law`, each with cases that are made of `examples`."""
    cited = citations(law)
    scene = Scene(law, examples)
    return tuple(
        _at(law, limit, cited.get(limit.eid, limit.eid), scene.nearest(limit.eid))
        for limit in limits(law)
    )


def lines(found: tuple[AtLimit, ...], known: tuple[Tried, ...]) -> tuple[dict[str, Any], ...]:
    """Return the cases as examples ready to be kept, each once, without those `known`."""
    told = [_bare(one.told) for one in known]
    made = []
    for limit in found:
        for side in limit.sides:
            case = limit.cases.get(side)
            if case is None or _bare(case.told) in told:
                continue
            told.append(_bare(case.told))
            days = {"parameters": dict(case.told.days)} if case.told.days else {}
            named = (limit.citation, limit.text, name_of(limit, side))
            name = ": ".join(one for one in named if one)
            facts = {key: one for key, one in case.told.case.items() if key != "id"}
            made.append({"name": name, **days, "case": facts, "expected": case.decided})
    return tuple(made)


def name_of(limit: AtLimit, side: str) -> str:
    """Return how a side of a limit is called: `date_of_birth 2007-07-05, on the day`."""
    if not limit.varied:
        return side
    value = limit.values[side]
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    at = f", {side}" if limit.sides != TRUTHS else ""
    return f"{limit.varied} {shown}{at}"


def _bare(told: Told) -> tuple[Any, Any]:
    return {key: one for key, one in told.case.items() if key != "id"}, told.days


# --- one limit --------------------------------------------------------------------------


def _at(law: ir.Law, limit: Limit, cited: str, examples: tuple[Tried, ...]) -> AtLimit:
    text = limit.text.partition(";")[0].rstrip(" :,.")
    text = f"{text}, at {limit.step}" if limit.step else text
    limit = replace(limit, text=text)
    best = AtLimit(cited, text, "", sides_of(limit, None), {}, {}, differs=False)
    for made in islice(_ways(law, limit, cited, examples), EXAMPLES):
        if len(made.cases) > len(best.cases) or (made.differs and not best.differs):
            best = made
        if best.differs and len(best.cases) == len(best.sides):
            break
    return best


def _ways(
    law: ir.Law, limit: Limit, cited: str, examples: tuple[Tried, ...]
) -> Iterator[AtLimit]:
    movable = False
    for example in examples:
        for thing in example.things(limit.kind):
            for place, values in moves(limit, example, thing):
                movable = True
                sides = sides_of(limit, place.declared.type)
                told = {
                    side: with_fact(example.told, place, new) for side, new in values.items()
                }
                cases, differs = _cases(law, told)
                yield AtLimit(cited, limit.text, place.path, sides, cases, values, differs)
    for example in () if movable else examples:
        cases, differs = _cases(law, _listed(law, limit, example))
        yield AtLimit(cited, limit.text, "", sides_of(limit, None), cases, {}, differs)


def _cases(law: ir.Law, told: Mapping[str, Told]) -> tuple[dict[str, Tried], bool]:
    """Return the cases that are told, and whether they are decided differently."""
    made = {side: made_up(law, one) for side, one in told.items()}
    cases = {side: case for side, case in made.items() if case is not None}
    results = [case.decided for case in cases.values()]
    return cases, any(one != results[0] for one in results)


# --- where no fact decides alone ----------------------------------------------------------


def _listed(law: ir.Law, limit: Limit, example: Tried) -> dict[str, Told]:
    """Return the cases near an example by the side that they are on, the nearest first."""
    found: dict[str, Told] = {}
    read = bounds(law, (limit.expr,))
    once = list(islice(near(law, example.told, read), LISTS))
    twice = (two for one in once[:TWICE] for two in near(law, one, read))
    for told in chain((example.told,), once, islice(twice, LISTS)):
        case = made_up(law, told)
        for thing in case.things(limit.kind) if case is not None else ():
            assert case is not None, "it has things"
            side = _side(case.world, limit, thing)
            if side:
                found.setdefault(side, told)
        if len(found) == len(sides_of(limit, None)):
            break
    return found


def _side(world: World, limit: Limit, thing: Thing) -> str:
    """Return on which side of the limit a thing is, empty if not just beside it."""
    match limit.expr:
        case ir.Compare(_, left, right):
            sides = value(world, left, thing), value(world, right, thing)
            match sides:
                case (bool(), _) | (_, bool()):
                    return ""
                case (date() as one, date() as other):
                    apart = Fraction((one - other).days)
                case (int() | Fraction() as one, int() | Fraction() as other):
                    apart = Fraction(one) - Fraction(other)
                case _:
                    return ""
            if abs(apart) > 1:
                return ""
            return AMOUNTS[1 + (apart > 0) - (apart < 0)]
        case expr:
            truth = holds(world, expr, thing)
            return "" if isinstance(truth, State) else TRUTHS[0] if truth else TRUTHS[1]
