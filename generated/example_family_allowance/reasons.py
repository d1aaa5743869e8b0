"""Reasons of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 ea263e9284ee51937666cb1045151fa16e5a2b9f75525bf9cf1f72766371bec5).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.asking import Asked, AskedRule, Read, Skeleton, Source, Version
from lawc.runtime.logic import every, largest, less, rounded
from lawc.runtime.reasons import Explanation, Rests
from lawc.runtime.results import day, number
from lawc.runtime.scopes import (
    About,
    Asking,
    Deciding,
    Listed,
    Reader,
    Tables,
    Trace,
    explained,
)
from lawc.runtime.values import Truth

from . import facts, rules
from .decisions import decide
from .facts import Child, Days, Household
from .inlined import LATEST_1, LATEST_2, _household_made, _needed_3, _needed_9, _test_8


def _leaf_1(household: Household, days: Days) -> Truth:
    if not household.lives_in_the_country is not False:
        return False
    if household.lives_in_the_country:
        return True
    return None


def _leaf_2(household: Household, days: Days) -> Truth:
    if not household.receives_foreign_allowance is not False:
        return False
    if household.receives_foreign_allowance:
        return True
    return None


def _leaf_3(child: Child, days: Days) -> Truth:
    if not child.disabled is not False:
        return False
    if child.disabled:
        return True
    return None


def _leaf_4(household: Household, days: Days) -> Truth:
    if not _test_8(household, days) is not False:
        return False
    if _test_8(household, days):
        return True
    return None


def _leaf_5(child: Child, days: Days) -> Truth:
    if (
        child.date_of_birth is not None
        and days.payment_day is not None
        and child.date_of_birth <= LATEST_1[days.payment_day]
    ):
        return False
    if not (
        child.date_of_birth is None
        or days.payment_day is None
        or child.date_of_birth <= LATEST_1[days.payment_day]
    ):
        return True
    return None


def _leaf_6(child: Child, days: Days) -> Truth:
    if not child.in_education is not False:
        return False
    if child.in_education:
        return True
    return None


def _leaf_7(child: Child, days: Days) -> Truth:
    if not (
        child.date_of_birth is None
        or days.payment_day is None
        or child.date_of_birth <= LATEST_2[days.payment_day]
    ):
        return False
    if (
        child.date_of_birth is not None
        and days.payment_day is not None
        and child.date_of_birth <= LATEST_2[days.payment_day]
    ):
        return True
    return None


def _leaf_8(child: Child, days: Days) -> Truth:
    if not child.disabled is not False:
        return False
    if child.disabled:
        return True
    return None


def _gifts_1(household: Household, days: Days, made: Any) -> Any:
    return (("entitled", True, True, False),)


def _gifts_2(household: Household, days: Days, made: Any) -> Any:
    return (("entitled", True, False, False),)


def _gifts_3(household: Household, days: Days, made: Any) -> Any:
    return (
        (
            "allowance",
            True,
            rounded(
                largest(
                    less(rules.full_amount(household, days), rules.deduction(household, days)),
                    Fraction(0),
                ),
                "down",
                Fraction(1, 100),
            ),
            False,
        ),
    )


SKELETON = Skeleton(
    (("household", ""), ("child", "household")),
    dict(
        (
            (
                "household",
                (
                    AskedRule(
                        place=0,
                        citation="2(1)",
                        text="A household is entitled to the allowance if the household lives in the country and at least one of the household's children is a dependent child.",
                        condition=Asked(
                            rests=Rests.ALL,
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the household lives in the country",
                                    place=0,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="household",
                                            key="lives_in_the_country",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.SOME,
                                    text="at least one of the household's children is a dependent child",
                                    number=1,
                                    kind="child",
                                    reads=(Read(source=Source.MEMBERS, kind="child", key=""),),
                                    parts=(
                                        Asked(
                                            rests=Rests.DEFINITION,
                                            text="a dependent child",
                                            kind="child",
                                            key="dependent_child",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=((1, "2(2)"),),
                        source="assumed",
                    ),
                    AskedRule(
                        place=1,
                        citation="2(2)",
                        text="Paragraph 1 of this Article does not apply to a household if the household receives a family allowance of another country, unless each of the household's children has a disability.",
                        condition=Asked(
                            rests=Rests.ALL,
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the household receives a family allowance of another country",
                                    place=1,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="household",
                                            key="receives_foreign_allowance",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.NOT,
                                    parts=(
                                        Asked(
                                            rests=Rests.EVERY,
                                            text="each of the household's children has a disability",
                                            kind="child",
                                            reads=(
                                                Read(
                                                    source=Source.MEMBERS,
                                                    kind="child",
                                                    key="",
                                                ),
                                            ),
                                            parts=(
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="has a disability",
                                                    place=2,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="child",
                                                            key="disabled",
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        source="assumed",
                    ),
                    AskedRule(
                        place=2,
                        citation="3(5)",
                        text="The allowance is the full amount less the deduction, and not less than zero euro, rounded down to a whole cent, if the household is entitled to the allowance.",
                        condition=Asked(
                            rests=Rests.FACTS,
                            text="The allowance is the full amount less the deduction, and not less than zero euro, rounded down to a whole cent, if the household is entitled to the allowance.",
                            place=3,
                            reads=(
                                Read(source=Source.DECISION, kind="household", key="entitled"),
                            ),
                        ),
                        source="assumed",
                    ),
                ),
            ),
        ),
    ),
    dict(
        (
            (
                "dependent_child",
                (
                    Version(
                        condition=Asked(
                            rests=Rests.ANY,
                            text="In this Act, a dependent child means any of the following:",
                            citation="1(1)",
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a child who has not reached the age of eighteen years on the day of payment;",
                                    citation="1(1)(1)",
                                    place=4,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="child",
                                            key="date_of_birth",
                                        ),
                                        Read(source=Source.DAY, kind="", key="payment_day"),
                                    ),
                                    source="assumed",
                                ),
                                Asked(
                                    rests=Rests.ALL,
                                    text="a child who is in education, unless the child has reached the age of twenty-four years on the day of payment; or",
                                    citation="1(1)(2)",
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="a child who is in education",
                                            place=5,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="child",
                                                    key="in_education",
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.NOT,
                                            parts=(
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="the child has reached the age of twenty-four years on the day of payment",
                                                    place=6,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="child",
                                                            key="date_of_birth",
                                                        ),
                                                        Read(
                                                            source=Source.DAY,
                                                            kind="",
                                                            key="payment_day",
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="assumed",
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a child with a disability.",
                                    citation="1(1)(3)",
                                    place=7,
                                    reads=(
                                        Read(source=Source.FACT, kind="child", key="disabled"),
                                    ),
                                    source="assumed",
                                ),
                            ),
                            source="assumed",
                        ),
                    ),
                ),
            ),
        ),
    ),
    "law_day",
)

TABLES = Tables(
    root="household",
    skeleton=SKELETON,
    leaves=(
        About(_leaf_1, ("household",)),
        About(_leaf_2, ("household",)),
        About(_leaf_3, ("child",)),
        About(_leaf_4, ("household",)),
        About(_leaf_5, ("child",)),
        About(_leaf_6, ("child",)),
        About(_leaf_7, ("child",)),
        About(_leaf_8, ("child",)),
    ),
    rules=(
        About(rules.art_2_1, ("household",)),
        About(rules.art_2_2, ("household",)),
        About(rules.art_3_5, ("household",)),
    ),
    gifts=(
        About(_gifts_1, ("household",)),
        About(_gifts_2, ("household",)),
        About(_gifts_3, ("household",)),
    ),
    facts=dict(
        (
            (("household", "income"), Reader("income", None, False)),
            (
                ("household", "lives_in_the_country"),
                Reader("lives_in_the_country", None, False),
            ),
            (
                ("household", "receives_foreign_allowance"),
                Reader("receives_foreign_allowance", None, False),
            ),
            (("household", "dependent_children"), Reader("dependent_children", None, False)),
            (("household", "base"), Reader("base", None, False)),
            (("household", "rate"), Reader("rate", None, True)),
            (("household", "full_amount"), Reader("full_amount", None, False)),
            (("household", "deduction"), Reader("deduction", None, False)),
            (("household", "entitled"), Reader("entitled", None, False)),
            (("household", "allowance"), Reader("allowance", None, False)),
            (("child", "date_of_birth"), Reader("date_of_birth", None, False)),
            (("child", "in_education"), Reader("in_education", None, False)),
            (("child", "disabled"), Reader("disabled", None, False)),
            (("child", "dependent_child"), Reader("dependent_child", None, False)),
        ),
    ),
    values=dict(
        (
            (
                (Source.CONCEPT, "dependent_child"),
                (About(rules.dependent_child, ("child", "household")), False),
            ),
            (
                (Source.QUANTITY, "dependent_children"),
                (About(rules.dependent_children, ("household",)), False),
            ),
            ((Source.QUANTITY, "base"), (About(rules.base, ("household",)), False)),
            ((Source.QUANTITY, "rate"), (About(rules.rate, ("household",)), True)),
            (
                (Source.QUANTITY, "full_amount"),
                (About(rules.full_amount, ("household",)), False),
            ),
            ((Source.QUANTITY, "deduction"), (About(rules.deduction, ("household",)), False)),
            ((Source.DECISION, "entitled"), (About(rules.entitled, ("household",)), False)),
            ((Source.DECISION, "allowance"), (About(rules.allowance, ("household",)), False)),
        ),
    ),
    lists=dict((("child", Listed("household", "children", "children")),)),
    deciding=dict(
        (
            (
                "household",
                Deciding(
                    (
                        Asking("entitled", False, _needed_3),
                        Asking("allowance", False, _needed_9),
                    ),
                    _household_made,
                    None,
                    (0, 1, 2),
                ),
            ),
        ),
    ),
)


def trace(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> Trace:
    """Return the decision, with every ground to be had from it when asked for."""
    days = Days(payment_day, law_day)
    return Trace(
        TABLES,
        household,
        days,
        decide(household, payment_day=payment_day, law_day=law_day),
    )


def explain(
    household: Household,
    *,
    payment_day: date | None = None,
    law_day: date | None = None,
) -> tuple[Explanation, ...]:
    """Return every ground of all that the law decides, as trees."""
    days = Days(payment_day, law_day)
    return explained(TABLES, household, days)
