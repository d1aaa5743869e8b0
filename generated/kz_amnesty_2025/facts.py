"""Facts of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law
(sha256 93020dd69a3ee2af9321d7e3c36951cb3050b91e409b32b759e16a930c8c44b4).
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple

from lawc.runtime.facts import (
    choice_of,
    read_count,
    read_date,
    read_fraction,
    read_provision,
    read_truth,
)
from lawc.runtime.forms import Form, quick_count, quick_date, quick_truth, read, write
from lawc.runtime.logic import CONTRADICTION, established, known, under, unknown
from lawc.runtime.lookups import WRITTEN
from lawc.runtime.results import day
from lawc.runtime.values import Provision

EFFECTIVE_DAY_OF_THE_LAW = date(2025, 7, 5)


class Days(NamedTuple):
    """The days that a decision is asked for with; None is unknown."""

    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW

    def of(self, key: str) -> date | None:
        """Return the day under `key`."""
        found: dict[str, date | None] = {
            "effective_day": self.effective_day,
        }
        return found.get(key)


USUAL_DAYS = Days()


class Sex(StrEnum):
    """The values of person.sex."""

    FEMALE = "female"
    MALE = "male"


class DisabilityGroup(StrEnum):
    """The values of person.disability_group."""

    NONE = "none"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Stage(StrEnum):
    """The values of offence.stage."""

    OPEN = "open"
    CONVICTED = "convicted"


class Category(StrEnum):
    """The values of offence.category."""

    MISDEMEANOUR = "misdemeanour"
    MINOR = "minor"
    MEDIUM = "medium"
    SERIOUS = "serious"
    ESPECIALLY_SERIOUS = "especially_serious"


class Recidivism(StrEnum):
    """The values of offence.recidivism."""

    NONE = "none"
    RECIDIVISM = "recidivism"
    DANGEROUS = "dangerous"


class Outcome(StrEnum):
    """The values of offence.outcome."""

    RELEASED_FROM_LIABILITY = "released_from_liability"
    RELEASED_FROM_MAIN_PUNISHMENT = "released_from_main_punishment"
    REDUCED = "reduced"
    EXCLUDED = "excluded"
    NOT_COVERED = "not_covered"
    UNDETERMINED = "undetermined"
    CONTRADICTION = "contradiction"


_SEX_VALUES = {
    "female": Sex.FEMALE,
    "male": Sex.MALE,
}

_DISABILITYGROUP_VALUES = {
    "none": DisabilityGroup.NONE,
    "first": DisabilityGroup.FIRST,
    "second": DisabilityGroup.SECOND,
    "third": DisabilityGroup.THIRD,
}

_STAGE_VALUES = {
    "open": Stage.OPEN,
    "convicted": Stage.CONVICTED,
}

_CATEGORY_VALUES = {
    "misdemeanour": Category.MISDEMEANOUR,
    "minor": Category.MINOR,
    "medium": Category.MEDIUM,
    "serious": Category.SERIOUS,
    "especially_serious": Category.ESPECIALLY_SERIOUS,
}

_RECIDIVISM_VALUES = {
    "none": Recidivism.NONE,
    "recidivism": Recidivism.RECIDIVISM,
    "dangerous": Recidivism.DANGEROUS,
}

_OUTCOME_VALUES = {
    "released_from_liability": Outcome.RELEASED_FROM_LIABILITY,
    "released_from_main_punishment": Outcome.RELEASED_FROM_MAIN_PUNISHMENT,
    "reduced": Outcome.REDUCED,
    "excluded": Outcome.EXCLUDED,
    "not_covered": Outcome.NOT_COVERED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What is known of one child; None is unknown."""

    date_of_birth: date | None = None

    @classmethod
    def from_dict(cls, data: object) -> Child:
        """Return the thing that `data` describes, as JSON has it.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_child(data, _TOP_CHILD_KEYS)
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Child = read(_CHILD_FORM, data)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_CHILD_FORM, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """What is known of one offence; None is unknown."""

    stage: Stage | None = None
    provision: Provision | None = None
    category: Category | None = None
    committed_on: date | None = None
    damage_caused: bool | None = None
    damage_compensated_in_full: bool | None = None
    civil_claim_brought: bool | None = None
    civil_claims_satisfied: bool | None = None
    official_position_used: bool | None = None
    signs_of_extremism: bool | None = None
    victim_age: int | None = None
    recidivism: Recidivism | None = None
    life_imprisonment: bool | None = None
    in_criminal_group: bool | None = None
    negative_behaviour: bool | None = None
    term_ends_on: date | None = None
    # what follows may be supplied as established
    socially_vulnerable: bool | None = None
    corruption_crime: bool | None = None
    terrorist_crime: bool | None = None
    extremist_crime: bool | None = None
    crime_against_minor: bool | None = None
    unserved_part: int | None = None
    outcome: Outcome | None = None
    reduction: Fraction | None = None
    days_off: int | None = None
    obliged_to_compensate: bool | None = None

    @classmethod
    def from_dict(cls, data: object) -> Offence:
        """Return the thing that `data` describes, as JSON has it.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_offence(data, _TOP_OFFENCE_KEYS)
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Offence = read(_OFFENCE_FORM, data)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_OFFENCE_FORM, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of one person; None is unknown."""

    sex: Sex | None = None
    date_of_birth: date | None = None
    covered_by_law_on_veterans: bool | None = None
    pregnant_on_effective_day: bool | None = None
    deprived_of_parental_rights: bool | None = None
    only_parent: bool | None = None
    dependant_with_disability_at_offence_and_conviction: bool | None = None
    disability_group: DisabilityGroup | None = None
    disability_recognised_on: date | None = None
    offences: tuple[Offence, ...] | None = None
    children: tuple[Child, ...] | None = None

    @classmethod
    def from_dict(cls, data: object) -> Person:
        """Return the thing that `data` describes, as JSON has it.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_person(data, _TOP_PERSON_KEYS)
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Person = read(_PERSON_FORM, data)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_PERSON_FORM, self)


