"""Any amending act at all gives a text or problems whose places lie in it; no exception."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.amend.amending import ACT, NAMED
from tests.commands.running import ROOT
from tests.sampling import some

from lawc.amend.applying import amended, consolidated
from lawc.amend.laying import read
from lawc.diagnostics.codes import Code
from lawc.source import Source
from lawc.syntax.layout import laid_out

TITLE = "LAW\n\nArticle 1.\n\n"
WRITTEN = [
    one.read_text(encoding="utf-8")
    for one in sorted((ROOT / "statutes/kz/amnesty-2025/amendments").glob("*.law"))
]
ELEMENTS = (
    "Article 1", "Article 2", "Article 3", "paragraph 1 of Article 1", "point 1) of Article 2",
    "point 3) of paragraph 1 of Article 1",
    "subpoint a) of point 3) of paragraph 1 of Article 1",
)  # fmt: skip
QUOTED = (
    "the person", "books", "18", "film", ".", ";", "A", "Note.", "1)", "2) x", "2) x\na) y",
    "Article 2. X", "Article 2-1.\n\nx", "1. x", "1-1. x\n1) y", "a) x", "c) x",
    "...", "…", "|",
    "| a | b |", "[official]", "x [assumed]", "\u2028", "²", "\u00a0", "٣)", "", " ",
    "\n\n", "“",
    "\0", "\ufeff1) x", "x\n2) films", "«", "Note. 2) x", "(", "-", "e\u0301",
)  # fmt: skip
SENTENCES = (
    'In {0}, the words "{2}" are replaced by the words "{3}".',
    'In {0}, the words "{2}" are replaced by the words "{3}" wherever they occur.',
    'In {0}, after the words "{2}", the words "{3}" are inserted.',
    'In {0}, the words "{2}" are deleted wherever they occur.',
    '{0} is restated as follows: "{3}".',
    '{0} is supplemented by point 1-1) as follows: "1-1) {3}".',
    '{0} is supplemented by subpoint c) as follows: "c) {3}".',
    '{0} is supplemented by paragraph 3 as follows: "3. {3}".',
    'Article 2-1 is inserted after Article 2 as follows: "{3}".',
    "{0} is repealed.",
    "{0} is deleted.",
    "Points 1) and 2) of Article 2 are deleted.",
    "Articles 2 and 3 are repealed.",
    'In the heading of {0}, after the word "{2}", the word "{3}" is inserted.',
    'The title is restated as follows: "{3}".',
    'The title and the preamble are restated as follows: "{3}".',
    'The Law is restated as follows: "LAW ON CARDS of the Town\n{3}".',
    'The heading of {0} is replaced by "{3}".',
    '1. In {0}:\n1) point 1) is repealed;\n2) it is supplemented by point 9) as follows: "9)".',
    '2. In {0}:\n1) the heading is replaced by "{2}";\n2) the word "{2}" is deleted.',
)
MADE = st.builds(
    lambda form, *slots: form.format(*slots),
    st.sampled_from(SENTENCES),
    st.sampled_from(ELEMENTS),
    st.sampled_from(ELEMENTS),
    st.sampled_from(QUOTED),
    st.sampled_from(QUOTED),
)


def amend(act: str, amendment: str) -> tuple[str, bool]:
    """Amend an act, and check where the problems are said to be."""
    source, amending = Source("x/y/en.law", act), Source("y/amendments/z.en.law", amendment)
    result, problems = consolidated(source, amending, "en")
    for one in problems:
        assert one.primary.source is amending
        for label in (one.primary, *one.related):
            assert 0 <= label.span.start <= label.span.end <= len(label.source.text)
    return result.text, not problems


@settings(max_examples=some(250))
@given(st.lists(MADE, min_size=1, max_size=4))
def test_any_quotations_give_a_text_or_problems(sentences: list[str]) -> None:
    text, good = amend(ACT, "\n".join((TITLE, NAMED, *sentences)))

    if good:
        again = laid_out(Source("x/y/en.law", text), "en")
        assert again.split() == text.split()


@settings(max_examples=some(150))
@given(st.lists(MADE, min_size=1, max_size=4), st.data())
def test_any_days_give_a_text_or_problems(sentences: list[str], data: st.DataObject) -> None:
    """Applied on later days, sentence by sentence, amendments give a text or problems too."""
    lines = [TITLE, NAMED]
    for number, sentence in enumerate(sentences, 1):
        day = data.draw(st.integers(2026, 2028))
        lines.append(f"{number}. {sentence}")
        if "\n1)" not in sentence:
            lines.append(f"Paragraph {number} enters into force on 1 May {day}.")

    amend(ACT, "\n".join(lines))


CLOSED = ACT.replace(
    "b) the person is over the age of 18 years.\n",
    "b) the person is over the age of 18 years,\n   if the town agrees.\n"
    "1. In force from 1 May 2030, no person is entitled to a card.\n",
).replace("1. A person is", "1. In force to 30 April 2030, a person is")


@settings(max_examples=some(150))
@given(st.data())
def test_any_amendments_one_after_another_give_texts_or_problems(data: st.DataObject) -> None:
    """An act with versions and closing words, amended from various days three times."""
    act = Source("x/y/en.law", CLOSED)
    for _ in range(3):
        lines = [TITLE, NAMED]
        if data.draw(st.booleans()):
            lines.append(f"This Law enters into force on 1 May {data.draw(YEARS)}.")
        for number, sentence in enumerate(data.draw(st.lists(MADE, min_size=1, max_size=3)), 1):
            lines.append(f"{number}. {sentence}")
            if "\n1)" not in sentence and data.draw(st.booleans()):
                day = f"1 May {data.draw(YEARS)}"
                lines.append(f"Paragraph {number} enters into force on {day}.")
        amending = Source("y/amendments/z.en.law", "\n".join(lines))
        made = amended(act, amending, "en", versions=data.draw(st.booleans()))
        for told in (*made.problems, *made.faults, *made.remarks):
            assert told.primary.source in (amending, made.text)
            for label in (told.primary, *told.related):
                assert 0 <= label.span.start <= label.span.end <= len(label.source.text)
        if not made.problems:
            act = made.text
            assert read(act, "en").text == act.text


YEARS = st.integers(2028, 2032)


@settings(max_examples=some(60))
@given(st.sampled_from(WRITTEN), st.data())
def test_a_damaged_amendment_gives_a_text_or_problems(
    written: str, data: st.DataObject
) -> None:
    law = (ROOT / "statutes/kz/amnesty-2025/en.law").read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(written)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.sampled_from(('"', "“", ".", ";", "\n", "1)", "the words", "2", "")))

    amend(law, written[:start] + put + written[start + length :])
    amend(written[:start], written)


def test_a_law_of_which_only_dots_are_left_has_no_versions() -> None:
    """Dots leave elements out: they have no number, and so no place among others."""
    lines = (
        TITLE,
        NAMED,
        "This Law enters into force on 1 May 2029.",
        '1. The Law is restated as follows: "LAW ON CARDS of the Town\n...".',
    )
    amending = Source("y/amendments/z.en.law", "\n".join(lines))
    made = amended(Source("x/y/en.law", CLOSED), amending, "en", versions=True)

    assert [told.code for told in made.problems] == [Code.NO_VERSIONS]
