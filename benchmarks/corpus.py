"""Large statutes made by chance, in the language: how fast an act is read, lowered, checked.

    python benchmarks/corpus.py            all sizes
    python benchmarks/corpus.py 5000 400   5,000 provisions over 400 phrases
    python benchmarks/corpus.py 1000 44 lines   how many lines each file of its package has

The same seed gives the same text. The phrases have common beginnings, as those of real
vocabularies do, and one in four of them has slots.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from lawc.backends.python.emit import Header, emit
from lawc.ir import nodes as ir
from lawc.pipeline import compile_source
from lawc.source import Source

SIZES = ((1_000, 44), (2_500, 44), (5_000, 44), (5_000, 400), (5_000, 1_600))

_QUALITIES = """
    annual basic civic daily earlier federal final foreign former general honorary initial
    joint joined legal local medical monthly national natural new occasional open ordinary
    partial permanent personal private public regional regular rural seasonal separate
    single special standing temporary urban voluntary
""".split()  # noqa: SIM905 - a list to read
_THINGS = """
    allowance apprenticeship award benefit card certificate child contract debt degree
    diploma dwelling employment entitlement exemption fee grant guarantee guardian
    household income insurance invention inheritance lease licence loan membership
    mortgage office parcel patent pension permit post reading residence scholarship study
    title
""".split()  # noqa: SIM905 - a list to read
_AMOUNTS = ("ten", "eighteen", "twenty-five", "sixty", "two", "21", "36 900")
_DAYS = ("the effective day", "1 January 2024", "30 June 2025", "the day of the claim")
_MONEY = ("466.44 euro", "1 200 euro", "36 900 euro")
_FRACTIONS = ("one third", "one half", "three quarters", "15 per cent")

_HEAD = """\
month end up
kind person
  en a "a person" the "the person" following "the following persons" one "one person"
kind claim of person in claims
  en a "a claim" the "the claim" many "the person's claims" one "one claim" each "each claim"
money EUR
  en noun "euro"
unit day = 1
  en noun "day"
parameter effective_day
  en noun "the effective day"
fact person.date_of_birth: date
fact person.sex: one of female, male
fact person.group: one of first, second, third
  en value first "first" value second "second" value third "third"
fact person.income: money EUR
  en noun "the income"
fact claim.made_on: date
  en noun "the day of the claim"
class person.woman means sex = female
  en a "a woman" the "the woman"
concept person.protected
  en a "a protected person" the "the person"
decision person.outcome: one of granted, refused, open
  otherwise open
  excluded refused
decision person.share: fraction
  en noun "the share" many "shares"
effect person.grant
  gives outcome = granted
  en yes "the person | is granted the allowance" many "are granted the allowance"
effect person.reduce(by: fraction)
  gives share = by
  en clause "the fee is reduced by [by]"
"""

# A wording (yes, no), and what stands in its slots; `{}` is what tells two phrases apart.
_SLOTTED = (
    ("number: count, day: day", "date_of_birth + number years <= day",
     "has reached the age of [number] years on [day] with {}",
     "had not reached the age of [number] years on [day] with {}"),
    ("sum: money", "income < sum",
     "has an income of less than [sum] from {}",
     "has an income of not less than [sum] from {}"),
    ("group: group", "group in group",
     "belongs to the [group] group by {}",
     "does not belong to the [group] group by {}"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the random vocabulary: its key, its slots and meaning, its two wordings."""

    key: str
    slots: str
    meaning: str
    yes: str
    no: str


