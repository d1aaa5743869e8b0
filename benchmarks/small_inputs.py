"""Acts of a page or a few on which a command has to search, count or follow much.

Each input is a folder with what one command is run on; the acts are over one vocabulary.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

_HEAD = """month end up

kind person
  en a "a person" the "the person"
kind child of person in children
  en a "a child" the "the child" many "the person's children"

parameter ref_day
  en noun "the reference day" ask "Which day?"

fact person.born: date
  en noun "the day of birth" ask "When was the person born?"
fact child.born: date
  en noun "the day of birth of the child" ask "When was the child born?"
fact child.at_school: truth
  en ask "Is the child at school?"

phrase person.aged(number: count, day: day) means born + number months <= day
  en yes "the person | is aged [number] months on [day]"
     no "the person | is not aged [number] months on [day]"
phrase child.aged(number: count, day: day) means born + number months <= day
  en yes "the child | is aged [number] months on [day]"
     no "the child | is not aged [number] months on [day]"
phrase child.at_school means at_school
  en yes "the child | is at school" no "the child | is not at school"

decision person.card: truth
  otherwise false
  better true over false
effect person.give_card
  gives card = true
  en yes "the person | is entitled to a card"
"""


@dataclass(frozen=True, slots=True)
class Input:
    """An input: its description, the files that it needs, and the arguments of the command."""

    what: str
    files: Mapping[str, str]
    command: tuple[str, ...]


def inputs(scale: Callable[[int], int]) -> tuple[Input, ...]:
    """Return the inputs; `scale` makes their sizes smaller where only a run is wanted."""
    return (
        _amended(scale(1_000), scale(464)),
        _shuffled(scale(200)),
        _at_least(scale(18)),
        _at_least(scale(20)),
        _members(),
        _terms(scale(18)),
        _supposed(scale(18)),
        _long_list(scale(10_000)),
        _tested("--mutants", scale(30)),
        _tested("--boundary", scale(60)),
        _tested("--coverage", scale(300)),
        _long_note(scale(1_000_000)),
        _long_word(scale(1_000_000)),
    )


def _amended(operations: int, articles: int) -> Input:
    text = "".join(
        f"Article {article}. Cards\n\n"
        + "".join(f"{number}. Note. Card {article}x{number}x.\n" for number in range(1, 11))
        + "\n"
        for article in range(1, articles + 1)
    )
    lines = []
    for place in range(operations):
        article, number = place % articles + 1, place // articles + 1
        where = f"in paragraph {number} of Article {article}"
        words = f'the words "{article}x{number}x" are replaced by the words "{place}y"'
        lines.append(f"{place + 1}) {where}, {words}")
    amendment = (
        'LAW\n\nArticle 1. Amendments\n\nThis Law amends the Law "LAW ON CARDS" as follows:\n'
        + ";\n".join(lines)
        + ".\n"
    )
    return Input(
        f"`amend --no-check`: {operations:,} operations on {11 * articles:,} elements",
        {"town/card/en.law": _law(text), "new.en.law": amendment},
        ("amend", "town/card", "new.en.law", "--no-check"),
    )


def _shuffled(paragraphs: int) -> Input:
    sentences = [
        f"A person is entitled to a card if the person is aged {number} months on the "
        "reference day."
        for number in range(1, paragraphs + 1)
    ]
    old = _numbered(sentences)
    random.Random(1).shuffle(sentences)  # noqa: S311 - the same order each time
    return Input(
        f"`amend --from`: {paragraphs} paragraphs in another order",
        _town(old, "old") | _town(_numbered(sentences), "new"),
        ("amend", "--from", "old/town/card", "new/town/card"),
    )


def _at_least(conditions: int) -> Input:
    def text(number: int) -> str:
        items = ";\n".join(
            f"   {place}) the person is {word(place)}" for place in range(1, conditions + 1)
        )
        lead = f"1. A person is entitled to a card if at least {number} of the following apply:"
        return f"{lead}\n{items}.\n"

    half, more = conditions // 2, truths(conditions)
    return Input(
        f"`diff`: at least {half} of {conditions} facts, then {half + 1}",
        _town(text(half), "old", more) | _town(text(half + 1), "new", more),
        ("diff", "old/town", "new/town"),
    )


def _members() -> Input:
    def text(more: int) -> str:
        return _numbered(
            f"A person is entitled to a card if at least {line} of the person's children is "
            f"aged {10 * line + more} months on the reference day."
            for line in (2, 3, 4)
        )

    return Input(
        "`diff`: three lines about members, each by one month more",
        _town(text(0), "old") | _town(text(1), "new"),
        ("diff", "old/town", "new/town"),
    )


def _doubling(terms: int) -> dict[str, str]:
    lines = ["1. In this Act, a grade 1 person means a person who is b."]
    for term in range(2, terms + 1):
        before = f"the person is a grade {term - 1} person"
        lines += [
            f"{term}. In this Act, a grade {term} person means any of the following:",
            f"   1) a person, if {before} and the person is b; or",
            f"   2) a person, if {before}.",
        ]
    last = f"the person is a grade {terms} person"
    lines.append(f"{terms + 1}. A person is entitled to a card if {last}.")
    declared = "".join(
        f'concept person.grade_{term}\n  en a "a grade {term} person" the "the person"\n'
        for term in range(1, terms + 1)
    )
    case = json.dumps({word(1): False})
    return _town("\n".join(lines), ".", truths(1) + declared) | {"case.json": case}


def _terms(terms: int) -> Input:
    what = f"`why`: {terms} terms, each using the one before twice"
    return Input(what, _doubling(terms), ("why", "town/card", "case.json", "--full"))


def _supposed(terms: int) -> Input:
    what = f"`why --what-if`: {terms} terms, each using the one before twice"
    return Input(what, _doubling(terms), ("why", "--what-if", "town/card", "case.json"))


def _long_list(members: int) -> Input:
    condition = "at least one of the person's children is at school"
    text = f"1. A person is entitled to a card if {condition}."
    case = json.dumps({"children": [{"at_school": False}] * members})
    return Input(
        f"`why --full` as text: a list of {members:,} members",
        _town(text) | {"case.json": case},
        ("why", "--full", "town/card", "case.json"),
    )


def _tested(option: str, paragraphs: int) -> Input:
    numbers = range(1, paragraphs + 1)
    text = _numbered(
        f"A person is entitled to a card if the person is {word(number)} and the person is "
        f"aged {number} months on the reference day."
        for number in numbers
    )
    examples = "".join(
        json.dumps(
            {
                "name": str(number),
                "parameters": {"ref_day": "2025-01-01"},
                "case": {word(number): True, "born": "2000-01-01", "children": []},
                "expected": {"card": True},
            }
        )
        + "\n"
        for number in numbers
    )
    return Input(
        f"`test {option}`: {paragraphs} paragraphs, an example each",
        _town(text, ".", truths(paragraphs)) | {"town/card/examples.jsonl": examples},
        ("test", option, "town/card"),
    )


def _long_note(words: int) -> Input:
    text = "1. Note. " + "word " * words
    return Input(f"`fmt`: a note of {words:,} words", _town(text), ("fmt", "--check", "town"))


def _long_word(letters: int) -> Input:
    text = f"1. A person is entitled to a card if the person is {'a' * letters}."
    return Input(f"`check`: a word of {letters:,} letters", _town(text), ("check", "town"))


def truths(number: int) -> str:
    """Return the declarations of so many truths of a person, each with a phrase."""
    return "".join(
        f"fact person.{name}: truth\n  can change\n"
        f'  en ask "{name}?" if true "it were {name}" if false "it were not {name}"\n'
        f"phrase person.{name} means {name}\n"
        f'  en yes "the person | is {name}" no "the person | is not {name}"\n'
        for name in map(word, range(1, number + 1))
    )


def word(number: int) -> str:
    """Return a word of letters only, another for each number: `b` for 1."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _numbered(sentences: Iterable[str]) -> str:
    return "\n".join(f"{place}. {text}" for place, text in enumerate(sentences, start=1))


def _town(paragraphs: str, under: str = ".", declared: str = "") -> dict[str, str]:
    return {
        f"{under}/town/town.vocabulary": _HEAD + declared,
        f"{under}/town/card/en.law": _law(f"Article 1. Cards\n\n{paragraphs}\n"),
    }


def _law(text: str) -> str:
    return f"LAW ON CARDS\n\n{text.rstrip()}\n"
