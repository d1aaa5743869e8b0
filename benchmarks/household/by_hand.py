"""The Household Benefits Act written by hand, on the classes of the generated package.

The measure of the generated `decide`: what a Python programmer would write for this one act,
for speed and to be read. Every fact must be known. What depends on the days alone is computed
once a day, conditions of the household once a household, an amount only for those who get it.

An answer is a value and its citations for each decision, in the order of the vocabulary; the
value is None where the act gives none. The answers about the children follow those about the
household. Left out, though the generated module has them: unknown facts, values supplied as
established, the truth of every provision, the reasons.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

Answer: TypeAlias = tuple[Any, tuple[str, ...]]  # the value: an amount, a truth or None
Answers: TypeAlias = tuple[Answer, ...]

HALF, ZERO = Fraction(1, 2), Fraction(0)

BASES = (
    (date(2023, 1, 1), Fraction("445.93")),
    (date(2024, 4, 1), Fraction("466.44")),
    (date(2025, 4, 1), Fraction("474.37")),
)
LOWER_CEILINGS = (
    (date(2023, 1, 1), 59_318),
    (date(2024, 1, 1), 62_251),
    (date(2025, 1, 1), 64_933),
)
UPPER_CEILINGS = (
    (date(2023, 1, 1), 84_860),
    (date(2024, 1, 1), 89_102),
    (date(2025, 1, 1), 92_966),
)
AGES = (3, 6, 12, 14, 16, 21, 25)
OLDER_BEFORE = date(2011, 5, 1)
CEILING_A_CHILD = 6_348

ALLOWANCE_RATES = tuple(Fraction(n, 10_000) for n in (588, 588, 3_200, 7_300, 11_400, 15_500))
FULL_SHARE = (Fraction(1), ("5(2)",))
HALF_SHARE = (Fraction(1, 2), ("5(3)",))
QUARTER_SHARE = (Fraction(1, 4), ("5(4)",))
OLDER_RATE, YOUNGER_RATE = (Fraction(16, 100), ("6(1)",)), (Fraction(145, 1_000), ("6(2)",))
MIDDLE_DEGREE, HIGH_DEGREE = Fraction(32, 100), Fraction(1_045, 1_000)
GRANT_IN_PRIMARY, GRANT_IN_SECONDARY = (Fraction(35), ("7(1)",)), (Fraction("48.5"), ("7(2)",))
GRANT_OF_STUDENT, GRANT_OF_BOARDER = (Fraction(60), ("7(3)",)), (Fraction("82.2"), ("7(4)",))
CARE_BOUNDS = (20_000, 45_000, 70_000)
CARE_RATES = tuple(Fraction(n, 100) for n in (85, 60, 35, 15))
MOST_CARE = Fraction(468)
HIGHEST_RENTS = tuple(
    Fraction(n) for n in ("385.63", "385.63", "441.7", "505.95", "505.95", "570.2")
)
RENT_RATES = {
    "mainland": (Fraction(1), ("11(2)",)),
    "islands": (Fraction(9, 8), ("11(3)",)),
    "north": (Fraction(7, 8), ("11(4)",)),
}
OWN_BOUNDS = (8_000, 14_000, 24_000, 40_000)
OWN_RATES = tuple(Fraction(n, 10_000) for n in (0, 80, 175, 260, 400))
OWN_BELOW = (ZERO, ZERO, Fraction(48), Fraction(223), Fraction(639))  # for whole rows below
MOST_AID = Fraction(450)
LARGE, LONE_PARENT = Fraction(60), Fraction("115.65")
IN_NEED, FAR, INFANTS, ADOPTED = (Fraction(n) for n in ("78.5", "41.2", "183.32", "91.66"))
MEALS_OF_TWO, MEALS_OF_LARGE = (Fraction(30, 100), ("10(1)",)), (HALF, ("10(2)",))
MEALS_IN_NEED, MEALS_FREE = (Fraction(75, 100), ("10(3)",)), (Fraction(1), ("10(4)",))
NO_DEGREE: Answer = (ZERO, ("6(6)",))
TENTH, MOST_RECOVERED = Fraction(1, 10), Fraction(120)

SECONDARY_OR_LATER = {"secondary", "vocational", "university"}
OF_PUPILS = {"primary", "secondary", "vocational"}
OF_STUDENTS = {"vocational", "university"}

NOTHING: Answer = (None, ())
NO_REPORT: Answer = (False, ())
REPORT_AT_ONCE: Answer = (True, ("13(1)",))
REPORT_OF_STUDENT: Answer = (True, ("13(2)",))
ABROAD: Answer = (None, ("14(2)",))
NO_CARE: Answer = (None, ("8(4)",))
NO_SUPPLEMENT: Answer = (None, ("9(8)",))
NO_MEALS: Answer = (None, ("10(6)",))
NO_PAYMENT: Answer = (None, ("12(6)",))
ABROAD_HOUSEHOLD: Answers = ((False, ("14(2)",)), *[ABROAD] * 7)
ABROAD_CHILD: Answers = (ABROAD,) * 5


class Day(NamedTuple):
    """Values that depend on the days alone: amounts in force, the last birthday of each age."""

    base: Fraction
    lower_ceiling: int
    upper_ceiling: int
    arrived: date
    claimed12: date
    claimed24: date
    born3: date
    born6: date
    born12: date
    born14: date
    born16: date
    born21: date
    born25: date


@lru_cache(maxsize=64)
def day_of(payment_day: date, law_day: date) -> Day:
    """Return the values that depend on the days alone."""
    eve = payment_day - timedelta(days=1)
    return Day(
        _in_force(BASES, law_day),
        _in_force(LOWER_CEILINGS, law_day),
        _in_force(UPPER_CEILINGS, law_day),
        _months_before(payment_day, 3),
        _months_before(eve, 12),
        _months_before(eve, 24),
        *(_months_before(payment_day, 12 * age) for age in AGES),
    )


def _in_force(versions: tuple[tuple[date, Any], ...], day: date) -> Any:
    return [amount for first, amount in versions if first <= day][-1]


def _months_before(day: date, months: int) -> date:
    """Return the last day from which `months` have passed on `day`."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def decide_by_hand(  # noqa: C901, PLR0915 - one function is faster than several
    household: Any, payment_day: date, law_day: date
) -> tuple[Answers, tuple[Answers, ...]]:
    """Decide for a household of which every fact is known."""
    day = day_of(payment_day, law_day)
    late = household.claimed_on <= day.claimed12
    if not household.lives_in_the_country:
        reports = late and any(_is_student(child, day) for child in household.children)
        report = NO_REPORT
        if household.foreign_benefit and household.overpaid > 0:
            report = REPORT_AT_ONCE
        elif reports:
            report = REPORT_OF_STUDENT
        return (*ABROAD_HOUSEHOLD, report), (ABROAD_CHILD,) * len(household.children)

    dependent = infants = pupils = 0
    severe = student = young_adopted = far = False
    at_home = False  # whether a child lives in no boarding house
    total = ZERO
    care_rate = None  # not yet looked up
    children = []
    for child in household.children:
        born, school, degree = child.date_of_birth, child.school, child.degree_of_disability
        severe = severe or degree >= 80
        far = far or child.distance > 15
        at_home = at_home or not child.boards
        if not _is_dependent(child, day):
            refused = NOTHING if household.parents_in_work or degree >= 50 else NO_CARE
            children.append((NOTHING, NOTHING, NOTHING, NOTHING, refused))
            continue
        dependent += 1
        age_rate = age_addition = grant = care = NOTHING
        disability = NO_DEGREE
        if born <= day.born14:
            age_rate = OLDER_RATE if born < OLDER_BEFORE else YOUNGER_RATE
            if child.care == "shared":
                age_addition = (_nearest(day.base * age_rate[0] * HALF), ("6(4)",))
            else:
                age_addition = (_nearest(day.base * age_rate[0]), ("6(3)",))
            total += age_addition[0]
        if degree > 79:
            disability = (_nearest(day.base * HIGH_DEGREE), ("6(6)",))
        elif degree > 49:
            disability = (_nearest(day.base * MIDDLE_DEGREE), ("6(6)",))
        if degree > 49:
            total += disability[0]
        if born <= day.born6 and school in OF_PUPILS:
            pupils += 1
            if school == "primary":
                grant = GRANT_IN_PRIMARY
            elif school == "secondary":
                grant = GRANT_IN_SECONDARY
            if child.boards:
                grant = GRANT_OF_BOARDER
        if born <= day.born16 and school in OF_STUDENTS:
            student = True
            if grant is NOTHING:
                grant = GRANT_OF_STUDENT
        if grant is not NOTHING:
            total += grant[0]
        if born > day.born3:
            infants += 1
        if not household.parents_in_work and degree < 50:
            care = NO_CARE
        elif born > day.born3 and child.care_costs > 50:
            if care_rate is None:
                care_rate = CARE_RATES[bisect_left(CARE_BOUNDS, household.income)]
            care = (_nearest(min(child.care_costs, MOST_CARE) * care_rate), ("8(3)",))
            total += care[0]
        young_adopted = young_adopted or (child.adopted and born > day.born12)
        children.append((age_rate, age_addition, disability, grant, care))

    income, savings, alone = household.income, household.savings, household.single_parent
    ceiling = day.lower_ceiling + CEILING_A_CHILD * dependent
    if income <= ceiling:
        share = FULL_SHARE
    else:
        share = HALF_SHARE if income <= day.upper_ceiling else QUARTER_SHARE
    entitled = _entitled(household, day, dependent, severe=severe)
    allowance = NOTHING
    if entitled[0]:
        full = _nearest(day.base * ALLOWANCE_RATES[min(dependent, 5)])
        allowance = (_nearest(full * share[0]), ("5(6)",))
        total += allowance[0]

    large = dependent >= 3 or (alone and dependent >= 2)
    in_need = (income <= 12_000 and savings <= 20_000) or (
        alone and income <= 18_000 and savings <= 30_000
    )
    if savings > 100_000:
        supplement = NO_SUPPLEMENT
    else:
        amount, cited = ZERO, []
        if large and entitled[0]:
            amount += LARGE
            cited.append("9(1)")
        if alone and dependent:
            amount += LONE_PARENT
            cited.append("9(2)")
        if in_need and (infants or dependent >= 3):
            amount += IN_NEED
            cited.append("9(3)(1)" if infants else "9(3)(2)")
        if far and household.territory == "north":
            amount += FAR
            cited.append("9(4)")
        if infants >= 2 and income <= ceiling:
            amount += INFANTS
            cited.append("9(5)")
        if young_adopted:
            amount += ADOPTED
            cited.append("9(6)")
        supplement = (amount, tuple(cited)) if cited else NOTHING
        total += amount
    meals = _meals(pupils, large=large, in_need=in_need, severe=severe, at_home=at_home)
    rent_rate = RENT_RATES[household.territory]
    housing_aid = _housing_aid(household, dependent, rent_rate[0])
    if housing_aid[0]:
        total += housing_aid[0]
    due = total - _down(min(household.overpaid * TENTH, MOST_RECOVERED))
    payment = NO_PAYMENT if due < 10 else (_nearest(due), ("12(5)",))
    report = NO_REPORT
    if household.foreign_benefit and (entitled[0] or household.overpaid > 0):
        report = REPORT_AT_ONCE
    elif late and student:
        report = REPORT_OF_STUDENT
    return (
        entitled, share, rent_rate, allowance, supplement, meals, housing_aid, payment, report,
    ), tuple(children)  # fmt: skip


