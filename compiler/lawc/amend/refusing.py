"""Why an operation cannot be applied, in the words of whoever drafts the amending act."""

from __future__ import annotations

from lawc.amend.elements import Text, Way
from lawc.amend.operations import Path, Place, Quote
from lawc.amend.words import Occurrence, occurrences, searched
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Label
from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.structure import Unit

_SHOWN = 120  # characters of an element
_OCCURRENCES = 3  # that are shown


@dataclass(frozen=True, slots=True)
class Refused:
    """An operation that is not applied: why, where in the amending act, and what to do."""

    code: Code
    message: str
    span: Span
    help: str | None = None
    related: tuple[Label, ...] = ()


def no_words(text: Text, way: Way, place: Place, said: str, quote: Quote) -> Refused:
    """Return that quoted words do not stand in an element."""
    message = f"the words `{one_line(quote.text)}` do not occur in {said}"
    elsewhere = dict.fromkeys(text.where(one.way) for one in occurrences(text, (), quote))
    if elsewhere:
        places = "; ".join(list(elsewhere)[:_OCCURRENCES])
        help_ = f"they occur in {places}: name the element in which they are meant"
    else:
        found = searched(text, way, heading=place.heading)
        read = " ".join(text.slice(span) for _, span in found)
        cut = f"{read[:_SHOWN]} ..." if len(read) > _SHOWN else read
        help_ = f"copy them from the act, which reads there: `{cut}`"
    return Refused(Code.WORDS_NOT_FOUND, message, quote.span, help_)


def many_words(
    text: Text, said: str, quote: Quote, found: tuple[Occurrence, ...], everywhere: str
) -> Refused:
    """Return that quoted words occur several times in an element."""
    message = f"the words `{one_line(quote.text)}` occur {len(found)} times in {said}"
    help_ = "name the point in which they are meant, or quote more of the text around them"
    if everywhere:
        help_ += f", or write `{everywhere}`"
    related = tuple(Label(text.source, one.span) for one in found[:_OCCURRENCES])
    return Refused(Code.MORE_THAN_ONE, message, quote.span, help_, related)


def many_elements(text: Text, said: str, place: Place, found: tuple[Way, ...]) -> Refused:
    """Return that several elements have the number that is named."""
    message = f"{said} stands {len(found)} times in the act"
    related = tuple(Label(text.source, text.unit(way).span) for way in found)
    help_ = "amend the element that holds these"
    return Refused(Code.MORE_THAN_ONE, message, place.span, help_, related)


def no_element(text: Text, said: str, place: Place) -> Refused:
    """Return that an element is not in the act, and which of its kind are."""
    message = f"there is no {said} in the act"
    above, missing = _deepest(text, place.path)
    holder = text.where(above) if above else "the act"
    numbers = [
        text.label((*above, at))
        for at, one in enumerate(text.unit(above).units)
        if one.level == missing
    ]
    if not numbers:
        help_ = f"{holder} has no {missing}s"
    else:
        last = f" to {numbers[-1]}" if len(numbers) > 1 else ""
        help_ = f"the {missing}s of {holder} are {numbers[0]}{last}"
    return Refused(Code.ELEMENT_NOT_FOUND, message, place.span, help_)


def no_heading(said: str, place: Place) -> Refused:
    """Return that an element is none that has a heading."""
    message = f"{said} has no heading: only articles have one"
    return Refused(Code.ELEMENT_NOT_FOUND, message, place.span, "name the article")


def _deepest(text: Text, path: Path) -> tuple[Way, str]:
    """Return the way to the last element of a path that is there, and the level after it."""
    for depth in range(len(path) - 1, 0, -1):
        found = text.find(path[:depth])
        if found:
            return found[0], path[depth][0]
    return (), path[0][0]


def there_already(text: Text, said: str, place: Place, way: Way) -> Refused:
    """Return that the element that is to be added is in the act."""
    message = f"{said} is in {text.where(way[:-1]) or 'the act'} already"
    help_ = "restate it, or give the new element a number that is free"
    related = (Label(text.source, text.unit(way).span, "it stands here"),)
    return Refused(Code.ELEMENT_EXISTS, message, place.span, help_, related)


def repealed_already(said: str, place: Place) -> Refused:
    """Return that an element was repealed before."""
    message = f"{said} is repealed already"
    return Refused(Code.ELEMENT_NOT_FOUND, message, place.span, "leave this sentence out")


def other_element(said: str, quoted: tuple[Unit, ...], text: Text, quote: Quote) -> Refused:
    """Return that what is quoted is not the element that was announced."""
    labels = [text.slice(one.span).rstrip(".") for one in quoted]
    if not labels:
        message = f"the quoted text does not begin with the number of {said}"
    elif len(labels) > 1:
        message = f"{said} is announced, and {len(labels)} elements are quoted"
    else:
        message = f"{said} is announced, and `{labels[0]}` is quoted"
    help_ = f"quote the whole of {said}, beginning with its number, and nothing else"
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


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
