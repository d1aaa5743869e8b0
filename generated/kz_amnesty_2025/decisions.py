"""Decisions of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law
(sha256 93020dd69a3ee2af9321d7e3c36951cb3050b91e409b32b759e16a930c8c44b4).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Any, NamedTuple

from lawc.runtime.combining import Case, Chain, Tried, decided, tried
from lawc.runtime.logic import (
    CONTRADICTION,
    NOTHING,
    State,
    product,
    rounded,
    spoken_of,
    unknown,
)
from lawc.runtime.results import (
    TEXTS,
    as_text,
    chosen,
    count,
    day,
    fraction,
    keys,
    keys_text,
    number,
)
from lawc.runtime.values import days_from, share_up

from . import facts, rules
from .facts import (
    EFFECTIVE_DAY_OF_THE_LAW,
    USUAL_DAYS,
    _CATEGORY_VALUES,
    _SEX_VALUES,
    _STAGE_VALUES,
    Days,
    Offence,
    Outcome,
    Person,
    possible_offence,
    possible_person,
    sex_of_person,
)
from .inlined import (
    LATEST_1,
    LATEST_4,
    LISTS_1,
    ORDER,
    OUTCOME_EXCLUDED,
    OUTCOME_NOT_COVERED,
    OUTCOME_REDUCED,
    OUTCOME_RELEASED_FROM_LIABILITY,
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    VALUE_6,
    VALUE_7,
    VALUE_8,
    VALUE_9,
    _concept_12,
    _needed_14,
    _offence,
    _offence_shared,
)

new = tuple.__new__

CHAIN_4 = Chain(
    (
        attrgetter(
            "stage",
            "provision",
            "category",
            "committed_on",
            "damage_caused",
            "damage_compensated_in_full",
            "civil_claim_brought",
            "civil_claims_satisfied",
            "official_position_used",
            "signs_of_extremism",
            "victim_age",
            "recidivism",
            "life_imprisonment",
            "in_criminal_group",
            "negative_behaviour",
            "term_ends_on",
            "socially_vulnerable",
            "corruption_crime",
            "terrorist_crime",
            "extremist_crime",
            "crime_against_minor",
            "unserved_part",
            "outcome",
            "reduction",
            "days_off",
            "obliged_to_compensate",
            "stage",
        ),
        attrgetter(
            "sex",
            "date_of_birth",
            "covered_by_law_on_veterans",
            "pregnant_on_effective_day",
            "deprived_of_parental_rights",
            "only_parent",
            "dependant_with_disability_at_offence_and_conviction",
            "disability_group",
            "disability_recognised_on",
            "offences",
            "children",
            "sex",
        ),
    ),
    ("offences",),
    True,
)

CASES_5 = (
    Case(0, "category", "category", attrgetter("category"), tuple(_CATEGORY_VALUES.values())),
    Case(1, "sex", "sex", sex_of_person, tuple(_SEX_VALUES.values())),
    Case(0, "stage", "stage", attrgetter("stage"), tuple(_STAGE_VALUES.values())),
)

CASES_6 = (
    Case(0, "category", "category", attrgetter("category"), tuple(_CATEGORY_VALUES.values())),
    Case(1, "sex", "sex", sex_of_person, tuple(_SEX_VALUES.values())),
)


class OffenceDecision(NamedTuple):
    """What is decided of one offence."""

    outcome: Outcome | None
    reduction: Fraction | None
    days_off: int | None
    obliged_to_compensate: bool | None
    provisions: tuple[str, ...]
    open: Any

    @property
    def needed(self) -> tuple[str, ...]:
        """The paths of missing facts that could settle it, most useful first."""
        return () if self.open is None else _needed_14(*self.open)

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return {
            "outcome": chosen(self.outcome),
            "reduction": fraction(self.reduction),
            "days_off": count(self.days_off),
            "obliged_to_compensate": self.obliged_to_compensate,
            "provisions": list(self.provisions),
            "needed": keys(self.needed),
        }

    def to_json(self) -> str:
        """Return `to_dict` as a line of JSON."""
        parts = [
            '{"outcome": ',
            TEXTS[self.outcome],
            ', "reduction": ',
            "null" if self.reduction is None else as_text(fraction(self.reduction)),
            ', "days_off": ',
            "null" if self.days_off is None else as_text(count(self.days_off)),
            ', "obliged_to_compensate": ',
            TEXTS[self.obliged_to_compensate],
            ', "provisions": ',
            TEXTS[self.provisions],
            ', "needed": ',
            keys_text(self.needed),
            "}",
        ]
        return "".join(parts)


class Decision(NamedTuple):
    """What is decided of one person."""

    offences: tuple[OffenceDecision, ...] | None

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return {
            "offences": []
            if self.offences is None
            else [one.to_dict() for one in self.offences],
        }

    def to_json(self) -> str:
        """Return `to_dict` as a line of JSON."""
        parts = [
            '{"offences": ',
            "[" + ", ".join([one.to_json() for one in self.offences or ()]) + "]",
            "}",
        ]
        return "".join(parts)


RESULT_1 = OffenceDecision(OUTCOME_NOT_COVERED, None, None, True, ("8",), None)
RESULT_2 = OffenceDecision(OUTCOME_NOT_COVERED, None, None, False, ("8",), None)
RESULT_3 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(1)",), None)
RESULT_4 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(1)",), None)
RESULT_5 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(2)",), None)
RESULT_6 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(2)",), None)
RESULT_7 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(3)",), None)
RESULT_8 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(3)",), None)
RESULT_9 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(4)",), None)
RESULT_10 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(4)",), None)
RESULT_11 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(5)",), None)
RESULT_12 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(5)",), None)
RESULT_13 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(6)",), None)
RESULT_14 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(6)",), None)
RESULT_15 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(7)",), None)
RESULT_16 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(7)",), None)
RESULT_17 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(8)",), None)
RESULT_18 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(8)",), None)
RESULT_19 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(9)",), None)
RESULT_20 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(9)",), None)
RESULT_21 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(10)",), None)
RESULT_22 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(10)",), None)
RESULT_23 = OffenceDecision(OUTCOME_EXCLUDED, None, None, True, ("5(11)",), None)
RESULT_24 = OffenceDecision(OUTCOME_EXCLUDED, None, None, False, ("5(11)",), None)
RESULT_25 = OffenceDecision(
    OUTCOME_RELEASED_FROM_LIABILITY,
    None,
    None,
    True,
    ("2(1)(1)",),
    None,
)
RESULT_26 = OffenceDecision(
    OUTCOME_RELEASED_FROM_LIABILITY,
    None,
    None,
    False,
    ("2(1)(1)",),
    None,
)
RESULT_27 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    True,
    ("2(1)(1)",),
    None,
)
RESULT_28 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    False,
    ("2(1)(1)",),
    None,
)
RESULT_29 = OffenceDecision(
    OUTCOME_RELEASED_FROM_LIABILITY,
    None,
    None,
    True,
    ("2(1)(2)",),
    None,
)
RESULT_30 = OffenceDecision(
    OUTCOME_RELEASED_FROM_LIABILITY,
    None,
    None,
    False,
    ("2(1)(2)",),
    None,
)
RESULT_31 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    True,
    ("2(1)(2)",),
    None,
)
RESULT_32 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    False,
    ("2(1)(2)",),
    None,
)
RESULT_33 = OffenceDecision(
    OUTCOME_RELEASED_FROM_LIABILITY,
    None,
    None,
    True,
    ("2(1)(3)",),
    None,
)
RESULT_34 = OffenceDecision(
    OUTCOME_RELEASED_FROM_LIABILITY,
    None,
    None,
    False,
    ("2(1)(3)",),
    None,
)
RESULT_35 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    True,
    ("2(1)(3)",),
    None,
)
RESULT_36 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    False,
    ("2(1)(3)",),
    None,
)
RESULT_37 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    True,
    ("2(2)",),
    None,
)
RESULT_38 = OffenceDecision(
    OUTCOME_RELEASED_FROM_MAIN_PUNISHMENT,
    None,
    None,
    False,
    ("2(2)",),
    None,
)
RESULT_39 = OffenceDecision(OUTCOME_NOT_COVERED, None, None, True, (), None)
RESULT_40 = OffenceDecision(OUTCOME_NOT_COVERED, None, None, False, (), None)


def _quick_offence(person: Person, days: Days) -> tuple[OffenceDecision, ...] | None:
    if person.offences is None:
        return None
    bits = 0
    if person.offences is None:
        return None
    for offence in person.offences:
        in_lists_of_all_1 = LISTS_1[offence.provision]
        if (
            in_lists_of_all_1 & 87121
            or (offence.official_position_used is not False and in_lists_of_all_1 & 4)
            or offence.corruption_crime
            or offence.terrorist_crime
            or offence.signs_of_extremism is not False
            or offence.extremist_crime
            or (
                (
                    (
                        in_lists_of_all_1 & 256
                        and (offence.victim_age is None or offence.victim_age < 18)
                    )
                    or offence.crime_against_minor
                )
                and not (
                    offence.victim_age is not None
                    and offence.victim_age >= 14
                    and offence.victim_age < 18
                    and not (
                        person.date_of_birth is None
                        or offence.committed_on is None
                        or person.date_of_birth <= LATEST_1[offence.committed_on]
                    )
                )
            )
            or offence.recidivism in {"recidivism", "dangerous", None}
            or offence.life_imprisonment is not False
            or offence.in_criminal_group is not False
        ):
            if (
                in_lists_of_all_1 & 1
                or (offence.official_position_used is not False and in_lists_of_all_1 & 4)
                or offence.corruption_crime
            ) and offence.corruption_crime is not False:
                if not (
                    offence.corruption_crime
                    or (
                        offence.corruption_crime is None
                        and (
                            in_lists_of_all_1 & 2
                            or (offence.official_position_used and in_lists_of_all_1 & 8)
                        )
                    )
                ):
                    return None
                bits |= 1
            if (
                in_lists_of_all_1 & 16 or offence.terrorist_crime
            ) and offence.terrorist_crime is not False:
                if not (
                    offence.terrorist_crime
                    or (offence.terrorist_crime is None and in_lists_of_all_1 & 32)
                ):
                    return None
                bits |= 2
            if offence.signs_of_extremism is not False or (
                (in_lists_of_all_1 & 64 or offence.extremist_crime)
                and offence.extremist_crime is not False
            ):
                if not (
                    offence.signs_of_extremism
                    or offence.extremist_crime
                    or (offence.extremist_crime is None and in_lists_of_all_1 & 128)
                ):
                    return None
                bits |= 4
            if (
                (
                    (
                        in_lists_of_all_1 & 256
                        and (offence.victim_age is None or offence.victim_age < 18)
                    )
                    or offence.crime_against_minor
                )
                and offence.crime_against_minor is not False
                and not (
                    offence.victim_age is not None
                    and offence.victim_age >= 14
                    and offence.victim_age < 18
                    and not (
                        person.date_of_birth is None
                        or offence.committed_on is None
                        or person.date_of_birth <= LATEST_1[offence.committed_on]
                    )
                )
            ):
                if not (
                    (
                        offence.crime_against_minor
                        or (
                            offence.crime_against_minor is None
                            and in_lists_of_all_1 & 512
                            and offence.victim_age is not None
                            and offence.victim_age < 18
                        )
                    )
                    and not (
                        (offence.victim_age is None or offence.victim_age >= 14)
                        and (offence.victim_age is None or offence.victim_age < 18)
                        and not (
                            person.date_of_birth is not None
                            and offence.committed_on is not None
                            and person.date_of_birth <= LATEST_1[offence.committed_on]
                        )
                    )
                ):
                    return None
                bits |= 8
            if in_lists_of_all_1 & 1024:
                if not in_lists_of_all_1 & 2048:
                    return None
                bits |= 16
            if offence.recidivism in {"recidivism", "dangerous", None}:
                if not offence.recidivism in {"recidivism", "dangerous"}:
                    return None
                bits |= 32
            if offence.life_imprisonment is not False:
                if not offence.life_imprisonment:
                    return None
                bits |= 64
            if offence.in_criminal_group is not False:
                if not offence.in_criminal_group:
                    return None
                bits |= 128
            if in_lists_of_all_1 & 4096:
                if not in_lists_of_all_1 & 8192:
                    return None
                bits |= 256
            if in_lists_of_all_1 & 16384:
                if not in_lists_of_all_1 & 32768:
                    return None
                bits |= 512
            if in_lists_of_all_1 & 65536:
                if not in_lists_of_all_1 & 131072:
                    return None
                bits |= 1024
    made: list[OffenceDecision] = []
    add = made.append
    for offence in person.offences:
        if offence.outcome is not None:
            return None
        if offence.reduction is not None:
            return None
        if offence.days_off is not None:
            return None
        if offence.obliged_to_compensate is not None:
            return None
        v4 = False
        offence_damage_caused = offence.damage_caused
        offence_damage_compensated_in_full = offence.damage_compensated_in_full
        if offence_damage_caused is not False and not offence_damage_compensated_in_full:
            if not (
                offence_damage_caused and not offence_damage_compensated_in_full is not False
            ):
                return None
            v4 = True
        offence_committed_on = offence.committed_on
        if not (
            offence_committed_on is not None
            and days.effective_day is not None
            and offence_committed_on < days.effective_day
        ):
            if (
                offence_committed_on is None
                or days.effective_day is None
                or offence_committed_on < days.effective_day
            ):
                return None
            add(RESULT_1 if v4 else RESULT_2)
            continue
        if bits:
            if bits & 1:
                add(RESULT_3 if v4 else RESULT_4)
                continue
            if bits & 2:
                add(RESULT_5 if v4 else RESULT_6)
                continue
            if bits & 4:
                add(RESULT_7 if v4 else RESULT_8)
                continue
            if bits & 8:
                add(RESULT_9 if v4 else RESULT_10)
                continue
            if bits & 16:
                add(RESULT_11 if v4 else RESULT_12)
                continue
            if bits & 32:
                add(RESULT_13 if v4 else RESULT_14)
                continue
            if bits & 64:
                add(RESULT_15 if v4 else RESULT_16)
                continue
            if bits & 128:
                add(RESULT_17 if v4 else RESULT_18)
                continue
            if bits & 256:
                add(RESULT_19 if v4 else RESULT_20)
                continue
            if bits & 512:
                add(RESULT_21 if v4 else RESULT_22)
                continue
            if bits & 1024:
                add(RESULT_23 if v4 else RESULT_24)
                continue
        offence_stage = offence.stage
        offence_category = offence.category
        if offence_category in {"misdemeanour", "minor", None}:
            if not offence_category in {"misdemeanour", "minor"}:
                return None
            if offence_stage in {"open", None}:
                if not offence_stage == "open":
                    return None
                add(RESULT_25 if v4 else RESULT_26)
                continue
            add(RESULT_27 if v4 else RESULT_28)
            continue
        if offence_category == "medium" and (
            offence_damage_compensated_in_full is not False
            or not offence_damage_caused
            or not offence.civil_claim_brought
        ):
            if not (
                offence_damage_compensated_in_full
                or not offence_damage_caused is not False
                or not offence.civil_claim_brought is not False
            ):
                return None
            if offence_stage in {"open", None}:
                if not offence_stage == "open":
                    return None
                add(RESULT_29 if v4 else RESULT_30)
                continue
            add(RESULT_31 if v4 else RESULT_32)
            continue
        if (
            offence_category == "medium"
            and (m1 := _concept_12(offence, person, days)) is not False
            and True
        ):
            if not m1:
                return None
            if offence_stage in {"open", None}:
                if not offence_stage == "open":
                    return None
                add(RESULT_33 if v4 else RESULT_34)
                continue
            add(RESULT_35 if v4 else RESULT_36)
            continue
        offence_term_ends_on = offence.term_ends_on
        if (
            not offence.negative_behaviour
            and offence_stage in {"convicted", None}
            and offence_category == "medium"
            and (
                offence_term_ends_on is None
                or days.effective_day > LATEST_4[offence_term_ends_on]
            )
        ):
            if not (
                not offence.negative_behaviour is not False
                and offence_stage == "convicted"
                and offence_term_ends_on is not None
                and days.effective_day > LATEST_4[offence_term_ends_on]
            ):
                return None
            add(RESULT_37 if v4 else RESULT_38)
            continue
        if (
            offence_stage in {"convicted", None}
            and offence_category == "serious"
            and (m1 := _concept_12(offence, person, days)) is not False
        ):
            if not (offence_stage == "convicted" and m1):
                return None
            if (
                days.effective_day is not None
                and offence_term_ends_on is not None
                and offence.unserved_part is None
            ):
                a3 = share_up(
                    max(days_from(days.effective_day, offence_term_ends_on), 0),
                    VALUE_6,
                )
            else:
                a3 = rounded(
                    product(rules.unserved_part(offence, person, days), spoken_of(VALUE_6)),
                    "up",
                    Fraction(1),
                )
            if a3 is None or a3 is NOTHING:
                return None
            add(new(OffenceDecision, (OUTCOME_REDUCED, VALUE_6, a3, v4, ("3(1)",), None)))
            continue
        if (
            offence_stage in {"convicted", None}
            and offence_category == "especially_serious"
            and (m1 := _concept_12(offence, person, days)) is not False
        ):
            if not (offence_stage == "convicted" and m1):
                return None
            if (
                days.effective_day is not None
                and offence_term_ends_on is not None
                and offence.unserved_part is None
            ):
                a3 = share_up(
                    max(days_from(days.effective_day, offence_term_ends_on), 0),
                    VALUE_7,
                )
            else:
                a3 = rounded(
                    product(rules.unserved_part(offence, person, days), spoken_of(VALUE_7)),
                    "up",
                    Fraction(1),
                )
            if a3 is None or a3 is NOTHING:
                return None
            add(new(OffenceDecision, (OUTCOME_REDUCED, VALUE_7, a3, v4, ("3(1)",), None)))
            continue
        if (
            offence_damage_compensated_in_full is not False
            and offence.civil_claims_satisfied is not False
            and offence_stage in {"convicted", None}
            and LISTS_1[offence.provision] & 262144
        ):
            if not (
                offence_damage_compensated_in_full
                and offence.civil_claims_satisfied
                and offence_stage == "convicted"
                and LISTS_1[offence.provision] & 524288
            ):
                return None
            if offence_category == "medium":
                if (
                    days.effective_day is not None
                    and offence_term_ends_on is not None
                    and offence.unserved_part is None
                ):
                    a3 = share_up(
                        max(days_from(days.effective_day, offence_term_ends_on), 0),
                        VALUE_9,
                    )
                else:
                    a3 = rounded(
                        product(rules.unserved_part(offence, person, days), spoken_of(VALUE_9)),
                        "up",
                        Fraction(1),
                    )
                if a3 is None or a3 is NOTHING:
                    return None
                add(new(OffenceDecision, (OUTCOME_REDUCED, VALUE_9, a3, v4, ("3(2)",), None)))
                continue
            if (
                days.effective_day is not None
                and offence_term_ends_on is not None
                and offence.unserved_part is None
            ):
                a3 = share_up(
                    max(days_from(days.effective_day, offence_term_ends_on), 0),
                    VALUE_8,
                )
            else:
                a3 = rounded(
                    product(rules.unserved_part(offence, person, days), spoken_of(VALUE_8)),
                    "up",
                    Fraction(1),
                )
            if a3 is None or a3 is NOTHING:
                return None
            add(new(OffenceDecision, (OUTCOME_REDUCED, VALUE_8, a3, v4, ("3(2)",), None)))
            continue
        if offence_stage in {"convicted", None} and offence_category == "medium":
            if not offence_stage == "convicted":
                return None
            if (
                days.effective_day is not None
                and offence_term_ends_on is not None
                and offence.unserved_part is None
            ):
                a3 = share_up(
                    max(days_from(days.effective_day, offence_term_ends_on), 0),
                    VALUE_9,
                )
            else:
                a3 = rounded(
                    product(rules.unserved_part(offence, person, days), spoken_of(VALUE_9)),
                    "up",
                    Fraction(1),
                )
            if a3 is None or a3 is NOTHING:
                return None
            add(new(OffenceDecision, (OUTCOME_REDUCED, VALUE_9, a3, v4, ("3(3)",), None)))
            continue
        add(RESULT_39 if v4 else RESULT_40)
        continue
    return tuple(made)


def _tried_offence(
    offence: Offence,
    person: Person,
    days: Days,
    shared: Any,
    wanted: tuple[int, ...],
) -> dict[int, Tried]:
    def run(trial: tuple[Any, ...]) -> Any:
        offence, person = trial
        made = _offence(offence, person, days, shared)
        return ((made[0], made[1]), (made[3], made[4]), (made[6], made[7]), (made[9], made[10]))

    found: dict[int, Tried] = {}
    found |= tried(
        (offence, person),
        CHAIN_4,
        CASES_5,
        run,
        (possible_offence, possible_person),
        [n for n in wanted if n in (0,)],
        ORDER,
    )
    found |= tried(
        (offence, person),
        CHAIN_4,
        CASES_6,
        run,
        (possible_offence, possible_person),
        [n for n in wanted if n in (1, 2)],
        ORDER,
    )
    return found


def tried_offence(
    offence: Offence,
    person: Person,
    days: Days,
    wanted: tuple[int, ...],
) -> dict[int, Tried]:
    """Return what trying all cases settles, by the number of the decision."""
    shared = _offence_shared(person, days)
    return _tried_offence(offence, person, days, shared, wanted)


def _decided_offence(
    offence: Offence,
    person: Person,
    days: Days,
    above: str,
    place: int,
    shared: Any,
) -> OffenceDecision:
    made = _offence(offence, person, days, shared)
    (
        v1,
        by_1,
        open_1,
        v2,
        by_2,
        open_2,
        v3,
        by_3,
        open_3,
        v4,
        by_4,
        open_4,
        truths,
    ) = made
    open_: Any = None
    if v1 is None or v2 is None or v3 is None or v4 is None:
        wanted = tuple([n for n, v in enumerate((v1, v2, v3, v4)) if v is None])
        settled = _tried_offence(offence, person, days, shared, wanted)
        if 0 in settled:
            v1, by_1, _ = settled[0]
        if 1 in settled:
            v2, by_2, _ = settled[1]
        if 2 in settled:
            v3, by_3, _ = settled[2]
        if v1 is None:
            open_ = (
                offence,
                person,
                days,
                above + "offences[" + str(place) + "]",
                truths,
                open_1,
            )
    if v1 is None:
        v1 = Outcome.UNDETERMINED
    elif v1 is CONTRADICTION:
        v1 = Outcome.CONTRADICTION
    if v2.__class__ is State:
        v2 = None
    if v3.__class__ is State:
        v3 = None
    if v4.__class__ is State:
        v4 = None
    return new(OffenceDecision, (v1, v2, v3, v4, by_1, open_))


def _all_offence(person: Person, days: Days, above: str) -> tuple[OffenceDecision, ...] | None:
    if person.offences is None:
        return None
    shared = _offence_shared(person, days)
    return tuple(
        [
            _decided_offence(offence, person, days, above, place, shared)
            for place, offence in enumerate(person.offences)
        ]
    )


def _decided_person(person: Person, days: Days) -> Decision:
    quick_offence = _quick_offence(person, days)
    if quick_offence is None:
        quick_offence = _all_offence(person, days, "")
    return new(Decision, (quick_offence,))


def decide(
    person: Person,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
) -> Decision:
    """Return all that the law decides; a day that is None is unknown."""
    days = USUAL_DAYS
    if not effective_day is EFFECTIVE_DAY_OF_THE_LAW:
        days = Days(effective_day)
    return _decided_person(person, days)
