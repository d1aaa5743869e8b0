"""The reduced amnesty law in OpenFisca: variables with formulas over arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2025-07"
OUTCOMES = ("not_covered", "excluded", "released", "reduced")
PERSON = Entity("record", "records", "A person with one offence", "")
TRUTHS = (
    "covered_by_law_on_veterans", "pregnant_on_effective_day", "damage_caused",
    "damage_compensated_in_full", "civil_claim_brought", "signs_of_extremism",
    "life_imprisonment", "in_criminal_group", "woman", "repeated", "minor", "medium",
    "convicted", "born_before_1975", "born_before_1965", "before",
)  # fmt: skip


def _variable(name: str, type_: type, formula: Any = None) -> type:
    fields = {"value_type": type_, "entity": PERSON, "definition_period": DateUnit.MONTH}
    if formula is not None:
        fields["formula"] = formula
    return type(name, (Variable,), {**fields, "label": name})


def _excluded(one: Any, at: Any) -> Any:
    return (
        one("signs_of_extremism", at)
        + one("repeated", at)
        + one("life_imprisonment", at)
        + one("in_criminal_group", at)
    )


def _vulnerable(one: Any, at: Any) -> Any:
    woman = one("woman", at)
    aged = np.where(woman, one("born_before_1975", at), one("born_before_1965", at))
    pregnant = woman * one("pregnant_on_effective_day", at)
    return one("covered_by_law_on_veterans", at) + pregnant + aged


def _released(one: Any, at: Any) -> Any:
    lighter = (
        np.logical_not(one("damage_caused", at))
        + one("damage_compensated_in_full", at)
        + np.logical_not(one("civil_claim_brought", at))
        + one("vulnerable", at)
    )
    return one("minor", at) + one("medium", at) * lighter


def _reduced(one: Any, at: Any) -> Any:
    return one("convicted", at) * (one("medium", at) + one("vulnerable", at))


def _outcome(one: Any, at: Any) -> Any:
    tests = [
        np.logical_not(one("before", at)), one("excluded", at), one("released", at),
        one("reduced", at),
    ]  # fmt: skip
    return np.select(tests, [0, 1, 2, 3], 0)


def system() -> Any:
    """Return the law as OpenFisca has it."""
    made = TaxBenefitSystem([PERSON])
    for name in TRUTHS:
        made.add_variable(_variable(name, bool))
    for name, formula in (
        ("excluded", _excluded), ("vulnerable", _vulnerable), ("released", _released),
        ("reduced", _reduced),
    ):  # fmt: skip
        made.add_variable(_variable(name, bool, formula))
    made.add_variable(_variable("outcome", int, _outcome))
    return made


def outcomes(law: Any, frame: pl.DataFrame) -> pl.Series:
    """Return the outcome of each record."""
    simulation = SimulationBuilder().build_default_simulation(law, frame.height)
    inputs = frame.select(
        *[name for name in TRUTHS if name in frame.columns],
        woman=pl.col("sex") == "female",
        repeated=pl.col("recidivism") != "none",
        minor=pl.col("category").is_in(["minor", "misdemeanour"]),
        medium=pl.col("category") == "medium",
        convicted=pl.col("stage") == "convicted",
        born_before_1975=pl.col("date_of_birth") <= pl.date(1975, 7, 5),
        born_before_1965=pl.col("date_of_birth") <= pl.date(1965, 7, 5),
        before=pl.col("committed_on") < pl.date(2025, 7, 5),
    )
    for column in inputs:
        simulation.set_input(column.name, PERIOD, column.to_numpy())
    numbers = pl.Series(simulation.calculate("outcome", PERIOD))
    return pl.Series(OUTCOMES).gather(numbers).alias("outcome")
