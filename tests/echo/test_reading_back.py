"""The echo of a law is sentences, and read with the same vocabulary they are the same law."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from tests.differential import act_texts, act_writing, vocabulary_writing
from tests.echo.reading_back import differing_case, read_back, same_form
from tests.sampling import some

from lawc.commands.problems import acts_under, compile_act
from lawc.folders import find_act, read_source
from lawc.ir import nodes as ir
from lawc.pipeline import compile_source
from lawc.source import Source

STATUTES = Path(__file__).parents[2] / "statutes"
ECHO = Path(__file__).parents[2] / "compiler" / "lawc" / "echo"
ACTS = sorted(acts_under((STATUTES,)))
# Acts of which some provisions have no sentence in normal form yet; the echo names them, and
# how many there are. The number may only fall.
PARTLY = {
    "ca/old-age-security/en.law": 7,
    "us/fringe-benefits/en.law": 2,
    "us/income-tax/en.law": 13,
}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.relative_to(STATUTES).as_posix())
def test_the_echo_of_a_statute_is_the_same_law(act: Path) -> None:
    folder = find_act(act)
    vocabularies = tuple(map(read_source, folder.vocabularies))

    def library(name: str) -> Source | None:
        text = folder.text.parent.parent / name / folder.text.name
        return read_source(text) if text.is_file() else None

    compiled = compile_act(act)
    said, again = read_back(compiled, vocabularies, folder.key, library)

    unsaid = PARTLY.get(act.relative_to(STATUTES).as_posix(), 0)
    assert len(said.unsaid) == unsaid, said.unsaid
    if unsaid:
        return
    assert [problem.message for problem in again.errors] == []
    assert compiled.law is not None
    assert again.law is not None
    if not same_form(compiled.law, again.law):
        rng = Random(1)  # noqa: S311 - a test
        assert differing_case(compiled.law, again.law, rng, 100) is None


def said_back(seed: int) -> str:
    """Return what becomes of the echo of a random act."""
    rng = Random(seed)  # noqa: S311 - to be replayed
    act = act_texts.act(rng)
    vocabulary = Source("xx/w.vocabulary", vocabulary_writing.vocabulary(act.vocabulary))
    text = Source("xx/act/en.law", act_writing.text(act))
    compiled = compile_source(text, "xx/act", (vocabulary,))
    if compiled.law is None:
        return "refused"
    said, again = read_back(compiled, (vocabulary,), "xx/act")
    if said.unsaid:
        return "partly"
    if again.law is None:
        return f"{seed}: {again.errors[0].message}"
    if same_form(compiled.law, again.law):
        return "same form"
    case = differing_case(compiled.law, again.law, rng, 12)
    return "same decisions" if case is None else f"{seed}: {case}"


_GOOD = {"refused", "partly", "same form", "same decisions"}


def counted(seeds: range) -> Counter[str]:
    return Counter(map(said_back, seeds))


def test_the_echo_of_random_acts_is_the_same_law() -> None:
    counts = counted(range(20))

    assert {*counts} <= _GOOD
    assert counts["same form"] + counts["same decisions"] > 0


@pytest.mark.slow
def test_the_echo_of_many_random_acts_is_the_same_law() -> None:
    """60 acts; 240 with `pytest --samples 4`."""
    acts = some(60)
    counts = counted(range(100, 100 + acts))

    assert {*counts} <= _GOOD
    assert counts["same form"] + counts["same decisions"] >= acts / 20


def test_every_node_of_the_checked_form_has_words() -> None:
    said = {
        node.attr
        for path in ECHO.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "ir"
    }
    # What phrases of the vocabulary alone mean: they are found by their meaning.
    by_phrases = {"OneOf", "Under"}
    unsaid = {"DaysIn"}  # what lasted so long has no sentence yet
    nodes = {node.__name__ for node in get_args(ir.Expr)}

    assert nodes - said <= by_phrases | unsaid
