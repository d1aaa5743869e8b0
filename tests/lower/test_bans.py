"""Bans: those in one act bind all acts that share its terms."""

from __future__ import annotations

import pytest
from tests.lower.texts import FREE, compiled, errors, law

from lawc.ir import nodes as ir
from lawc.ir.formula import formula
from lawc.ir.walk import inside

CODE = """\
THE READING ACT

...

Article 2. Terms

1. In this Act, a young reader means a pupil.
2. In this Act, the following terms are used:
   1) a late loan means a loan that is more than two days late.
...

Article 7. What others may not grant

1. A lending act does not apply to a reader if any of the following applies:
   1) the loan is a late loan; or
   2) the reader is among students.
"""
SHARES = (
    "1. The terms defined in {} of the Reading Act have the same meaning in this Act.\n"
    f"2. {FREE}."
)


def bound(cited: str = "Article 2", code: str = CODE) -> ir.Law:
    made = compiled(SHARES.format(cited), others={"reading-act": code})
    assert made.law is not None, [one.message for one in made.errors]
    return made.law


def test_a_list_gives_a_ban_for_each_item() -> None:
    found = law(CODE.partition("\n\n")[2], whole=True).bans

    assert [(one.eid, one.citation, formula(one.condition)) for one in found] == [
        ("art_7__para_1__point_1", "7(1)(1)", "concept(late)"),
        ("art_7__para_1__point_2", "7(1)(2)", "reader.group in (student)"),
    ]
    assert found[0].granted == (ir.Granted("outcome", ("free",)),)


def test_it_decides_nothing_where_it_is_said() -> None:
    found = law(f"1. {FREE}.\n2. A lending act does not apply to a pupil.")

    assert [one.eid for one in found.rules] == ["art_1__para_1"]


def test_it_binds_the_act_that_shares_terms_by_the_name_it_has_there() -> None:
    assert [(one.eid, one.citation) for one in bound().bans] == [
        ("test/reading-act#art_7__para_1__point_1", "the Reading Act, 7(1)(1)"),
        ("test/reading-act#art_7__para_1__point_2", "the Reading Act, 7(1)(2)"),
    ]


def test_terms_are_written_out_though_the_act_does_not_share_them() -> None:
    (late, _) = bound("paragraph 1 of Article 2").bans

    assert formula(late.condition) == "loan.days_late > 2"
    stated = [one for one in inside(late.condition) if isinstance(one, ir.Stated)]
    assert {one.eid for one in stated} == {None}


def test_it_adds_nothing_to_what_the_act_decides() -> None:
    without = bound(code=CODE.partition("Article 7")[0].rstrip(".\n") + ".\n")
    found = bound()

    assert (found.rules, found.elements, found.definitions) == (
        without.rules,
        without.elements,
        without.definitions,
    )


@pytest.mark.parametrize(
    "rest", ["if Article 2 applies to the loan", "if the fee is more than 2 euro"]
)
def test_it_rests_on_what_other_acts_can_know(rest: str) -> None:
    text = (
        f"Article 1. Loans\n\n1. A lending act does not apply to a reader {rest}.\n"
        "2. The fee is 2 euro.\n\nArticle 2. Reading\n\n1. " + FREE + "."
    )

    assert errors(text, whole=True) == ["UNKNOWN_REFERENCE"]


def test_first_words_that_would_do_nothing_are_told() -> None:
    text = (
        f"1. {FREE}.\n2. Notwithstanding paragraph 1 of this Article, a lending act does not "
        "apply to a pupil."
    )

    assert errors(text) == ["DECIDES_NOTHING"]
