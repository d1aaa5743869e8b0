"""What holds of every amendment: a reverse gives the old text, the rest stays as it was."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.amend.amending import ACT
from tests.commands.running import ROOT
from tests.sampling import some

from lawc.amend.applying import consolidated
from lawc.amend.elements import Text, Way
from lawc.source import Source
from lawc.syntax.words import words

LAW = (ROOT / "statutes/kz/amnesty-2025/en.law").read_text(encoding="utf-8")
NAMES = {
    ACT: "LAW ON CARDS",
    LAW: (
        "On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the "
        "Republic of Kazakhstan"
    ),
}
QUICK = settings(max_examples=some(60))


def act_of(text: str) -> Text:
    return Text(Source("x/y/en.law", text), "en")


def ways(text: Text, way: Way = ()) -> list[Way]:
    """Return the ways to all elements of a text."""
    below = [(*way, place) for place in range(len(text.unit(way).units))]
    return [one for each in below for one in (each, *ways(text, each))]


def cited(text: Text, way: Way) -> str:
    """Return how an amending act names an element."""
    units = [text.unit(way[: depth + 1]) for depth in range(len(way))]
    signs = {"point": ")", "subpoint": ")"}
    return " of ".join(
        f"{one.level} {one.number}{signs.get(one.level, '')}" for one in reversed(units)
    )


def amended(text: str, name: str, *sentences: str) -> tuple[str, list[str]]:
    said = "\n".join(sentences)
    amendment = f'LAW\n\nArticle 1.\n\nThis Law amends the Law "{name}".\n{said}\n'
    source = Source("y/amendments/z.en.law", amendment)
    result, problems = consolidated(act_of(text).source, source, "en")
    return result.text, [one.message for one in problems]


@st.composite
def chosen(draw: st.DrawFn) -> tuple[str, Text, Way]:
    """Return a text with one of its elements."""
    said = draw(st.sampled_from(list(NAMES)))
    text = act_of(said)
    return said, text, draw(st.sampled_from(ways(text)))


@QUICK
@given(chosen(), st.data())
def test_other_words_and_then_the_old_ones_give_the_old_text(
    of: tuple[str, Text, Way], data: st.DataObject
) -> None:
    said, text, way = of
    stretches = [stretch for within, stretch in text.stretches(way) if within == way]
    if not stretches:
        return
    row = words(said, *data.draw(st.sampled_from(stretches)))
    first = data.draw(st.integers(0, len(row) - 1))
    last = data.draw(st.integers(first, min(len(row) - 1, first + 6)))
    old = said[row[first].start : row[last].end]
    where = cited(text, way)
    other = f'In {where}, the words "{old}" are replaced by the words "quite other words".'
    back = f'In {where}, the words "quite other words" are replaced by the words "{old}".'
    new, problems = amended(said, NAMES[said], other)

    if problems:
        assert new == said
        assert " occur " in problems[0]
    else:
        assert "quite" in new
        assert amended(said, NAMES[said], other, back) == (said, [])


@QUICK
@given(chosen())
def test_a_repeal_and_the_old_element_again_give_the_old_text(
    of: tuple[str, Text, Way],
) -> None:
    said, text, way = of
    block = text.block(way, whole=True)
    old = said[block.start : block.end]
    where = cited(text, way)
    new, problems = amended(said, NAMES[said], f"{where} is repealed.")

    assert problems == []
    assert new.startswith(said[: block.start])
    assert new.endswith(said[block.end :])
    assert act_of(new).unit(way).number == text.unit(way).number
    restated = f"{where} is restated as follows: “{old.strip()}”."
    assert amended(said, NAMES[said], f"{where} is repealed.", restated) == (said, [])


@QUICK
@given(chosen())
def test_what_stands_outside_an_added_element_stays(of: tuple[str, Text, Way]) -> None:
    said, text, way = of
    unit, parent = text.unit(way), text.unit(way[:-1])
    number = f"{unit.number}-1"
    if unit.level == "subpoint":
        number = chr(ord("a") + len(parent.units))
    sign = {"point": ")", "subpoint": ")"}.get(unit.level, ".")
    if unit.level == "article":
        quoted = f"Article {number}. Words\n\nQuite other words."
        sentence = f"Article {number} is inserted after {cited(text, way)} as follows: "
    else:
        quoted = f"{number}{sign} quite other words."
        new = f"{unit.level} {number}{sign if sign == ')' else ''}"
        sentence = f"{cited(text, way[:-1])} is supplemented by {new} as follows: "
    result, problems = amended(said, NAMES[said], f'{sentence}"{quoted}".')

    assert problems == []
    before, _, after = result.partition(quoted)
    assert (before.rstrip() + after).split() == said.split()
    assert said.startswith(before.rstrip())
    assert said.endswith(after.lstrip("\n"))
