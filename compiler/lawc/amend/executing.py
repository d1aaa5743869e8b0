"""One operation of an amending act, done to an edition of the act that it amends.

Text that the operation does not name stays byte for byte. The smallest element that holds
new text is laid out as `lawc fmt` lays it out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, assert_never

from lawc.amend.edition import Edition, Way, has_dots, one_line
from lawc.amend.front import with_front
from lawc.amend.laying import laid, read
from lawc.amend.operations import (
    Add,
    Delete,
    InsertWords,
    Operation,
    Place,
    Quote,
    Remove,
    Repeal,
    Replace,
    ReplaceHeading,
    Restate,
    RestateText,
)
from lawc.amend.reading import grammar
from lawc.amend.refusing import (
    Refused,
    doubtful_closing,
    left_out,
    many_elements,
    many_words,
    no_element,
    no_heading,
    no_words,
    other_element,
    other_elements_around,
    repealed_already,
    there_already,
)
from lawc.amend.words import (
    adding,
    deleting,
    occurrences,
    pattern,
    putting,
    replaced,
)
from lawc.source import Source, Span
from lawc.syntax.closing import closings
from lawc.syntax.structure import structure
from lawc.syntax.tables import table

WordsChange: TypeAlias = Replace | InsertWords | Delete
"""An operation that changes words of an element."""


class Executing:
    """Does the operations of one amending act; each gives a new edition, or is refused."""

    def __init__(self, amending: Source, *, undated: bool = False) -> None:
        self.amending = amending
        self.undated = undated  # the amending act does not say when it enters into force

    def apply(self, edition: Edition, operation: Operation) -> Edition | Refused:
        """Return the edition with one operation applied."""
        result = self._apply(edition, operation)
        if isinstance(result, Refused) or isinstance(operation, Repeal | Remove):
            return result
        new = operation.old if isinstance(operation, Delete) else operation.new
        dotted = has_dots(new.text)
        if (dotted or edition.dotted) and not _read_again(result):
            return other_elements_around(new)
        return result.but(dotted=True) if dotted else result

    def _apply(self, edition: Edition, operation: Operation) -> Edition | Refused:
        if isinstance(operation, Add):
            return self._add(edition, operation)
        if isinstance(operation, RestateText):
            return _front(edition, operation)
        way = self._way(edition, operation.place)
        if isinstance(way, Refused):
            return way
        match operation:
            case Replace() | InsertWords() | Delete():
                return self.words(edition, way, operation)
            case Restate(place, new):
                return self._restate(edition, place, way, new)
            case Repeal(place):
                return self._repeal(edition, place, way)
            case Remove(place):
                doubt = self._doubt(edition, way, place)
                return doubt or edition.without(way)
            case ReplaceHeading(_, new):
                return _heading(edition, way, new)
            case _:
                assert_never(operation)

    def _name(self, place: Place) -> str:
        """Return the name of an element in the amending act."""
        return f"`{one_line(self.amending.text[place.span.start : place.span.end])}`"

    def _place_name(self, place: Place) -> str:
        """Return the name of the element, or of its heading, in which words are searched."""
        return f"the heading of {self._name(place)}" if place.heading else self._name(place)

    def _way(self, edition: Edition, place: Place) -> Way | Refused:
        ways = edition.find(place.path)
        if place.heading and not edition.levels.by_key[place.path[-1][0]].headed:
            return no_heading(self._name(place), place)
        if not ways:
            return no_element(edition, self._name(place), place)
        if len(ways) > 1:
            help_ = (
                "say when this act enters into force: the version in force then is meant"
                if self.undated
                else "amend the element that holds these"
            )
            return many_elements(edition, self._name(place), place, ways, help_)
        return ways[0]

    def words(self, edition: Edition, way: Way, operation: WordsChange) -> Edition | Refused:
        """Return the edition with words of an element changed."""
        place = operation.place
        old, change, everywhere = _change_of(operation)
        places = occurrences(edition, way, old, heading=place.heading)
        if not places:
            return no_words(edition, way, place, self._place_name(place), old)
        if len(places) > 1 and not everywhere:
            may = everywhere is not None
            phrase = grammar(edition.language).texts["EVERYWHERE"] if may else ""
            return many_words(edition, self._place_name(place), old, places, phrase)
        result = replaced(edition, places, change)
        if result is None:
            return other_elements_around(
                old if isinstance(operation, Delete) else operation.new
            )
        return result

    def _restate(
        self, edition: Edition, place: Place, way: Way, new: Quote
    ) -> Edition | Refused:
        refused = self._doubt(edition, way, place) or self._unlike(edition, place, new)
        if refused is not None:
            return refused
        old = edition.element(way)
        lines = _without_closing(new.text, old.closing)
        element = laid(edition, edition.above(way), lines, closes=bool(old.closing))
        if element is None or element.key != old.key:
            return other_elements_around(new)
        return edition.replaced(
            way, element.but(gap=old.gap, closing=element.closing or old.closing)
        )

    def _add(self, edition: Edition, add: Add) -> Edition | Refused:
        named = add.holder or add.after
        assert named is not None
        beside = self._way(edition, named)
        if isinstance(beside, Refused):
            return beside
        there = edition.find(add.place.path)
        if there:
            return there_already(edition, self._name(add.place), add.place, there[0])
        refused = self._unlike(edition, add.place, add.new)
        if refused is not None:
            return refused
        level, number = add.place.path[-1]
        if add.holder is None:
            way = (*beside[:-1], beside[-1] + 1)
        else:
            way = (*beside, edition.place_for(beside, level, number))
        before = edition.inside(way[:-1])[way[-1] - 1] if way[-1] else None
        if before is not None and level in edition.levels.listing:
            doubt = self._doubt(edition, (*way[:-1], way[-1] - 1), named)
            if doubt is not None:
                return doubt
        closing = before.closing if before is not None else ""
        lines = _without_closing(add.new.text, closing)
        above = [edition.element(way[:depth]) for depth in range(1, len(way))]
        element = laid(edition, above, lines, closes=bool(closing))
        if element is None or element.key != (level, number) or not _fits(edition, way, level):
            return other_elements_around(add.new)
        return edition.with_new(way, element)

    def _unlike(self, edition: Edition, place: Place, new: Quote) -> Refused | None:
        """Return a refusal if the quoted text is not the one element announced."""
        quoted = read(edition.part(new.text.strip()), edition.language)
        units = () if quoted.front.strip() else quoted.units
        if [unit.key for unit in units] != [place.path[-1]]:
            return other_element(self._name(place), units, new)
        if any(element.level == "omitted" for element in units[0].within()):
            return left_out(new)
        return None

    def _repeal(self, edition: Edition, place: Place, way: Way) -> Edition | Refused:
        doubt = self._doubt(edition, way, place)
        if doubt is not None:
            return doubt
        old = edition.element(way)
        note = table((f"words.{edition.language}",), ("words",)).texts["NOTE"]
        remark = f"{note} {grammar(edition.language).texts['REPEALED']}"
        between = "\n\n" if old.top else " "
        element = laid(
            edition,
            edition.above(way),
            f"{old.printed}{between}{remark}",
            closes=False,
        )
        assert element is not None  # a number and a note are one element
        if one_line(element.lines) == one_line(old.lines) and not old.units:
            return repealed_already(self._name(place), place)
        return edition.replaced(way, element.but(gap=old.gap, closing=old.closing))

    def _doubt(self, edition: Edition, way: Way, place: Place) -> Refused | None:
        """Return a refusal if a line in the last item of a list may close the list."""
        *above, at = way
        holder = tuple(above)
        element = edition.element(way)
        siblings = edition.inside(holder)[at + 1 :]
        if not element.listed or any(unit.listed for unit in siblings):
            return None
        last = element
        while last.units:
            last = last.units[-1]
        if "\n" not in last.lines.strip():
            return None
        text = edition.element(holder).text if holder else edition.text
        root = structure(edition.part(text), edition.language)
        item = (root.units[0] if holder else root).units[at]
        while item.units:
            item = item.units[-1]
        for closing in closings(text, root, edition.levels.listing).get(item.span.start, ()):
            if not closing.sure and closing.level == element.level:
                line = item.text[closing.line].text
                return doubtful_closing(edition, holder, line, self._name(place), place)
        return None


def _fits(edition: Edition, way: Way, level: str) -> bool:
    """Return whether an element of a level may stand at the end of a way.

    Elements of lower levels stand before it, those of higher levels after it.
    """
    *above, place = way
    rank = edition.levels.by_key[level].rank
    ranks = [
        edition.levels.by_key[unit.level].rank if unit.level != "omitted" else rank
        for unit in edition.inside(tuple(above))
    ]
    return all(other >= rank for other in ranks[:place]) and all(
        other <= rank for other in ranks[place:]
    )


def _change_of(
    operation: WordsChange,
) -> tuple[Quote, Callable[[str, str, str], str], bool | None]:
    """Return the words that change, how, and whether wherever they occur.

    None if the operation cannot say so.
    """
    match operation:
        case Replace(_, old, new, everywhere):
            return old, putting(new.text), everywhere
        case InsertWords(_, after, new):
            return after, adding(new.text), None
        case Delete(_, old, everywhere):
            return old, deleting, everywhere
        case _:
            assert_never(operation)


def _without_closing(quoted: str, closing: str) -> str:
    """Return a quoted item without the closing words of its list, if it ends with them."""
    if not closing.strip():
        return quoted.strip()
    ends = [match.start() for match in pattern(closing).finditer(quoted)]
    if ends and one_line(quoted[ends[-1] :]) == one_line(closing):
        return quoted[: ends[-1]].strip()
    return quoted.strip()


def _heading(edition: Edition, way: Way, new: Quote) -> Edition | Refused:
    element = edition.element(way)
    unit, written = element.unit, element.lines
    at = unit.heading or Span(unit.span.end, unit.span.end)
    space = "" if written[: at.start].endswith((" ", "\t")) else " "
    lines = f"{written[: at.start]}{space}{one_line(new.text)}{written[at.end :]}"
    restated = laid(edition, edition.above(way), lines, closes=False)
    if restated is None or restated.key != element.key or restated.units:
        return other_elements_around(new)
    return edition.replaced(way, element.but(lines=restated.lines))


def _front(edition: Edition, operation: RestateText) -> Edition | Refused:
    part, new = operation.part, operation.new
    if part == "whole":
        return with_front(edition, part, new.text)
    result = with_front(edition, part, new.text)
    kept = [unit.key for unit in result.units] == [unit.key for unit in edition.units]
    if part == "title":
        kept = kept and one_line(" ".join(result.title)) == one_line(new.text)
    return result if kept else other_elements_around(new)


def _read_again(edition: Edition) -> bool:
    """Return whether the whole text is read as the elements of an edition."""
    again = read(edition.source, edition.language)
    elements = [(unit.key, len(unit.units)) for unit in again.elements()]
    return elements == [(unit.key, len(unit.units)) for unit in edition.elements()]
