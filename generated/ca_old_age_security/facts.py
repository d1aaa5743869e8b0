"""Facts of OLD AGE SECURITY ACT

Written by lawc 0.1.0 from ca/old-age-security/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.facts import read_count, read_date, read_fraction, read_number, read_truth
from lawc.runtime.forms import DATES, Form, as_read, quick_number, read, write
from lawc.runtime.hooks import core_schema, json_schema
from lawc.runtime.logic import established
from lawc.runtime.supplied import Term


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a decision is asked for with; None is unknown."""

    payment_month: date | None = None
    """On which day does the month begin for which the pension is paid?"""

    def of(self, key: str) -> date | None:
        """Return the day under `key`."""
        found: dict[str, date | None] = {
            "payment_month": self.payment_month,
        }
        return found.get(key)


USUAL_DAYS = Days()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visa:
    """What is known of one visa; None is unknown."""

    first_day: date | None = None
    """From which day was the immigration visa valid?"""
    last_day: date | None = None
    """Until which day was the immigration visa valid?"""

    def __post_init__(self) -> None:
        as_read(_VISA_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Visa:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_visa(_VISA_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Visa = read(_VISA_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_VISA_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("visa"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """What is known of one absence; None is unknown."""

    first_day: date | None = None
    """From which day was the person absent from Canada?"""
    last_day: date | None = None
    """Until which day was the person absent from Canada?"""

    def __post_init__(self) -> None:
        as_read(_ABSENCE_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Absence:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_absence(_ABSENCE_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Absence = read(_ABSENCE_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_ABSENCE_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("absence"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What is known of one presence; None is unknown."""

    first_day: date | None = None
    """From which day was the person present in Canada?"""
    last_day: date | None = None
    """Until which day was the person present in Canada?"""

    def __post_init__(self) -> None:
        as_read(_PRESENCE_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Presence:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_presence(_PRESENCE_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Presence = read(_PRESENCE_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_PRESENCE_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("presence"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """What is known of one residence; None is unknown."""

    first_day: date | None = None
    """From which day did the person reside in Canada?"""
    last_day: date | None = None
    """Until which day did the person reside in Canada (9999-12-31 if still)?"""

    def __post_init__(self) -> None:
        as_read(_RESIDENCE_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Residence:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_residence(_RESIDENCE_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Residence = read(_RESIDENCE_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_RESIDENCE_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("residence"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pension:
    """What is known of one pension; None is unknown."""

    first_day: date | None = None
    """From which day was the person a pensioner?"""
    last_day: date | None = None
    """Until which day was the person a pensioner (9999-12-31 if still)?"""

    def __post_init__(self) -> None:
        as_read(_PENSION_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Pension:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_pension(_PENSION_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Pension = read(_PENSION_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_PENSION_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("pension"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of one person; None is unknown."""

    born: date | None = None
    """When was the person born?"""
    approved_on: date | None = None
    """On which day is the person's application approved?"""
    qualified_on: date | None = None
    """On which day does the person become qualified for the pension?"""
    ceased_on: date | None = None
    """On which day did the person cease to reside in Canada?"""
    legal_before_approval: bool | None = None
    """Was the person a Canadian citizen, or legally resident in Canada, on the day
    before the approval?
    """
    legal_before_leaving: bool | None = None
    """Was the person a Canadian citizen, or legally resident in Canada, on the day
    before leaving?
    """
    applied: bool | None = None
    """Has an application been made and approved?"""
    incarcerated: bool | None = None
    """Is the month one of incarceration, other than the first, under such a sentence?"""
    basic_amount: Fraction | None = None
    """What is the amount of the full monthly pension for the month, as adjusted? An
    amount in CAD.
    """
    # what follows may be supplied as established
    aggregate: int | None = None
    deferred: int | None = None
    increase: Fraction | None = None
    """A part of a whole."""
    aggregate_then: int | None = None
    full: bool | None = None
    partial: bool | None = None
    payable: bool | None = None
    full_amount: Fraction | None = None
    """An amount in CAD."""
    partial_amount: Fraction | None = None
    """An amount in CAD."""
    partial_then: Fraction | None = None
    """An amount in CAD."""
    amount: Fraction | None = None
    """An amount in CAD."""
    pensions: tuple[Pension, ...] | None = None
    residences: tuple[Residence, ...] | None = None
    presences: tuple[Presence, ...] | None = None
    absences: tuple[Absence, ...] | None = None
    visas: tuple[Visa, ...] | None = None
    _established: bool = field(init=False, default=False, repr=False, compare=False)

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


_PENSION_FORM = Form(
    Pension,
    {
        "first_day": ("first_day", read_date, date),
        "last_day": ("last_day", read_date, date),
    },
    {},
)

_RESIDENCE_FORM = Form(
    Residence,
    {
        "first_day": ("first_day", read_date, date),
        "last_day": ("last_day", read_date, date),
    },
    {},
)

_PRESENCE_FORM = Form(
    Presence,
    {
        "first_day": ("first_day", read_date, date),
        "last_day": ("last_day", read_date, date),
    },
    {},
)

_ABSENCE_FORM = Form(
    Absence,
    {
        "first_day": ("first_day", read_date, date),
        "last_day": ("last_day", read_date, date),
    },
    {},
)

_VISA_FORM = Form(
    Visa,
    {
        "first_day": ("first_day", read_date, date),
        "last_day": ("last_day", read_date, date),
    },
    {},
)

_PERSON_FORM = Form(
    Person,
    {
        "born": ("born", read_date, date),
        "approved_on": ("approved_on", read_date, date),
        "qualified_on": ("qualified_on", read_date, date),
        "ceased_on": ("ceased_on", read_date, date),
        "legal_before_approval": ("legal_before_approval", read_truth, bool),
        "legal_before_leaving": ("legal_before_leaving", read_truth, bool),
        "applied": ("applied", read_truth, bool),
        "incarcerated": ("incarcerated", read_truth, bool),
        "basic_amount": ("basic_amount", read_number, Fraction),
        "aggregate": ("aggregate", read_count, None),
        "deferred": ("deferred", read_count, None),
        "increase": ("increase", read_fraction, Fraction),
        "aggregate_then": ("aggregate_then", read_count, None),
        "full": ("full", read_truth, bool),
        "partial": ("partial", read_truth, bool),
        "payable": ("payable", read_truth, bool),
        "full_amount": ("full_amount", read_number, Fraction),
        "partial_amount": ("partial_amount", read_number, Fraction),
        "partial_then": ("partial_then", read_number, Fraction),
        "amount": ("amount", read_number, Fraction),
    },
    {
        "pensions": ("pensions", _PENSION_FORM),
        "residences": ("residences", _RESIDENCE_FORM),
        "presences": ("presences", _PRESENCE_FORM),
        "absences": ("absences", _ABSENCE_FORM),
        "visas": ("visas", _VISA_FORM),
    },
    frozenset(
        {
            "increase",
        },
    ),
    (
        "aggregate",
        "deferred",
        "increase",
        "aggregate_then",
        "full",
        "partial",
        "payable",
        "full_amount",
        "partial_amount",
        "partial_then",
        "amount",
    ),
    (),
    {
        "3(4)": (Term((), "aggregate", False),),
        "3": (
            Term((), "aggregate", False),
            Term((), "full", True),
            Term((), "partial", True),
            Term((), "partial_amount", False),
        ),
        "7.1(1)": (Term((), "deferred", False),),
        "7.1": (
            Term((), "deferred", False),
            Term((), "increase", False),
            Term((), "aggregate_then", False),
            Term((), "partial_then", False),
            Term((), "amount", False),
        ),
        "7.1(2)": (Term((), "increase", False),),
        "7.1(4)": (Term((), "aggregate_then", False),),
        "3(1)": (Term((), "full", True),),
        "3(2)": (Term((), "partial", True),),
        "5(1)": (Term((), "payable", True),),
        "5": (Term((), "payable", True),),
        "7(5)": (Term((), "full_amount", False),),
        "7": (Term((), "full_amount", False),),
        "3(3)": (Term((), "partial_amount", False),),
        "7.1(5)": (Term((), "partial_then", False),),
        "7.1(3)": (Term((), "amount", False),),
    },
)


def _read_pension(values: Iterable[Any]) -> Pension:
    new = _PENSION_FORM.new()
    (
        new.first_day,
        new.last_day,
    ) = values
    if (v := new.first_day) is not None:
        new.first_day = DATES[v]
    if (v := new.last_day) is not None:
        new.last_day = DATES[v]
    new.__class__ = Pension
    made: Pension = new
    return made


def _read_pensions(data: Any) -> tuple[Pension, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _PENSION_FORM.blank, _read_pension
    return tuple([read_one((blank | one).values()) for one in data])


def _read_residence(values: Iterable[Any]) -> Residence:
    new = _RESIDENCE_FORM.new()
    (
        new.first_day,
        new.last_day,
    ) = values
    if (v := new.first_day) is not None:
        new.first_day = DATES[v]
    if (v := new.last_day) is not None:
        new.last_day = DATES[v]
    new.__class__ = Residence
    made: Residence = new
    return made


def _read_residences(data: Any) -> tuple[Residence, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _RESIDENCE_FORM.blank, _read_residence
    return tuple([read_one((blank | one).values()) for one in data])


def _read_presence(values: Iterable[Any]) -> Presence:
    new = _PRESENCE_FORM.new()
    (
        new.first_day,
        new.last_day,
    ) = values
    if (v := new.first_day) is not None:
        new.first_day = DATES[v]
    if (v := new.last_day) is not None:
        new.last_day = DATES[v]
    new.__class__ = Presence
    made: Presence = new
    return made


def _read_presences(data: Any) -> tuple[Presence, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _PRESENCE_FORM.blank, _read_presence
    return tuple([read_one((blank | one).values()) for one in data])


def _read_absence(values: Iterable[Any]) -> Absence:
    new = _ABSENCE_FORM.new()
    (
        new.first_day,
        new.last_day,
    ) = values
    if (v := new.first_day) is not None:
        new.first_day = DATES[v]
    if (v := new.last_day) is not None:
        new.last_day = DATES[v]
    new.__class__ = Absence
    made: Absence = new
    return made


def _read_absences(data: Any) -> tuple[Absence, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _ABSENCE_FORM.blank, _read_absence
    return tuple([read_one((blank | one).values()) for one in data])


def _read_visa(values: Iterable[Any]) -> Visa:
    new = _VISA_FORM.new()
    (
        new.first_day,
        new.last_day,
    ) = values
    if (v := new.first_day) is not None:
        new.first_day = DATES[v]
    if (v := new.last_day) is not None:
        new.last_day = DATES[v]
    new.__class__ = Visa
    made: Visa = new
    return made


def _read_visas(data: Any) -> tuple[Visa, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _VISA_FORM.blank, _read_visa
    return tuple([read_one((blank | one).values()) for one in data])


def _read_person(values: Iterable[Any]) -> Person:
    new = _PERSON_FORM.new()
    (
        new.born,
        new.approved_on,
        new.qualified_on,
        new.ceased_on,
        new.legal_before_approval,
        new.legal_before_leaving,
        new.applied,
        new.incarcerated,
        new.basic_amount,
        new.aggregate,
        new.deferred,
        new.increase,
        new.aggregate_then,
        new.full,
        new.partial,
        new.payable,
        new.full_amount,
        new.partial_amount,
        new.partial_then,
        new.amount,
        new.pensions,
        new.residences,
        new.presences,
        new.absences,
        new.visas,
    ) = values
    new._established = False
    if (v := new.born) is not None:
        new.born = DATES[v]
    if (v := new.approved_on) is not None:
        new.approved_on = DATES[v]
    if (v := new.qualified_on) is not None:
        new.qualified_on = DATES[v]
    if (v := new.ceased_on) is not None:
        new.ceased_on = DATES[v]
    if (v := new.legal_before_approval) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.legal_before_leaving) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.applied) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.incarcerated) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.basic_amount) is not None:
        new.basic_amount = quick_number(v)
    if (
        new.aggregate is not None
        or new.deferred is not None
        or new.increase is not None
        or new.aggregate_then is not None
        or new.full is not None
        or new.partial is not None
        or new.payable is not None
        or new.full_amount is not None
        or new.partial_amount is not None
        or new.partial_then is not None
        or new.amount is not None
    ):
        raise TypeError
    if (v := new.pensions) is not None:
        new.pensions = _read_pensions(v)
    if (v := new.residences) is not None:
        new.residences = _read_residences(v)
    if (v := new.presences) is not None:
        new.presences = _read_presences(v)
    if (v := new.absences) is not None:
        new.absences = _read_absences(v)
    if (v := new.visas) is not None:
        new.visas = _read_visas(v)
    new.__class__ = Person
    made: Person = new
    return made
