"""Any text at all gives diagnostics whose places lie in the text; no exception, no hang."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sampling import some

from lawc.folders import read_source
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

ROOT = Path(__file__).parents[2] / "statutes" / "kz"
LAW = read_source(ROOT / "amnesty-2025" / "en.law").text
CODE = read_source(ROOT / "criminal-code" / "en.law")
VOCABULARY = read_source(ROOT / "criminal.vocabulary")
PIECES = (
    "\u200f",
    "\u2028",
    "\u0085",
    "\0",
    "e\u0301",
    "\U0001f600",
    "\ufeff",
    "²",
    "٣",
    "ǅ",
    "\u00a0",
    "|",
    ":",
    ";",
    ".",
    "\n",
    "1)",
    "a)",
    "1.",
    "Article 9.",
    "Note.",
    "[official]",
    "[a:",
    "...",
    "it is not the case that",
    "and",
    "or",
    "unless",
    "9" * 30,
)
WORDS = LAW.split()
QUICK = settings(max_examples=some(30), deadline=timedelta(seconds=20))


def compiled(text: str, vocabulary: str = VOCABULARY.text) -> Compiled:
    """Compile a text, and check where its problems are said to be."""
    words = Source("kz/criminal.vocabulary", vocabulary)
    found = compile_source(Source("en.law", text), "kz/fuzz", (words,), lambda _: CODE)
    for problem in found.problems:
        for label in (problem.primary, *problem.related):
            assert 0 <= label.span.start <= label.span.end <= len(label.source.text), problem
    return found


@st.composite
def changed(draw: st.DrawFn, text: str) -> str:
    """Draw a text with words and lines of it lost, doubled, swapped and put in."""
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 80)))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.sampled_from(WORDS), st.text()))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:at] + text[at:to] * 2 + text[to:]
            case 2:
                text = f"{text[:at]} {piece} {text[to:]}"
            case _:
                text = text[:at] + piece + text[at:]
    return text


@QUICK
@given(st.text())
def test_any_text_is_a_law_or_has_problems(text: str) -> None:
    found = compiled(text)

    assert found.law is None or found.act.words_read


@QUICK
@given(st.text())
def test_any_text_is_a_vocabulary_or_has_problems(text: str) -> None:
    assert compiled("Article 1. Heading\n\n1. A person.", text).law is None
    assert compiled(LAW, text + VOCABULARY.text).act.words_read


@QUICK
@given(changed(LAW))
def test_a_changed_law_is_a_law_or_has_problems(text: str) -> None:
    found = compiled(text)

    assert found.law is not None or found.errors


@QUICK
@given(changed(VOCABULARY.text))
def test_a_changed_vocabulary_is_one_or_has_problems(text: str) -> None:
    found = compiled(LAW, text)

    assert found.law is not None or found.errors


PREGNANT = "the person is pregnant on the effective day"
HEAD = "Article 1. Heading\n\n1. "
RELEASED = "A person is released from the main punishment if "
MANY, DEEP = some(5_000), some(1_000)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + RELEASED + " and ".join([PREGNANT] * MANY) + ".",
        HEAD + RELEASED + " or ".join([PREGNANT] * MANY) + ".",
        HEAD + RELEASED + "it is not the case that " * MANY + PREGNANT + ".",
        HEAD + RELEASED + "word " * (20 * MANY),
        HEAD + "the " * (20 * MANY),
        HEAD + "Articles " + ", ".join(map(str, range(1, MANY // 5))) + " and 2.",
        HEAD + "(" * (20 * MANY),
        HEAD + "1" * (20 * MANY),
        HEAD + "1" + " 000" * (4 * MANY),
        HEAD + "[a:" * (6 * MANY) + "]",
        HEAD + ". " * MANY,
        "\n".join(f"{number}) a person;" for number in range(1, MANY + 1)),
        "\n".join("1" + "-1" * number + ". x" for number in range(MANY // 10)),
        "a) x\n" * (MANY // 2),
        "...\n" * (4 * MANY),
        "| up to 1 | 2 |\n" * (4 * MANY),
        "Article 1. X [official]\n" * (MANY // 2),
    ],
    ids=str.__len__,
)
def test_long_and_deep_texts_end_in_a_result(text: str) -> None:
    found = compiled(text)

    assert found.law is not None or found.errors


@pytest.mark.slow
def test_a_list_of_thousands_of_points_is_read() -> None:
    points = "".join(f"{number}) {PREGNANT};\n" for number in range(1, 5_000))
    text = f"{HEAD}{RELEASED}any of the following applies:\n{points}5000) {PREGNANT}.\n"

    found = compiled(text)

    assert found.law is not None
    assert len(found.law.rules) == 5_000


@pytest.mark.parametrize("meaning", ["(" * DEEP, "not " * DEEP, "sex = female and " * DEEP])
def test_a_declaration_with_too_much_inside_is_refused(meaning: str) -> None:
    text = f'{VOCABULARY.text}\nphrase person.deep means {meaning}pregnant\n  en yes "deep"\n'

    assert compiled(LAW, text).law is None
