"""An act as read: its elements with their sentences, and every problem of reading it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Fix, Label, Severity
from lawc.source import Source, Span
from lawc.syntax.laid_in_items import (
    CUT_HELP,
    OMITTED,
    after_full_stop,
    ends_before,
    ends_in_dash,
    ends_in_gap,
    not_in_items,
    row_of,
    runs_on,
    with_closing_words,
)
from lawc.syntax.lists import ListRead, list_problems
from lawc.syntax.nodes import Tree
from lawc.syntax.normal import normal
from lawc.syntax.numbering import numbering_of
from lawc.syntax.passages import Act, Passage, place_of
from lawc.syntax.sentences import Sentences, Unread
from lawc.syntax.structure import Unit, structure
from lawc.syntax.words import goes_on, words

__all__ = ["Act", "Passage", "opens", "read_act"]

# What a sentence that opens a list says its items are, by the rule that opens it.
ITEMS = {
    "grants_following": "class_item",
    "means_following": "class_item",
    "terms_following": "term_item",
    "list_of": "condition_item",
    "members_list": "condition_item",
    "amounts_by_row": "row",
    "amounts_by_part": "row",
    "amounts_by_table": "row",
    "steps": "step_item",
    "amounts_listed": "case_item",
}
EXPLAINED = 50  # sentences not understood; to say what may stand there takes time
ENDS = {".", ":", ";"}
ITEM_OF_SENTENCE = "item_of_sentence"  # whose words are a part of a sentence above
_LOOKED_AT = 5  # items that show what a list is whose lead-in was not read


class Helping(NamedTuple):
    """The number of unread sentences that are explained, and the fixes that are unfit."""

    explained: int = EXPLAINED
    unfit: frozenset[Fix] = frozenset()


HELPING = Helping()


class _Reading:
    """Reads the elements of one act; counts words and gathers problems."""

    def __init__(self, source: Source, sentences: Sentences, helping: Helping) -> None:
        self.source = source
        self.sentences = sentences
        self.helping = helping
        self.numbering = numbering_of(source.numbering, sentences.language)
        self.problems: list[Diagnostic] = []
        self.failed = 0
        self.read = 0
        self.inert = 0

    def problem(
        self, code: Code, message: str, span: Span, where: str, help_: str | None = None
    ) -> None:
        self.problems.append(
            Diagnostic(code, message, Label(self.source, span), help=help_, where=where)
        )

    def passage(
        self,
        unit: Unit,
        piece: str,
        above: tuple[tuple[str, str], ...],
        labels: tuple[str, ...],
        *,
        listed: bool = False,
    ) -> Passage:
        path = above
        if unit.number:
            path = (*above, (unit.level, unit.number))
            printed = self._slice(unit.span)
            labels = (
                *labels,
                printed.rstrip(".") if unit.level == self.numbering.top else printed,
            )
        where = place_of(labels)
        before = len(self.problems)
        sentences, notes = self._sentences(unit, piece, where)
        read = len(self.problems) == before
        in_items = piece == ITEM_OF_SENTENCE or (bool(sentences) and runs_on(sentences[-1]))
        in_items = in_items or not (read or not ends_in_dash(self.source.text, unit))
        opened = opens(sentences[-1]) if sentences and not in_items else None
        rows = tuple(self._rows(unit, sentences[-1], where)) if opened == "row" else ()
        items = self._inside(unit, opened, path, labels, in_items=in_items)
        closing, further = self._closing(unit, where, in_items=in_items)
        sentences, notes = (*sentences, *closing), (*notes, *further)
        if read and not in_items:
            self._list(ListRead(unit, sentences, opened, items, rows, where))
        heading = self._slice(unit.heading) if unit.heading else ""
        if unit.heading:
            self._heading(unit, unit.heading, where)
        mark = next((line for line in reversed(unit.text) if line.terminal == "MARK"), None)
        table = [line.text for line in unit.text if line.terminal == "ROW"]
        written = (*unit.text, *unit.closing)
        texts = [line.text for line in written if line.terminal not in ("MARK", "ROW")]
        if mark:
            self.inert += len(words(self._slice(mark.text)))
        return Passage(
            unit.level,
            listed,
            path,
            labels,
            heading,
            " ".join(map(self._slice, texts)),
            sentences,
            notes,
            mark,
            tuple(map(self._slice, table)),
            rows,
            items,
            gap_before=False,
            gap_after=ends_in_gap(unit),
            versions=(1,) * len(path),
            span=unit.span.to(texts[-1]) if texts else unit.span,
            sure=unit.sure,
            in_sentence=piece == ITEM_OF_SENTENCE,
        )

    def _list(self, read: ListRead) -> None:
        """Report what is wrong with a list or a table, or with the lack of one."""
        are_items = self._are_items(read.unit, read.opened)
        self.problems += list_problems(self.source, self.numbering, read, are_items=are_items)

    def _inside(
        self,
        unit: Unit,
        opened: str | None,
        path: tuple[tuple[str, str], ...],
        labels: tuple[str, ...],
        *,
        in_items: bool,
    ) -> tuple[Passage, ...]:
        """Return the elements inside a unit, whose sentence they go on with or not."""
        if not in_items:
            return self.items(unit, opened or self._likely(unit), path, labels)
        gaps = (False, *(below.level == OMITTED for below in unit.units))
        items = (
            replace(
                self.passage(below, ITEM_OF_SENTENCE, path, labels, listed=True), gap_before=gap
            )
            for below, gap in zip(unit.units, gaps, strict=False)
            if below.level != OMITTED
        )
        return tuple(items)

    def items(
        self,
        unit: Unit,
        opened: str | None,
        path: tuple[tuple[str, str], ...],
        labels: tuple[str, ...],
    ) -> tuple[Passage, ...]:
        """Return the elements inside a unit; `opened` is what its list consists of."""
        items: list[Passage] = []
        gap = False
        as_items = self._are_items(unit, opened)
        for below in unit.units:
            if below.level == "omitted":
                gap = True
                continue
            level = self.numbering.by_key[below.level]
            listed = level.item or (level.lists and opened not in (None, "row"))
            as_item = (as_items or listed) and opened and opened != "row"
            piece = opened if as_item and opened else "sentence"
            item = self.passage(below, piece, path, labels, listed=listed)
            again = bool(items) and items[-1].path == item.path
            if gap or again:
                version = items[-1].version + 1 if again else 1
                item = replace(_as_version(item, len(path), version), gap_before=gap)
            items.append(item)
            gap = ends_in_gap(below)
        return tuple(items)

    def _are_items(self, unit: Unit, opened: str | None) -> bool:
        """Tell whether elements that are no items of lists are those that are announced."""
        levels = {below.level for below in unit.units}
        if opened in (None, "row") or levels & {"omitted", *self.numbering.listing}:
            return False
        return self._likely(unit, frozenset(levels)) == opened

    def _likely(self, unit: Unit, levels: frozenset[str] = frozenset()) -> str | None:
        """Return what the items of a list seem to be whose lead-in does not say it."""
        levels = levels or self.numbering.items
        if not unit.units:
            return None
        counts: dict[str, int] = {}
        for item in unit.units[:_LOOKED_AT]:
            text = [line.text for line in item.text if line.terminal == "TEXT"]
            if item.level not in levels or not text:
                continue
            row = words(self.source.text, text[0].start, text[-1].end)
            for piece in set(ITEMS.values()) - {"row"}:
                read = not isinstance(self.sentences.read(piece, row), Unread)
                counts[piece] = counts.get(piece, 0) + read
        return max(sorted(counts), key=lambda piece: counts[piece], default=None)

    def _sentences(
        self, unit: Unit, piece: str, where: str
    ) -> tuple[tuple[Tree, ...], tuple[str, ...]]:
        spans: list[Span] = []
        notes: list[str] = []
        noting = unit.level == "act"
        for line in unit.text:
            noting = noting or line.terminal == "NOTE"
            if line.terminal not in ("TEXT", "NOTE"):
                continue
            if noting:
                notes.append(self._slice(line.text))
                self.inert += len(words(self.source.text, *line.text))
            else:
                spans.append(line.text)
        if piece == ITEM_OF_SENTENCE:
            return (), tuple(notes)
        number, readings = self.sentences.read_lines(piece, self.source.text, spans)
        self.read += number
        readings = self._running_on(unit, piece, readings)
        before: Tree | Unread | None = None
        trees: list[Tree] = []
        for reading in readings:
            goes_on = self._goes_on(before, reading)
            if isinstance(reading, Unread) and not goes_on:
                self._unread(reading, piece, where)
            elif isinstance(reading, Tree) and not goes_on:
                trees.append(normal(reading))
            before = reading
        return tuple(trees), tuple(notes)

    def _running_on(
        self, unit: Unit, piece: str, readings: tuple[Tree | Unread, ...]
    ) -> tuple[Tree | Unread, ...]:
        """Return the readings of a text whose last sentence may go on in the items below it."""
        if not readings or not unit.units or not isinstance(readings[-1], Unread):
            return readings
        levels = {below.level for below in unit.units} - {OMITTED}
        if piece != "sentence" or not levels or not levels <= self.numbering.listing:
            return readings
        row = row_of(self.source, readings[-1].words, unit)
        ends = [place for place, word in enumerate(row, 1) if word.folded == "."]
        row = row[: ends[0]] if ends else row
        reading = self.sentences.read(piece, row)
        if isinstance(reading, Unread) and not ends_in_dash(self.source.text, unit):
            return readings
        self.read += len(row) - len(readings[-1].words)
        return (*readings[:-1], reading)

    def _closing(
        self, unit: Unit, where: str, *, in_items: bool
    ) -> tuple[tuple[Tree, ...], tuple[str, ...]]:
        """Return the sentences and notes below a list, without the end of the one it is in."""
        lines = unit.closing
        if not lines:
            return (), ()
        if in_items:
            ended = ends_before(self.source.text, unit)
            lines = lines if ended else after_full_stop(self.source.text, lines)
        below = replace(unit, text=lines, units=(), closing=())
        return self._sentences(below, "sentence", where)

    def _goes_on(self, before: Tree | Unread | None, after: Tree | Unread) -> bool:
        """Return whether a text is the rest of a sentence that was not read before it.

        What is wrong with that is told; a full stop may have ended it too early.
        """
        start = after.span.start if isinstance(after, Tree) else after.words[0].start
        first = self.source.text[start]
        if not isinstance(before, Unread) or not goes_on(first):
            return False
        cut = before.stop.place <= 0 or before.stop.place >= len(before.words) - 2
        return cut or not first.isdigit()  # a sentence may begin with a figure

    def _unread(self, failed: Unread, piece: str, where: str) -> None:
        from lawc.syntax.unread import unread  # noqa: PLC0415 - most acts have no such sentence

        self.failed += 1
        cut = not_in_items(self.source, failed.words, failed.stop.place)
        if cut is not None and not failed.readings:
            self.problem(Code.NOT_UNDERSTOOD, *cut, where, CUT_HELP)
            return
        if self.failed <= self.helping.explained:
            diagnostic = unread(
                failed, self.sentences, piece, self.source, where, self.helping.unfit
            )
        else:
            place = min(max(failed.stop.place, 0), len(failed.words) - 1)
            word = failed.words[place]
            span = Span(word.start, word.end)
            message = f"`{self._slice(span)[:80]}` is not understood here"
            label = Label(self.source, span)
            help_ = f"correct the {EXPLAINED} problems before it, which are explained, first"
            diagnostic = Diagnostic(
                Code.NOT_UNDERSTOOD, message, label, help=help_, where=where
            )
        self.problems.append(diagnostic)

    def _rows(self, unit: Unit, sentence: Tree, where: str) -> Iterator[Tree]:
        lines = [line for line in unit.text if line.terminal == "ROW"]
        ruled = [set(self._slice(line.text)) <= set("|-: ") for line in lines]
        for place, line in enumerate(lines):
            heads = place + 1 < len(lines) and ruled[place + 1]
            cells = list(words(self.source.text, *line.text))
            headed = heads and sentence.children[-1].name == "amounts_by_table"
            piece = "heads" if headed else "row"
            if ruled[place] or heads is not headed:
                self.inert += len(cells)
                continue
            cells = cells[cells[0].folded == "|" : len(cells) - (cells[-1].folded == "|")]
            self.read += len(cells)
            tree = self.sentences.read(piece, tuple(cells))
            if isinstance(tree, Unread):
                self._unread(tree, piece, where)
            else:
                yield tree

    def _heading(self, unit: Unit, heading: Span, where: str) -> None:
        """Count the words of a heading; warn if it says something: headings decide nothing."""
        row = words(self.source.text, *heading)
        self.inert += len(row)
        if not row or unit.level == "act" or row[-1].folded not in ENDS:
            return
        if not isinstance(self.sentences.read("sentence", row), Unread):
            self.problems.append(
                Diagnostic(
                    Code.HEADING_DECIDES,
                    f"`{self._slice(heading)}` is a sentence, and stands where a heading does, "
                    "which decides nothing",
                    Label(self.source, heading),
                    help="begin the sentence on the line below the heading",
                    where=where,
                    severity=Severity.WARNING,
                )
            )

    def _slice(self, span: Span) -> str:
        return " ".join(self.source.text[span.start : span.end].split())


def _as_version(passage: Passage, place: int, version: int) -> Passage:
    """Return an element, with all inside it, as one of a version of what is at `place`."""
    versions = (*passage.versions[:place], version, *passage.versions[place + 1 :])
    items = tuple(_as_version(item, place, version) for item in passage.items)
    return replace(passage, versions=versions, items=items)


def read_act(
    source: Source,
    language: str,
    sentences: Sentences,
    helping: Helping = HELPING,
) -> tuple[Act, tuple[Diagnostic, ...]]:
    """Return the act in `source` with every problem of reading it."""
    reading = _Reading(source, sentences, helping)
    unit = with_closing_words(source, structure(source, language), reading.numbering)
    front = reading.passage(_front(unit), "sentence", (), ())
    passages = reading.items(unit, None, (), ())
    act = Act(source, language, front, passages, reading.read, reading.inert)
    return act, tuple(reading.problems)


def _front(unit: Unit) -> Unit:
    """Return what stands before the articles: the title as heading, then the notes."""
    titled = list(takewhile(lambda line: line.terminal == "TEXT", unit.text))
    heading = titled[0].text.to(titled[-1].text) if titled else None
    return Unit("act", "", heading, unit.text[len(titled) :], (), unit.span)


def opens(tree: Tree) -> str | None:
    """Return which items a sentence that opens a list expects, None if it opens none."""
    if tree.name in ITEMS:
        return ITEMS[tree.name]
    for child in tree.children:
        if isinstance(child, Tree) and (piece := opens(child)):
            return piece
    return None
