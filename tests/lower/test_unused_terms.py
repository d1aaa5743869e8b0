"""Terms and quantities on which no deciding provision rests."""

from __future__ import annotations

from tests.lower.texts import FREE, compiled

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Severity

YOUNG = "In this Act, a young reader means a pupil."


def unused(text: str, others: dict[str, str] | None = None) -> list[str]:
    made = compiled(text, others=others)
    assert made.law is not None, [one.message for one in made.errors]
    found = [one for one in made.problems if one.code is Code.UNUSED_TERM]
    assert all(one.severity is Severity.NOTE for one in found)
    return [one.message for one in found]


def test_a_term_that_nothing_uses() -> None:
    assert unused(f"1. {YOUNG}\n2. {FREE}.") == [
        "no provision of this act uses `a young reader`"
    ]


def test_a_term_in_a_condition_is_used() -> None:
    assert unused(f"1. {YOUNG}\n2. A young reader may borrow free of charge.") == []


def test_a_quantity_that_only_an_unused_one_uses_is_unused() -> None:
    text = "1. The score is 2.\n2. The rate is the score.\n3. The fine is the fee.\n"
    text += "4. The fee is 2 euro."

    assert unused(text) == [
        "no provision of this act uses `the score`",
        "no provision of this act uses `the rate`",
    ]


def test_of_an_act_that_decides_nothing_nothing_is_said() -> None:
    assert unused(f"1. {YOUNG}") == []


def test_of_terms_that_are_shared_nothing_is_said() -> None:
    other = f"THE READING ACT\n\nArticle 1. Terms\n\n1. {YOUNG}\n"
    text = (
        "1. The terms defined in Article 1 of the Reading Act have the same meaning in this "
        f"Act.\n2. {FREE}."
    )

    assert unused(text, {"reading-act": other}) == []
