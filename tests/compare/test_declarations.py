"""Changes of the vocabulary, and where they are shown."""

from __future__ import annotations

from lawc.compare.declarations import Words, redeclarations
from lawc.source import Source

OLD = """\
month end up
assume person: student or not resident

fact person.start: date
  en ask "When?"
phrase person.late(day: day) means start <= day
  en yes "the person | is late on [day]"
decision person.card: truth
  otherwise false
"""


def changed(was: str, now: str) -> Words:
    """Return what changed where `was` reads `now`."""
    assert was in OLD
    old, new = (Source("j/base.vocabulary", text) for text in (OLD, OLD.replace(was, now)))
    return Words(redeclarations((old,), (new,)), {"art_1__para_1": frozenset(("person.late",))})


def line(words: Words, eid: str) -> str:
    """Return the line of the vocabulary at which the change of an element is marked."""
    (one,) = words.at(eid)
    return one.place.source.line(one.place.source.position(one.place.span.start).line)


def test_nothing_is_told_of_other_layout_and_comments() -> None:
    assert not changed("month end up\n", "# days\nmonth  end   up\n\n").redeclared


def test_a_phrase_is_told_with_its_lines_before_and_now() -> None:
    words = changed("start <= day", "start < day")

    (one,) = words.at("art_1__para_1")
    assert one.old == ("phrase person.late(day: day) means start <= day",)
    assert one.new == ("phrase person.late(day: day) means start < day",)
    assert line(words, "art_1__para_1").startswith("phrase person.late")


def test_an_assumption_that_is_gone_is_told_where_it_stood() -> None:
    words = changed("assume person: student or not resident\n", "")

    (one,) = words.at("")
    assert (one.old, one.new) == (("assume person: student or not resident",), ())
    assert line(words, "") == "month end up"


def test_what_a_decision_is_else_is_told_at_its_declaration() -> None:
    words = changed("otherwise false", "otherwise true")

    (one,) = words.at("card")
    assert one.new == ("decision person.card: truth", "otherwise true")
    assert line(words, "card") == "decision person.card: truth"


def test_of_several_changes_an_element_is_told_what_it_uses() -> None:
    both = changed("start <= day", "start < day").redeclared
    both += changed("otherwise false", "otherwise true").redeclared
    words = Words(both, {"art_1__para_1": frozenset(("person.late",))})

    assert [one.key for one in words.at("art_1")] == ["person.late"]
