"""The rates of a Polish tax on transactions: results of others, the law in words of our own."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache

from tests.exam.papers import papers

from lawc.ir import nodes as ir
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.pipeline import compile_source
from lawc.source import Source

VOCABULARY = """\
kind transaction
  en a "a transaction" the "the transaction"
unit grosz = 0.01
  en noun "grosz"
money PLN
  en noun "zloty"

fact transaction.form: one of sale, exchange, annuity, division, gift, usufruct, easement, loan,
  deposit, partnership
  en value sale "a sale" value exchange "an exchange" value annuity "a life annuity"
     value division "a division" value gift "a gift" value usufruct "a usufruct for payment"
     value easement "an easement for payment" value loan "a loan"
     value deposit "an irregular deposit" value partnership "a partnership"
fact transaction.object: one of real_estate, movables, cooperative_right, other
  en value real_estate "real estate" value movables "movables"
     value cooperative_right "a cooperative right" value other "other property rights"
fact transaction.amount: money PLN
  en noun "the taxable amount"
class transaction.of(forms: form) means form in forms
  en a "a contract of [forms]" the "the transaction"
phrase transaction.about(objects: object) means object in objects
  en yes "the transaction | transfers [objects]"
decision transaction.rate: fraction
  en noun "the rate"
decision transaction.tax: money PLN
  en noun "the tax"
"""
ACT = """\
TAX ON TRANSACTIONS

...
Article 7. Rates

1. The rate is 2 per cent for a contract of a sale, an exchange, a life annuity, a division or a
   gift that transfers real estate, movables or a cooperative right.
2. The rate is 1 per cent for a contract of a sale, an exchange, a life annuity, a division or a
   gift that transfers other property rights.
3. The rate is 1 per cent for a contract of a usufruct for payment or an easement for payment.
4. The rate is 0.5 per cent for a contract of a loan, an irregular deposit or a partnership.
5. The tax is the taxable amount multiplied by the rate, rounded to the nearest grosz.
"""


@cache
def law() -> ir.Law:
    """Return the law of the act."""
    vocabulary = Source("pl/tax.vocabulary", VOCABULARY)
    compiled = compile_source(Source("pl/tax/en.law", ACT), "pl/tax", (vocabulary,))
    assert compiled.law is not None, [(each.message, each.help) for each in compiled.errors]
    return compiled.law


def test_each_tax_is_that_of_the_paper() -> None:
    with (papers("benefit") / "pl-art7.jsonl").open(encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    world = World(law(), {})
    (tax,) = [decision for decision in law().decisions if decision.key == "tax"]
    taxes = {}
    for item in items:
        transaction = read_case(law(), item["input"])
        assert isinstance(transaction, Thing)
        taxes[item["id"]] = answer(world, tax, transaction).value

    assert items
    assert taxes == {item["id"]: Fraction(item["expected"]["tax"]) for item in items}
