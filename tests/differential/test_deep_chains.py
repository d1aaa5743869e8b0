"""Definitions and amounts that rest on one another, deeper than an expression can be."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from tests.differential.test_python_backend import check_package
from tests.emitted import package

from lawc.ir import nodes as ir
from lawc.pipeline import compile_source
from lawc.source import Source

VOCABULARY = """\
month end up
kind person
  en a "a person" the "the person"
unit cent = 0.01
  en noun "cent"
money EUR
  en noun "euro"
fact person.ok: truth
fact person.share: fraction
  en noun "the share"
fact person.base: money EUR
  en noun "the base"
phrase person.ok means ok
  en yes "the person | is in order" no "the person | is not in order"
decision person.entitled: truth
  otherwise false
effect person.entitle
  gives entitled = true
  en yes "the person | is entitled"
decision person.pay: money EUR
  en noun "the payment"
"""
HEAD = "ACT\n\nArticle 1. Terms\n\n"
ITEMS = {
    "list": "a person to whom all of the following apply:\n"
    "a) the person is in order; and\nb) {inner}.",
    "if": "a person, if {inner} and the person is in order.",
    "unless": "a person, if {inner}, unless the person is not in order.",
}


def compiled(text: str, vocabulary: str) -> ir.Law:
    found = compile_source(
        Source("en.law", HEAD + text), "test/act", (Source("v.vocabulary", vocabulary),)
    )
    assert found.law is not None, [(one.message, one.help) for one in found.errors]
    return found.law


def check(law: ir.Law, tmp_path: Path) -> None:
    """Check some cases."""
    module = package(law, tmp_path)
    values = product((True, None), ("0.6", "0.5", None), ("100", None))
    cases = [dict(zip(("ok", "share", "base"), one, strict=True)) for one in values]
    for case in cases:
        check_package(law, module, dict(case), {})


@pytest.mark.parametrize("depth", [4, 13, 24])
@pytest.mark.parametrize("way", ITEMS)
def test_definitions_in_a_chain(way: str, depth: int, tmp_path: Path) -> None:
    names = [f"k{chr(97 + n // 10)}{chr(97 + n % 10)}" for n in range(depth)]
    vocabulary, text = VOCABULARY, ""
    for n, name in enumerate(names):
        vocabulary += f'concept person.{name}\n  en a "a {name} person" the "the person"\n'
        last = n + 1 == depth
        inner = "the share is more than 50 per cent"
        inner = inner if last else f"the person is a {names[n + 1]} person"
        item = ITEMS[way].format(inner=inner)
        text += f"{n + 1}. A {name} person means any of the following:\n1) {item}\n"
    text += f"{depth + 1}. A person is entitled if the person is a {names[0]} person.\n"

    check(compiled(text, vocabulary), tmp_path)


@pytest.mark.parametrize("depth", [4, 13, 24])
def test_amounts_in_a_chain_with_limits_and_rounding(depth: int, tmp_path: Path) -> None:
    vocabulary, text, before = VOCABULARY, "", "the base"
    for n in range(depth):
        amount = f"the amount {chr(97 + n // 10)}{chr(97 + n % 10)}"
        vocabulary += f'quantity person.amount{n}: money EUR\n  en noun "{amount}"\n'
        text += (
            f"{n + 1}. {amount.capitalize()} is {before} multiplied by the share, not less than"
            f" {n} euro, and not more than 500 euro, rounded up to a whole cent.\n"
        )
        before = amount
    text += f"{depth + 1}. The payment is {before} plus 5 euro, and not more than 60 euro.\n"

    check(compiled(text, vocabulary), tmp_path)
