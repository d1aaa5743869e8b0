"""Conditions laid out on several lines: they stay conditions."""

from __future__ import annotations

import pytest

from lawc.backends.python.layout import Before, Call, Chain, Code, Versus, laid_out

LEFT = "max(SHIFTS_1[effective_day], SHIFTS_2[VALUE_2])"
RIGHT = "max(SHIFTS_3[effective_day], SHIFTS_5[VALUE_4])"
LONG = Versus(LEFT, "==", RIGHT)
EITHER = Chain("or", ("offence.torture is None", "offence.attempt"))


@pytest.mark.parametrize(
    "code",
    [
        LONG,
        Before("not ", LONG),
        Chain("and", (EITHER, LONG)),
        Chain("and", (LONG, EITHER)),
        Chain("and", (EITHER, Before("not ", LONG))),
        Chain("or", (LONG, Call("not_", ("person.veteran",)))),
        Chain("and", (LONG, Before("not ", EITHER), "person.veteran")),
    ],
    ids=["alone", "negated", "last", "first", "negated last", "before a call", "of three"],
)
def test_a_comparison_too_long_for_its_line_is_broken_within_brackets(code: Code) -> None:
    text = f"if {laid_out(code, 0, 3)}:\n    pass\n"

    compile(text, "law", "exec")
    assert "\n" in text.partition(":")[0]