def phrases(number: int) -> tuple[Phrase, ...]:
    """Return so many different phrases."""
    pairs = [(quality, thing) for thing in _THINGS for quality in _QUALITIES]
    step = max(1, len(pairs) // number)
    return tuple(_phrase(place, *pair) for place, pair in enumerate(pairs[::step][:number]))


def _phrase(place: int, quality: str, thing: str) -> Phrase:
    article = "an" if quality[0] in "aeiou" else "a"
    said = f"{article} {quality} {thing}"
    key = f"{quality}_{thing}"
    if place % 4 == 0:
        slots, meaning, yes, no = _SLOTTED[place // 4 % len(_SLOTTED)]
        return Phrase(key, slots, meaning, yes.format(said), no.format(said))
    forms = (
        (f"has {said}", f"does not have {said}"),
        (f"has the use of {said}", f"does not have the use of {said}"),
        (f"is in receipt of {said}", f"is not in receipt of {said}"),
    )
    return Phrase(key, "", f"fact_{key}", *forms[place % len(forms)])


def vocabulary(number: int) -> str:
    """Return a vocabulary of so many phrases."""
    made: list[str] = []
    for one in phrases(number):
        if not one.slots:
            made.append(f"fact person.{one.meaning}: truth")
        slots = f"({one.slots})" if one.slots else ""
        made.append(f"phrase person.{one.key}{slots} means {one.meaning}")
        made.append(f'  en yes "the person | {one.yes}" no "the person | {one.no}"')
    return _HEAD + "\n".join(made) + "\n"


def statute(provisions: int, number: int, seed: int = 1, *, largest: bool = False) -> str:
    """Return an act of so many paragraphs over the first `number` phrases.

    With `largest` the largest of several shares is applied; else they contradict each other.
    """
    chance = random.Random(seed)  # noqa: S311 - the same text each time is what is wanted
    known = phrases(number)
    lines = [
        "ACT MADE BY CHANCE",
        "",
        "Article 1. Terms and entry into force",
        "",
        "1. In this Law, a protected person means a person who "
        f"{_filled(chance, known[1].yes)}.",
        "2. This Law enters into force on 1 January 2025.",
        *(["3. Where several shares apply to one person, the largest is applied."] * largest),
        "",
    ]
    article = 1
    for paragraph in range(provisions):
        if paragraph % 10 == 0:
            article += 1
            lines += ["", f"Article {article}. Of the {article}th matter [official]", ""]
        lines += _paragraph(chance, known, paragraph % 10 + 1, article)
    return "\n".join(lines) + "\n"


def _filled(chance: random.Random, wording: str) -> str:
    for slot, values in (
        ("[number]", _AMOUNTS),
        ("[day]", _DAYS[:3]),
        ("[sum]", _MONEY),
        ("[group]", ("first", "second or third", "first, second or third")),
    ):
        if slot in wording:
            wording = wording.replace(slot, chance.choice(values))
    return wording


def _predicate(chance: random.Random, known: tuple[Phrase, ...]) -> str:
    one = chance.choice(known)
    return _filled(chance, one.yes if chance.random() < 0.6 else one.no)


def _clause(chance: random.Random, known: tuple[Phrase, ...], *, joined: bool = False) -> str:
    if chance.random() < 0.1:
        forms = (
            "the person is a protected person",
            f"the income is more than {chance.choice(_MONEY)}",
            f"it is not the case that the person {_predicate(chance, known)}",
        )
        return chance.choice(forms[:2] if joined else forms)  # a whole condition stands alone
    return f"the person {_predicate(chance, known)}"


def _class(chance: random.Random, known: tuple[Phrase, ...]) -> str:
    noun = chance.choice(("a person", "a person", "a woman", "a protected person"))
    return f"{noun} who {_predicate(chance, known)}"


def _paragraph(
    chance: random.Random, known: tuple[Phrase, ...], number: int, article: int
) -> Iterator[str]:
    form = chance.random()
    share = chance.choice(_FRACTIONS)
    if form < 0.25:
        yield f"{number}. The following persons are granted the allowance:"
        yield from _items(chance, known, "class")
    elif form < 0.5:
        one = _class(chance, known)
        yield f"{number}. {one[0].upper()}{one[1:]} is granted the allowance if any of the"
        yield "   following applies:"
        yield from _items(chance, known, "condition")
    elif form < 0.8:
        yield f"{number}. The fee is reduced by {share} for {_class(chance, known)}, if all"
        yield "   of the following apply:"
        yield from _items(chance, known, "all")
    elif form < 0.95 or article == 2:
        number_joined = chance.randint(1, 2)
        joined = chance.choice((" and ", " or ")).join(
            _clause(chance, known, joined=number_joined > 1) for _ in range(number_joined)
        )
        yield f"{number}. The fee is reduced by {share} for {_class(chance, known)}, if"
        yield f"   {joined}, unless {_clause(chance, known)}."
    else:
        cited = chance.randint(2, article - 1)
        cites = f"Paragraph {chance.randint(1, 10)} of Article {cited}"
        yield f"{number}. {cites} does not apply to"
        yield f"   {_class(chance, known)} if {_clause(chance, known)}."


def _items(chance: random.Random, known: tuple[Phrase, ...], form: str) -> Iterator[str]:
    last = chance.randint(2, 5)
    for number in range(1, last + 1):
        end = "." if number == last else "; and" if form == "all" else "; or"
        end = end if number >= last - 1 else ";"
        said = _class(chance, known) if form == "class" else _clause(chance, known)
        if chance.random() < 0.15:
            opening = ", if any of the following applies:" if form == "class" else None
            yield (
                f"   {number}) {said}{opening}"
                if opening
                else (f"   {number}) all of the following apply:")
            )
            joint = "; or" if opening else "; and"
            yield f"      a) {_clause(chance, known)}{joint}"
            yield f"      b) {_clause(chance, known)}{end}"
        else:
            yield f"   {number}) {said}{end}"


def compiled(provisions: int, number: int) -> ir.Law:
    """Return the law of an act of so many paragraphs."""
    words = Source("corpus.vocabulary", vocabulary(number))
    found = compile_source(Source("en.law", statute(provisions, number)), "x/corpus", (words,))
    assert found.law is not None, found.errors[:3]
    return found.law


def measure(provisions: int, number: int) -> str:
    """Return a line with the time of each stage."""
    text = statute(provisions, number)
    start = time.perf_counter()
    compiled(1, number)
    ready = time.perf_counter()
    compiled(provisions, number)
    seconds = time.perf_counter() - ready
    return (
        f"{provisions:>6} provisions, {len(text) / 1e3:>6.0f} KB, {number:>5} phrases: "
        f"vocabulary {(ready - start) * 1e3:>6.0f} ms, act {seconds:>6.2f} s, "
        f"{len(text) / 1e3 / seconds:>6.0f} KB/s"
    )


def package_lines(provisions: int, number: int) -> str:
    """Return how many lines each file of the package of an act has."""
    files = emit(compiled(provisions, number), Header("", "x/corpus"))
    return "\n".join(f"{text.count(chr(10)):>8,} {name}" for name, text in files.items())


def main(given: list[str]) -> None:
    """Print the figures of all sizes, or of the one given."""
    sizes = ((int(given[0]), int(given[1])),) if given else SIZES
    figures = package_lines if given[2:] == ["lines"] else measure
    for provisions, number in sizes:
        print(figures(provisions, number), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
