"""Documentation of facts in the class of a thing: its question, its unit, its limits."""

from __future__ import annotations

import ast

from tests import small_law as small
from tests.emitted import HEADER

from lawc.backends.python.emit import emit
from lawc.ir import nodes as ir
from lawc.ir.types import Basic


def facts(*declarations: ir.FactDeclaration) -> str:
    act = small.law(facts=declarations)
    return emit(act, HEADER)["facts.py"]


def test_a_fact_says_its_question_and_unit() -> None:
    text = facts(ir.FactDeclaration("person", "income", small.KZT, "What is the income?"))

    assert (
        '    income: Fraction | None = None\n    """What is the income? An amount in KZT."""\n'
    ) in text


def test_a_fact_says_its_limits() -> None:
    text = facts(
        ir.FactDeclaration("person", "share", Basic.FRACTION, "Which share?", least=0, most=1)
    )

    assert '"""Which share? A part of a whole, at least 0, at most 1."""' in text


def test_a_question_may_hold_any_text() -> None:
    text = facts(ir.FactDeclaration("person", "income", small.KZT, 'Is it """ or \\ "so"'))
    line = next(line for line in text.splitlines() if "Is it" in line)

    compile(text, "facts.py", "exec")
    assert ast.literal_eval(line.strip()) == 'Is it """ or \\ "so" An amount in KZT.'


def test_the_words_of_a_question_are_not_imported() -> None:
    text = facts(ir.FactDeclaration("person", "income", small.KZT, "Is the total known?"))

    assert "total" not in text.partition("class ")[0]
    assert "known" not in text.partition("class ")[0]