def _is_dependent(child: Any, day: Day) -> bool:
    if child.care == "placed":
        return False
    born = child.date_of_birth
    if born > day.born16:
        return True
    if born > day.born21 and child.school in SECONDARY_OR_LATER and not child.married:
        return bool(child.earnings <= 1_048 or child.degree_of_disability >= 80)
    return bool(born > day.born25 and child.degree_of_disability >= 80)


def _is_student(child: Any, day: Day) -> bool:
    of_age = child.date_of_birth <= day.born16 and child.school in OF_STUDENTS
    return of_age and _is_dependent(child, day)


def _entitled(household: Any, day: Day, dependent: int, *, severe: bool) -> Answer:
    """Return whether Article 4 entitles a household that lives in the country."""
    if household.arrived_on > day.arrived and not household.single_parent:
        return False, ("4(4)",)
    if household.foreign_benefit:
        return False, ("4(5)(1)",)
    if household.false_information:
        return False, ("4(5)(2)",)
    if household.claimed_on <= day.claimed24:
        return False, ("4(5)(3)",)
    if dependent >= 2:
        return True, ("4(1)",)
    if dependent == 1 and household.territory != "mainland":
        return True, ("4(2)",)
    return (True, ("4(3)",)) if severe else (False, ())


def _meals(pupils: int, *, large: bool, in_need: bool, severe: bool, at_home: bool) -> Answer:
    if in_need and severe:
        return MEALS_FREE
    in_need, large = in_need and pupils >= 1, large and pupils >= 1
    if not (in_need or large or pupils >= 2):
        return NOTHING
    if not at_home:
        return NO_MEALS
    if in_need:
        return MEALS_IN_NEED
    return MEALS_OF_LARGE if large else MEALS_OF_TWO


