"""The register of the amnesty law has its figures: counted by its package, one by one."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.synth.plain import counted

from lawc.cli import main
from lawc.folders import read_source
from lawc.pipeline import compile_path
from lawc.synth.cells import Cell
from lawc.synth.contradicting import contradictions
from lawc.synth.counting import counted_in
from lawc.synth.persons import scaled
from lawc.synth.reading import read_specification
from lawc.synth.register import Synthesis

FOLDER = Path(__file__).parents[2] / "statutes/kz/amnesty-2025"
SPECIFICATION = FOLDER / "register/register.spec.toml"


@cache
def synthesis() -> Synthesis:
    law = compile_path(FOLDER).law
    assert law is not None
    specification, problems = read_specification(read_source(SPECIFICATION), law)
    assert specification is not None, problems
    return Synthesis(law, specification)


def figures_of(folder: Path, *options: str) -> dict[str, Fraction]:
    """Return the figures of a register, counted in a plain loop."""
    result = CliRunner().invoke(
        main, ["synth", str(SPECIFICATION), "-o", str(folder), *options]
    )
    assert result.exit_code == 0, result.output
    none = Fraction(0)
    cells = {Cell(groups, none, none, 0, 0): n for groups, n in counted(folder).items()}
    return {each.name: counted_in(each, cells) for each in synthesis().specification.figures}


def test_a_small_register_has_the_figures_in_proportion(tmp_path: Path) -> None:
    synthetic = synthesis()
    total = sum(synthetic.counts.cells.values())
    cells = scaled(synthetic.counts.cells, Fraction(3_000, total))

    expected = {each.name: counted_in(each, cells) for each in synthetic.specification.figures}
    assert figures_of(tmp_path, "--persons", "3000") == expected


def test_the_figures_that_contradict_each_other_are_those_of_the_page() -> None:
    assert [problem.message for problem in contradictions(synthesis())] == [
        "`convicted persons covered, by the Senate` is short by 69 persons,"
        " since these figures contradict each other",
        "`released, by a deputy` is short by 68 persons:"
        " figures that are rounded, and weigh more, are exact",
    ]


def test_the_page_adds_up() -> None:
    page = (FOLDER / "register/README.md").read_text("utf-8")
    figures = {each.name: int(each.number) for each in synthesis().specification.figures}
    released = [figures[f"released from {place}"] for place in ("institutions", "probation")]
    reduced = [figures["reduced in institutions"], figures["reduced on probation"]]
    parts = [released[0], reduced[0], released[1], reduced[1]]
    committee = figures["released, by the Committee"] + 50
    left_out = figures["persons on probation"] - figures["covered on probation"]

    assert f"{' + '.join(f'{part:,}' for part in parts)} = {sum(parts):,}" in page.replace(
        "\n ", ""
    )
    assert (
        f"{reduced[0]:,} + {reduced[1]:,} + {committee:,} = {sum(reduced) + committee:,}"
        in page
    )
    assert sum(reduced) + committee < figures["convicted persons covered, by the Senate"]
    assert f"{released[0]} + {released[1]:,} = {sum(released):,}, which is rounded" in page
    assert f"So the {left_out:,} persons on probation" in page


@pytest.mark.slow
def test_the_register_has_the_published_figures(tmp_path: Path) -> None:
    figures = figures_of(tmp_path)

    assert {name: int(figures[name]) for name in FORECAST} == FORECAST
    assert figures["convicted persons covered, by the Senate"] == 15_032, (
        "more than 15,100 said"
    )
    women = "of the women in institutions: serious and especially serious crimes"
    assert round(figures[women]) == 92
    assert round(figures["of these women: recidivists"]) == 16


FORECAST = {
    "convicted persons in institutions": 33_000,
    "persons under investigation": 7_001,  # about 7,000, and more than 40,000 with the above
    "persons on probation": 27_000,
    "released from institutions": 632,
    "released from probation": 3_500,
    "reduced in institutions": 5_400,
    "reduced on probation": 5_500,
    "cases ended before judgement": 2_136,
    "vulnerable persons released": 57,
    "vulnerable persons reduced": 572,
    "vulnerable persons covered": 629,
    "women released": 109,
    "women reduced": 724,
    "women covered": 833,
    "convicted for saiga": 24,
    "convicted for saiga and released": 21,
    "convicted of crimes against the environment since 2019": 800,
    "of these in prison": 180,
}
