"""Facts of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from lawc.runtime.facts import (
    choice_of,
    read_count,
    read_date,
    read_fraction,
    read_provision,
    read_truth,
)
from lawc.runtime.forms import DATES, WRITTEN, Form, as_read, quick_count, read, write
from lawc.runtime.hooks import core_schema, json_schema
from lawc.runtime.logic import established
from lawc.runtime.supplied import Term
from lawc.runtime.values import Provision

EFFECTIVE_DAY_OF_THE_LAW = date(2025, 7, 5)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a decision is asked for with; None is unknown."""

    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW
    """On which day does the law enter into force?"""
    law_day: date | None = None

    def of(self, key: str) -> date | None:
        """Return the day under `key`."""
        found: dict[str, date | None] = {
            "effective_day": self.effective_day,
            "law_day": self.law_day,
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


class Held(StrEnum):
    """The values of person.held."""

    IN_CUSTODY = "in_custody"
    UNDER_INVESTIGATION = "under_investigation"
    ON_PROBATION = "on_probation"


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

_HELD_VALUES = {
    "in_custody": Held.IN_CUSTODY,
    "under_investigation": Held.UNDER_INVESTIGATION,
    "on_probation": Held.ON_PROBATION,
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
    """When was the child born?"""

    def __post_init__(self) -> None:
        as_read(_CHILD_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Child:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_child(_CHILD_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Child = read(_CHILD_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_CHILD_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("child"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """What is known of one offence; None is unknown."""

    stage: Stage | None = None
    """Is the case still open, or is the person convicted?"""
    provision: Provision | None = None
    """Under which article, part and point of the Criminal Code is the offence?"""
    category: Category | None = None
    """Of which category is the offence?"""
    committed_on: date | None = None
    """On which day was the offence committed?"""
    damage_caused: bool | None = None
    """Did the offence cause damage?"""
    damage_compensated_in_full: bool | None = None
    """Is the damage compensated in full?"""
    civil_claim_brought: bool | None = None
    """Was a civil claim brought?"""
    civil_claims_satisfied: bool | None = None
    """Is every civil claim satisfied?"""
    official_position_used: bool | None = None
    """Did a person equated to one authorised to perform state functions use the
    official position?
    """
    signs_of_extremism: bool | None = None
    """Does the offence have signs of extremism?"""
    victim_age: int | None = None
    """How many years old was the victim at the time of the offence?"""
    recidivism: Recidivism | None = None
    """Was the punishment imposed for recidivism?"""
    life_imprisonment: bool | None = None
    """Is the punishment life imprisonment?"""
    in_criminal_group: bool | None = None
    """Was the offence committed as part of a criminal group?"""
    negative_behaviour: bool | None = None
    """Does the person have a negative degree of behaviour?"""
    term_ends_on: date | None = None
    """On which day does the term of the punishment end?"""
    # what follows may be supplied as established
    socially_vulnerable: bool | None = None
    corruption_crime: bool | None = None
    terrorist_crime: bool | None = None
    extremist_crime: bool | None = None
    crime_against_minor: bool | None = None
    unserved_part: int | None = None
    outcome: Outcome | None = None
    reduction: Fraction | None = None
    """A part of a whole."""
    days_off: int | None = None
    obliged_to_compensate: bool | None = None
    _established: bool = field(init=False, default=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        as_read(_OFFENCE_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Offence:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_offence(_OFFENCE_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Offence = read(_OFFENCE_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_OFFENCE_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("offence"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of one person; None is unknown."""

    sex: Sex | None = None
    """Is the person a woman or a man?"""
    date_of_birth: date | None = None
    """When was the person born?"""
    covered_by_law_on_veterans: bool | None = None
    """Does the Law on Veterans apply to the person?"""
    pregnant_on_effective_day: bool | None = None
    """Is the person pregnant on the effective day?"""
    deprived_of_parental_rights: bool | None = None
    """Is the person deprived of parental rights?"""
    only_parent: bool | None = None
    """Is the person the only parent of the children?"""
    dependant_with_disability_at_offence_and_conviction: bool | None = None
    """Did the person have, at the time of the offence and of the conviction, a
    dependent child with a disability or a dependant disabled since childhood?
    """
    disability_group: DisabilityGroup | None = None
    """Of which disability group is the person?"""
    disability_recognised_on: date | None = None
    """On which day was the person recognised as a person with a disability?"""
    held: Held | None = None
    """Is the person held in custody after a conviction, held under investigation, or
    on probation?
    """
    offences: tuple[Offence, ...] | None = None
    children: tuple[Child, ...] | None = None

    def __post_init__(self) -> None:
        as_read(_PERSON_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Person:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_person(_PERSON_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Person = read(_PERSON_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_PERSON_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("person"))


_OFFENCE_FORM = Form(
    Offence,
    {
        "stage": ("stage", choice_of(_STAGE_VALUES), Stage),
        "provision": ("provision", read_provision, None),
        "category": ("category", choice_of(_CATEGORY_VALUES), Category),
        "committed_on": ("committed_on", read_date, date),
        "damage_caused": ("damage_caused", read_truth, bool),
        "damage_compensated_in_full": ("damage_compensated_in_full", read_truth, bool),
        "civil_claim_brought": ("civil_claim_brought", read_truth, bool),
        "civil_claims_satisfied": ("civil_claims_satisfied", read_truth, bool),
        "official_position_used": ("official_position_used", read_truth, bool),
        "signs_of_extremism": ("signs_of_extremism", read_truth, bool),
        "victim_age": ("victim_age", read_count, None),
        "recidivism": ("recidivism", choice_of(_RECIDIVISM_VALUES), Recidivism),
        "life_imprisonment": ("life_imprisonment", read_truth, bool),
        "in_criminal_group": ("in_criminal_group", read_truth, bool),
        "negative_behaviour": ("negative_behaviour", read_truth, bool),
        "term_ends_on": ("term_ends_on", read_date, date),
        "socially_vulnerable": ("socially_vulnerable", read_truth, bool),
        "corruption_crime": ("corruption_crime", read_truth, bool),
        "terrorist_crime": ("terrorist_crime", read_truth, bool),
        "extremist_crime": ("extremist_crime", read_truth, bool),
        "crime_against_minor": ("crime_against_minor", read_truth, bool),
        "unserved_part": ("unserved_part", read_count, None),
        "outcome": ("outcome", choice_of(_OUTCOME_VALUES), Outcome),
        "reduction": ("reduction", read_fraction, Fraction),
        "days_off": ("days_off", read_count, None),
        "obliged_to_compensate": ("obliged_to_compensate", read_truth, bool),
    },
    {},
    frozenset(
        {
            "reduction",
        },
    ),
    (
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
    ),
)

_CHILD_FORM = Form(
    Child,
    {
        "date_of_birth": ("date_of_birth", read_date, date),
    },
    {},
)

_PERSON_FORM = Form(
    Person,
    {
        "sex": ("sex", choice_of(_SEX_VALUES), Sex),
        "date_of_birth": ("date_of_birth", read_date, date),
        "covered_by_law_on_veterans": ("covered_by_law_on_veterans", read_truth, bool),
        "pregnant_on_effective_day": ("pregnant_on_effective_day", read_truth, bool),
        "deprived_of_parental_rights": ("deprived_of_parental_rights", read_truth, bool),
        "only_parent": ("only_parent", read_truth, bool),
        "dependant_with_disability_at_offence_and_conviction": (
            "dependant_with_disability_at_offence_and_conviction",
            read_truth,
            bool,
        ),
        "disability_group": (
            "disability_group",
            choice_of(_DISABILITYGROUP_VALUES),
            DisabilityGroup,
        ),
        "disability_recognised_on": ("disability_recognised_on", read_date, date),
        "held": ("held", choice_of(_HELD_VALUES), Held),
    },
    {
        "offences": ("offences", _OFFENCE_FORM),
        "children": ("children", _CHILD_FORM),
    },
    frozenset(),
    (),
    ((("sex", ("female",)), ("pregnant_on_effective_day", (False,))),),
    {
        "1(1)": (Term(("offences",), "socially_vulnerable", True),),
        "1": (Term(("offences",), "socially_vulnerable", True),),
        "the Criminal Code, 3(29)": (Term(("offences",), "corruption_crime", True),),
        "the Criminal Code, 3": (
            Term(("offences",), "corruption_crime", True),
            Term(("offences",), "terrorist_crime", True),
            Term(("offences",), "extremist_crime", True),
            Term(("offences",), "crime_against_minor", True),
        ),
        "the Criminal Code, 3(30)": (Term(("offences",), "terrorist_crime", True),),
        "the Criminal Code, 3(39)": (Term(("offences",), "extremist_crime", True),),
        "the Criminal Code, 3(42)": (Term(("offences",), "crime_against_minor", True),),
        "3(6)": (
            Term(("offences",), "unserved_part", False),
            Term(("offences",), "days_off", False),
        ),
        "3": (
            Term(("offences",), "unserved_part", False),
            Term(("offences",), "reduction", False),
            Term(("offences",), "days_off", False),
        ),
        "4(2)": (Term(("offences",), "obliged_to_compensate", True),),
        "4": (Term(("offences",), "obliged_to_compensate", True),),
    },
)


def _read_offence(values: Iterable[Any]) -> Offence:
    new = _OFFENCE_FORM.new()
    (
        new.stage,
        new.provision,
        new.category,
        new.committed_on,
        new.damage_caused,
        new.damage_compensated_in_full,
        new.civil_claim_brought,
        new.civil_claims_satisfied,
        new.official_position_used,
        new.signs_of_extremism,
        new.victim_age,
        new.recidivism,
        new.life_imprisonment,
        new.in_criminal_group,
        new.negative_behaviour,
        new.term_ends_on,
        new.socially_vulnerable,
        new.corruption_crime,
        new.terrorist_crime,
        new.extremist_crime,
        new.crime_against_minor,
        new.unserved_part,
        new.outcome,
        new.reduction,
        new.days_off,
        new.obliged_to_compensate,
    ) = values
    new._established = False
    if (v := new.stage) is not None:
        new.stage = _STAGE_VALUES[v]
    if (v := new.provision) is not None:
        new.provision = WRITTEN[v]
    if (v := new.category) is not None:
        new.category = _CATEGORY_VALUES[v]
    if (v := new.committed_on) is not None:
        new.committed_on = DATES[v]
    if (v := new.damage_caused) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.damage_compensated_in_full) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.civil_claim_brought) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.civil_claims_satisfied) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.official_position_used) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.signs_of_extremism) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.victim_age) is not None:
        new.victim_age = quick_count(v)
    if (v := new.recidivism) is not None:
        new.recidivism = _RECIDIVISM_VALUES[v]
    if (v := new.life_imprisonment) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.in_criminal_group) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.negative_behaviour) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.term_ends_on) is not None:
        new.term_ends_on = DATES[v]
    if (
        new.socially_vulnerable is not None
        or new.corruption_crime is not None
        or new.terrorist_crime is not None
        or new.extremist_crime is not None
        or new.crime_against_minor is not None
        or new.unserved_part is not None
        or new.outcome is not None
        or new.reduction is not None
        or new.days_off is not None
        or new.obliged_to_compensate is not None
    ):
        raise TypeError
    new.__class__ = Offence
    made: Offence = new
    return made


def _read_offences(data: Any) -> tuple[Offence, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _OFFENCE_FORM.blank, _read_offence
    return tuple([read_one((blank | one).values()) for one in data])


def _read_child(values: Iterable[Any]) -> Child:
    new = _CHILD_FORM.new()
    (
        new.date_of_birth,
    ) = values
    if (v := new.date_of_birth) is not None:
        new.date_of_birth = DATES[v]
    new.__class__ = Child
    made: Child = new
    return made


def _read_childs(data: Any) -> tuple[Child, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _CHILD_FORM.blank, _read_child
    return tuple([read_one((blank | one).values()) for one in data])


def _read_person(values: Iterable[Any]) -> Person:
    new = _PERSON_FORM.new()
    (
        new.sex,
        new.date_of_birth,
        new.covered_by_law_on_veterans,
        new.pregnant_on_effective_day,
        new.deprived_of_parental_rights,
        new.only_parent,
        new.dependant_with_disability_at_offence_and_conviction,
        new.disability_group,
        new.disability_recognised_on,
        new.held,
        new.offences,
        new.children,
    ) = values
    if (v := new.sex) is not None:
        new.sex = _SEX_VALUES[v]
    if (v := new.date_of_birth) is not None:
        new.date_of_birth = DATES[v]
    if (v := new.covered_by_law_on_veterans) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.pregnant_on_effective_day) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.deprived_of_parental_rights) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.only_parent) is not None and v is not True and v is not False:
        raise TypeError
    v = new.dependant_with_disability_at_offence_and_conviction
    if v is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.disability_group) is not None:
        new.disability_group = _DISABILITYGROUP_VALUES[v]
    if (v := new.disability_recognised_on) is not None:
        new.disability_recognised_on = DATES[v]
    if (v := new.held) is not None:
        new.held = _HELD_VALUES[v]
    if (
        new.sex is not None
        and new.sex not in {"female"}
        and new.pregnant_on_effective_day is not None
        and new.pregnant_on_effective_day not in {False}
    ):
        raise TypeError
    if (v := new.offences) is not None:
        new.offences = _read_offences(v)
    if (v := new.children) is not None:
        new.children = _read_childs(v)
    new.__class__ = Person
    made: Person = new
    return made


def sex_of_person(person: Person) -> Sex | None:
    """Return what is supplied, or else the one value that the assumptions leave."""
    if person.sex is not None:
        return person.sex
    if not (
        person.pregnant_on_effective_day is not None
        and person.pregnant_on_effective_day not in {False}
    ):
        return None
    left: tuple[Sex, ...] = tuple(_SEX_VALUES.values())
    left = tuple([v for v in left if v in {"female"}])
    return left[0] if len(left) == 1 else None


def pregnant_on_effective_day_of_person(person: Person) -> bool | None:
    """Return what is supplied, or else the one value that the assumptions leave."""
    if person.pregnant_on_effective_day is not None:
        return person.pregnant_on_effective_day
    if not (person.sex is not None and person.sex not in {"female"}):
        return None
    left: tuple[bool, ...] = (True, False)
    left = tuple([v for v in left if v in {False}])
    return left[0] if len(left) == 1 else None