def _housing_aid(household: Any, dependent: int, rent_rate: Fraction) -> Answer:
    refused = []
    if household.savings > 60_000:
        refused.append("11(10)(1)")
    if household.damp_dwelling:
        refused.append("11(10)(2)")
    if refused:
        return None, tuple(refused)
    if household.housing == "owned" or not dependent:
        return NOTHING
    income = household.income
    row = bisect_left(OWN_BOUNDS, income)
    own_part = ZERO
    if row:
        own_part = _nearest(OWN_BELOW[row] + (income - OWN_BOUNDS[row - 1]) * OWN_RATES[row])
    aid = min(household.rent, HIGHEST_RENTS[min(dependent, 5)]) - own_part
    if household.housing == "rented":
        return (_down(min(aid * rent_rate, MOST_AID)) if aid > 0 else ZERO), ("11(8)",)
    return (_down(aid * HALF) if aid > 0 else ZERO), ("11(9)",)


def _nearest(amount: Fraction) -> Fraction:
    """Return an amount to the nearest cent, half a cent away from zero."""
    numerator, denominator = amount.numerator, amount.denominator
    if numerator < 0:
        return -_nearest(-amount)
    return Fraction((200 * numerator + denominator) // (2 * denominator), 100)


def _down(amount: Fraction) -> Fraction:
    """Return an amount rounded down to a whole cent."""
    return Fraction(100 * amount.numerator // amount.denominator, 100)
