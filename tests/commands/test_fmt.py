"""Layout: one form, reached at once, that keeps every word, number, note and mark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.commands.running import ACT, ROOT, run
from tests.sampling import some

from lawc.source import Source
from lawc.syntax.layout import laid_out
from lawc.syntax.structure import Unit, structure

ACTS = sorted((ROOT / "statutes").glob("*/*/en.law"))
TEXTS = [one.read_text(encoding="utf-8") for one in ACTS]

Said: TypeAlias = tuple[object, ...]


def contents(text: str) -> Said:
    """Return what `text` says: its elements with their words, rows, marks, and no layout."""
    return _unit(Source("x/y/en.law", text), structure(Source("x/y/en.law", text), "en"))


def _unit(source: Source, unit: Unit) -> Said:
    words: list[tuple[str, str]] = []
    others: dict[str, list[str]] = {"MARK": [], "ROW": []}
    for line in unit.text:
        piece = " ".join(source.text[line.text.start : line.text.end].split())
        if line.terminal in others:
            others[line.terminal].append(piece)
        elif line.terminal == "TEXT" and words:
            words[-1] = (words[-1][0], f"{words[-1][1]} {piece}".strip())
        else:
            words.append((line.terminal, piece))
    heading = source.text[unit.heading.start : unit.heading.end] if unit.heading else ""
    below = tuple(_unit(source, one) for one in unit.units)
    return unit.level, unit.number, " ".join(heading.split()), words, others, below


def shaken(text: str, width: int, indent: str, blank: bool) -> str:
    """Return `text` in another layout: other line ends inside paragraphs, other indentation."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [indent + line.strip() if line.strip() else "", *([""] * blank)]
    return "\n".join(lines) + "\n" * width


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.split("\n")[0][:20])
def test_layout_keeps_what_is_said_and_is_reached_at_once(text: str) -> None:
    once = laid_out(Source("x/y/en.law", text), "en")

    assert contents(once) == contents(text)
    assert laid_out(Source("x/y/en.law", once), "en") == once
    assert max(map(len, once.split("\n"))) <= 96
    assert "".join(once.split()) == "".join(text.split())


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.split("\n")[0][:20])
@pytest.mark.parametrize("indent", ["", "\t", "        "])
@pytest.mark.parametrize("blank", [False, True])
def test_the_layout_does_not_depend_on_the_one_before(
    text: str, indent: str, blank: bool
) -> None:
    other = shaken(text, 3, indent, blank)

    assert laid_out(Source("x/y/en.law", other), "en") == laid_out(
        Source("x/y/en.law", text), "en"
    )


PIECES = st.sampled_from(
    [
        "Article 1.", "Article 2. A heading", "Article", "1.", "2.", "1)", "12)", "7-1)", "a)",
        "b)", "Note.", "Note. It decides nothing.", "[official]", "[assumed: why]",
        "[reported: a paper, 1 May 2025]", "[other]", "| up to 1 | 2 |", "|---|---|", "|",
        "...", "…", "words of a sentence", "and", "or;", ":", "18", "a", "in 2024.",
        "\n", "\n", "\n\n", " ", "   ", "\t", "of\u00a0one", "of\u2028one", "of\u200fone",
        "words " * 30, "w" * 60,
    ]
)  # fmt: skip
# What is not asked of here: a line that begins with other space than blanks and tabs, and a
# row of a table that stands in no paragraph, before what else the article says.
UNUSUAL = re.compile(r"^[ \t]*[^\S \t\n]|^[ \t]*Article[^\n]*\n\s*\|", re.MULTILINE)
MADE = st.lists(PIECES, max_size=25).map("".join) | st.lists(PIECES, max_size=25).map(" ".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a statute of the repository with pieces cut out, put in or moved."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + 1_500]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 20))
        text = text[:place] + draw(MADE) + text[place + cut :]
    return text


@settings(max_examples=some(60))
@given(MADE | mutated())
@example("| a | b |\nx\n| c | d |")
@example("Article 1. Heading [official]\n[assumed]\n1. [official]\nx")
def test_layout_keeps_what_is_said_whatever_the_text(text: str) -> None:
    assume(not UNUSUAL.search(text))
    once = laid_out(Source("x/y/en.law", text), "en")

    assert contents(once) == contents(text)
    assert laid_out(Source("x/y/en.law", once), "en") == once


def test_check_tells_and_writes_nothing(place: Path) -> None:
    run("fmt")
    text = place / ACT / "en.law"
    good = text.read_bytes()
    bad = good.replace(b"1. ", b"1.    ")
    text.write_bytes(bad)
    result = run("fmt", "--check")

    assert result.exit_code == 1
    assert result.stdout == "would lay out example/family-allowance/en.law\n"
    assert text.read_bytes() == bad
    assert run("fmt").stdout == "laid out example/family-allowance/en.law\n"
    assert text.read_bytes() == good
    assert (run("fmt", "--check").exit_code, run("fmt").output) == (0, "")


@pytest.mark.parametrize(
    ("old", "new"), [(b"\n", b"\r\n"), (b"\n", b"\r"), (b"FAMILY", b"\xef\xbb\xbfFAMILY")]
)
def test_line_ends_and_byte_order_marks_are_made_one(
    place: Path, old: bytes, new: bytes
) -> None:
    run("fmt")
    text = place / ACT / "en.law"
    good = text.read_bytes()
    text.write_bytes(good.replace(old, new))

    assert run("fmt", "--check").exit_code == 1
    assert run("fmt").exit_code == 0
    assert text.read_bytes() == good


def test_a_link_stays_a_link_and_a_mode_is_kept(place: Path) -> None:
    run("fmt")
    text = place / ACT / "en.law"
    real = place / "en.law"
    real.write_bytes(text.read_bytes() + b"\n\n")
    real.chmod(0o640)
    text.unlink()
    text.symlink_to(real)
    run("fmt")

    assert text.is_symlink()
    assert not real.read_bytes().endswith(b"\n\n")
    assert real.stat().st_mode & 0o777 == 0o640


def test_the_layout_of_a_statute_does_not_change_what_is_decided(place: Path) -> None:
    before = run("show", ACT, "--as", "echo").stdout
    assert place.is_dir()
    run("fmt")

    assert run("show", ACT, "--as", "echo").stdout == before
    assert run("test", ACT).exit_code == 0


def test_an_unfinished_merge_is_not_laid_out(tmp_path: Path) -> None:
    act = tmp_path / "town" / "cards"
    act.mkdir(parents=True)
    text = "Article 1. Cards\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"
    (act / "en.law").write_text(text)
    result = run("fmt", act)

    assert result.exit_code == 2
    assert "a merge that is not finished" in result.stderr
    assert (act / "en.law").read_text() == text
