"""Changes that a fact may undergo, from the vocabulary to the checked form."""

from __future__ import annotations

import pytest
from tests.vocabulary.declared import KINDS, declared

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.source import Source
from lawc.vocabulary.read import read_vocabulary


@pytest.mark.parametrize(
    ("written", "becoming"),
    [
        ("truth can become true", ir.Becoming((True,), None)),
        ("truth can become true, false", ir.Becoming((True, False), None)),
        ("truth can change", ir.Becoming((True, False), None)),
        ("one of pupil, student can become student", ir.Becoming(("student",), None)),
        ("one of pupil, student can change", ir.Becoming(("pupil", "student"), None)),
        ("date can be later", ir.Becoming((), ir.Direction.MORE)),
        ("date can be earlier", ir.Becoming((), ir.Direction.LESS)),
        ("count can be more", ir.Becoming((), ir.Direction.MORE)),
        ("money EUR can be less", ir.Becoming((), ir.Direction.LESS)),
        ("number can change", ir.Becoming((), ir.Direction.ANY)),
    ],
)
def test_a_clause_says_how(written: str, becoming: ir.Becoming) -> None:
    assert declared(f"fact reader.x: {written}\n").facts["reader", "x"].becoming == becoming


def test_values_may_be_called_as_the_words_of_the_clause() -> None:
    found = declared("fact reader.x: one of later, change can become later\n")

    assert found.facts["reader", "x"].becoming == ir.Becoming(("later",), None)


def test_wordings_of_a_change_by_language() -> None:
    found = declared(
        "fact reader.x: truth\n  can become true, false\n"
        '  en ask "Is it?" if true "it  were" if false "it were not"\n'
        '  ru if "было бы [value]"\n'
    )

    assert found.supposed == {
        ("reader.x", "en"): (("true", "it were"), ("false", "it were not")),
        ("reader.x", "ru"): (("", "было бы [value]"),),
    }


def test_a_wording_of_a_change_is_no_phrase_of_a_law() -> None:
    found = declared('fact reader.x: truth\n  can become true\n  en if "it were so"\n')

    assert found.entries["en"] == ()


@pytest.mark.parametrize(
    ("written", "message", "help_"),
    [
        (
            "date can become true",
            "a day or an amount does not become one of several values",
            "say `can be later`, `can be earlier` or `can change`",
        ),
        (
            "money EUR can become true",
            "a day or an amount does not become one of several values",
            "say `can be more`, `can be less` or `can change`",
        ),
        (
            "truth can be later",
            "what is one of several values is neither more nor less, earlier nor later",
            "say `can become true`, `can become false` or `can change`",
        ),
        (
            "one of pupil, student can become true",
            "`true` is no value of this fact",
            "say `can become` with some of `pupil`, `student`",
        ),
        (
            'provision of "code" can change',
            "a provision that is recorded does not come to be another",
            "take the clause out",
        ),
        (
            'truth en if "it were so"',
            "this wording is of a change, and nothing says that `reader.x` can change",
            "say how before the wordings, such as `can become true` or `can be later`",
        ),
        (
            'truth can become true en if false "it were not"',
            "`reader.x` does not become `false`",
            "use one of `true`",
        ),
        (
            'date can be later en if true "it were"',
            "`reader.x` does not become `true`",
            "take the value out",
        ),
        (
            'truth can become true en if "it were" if "it was"',
            "the same change has two wordings",
            "keep one of the two",
        ),
    ],
)
def test_what_does_not_fit(written: str, message: str, help_: str) -> None:
    text = f"{KINDS}fact reader.x: {written}\n"
    _, problems = read_vocabulary((Source("a.vocabulary", text),))

    assert [(one.message, one.help) for one in problems] == [(message, help_)]


def test_only_a_fact_has_a_wording_of_a_change() -> None:
    text = f'{KINDS}concept reader.x\n  en if "it were so"\n'
    _, (problem,) = read_vocabulary((Source("a.vocabulary", text),))

    assert problem.code is Code.DECLARATION_NOT_UNDERSTOOD
