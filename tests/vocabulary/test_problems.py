"""Problems of a vocabulary have their codes, and hide no other problem."""

from __future__ import annotations

import pytest

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic
from lawc.pipeline import compile_source
from lawc.source import Source
from lawc.vocabulary.read import read_vocabulary

KINDS = "kind reader\nkind loan of reader in loans\n"


def problems(text: str) -> tuple[Diagnostic, ...]:
    return read_vocabulary((Source("a.vocabulary", KINDS + text),))[1]


def problem_texts(text: str) -> list[str]:
    return [f"{one.code.value} {one.message}" for one in problems(text)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        # kinds
        ("fact child.old: truth", "L202 no kind is called `child`"),
        ("phrase child.old means old", "L202 no kind is called `child`"),
        ("kind page of book in pages", "L202 no kind is called `book`"),
        ("kind loan of reader in more", "L203 `loan` is declared a second time"),
        ("kind visitor", "L203 `visitor` is a second first kind beside `reader`"),
        # instruments
        ("instrument pardon\n  grants made", "L202 no decision is called `made`"),
        (
            "decision loan.made: one of free, barred\ninstrument pardon\n  grants made: other",
            "L202 `other` is no value of the decision `made`",
        ),
        (
            "decision loan.a: truth\ndecision reader.b: truth\n"
            "instrument pardon\n  grants a\n  grants b",
            "L301 `a` and `b` are decided of things of different kinds",
        ),
        (
            "decision loan.late: truth\ninstrument pardon\n  grants late: maybe",
            "L202 `maybe` is no value of the decision `late`",
        ),
        (
            "decision loan.part: fraction\ninstrument pardon\n  grants part: true",
            "L202 `a truth value` is no value of the decision `part`",
        ),
        # slots, decisions, values
        (
            "fact reader.group: one of pupil, other, pupil",
            "L203 `pupil` is a value of this choice already",
        ),
        (
            "phrase reader.x(day: group) means day",
            "L202 `group` is no type of value and no choice declared before",
        ),
        (
            "fact reader.old: truth\nphrase reader.x(given: old) means old",
            "L202 `old` is no type of value and no choice declared before",
        ),
        ("effect loan.x\n  gives made = true", "L202 no decision is called `made`"),
        (
            "decision loan.made: one of free, barred\neffect loan.x\n  gives made = other",
            "L202 `other` is no value of the decision `made`",
        ),
        (
            "decision loan.made: one of free, barred\neffect loan.x\n  gives made = true",
            "L202 `a truth value` is no value of the decision `made`",
        ),
        (
            "decision loan.late: truth\neffect loan.x\n  gives late = maybe",
            "L202 `maybe` is no value of the decision `late`",
        ),
        (
            "decision loan.made: one of free, barred\n  otherwise other",
            "L202 `other` is no value of the decision `made`",
        ),
        (
            "decision loan.late: truth\n  excluded maybe",
            "L202 `maybe` is no value of the decision `late`",
        ),
        (
            'fact reader.x: one of one, two\n  en value three "three"',
            "L202 `three` is no value of `reader.x`",
        ),
        (
            'fact reader.x: truth\nphrase reader.x means x\n  en yes "the reader | is [old]"',
            "L202 `[old]` stands in this wording and is not declared",
        ),
        # twice
        (
            "fact reader.x: truth\nfact reader.x: date",
            "L203 `reader.x` is declared a second time",
        ),
        ("concept loan.x\nconcept loan.x", "L203 `x` is declared a second time"),
        ("class loan.x\nclass loan.x", "L203 `loan.x` is declared a second time"),
        ("parameter x\nparameter x", "L203 `x` is declared a second time"),
        ("unit x = 1\nunit x = 2", "L203 `x` is declared a second time"),
        ("money EUR\nmoney EUR", "L203 `EUR` is declared a second time"),
        ('act "x"\nact "x"', "L203 `x` is declared a second time"),
        (
            "quantity loan.x: count\nquantity loan.x: count",
            "L203 `x` is declared a second time",
        ),
        (
            "decision loan.x: truth\ndecision loan.x: truth",
            "L203 `x` is declared a second time",
        ),
        # others
        ("unit nothing = 0", "L301 nothing can be rounded to a unit of zero"),
        ("number reader.x", "L120 no declaration begins with `number`"),
        ("fact reader.x", "L120 this declaration stops after `x`"),
        ("fact reader.x truth", "L120 `truth` cannot follow `x` here"),
        ("fact reader.x: text", "L120 `text` cannot follow `:` here"),
        ("phrase reader.x", "L120 this declaration stops after `x`"),
        ("effect loan.x", "L120 this declaration stops after `x`"),
        ('fact reader.x: truth\n  en noun ""', "L120 this wording has no words"),
        (
            'fact reader.x: truth\n  en each "each x"',
            "L120 this form of wording has no use in this declaration",
        ),
        (
            'concept reader.x\n  en yes "the reader | is x"',
            "L120 this form of wording has no use in this declaration",
        ),
    ],
)
def test_problem(text: str, problem: str) -> None:
    assert problem_texts(text) == [problem]


def test_one_problem_hides_no_other() -> None:
    text = (
        "fact reader.x truth\nfact child.x: truth\nfact reader.y: truth\nfact reader.y: truth"
    )

    assert [one.code.value for one in problems(text)] == ["L120", "L202", "L203"]


