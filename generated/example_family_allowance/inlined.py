"""The provisions laid out for speed of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 ea263e9284ee51937666cb1045151fa16e5a2b9f75525bf9cf1f72766371bec5).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lawc.runtime.combining import by_use, combine, open_rules
from lawc.runtime.logic import (
    NOTHING,
    by_parts,
    every,
    in_row,
    known,
    largest,
    less,
    number_where,
    product,
    rounded,
    spoken_of,
    unknown,
)
from lawc.runtime.lookups import Latest
from lawc.runtime.values import Period, Truth

from . import rules
from .facts import Child, Days, Household

ORDER: dict[str, int] = {
    "2(1)": 0,
    "2(2)": 1,
    "3(5)": 2,
}
LATEST_1 = Latest(Period(18, 0, 0), month_end_up=True)
LATEST_2 = Latest(Period(24, 0, 0), month_end_up=True)


def _nothing(*_: object) -> None:
    return


def _some_1(household: Household, days: Days) -> Truth:
    if household.children is None:
        return None
    sure = possible = 0
    for child in household.children:
        if not child.disabled:
            possible += 1
            if not child.disabled is not False:
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _some_2(household: Household, days: Days) -> Truth:
    if household.children is None:
        return None
    sure = possible = 0
    for child in household.children:
        if (
            child.disabled is not False
            or not (
                child.date_of_birth is not None
                and days.payment_day is not None
                and child.date_of_birth <= LATEST_1[days.payment_day]
            )
            or (
                child.in_education is not False
                and not (
                    child.date_of_birth is not None
                    and days.payment_day is not None
                    and child.date_of_birth <= LATEST_2[days.payment_day]
                )
            )
            or child.dependent_child
        ) and child.dependent_child is not False:
            possible += 1
            if child.dependent_child or (
                child.dependent_child is None
                and (
                    child.disabled
                    or not (
                        child.date_of_birth is None
                        or days.payment_day is None
                        or child.date_of_birth <= LATEST_1[days.payment_day]
                    )
                    or (
                        child.in_education
                        and not (
                            child.date_of_birth is None
                            or days.payment_day is None
                            or child.date_of_birth <= LATEST_2[days.payment_day]
                        )
                    )
                )
            ):
                sure += 1
                if sure == 1:
                    return True
    return None if possible >= 1 else False


def _needed_3(
    household: Household,
    days: Days,
    truths: Any,
    open_: tuple[int, ...],
) -> tuple[str, ...]:
    giving = (0, 1)
    every: list[dict[str, None]] = []
    for rule in open_rules(truths, giving, open_, DISPLACERS_2):
        found: dict[str, None] = {}
        MISSING_1[rule](household, days, truths, found)
        every.append(found)
    return by_use(every)


def _missing_4(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if (
        household.lives_in_the_country is not False
        and _some_2(household, days) is not False
        and not (household.lives_in_the_country and _some_2(household, days))
    ):
        if household.lives_in_the_country is None:
            found["lives_in_the_country"] = None
        if _some_2(household, days) is None:
            if household.children is None:
                found["children"] = None
            for place, child in enumerate(household.children or ()):
                at_child = "children" + f"[{place}]"
                if (
                    (
                        child.disabled is not False
                        or not (
                            child.date_of_birth is not None
                            and days.payment_day is not None
                            and child.date_of_birth <= LATEST_1[days.payment_day]
                        )
                        or (
                            child.in_education is not False
                            and not (
                                child.date_of_birth is not None
                                and days.payment_day is not None
                                and child.date_of_birth <= LATEST_2[days.payment_day]
                            )
                        )
                        or child.dependent_child
                    )
                    and child.dependent_child is not False
                    and not (
                        child.dependent_child
                        or (
                            child.dependent_child is None
                            and (
                                child.disabled
                                or not (
                                    child.date_of_birth is None
                                    or days.payment_day is None
                                    or child.date_of_birth <= LATEST_1[days.payment_day]
                                )
                                or (
                                    child.in_education
                                    and not (
                                        child.date_of_birth is None
                                        or days.payment_day is None
                                        or child.date_of_birth <= LATEST_2[days.payment_day]
                                    )
                                )
                            )
                        )
                    )
                ):
                    _missing_5(child, household, days, at_child, found)


def _missing_5(
    child: Child,
    household: Household,
    days: Days,
    at_child: str,
    found: dict[str, None],
) -> None:
    if (
        child.disabled is not False
        or not (
            child.date_of_birth is not None
            and days.payment_day is not None
            and child.date_of_birth <= LATEST_1[days.payment_day]
        )
        or (
            child.in_education is not False
            and not (
                child.date_of_birth is not None
                and days.payment_day is not None
                and child.date_of_birth <= LATEST_2[days.payment_day]
            )
        )
    ) and not (
        child.disabled
        or not (
            child.date_of_birth is None
            or days.payment_day is None
            or child.date_of_birth <= LATEST_1[days.payment_day]
        )
        or (
            child.in_education
            and not (
                child.date_of_birth is None
                or days.payment_day is None
                or child.date_of_birth <= LATEST_2[days.payment_day]
            )
        )
    ):
        if child.date_of_birth is None:
            found[at_child + ".date_of_birth"] = None
        if days.payment_day is None:
            found["payment_day"] = None
        if (
            child.in_education is not False
            and not (
                child.date_of_birth is not None
                and days.payment_day is not None
                and child.date_of_birth <= LATEST_2[days.payment_day]
            )
            and not (
                child.in_education
                and not (
                    child.date_of_birth is None
                    or days.payment_day is None
                    or child.date_of_birth <= LATEST_2[days.payment_day]
                )
            )
        ):
            if child.in_education is None:
                found[at_child + ".in_education"] = None
            if child.date_of_birth is None:
                found[at_child + ".date_of_birth"] = None
            if days.payment_day is None:
                found["payment_day"] = None
        if child.disabled is None:
            found[at_child + ".disabled"] = None


def _missing_6(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if (
        household.receives_foreign_allowance is not False
        and _some_1(household, days) is not False
        and not (household.receives_foreign_allowance and _some_1(household, days))
    ):
        if household.receives_foreign_allowance is None:
            found["receives_foreign_allowance"] = None
        if not _some_1(household, days) and _some_1(household, days) is not False:
            if household.children is None:
                found["children"] = None
            for place, child in enumerate(household.children or ()):
                at_child = "children" + f"[{place}]"
                if child.disabled is None:
                    found[at_child + ".disabled"] = None


def _missing_7(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if spoken_of(rules.entitled(household, days)) is None:
        made = _household_made(household, days)
        for path in _needed_3(household, days, made[-1], made[2]):
            found[path] = None


def _test_8(household: Household, days: Days) -> Truth:
    return known(spoken_of(rules.entitled(household, days)))


def _needed_9(
    household: Household,
    days: Days,
    truths: Any,
    open_: tuple[int, ...],
) -> tuple[str, ...]:
    giving = (2,)
    every: list[dict[str, None]] = []
    for rule in open_rules(truths, giving, open_, DISPLACERS_2):
        found: dict[str, None] = {}
        MISSING_1[rule](household, days, truths, found)
        for place in open_:
            if giving[place] == rule:
                GIVING_3[place](household, days, truths, found)
        every.append(found)
    return by_use(every)


def _missing_10(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if unknown(
        rounded(
            largest(
                less(rules.full_amount(household, days), rules.deduction(household, days)),
                Fraction(0),
            ),
            "down",
            Fraction(1, 100),
        ),
    ):
        if unknown(
            largest(
                less(rules.full_amount(household, days), rules.deduction(household, days)),
                Fraction(0),
            ),
        ):
            if unknown(
                less(rules.full_amount(household, days), rules.deduction(household, days)),
            ):
                if rules.full_amount(household, days) is None:
                    _missing_11(household, days, truths, found)
                if rules.deduction(household, days) is None:
                    _missing_16(household, days, truths, found)


def _missing_11(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if unknown(
        rounded(
            product(rules.base(household, days), rules.rate(household, days)),
            "nearest",
            Fraction(1, 100),
        ),
    ):
        if unknown(product(rules.base(household, days), rules.rate(household, days))):
            if rules.base(household, days) is None:
                _missing_12(household, days, truths, found)
            if rules.rate(household, days) is None:
                _missing_13(household, days, truths, found)


def _missing_12(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if days.law_day is None:
        found["law_day"] = None
    if days.law_day is None:
        found["law_day"] = None


def _missing_13(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if unknown(
        in_row(
            rules.dependent_children(household, days),
            (
                (None, Fraction(1), Fraction(1, 10)),
                (Fraction(1), Fraction(2), Fraction(8, 25)),
                (Fraction(2), Fraction(4), Fraction(73, 100)),
                (Fraction(4), None, Fraction(19, 20)),
            ),
        ),
    ):
        if rules.dependent_children(household, days) is None:
            _missing_14(household, days, truths, found)


def _missing_14(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if unknown(
        number_where(household.children, lambda child: _concept_15(child, household, days)),
    ):
        if household.children is None:
            found["children"] = None
        for place, child in enumerate(household.children or ()):
            at_child = "children" + f"[{place}]"
            if (
                (
                    child.disabled is not False
                    or not (
                        child.date_of_birth is not None
                        and days.payment_day is not None
                        and child.date_of_birth <= LATEST_1[days.payment_day]
                    )
                    or (
                        child.in_education is not False
                        and not (
                            child.date_of_birth is not None
                            and days.payment_day is not None
                            and child.date_of_birth <= LATEST_2[days.payment_day]
                        )
                    )
                    or child.dependent_child
                )
                and child.dependent_child is not False
                and not (
                    child.dependent_child
                    or (
                        child.dependent_child is None
                        and (
                            child.disabled
                            or not (
                                child.date_of_birth is None
                                or days.payment_day is None
                                or child.date_of_birth <= LATEST_1[days.payment_day]
                            )
                            or (
                                child.in_education
                                and not (
                                    child.date_of_birth is None
                                    or days.payment_day is None
                                    or child.date_of_birth <= LATEST_2[days.payment_day]
                                )
                            )
                        )
                    )
                )
            ):
                _missing_5(child, household, days, at_child, found)


def _concept_15(child: Child, household: Household, days: Days) -> Truth:
    if child.dependent_child is not None:
        return child.dependent_child
    if not (
        child.disabled is not False
        or not (
            child.date_of_birth is not None
            and days.payment_day is not None
            and child.date_of_birth <= LATEST_1[days.payment_day]
        )
        or (
            child.in_education is not False
            and not (
                child.date_of_birth is not None
                and days.payment_day is not None
                and child.date_of_birth <= LATEST_2[days.payment_day]
            )
        )
    ):
        return False
    if (
        child.disabled
        or not (
            child.date_of_birth is None
            or days.payment_day is None
            or child.date_of_birth <= LATEST_1[days.payment_day]
        )
        or (
            child.in_education
            and not (
                child.date_of_birth is None
                or days.payment_day is None
                or child.date_of_birth <= LATEST_2[days.payment_day]
            )
        )
    ):
        return True
    return None


def _missing_16(household: Household, days: Days, truths: Any, found: dict[str, None]) -> None:
    if unknown(
        rounded(
            by_parts(
                household.income,
                (
                    (None, Fraction(2000), Fraction(0)),
                    (Fraction(2000), Fraction(5000), Fraction(1, 40)),
                    (Fraction(5000), None, Fraction(1, 20)),
                ),
            ),
            "nearest",
            Fraction(1, 100),
        ),
    ):
        if unknown(
            by_parts(
                household.income,
                (
                    (None, Fraction(2000), Fraction(0)),
                    (Fraction(2000), Fraction(5000), Fraction(1, 40)),
                    (Fraction(5000), None, Fraction(1, 20)),
                ),
            ),
        ):
            if household.income is None:
                found["income"] = None


def _household(household: Household, days: Days) -> Any:
    uncertain = False
    # 2(2)
    s2: Truth = False
    if (
        household.receives_foreign_allowance is not False
        and _some_1(household, days) is not False
        and True
    ):
        if household.receives_foreign_allowance and _some_1(household, days):
            s2 = True
        else:
            s2 = None
            uncertain = True
    # 2(1)
    s1: Truth = False
    if (
        s2 is not True
        and household.lives_in_the_country is not False
        and (m1 := _some_2(household, days)) is not False
    ):
        if s2 is False and household.lives_in_the_country and m1:
            s1 = True
        else:
            s1 = None
            uncertain = True
    v1: Any = household.entitled
    by_1: tuple[str, ...] = ()
    open_1: tuple[int, ...] = ()
    if v1 is None:
        if uncertain and (s1 is None or s2 is None):
            v1, by_1, open_1 = combine(
                "one",
                False,
                ((s1, True, "2(1)"), (s2, False, "2(2)")),
                (),
                ORDER,
            )
        elif s1:
            v1 = True
            by_1 = ("2(1)",)
        elif s2:
            v1 = False
            by_1 = ("2(2)",)
        else:
            v1 = False
    # 3(5)
    s3: Truth = False
    if v1 is not False and v1 is not NOTHING:
        if v1 is True:
            s3 = True
        else:
            s3 = None
            uncertain = True
    a2_3_1: Any = NOTHING
    if s3 is not False:
        a2_3_1 = rounded(
            largest(
                less(rules.full_amount(household, days), rules.deduction(household, days)),
                Fraction(0),
            ),
            "down",
            Fraction(1, 100),
        )
    v2: Any = household.allowance
    by_2: tuple[str, ...] = ()
    open_2: tuple[int, ...] = ()
    if v2 is None:
        if s3 is False or a2_3_1 is NOTHING:
            v2 = NOTHING
        else:
            v2, by_2, open_2 = combine("one", NOTHING, ((s3, a2_3_1, "3(5)"),), (), ORDER)
    truths = (s1, s2, s3)
    return (v1, by_1, open_1, v2, by_2, open_2, truths)


def _household_made(household: Household, days: Days) -> Any:
    return _household(household, days)


MISSING_1 = (_missing_4, _missing_6, _missing_7)

DISPLACERS_2 = {0: (1,)}

GIVING_3 = (_missing_10,)
