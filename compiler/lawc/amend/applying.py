"""Operations applied to the text of an act, one after another, to the text as it then stands.

What no operation names stays byte for byte. The smallest element that holds new text is laid
out as `lawc fmt` lays it out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import assert_never

from lawc.amend.elements import Text, Way, grafted, shape_of
from lawc.amend.lines import (
    with_element,
    with_front,
    with_heading,
    with_lines,
    without_element,
)
from lawc.amend.operations import (
    Add,
    Amendment,
    Amends,
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
    Step,
)
from lawc.amend.reading import grammar, read_amendment
from lawc.amend.refusing import (
    Refused,
    left_out,
    many_elements,
    many_words,
    no_element,
    no_heading,
    no_words,
    one_line,
    other_element,
    other_elements_around,
    repealed_already,
    there_already,
)
from lawc.amend.versions import Undated, merged
from lawc.amend.wording import wording
from lawc.amend.words import adding, deleting, occurrences, putting, replaced
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax.structure import Unit
from lawc.syntax.tables import table


def consolidated(
    act: Source, amending: Source, language: str
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return the text of `act` with `amending` applied, and every problem of doing so.

    With a problem the text is not to be used: an operation that has one is left out.
    """
    amendment, problems = read_amendment(amending, language)
    if problems:
        return act, problems
    text = Text(act, language)
    other = _another_act(text, amendment, amending)
    if other is not None:
        return act, (other,)
    found: list[Diagnostic] = []
    applying = Applying(amending)
    general = amendment.day or date.min
    days = {step.day or general for step in amendment.steps} | {general}
    texts: list[tuple[date, Text]] = []
    for day in sorted(days):  # what has effect earlier is applied first
        for step in amendment.steps:
            if (step.day or general) != day:
                continue
            result = applying.apply(text, step.operation)
            if isinstance(result, Refused):
                found.append(_problem(amending, step, result))
            else:
                text = result
        texts.append((day, text))
    whole = texts[0][1] if found else merged(texts[0][1], tuple(texts[1:]))
    if isinstance(whole, Undated):
        found.append(_undated(amending, amendment, whole, language))
        whole = text
    made = text if found else whole
    return Source(f"{act.name} as amended", made.source.text), tuple(found)


def _undated(
    amending: Source, amendment: Amendment, what: Undated, language: str
) -> Diagnostic:
    """Return that what changes has no sentence that could say from which day it holds."""
    step = next(one for one in amendment.steps if (one.day or what.day) == what.day)
    for one in amendment.steps:
        place = () if isinstance(one.operation, RestateText) else one.operation.place.path
        if one.day == what.day and what.path[: len(place)] == place[: len(what.path)]:
            step = one
            break
    operation = step.operation
    span = operation.new.span if isinstance(operation, RestateText) else operation.place.span
    say = wording(language)
    said = say.place(what.path) if what.path else say("table_front")
    message = (
        f"`{said}` cannot change on {what.day} alone: no sentence there begins to hold then"
    )
    help_ = "let it enter into force with the rest of this act, or restate a whole paragraph"
    label = Label(amending, span)
    return Diagnostic(Code.NO_VERSIONS, message, label, (), help_, step.where)


def _problem(amending: Source, step: Step, why: Refused) -> Diagnostic:
    label = Label(amending, why.span)
    return Diagnostic(why.code, why.message, label, why.related, why.help, step.where)


def _another_act(text: Text, amendment: Amendment, amending: Source) -> Diagnostic | None:
    """Return that the amending act names no act, or not the one that is given."""
    named = amendment.amends
    title = " ".join(text.title)
    if named is None:
        message = "this act does not say which act it amends"
        said = f"; the title of the act given is `{title}`" if title else ""
        help_ = f"say it before the amendments{said}"
        return Diagnostic(Code.ANOTHER_ACT, message, Label(amending, Span(0, 0)), (), help_)
    wrong = _not_of(text.title, named)
    if wrong is None:
        return None
    message = f"`{one_line(wrong.text)}` is not in the title of the act that is given"
    of = f"its title is `{title}`" if title else "it has no title"
    help_ = f"{of}: give the act that this one amends"
    return Diagnostic(
        Code.ANOTHER_ACT, message, Label(amending, wrong.span), (), help_, named.where
    )


def _not_of(title: tuple[str, ...], named: Amends) -> Quote | None:
    """Return what is said of the act and does not agree with its title.

    The name is whole lines of the title, so that the beginning of a name is not enough. It may
    be written with other capitals.
    """
    wanted = one_line(named.title.text).casefold()
    lines = [line.casefold() for line in title]
    places = range(len(lines))
    if not any(wanted == " ".join(lines[i : j + 1]) for i in places for j in places[i:]):
        return named.title
    day = named.day
    if day is not None and one_line(day.text).casefold() not in " ".join(lines):
        return day
    return None


