"""Cases in which quick functions once differed from the interpreter, each as a small law."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

from tests import small_law as small
from tests.differential.law_cases import Case
from tests.differential.test_python_backend import check_package
from tests.emitted import package

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.values import Period

DAY = {"effective_day": date(2025, 7, 5), "law_day": date(2025, 7, 5)}


def test_of_two_values_that_a_rule_gives_the_one_whose_further_condition_holds(
    tmp_path: Path,
) -> None:
    visits = ir.Fact("person", "visits")
    law = small.deciding(
        small.rule("art_1", small.TORTURE),
        decisions=(small.decision(Basic.COUNT, otherwise=0, combine=ir.Combine.LARGEST),),
    )
    given = (
        ir.Gives("outcome", ir.Total((visits, small.literal(1))), small.FALSE),
        ir.Gives("outcome", ir.Total((visits, small.literal(2))), None),
    )
    (only,) = law.rules
    law = replace(law, rules=(replace(only, gives=given),))
    module = package(law, tmp_path)

    for torture, visits_ in product((True, False, None), (3, None)):
        check_package(law, module, {"visits": visits_, "offences": [{"torture": torture}]}, DAY)


def test_a_number_that_hangs_together_with_nothing_is_not_settled_by_missing_facts(
    tmp_path: Path,
) -> None:
    law = small.deciding(
        small.rule("art_1", small.MINOR, "released"),
        small.rule("art_2", small.TORTURE, 5, decision="days"),
        decisions=(
            small.decision(otherwise="excluded"),
            small.decision(Basic.COUNT, key="days", otherwise=7),
        ),
    )
    module = package(law, tmp_path)

    for torture in (True, False, None):
        check_package(
            law, module, {"offences": [{"torture": torture, "category": "minor"}]}, DAY
        )
    case = module.Person.from_dict({"offences": [{"category": "minor"}]})
    (found,) = module.decide(case, **DAY).offences
    assert found.answers["days"].needed == ("offences[0].torture",)


def test_a_value_may_ask_for_some_members_of_another_list(tmp_path: Path) -> None:
    some = ir.Some(1, "child", ir.Not(small.VETERAN))
    law = small.deciding(
        small.rule("art_1", small.TORTURE, some),
        decisions=(small.decision(Basic.TRUTH, otherwise=False, cases=(small.TORTURE,)),),
    )
    module = package(law, tmp_path)

    for torture, veteran in product((True, False, None), repeat=2):
        case: Case = {"veteran": veteran, "children": [{}], "offences": [{"torture": torture}]}
        check_package(law, module, case, DAY)


def test_a_contradiction_whatever_is_missing_needs_nothing(tmp_path: Path) -> None:
    law = small.deciding(
        small.rule("art_1", small.MINOR, "released"),
        small.rule("art_2", small.TORTURE, 5, decision="days"),
        small.rule("art_3", ir.Not(small.TORTURE), 6, decision="days"),
        small.rule("art_4", small.TRUE, 7, decision="days"),
        decisions=(
            small.decision(otherwise="excluded"),
            small.decision(Basic.COUNT, key="days", cases=(small.TORTURE,)),
        ),
    )
    module = package(law, tmp_path)

    for torture in (True, False, None):
        check_package(
            law, module, {"offences": [{"torture": torture, "category": "minor"}]}, DAY
        )


def test_a_concept_may_be_that_one_of_several_provisions_applies(tmp_path: Path) -> None:
    either = ir.Applies(("art_1", "art_2"))
    both = ir.All((ir.Concept("covered"), small.TORTURE))
    law = small.deciding(
        small.rule("art_1", small.PREGNANT, kind="person"),
        small.rule("art_2", small.VETERAN, kind="person"),
        small.rule("art_3", both, "released"),
        definitions=(
            ir.Definition(key="covered", kind="person", condition=either, eid="art_4"),
        ),
    )
    module = package(law, tmp_path)

    for pregnant, veteran, torture in product((True, False, None), repeat=3):
        case: Case = {
            "pregnant": pregnant,
            "veteran": veteran,
            "offences": [{"torture": torture}],
        }
        check_package(law, module, case, DAY)


def test_a_list_that_is_not_known_leaves_nothing_open_that_is_not_in_force(
    tmp_path: Path,
) -> None:
    born = ir.Compare(
        ir.Comparison.GT, ir.Fact("child", "date_of_birth"), ir.Parameter("law_day")
    )
    law = small.deciding(
        small.rule(
            "art_1",
            ir.Some(1, "child", born),
            "released",
            kind="person",
            force=ir.Force(date(2024, 2, 1), None),
        ),
        decisions=(small.decision(otherwise="excluded"),),
    )
    module = package(law, tmp_path)

    for law_day in (date(2000, 1, 1), date(2025, 1, 1)):
        check_package(law, module, {"offences": [{}]}, {**DAY, "law_day": law_day})


def test_a_number_that_the_law_says_is_not_asked_whether_it_is_known(tmp_path: Path) -> None:
    larger = ir.Largest((ir.Decided("base"), ir.Fact("person", "visits")))
    law = small.deciding(
        small.rule("art_1", small.TORTURE, larger),
        decisions=(
            small.decision(Basic.COUNT, combine=ir.Combine.LARGEST),
            small.decision(Basic.COUNT, key="base", otherwise=0, combine=ir.Combine.LARGEST),
        ),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # of a literal that is compared with `is`
        module = package(law, tmp_path)

    for torture, visits in product((True, False, None), (3, None)):
        check_package(law, module, {"visits": visits, "offences": [{"torture": torture}]}, DAY)


def test_days_beyond_the_calendar_are_compared_as_on_one_without_an_end(
    tmp_path: Path,
) -> None:
    born, today = ir.Fact("child", "date_of_birth"), ir.Parameter("effective_day")
    turns = [
        ir.Compare(order, ir.Shifted(born, period, before), today)
        for order in (ir.Comparison.LE, ir.Comparison.GT, ir.Comparison.EQ)
        for period in (Period(18), Period(0, 0, 1), Period(3 * 10**9, 1, 1))
        for before in (False, True)
    ]
    law = small.deciding(
        *[
            small.rule(f"art_{n}", ir.Some(1, "child", one), "released", kind="person")
            for n, one in enumerate(turns, start=1)
        ],
    )
    module = package(law, tmp_path)

    for birth, day in product((date.min, date(2000, 2, 29), date.max), repeat=2):
        case: Case = {"children": [{"date_of_birth": birth.isoformat()}], "offences": [{}]}
        check_package(law, module, case, {**DAY, "effective_day": day})
        check_package(law, module, case, {"law_day": day})


def test_a_kind_may_have_no_facts(tmp_path: Path) -> None:
    law = small.deciding(small.rule("art_1", small.TORTURE, "released"))
    law = replace(law, kinds=(*law.kinds, ir.Kind("guest", "person", "guests")))
    module = package(law, tmp_path)

    case: Case = {"guests": [{}], "offences": [{}]}
    check_package(law, module, case, DAY)
