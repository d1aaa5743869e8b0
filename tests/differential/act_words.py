"""Values as acts write them: numbers, fractions, money, days, citations, phrases."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.differential import act_declared as d
from tests.differential import act_model as m

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 10: "tenth"}


# --- values -----------------------------------------------------------------------------


def count(number: int) -> str:
    """Return a small number as a word, a large one in groups of digits."""
    return WORDS[number] if 0 < number < len(WORDS) else grouped(Fraction(number))


def grouped(number: Fraction) -> str:
    """Return a number that has at most six places as `1 234.5`."""
    whole, rest = divmod(number * 1_000_000, 1_000_000)
    places = f"{int(rest):06d}".rstrip("0")
    return f"{int(whole):,}".replace(",", " ") + (f".{places}" if places else "")


def day(value: date) -> str:
    """Return a day of the calendar."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year:04d}"


def period(number: int, unit: str) -> str:
    """Return a period of some days, weeks, months or years."""
    return f"{count(number)} {unit if number == 1 else f'{unit}s'}"


def found_day(value: m.FoundDay) -> str:
    """Return a day that is found from others."""
    days = [*map(value_text, value.days)]
    match value.how:
        case "after" | "before":
            return f"{period(value.number, value.unit)} {value.how} {days[0]}"
        case "first" | "last":
            return f"the {value.how} day of the {value.unit} in which {days[0]} falls"
        case _:
            return f"the {value.how} of {' and '.join(days)}"


def value_text(value: m.Given) -> str:
    """Return what stands in a slot, or an amount, or a day."""
    match value:
        case m.Written("date", date() as written):
            return day(written)
        case m.Written("fraction", Fraction() as part):
            if part.denominator in PARTS and 0 < part < 1:
                many = "" if part.numerator == 1 else "halves" if part.denominator == 2 else "s"
                return f"{WORDS[part.numerator]} {PARTS[part.denominator]}{many}"
            return f"{grouped(part * 100)} per cent"
        case m.Written("money", Fraction() as sum_):
            return f"{grouped(sum_)} euro"
        case m.Written("count", Fraction() as number):
            return count(int(number)) if number else "zero"
        case m.Written(_, Fraction() as number):
            return grouped(number)
        case m.NamedDay(d.Fact() as fact):
            return f"the {fact.noun}"
        case m.NamedDay(str() as name):
            return f"the {name} day"
        case m.FoundDay():
            return found_day(value)
        case m.Choices(values):
            *most, last = values
            return f"{', '.join(most)} or {last}" if most else last
        case m.Spans(spans):
            said = [_span(*one) for one in spans]
            *most, last = said
            joined = f"{', '.join(most)} and {last}" if most else last
            return f"{joined} of the Old Code"
        case _:
            raise AssertionError(value)


def _span(within: tuple[d.Number, ...], first: d.Number, last: d.Number) -> str:
    def said(singular: str, plural: str, sign: str = "") -> str:
        low, high = ("-".join(map(str, one)) + sign for one in (first, last))
        return f"{singular} {low}" if first == last else f"{plural} {low} to {high}"

    match within:
        case ():
            return said("Article", "Articles")
        case (article,):
            return f"{said('part', 'parts')} of Article {'-'.join(map(str, article))}"
        case (article, part):
            of_part, of_article = ("-".join(map(str, one)) for one in (part, article))
            listed = said("point", "points", ")")
            return f"{listed} of part {of_part} of Article {of_article}"
        case _:
            raise AssertionError(within)


def sense(one: d.Sense, values: tuple[m.Given, ...], negative: bool = False) -> str:
    """Return a phrase without its subject, or a class without its article."""
    said = one.words.format(*map(value_text, values))
    return said if one.form == "class" else f"is {'not ' if negative else ''}{said}"


def address(one: m.Address) -> str:
    """Return how an element is cited."""
    article = f"Article {one.article}"
    paragraph = article if one.paragraph is None else f"paragraph {one.paragraph} of {article}"
    return paragraph if one.point is None else f"point {one.point}) of {paragraph}"


def addresses(several: tuple[m.Address, ...]) -> str:
    """Return how several elements are cited together."""
    *most, last = map(address, several)
    return f"{', '.join(most)} and {last}" if most else last
