"""Decisions of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law
(sha256 43602c84a470430321d85e27ccefa025459c50de26777496291273e9f50f5948).
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Any, NamedTuple

from lawc.runtime.combining import Case, Chain, Tried, decided, tried
from lawc.runtime.logic import CONTRADICTION, State, unknown
from lawc.runtime.results import chosen, count, day, fraction, number, record, truth

from . import facts
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
from .inlined import ORDER, _needed_14, _offence, _offence_shared

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
    truths: Any
    open: Any

    @property
    def needed(self) -> tuple[str, ...]:
        """The paths of missing facts that could settle it, most useful first."""
        return () if self.open is None else _needed_14(*self.open)

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return record(
            {
                "outcome": chosen(self.outcome),
                "reduction": fraction(self.reduction),
                "days_off": count(self.days_off),
                "obliged_to_compensate": truth(self.obliged_to_compensate),
            },
            {},
            (self.provisions, self.needed),
        )


class Decision(NamedTuple):
    """What is decided of one person."""

    offences: tuple[OffenceDecision, ...] | None

    def to_dict(self) -> dict[str, Any]:
        """Return what is decided, as JSON has it."""
        return record(
            {},
            {
                "offences": None
                if self.offences is None
                else [one.to_dict() for one in self.offences],
            },
            None,
        )


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
    return new(OffenceDecision, (v1, v2, v3, v4, by_1, truths, open_))


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
    return new(Decision, (_all_offence(person, days, ""),))


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
