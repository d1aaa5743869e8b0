"""The amnesty law with further paragraphs by hand: a table of them beside the law as it is.

The lists of provisions are looked up in a table; the tests of the paragraphs that list the
provision are tried in the order of the law. `decide_grown` is for persons of whom every fact is
known, `decide_grown_partial` for the others.

With facts missing, by hand leaves open what only trying cases settles: who is not yet 25 years
old was a minor eight years ago, and one of the two may reduce the punishment.
"""

# mypy: disable-error-code="operator"
# Where every fact is known, the end of the term is.

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from benchmarks.by_hand import (
    CONVICTED,
    EFFECTIVE_DAY,
    FIFTH,
    MEDIUM,
    MINOR,
    MISDEMEANOUR,
    NOT_COVERED,
    NOWHERE,
    OPEN,
    QUARTER,
    REDUCED,
    SERIOUS,
    THIRD,
    Answer,
    citations,
    decide_known,
    ranges_of,
)
from benchmarks.by_hand_partial import (
    OPEN_EFFECT,
    UNCOVERED,
    Effect,
    decide_partial,
    effect_of,
    is_settled,
)
from benchmarks.grown import Paragraph
from benchmarks.missing import Case
from benchmarks.people import generated, other_ground
from kz_amnesty_2025 import Offence, Person

from lawc.runtime.values import Provision, Truth, lies_in


class Further(dict[Provision | None, tuple[tuple[Paragraph, Truth], ...]]):
    """The further paragraphs that list a provision, or may: it may be known too coarsely."""

    def __init__(self, further: tuple[Paragraph, ...]) -> None:
        self._lists = tuple(
            (paragraph, tuple(ranges_of(paragraph.provisions))) for paragraph in further
        )

    def __missing__(self, record: Provision | None) -> tuple[tuple[Paragraph, Truth], ...]:
        truths = (
            (paragraph, None if record is None else lies_in(record, ranges))
            for paragraph, ranges in self._lists
        )
        listing = tuple((paragraph, truth) for paragraph, truth in truths if truth is not False)
        self[record] = listing
        return listing


# --- every fact known -------------------------------------------------------------------


def decide_grown(
    person: Person, further: Further, effective_day: date = EFFECTIVE_DAY
) -> list[Answer]:
    """Decide for a person of whom every fact is known."""
    answers = decide_known(person, effective_day)
    for place, offence in enumerate(person.offences or ()):
        if offence.stage is CONVICTED and (listing := further[offence.provision]):
            outcome, _, _, obliged, cited = answer = answers[place]
            if outcome is REDUCED or (outcome is NOT_COVERED and cited is NOWHERE[obliged]):
                answers[place] = _reduced(person, offence, answer, listing, effective_day)
    return answers


def _reduced(
    person: Person,
    offence: Offence,
    answer: Answer,
    listing: tuple[tuple[Paragraph, Truth], ...],
    effective_day: date,
) -> Answer:
    """Return the answer with the further paragraphs that list the provision."""
    _, reduction, _, obliged, cited = answer
    first, greatest = (cites[0] if cites else "" for cites in cited[:2])
    for paragraph, _ in listing:
        for test in paragraph.tests:
            if not test(person, offence, effective_day):
                break
        else:
            if first in {"", "3(3)"}:
                first = paragraph.citation
            fraction = paragraph.fraction
            if (
                reduction is None
                or fraction > reduction
                or (fraction == reduction and greatest == "3(3)")
            ):
                reduction, greatest = fraction, paragraph.citation
    if reduction is None:
        return answer
    left = max((offence.term_ends_on - effective_day).days, 0)
    days_off = -(-left * reduction.numerator // reduction.denominator)
    return REDUCED, reduction, days_off, obliged, ((first,), (greatest,), ("3(6)",), cited[3])


# --- facts missing ----------------------------------------------------------------------


def decide_grown_partial(
    person: Person, further: Further, effective_day: date = EFFECTIVE_DAY
) -> list[Answer] | None:
    """Decide for a person of whom facts may be missing; None if it is not known of what."""
    return decide_partial(person, effective_day, partial(_effect, person, further))


def _effect(
    person: Person, further: Further, offence: Offence, vulnerable: Truth, effective_day: date
) -> Effect:
    """Return the effect of Articles 2 and 3 on an offence of known category."""
    effect = effect_of(offence, vulnerable, effective_day)
    category = offence.category
    if offence.stage is OPEN or category is MINOR or category is MISDEMEANOUR:
        return effect
    if category is MEDIUM and effect[0] is not REDUCED:
        return effect  # it is released, or whether it is released is open
    reducing: list[tuple[Fraction, str, Truth]] = []
    for paragraph, listed in further[offence.provision]:
        truth = listed
        for test in paragraph.tests:
            holds = test(person, offence, effective_day)
            if holds is False:
                break
            truth = None if holds is None else truth
        else:
            reducing.append((paragraph.fraction, paragraph.citation, truth))
    if not reducing:
        return effect
    if offence.stage is not CONVICTED:
        return OPEN_EFFECT
    own = [(FIFTH, "3(2)", is_settled(offence))]
    last = []
    if category is MEDIUM:
        last = [(Fraction(1, 2), "3(3)", True)]
    else:
        own = [(THIRD if category is SERIOUS else QUARTER, "3(1)", vulnerable), *own]
    return _largest(offence, [*own, *reducing, *last])


def _largest(offence: Offence, reductions: list[tuple[Fraction, str, Truth]]) -> Effect:
    """Return the effect of several reductions, in the order of the law."""
    sure = [(fraction, cite) for fraction, cite, truth in reductions if truth]
    greatest_open = max(
        (fraction for fraction, _, truth in reductions if truth is None), default=Fraction(0)
    )
    if not sure:
        return OPEN_EFFECT if greatest_open else UNCOVERED
    first = (sure[0][1],)
    reduction = max(fraction for fraction, _ in sure)
    if greatest_open > reduction:
        return REDUCED, None, citations(first, None, None)
    greatest = next(cite for fraction, cite in sure if fraction == reduction)
    term = None if offence.term_ends_on is None else ("3(6)",)
    return REDUCED, reduction, citations(first, (greatest,), term)


# --- by hand and generated must agree ---------------------------------------------------


def disagreements(
    grown: Any, further: Further, known: Iterable[Case], unsure: Iterable[Case]
) -> Iterator[str]:
    """Yield the differences between the package of the grown law and the functions by hand."""
    for case in known:
        by_hand = decide_grown(Person.from_dict(case), further)
        by_package = generated(grown, grown.Person.from_dict(case))
        if by_package != by_hand:
            yield f"{by_package} and by hand {by_hand}: {case}"
    for case in unsure:
        person = Person.from_dict(case)
        by_partial = decide_grown_partial(person, further)
        by_package = generated(grown, grown.Person.from_dict(case))
        if (
            by_package != by_partial
            and not other_ground(person, by_package, by_partial)
            and not _left_open(by_package, by_partial)
        ):
            yield f"{by_package} and by hand {by_partial}: {case}"


def _left_open(by_package: list[Answer] | None, by_hand: list[Answer] | None) -> bool:
    """Return whether the two differ only in what by hand leaves open."""
    if by_package is None or by_hand is None:
        return False
    return all(
        value is None or value == of_package
        for offence, by_package_offence in zip(by_hand, by_package, strict=True)
        for value, of_package in zip(
            (*offence[:4], *offence[4]),
            (*by_package_offence[:4], *by_package_offence[4]),
            strict=True,
        )
    )
