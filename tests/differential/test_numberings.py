"""One law in the numbering of each jurisdiction: the logic is the same but for citations."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest
from tests.numbered import ALL, numbered_law

from lawc.ir import nodes as ir
from lawc.ir.show import show as logic
from lawc.source import Source
from lawc.syntax.layout import laid_out
from lawc.syntax.numbering import Level, numbering_of

FACTS = ("the person is old", "the person is ill", "the person is resident")
LEADS = ("any of the following applies", "all of the following apply")
Way = tuple[int, ...]
_EID = re.compile(r"(?:art|sec)_[\w-]+")


def _labels(numbering: str, way: Way) -> list[str]:
    """Return the numbers of an element, from the highest level down."""
    levels = numbering_of(numbering, "en").levels
    return [_number(level, place) for level, place in zip(levels, way, strict=False)]


def _number(level: Level, place: int) -> str:
    number = level.first
    for _ in range(place):
        number = level.after_number(number)
    return number


def _in_articles(way: Way) -> str:
    words = ("point {})", "paragraph {}", "Article {}")
    numbers = _labels(ALL["articles"], way)
    return " of ".join(map(str.format, words[-len(way) :], numbers[::-1]))


def _bracketed(word: str, name: str) -> Callable[[Way], str]:
    def cited(way: Way) -> str:
        first, *inner = _labels(ALL[name], way)
        return f"{word} {first}{''.join(f'({number})' for number in inner)}"

    return cited


CITED: dict[str, Callable[[Way], str]] = {
    "articles": _in_articles,
    "sections": _bracketed("section", "sections"),
    "acts": _bracketed("s", "acts"),
    "regulations": _bracketed("Article", "regulations"),
}


class _Writing:
    """A random act, written in one numbering."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a test
        self.name = name
        self.levels = numbering_of(ALL[name], "en").levels
        self.cited: list[Way] = []

    def act(self) -> str:
        articles = range(self.random.randint(1, 3))
        return "\n\n".join("\n".join(self._article(place)) for place in articles)

    def _label(self, depth: int, place: int) -> str:
        level = self.levels[depth]
        return level.label(_number(level, place))

    def _article(self, place: int) -> Iterator[str]:
        yield self._label(0, place) + " Heading"
        for inner in range(self.random.randint(1, 10)):
            yield from self._paragraph((place, inner))

    def _paragraph(self, way: Way) -> Iterator[str]:
        label = self._label(1, way[-1])
        citation = self.random.choice(self.cited) if self.cited else None
        if citation is not None and self.random.random() < 0.3:
            cited = CITED[self.name](citation)
            cited = cited[0].upper() + cited[1:]
            points = self.random.randint(1, 9)
            yield (
                f"{label} {cited} does not apply to a person if the number of points is more "
                f"than {points}."
            )
            return
        self.cited.append(way)
        lead = f"{label} A person is entitled to a card"
        if self.random.random() < 0.5:
            yield f"{lead} if {self.random.choice(FACTS)}."
            return
        yield f"{lead} if {self.random.choice(LEADS)}:"
        yield from self._items((*way,), 2)

    def _items(self, way: Way, depth: int) -> Iterator[str]:
        count = self.random.randint(2, 11)
        for place in range(count):
            inner = depth == 2 and place < count - 1 and self.random.random() < 0.2
            label = self._label(depth, place)
            if inner:
                yield f"{label} all of the following apply:"
                yield from self._items((*way, place), depth + 1)
                continue
            end = "." if place == count - 1 and depth == 2 else ";"
            yield f"{label} {self.random.choice(FACTS)}{end}"


def _plain(law: ir.Law) -> str:
    """Return the logic of a law with its elements numbered through, without its words."""
    eids = {element.eid: f"e{place}" for place, element in enumerate(law.elements)}
    text = re.sub(r'"[^"\n]*"', "", logic(law))
    body = text[text.index("\nrules") :] if "\nrules" in text else text
    return _EID.sub(lambda match: eids.get(match[0], match[0]), body)


@pytest.mark.parametrize("name", [name for name in ALL if name != "articles"])
@pytest.mark.parametrize("seed", range(20))
def test_a_law_means_the_same_in_each_numbering(seed: int, name: str) -> None:
    first, second = (
        numbered_law(_Writing(seed, each).act(), ALL[each]) for each in ("articles", name)
    )

    assert _plain(first) == _plain(second)
    assert len(first.elements) == len(second.elements)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("seed", range(20))
def test_the_layout_keeps_each_numbering(seed: int, name: str) -> None:
    source = Source(
        "x/en.law", f"AN ACT\n\n{_Writing(seed, name).act()}\n", numbering=ALL[name]
    )
    once = laid_out(source, "en")

    assert laid_out(Source("x/en.law", once, numbering=ALL[name]), "en") == once