_OFFENCE_FORM = Form(
    Offence,
    {
        "stage": ("stage", choice_of(_STAGE_VALUES)),
        "provision": ("provision", read_provision),
        "category": ("category", choice_of(_CATEGORY_VALUES)),
        "committed_on": ("committed_on", read_date),
        "damage_caused": ("damage_caused", read_truth),
        "damage_compensated_in_full": ("damage_compensated_in_full", read_truth),
        "civil_claim_brought": ("civil_claim_brought", read_truth),
        "civil_claims_satisfied": ("civil_claims_satisfied", read_truth),
        "official_position_used": ("official_position_used", read_truth),
        "signs_of_extremism": ("signs_of_extremism", read_truth),
        "victim_age": ("victim_age", read_count),
        "recidivism": ("recidivism", choice_of(_RECIDIVISM_VALUES)),
        "life_imprisonment": ("life_imprisonment", read_truth),
        "in_criminal_group": ("in_criminal_group", read_truth),
        "negative_behaviour": ("negative_behaviour", read_truth),
        "term_ends_on": ("term_ends_on", read_date),
        "socially_vulnerable": ("socially_vulnerable", read_truth),
        "corruption_crime": ("corruption_crime", read_truth),
        "terrorist_crime": ("terrorist_crime", read_truth),
        "extremist_crime": ("extremist_crime", read_truth),
        "crime_against_minor": ("crime_against_minor", read_truth),
        "unserved_part": ("unserved_part", read_count),
        "outcome": ("outcome", choice_of(_OUTCOME_VALUES)),
        "reduction": ("reduction", read_fraction),
        "days_off": ("days_off", read_count),
        "obliged_to_compensate": ("obliged_to_compensate", read_truth),
    },
    {},
    frozenset(
        {
            "reduction",
        },
    ),
)
_OFFENCE_KEYS = frozenset(
    {
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
    },
)
_TOP_OFFENCE_KEYS = frozenset(
    {
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
        "id",
    },
)

