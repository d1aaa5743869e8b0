"""Changes of the amnesty law: how far each goes, and persons of whom it is so."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("z3")

from tests.compare.replayed import check_emitted, check_interpreted, check_smallest
from tests.compare.written import (
    AMNESTY,
    amended,
    amnesty,
    amnesty_compared,
    amnesty_text,
    as_comparisons,
)
from tests.emitted import package

from lawc.amend.applying import consolidated
from lawc.compare.levels import Level
from lawc.compare.rendering.as_html import html
from lawc.compare.rendering.as_markdown import markdown
from lawc.compare.rendering.as_text import text as as_text
from lawc.source import Source

AMENDING_ACTS = ("men-from-sixty-three", "women-with-children", "article-297-first-time")
LAST_POINTS = (
    "9) the offence is under Article 185 of the Criminal Code; [assumed: the number of the "
    "Article]\n10)",
    "9)",
)
HEADING_6 = "Article 6. Several offences\n"
HEADING_7 = "Article 7. Procedure [reported]\n"

CHANGES: dict[str, tuple[tuple[str, str], ...]] = {
    "an exclusion dropped": (LAST_POINTS, ("\n11) the", "\n10) the")),
    "a bound moved": (
        (
            "the age of fourteen years but not of eighteen",
            "the age of fifteen years but not of eighteen",
        ),
    ),
    "an or made an and": (
        (
            "an extremist crime or the offence has signs",
            "an extremist crime and the offence has signs",
        ),
    ),
    "a sentence reworded with equal meaning": (
        (
            "the offence is an extremist crime or the offence has signs of extremism",
            "the offence has signs of extremism or the offence is an extremist crime",
        ),
    ),
    "articles renumbered": (
        (HEADING_6, HEADING_6.replace("6", "5-1")),
        (HEADING_7, HEADING_7.replace("7", "6")),
        ("Article 8. Entry into force\n", "Article 7. Entry into force\n"),
    ),
    "an article inserted before others": (
        ("Article 5. Persons to whom", "Article 6. Persons to whom"),
        (HEADING_6, HEADING_6.replace("6", "7")),
        (HEADING_7, HEADING_7.replace("7", "8")),
        ("Article 8. Entry into force\n", "Article 9. Entry into force\n"),
        ("Articles 2, 3 and 5 apply to an offence", "Articles 2, 3 and 6 apply to an offence"),
        (
            "Article 4. What the amnesty does not touch\n",
            "Article 4. Records\n\nNote. A record is kept. [assumed]\n\n"
            "Article 5. What the amnesty does not touch\n",
        ),
    ),
}
EXPECTED = {
    "men-from-sixty-three": Level.NARROWER,
    "women-with-children": Level.WIDER,
    "article-297-first-time": Level.WIDER,
    "an exclusion dropped": Level.WIDER,
    "a bound moved": Level.NARROWER,
    "an or made an and": Level.WIDER,
    "a sentence reworded with equal meaning": Level.EXPLAIN,
    "articles renumbered": Level.STRUCTURE,
    "an article inserted before others": Level.STRUCTURE,
}
QUICK = ("articles renumbered",)


def text_of(name: str) -> str:
    return amended(name) if name in AMENDING_ACTS else amnesty_text(*CHANGES[name])


def marked(names: tuple[str, ...]) -> list[Any]:
    """Return the names as parameters; most are slow."""
    return [one if one in QUICK else pytest.param(one, marks=pytest.mark.slow) for one in names]


@pytest.mark.parametrize("name", marked(tuple(EXPECTED)))
def test_a_change_is_of_its_level_and_every_person_shown_is_as_is_said(
    name: str, tmp_path: Path
) -> None:
    """One test, so that each comparison is made once whichever process it runs in."""
    made = amnesty_compared(text_of(name))

    assert made.level is EXPECTED[name]
    assert made.proved
    assert bool(made.touched) is EXPECTED[name].decides
    modules = (package(made.old, tmp_path), package(made.new, tmp_path))
    for one in made.touched:
        check_interpreted(made, one)
        check_emitted(made, one, modules)
        check_smallest(made, one)


def test_a_law_and_itself_are_the_same() -> None:
    made = amnesty_compared(amnesty_text())

    assert (made.level, made.rows, made.touched) == (None, (), ())
    assert made.old == amnesty()


# --- what is said of them ---------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", AMENDING_ACTS)
def test_what_is_said_of_an_amending_act(name: str, golden: Callable[[str, str], None]) -> None:
    found = as_comparisons(amnesty_compared(amended(name)))

    golden(f"compared/{name}.txt", as_text(found))
    if name == "women-with-children":  # the shortest
        golden(f"compared/{name}.md", markdown(found))
        styled = re.compile("<style>.*</style>", re.DOTALL)  # which the other pages show
        golden(f"compared/{name}.html", styled.sub("", html(found)))


DATED = """\
LAW OF THE REPUBLIC OF KAZAKHSTAN
On an Amendment to the Law on Amnesty

Article 1. Amendment

1. This Law amends the Law "On Amnesty in Connection with the Thirtieth Anniversary of the
   Constitution of the Republic of Kazakhstan" of 23 June 2025.
2. In point 3) of paragraph 1 of Article 1, the words "sixty years" are replaced by the words
   "sixty-three years".

Article 2. Entry into force

Paragraph 2 of Article 1 enters into force on 1 January 2026.
"""


@pytest.mark.slow
def test_a_change_from_a_day_of_its_own_touches_who_is_decided_from_that_day() -> None:
    act = Source("kz/amnesty-2025/en.law", AMNESTY)
    text, problems = consolidated(act, Source("amendments/dated.en.law", DATED), "en")
    assert problems == ()

    made = amnesty_compared(text.text)

    assert made.level is Level.NARROWER
    assert all(one.person.days["law_day"] >= date(2026, 1, 1) for one in made.touched)
