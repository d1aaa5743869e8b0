"""Chains that are too deep are refused by `check`; every command can follow the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.running import finish, lines, run, start
from tests.diagnostics.examples import problems

from lawc.backends.python.load import load
from lawc.backends.python.package import loaded
from lawc.check.depth import DEEPEST
from lawc.diagnostics.codes import Code
from lawc.pipeline import compile_path, compile_source
from lawc.source import Source

LONGEST = DEEPEST // 4  # terms: of each its name, what is said of it, both parts, and a part
VOCABULARY = """\
kind person
  en a "a person" the "the person"
fact person.good: truth
phrase person.good means good
  en yes "the person | is good"
     no "the person | is not good"
decision person.card: truth
  otherwise false
effect person.card
  gives card = true
  en yes "the person | is entitled to a card"
"""


def chain(terms: int) -> tuple[str, str]:
    """Return a vocabulary and an act in which each term rests on the one before."""
    names = [f"a {'very ' * place}rare person" for place in range(terms)]
    declared = "".join(
        f'concept person.t{place}\n  en a "{name}" the "the person"\n'
        for place, name in enumerate(names)
    )
    means = ["a person", *names]
    said = "".join(
        f"{place + 1}. In this Act, {name} means {means[place]} who is good.\n"
        for place, name in enumerate(names)
    )
    last = f"Article 2. Cards\n\n{names[-1].capitalize()} is entitled to a card.\n"
    return VOCABULARY + declared, f"AN ACT\n\nArticle 1. Terms\n\n{said}\n{last}"


@pytest.fixture
def act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An act with the longest chain that is followed, in a working directory."""
    vocabulary, text = chain(LONGEST)
    folder = tmp_path / "statutes/town/cards"
    folder.mkdir(parents=True)
    (folder.parent / "town.vocabulary").write_text(vocabulary)
    (folder / "en.law").write_text(text)
    (tmp_path / "case.json").write_text(lines({"good": True}))
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_longest_chain_is_followed_by_the_package(act: Path) -> None:
    law = compile_path(act).law
    assert law is not None
    package = loaded(load(law))
    decided = [package.decide(package.root.from_dict({"good": one})) for one in (True, None)]

    assert run("check", "statutes").exit_code == 0
    assert json.loads(decided[0].to_json())["decisions"]["card"]["value"] is True
    assert json.loads(decided[1].to_json())["needed"] == ["good"]


@pytest.mark.parametrize(
    "asked",
    [("why", "--what-if", "--full"), ("decide",), ("show",), ("build",), ("check", "--prove")],
)
def test_the_longest_chain_is_followed_by_every_command(
    act: Path, asked: tuple[str, ...]
) -> None:
    cases = ("case.json",) if asked[0] in {"why", "decide"} else ()
    code, _, errors = finish(start(*asked, act, *cases))

    assert code == (1 if "--prove" in asked else 0), errors
    assert "deep" not in errors


def test_a_longer_chain_is_told_once_where_it_becomes_too_long() -> None:
    vocabulary, text = chain(LONGEST + 9)
    (one,) = problems(text, vocabulary, alone=True)

    assert one.code is Code.NOT_UNDERSTOOD
    assert one.message == (
        f"this rests on terms and conditions {DEEPEST + 2} deep, one inside the other: more "
        f"than {DEEPEST} are not followed"
    )
    assert one.where == f"Article 1, {LONGEST + 1}."


FEES = """\
kind person
  en a "a person" the "the person"
money EUR
  en noun "euro"
fact person.income: money EUR
  en noun "the income"
"""


def fees(links: int, more: str) -> tuple[str, str]:
    """Return a vocabulary and an act in which each fee is computed from the one before."""
    names = ["the income", *(f"the {'very ' * link}high fee" for link in range(links))]
    declared = "".join(
        f'decision person.fee_{link}: money EUR\n  en noun "{name}"\n'
        for link, name in enumerate(names[1:])
    )
    said = "".join(
        f"{link + 1}. {name.capitalize()} is {names[link]}{more}.\n"
        for link, name in enumerate(names[1:])
    )
    return FEES + declared, f"AN ACT\n\nArticle 1. Fees\n\n{said}"


@pytest.mark.parametrize(("links", "more"), [(66, ""), (50, " plus 1 euro")])
def test_the_longest_chain_of_decisions_is_followed_by_the_package(
    links: int, more: str
) -> None:
    vocabulary, text = fees(links, more)
    sources = (Source("town/town.vocabulary", vocabulary),)
    law = compile_source(Source("town/fees/en.law", text), "town/fees", sources).law
    assert law is not None
    package = loaded(load(law))
    decided = json.loads(package.decide(package.root.from_dict({})).to_json())

    assert decided["needed"] == ["income"]
    assert decided["decisions"][f"fee_{links - 1}"]["status"] == "open"


@pytest.mark.parametrize(
    ("links", "more"),
    [(67, ""), (51, " plus 1 euro"), pytest.param(1_000, "", marks=pytest.mark.slow)],
)
def test_a_longer_chain_of_decisions_is_told(links: int, more: str) -> None:
    vocabulary, text = fees(links, more)
    (found,) = problems(text, vocabulary, alone=True)

    assert found.code is Code.NOT_UNDERSTOOD
    assert f"more than {DEEPEST} are not followed" in found.message
