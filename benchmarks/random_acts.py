"""Random acts as packages, and persons to decide, of whom every fact is known.

The acts are those of `corpus`, over 400 phrases, where the largest of several shares is
applied. A paragraph of them is about two rules: each item of a list is one.
"""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

from benchmarks.corpus import statute, vocabulary
from tests.emitted import package

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money
from lawc.pipeline import compile_source
from lawc.source import Source

PHRASES = 400
RULES_A_PARAGRAPH = 2.2
DAYS = {"effective_day": dt.date(2025, 1, 1)}
KIND, MEMBER, MEMBERS = "person", "claim", "claims"


def random_act(rules: int, folder: Path) -> tuple[Any, ir.Law]:
    """Return an act of about so many rules: its package, and its law."""
    text = statute(round(rules / RULES_A_PARAGRAPH), PHRASES, largest=True)
    words = Source("words.vocabulary", vocabulary(PHRASES))
    compiled = compile_source(Source("en.law", text), "x/corpus", (words,))
    assert compiled.law is not None, compiled.errors[:3]
    return package(compiled.law, folder / f"rules-{rules}"), compiled.law


def all_truths(act: Any, person: Any) -> list[object]:
    """Return the truth of every rule of an act for a person and each member."""
    truths = act.trace(person, **DAYS).truths
    return [truth for rules in truths.values() for truth in rules.values()]


def random_persons(act: Any, law: ir.Law, number: int, seed: int = 1) -> list[Any]:
    """Return persons of whom every fact is known, each with one claim."""
    chance = random.Random(seed)  # noqa: S311 - the same persons each time
    return [
        act.Person.from_dict(
            {**_facts(law, KIND, chance), MEMBERS: [_facts(law, MEMBER, chance)]}
        )
        for _ in range(number)
    ]


def _facts(law: ir.Law, kind: str, chance: random.Random) -> dict[str, object]:
    return {fact.key: _value(fact, chance) for fact in law.facts if fact.kind == kind}


def _value(fact: ir.FactDeclaration, chance: random.Random) -> object:
    match fact.type:
        case Basic.TRUTH:
            return chance.random() < 0.5
        case Basic.DATE:
            born = dt.date(1950, 1, 1) + dt.timedelta(chance.randrange(27_000))
            return born.isoformat()
        case Choice(values=values):
            return chance.choice(values)
        case Money():
            return str(chance.randrange(40_000))
    raise AssertionError(f"no value by chance for {fact.key}")