class Applying:
    """Applies the operations of one amending act; each gives a new text, or is refused."""

    def __init__(self, amending: Source) -> None:
        self.amending = amending

    def apply(self, text: Text, operation: Operation) -> Text | Refused:
        """Return the text with one operation applied."""
        if isinstance(operation, Add):
            return self._add(text, operation)
        if isinstance(operation, RestateText):
            return self._front(text, operation)
        way = self._way(text, operation.place)
        if isinstance(way, Refused):
            return way
        match operation:
            case Replace(place, old, new, everywhere):
                change = putting(new.text.strip())
                result = self._words(text, (place, way), old, change, everywhere)
                return _same_elements(text, result, new)
            case InsertWords(place, after, new):
                result = self._words(text, (place, way), after, adding(new.text), None)
                return _same_elements(text, result, new)
            case Delete(place, old, everywhere):
                result = self._words(text, (place, way), old, deleting, everywhere)
                return _same_elements(text, result, old)
            case Restate(place, new):
                return self._restate(text, place, way, new)
            case Repeal(place):
                return self._repeal(text, place, way)
            case Remove():
                return without_element(text, way)
            case ReplaceHeading(place, new):
                return _same_elements(text, with_heading(text, way, new), new)
            case _:
                assert_never(operation)

    def _said(self, place: Place) -> str:
        """Return how the amending act names an element."""
        return f"`{one_line(self.amending.text[place.span.start : place.span.end])}`"

    def _searched(self, place: Place) -> str:
        """Return how the amending act names where words are looked for."""
        return f"the heading of {self._said(place)}" if place.heading else self._said(place)

    def _way(self, text: Text, place: Place) -> Way | Refused:
        found = text.find(place.path)
        if place.heading and place.path[-1][0] != "article":
            return no_heading(self._said(place), place)
        if not found:
            return no_element(text, self._said(place), place)
        if len(found) > 1:
            return many_elements(text, self._said(place), place, found)
        return found[0]

    def _words(
        self,
        text: Text,
        element: tuple[Place, Way],
        old: Quote,
        change: Callable[[str, str, str], str],
        everywhere: bool | None,
    ) -> Text | Refused:
        """Change the words `old`; `everywhere` is None where it cannot be said."""
        place, way = element
        found = occurrences(text, way, old, heading=place.heading)
        if not found:
            return no_words(text, way, place, self._searched(place), old)
        if len(found) > 1 and not everywhere:
            may = everywhere is not None
            words = grammar(text.language).texts["EVERYWHERE"] if may else ""
            return many_words(text, self._searched(place), old, found, words)
        return replaced(text, found, change)

    def _restate(self, text: Text, place: Place, way: Way, new: Quote) -> Text | Refused:
        unit = self._quoted(text, place, new)
        if isinstance(unit, Refused):
            return unit
        made = with_lines(text, way, new.text.strip())
        expected = grafted(text.shape, way, shape_of(unit), added=False)
        return made if made.shape == expected else other_elements_around(new)

    def _add(self, text: Text, add: Add) -> Text | Refused:
        parent: Way = ()
        above = add.holder or add.after
        assert above is not None
        found = self._way(text, above)
        if isinstance(found, Refused):
            return found
        there = text.find(add.place.path)
        if there:
            return there_already(text, self._said(add.place), add.place, there[0])
        unit = self._quoted(text, add.place, add.new)
        if isinstance(unit, Refused):
            return unit
        if add.holder is None:
            place = found[-1] + 1
        else:
            parent = found
            place = text.place_for(parent, *add.place.path[-1])
        way = (*parent, place)
        made = with_element(text, way, unit.level, add.new.text.strip())
        expected = grafted(text.shape, way, shape_of(unit), added=True)
        if made.shape != expected:
            return other_elements_around(add.new)
        return made.with_layout((way,), whole=True)

    def _front(self, text: Text, operation: RestateText) -> Text | Refused:
        part, new = operation.part, operation.new
        made = with_front(text, part, new.text)
        kept = part == "whole" or made.shape == text.shape
        if part == "title":
            kept = kept and one_line(" ".join(made.title)) == one_line(new.text)
        return made if kept else other_elements_around(new)

    def _quoted(self, text: Text, place: Place, new: Quote) -> Unit | Refused:
        """Return the one element that is quoted, if it is the one that was announced."""
        quoted = text.changed(new.text.strip())
        units = quoted.root.units
        named = [(one.level, one.number) for one in units]
        if quoted.root.text or named != [place.path[-1]]:
            found = () if quoted.root.text else units
            return other_element(self._said(place), found, quoted, new)
        if _leaves_out(units[0]):
            return left_out(new)
        return units[0]

    def _repeal(self, text: Text, place: Place, way: Way) -> Text | Refused:
        unit = text.unit(way)
        note = table((f"words.{text.language}",), ("words",)).texts["NOTE"]
        said = f"{note} {grammar(text.language).texts['REPEALED']}"
        number = text.slice(unit.span)
        between = "\n\n" if unit.level == "article" else " "
        made = with_lines(text, way, f"{number}{between}{said}")
        same = made.source.text == text.source.text
        return repealed_already(self._said(place), place) if same else made


def _leaves_out(unit: Unit) -> bool:
    return unit.level == "omitted" or any(map(_leaves_out, unit.units))


def _same_elements(text: Text, result: Text | Refused, new: Quote) -> Text | Refused:
    """Return the result of new words, unless these would begin an element."""
    if isinstance(result, Text) and result.shape != text.shape:
        return other_elements_around(new)
    return result
