"""JSON as a user gives it: no key is said twice, however the text is laid out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lawc.commands.given import from_json

WORDS = st.sampled_from(["a", "b", ":", '":', " :", "a:b", '" :', "\t:", ""])
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), WORDS)
SPACE = st.sampled_from(["", "", " ", "\t", "\n"])
PAIRS = st.recursive(
    st.lists(st.tuples(WORDS, PLAIN, SPACE), max_size=4),
    lambda inner: st.lists(st.tuples(WORDS, st.one_of(PLAIN, inner), SPACE), max_size=4),
    max_leaves=6,
)
Pairs = list[tuple[str, Any, str]]  # key, value or pairs, space before the colon


def as_json(value: Any) -> str:
    """Return a value as JSON, keys repeated where they are."""
    if not isinstance(value, list):
        return json.dumps(value)
    said = [f"{json.dumps(key)}{space}:{as_json(inner)}" for key, inner, space in value]
    return "{" + ",".join(said) + "}"


def has_key_twice(pairs: Pairs) -> bool:
    """Return whether an object among the pairs has a key twice."""
    inner = [value for _, value, _ in pairs if isinstance(value, list)]
    return len({key for key, _, _ in pairs}) < len(pairs) or any(map(has_key_twice, inner))


@given(PAIRS)
@example([("a", 1, " "), ("a", ":", "")])
@example([("a", 1, ""), ("a", 2, ""), ("b", "::", "")])
@example([("a", '":', ""), ("a", 2, "")])
def test_a_key_said_twice_is_found(pairs: Pairs) -> None:
    text = as_json(pairs)
    if has_key_twice(pairs):
        with pytest.raises(ValueError, match=" is said twice"):
            from_json(text)
    else:
        assert from_json(text) == json.loads(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14.0", 14),
        ("9007199254740993.0", 9007199254740993),
        ("1e17", 10**17),
        ("1.5", 1.5),
    ],
)
def test_a_whole_number_is_read_exactly_however_it_is_written(text: str, value: object) -> None:
    assert from_json(text) == value


def test_a_number_without_a_value_is_refused() -> None:
    with pytest.raises(ValueError, match="1e400 has too many digits"):
        from_json("1e400")
