"""Persons of the amnesty register whom an amendment moves, counted beside `lawc impact`."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from click.testing import CliRunner
from tests.synth.test_amnesty_register import FOLDER, SPECIFICATION

from lawc.cli import main
from lawc.folders import find_act
from lawc.ir import nodes as ir
from lawc.pipeline import compile_path, compile_text
from lawc.register.deciding import bound, decided
from lawc.source import Source


def register_in(folder: Path) -> Path:
    """Return the folder with the register, which is made there."""
    result = CliRunner().invoke(main, ["synth", str(SPECIFICATION), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def outcomes(law: ir.Law, register: Path) -> pl.DataFrame:
    """Return the outcome of each offence, with its person."""
    parts = []
    for part in decided(law, bound(law, register), {}):
        person = part.frames["person"].select(
            pl.col("key").alias("owner"), pl.col("id").alias("person"), "fact.sex", "fact.held"
        )
        value = pl.col(part.relations.answers["outcome"].value)
        offence = part.frames["offence"].select("id", "owner", value.alias("outcome"))
        parts.append(offence.join(person, on="owner").drop("owner"))
    return pl.concat(parts).with_columns(pl.col("outcome").fill_null("cannot be told"))


def amended_law(name: str) -> ir.Law:
    """Return the law as an amendment makes it."""
    amendment = FOLDER / f"amendments/{name}.en.law"
    result = CliRunner().invoke(main, ["amend", str(FOLDER), str(amendment)])
    assert result.exit_code == 0, result.output
    act = find_act(FOLDER)
    law = compile_text(act, Source("kz/amnesty-2025/en.law", result.stdout)).law
    assert law is not None
    return law


def moved(name: str, register: Path) -> pl.DataFrame:
    """Return the offences that an amendment moves, from which outcome to which."""
    law = compile_path(FOLDER).law
    assert law is not None
    before = outcomes(law, register)
    after = outcomes(amended_law(name), register).select("id", pl.col("outcome").alias("new"))
    return before.join(after, on="id").filter(pl.col("outcome") != pl.col("new"))