_CHILD_FORM = Form(
    Child,
    {
        "date_of_birth": ("date_of_birth", read_date),
    },
    {},
)
_CHILD_KEYS = frozenset(
    {
        "date_of_birth",
    },
)
_TOP_CHILD_KEYS = frozenset(
    {
        "date_of_birth",
        "id",
    },
)

_PERSON_FORM = Form(
    Person,
    {
        "sex": ("sex", choice_of(_SEX_VALUES)),
        "date_of_birth": ("date_of_birth", read_date),
        "covered_by_law_on_veterans": ("covered_by_law_on_veterans", read_truth),
        "pregnant_on_effective_day": ("pregnant_on_effective_day", read_truth),
        "deprived_of_parental_rights": ("deprived_of_parental_rights", read_truth),
        "only_parent": ("only_parent", read_truth),
        "dependant_with_disability_at_offence_and_conviction": (
            "dependant_with_disability_at_offence_and_conviction",
            read_truth,
        ),
        "disability_group": ("disability_group", choice_of(_DISABILITYGROUP_VALUES)),
        "disability_recognised_on": ("disability_recognised_on", read_date),
    },
    {
        "offences": ("offences", _OFFENCE_FORM),
        "children": ("children", _CHILD_FORM),
    },
)
_PERSON_KEYS = frozenset(
    {
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
    },
)
_TOP_PERSON_KEYS = frozenset(
    {
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
        "id",
    },
)


def _read_child(data: Any, keys: frozenset[str]) -> Child:
    if not data.keys() <= keys:
        raise KeyError
    get = data.get
    return Child(
        date_of_birth=None if (v := get("date_of_birth")) is None else quick_date(v),
    )


def _read_childs(data: Any) -> tuple[Child, ...]:
    if data.__class__ is not list:
        raise TypeError
    keys = _CHILD_KEYS
    return tuple([_read_child(one, keys) for one in data])


def _read_offence(data: Any, keys: frozenset[str]) -> Offence:
    if not data.keys() <= keys:
        raise KeyError
    get = data.get
    return Offence(
        stage=None if (v := get("stage")) is None else _STAGE_VALUES[v],
        provision=None if (v := get("provision")) is None else WRITTEN[v],
        category=None if (v := get("category")) is None else _CATEGORY_VALUES[v],
        committed_on=None if (v := get("committed_on")) is None else quick_date(v),
        damage_caused=None if (v := get("damage_caused")) is None else quick_truth(v),
        damage_compensated_in_full=None
        if (v := get("damage_compensated_in_full")) is None
        else quick_truth(v),
        civil_claim_brought=None
        if (v := get("civil_claim_brought")) is None
        else quick_truth(v),
        civil_claims_satisfied=None
        if (v := get("civil_claims_satisfied")) is None
        else quick_truth(v),
        official_position_used=None
        if (v := get("official_position_used")) is None
        else quick_truth(v),
        signs_of_extremism=None if (v := get("signs_of_extremism")) is None else quick_truth(v),
        victim_age=None if (v := get("victim_age")) is None else quick_count(v),
        recidivism=None if (v := get("recidivism")) is None else _RECIDIVISM_VALUES[v],
        life_imprisonment=None if (v := get("life_imprisonment")) is None else quick_truth(v),
        in_criminal_group=None if (v := get("in_criminal_group")) is None else quick_truth(v),
        negative_behaviour=None if (v := get("negative_behaviour")) is None else quick_truth(v),
        term_ends_on=None if (v := get("term_ends_on")) is None else quick_date(v),
        socially_vulnerable=None
        if (v := get("socially_vulnerable")) is None
        else quick_truth(v),
        corruption_crime=None if (v := get("corruption_crime")) is None else quick_truth(v),
        terrorist_crime=None if (v := get("terrorist_crime")) is None else quick_truth(v),
        extremist_crime=None if (v := get("extremist_crime")) is None else quick_truth(v),
        crime_against_minor=None
        if (v := get("crime_against_minor")) is None
        else quick_truth(v),
        unserved_part=None if (v := get("unserved_part")) is None else quick_count(v),
        outcome=None if (v := get("outcome")) is None else _OUTCOME_VALUES[v],
        reduction=None if (v := get("reduction")) is None else read_fraction(v),
        days_off=None if (v := get("days_off")) is None else quick_count(v),
        obliged_to_compensate=None
        if (v := get("obliged_to_compensate")) is None
        else quick_truth(v),
    )


