"""Several threads that ask of one case at once: none is told what another found half out.

A case remembers what was found out of it, and the package the case that was last asked about.
"""

from __future__ import annotations

from threading import Thread
from typing import Any

from lawc.runtime.engine.cases import worlds
from lawc.runtime.engine.conditions import Case, Condition, Fact, Line
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.lists import Group, Some


class Person:
    """What a package would have as a class."""

    __slots__ = ("members", "old", "young")

    def __init__(self) -> None:
        self.young = self.old = None
        self.members = (object(),)


def test_a_list_that_another_thread_looks_through_is_not_unknown() -> None:
    line, heard = (Person(), Case(None)), list[Any]()

    class Slow(Condition):
        def value(self, line: Line) -> Any:
            if not heard:
                heard.append("asking")
                other = Thread(target=lambda: heard.append(found.value(line[1:])))
                other.start()
                other.join()
            return True

    found = Some(1, Group(0, "members", "members"), Slow())

    assert found.value(line) is True
    assert heard == ["asking", True]


def test_two_threads_that_try_cases_see_every_one() -> None:
    kind = Kind("person", None, "", "")
    kind.attributes = {"young": "young", "old": "old"}
    kind.domains = {"young": (True, False), "old": (True, False)}
    kind.types = {"young": "truth", "old": "truth"}
    unknown = tuple(Fact(0, key, key, None, None, kind) for key in ("young", "old"))
    line = (Person(), Case(None))

    first, second = worlds(kind, unknown, line), worlds(kind, unknown, line)
    seen = [next(first), *second]

    assert len(seen) == 5
    assert seen[0] is seen[1]
    assert list(first) == seen[2:]
