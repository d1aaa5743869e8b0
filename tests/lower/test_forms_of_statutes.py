"""Sentences in the forms of real statutes are the same law as plainer ones."""

from __future__ import annotations

from typing import Any

import pytest
from tests.accidents.test_one_word import logic
from tests.written_law import law

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
