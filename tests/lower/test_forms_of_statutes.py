"""Sentences in the forms of real statutes are the same law as plainer ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.accidents.test_one_word import logic
from tests.written_law import compiled, decided, law, problem_lines

MORE = """\
class person.woman means old
  en a "a woman" the "the woman" many "women"
phrase person.lives_in(number: count) means points > number
  en yes "the person | lives in zone [number]" no "the person | does not live in zone [number]"
decision person.outcome: one of freed, refused, left
  otherwise left
  excluded refused
effect person.free
  gives outcome = freed
  en yes "the person | is released"
"""
ENTITLED = "is entitled to a card"

# What is said plainly, and the forms in which a statute says the same.
SUBJECTS = (
    (
        "1. A person who is old is entitled to a card.",
        "1. Any person who is old is entitled to a card.",
        "1. Every person who is old shall be entitled to a card.",
        "1. Each person who is old is to be entitled to a card.",
        "1. Persons who are old are entitled to a card.",
        "1. All persons who are old shall be entitled to a card.",
        "1. Persons that are old may be entitled to a card.",
    ),
    (
        "1. A woman is released if the person is ill.",
        "1. Women are released if the person is ill.",
        "1. Any woman must be released if the person is ill.",
        "1. All women are to be released if the person is ill.",
    ),
    (
        "1. A person who lives in zone 5 and is not old is released.",
        "1. Persons who live in zone 5 and are not old are released.",
        "1. Persons who live in zone 5 and who are not old shall be released.",
    ),
    (
        "1. A person who does not live in zone 5 or who is ill is released.",
        "1. Persons who do not live in zone 5 or who are ill may be released.",
    ),
    (
        "1. The term is reduced by one half for a person who is old.",
        "1. The term shall be reduced by one half for persons who are old.",
        "1. The term is to be reduced by one half for any person who is old.",
        "1. The term may be reduced by one half for all persons who are old.",
    ),
    (
        "1. A person who is old is entitled to a card.\n2. Paragraph 1 of this Article does "
        "not apply to a person who is ill.",
        "1. Persons who are old are entitled to a card.\n2. Paragraph 1 of this Article shall "
        "not apply to persons who are ill.",
        "1. Any person who is old is entitled to a card.\n2. A person who is ill is not "
        "entitled to a card.",
        "1. Any person who is old is entitled to a card.\n2. Persons who are ill shall not be "
        "entitled to a card.",
        "1. Any person who is old is entitled to a card.\n2. No person who is ill shall be "
        "entitled to a card.",
    ),
    (
        "1. A person is entitled to a card.\n2. Paragraph 1 of this Article does not apply to "
        "a person unless the person is old.",
        "1. A person is entitled to a card.\n2. No person is entitled to a card unless the "
        "person is old.",
    ),
    (
        "1. In this Law, a weak person means a person who is old.\n2. A weak person is "
        "released.",
        "1. In this Law, a weak person means any person who is old.\n2. Every weak person "
        "shall be released.",
    ),
    (
        "1. The following persons are entitled to a card:\n1) a person who is old; or\n"
        "2) a woman, if the person is ill.",
        "1. The following persons shall be entitled to a card:\n1) persons who are old; or\n"
        "2) women, if the person is ill.",
    ),
    (
        "1. A person is released if it is not the case that the person is entitled to a card.\n"
        "2. A person who is old is entitled to a card.",
        "1. A person is released if the person is not entitled to a card.\n"
        "2. A person who is old is entitled to a card.",
    ),
)  # fmt: skip


CARD = "A person is entitled to a card"
ORDER = (
    (
        "1. A person is released if the person is old.",
        "1. If a person is old, the person is released.",
        "1. If the person is old, the person shall be released.",
        "1. Where a person is old, a person is released.",
        "1. When the person is old, any person is released.",
        "1. A person is released where the person is old.",
        "1. A person is released, when the person is old.",
        "1. A person is released, provided that the person is old.",
        "1. A person is released on condition that the person is old.",
        "1. A person is released if the person is old, regardless of the income.",
        "1. A person is released if the person is old, regardless of whether the person is "
        "ill.",
    ),
    (
        "1. A person is released if the person is old and the person is ill.",
        "1. If a person is old and the person is ill, the person is released.",
        "1. If both the person is old and the person is ill, the person is released.",
    ),
    (
        "1. A person is released if the person is old or the person is ill.",
        "1. A person is released if either the person is old or the person is ill.",
    ),
    (
        "1. A person who is old is released if the person is ill and the person is resident.",
        "1. A person who is old is released if the person is ill, provided that the person is "
        "resident.",
    ),
    (
        "1. A person who is old is released unless the person is ill.",
        "1. A person who is old is released, except where the person is ill.",
        "1. Persons who are old are released except when the person is ill.",
        "1. A person who is old is released, except if the person is ill.",
    ),
    (
        "1. A woman is released if the person is old.",
        "1. If a woman is old, the woman is released.",
    ),
    (
        "1. The term is reduced by one half for a person who is old if the person is ill.",
        "1. If the person is ill, the term shall be reduced by one half for a person who is "
        "old.",
    ),
    (
        "1. The fee is 5 euro if the person is ill.",
        "1. Where the person is ill, the fee is 5 euro.",
    ),
    (
        f"1. {CARD}.\n2. Notwithstanding paragraph 1 of this Article, a person who is ill is "
        "released.",
        f"1. {CARD}.\n2. Despite paragraph 1 of this Article, a person who is ill is released.",
        f"1. {CARD}.\n2. A person who is ill is released, notwithstanding paragraph 1 of this "
        "Article.",
        f"1. {CARD}.\n2. A person who is ill is released despite paragraph 1 of this Article.",
    ),
    (
        f"1. {CARD}.\n2. Paragraph 1 of this Article does not apply to a person if the person "
        "is ill.",
        f"1. {CARD}.\n2. If the person is ill, paragraph 1 of this Article does not apply to "
        "a person.",
        f"1. {CARD}.\n2. This Article does not apply to a person if the person is ill.",
    ),
    (
        "1. In this Law, a weak person means any of the following:\n1) a person who is old; "
        "or\n2) a person who is ill.\n2. A weak person is released.",
        "1. In this Law, a weak person means any of the following persons:\n1) a person who is "
        "old; or\n2) a person who is ill.\n2. A weak person is released.",
    ),
    (
        "1. The following persons are entitled to a card:\n1) a person who is ill; or\n"
        "2) a person who is resident.",
        "1. Any of the following persons is entitled to a card:\n1) a person who is ill; or\n"
        "2) a person who is resident.",
    ),
)  # fmt: skip
COMPARISONS = (
    (
        "1. A person is released if the income is more than 5 euro.",
        "1. A person is released if the income exceeds 5 euro.",
        "1. A person is released if the income is greater than 5 euro.",
        "1. A person is released if the income is higher than 5 euro.",
        "1. A person is released if the income is in excess of 5 euro.",
    ),
    (
        "1. A person is released if the income is not more than 5 euro.",
        "1. A person is released if the income does not exceed 5 euro.",
        "1. A person is released if the income is no more than 5 euro.",
        "1. A person is released if the income is at most 5 euro.",
        "1. A person is released if the income is not greater than 5 euro.",
        "1. A person is released if the income is 5 euro or less.",
        "1. A person is released if the income is less than or equal to 5 euro.",
    ),
    (
        "1. A person is released if the income is at least 5 euro.",
        "1. A person is released if the income is not less than 5 euro.",
        "1. A person is released if the income is no less than 5 euro.",
        "1. A person is released if the income is 5 euro or more.",
    ),
    (
        "1. A person is released if the income is less than 5 euro.",
        "1. A person is released if the income is lower than 5 euro.",
        "1. A person is released if the income is below 5 euro.",
    ),
    (
        "1. A person is released if the income is equal to 5 euro.",
        "1. A person is released if the income equals 5 euro.",
    ),
    (
        "1. A person is released if the income is not equal to 5 euro.",
        "1. A person is released if the income does not equal 5 euro.",
    ),
    (
        "1. A person is released if the income is at least 5 euro but not more than 9 euro.",
        "1. A person is released if the income is between 5 euro and 9 euro.",
    ),
    (
        "1. A person is released if the income is at least 5 euro but less than 9 euro.",
        "1. A person is released if the income is not less than 5 euro but below 9 euro.",
    ),
)  # fmt: skip


def cases(groups: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]]:
    """Return each form with the plain sentence it means the same as."""
    return [(plain, other) for plain, *others in groups for other in others]


def check_same(plain: str, other: str) -> None:
    """Check that two texts are one law."""
    assert plainly(logic(law(other, MORE))) == plainly(logic(law(plain, MORE)))


def plainly(value: Any) -> Any:
    """Return the logic without the words that state it, and without "all of" one condition."""
    if isinstance(value, list):
        return [plainly(one) for one in value]
    if not isinstance(value, dict):
        return value
    one = {key: plainly(part) for key, part in value.items()}
    match one:
        case {"node": "Stated", "eid": None, "part": part}:
            return part
        case {"node": "All", "parts": parts}:
            inner = [each["parts"] if each["node"] == "All" else [each] for each in parts]
            flat = [each for several in inner for each in several]
            return flat[0] if len(flat) == 1 else {**one, "parts": flat}
    return one


@pytest.mark.parametrize(("plain", "other"), cases(SUBJECTS))
def test_subjects_and_moods(plain: str, other: str) -> None:
    check_same(plain, other)


@pytest.mark.parametrize(("plain", "other"), cases(ORDER))
def test_order_and_exceptions(plain: str, other: str) -> None:
    check_same(plain, other)


@pytest.mark.parametrize(("plain", "other"), cases(COMPARISONS))
def test_comparisons(plain: str, other: str) -> None:
    check_same(plain, other)


OLD_AND_ILL: tuple[dict[str, bool], ...] = tuple(
    {"old": old, "ill": ill} for old in (True, False) for ill in (True, False)
)


@pytest.mark.parametrize(
    ("text", "released"),
    [
        ("A person who is old is released, except for a person who is ill.", [0, 1, 0, 0]),
        ("Persons who are old, other than persons who are ill, are released.", [0, 1, 0, 0]),
        (
            "A person who is old is released, except that a person who is ill is not released.",
            [0, 1, 0, 0],
        ),
        (
            "A person is released if neither the person is old nor the person is ill.",
            [0, 0, 0, 1],
        ),
        ("A person is released. A person who is ill is not released.", [0, 1, 0, 1]),
    ],
)
def test_exceptions_in_the_sentence(text: str, released: list[int]) -> None:
    found = decided(f"1. {text}", OLD_AND_ILL, MORE)

    assert [one["outcome"] == "freed" for one in found] == [bool(each) for each in released]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "1. A person is released if the person is old and/or the person is ill.",
            "`the person is old and/or the person is ill` can mean that one of them is enough, "
            "or that all are needed",
        ),
        (
            "1. A person is released if the person is old and (or) the person is ill.",
            "`the person is old and (or) the person is ill` can mean that one of them is "
            "enough, or that all are needed",
        ),
        (
            "1. If the person is old, the woman is released.",
            "`the woman` has not been introduced: nothing before it in this sentence says who "
            "or what is meant",
        ),
        (
            "1. A person is released, except that a person who is ill is not entitled to a "
            "card.",
            "`is not entitled to a card` denies something else than this sentence gives",
        ),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(text: str, line: str) -> None:
    (found,) = problem_lines(text, MORE)

    assert found.partition(" ")[2] == line


BASE = "1. Persons are entitled to a card.\n2. Persons who are old are released."


@pytest.mark.parametrize(
    ("text", "of_old_and_ill"),  # has a card; is released
    [
        ("Article 2. Scope\n\nThis Law applies only to persons who are ill.", "CR -- C- --"),
        ("Article 2. Scope\n\nThis Law does not apply to a person who is ill.", "-- CR -- C-"),
        (
            "Article 2. Scope\n\n1. This Law applies only to persons who are old.\n"
            "2. This Law does not apply to a person who is ill.",
            "-- CR -- --",
        ),
        (
            "Article 2. Scope\n\nParagraph 1 of Article 1 applies only to persons who are ill.",
            "CR -R C- --",
        ),
        ("3. This Article does not apply to a person who is ill.", "-- CR -- C-"),
        ("3. This Article applies only to persons who are ill.", "CR -- C- --"),
    ],
)
def test_to_whom_an_act_applies(text: str, of_old_and_ill: str) -> None:
    found = decided(f"Article 1. Cards\n\n{BASE}\n{text}", OLD_AND_ILL, MORE)

    assert shown(found) == of_old_and_ill


def shown(found: list[dict[str, Any]]) -> str:
    """Return of each case whether there is a card, and whether the person is released."""
    return " ".join(
        f"{'C' if one['card'] is True else '-'}{'R' if one['outcome'] == 'freed' else '-'}"
        for one in found
    )


WEAK = "1. In this Law, a weak person means a person who is old.\n2. A weak person is released."


@pytest.mark.parametrize(
    ("text", "released"),
    [
        ("3. A person who is ill is deemed to be a weak person.", "-R -R -R --"),
        ("3. Persons who are ill shall be deemed to be a weak person.", None),
        ("3. A person who is ill is not a weak person.", "-- -R -- --"),
        ("3. No person is a weak person unless the person is ill.", "-R -- -- --"),
        (
            "3. A weak person is entitled to a card.\n4. For the purposes of paragraph 3 of "
            "this Article, a person who is ill is deemed to be a weak person.",
            "CR CR C- --",
        ),
    ],
)
def test_what_is_deemed(text: str, released: str | None) -> None:
    if released is None:
        assert compiled(f"{WEAK}\n{text}", MORE).law is None
        return
    found = decided(f"{WEAK}\n{text}", OLD_AND_ILL, MORE + "  \n")

    assert shown([{"card": False, **one} for one in found]) == released


@pytest.mark.parametrize(
    ("text", "before", "from_then_on"),
    [
        ("a person who is ill is deemed to be a weak person.", "-R -R -- --", "-R -R -R --"),
        ("a person who is ill is not a weak person.", "-R -R -- --", "-- -R -- --"),
    ],
)
def test_what_is_deemed_from_a_day_on(text: str, before: str, from_then_on: str) -> None:
    act = f"{WEAK}\n3. In force from 1 May 2024, {text}"

    for day, released in (("2024-04-30", before), ("2024-05-01", from_then_on)):
        found = decided(act, OLD_AND_ILL, MORE + "  \n", law_day=date.fromisoformat(day))
        assert shown([{"card": False, **one} for one in found]) == released
