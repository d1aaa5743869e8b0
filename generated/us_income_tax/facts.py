"""Facts of UNITED STATES CODE, TITLE 26 Tax on the income of individuals

Written by lawc 0.1.0 from us/income-tax/en.law.
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
    read_number,
    read_truth,
    within,
)
from lawc.runtime.forms import (
    DATES,
    Form,
    as_read,
    quick_count,
    quick_number,
    quick_within,
    read,
    write,
)
from lawc.runtime.hooks import core_schema, json_schema
from lawc.runtime.logic import established
from lawc.runtime.supplied import Term


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a decision is asked for with; None is unknown."""


    def of(self, key: str) -> date | None:
        """Return the day under `key`."""
        found: dict[str, date | None] = {
        }
        return found.get(key)


class Discounted(StrEnum):
    """The values of person.discounted."""

    PROPERTY = "property"
    SERVICES = "services"


_DISCOUNTED_VALUES = {
    "property": Discounted.PROPERTY,
    "services": Discounted.SERVICES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of one person; None is unknown."""

    discounted: Discounted | None = None
    """Is property or are services provided at a discount?"""
    offered_in_ordinary_course: bool | None = None
    """Are they offered for sale to customers in the ordinary course of the line of
    business in which the employee works?
    """
    real_property_or_investment: bool | None = None
    """Is it real property, or personal property of a kind held for investment?"""
    employee_price: Fraction | None = None
    """At which price does the employer provide them to the employee? An amount in USD,
    at least 0.
    """
    customer_price: Fraction | None = None
    """At which price does the employer offer them to customers? An amount in USD, at
    least 0.
    """
    aggregate_sales_price: Fraction | None = None
    """What is the aggregate sales price of the property that the employer sold to
    customers? An amount in USD, at least 0.
    """
    aggregate_cost: Fraction | None = None
    """What is the aggregate cost of that property to the employer? An amount in USD,
    at least 0.
    """
    year_begins_on: date | None = None
    """On which day does the taxable year begin?"""
    year_ends_on: date | None = None
    """On which day does the taxable year end?"""
    itemizes: bool | None = None
    """Does the taxpayer elect to itemize deductions?"""
    joint_return: bool | None = None
    """Does the taxpayer make a joint return with a spouse?"""
    married: bool | None = None
    """Is the taxpayer married, as section 7703 determines it?"""
    surviving_spouse: bool | None = None
    """Is the taxpayer a surviving spouse?"""
    head_of_household: bool | None = None
    """Is the taxpayer a head of household?"""
    spouse_itemizes: bool | None = None
    """Does the spouse of the taxpayer itemize deductions?"""
    nonresident_alien: bool | None = None
    """Is the taxpayer a nonresident alien?"""
    trust: bool | None = None
    """Is the taxpayer an estate, a trust, a common trust fund or a partnership?"""
    of_another: bool | None = None
    """Is a deduction under section 151 allowable to another taxpayer for the taxpayer?"""
    date_of_birth: date | None = None
    """When was the taxpayer born?"""
    spouse_born_on: date | None = None
    """When was the spouse born?"""
    blind: bool | None = None
    """Is the taxpayer blind at the close of the taxable year?"""
    spouse_blind: bool | None = None
    """Is the spouse blind as of the close of the taxable year, or of the spouse's
    death?
    """
    spouse_exemption: bool | None = None
    """Is an additional exemption allowable for the spouse under section 151(b)?"""
    income: Fraction | None = None
    """What is the adjusted gross income? An amount in USD."""
    earned_income: Fraction | None = None
    """What is the earned income? An amount in USD, at least 0."""
    deductions_allowable: Fraction | None = None
    """What are all deductions allowable, but for the standard deduction? An amount in
    USD, at least 0.
    """
    deductions_for_adjusted_gross_income: Fraction | None = None
    """What are the deductions allowable in arriving at adjusted gross income? An
    amount in USD, at least 0.
    """
    dependents: int | None = None
    """How many individuals are dependents of the taxpayer?"""
    spouse_without_income: bool | None = None
    """Is there a spouse who has no gross income and is not the dependent of another
    taxpayer?
    """
    # what follows may be supplied as established
    additional_standard_deduction: Fraction | None = None
    """An amount in USD."""
    exemptions_for_dependents: Fraction | None = None
    """An amount in USD."""
    taxable_income: Fraction | None = None
    """An amount in USD."""
    standard_deduction: Fraction | None = None
    """An amount in USD."""
    basic_standard_deduction: Fraction | None = None
    """An amount in USD."""
    itemized_deductions: Fraction | None = None
    """An amount in USD."""
    applicable_amount: Fraction | None = None
    """An amount in USD."""
    exemption_amount: Fraction | None = None
    """An amount in USD."""
    applicable_percentage: Fraction | None = None
    """A part of a whole."""
    additional_exemption: Fraction | None = None
    """An amount in USD."""
    exemptions: Fraction | None = None
    """An amount in USD."""
    tax: Fraction | None = None
    """An amount in USD."""
    additional_amount: Fraction | None = None
    """An amount in USD."""
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


_PERSON_FORM = Form(
    Person,
    {
        "discounted": ("discounted", choice_of(_DISCOUNTED_VALUES), Discounted),
        "offered_in_ordinary_course": ("offered_in_ordinary_course", read_truth, bool),
        "real_property_or_investment": ("real_property_or_investment", read_truth, bool),
        "employee_price": ("employee_price", within(read_number, 0, None), None),
        "customer_price": ("customer_price", within(read_number, 0, None), None),
        "aggregate_sales_price": ("aggregate_sales_price", within(read_number, 0, None), None),
        "aggregate_cost": ("aggregate_cost", within(read_number, 0, None), None),
        "year_begins_on": ("year_begins_on", read_date, date),
        "year_ends_on": ("year_ends_on", read_date, date),
        "itemizes": ("itemizes", read_truth, bool),
        "joint_return": ("joint_return", read_truth, bool),
        "married": ("married", read_truth, bool),
        "surviving_spouse": ("surviving_spouse", read_truth, bool),
        "head_of_household": ("head_of_household", read_truth, bool),
        "spouse_itemizes": ("spouse_itemizes", read_truth, bool),
        "nonresident_alien": ("nonresident_alien", read_truth, bool),
        "trust": ("trust", read_truth, bool),
        "of_another": ("of_another", read_truth, bool),
        "date_of_birth": ("date_of_birth", read_date, date),
        "spouse_born_on": ("spouse_born_on", read_date, date),
        "blind": ("blind", read_truth, bool),
        "spouse_blind": ("spouse_blind", read_truth, bool),
        "spouse_exemption": ("spouse_exemption", read_truth, bool),
        "income": ("income", read_number, Fraction),
        "earned_income": ("earned_income", within(read_number, 0, None), None),
        "deductions_allowable": ("deductions_allowable", within(read_number, 0, None), None),
        "deductions_for_adjusted_gross_income": (
            "deductions_for_adjusted_gross_income",
            within(read_number, 0, None),
            None,
        ),
        "dependents": ("dependents", read_count, None),
        "spouse_without_income": ("spouse_without_income", read_truth, bool),
        "additional_standard_deduction": (
            "additional_standard_deduction",
            read_number,
            Fraction,
        ),
        "exemptions_for_dependents": ("exemptions_for_dependents", read_number, Fraction),
        "taxable_income": ("taxable_income", read_number, Fraction),
        "standard_deduction": ("standard_deduction", read_number, Fraction),
        "basic_standard_deduction": ("basic_standard_deduction", read_number, Fraction),
        "itemized_deductions": ("itemized_deductions", read_number, Fraction),
        "applicable_amount": ("applicable_amount", read_number, Fraction),
        "exemption_amount": ("exemption_amount", read_number, Fraction),
        "applicable_percentage": ("applicable_percentage", read_fraction, Fraction),
        "additional_exemption": ("additional_exemption", read_number, Fraction),
        "exemptions": ("exemptions", read_number, Fraction),
        "tax": ("tax", read_number, Fraction),
        "additional_amount": ("additional_amount", read_number, Fraction),
    },
    {},
    frozenset(
        {
            "applicable_percentage",
        },
    ),
    (
        "additional_standard_deduction",
        "exemptions_for_dependents",
        "taxable_income",
        "standard_deduction",
        "basic_standard_deduction",
        "itemized_deductions",
        "applicable_amount",
        "exemption_amount",
        "applicable_percentage",
        "additional_exemption",
        "exemptions",
        "tax",
        "additional_amount",
    ),
    (),
    {
        "63(c)(3)": (Term((), "additional_standard_deduction", False),),
        "63(c)": (
            Term((), "additional_standard_deduction", False),
            Term((), "standard_deduction", False),
            Term((), "basic_standard_deduction", False),
        ),
        "63": (
            Term((), "additional_standard_deduction", False),
            Term((), "taxable_income", False),
            Term((), "standard_deduction", False),
            Term((), "basic_standard_deduction", False),
            Term((), "itemized_deductions", False),
            Term((), "additional_amount", False),
        ),
        "151(c)": (Term((), "exemptions_for_dependents", False),),
        "151": (
            Term((), "exemptions_for_dependents", False),
            Term((), "exemption_amount", False),
            Term((), "applicable_percentage", False),
            Term((), "additional_exemption", False),
            Term((), "exemptions", False),
        ),
        "63(c)(2)": (Term((), "basic_standard_deduction", False),),
        "63(d)": (Term((), "itemized_deductions", False),),
        "68(b)(1)": (Term((), "applicable_amount", False),),
        "68(b)": (Term((), "applicable_amount", False),),
        "68": (Term((), "applicable_amount", False),),
        "151(d)": (
            Term((), "exemption_amount", False),
            Term((), "applicable_percentage", False),
        ),
        "151(d)(3)(B)": (Term((), "applicable_percentage", False),),
        "151(d)(3)": (Term((), "applicable_percentage", False),),
        "151(b)": (Term((), "additional_exemption", False),),
        "151(a)": (Term((), "exemptions", False),),
        "1": (Term((), "tax", False),),
        "63(f)": (Term((), "additional_amount", False),),
        "2(a)": (Term((), "surviving_spouse", True),),
        "2(b)": (Term((), "head_of_household", True),),
        "7703": (Term((), "married", True),),
    },
)


def _read_person(values: Iterable[Any]) -> Person:
    new = _PERSON_FORM.new()
    (
        new.discounted,
        new.offered_in_ordinary_course,
        new.real_property_or_investment,
        new.employee_price,
        new.customer_price,
        new.aggregate_sales_price,
        new.aggregate_cost,
        new.year_begins_on,
        new.year_ends_on,
        new.itemizes,
        new.joint_return,
        new.married,
        new.surviving_spouse,
        new.head_of_household,
        new.spouse_itemizes,
        new.nonresident_alien,
        new.trust,
        new.of_another,
        new.date_of_birth,
        new.spouse_born_on,
        new.blind,
        new.spouse_blind,
        new.spouse_exemption,
        new.income,
        new.earned_income,
        new.deductions_allowable,
        new.deductions_for_adjusted_gross_income,
        new.dependents,
        new.spouse_without_income,
        new.additional_standard_deduction,
        new.exemptions_for_dependents,
        new.taxable_income,
        new.standard_deduction,
        new.basic_standard_deduction,
        new.itemized_deductions,
        new.applicable_amount,
        new.exemption_amount,
        new.applicable_percentage,
        new.additional_exemption,
        new.exemptions,
        new.tax,
        new.additional_amount,
    ) = values
    new._established = False
    if (v := new.discounted) is not None:
        new.discounted = _DISCOUNTED_VALUES[v]
    if (v := new.offered_in_ordinary_course) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.real_property_or_investment) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.employee_price) is not None:
        new.employee_price = quick_within(quick_number(v), 0, None)
    if (v := new.customer_price) is not None:
        new.customer_price = quick_within(quick_number(v), 0, None)
    if (v := new.aggregate_sales_price) is not None:
        new.aggregate_sales_price = quick_within(quick_number(v), 0, None)
    if (v := new.aggregate_cost) is not None:
        new.aggregate_cost = quick_within(quick_number(v), 0, None)
    if (v := new.year_begins_on) is not None:
        new.year_begins_on = DATES[v]
    if (v := new.year_ends_on) is not None:
        new.year_ends_on = DATES[v]
    if (v := new.itemizes) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.joint_return) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.married) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.surviving_spouse) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.head_of_household) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.spouse_itemizes) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.nonresident_alien) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.trust) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.of_another) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.date_of_birth) is not None:
        new.date_of_birth = DATES[v]
    if (v := new.spouse_born_on) is not None:
        new.spouse_born_on = DATES[v]
    if (v := new.blind) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.spouse_blind) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.spouse_exemption) is not None and v is not True and v is not False:
        raise TypeError
    if (v := new.income) is not None:
        new.income = quick_number(v)
    if (v := new.earned_income) is not None:
        new.earned_income = quick_within(quick_number(v), 0, None)
    if (v := new.deductions_allowable) is not None:
        new.deductions_allowable = quick_within(quick_number(v), 0, None)
    if (v := new.deductions_for_adjusted_gross_income) is not None:
        new.deductions_for_adjusted_gross_income = quick_within(quick_number(v), 0, None)
    if (v := new.dependents) is not None:
        new.dependents = quick_count(v)
    if (v := new.spouse_without_income) is not None and v is not True and v is not False:
        raise TypeError
    if (
        new.additional_standard_deduction is not None
        or new.exemptions_for_dependents is not None
        or new.taxable_income is not None
        or new.standard_deduction is not None
        or new.basic_standard_deduction is not None
        or new.itemized_deductions is not None
        or new.applicable_amount is not None
        or new.exemption_amount is not None
        or new.applicable_percentage is not None
        or new.additional_exemption is not None
        or new.exemptions is not None
        or new.tax is not None
        or new.additional_amount is not None
    ):
        raise TypeError
    new.__class__ = Person
    made: Person = new
    return made
