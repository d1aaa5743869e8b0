"""The Python backend against the interpreter: random laws, random cases, one meaning."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from tests import small_law as small
from tests.differential import law_cases, laws
from tests.differential.law_crossings import crossed
from tests.emitted import package
from tests.sampling import some

from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.verify import verify
from lawc.meaning.cases import Thing
from lawc.meaning.elements import sayings
from lawc.meaning.explain import explain, laid
from lawc.meaning.holdings import ask
from lawc.meaning.interpret import State, applies, at_least, holds
from lawc.meaning.read_case import read_case
from lawc.meaning.results import envelope
from lawc.meaning.world import World, below
from lawc.runtime.holdings import AskedUnder, Holding

EFFECTIVE = ir.Parameter("effective_day")


def check(law: ir.Law, module: Any, rng: Random) -> None:
    """Check one random case of `law`: results, explanation, and each provision."""
    check_package(law, module, law_cases.case(law, rng), law_cases.days(law, rng))


def check_package(
    law: ir.Law, module: Any, case: law_cases.Case, days: dict[str, date]
) -> None:
    """Check that the package says of a case what the interpreter says."""
    thing = read_case(law, case)
    assert isinstance(thing, Thing)
    world, person = World(law, days), module.Person.from_dict(case, established=True)

    decided = module.decide(person, **days)
    assert decided.to_dict() == envelope(world, thing, decided.law.digest)
    assert decided.to_json() == json.dumps(decided.to_dict(), ensure_ascii=False)
    assert module.explain(person, **days) == explain(world, thing)
    assert module.Person.from_dict(person.to_dict(), established=True) == person
    check_provisions(world, module, thing, person, module.Days(**days))
    check_elements(world, module, thing, person, days)


def check_provisions(world: World, module: Any, thing: Thing, person: Any, days: Any) -> None:
    """Check that each provision asked by its citation says whether it applies."""
    citations = {one.eid: one.citation for one in world.law.elements}
    asked = [(citations[rule.eid], rule.kind) for rule in world.law.rules]
    for citation, kind in dict.fromkeys(asked):
        rules = [rule for rule in world.law.rules if citations[rule.eid] == citation]
        question = module.PROVISIONS[citation]
        for one, line in lines(world.law, thing, (person,)):
            if one.kind == kind and all(rule.kind == kind for rule in rules):
                found = at_least(1, [applies(world, rule, one) for rule in rules])
                assert question(*line, days) is (None if isinstance(found, State) else found)
    check_points(world, module, thing, person, days, taken={citation for citation, _ in asked})


def check_elements(
    world: World, module: Any, thing: Thing, person: Any, days: dict[str, date]
) -> None:
    """Check that each element comes to the same, asked of each thing by its citation."""
    under, trees = AskedUnder(world.law.act, {}), laid(world)
    for citation, several in sayings(world).items():
        for one in below(thing):
            if one.path and all(one.of(saying.kind) for saying in several):
                by_rule = ask(world, thing, citation, one.path, under, trees)
                assert _of(under, module.ask(person, citation, one.path, **days)) == by_rule


def _of(under: AskedUnder, holding: Holding) -> Holding:
    parts = tuple(_of(under, part) for part in holding.parts)
    return holding._replace(law=under, parts=parts)


def check_points(
    world: World, module: Any, thing: Thing, person: Any, days: Any, taken: set[str]
) -> None:
    """Check that each lettered point that is no rule says whether it holds."""
    names = Plan(world.law)
    for eid, point in names.points.items():
        if names.citations[eid] in taken or point.force != ir.ALWAYS:
            continue
        for one, line in lines(world.law, thing, (person,)):
            if one.kind == point.kind:
                found = holds(world, point.part, one)
                question = module.PROVISIONS[names.citations[eid]]
                assert question(*line, days) is (None if isinstance(found, State) else found)


def lines(law: ir.Law, thing: Thing, line: tuple[Any, ...]) -> Any:
    """Yield each thing of a case with the same thing of the package and those above it."""
    yield thing, line
    for kind in law.kinds:
        if kind.parent == thing.kind and kind.field is not None:
            for place, one in enumerate(thing.members.get(kind.key, ())):
                yield from lines(law, one, (getattr(line[0], kind.field)[place], *line))


@given(laws.seeds)
@example(1945)  # a quantity that the law says, and a case may supply, in a sum
@example(3229)  # a day that is decided and lies beyond the calendar
@settings(suppress_health_check=list(HealthCheck), max_examples=some(25))
def test_python_agrees_with_the_interpreter(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - to be replayed
    law = laws.law(rng)
    with tempfile.TemporaryDirectory() as folder:
        module = package(law, Path(folder))
        for _ in range(9):
            check(law, module, rng)


# The first give a value that a case tried gives as well; a rule that asks about one in doubt;
# a value that is left when those of a rule in doubt are ruled out; a rule that rules others
# out, unless one in doubt displaces it.
@pytest.mark.parametrize(
    "seeds", [(73,), (165, 1146), (2824,), (200029,), range(20), range(20, 40)]
)
def test_python_agrees_on_what_all_offences_share(seeds: Iterable[int], tmp_path: Path) -> None:
    for seed in seeds:
        rng = Random(seed)  # noqa: S311 - to be replayed
        law = laws.law(rng, excluding=True)
        module = package(law, tmp_path)
        for _ in range(8):
            check(law, module, rng)


def test_a_rule_in_doubt_is_cited_if_it_displaces_another_that_gives_the_same(
    tmp_path: Path,
) -> None:
    law = laws.law(Random(7100), excluding=True)  # noqa: S311 - to be replayed
    offences: list[law_cases.Json] = [
        {"offence_truth": False, "offence_other": True, "offence_provision": "190(1)(1)"},
        {"offence_provision": "188(2)(4-1)"},
    ]
    case: law_cases.Case = {"person_truth": True, "offences": offences}
    days = {"law_day": date(2025, 7, 4), "effective_day": date(2024, 2, 28)}

    check_package(law, package(law, tmp_path), case, days)


@pytest.mark.parametrize("seeds", [range(some(8)), range(100, 100 + some(8))])
def test_python_agrees_where_anything_speaks_of_anything(
    seeds: Iterable[int], tmp_path: Path
) -> None:
    for seed in seeds:
        rng = Random(seed)  # noqa: S311 - to be replayed
        law = crossed(laws.law(rng, excluding=seed >= 100), rng)
        module = package(law, tmp_path)
        for _ in range(12):
            check(law, module, rng)


# What gives a value speaks of a decision that rests on the rule itself: the rule displaces
# what gives the other, or gives the other as well.
@pytest.mark.parametrize("gives", [(), (ir.Gives("base", small.literal(2), None),)])
def test_a_rule_may_give_one_more_than_what_it_displaces(
    gives: tuple[ir.Gives, ...], tmp_path: Path
) -> None:
    more = ir.Gives("outcome", ir.Total((ir.Decided("base"), small.literal(1))), None)
    law = small.deciding(
        small.rule("art_1", small.TORTURE, displaces=("art_2",)),
        small.rule("art_2", small.VETERAN, 5, decision="base"),
        decisions=(
            small.decision(Basic.COUNT, otherwise=0, combine=ir.Combine.LARGEST),
            small.decision(Basic.COUNT, key="base", otherwise=7, combine=ir.Combine.LARGEST),
        ),
    )
    first, second = law.rules
    law = replace(law, rules=(replace(first, gives=(more, *gives)), second))
    module = package(law, tmp_path)

    assert not verify(law)
    for torture, veteran in product((True, False, None), repeat=2):
        check_package(law, module, {"veteran": veteran, "offences": [{"torture": torture}]}, {})


@pytest.mark.parametrize("when", [None, small.PREGNANT, small.VETERAN])
def test_a_further_condition_in_doubt_leaves_open_what_is_given_under_it(
    when: ir.Expr | None, tmp_path: Path
) -> None:
    law = small.deciding(
        small.rule("art_1", small.TORTURE, "released", when=small.VETERAN),
        decisions=(
            small.decision(otherwise="excluded"),
            small.decision(Basic.COUNT, key="days", combine=ir.Combine.LARGEST),
        ),
    )
    (only,) = law.rules
    days = ir.Gives("days", ir.DaysBetween(EFFECTIVE, EFFECTIVE), when)
    law = replace(law, rules=(replace(only, gives=(*only.gives, days)),))
    module = package(law, tmp_path)

    day = {"effective_day": date(2025, 7, 5), "law_day": date(2025, 7, 5)}
    for torture, veteran, pregnant in product((True, False, None), repeat=3):
        case: law_cases.Case = {"veteran": veteran, "pregnant": pregnant}
        check_package(law, module, {**case, "offences": [{"torture": torture}]}, day)


def test_what_is_a_contradiction_in_every_case_needs_nothing(tmp_path: Path) -> None:
    either: tuple[ir.Expr, ...] = (small.VETERAN, ir.Not(small.VETERAN))
    law = small.deciding(
        *[
            small.rule(f"art_{days}", condition, days, decision="days")
            for days, condition in enumerate(either * 2)
        ],
        decisions=(
            small.decision(otherwise="excluded"),
            small.decision(Basic.COUNT, key="days", cases=(small.VETERAN,)),
        ),
    )
    module = package(law, tmp_path)
    person: law_cases.Case = {"offences": [{}]}

    check_package(law, module, person, {})
    (offence,) = module.decide(module.Person.from_dict(person)).offences
    assert (offence.answers["days"].status, offence.needed) == ("contradiction", ())


def test_a_value_may_count_members_by_other_members(tmp_path: Path) -> None:
    veterans = ir.Some(1, "child", small.VETERAN)
    law = small.deciding(
        small.rule("art_1", small.TORTURE, "released"),
        decisions=(
            small.decision(otherwise="excluded", cases=(small.PREGNANT,)),
            small.decision(Basic.COUNT, key="days"),
        ),
    )
    (only,) = law.rules
    days = ir.Gives("days", ir.CountOf("child", veterans), None)
    law = replace(law, rules=(replace(only, gives=(*only.gives, days)),))
    module = package(law, tmp_path)

    day = {"effective_day": date(2025, 7, 5), "law_day": date(2025, 7, 5)}
    for veteran in (True, False, None):
        children: law_cases.Case = {"veteran": veteran, "children": [{}, {}]}
        check_package(law, module, {**children, "offences": [{"torture": True}]}, day)


def test_a_rule_counts_once_where_what_another_gives_leads_back_to_it(tmp_path: Path) -> None:
    spared = ir.Not(ir.Applies(("art_2",)))
    law = small.deciding(
        small.rule("art_1", ir.Applies(("art_3",)), "released", displaces=("art_2",)),
        small.rule("art_2", ir.All((small.VETERAN, small.PREGNANT)), "excluded"),
        small.rule("art_3", small.TORTURE, "released", when=spared),
    )
    module = package(law, tmp_path)

    assert not verify(law)
    for veteran, torture in product((True, False, None), repeat=2):
        check_package(law, module, {"veteran": veteran, "offences": [{"torture": torture}]}, {})


# A choice that a quantity gives to a decision of which a rule speaks; the same rules cited
# by their paragraph and by their points, in conditions on a list that is not known.
@pytest.mark.parametrize("seed", [100197, 100184])
def test_python_agrees_on_values_and_conditions_of_two_names(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)  # noqa: S311 - to be replayed
    law = laws.law(rng)
    module = package(law, tmp_path)
    for _ in range(12):
        check(law, module, rng)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_python_agrees_on_many_laws(block: int, tmp_path: Path) -> None:
    """100 laws; 400 with `pytest --samples 4`."""
    number = some(10)
    for seed in range(block * number, (block + 1) * number):
        rng = Random(seed)  # noqa: S311 - to be replayed
        law = laws.law(rng)
        module = package(law, tmp_path)
        for _ in range(12):
            check(law, module, rng)
