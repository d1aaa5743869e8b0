"""Records are dataclasses: made, compared, printed and copied as those of the library are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace
from dataclasses import dataclass as standard
from functools import cached_property
from typing import Any

import pytest

from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Slotted:
    """In slots."""

    name: str
    number: int = 3
    names: list[str] = field(default_factory=list)
    place: int = field(default=0, compare=False, repr=False)


@standard(frozen=True, slots=True)
class Standard:
    """The same, made by the library."""

    name: str
    number: int = 3
    names: list[str] = field(default_factory=list)
    place: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Open:
    """With a place for what is computed once, and for what is not given."""

    number: int
    memory: dict[str, int] = field(init=False, default_factory=dict)

    @cached_property
    def double(self) -> int:
        """Twice the number."""
        return self.number * 2


@dataclass(frozen=True, slots=True)
class Empty:
    """Without fields."""


@pytest.mark.parametrize("arguments", [("a",), ("a", 4), ("a", 4, ["b"]), ("a", 4, ["b"], 9)])
def test_it_is_what_the_library_makes(arguments: tuple[Any, ...]) -> None:
    ours, theirs = Slotted(*arguments), Standard(*arguments)

    assert repr(ours).replace("Slotted", "Standard") == repr(theirs)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert [getattr(ours, one.name) for one in fields(ours)] == [
        getattr(theirs, one.name) for one in fields(theirs)
    ]
    assert Slotted.__match_args__ == Standard.__match_args__
    assert Slotted.__slots__ == Standard.__slots__


def test_what_is_not_compared_makes_no_difference() -> None:
    assert Slotted("a", place=1) == Slotted("a", place=2)
    assert Slotted("a") != Slotted("b")
    other: object = Standard("a")
    assert Slotted("a") != other
    assert len({Empty(), Empty()}) == 1


def test_each_has_a_list_of_its_own() -> None:
    assert Slotted("a").names is not Slotted("a").names
    assert Open(1).memory is not Open(1).memory


def test_it_cannot_be_changed() -> None:
    one = Slotted("a")

    with pytest.raises(FrozenInstanceError):
        one.number = 4  # type: ignore[misc]  # that is the point
    with pytest.raises(FrozenInstanceError):
        del one.number
    with pytest.raises(TypeError):
        Slotted()  # type: ignore[call-arg]  # that is the point


def test_it_can_be_replaced_copied_and_kept() -> None:
    one = Slotted("a", 4, ["b"], 9)

    assert replace(one, number=5) == Slotted("a", 5, ["b"])
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)).place == 9  # noqa: S301 - our own


def test_without_slots_a_value_is_computed_once() -> None:
    one = Open(4)

    assert one.double == 8
    assert vars(one)["double"] == 8
    assert one == Open(4)


@dataclass(frozen=True, slots=True)
class Measured:
    """A record that computes a value of itself when it is made."""

    text: str
    signs: int = field(init=False, compare=False)
    kind: str = field(default="text", init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "signs", len(self.text))


def test_what_is_computed_when_it_is_made_is_there_and_is_sent() -> None:
    one = Measured("abc")

    assert (one.signs, one.kind) == (3, "text")
    assert pickle.loads(pickle.dumps(one)).signs == 3  # noqa: S301 - our own
