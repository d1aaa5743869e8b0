"""The amnesty law with further paragraphs in Article 3, as text; by hand see `grown_by_hand`.

    2-1. The unserved part of the main punishment is reduced by one sixth for a person who is
       convicted under Article 188 or 296 of the Criminal Code, if the person is covered by the
       Law on Veterans.

Each paragraph reduces the punishment by a fraction for a person convicted under one of some
provisions, if a test of the person holds, and in half of the paragraphs a test of the offence
too. The same seed gives the same paragraphs; the first of fifty are those of two.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.by_hand import MALE, years_on
from benchmarks.by_hand_partial import denied
from kz_amnesty_2025 import DisabilityGroup, Offence, Person
from tests.emitted import package

from lawc.ir import nodes as ir
from lawc.pipeline import compile_path
from lawc.runtime.values import Truth

STATUTES = Path(__file__).parents[1] / "statutes" / "kz"
NUMBERS = (2, 10, 50)
SEED = 11

Test: TypeAlias = Callable[[Person, Offence, date], Truth]
"""Tells whether a condition holds of a person and an offence on the effective day."""

FRACTIONS = {
    "one third": Fraction(1, 3), "one quarter": Fraction(1, 4), "one fifth": Fraction(1, 5),
    "one sixth": Fraction(1, 6), "one tenth": Fraction(1, 10), "two fifths": Fraction(2, 5),
    "two sevenths": Fraction(2, 7), "three eighths": Fraction(3, 8),
    "15 per cent": Fraction(15, 100), "35 per cent": Fraction(35, 100),
}  # fmt: skip
FREQUENT = (
    "99", "106", "115-1", "125", "187", "188", "189", "190", "191", "192", "197-1", "214-1",
    "293", "296", "339", "345",
)  # fmt: skip
AGES = (25, 30, 35, 40, 45, 55, 65)
GROUPS = {
    "first or second": {DisabilityGroup.FIRST, DisabilityGroup.SECOND},
    "second or third": {DisabilityGroup.SECOND, DisabilityGroup.THIRD},
    "third": {DisabilityGroup.THIRD},
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A further paragraph: its number, text, provisions, tests by hand, fraction."""

    number: str
    text: str
    provisions: str
    tests: tuple[Test, ...]
    fraction: Fraction

    @property
    def citation(self) -> str:
        """The number of the paragraph as answers cite it."""
        return f"3({self.number})"


# --- the tests, as text and by hand -----------------------------------------------------


def _tests_of_persons() -> dict[str, Test]:
    """Return the tests about a person, by their text."""
    tests: dict[str, Test] = {
        "the person is covered by the Law on Veterans": lambda person, _, __: (
            person.covered_by_law_on_veterans
        ),
        "the person is pregnant on the effective day": lambda person, _, __: (
            False if person.sex is MALE else person.pregnant_on_effective_day
        ),
        "the person is deprived of parental rights": lambda person, _, __: (
            person.deprived_of_parental_rights
        ),
        "the person had, at the time of the offence and of the conviction, a dependent child "
        "with a disability or a dependant disabled since childhood": lambda person, _, __: (
            person.dependant_with_disability_at_offence_and_conviction
        ),
    }
    for age in AGES:
        tests[f"the person has reached the age of {age} years on the effective day"] = _aged(
            age
        )
    for words, groups in GROUPS.items():
        tests[
            "the person was recognised before the effective day as a person with a disability "
            f"of the {words} group"
        ] = _disabled(groups)
    for age in (3, 7, 14, 16):
        tests[
            "the person has a child, adopted or in custody included, under the age of "
            f"{age} years on the effective day"
        ] = _parent(age)
    return tests


def _aged(age: int) -> Test:
    def test(person: Person, _: Offence, day: date) -> Truth:
        born = person.date_of_birth
        return None if born is None else born <= _born(day, age)

    return test


def _disabled(groups: set[DisabilityGroup]) -> Test:
    def test(person: Person, _: Offence, day: date) -> Truth:
        group, recognised = person.disability_group, person.disability_recognised_on
        if group is None:
            return False if recognised is not None and recognised >= day else None
        if group not in groups:
            return False
        return None if recognised is None else recognised < day

    return test


def _parent(age: int) -> Test:
    def test(person: Person, _: Offence, day: date) -> Truth:
        if person.children is None:
            return None
        truth: Truth = False
        for child in person.children:
            born = child.date_of_birth
            if born is None:
                truth = None
            elif _born(day, age) < born <= day:
                return True
        return truth

    return test


@lru_cache(maxsize=64)
def _born(day: date, age: int) -> date:
    return years_on(day, -age)


OF_PERSONS = _tests_of_persons()
OF_OFFENCES: dict[str, Test] = {
    "the damage is compensated in full": lambda _, offence, __: (
        offence.damage_compensated_in_full
    ),
    "every civil claim is satisfied": lambda _, offence, __: offence.civil_claims_satisfied,
    "the person has no negative degree of behaviour": lambda _, offence, __: denied(
        offence.negative_behaviour
    ),
    "the offence caused no damage": lambda _, offence, __: denied(offence.damage_caused),
}


# --- the paragraphs ---------------------------------------------------------------------


def paragraphs(number: int, seed: int = SEED) -> tuple[Paragraph, ...]:
    """Return so many further paragraphs."""
    chance = random.Random(seed)  # noqa: S311 - the same paragraphs each time
    return tuple(_paragraph(chance, f"2-{place}") for place in range(1, number + 1))


def _paragraph(chance: random.Random, number: str) -> Paragraph:
    listed = [chance.choice(FREQUENT)]
    while len(listed) < chance.randint(1, 4):
        other = chance.choice((*FREQUENT, str(chance.randrange(106, 460))))
        if other not in listed:
            listed.append(other)
    provisions = listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}"
    words = [chance.choice(tuple(OF_PERSONS))]
    if chance.random() < 0.5:
        words.append(chance.choice(tuple(OF_OFFENCES)))
    share = chance.choice(tuple(FRACTIONS))
    text = (
        f"{number}. The unserved part of the main punishment is reduced by {share} for a "
        f"person who is convicted under Article {provisions} of the Criminal Code, if "
        f"{' and '.join(words)}."
    )
    tests = tuple({**OF_PERSONS, **OF_OFFENCES}[word] for word in words)
    return Paragraph(number, text, ", ".join(listed), tests, FRACTIONS[share])


def grown_text(further: tuple[Paragraph, ...]) -> str:
    """Return the text of the law with further paragraphs before paragraph 3 of Article 3."""
    text = (STATUTES / "amnesty-2025" / "en.law").read_text(encoding="utf-8")
    before, article, after = text.partition("Article 3. ")
    head, third, rest = after.partition("\n3. ")
    lines = "".join(f"\n{paragraph.text}" for paragraph in further)
    return "".join((before, article, head, lines, third, rest))


def grown_package(number: int, folder: Path) -> Any:
    """Return the package of the law with so many paragraphs more, written below `folder`."""
    return package(grown_law(number, folder), folder / f"grown-{number}")


def grown_law(number: int, folder: Path) -> ir.Law:
    """Return the law with so many paragraphs more, compiled from text below `folder`."""
    place = folder / f"grown-{number}" / "kz"
    shutil.copytree(STATUTES, place)
    act = place / "amnesty-2025"
    (act / "en.law").write_text(grown_text(paragraphs(number)), encoding="utf-8")
    compiled = compile_path(act)
    assert compiled.law is not None, compiled.errors
    return compiled.law
