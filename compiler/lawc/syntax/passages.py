"""An act as read: its elements, with what their sentences say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.lines import Line
from lawc.syntax.nodes import Tree
from lawc.syntax.numbering import Numbering, numbering_of
from lawc.syntax.structure import within


def place_of(labels: tuple[str, ...]) -> str:
    """Return a place as a drafter names it: `Article 2, 1., 3)`; `Section 63(c)(2)`."""
    return ", ".join(labels).replace(", (", "(")


@dataclass(frozen=True, slots=True)
class Passage:
    """An element with what its sentences say; `items` are the elements inside it.

    An element is `listed` if it is an item of a list; it is not `sure` if its label may be that
    of another level. `path` are the numbers from the article down, `labels` the same as
    printed; `versions` count
    for each the elements of one number that follow each other, each with its period in force:
    what stands in the second version of a paragraph is not what stands in the first. `table`
    has the lines of a table as written, `rows` what they say. `notes` and `heading` decide
    nothing. `gap_before` and `gap_after` say that an excerpt leaves elements out: before this
    one, and after its last item. What is `in_sentence` is a part of a sentence
    of an element around it.
    """

    level: str
    listed: bool
    path: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    heading: str
    text: str
    sentences: tuple[Tree, ...]
    notes: tuple[str, ...]
    mark: Line | None
    table: tuple[str, ...]
    rows: tuple[Tree, ...]
    items: tuple[Passage, ...]
    gap_before: bool
    gap_after: bool
    versions: tuple[int, ...]
    span: Span = field(compare=False)
    sure: bool = True
    in_sentence: bool = False

    @property
    def version(self) -> int:
        """The number of this version among the elements of its number, 1 for the first."""
        return self.versions[-1] if self.versions else 1

    @property
    def where(self) -> str:
        """The place as a drafter names it: `Article 2, 1., 3)`."""
        return place_of(self.labels)

    @property
    def place(self) -> Span:
        """The place that a message marks: where there is a heading, the sentences below it."""
        if not self.heading or not self.sentences:
            return self.span
        return Span(self.sentences[0].span.start, self.sentences[-1].span.end)

    @property
    def list_items(self) -> tuple[Passage, ...]:
        """The items of the list that this passage opens."""
        return tuple(item for item in self.items if item.listed)

    def within(self) -> Iterator[Passage]:
        """Return this passage and all inside it, in the order of the text."""
        return within(self, lambda passage: passage.items)


@dataclass(frozen=True)
class Act:
    """A whole act; `passages` are its articles, after what stands before them in `front`."""

    source: Source
    language: str
    front: Passage
    passages: tuple[Passage, ...]
    words_read: int
    words_inert: int

    @property
    def numbering(self) -> Numbering:
        """The levels of its jurisdiction."""
        return numbering_of(self.source.numbering, self.language)

    @cached_property
    def elements(self) -> tuple[Passage, ...]:
        """The articles and all that is inside them, in the order of the text."""
        return tuple(passage for top in self.passages for passage in top.within())

    @cached_property
    def _by_path(self) -> Mapping[tuple[tuple[str, str], ...], list[Passage]]:
        by_path: dict[tuple[tuple[str, str], ...], list[Passage]] = {}
        for passage in self.elements:
            by_path.setdefault(passage.path, []).append(passage)
        return by_path

    def at(self, path: tuple[tuple[str, str], ...]) -> tuple[Passage, ...]:
        """Return the element of a path; several if it has versions, none if there is none."""
        return tuple(self._by_path.get(path, ()))

    def text(self, span: Span) -> str:
        """Return what is written at `span`, on one line."""
        return " ".join(self.source.text[span.start : span.end].split())
