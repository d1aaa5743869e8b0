"""A case that was decided leaves nothing behind that only the collector of garbage finds."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import kz_amnesty_2025 as law
import pytest
from kz_amnesty_2025 import Offence, Person
from tests.exam.persons import random_persons

PERSONS = tuple(random_persons(9, 120))
HALF = len(PERSONS) // 2


@pytest.fixture
def uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def persons() -> int:
    return sum(isinstance(thing, Person) for thing in gc.get_objects())


@pytest.mark.parametrize(
    "ask",
    [
        law.decide,
        lambda person: law.decide(person).to_json(),
        law.explain,
        lambda person: law.trace(person).explanations,
    ],
)
@pytest.mark.usefixtures("uncollected")
def test_no_person_is_left_behind(ask: Callable[[Person], object]) -> None:
    after = []
    for part in (PERSONS[:HALF], PERSONS[HALF:]):
        for data in part:
            ask(Person.from_dict(data))
        ask(
            Person(offences=(Offence(),))
        )  # a package knows the case that it saw last, and no other
        after.append(persons())

    assert after[0] == after[1]