def _read_offences(data: Any) -> tuple[Offence, ...]:
    if data.__class__ is not list:
        raise TypeError
    keys = _OFFENCE_KEYS
    return tuple([_read_offence(one, keys) for one in data])


def _read_person(data: Any, keys: frozenset[str]) -> Person:
    if not data.keys() <= keys:
        raise KeyError
    get = data.get
    return Person(
        sex=None if (v := get("sex")) is None else _SEX_VALUES[v],
        date_of_birth=None if (v := get("date_of_birth")) is None else quick_date(v),
        covered_by_law_on_veterans=None
        if (v := get("covered_by_law_on_veterans")) is None
        else quick_truth(v),
        pregnant_on_effective_day=None
        if (v := get("pregnant_on_effective_day")) is None
        else quick_truth(v),
        deprived_of_parental_rights=None
        if (v := get("deprived_of_parental_rights")) is None
        else quick_truth(v),
        only_parent=None if (v := get("only_parent")) is None else quick_truth(v),
        dependant_with_disability_at_offence_and_conviction=None
        if (v := get("dependant_with_disability_at_offence_and_conviction")) is None
        else quick_truth(v),
        disability_group=None
        if (v := get("disability_group")) is None
        else _DISABILITYGROUP_VALUES[v],
        disability_recognised_on=None
        if (v := get("disability_recognised_on")) is None
        else quick_date(v),
        offences=None if (v := get("offences")) is None else _read_offences(v),
        children=None if (v := get("children")) is None else _read_childs(v),
    )


def _read_persons(data: Any) -> tuple[Person, ...]:
    if data.__class__ is not list:
        raise TypeError
    keys = _PERSON_KEYS
    return tuple([_read_person(one, keys) for one in data])


def sex_of_person(person: Person) -> Sex | None:
    """Return what is supplied, or else the one value that the assumptions leave."""
    if person.sex is not None:
        return person.sex
    left: tuple[Sex, ...] = tuple(_SEX_VALUES.values())
    if (
        person.pregnant_on_effective_day is not None
        and person.pregnant_on_effective_day not in {False}
    ):
        left = tuple([v for v in left if v in {"female"}])
    return left[0] if len(left) == 1 else None


def pregnant_on_effective_day_of_person(person: Person) -> bool | None:
    """Return what is supplied, or else the one value that the assumptions leave."""
    if person.pregnant_on_effective_day is not None:
        return person.pregnant_on_effective_day
    left: tuple[bool, ...] = (True, False)
    if person.sex is not None and person.sex not in {"female"}:
        left = tuple([v for v in left if v in {False}])
    return left[0] if len(left) == 1 else None


def possible_person(person: Person, keys: frozenset[str]) -> bool:
    """Tell whether no assumption that speaks of one of `keys` is broken."""
    return (
        keys.isdisjoint(("sex", "pregnant_on_effective_day"))
        or person.sex is None
        or person.sex in {"female"}
        or person.pregnant_on_effective_day is None
        or person.pregnant_on_effective_day in {False}
    )


def possible_offence(offence: Offence, keys: frozenset[str]) -> bool:
    """Tell whether no assumption that speaks of one of `keys` is broken."""
    return True


def possible_child(child: Child, keys: frozenset[str]) -> bool:
    """Tell whether no assumption that speaks of one of `keys` is broken."""
    return True
