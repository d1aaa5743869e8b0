"""The amnesty law of 2025 written by hand for persons of whom facts may be missing.

`decide_partial` answers as `decide_known` where every fact is known, with three truth values
by hand. See `by_hand` for what an answer is and what is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from benchmarks.by_hand import (
    BEFORE_8,
    BY_OFFICE,
    CONVICTED,
    CORRUPTION,
    DRUGS,
    EFFECTIVE_DAY,
    ENTRUSTED,
    EXCLUDED,
    EXTREMIST,
    FEMALE,
    FIFTH,
    FIRST,
    FROM_LIABILITY,
    FROM_PUNISHMENT,
    HALF,
    HARM,
    IN_2,
    IN_3,
    IN_5,
    MEDIUM,
    MINOR,
    MINORS,
    MISDEMEANOUR,
    NO_RECIDIVISM,
    NOT_COVERED,
    NOWHERE,
    OPEN,
    QUARTER,
    REDUCED,
    SECOND,
    SECRETS,
    SERIOUS,
    SIGNS,
    TERRORIST,
    THIRD,
    TORTURE,
    Answer,
    Cited,
    age_on,
    citations,
    days_of,
)
from kz_amnesty_2025 import Offence, Outcome, Person

from lawc.runtime.values import Truth

EXCLUDING = CORRUPTION | TERRORIST | EXTREMIST | TORTURE | SECRETS | HARM | DRUGS
NOT_KNOWN = citations(None, None, None)
IN_3_WITHOUT_TERM = {key: citations(*one[False][:2], None) for key, one in IN_3.items()}
GREATER_OPEN = citations(("3(2)",), None, None)

Effect: TypeAlias = tuple[Outcome | None, Fraction | None, dict[Truth, Cited]]
EffectOf: TypeAlias = Callable[[Offence, Truth, date], Effect]


def decide_partial(
    person: Person, effective_day: date = EFFECTIVE_DAY, effect: EffectOf | None = None
) -> list[Answer] | None:
    """Decide for a person of whom facts may be missing; None if it is not known of what.

    `effect` is what Articles 2 and 3 do, where it is not what they do in the law as it is.
    """
    effect = effect or effect_of
    if person.offences is None:
        return None
    excluded, doubtful = _may_be_excluded(person)
    own: Truth = None
    looked = False
    answers: list[Answer] = []
    for offence in person.offences:
        obliged = _all(offence.damage_caused, denied(offence.damage_compensated_in_full))
        committed = offence.committed_on
        if committed is not None and committed >= effective_day:
            answers.append((NOT_COVERED, None, None, obliged, BEFORE_8[obliged]))
            continue
        if excluded is not None and committed is not None:
            answers.append((EXCLUDED, None, None, obliged, IN_5[excluded][obliged]))
            continue
        if excluded is not None or doubtful or offence.category is None:
            # whatever else is known: a minor offence is released, a serious one is not
            answers.append((None, None, None, obliged, NOT_KNOWN[obliged]))
            continue
        vulnerable: Truth = None
        if offence.category is not MINOR and offence.category is not MISDEMEANOUR:
            if not looked:
                own, looked = _may_be_vulnerable(person, effective_day), True
            vulnerable = own
            if own is not True and (minor := _was_minor(person, offence)) is not False:
                vulnerable = minor
        outcome, reduction, cited = effect(offence, vulnerable, effective_day)
        if (
            (outcome is None or (outcome is REDUCED and reduction is None))
            and vulnerable is None
            and _elderly_or_minor(person, committed, effective_day)
        ):
            known = cited if outcome is REDUCED else None
            outcome, reduction, cited = effect(offence, True, effective_day)
            cited = _cited_whenever_born(offence, known, cited)
        if committed is None and outcome is not NOT_COVERED:
            answers.append((None, None, None, obliged, NOT_KNOWN[obliged]))
            continue
        days_off = None
        if reduction is not None and offence.term_ends_on is not None:
            left = max((offence.term_ends_on - effective_day).days, 0)
            days_off = -(-left * reduction.numerator // reduction.denominator)
        answers.append((outcome, reduction, days_off, obliged, cited[obliged]))
    return answers


OPEN_EFFECT: Effect = (None, None, NOT_KNOWN)
UNCOVERED: Effect = (NOT_COVERED, None, NOWHERE)


def _reduced(offence: Offence, reduction: Fraction, citation: str, greater: str) -> Effect:
    cites = IN_3_WITHOUT_TERM if offence.term_ends_on is None else IN_3
    return REDUCED, reduction, cites[citation, greater]


def effect_of(offence: Offence, vulnerable: Truth, effective_day: date) -> Effect:
    """Return the effect of Articles 2 and 3 on an offence of known category."""
    category, stage = offence.category, offence.stage
    if category is MEDIUM:
        return _effect_medium(offence, vulnerable, effective_day)
    if category is MINOR or category is MISDEMEANOUR:
        if stage is None:
            return OPEN_EFFECT
        return FROM_LIABILITY if stage is OPEN else FROM_PUNISHMENT, None, IN_2["2(1)(1)"]
    if stage is OPEN:
        return UNCOVERED
    settled = is_settled(offence)
    if vulnerable is False and settled is False:
        return UNCOVERED
    if stage is None:
        return OPEN_EFFECT
    if vulnerable:
        return _reduced(offence, THIRD if category is SERIOUS else QUARTER, "3(1)", "3(1)")
    if settled and vulnerable is False:
        return _reduced(offence, FIFTH, "3(2)", "3(2)")
    if settled:
        return REDUCED, None, GREATER_OPEN
    return OPEN_EFFECT


def _cited_whenever_born(
    offence: Offence, known: dict[Truth, Cited] | None, cited: dict[Truth, Cited]
) -> dict[Truth, Cited]:
    """Return the citations of the effect on who is elderly or was a minor, by cases.

    `known` are those without trying cases, where it is sure that the punishment is reduced.
    """
    if known is not None:
        cited = {held: (known[held][0], *by[1:]) for held, by in cited.items()}
    if offence.stage is OPEN:  # whether Article 2 applies, no reduction is given
        cited = {held: (by[0], (), (), by[3]) for held, by in cited.items()}
    return cited


def _effect_medium(offence: Offence, vulnerable: Truth, effective_day: date) -> Effect:
    stage = offence.stage
    if stage is None:
        return OPEN_EFFECT
    no_burden = (
        offence.damage_compensated_in_full
        or offence.damage_caused is False
        or offence.civil_claim_brought is False
    )
    behaviour, ends = offence.negative_behaviour, offence.term_ends_on
    a_year_on = days_of(effective_day)[3]
    release = None
    if no_burden:
        release = "2(1)(2)"
    elif vulnerable:
        release = "2(1)(3)"
    elif stage is CONVICTED and behaviour is False and ends is not None and ends <= a_year_on:
        release = "2(2)"
    if release is not None:
        return FROM_LIABILITY if stage is OPEN else FROM_PUNISHMENT, None, IN_2[release]
    may_be_released = (
        vulnerable is None
        or offence.damage_compensated_in_full is None
        or offence.damage_caused is None
        or offence.civil_claim_brought is None
        or (stage is CONVICTED and not behaviour and (ends is None or ends <= a_year_on))
    )
    if may_be_released:
        return OPEN_EFFECT
    if stage is OPEN:
        return UNCOVERED
    return _reduced(offence, HALF, "3(2)" if is_settled(offence) else "3(3)", "3(3)")


def is_settled(offence: Offence) -> Truth:
    """Return whether Article 3(2) holds of a person, leaving the conviction aside."""
    compensated, satisfied = offence.damage_compensated_in_full, offence.civil_claims_satisfied
    if compensated is False or satisfied is False:
        return False
    sure, may = SIGNS[offence.provision]
    if not may & ENTRUSTED:
        return False
    return True if compensated and satisfied and sure & ENTRUSTED else None


def _may_be_excluded(  # noqa: C901 - one branch a point of Article 5
    person: Person,
) -> tuple[int | None, bool]:
    """Return the first point of Article 5 that surely holds, and whether one may hold."""
    first = 12
    doubtful = False
    for offence in person.offences or ():
        sure, may = SIGNS[offence.provision]
        recidivism, position = offence.recidivism, offence.official_position_used
        against_minor: Truth = False
        if may & MINORS:
            against_minor = _against_minor(person, offence, listed=bool(sure & MINORS))
        if sure & CORRUPTION or (sure & BY_OFFICE and position):
            point = 1
        elif sure & TERRORIST:
            point = 2
        elif offence.signs_of_extremism or sure & EXTREMIST:
            point = 3
        elif against_minor:
            point = 4
        elif sure & TORTURE:
            point = 5
        elif recidivism is not None and recidivism is not NO_RECIDIVISM:
            point = 6
        elif offence.life_imprisonment:
            point = 7
        elif offence.in_criminal_group:
            point = 8
        elif sure & SECRETS:
            point = 9
        elif sure & HARM:
            point = 10
        elif sure & DRUGS:
            point = 11
        else:
            doubtful = doubtful or against_minor is None or _doubtful(offence, may)
            continue
        first = min(first, point)
    return (None if first == 12 else first), doubtful


def _doubtful(offence: Offence, may: int) -> bool:
    """Return whether a point of Article 5 but the fourth may hold, if none surely holds."""
    return bool(
        may & EXCLUDING
        or (may & BY_OFFICE and offence.official_position_used is not False)
        or offence.signs_of_extremism is None
        or offence.recidivism is None
        or offence.life_imprisonment is None
        or offence.in_criminal_group is None
    )


def _against_minor(person: Person, offence: Offence, *, listed: bool) -> Truth:
    """Return whether point 4 of Article 5 holds of an offence that may be in its list."""
    age = offence.victim_age
    if age is not None and age >= 18:
        return False
    among_minors: Truth = False
    if age is None or age >= 14:
        among_minors = _was_minor(person, offence)
        if age is None and among_minors:
            among_minors = None
    if among_minors:
        return False
    return True if listed and age is not None and among_minors is False else None


def _elderly_or_minor(person: Person, committed: date | None, effective_day: date) -> bool:
    """Return whether a person too young to be elderly was surely a minor then."""
    if person.date_of_birth is not None or committed is None:
        return False
    _, born50, born60, _ = days_of(effective_day)
    last = born50 if person.sex is FEMALE else born60
    return age_on(last + timedelta(days=1), committed) < 18


def _was_minor(person: Person, offence: Offence) -> Truth:
    if person.date_of_birth is None or offence.committed_on is None:
        return None
    return age_on(person.date_of_birth, offence.committed_on) < 18


def _may_be_vulnerable(person: Person, effective_day: date) -> Truth:
    """Return whether the person is vulnerable whatever the day of the offence."""
    if person.covered_by_law_on_veterans:
        return True
    sex = person.sex
    if sex is None and person.pregnant_on_effective_day:
        sex = FEMALE
    if sex is None:
        as_woman = _vulnerable_as(person, effective_day, woman=True)
        as_man = _vulnerable_as(person, effective_day, woman=False)
        return as_woman if as_woman is as_man else None
    return _vulnerable_as(person, effective_day, woman=sex is FEMALE)


def _vulnerable_as(person: Person, effective_day: date, *, woman: bool) -> Truth:
    born18, born50, born60, _ = days_of(effective_day)
    impossible = person.covered_by_law_on_veterans is False
    birth = person.date_of_birth
    if birth is None:
        impossible = False
    elif birth <= (born50 if woman else born60):
        return True
    if woman and person.pregnant_on_effective_day is not False:
        if person.pregnant_on_effective_day:
            return True
        impossible = False
    group, recognised = person.disability_group, person.disability_recognised_on
    if (group is None or group is FIRST or group is SECOND) and (
        recognised is None or recognised < effective_day
    ):
        if group is not None and recognised is not None:
            return True
        impossible = False
    if person.deprived_of_parental_rights:
        return False if impossible else None
    raising = person.dependant_with_disability_at_offence_and_conviction
    if not raising and (woman or person.only_parent is not False):
        child = _has_young_child(person, born18, effective_day)
        if not woman and child and person.only_parent is None:
            child = None
        raising = True if child else None if raising is None or child is None else False
    if raising and person.deprived_of_parental_rights is False:
        return True
    return False if impossible and raising is False else None


def _has_young_child(person: Person, born18: date, effective_day: date) -> Truth:
    if person.children is None:
        return None
    impossible = True
    for child in person.children:
        birth = child.date_of_birth
        if birth is None:
            impossible = False
        elif born18 < birth <= effective_day:
            return True
    return False if impossible else None


def _all(left: Truth, right: Truth) -> Truth:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def denied(truth: Truth) -> Truth:
    """Return the truth of a denial."""
    return None if truth is None else not truth
