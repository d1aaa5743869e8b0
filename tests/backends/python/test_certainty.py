"""What is not None where a function stands is not asked again."""

from __future__ import annotations

import pytest

from lawc.backends.python.certainty import certain_names, holds_of_missing, settled
from lawc.backends.python.layout import Before, Chain, Code

MISSING, LARGE = "person.income is None", "person.income > 9"
KNOWN = "person.income is not None"


@pytest.mark.parametrize(
    ("test", "rest"),
    [
        (Chain("or", (MISSING, LARGE)), LARGE),
        (Chain("and", (KNOWN, "person.old")), "person.old"),
        (
            Before("not ", Chain("and", (KNOWN, "h1"))),
            Before("not ", "h1"),
        ),
        ("person.share is None", "person.share is None"),
        (KNOWN, "True"),
    ],
)
def test_a_test_is_left_without_what_is_settled(test: Code, rest: Code) -> None:
    assert settled(test, {"person.income"}) == rest


@pytest.mark.parametrize(
    ("test", "certain"),
    [
        (Chain("or", (MISSING, LARGE)), True),
        (Chain("and", (MISSING, "person.old")), False),
        (Before("not ", "person.income"), True),
        ("person.income is not False", True),
        ("person.income is not LOW_1", True),
        ("person.income is LOW_1", False),
        (LARGE, False),
    ],
)
def test_a_block_that_returns_for_what_is_missing_leaves_what_is_not(
    test: Code, certain: object
) -> None:
    assert holds_of_missing(test, "person.income") is certain


def test_names_are_certain_where_all_of_a_conjunction_holds() -> None:
    known = Chain("and", ("a is not None", Chain("or", ("b is not None", "c is not None"))))

    assert certain_names(known) == {"a"}


@pytest.mark.parametrize("test", ["a is True", "a is False", "a is LOW_1", "a is not None"])
def test_a_name_that_is_a_value_is_not_none(test: str) -> None:
    assert certain_names(test) == {"a"}
