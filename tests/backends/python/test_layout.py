"""Conditions laid out on several lines: they stay conditions."""

from __future__ import annotations

import ast

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


@pytest.mark.parametrize(
    "code",
    [
        "added(person.the_first_amount, f(person.second, 2), *[own[1] for own in children])",
        "longest_of_names(one, 'a, b', \"c, (d\", the_third_of_all_names_that_stand_here) + 1",
        "a_function_of_one_name(member.of_the_list for member in person.members_of_the_list)",
        "-(-min(person.the_first_amount, 7).numerator // person.the_first_amount.denominator)",
        "some_long_function(of_this)(and_of_that_name) + other_function(of_this, and_that)",
    ],
    ids=["call", "strings", "generator", "brackets", "two calls"],
)
def test_a_call_written_as_text_is_the_same_where_it_is_broken(code: str) -> None:
    text = f"name = {laid_out(code, 40, 7)}\n"

    assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(f"name = {code}\n"))
