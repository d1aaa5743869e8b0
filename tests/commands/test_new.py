"""`lawc new`: an act to begin with passes everything, and nothing is ever written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.commands.running import ROOT, run

from lawc.commands import new

LICENCE = Path("statutes/kz/dog-licence")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def statutes() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*"))


def passes(act: str) -> None:
    checked, tested = run("check", act), run("test", act)

    assert (checked.exit_code, checked.stderr) == (0, "")
    assert (tested.exit_code, tested.stderr) == (0, "")
    assert "3 of 3 examples as expected" in tested.stdout
    assert "all 4 provisions are reached by an example" in tested.stdout


@pytest.mark.parametrize("kind", ["an animal", "Dog Owner"])
def test_an_act_to_begin_with_passes(kind: str) -> None:
    assert run("new", "kz/dog-licence", "--kind", kind).exit_code == 0

    passes(str(LICENCE))
    assert run("build").exit_code == 0
    assert run("fmt", "--check").exit_code == 0


@pytest.mark.parametrize("name", ["xx/not-if-and", "xx/act-2026"])
def test_whatever_its_name_it_passes(name: str) -> None:
    assert run("new", name).exit_code == 0

    passes(f"statutes/{name}")


@pytest.mark.parametrize("place", ["kz", "example"])
def test_beside_other_acts_it_passes_and_they_stay_as_they_are(place: str) -> None:
    shutil.copytree(ROOT / "statutes" / place, Path("statutes") / place)
    before = run("check", "statutes").stdout

    assert run("new", f"{place}/dog-licence").exit_code == 0

    passes(f"statutes/{place}/dog-licence")
    after = run("check", "statutes")
    assert after.exit_code == 0
    assert all(line in after.stdout for line in before.splitlines())


def test_two_acts_of_one_place_share_their_kind() -> None:
    assert run("new", "xx/dog-licence").exit_code == 0
    assert run("new", "xx/cat-licence").exit_code == 0

    passes("statutes/xx/cat-licence")


def test_what_is_there_is_never_written_over() -> None:
    Path("statutes/kz").mkdir(parents=True)
    Path("statutes/kz/dog-licence.vocabulary").write_text("mine", "utf-8")
    before = statutes()

    result = run("new", "kz/dog-licence")

    assert result.exit_code == 2
    assert "dog-licence.vocabulary` is there already" in result.stderr
    assert statutes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("dog-licence",),
        ("kz/Dog Licence",),
        ("kz/../x",),
        ("kz/dog-licence", "--kind", "5"),
        ("kz/dog-licence", "--kind", ""),
        ("kz/dog-licence", "--title", "Article 1. Cards"),
        ("kz/dog-licence", "--title", "..."),
        ("kz/dog-licence", "--title", "a\tb\x00"),
        ("--amendment", "nowhere"),
        ("--amendment", "nowhere", "--title", "X"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_leaves_nothing(arguments: tuple[str, ...]) -> None:
    result = run("new", *arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith("lawc: ")
    assert statutes() == []


def test_a_kind_that_another_kind_has_is_refused() -> None:
    shutil.copytree(ROOT / "statutes/example", "statutes/example")

    result = run("new", "example/dog-licence", "--kind", "child")

    assert result.exit_code == 2
    assert "each child is here one of a household's children" in result.stderr


def test_where_elements_are_numbered_otherwise_it_is_refused() -> None:
    shutil.copytree(ROOT / "statutes/us", "statutes/us")
    before = statutes()

    result = run("new", "us/dog-licence")

    assert (result.exit_code, statutes()) == (2, before)
    assert "`en.numbering`" in result.stderr


def test_a_vocabulary_with_errors_is_told_and_nothing_is_written() -> None:
    Path("statutes/xx").mkdir(parents=True)
    Path("statutes/xx/own.vocabulary").write_text("kind kind kind", "utf-8")
    before = statutes()

    result = run("new", "xx/dog-licence")

    assert (result.exit_code, statutes()) == (2, before)
    assert "does not fit" in result.stderr


def test_on_a_terminal_title_and_kind_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new, "_asks", lambda: True)

    result = run("new", given="kz/dog-licence\nLAW ON DOGS\nhousehold\n")

    assert result.exit_code == 0
    passes(str(LICENCE))
    text = (LICENCE / "en.law").read_text("utf-8")
    assert text.startswith("LAW ON DOGS\n")
    assert "1. A household is entitled to the dog licence" in text


def test_an_amending_act_to_begin_with_can_be_applied() -> None:
    run("new", "kz/dog-licence")

    made = run("new", "--amendment", LICENCE, "dearer")
    amended = run("amend", LICENCE, LICENCE / "amendments/dearer.en.law")

    assert made.exit_code == amended.exit_code == 0
    assert amended.stdout.endswith("Article 3. Heading\n\nNote. Put here what is new.\n")
    passes(str(LICENCE))


@pytest.mark.parametrize("act", ["example/family-allowance"])
def test_an_amending_act_can_be_begun_for_acts_of_others(act: str) -> None:
    shutil.copytree(ROOT / "statutes" / act.partition("/")[0], act.partition("/")[0])

    assert run("new", "--amendment", act, "first-one").exit_code == 0
    again = run("new", "--amendment", act, "first-one")
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


def test_an_act_that_cannot_be_amended_gets_no_amending_act() -> None:
    shutil.copytree(ROOT / "statutes/us", "us")
    before = statutes()

    result = run("new", "--amendment", "us/income-tax")

    assert (result.exit_code, statutes()) == (2, before)
