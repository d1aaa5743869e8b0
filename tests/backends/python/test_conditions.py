"""Conditions that are joined mean the same, and ask nothing twice."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawc.backends.python.conditions import both, either, negated
from lawc.backends.python.layout import Before, Chain, Code

AB = either(["a", "b"])
NAMES = ("a", "b", "c", "d")
CODES: st.SearchStrategy[Code] = st.recursive(
    st.sampled_from([*NAMES, "True", "False"]),
    lambda codes: st.lists(codes, min_size=1, max_size=3).flatmap(
        lambda parts: st.sampled_from([both(parts), either(parts), negated(parts[0])])
    ),
    max_leaves=8,
)


def holds(code: Code, truths: dict[str, bool]) -> bool:
    """Return whether a condition of names holds."""
    match code:
        case str():
            return truths[code]
        case Before(_, part):
            return not holds(part, truths)
        case Chain("and", parts):
            return all(holds(part, truths) for part in parts)
        case Chain(_, parts):
            return any(holds(part, truths) for part in parts)
    raise AssertionError(code)


@given(st.lists(CODES, max_size=4))
def test_conditions_joined_hold_where_all_or_one_of_them_does(parts: list[Code]) -> None:
    for values in product((False, True), repeat=len(NAMES)):
        truths = dict(zip(NAMES, values, strict=True)) | {"True": True, "False": False}
        each = [holds(part, truths) for part in parts]
        assert holds(both(parts), truths) is all(each)
        assert holds(either(parts), truths) is any(each)


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["a", AB], "a"),
        ([AB, either(["a", "c"])], either(["a", both(["b", "c"])])),
        ([AB, "d", either(["c", "a"])], both([either(["a", both(["b", "c"])]), "d"])),
        ([AB, either(["c", "d"])], Chain("and", (AB, either(["c", "d"])))),
    ],
)
def test_what_several_conditions_leave_open_is_asked_once(
    parts: list[Code], joined: Code
) -> None:
    assert both(parts) == joined


@pytest.mark.parametrize(
    ("test", "contrary"),
    [("a.b is LOW_1", "a.b is not LOW_1"), ("a is not True", "a is True")],
)
def test_the_contrary_of_a_test_of_identity_is_one(test: str, contrary: str) -> None:
    assert negated(test) == contrary
    assert negated(contrary) == test
