"""Refusals of operations, in the words of whoever drafts the amending act."""

from __future__ import annotations

from datetime import date

from lawc.amend.edition import Edition, Element, Way, one_line
from lawc.amend.operations import Path, Place, Quote, RestateText, Step
from lawc.amend.words import Occurrence, occurrences, place_in_text, stretches
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.records import dataclass
from lawc.source import Source, Span

_SHOWN = 120  # characters of an element
_OCCURRENCES = 3  # that are shown


@dataclass(frozen=True, slots=True)
class Refused:
    """An operation that is not applied: the reason, the place in the act, and the help."""

    code: Code
    message: str
    span: Span
    help: str | None = None
    related: tuple[Label, ...] = ()


def no_words(edition: Edition, way: Way, place: Place, name: str, quote: Quote) -> Refused:
    """Return that quoted words do not stand in an element."""
    message = f"the words `{one_line(quote.text)}` do not occur in {name}"
    hits = occurrences(edition, (), quote)
    elsewhere = dict.fromkeys(edition.where(each.stretch.way) for each in hits)
    if elsewhere:
        places = "; ".join(list(elsewhere)[:_OCCURRENCES])
        help_ = f"they occur in {places}: name the element in which they are meant"
    else:
        searched = stretches(edition, way, heading=place.heading)
        read = " ".join(one_line(text[slice(*stretch.span)]) for stretch, text in searched)
        cut = f"{read[:_SHOWN]} ..." if len(read) > _SHOWN else read
        help_ = f"copy them from the act, which reads there: `{cut}`"
    return Refused(Code.WORDS_NOT_FOUND, message, quote.span, help_)


def many_words(
    edition: Edition, name: str, quote: Quote, hits: tuple[Occurrence, ...], everywhere: str
) -> Refused:
    """Return that quoted words occur several times in an element."""
    message = f"the words `{one_line(quote.text)}` occur {len(hits)} times in {name}"
    help_ = "name the point in which they are meant, or quote more of the text around them"
    if everywhere:
        help_ += f", or write `{everywhere}`"
    related = tuple(Label(edition.source, _span(edition, each)) for each in hits[:_OCCURRENCES])
    return Refused(Code.MORE_THAN_ONE, message, quote.span, help_, related)


def _span(edition: Edition, hit: Occurrence) -> Span:
    """Return the span of an occurrence in the whole text."""
    start = place_in_text(edition, hit.stretch)
    return Span(start + hit.span.start, start + hit.span.end)


def many_elements(
    edition: Edition, name: str, place: Place, ways: tuple[Way, ...], help_: str
) -> Refused:
    """Return that several elements have the number that is named."""
    message = f"{name} stands {len(ways)} times in the act"
    related = tuple(Label(edition.source, edition.place_of(way)) for way in ways)
    return Refused(Code.MORE_THAN_ONE, message, place.span, help_, related)


def no_element(edition: Edition, name: str, place: Place) -> Refused:
    """Return that an element is not in the act, and which of its kind are."""
    message = f"there is no {name} in the act"
    above, missing = _deepest(edition, place.path)
    holder = edition.where(above) if above else "the act"
    numbers = [unit.label for unit in edition.inside(above) if unit.level == missing]
    if not numbers:
        help_ = f"{holder} has no {missing}s"
    else:
        last = f" to {numbers[-1]}" if len(numbers) > 1 else ""
        help_ = f"the {missing}s of {holder} are {numbers[0]}{last}"
    return Refused(Code.ELEMENT_NOT_FOUND, message, place.span, help_)


def no_heading(name: str, place: Place) -> Refused:
    """Return that an element is none that has a heading."""
    message = f"{name} has no heading: only articles have one"
    return Refused(Code.ELEMENT_NOT_FOUND, message, place.span, "name the article")


def _deepest(edition: Edition, path: Path) -> tuple[Way, str]:
    """Return the way to the last element of a path that is there, and the level after it."""
    for depth in range(len(path) - 1, 0, -1):
        ways = edition.find(path[:depth])
        if ways:
            return ways[0], path[depth][0]
    return (), path[0][0]


def there_already(edition: Edition, name: str, place: Place, way: Way) -> Refused:
    """Return that the element that is to be added is in the act."""
    message = f"{name} is in {edition.where(way[:-1]) or 'the act'} already"
    help_ = "restate it, or give the new element a number that is free"
    related = (Label(edition.source, edition.place_of(way), "it stands here"),)
    return Refused(Code.ELEMENT_EXISTS, message, place.span, help_, related)


def repealed_already(name: str, place: Place) -> Refused:
    """Return that an element was repealed before."""
    message = f"{name} is repealed already"
    return Refused(Code.ELEMENT_NOT_FOUND, message, place.span, "leave this sentence out")


def other_element(name: str, quoted: tuple[Element, ...], quote: Quote) -> Refused:
    """Return that the quoted text is not the element that was announced."""
    labels = [element.printed.rstrip(".") for element in quoted]
    if not labels:
        message = f"the quoted text does not begin with the number of {name}"
    elif len(labels) > 1:
        message = f"{name} is announced, and {len(labels)} elements are quoted"
    else:
        message = f"{name} is announced, and `{labels[0]}` is quoted"
    help_ = f"quote the whole of {name}, beginning with its number, and nothing else"
    return Refused(Code.WRONG_ELEMENT, message, quote.span, help_)


def left_out(quote: Quote) -> Refused:
    """Return that a quoted element has a line of dots in it, which leaves elements out."""
    message = "the quoted text leaves elements out"
    help_ = "quote the whole element: what is not quoted would be gone"
    return Refused(Code.WRONG_ELEMENT, message, quote.span, help_)


def other_elements_around(quote: Quote) -> Refused:
    """Return that the text would fall into other elements with the new words in it."""
    message = "with this text the act would be divided into other elements than before"
    help_ = "a number with a sign after it begins an element: put it after another word"
    return Refused(Code.WRONG_ELEMENT, message, quote.span, help_)


def doubtful_closing(
    edition: Edition, holder: Way, line: Span, name: str, place: Place
) -> Refused:
    """Return that a line may close a list, or go on with its last item.

    The line is given in the text of the element that holds the list.
    """
    start, text = (
        (edition.start(holder), edition.element(holder).text) if holder else (0, edition.text)
    )
    cut = one_line(text[line.start : line.end])[:_SHOWN]
    message = f"`{cut}` may go on with the last item of a list, or close the list, of {name}"
    help_ = (
        "in the act, begin the line to the right of the number of the item if it goes on with "
        "it; if it closes the list, begin it below the number, after a comma or another sign"
    )
    related = (Label(edition.source, Span(start + line.start, start + line.end)),)
    return Refused(Code.CLOSING_WORDS, message, place.span, help_, related)


def later_stays(
    edition: Edition, way: Way, start: date, step: Step, amending: Source
) -> Diagnostic:
    """Return that a version that comes into force later is not changed."""
    operation = step.operation
    assert not isinstance(operation, RestateText)
    span = operation.place.span
    name = one_line(amending.text[span.start : span.end])
    message = f"the version of `{name}` in force from {start} stays as it is"
    help_ = "if it is to change too, amend it from that day"
    related = (Label(edition.source, edition.place_of(way), "it stands here"),)
    return Diagnostic(
        Code.LATER_VERSION_STAYS,
        message,
        Label(amending, span),
        related,
        help_,
        step.where,
        Severity.WARNING,
    )
