"""Properties of every amendment: a reverse gives the old text, the rest stays as it was."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.amend.amending import ACT
from tests.commands.running import ROOT
from tests.sampling import some

from lawc.amend.applying import amended as amended_act
from lawc.amend.applying import consolidated
from lawc.amend.elements import Text, Way
from lawc.amend.laying import read
from lawc.amend.line_ends import with_line_ends
from lawc.amend.periods import Periods
from lawc.amend.versions import edition_on
from lawc.amend.wording import wording
from lawc.source import Source
from lawc.syntax.words import words

LAW = (ROOT / "statutes/kz/amnesty-2025/en.law").read_text(encoding="utf-8")
CLOSED = """\
LAW ON FINES

Article 1. Fines

1. A person who:
   1) sells alpha;
   2) lends beta:
      a) to gamma; or
      b) to delta,
      for money; or
   3) burns epsilon,
   shall pay zeta.
2. In Almaty, eta signs. Theta pays.
3. The fee is iota, if kappa.

Article 2. Uses

1. A reader who:
   1) reads lambda;
   2) writes mu,
   shall sign nu.
2. Note. Xi stays.
"""
NAMES = {
    ACT: "LAW ON CARDS",
    CLOSED: "LAW ON FINES",
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


ENDS = st.sampled_from(("\n", "\r\n", "\r"))


@QUICK
@given(chosen(), st.data())
def test_what_no_amendment_names_stays_in_every_byte(
    of: tuple[str, Text, Way], data: st.DataObject
) -> None:
    said, text, way = of
    block = text.block(way, whole=True)
    where = cited(text, way)
    orders = (
        f"{where} is repealed.",
        f"{where} is deleted.",
        f'In {where}, the word "the" is deleted wherever they occur.',
        f'In {where}, the word "a" is replaced by the word "another" wherever they occur.',
        f"{where} is restated as follows: “{said[block.start : block.end].strip()}”.",
    )
    new, problems = amended(said, NAMES[said], data.draw(st.sampled_from(orders)))
    if problems:
        return
    before, after = said[: block.start], said[block.end :]
    # of an element that goes, the lines before the next one go, or those before it
    assert new.startswith(before.rstrip("\n"))
    assert new.endswith(after.lstrip("\n"))
    mark = data.draw(st.sampled_from(("", "\ufeff")))
    end = data.draw(ENDS)
    typed = mark + said.replace("\n", end)
    assert with_line_ends(typed, new) == mark + new.replace("\n", end)


GREEK = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "Theta", "iota", "kappa",
         "lambda", "mu", "nu")  # fmt: skip
DAYS = tuple(date(year, month, 1) for year in (2026, 2027, 2028) for month in (1, 7))
WHOLE = (
    'Paragraph 2 of Article 1 is restated as follows: "2. In Almaty, omicron signs. Pi pays."',
    "Paragraph 3 of Article 1 is repealed",
    "Paragraph 3 of Article 1 is deleted",
    "Point 1) of paragraph 1 of Article 1 is repealed",
    'Article 1 is supplemented by paragraph 4 as follows: "4. The tax is rho."',
    'Paragraph 1 of Article 2 is supplemented by point 3) as follows: "3) eats sigma,"',
    'Article 2-1 is inserted after Article 2 as follows: "Article 2-1. X\n\n1. A cost is tau."',
)


def law(orders: list[tuple[str, date]]) -> Source:
    """Return an amending act that gives each order its day."""
    listed = "\n".join(f"{number}. {said}." for number, (said, _) in enumerate(orders, 1))
    days = "\n".join(
        f"Paragraph {number} of Article 1 enters into force on {wording('en').day(day)}."
        for number, (_, day) in enumerate(orders, 1)
    )
    text = f'LAW\n\nArticle 1.\n\nThis Law amends the Law "LAW ON FINES".\n{listed}\n'
    entry = "This Law enters into force on 1 January 2026."
    return Source("y/z.en.law", f"{text}\nArticle 2.\n\n{entry}\n{days}\n")


def plain(text: str) -> str:
    """Return a text without periods, holes, layout and capitals."""
    period = r"in force( from \d+ \w+ \d+)?( to \d+ \w+ \d+)?, "
    said = re.sub(period, "", " ".join(text.casefold().split()))
    return re.sub(r"\d+\. note\. repealed\.", "", said).replace(" ", "")


def on(day: date, text: str) -> str:
    """Return the text of an act that is in force on a day; no sentence of it has a version."""
    periods = Periods("en", None)
    edition = edition_on(day, read(Source("x/en.law", text), "en"), periods)
    found = [edition.front]
    for article in edition.units:
        inside = [unit for unit in article.units if periods.in_force(unit, day)]
        if inside or not article.units:
            found += (article.lines, *(f" {unit.text}" for unit in inside))
    return " ".join(found)


def in_order(orders: list[tuple[str, date]], day: date) -> str | None:
    """Return the act with the orders of the days up to one applied, without versions."""
    text = CLOSED
    for said, start in sorted(orders, key=lambda order: order[1]):
        if start <= day:
            text, problems = amended(text, "LAW ON FINES", f"{said}.")
            if problems:
                return None
    return text


@st.composite
def words_changed(draw: st.DrawFn) -> list[tuple[str, date]]:
    """Return orders that change some words each, in any order of their days."""
    chosen_words = draw(st.lists(st.sampled_from(GREEK), min_size=2, max_size=5, unique=True))
    return [
        (
            f'In Article {2 if word in ("lambda", "mu", "nu") else 1}, the word "{word}" is '
            f'replaced by the words "{word} or {word}2"',
            draw(st.sampled_from(DAYS)),
        )
        for word in chosen_words
    ]


def check_each_day(first: list[tuple[str, date]], second: list[tuple[str, date]]) -> None:
    """Check that two amending acts, applied one after the other, give the text of each day."""
    once = amended_act(Source("x/en.law", CLOSED), law(first), "en", versions=True)
    twice = amended_act(once.text, law(second), "en", versions=True)
    assert (once.problems, twice.problems) == ((), ())
    for start in DAYS:
        for day in (start - timedelta(1), start):
            expected = in_order([*first, *second], day)
            assert expected is not None
            assert plain(on(day, twice.text.text)) == plain(on(day, expected)), (
                day,
                twice.text,
            )


@QUICK
@given(words_changed(), st.integers(1, 4))
def test_words_changed_twice_are_on_each_day_what_all_orders_up_to_it_give(
    orders: list[tuple[str, date]], cut: int
) -> None:
    check_each_day(orders[:cut], orders[cut:] or orders[:0] or [(NOTHING, DAYS[0])])


NOTHING = 'In Article 2, the word "reader" is replaced by the words "reader or guest"'


@QUICK
@given(
    st.lists(st.sampled_from(WHOLE), min_size=1, max_size=3, unique=True),
    words_changed(),
    st.sampled_from(DAYS[1:4]),
)
def test_elements_amended_and_words_after_them_are_on_each_day_as_in_order(
    whole: list[str], words_: list[tuple[str, date]], day: date
) -> None:
    first = [(said, day) for said in whole]
    second = [(said, max(start, day + timedelta(31))) for said, start in words_]
    if in_order([*first, *second], date.max) is None:
        return  # the words are gone
    check_each_day(first, second)
