"""A law with questions added to it as decisions: concepts, and whether things are plausible."""

from __future__ import annotations

from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.ir.types import Basic

IMPLAUSIBLE = "implausible:"  # and the kind: a decision that is true of a thing nobody meets


def with_questions(law: ir.Law, concepts: tuple[tuple[str, str], ...]) -> ir.Law:
    """Return a law that also decides whether concepts hold, by kind and key.

    It decides too of each kind of which something is plausible whether a thing is not.
    """
    questions: list[tuple[str, str, ir.Expr]] = [
        (kind, concept_key(kind, key), ir.Concept(key)) for kind, key in concepts
    ]
    for kind in dict.fromkeys(each.kind for each in law.plausible):
        doubts = [ir.Not(each.condition) for each in law.plausible if each.kind == kind]
        questions.append((kind, f"{IMPLAUSIBLE}{kind}", ir.Any(tuple(doubts))))
    elements, decisions, rules = [], [], []
    for kind, key, condition in questions:
        elements.append(ir.Element(key, key, key, "", "", None, None, inert=False))
        decisions.append(
            ir.Decision(
                key, kind, Basic.TRUTH, otherwise=False, combine=ir.Combine.ONE, cases=()
            )
        )
        gives = ir.Gives(key, ir.Literal(True, Basic.TRUTH), None)
        rules.append(ir.Rule(key, kind, condition, (gives,), (), ""))
    return replace(
        law,
        elements=(*law.elements, *elements),
        decisions=(*law.decisions, *decisions),
        rules=(*law.rules, *rules),
    )


def concept_key(kind: str, key: str) -> str:
    """Return the decision that tells whether a concept holds."""
    return f"concept:{kind}.{key}"
