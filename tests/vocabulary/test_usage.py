"""A vocabulary is shown with the sentences of an act that use each declaration."""

from __future__ import annotations

from lawc.pipeline import compile_source
from lawc.source import Source
from lawc.vocabulary.read import read_vocabulary
from lawc.vocabulary.usage import with_usage

VOCABULARY = """\
# Grants.

kind person
  en a "a person" the "the person"
money EUR
  en noun "euro"

# --- what is known

fact person.student: truth
phrase person.student means student
  en yes "the person | is a student" no "the person | is not a student"
fact person.age: count
phrase person.older(number: count) means age > number
  en yes "the person | is older than [number] years"
decision person.grant: money EUR
  en noun "the grant"
"""
ACT = """\
AN ACT

Article 1. The grant

1. The grant is 300 euro, if the person is a student.
2. Paragraph 1 of this Article does not apply to a person who is not a student.
"""
SHOWN = """\
# Grants.

kind person
  en a "a person" the "the person"
  # 1(2) Paragraph 1 of this Article does not apply to a person who is not a student.
money EUR
  en noun "euro"
  # 1(1) The grant is 300 euro, if the person is a student.

# --- what is known

fact person.student: truth
  # phrase person.student
phrase person.student means student
  en yes "the person | is a student" no "the person | is not a student"
  # 1(1) The grant is 300 euro, if the person is a student.
  # 1(2) Paragraph 1 of this Article does not apply to a person who is not a student.
fact person.age: count
  # phrase person.older
phrase person.older(number: count) means age > number
  en yes "the person | is older than [number] years"
decision person.grant: money EUR
  en noun "the grant"
  # 1(1) The grant is 300 euro, if the person is a student.
"""


def test_each_declaration_stands_above_what_uses_it() -> None:
    vocabulary = Source("xx/words.vocabulary", VOCABULARY)
    compiled = compile_source(Source("xx/act/en.law", ACT), "xx/act", (vocabulary,))
    lines = with_usage(compiled.act, compiled.vocabulary, (vocabulary,))

    assert "".join(f"{line}\n" for line in lines) == SHOWN


def test_what_is_shown_is_a_vocabulary_again() -> None:
    first, _ = read_vocabulary((Source("xx/words.vocabulary", VOCABULARY),))
    again, problems = read_vocabulary((Source("xx/words.vocabulary", SHOWN),))

    assert problems == ()
    assert again.phrases.keys() == first.phrases.keys()
