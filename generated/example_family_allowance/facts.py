"""Facts of FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law.
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

    payment_day: date | None = None
    """On which day is the allowance paid?"""
    law_day: date | None = None
    """The law of which day is applied?"""

    def of(self, key: str) -> date | None:
        """Return the day under `key`."""
        found: dict[str, date | None] = {
            "payment_day": self.payment_day,
            "law_day": self.law_day,
        }
        return found.get(key)


USUAL_DAYS = Days()


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What is known of one child; None is unknown."""

    date_of_birth: date | None = None
    """When was the child born?"""
    in_education: bool | None = None
    """Is the child in education?"""
    disabled: bool | None = None
    """Does the child have a disability?"""
    # what follows may be supplied as established
    dependent_child: bool | None = None
    _established: bool = field(init=False, default=False, repr=False, compare=False)

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
class Household:
    """What is known of one household; None is unknown."""

    income: Fraction | None = None
    """What is the household's income in the month, in euro? An amount in EUR."""
    lives_in_the_country: bool | None = None
    """Does the household live in the country?"""
    receives_foreign_allowance: bool | None = None
    """Does the household receive a family allowance of another country?"""
    # what follows may be supplied as established
    dependent_children: int | None = None
    base: Fraction | None = None
    """An amount in EUR."""
    rate: Fraction | None = None
    """A part of a whole."""
    full_amount: Fraction | None = None
    """An amount in EUR."""
    deduction: Fraction | None = None
    """An amount in EUR."""
    entitled: bool | None = None
    allowance: Fraction | None = None
    """An amount in EUR."""
    children: tuple[Child, ...] | None = None
    _established: bool = field(init=False, default=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        as_read(_HOUSEHOLD_FORM, self)

    @classmethod
    def from_dict(cls, data: object, *, established: bool = False) -> Household:
        """Return the thing that `data` describes, as JSON has it.

        Args:
            data: the facts, by key.
            established: whether `data` may supply what the law itself says.

        Raises:
            FactError: a value could not be read; it names the path.
        """
        try:
            return _read_household(_HOUSEHOLD_FORM.values(data))
        except (AttributeError, KeyError, TypeError, ValueError):
            found: Household = read(_HOUSEHOLD_FORM, data, established=established)
            return found

    def to_dict(self) -> dict[str, Any]:
        """Return what is known, as JSON has it."""
        return write(_HOUSEHOLD_FORM, self)

    # pydantic takes the class as it is, such as FastAPI for a body
    __get_pydantic_core_schema__ = classmethod(core_schema)
    __get_pydantic_json_schema__ = classmethod(json_schema("household"))


_CHILD_FORM = Form(
    Child,
    {
        "date_of_birth": ("date_of_birth", read_date, date),
        "in_education": ("in_education", read_truth, bool),
        "disabled": ("disabled", read_truth, bool),
        "dependent_child": ("dependent_child", read_truth, bool),
    },
    {},
    frozenset(),
    ("dependent_child",),
)

_HOUSEHOLD_FORM = Form(
    Household,
    {
        "income": ("income", read_number, Fraction),
        "lives_in_the_country": ("lives_in_the_country", read_truth, bool),
        "receives_foreign_allowance": ("receives_foreign_allowance", read_truth, bool),
        "dependent_children": ("dependent_children", read_count, None),
        "base": ("base", read_number, Fraction),
        "rate": ("rate", read_fraction, Fraction),
        "full_amount": ("full_amount", read_number, Fraction),
        "deduction": ("deduction", read_number, Fraction),
        "entitled": ("entitled", read_truth, bool),
        "allowance": ("allowance", read_number, Fraction),
    },
    {
        "children": ("children", _CHILD_FORM),
    },
    frozenset(
        {
            "rate",
        },
    ),
    ("dependent_children", "base", "rate", "full_amount", "deduction", "entitled", "allowance"),
    (),
    {
        "1(1)": (Term(("children",), "dependent_child", True),),
        "1": (
            Term(("children",), "dependent_child", True),
            Term((), "dependent_children", False),
        ),
        "1(2)": (Term((), "dependent_children", False),),
        "3": (
            Term((), "base", False),
            Term((), "rate", False),
            Term((), "full_amount", False),
            Term((), "deduction", False),
            Term((), "allowance", False),
        ),
        "3(2)": (Term((), "rate", False),),
        "3(3)": (Term((), "full_amount", False),),
        "3(4)": (Term((), "deduction", False),),
        "2(1)": (Term((), "entitled", True),),
        "2": (Term((), "entitled", True),),
        "3(5)": (Term((), "allowance", False),),
    },
)


def _read_child(values: Iterable[Any]) -> Child:
    new = _CHILD_FORM.new()
    (
        new.date_of_birth,
        new.in_education,
        new.disabled,
        new.dependent_child,
    ) = values
    new._established = False
    if (v := new.date_of_birth) is not None:
        new.date_of_birth = DATES[v]
    if (v := new.in_education) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.disabled) is not None and v is not True and v is not False:
        raise TypeError
    if new.dependent_child is not None:
        raise TypeError
    new.__class__ = Child
    made: Child = new
    return made


def _read_childs(data: Any) -> tuple[Child, ...]:
    if data.__class__ is not list:
        raise TypeError
    blank, read_one = _CHILD_FORM.blank, _read_child
    return tuple([read_one((blank | one).values()) for one in data])


def _read_household(values: Iterable[Any]) -> Household:
    new = _HOUSEHOLD_FORM.new()
    (
        new.income,
        new.lives_in_the_country,
        new.receives_foreign_allowance,
        new.dependent_children,
        new.base,
        new.rate,
        new.full_amount,
        new.deduction,
        new.entitled,
        new.allowance,
        new.children,
    ) = values
    new._established = False
    if (v := new.income) is not None:
        new.income = quick_number(v)
    if (v := new.lives_in_the_country) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.receives_foreign_allowance) is not None and v is not True and v is not False:
        raise TypeError
    if (
        new.dependent_children is not None
        or new.base is not None
        or new.rate is not None
        or new.full_amount is not None
        or new.deduction is not None
        or new.entitled is not None
        or new.allowance is not None
    ):
        raise TypeError
    if (v := new.children) is not None:
        new.children = _read_childs(v)
    new.__class__ = Household
    made: Household = new
    return made
