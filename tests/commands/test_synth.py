"""`lawc synth`: figures beside a register, and the register itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from lawc.cli import main

ROOT = Path(__file__).parents[2]
SPECIFICATION = ROOT / "statutes/kz/amnesty-2025/register/register.spec.toml"


def synth(*options: str, of: Path = SPECIFICATION) -> Result:
    return CliRunner().invoke(main, ["synth", str(of), *options])


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("register")
    return folder, synth("-o", str(folder), "--persons", "670")


def test_figures_stand_beside_the_register() -> None:
    result = synth()

    assert result.exit_code == 0, result.output
    assert "Synthetic: nobody in this register is real." in result.output
    assert "about 3,500     3,500  released from probation\n" in result.output
    assert "warning[L822]" in result.output


def test_tables_have_a_column_a_fact(register: tuple[Path, Result]) -> None:
    folder, result = register
    person, offence, child = (
        pl.read_parquet(folder / f"{kind}.parquet") for kind in ("person", "offence", "child")
    )

    assert result.exit_code == 0, result.output
    assert len(person) == 670
    assert person["date_of_birth"].dtype == pl.Date
    assert set(offence["person_id"]) == set(person["person_id"]) > set(child["person_id"])
    assert offence["offence_id"].to_list() == list(range(1, len(offence) + 1))


def test_the_register_says_that_it_is_synthetic(register: tuple[Path, Result]) -> None:
    folder, result = register
    text = (folder / "register.toml").read_text("utf-8")

    assert "synthetic, nobody in it is real" in result.output
    assert tomllib.loads(text)["synthetic"] is True


def test_csv_has_what_parquet_has(register: tuple[Path, Result], tmp_path: Path) -> None:
    result = synth("-o", str(tmp_path), "--persons", "670", "--format", "csv")
    offence = pl.read_csv(tmp_path / "offence.csv", try_parse_dates=True)

    assert result.exit_code == 0, result.output
    assert offence.equals(pl.read_parquet(register[0] / "offence.parquet"))


def test_markdown_has_sources() -> None:
    result = synth("--markdown")

    line = (
        "| women released | 109 | 109 | orda.kz, 2025-06-11 | assumed: those of institutions |"
    )
    assert line in result.output.splitlines()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--scale", "0"), "`0` is no size: write a number above 0, such as 10 or 0.5"),
        (("--scale", "ten"), "`ten` is no size: write a number above 0, such as 10 or 0.5"),
        (("--scale", "2", "--persons", "5"), "both say the size: leave one out"),
    ],
)
def test_a_size_that_is_none_is_refused(options: tuple[str, ...], message: str) -> None:
    result = synth(*options)

    assert result.exit_code == 2
    assert message in result.output


def test_a_specification_that_is_not_understood_is_told_with_its_place(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(
        f'law = "{SPECIFICATION.parents[1].as_posix()}"\npersons = "many"\n', "utf-8"
    )
    result = synth(of=wrong)

    assert result.exit_code == 2
    assert (
        "error[L821] specification-not-understood: `persons` is no whole number"
        in result.output
    )
    assert "wrong.toml:2:1" in result.output


def test_a_law_that_is_not_there_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('law = "nowhere"\n', "utf-8")

    assert "there is no file or folder" in synth(of=wrong).output