def test_a_second_declaration_shows_the_first() -> None:
    one = Source("a.vocabulary", f"{KINDS}fact reader.x: truth\n")
    two = Source("b.vocabulary", "fact reader.x: truth\n")
    (problem,) = read_vocabulary((one, two))[1]

    assert problem.primary.source == two
    assert [(label.source, label.text) for label in problem.related] == [
        (one, "first declared here")
    ]


def test_what_may_stand_there_is_said() -> None:
    (problem,) = problems("fact reader.x: text")

    assert problem.help is not None
    assert problem.help.startswith("here may stand ")
    assert "`truth`" in problem.help


def test_what_begins_no_declaration_is_misspelt_or_not_indented() -> None:
    (misspelt,) = problems("facts reader.x: truth")
    (flat,) = problems('fact reader.x: truth\nen ask "Is it so?"')

    assert misspelt.help == "write `fact`, if that is the word meant"
    assert flat.help is not None
    assert flat.help.startswith("indent it if it belongs to the declaration above; ")


def test_letters_of_two_alphabets_are_told_in_a_vocabulary_too() -> None:
    mixed = Source(
        "x/a.vocabulary", 'kind reader\nfact reader.x: truth\n  en ask "Is it \u0441o?"\n'
    )
    made = compile_source(
        Source("x/act/en.law", "AN ACT\n\nNote. Nothing.\n"), "x/act", (mixed,)
    )
    (problem,) = (one for one in made.problems if one.code is Code.MIXED_ALPHABETS)

    assert problem.message.startswith("`\u0441o` mixes letters of two alphabets")
    assert problem.primary.source == mixed


def test_an_unknown_value_is_answered_with_the_known_ones() -> None:
    (problem,) = problems(
        "decision loan.made: one of free, barred\neffect loan.x\n  gives made = other"
    )

    assert problem.help == "use one of `free`, `barred`"


def test_a_declaration_with_too_much_inside_itself() -> None:
    text = f"fact reader.x: truth\nphrase reader.x means {'(not ' * 60}x{')' * 60}"

    assert problem_texts(text) == ["L120 this declaration has too much inside itself"]


# --- wordings that fit the same words ----------------------------------------------------

ACT = Source("en.law", "Article 1. Nothing\n\nNote. Nothing is decided.\n")
FACTS = "fact reader.books: count\nfact reader.old: truth\nfact reader.rich: truth\n"


def overlaps(*vocabularies: str) -> list[str]:
    sources = tuple(
        Source(f"{place}.vocabulary", text) for place, text in enumerate(vocabularies)
    )
    problems = compile_source(ACT, "test/act", sources).problems
    return [f"{one.code.value} {one.message}" for one in problems if one.code.value == "L204"]


OLD = f'{KINDS}{FACTS}phrase reader.old means old\n  en yes "the reader | is old"\n'


def test_two_phrases_of_the_same_words() -> None:
    found = overlaps(f'{OLD}phrase reader.rich means rich\n  en yes "the reader | is old"\n')

    assert found == ["L204 `the reader is old` is the wording of two declarations"]


def test_two_phrases_in_two_files() -> None:
    other = 'phrase reader.rich means rich\n  en yes "the Reader | is  old"\n'

    assert len(overlaps(OLD, other)) == 1


def test_words_that_a_slot_of_another_phrase_can_read() -> None:
    found = overlaps(
        f"{OLD}phrase reader.books(number: count) means books = number\n"
        '  en yes "the reader | has [number] books"\n'
        'phrase reader.rich means rich\n  en yes "the reader | has nine books"\n'
    )

    assert found == [
        "L204 `the reader has [number] books` and `the reader has nine books` fit the same "
        "words"
    ]


def test_slots_of_the_same_type_under_other_names() -> None:
    found = overlaps(
        f"{OLD}phrase reader.books(number: count) means books = number\n"
        '  en yes "the reader | has [number] books"\n'
        "phrase reader.more(count: count) means books > count\n"
        '  en yes "the reader | has [count] books"\n'
    )

    assert len(found) == 1


def test_yes_and_no_of_the_same_words() -> None:
    assert len(overlaps(OLD.replace('old"\n', 'old" no "the reader | is old"\n'))) == 1


def test_of_many_that_are_the_same_each_is_told_of_once() -> None:
    values = [f"v{number}" for number in range(500)]
    wordings = "\n".join(f'  en value {one} "the same"' for one in values)
    found = overlaps(
        f"kind reader\nfact reader.group: one of {', '.join(values)}\n{wordings}\n"
    )

    assert found == ["L204 `the same` is the wording of two declarations"] * 499


@pytest.mark.parametrize(
    "other",
    [
        'phrase reader.rich means rich\n  en yes "the reader | is rich"\n',
        'phrase reader.rich means rich\n  de yes "the reader | is old"\n',  # another language
        'concept reader.x\n  en a "the reader is old"\n',  # it stands at other places
        "phrase reader.books(number: count) means books = number\n"
        '  en yes "the reader | has [number] books"\n'
        'phrase reader.rich means rich\n  en yes "the reader | has many books"\n',
    ],
)
def test_words_that_differ_do_not_overlap(other: str) -> None:
    assert overlaps(OLD + other) == []


@pytest.mark.parametrize("values", ["yes, no", "a, the", "one, many", "each, who", "if, ask"])
def test_words_of_the_vocabulary_are_values_of_a_choice(values: str) -> None:
    first, second = values.split(", ")
    text = (
        f"fact reader.group: one of {values}\n"
        f'  en value {first} "the first" value {second} "the second" ask "Which group?"'
    )

    assert problem_texts(text) == []
