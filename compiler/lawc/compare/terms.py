"""Acts that define terms and decide nothing: they are taken to decide what falls under each."""

from __future__ import annotations

from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.ir.types import Basic


def with_terms_decided(law: ir.Law) -> ir.Law:
    """Return a law that decides of each thing whether it falls under each term it defines."""
    terms = {definition.key: definition for definition in law.definitions}
    return replace(
        law,
        decisions=tuple(
            ir.Decision(
                _key(key),
                definition.kind,
                Basic.TRUTH,
                otherwise=False,
                combine=ir.Combine.ONE,
                cases=(),
                better=((True,), (False,)),
            )
            for key, definition in terms.items()
        ),
        rules=tuple(
            ir.Rule(
                definition.eid,
                definition.kind,
                ir.Concept(key),
                (ir.Gives(_key(key), ir.Literal(value=True, type=Basic.TRUTH), None),),
                (),
                "",
            )
            for key, definition in terms.items()
        ),
    )


def _key(term: str) -> str:
    return f"is_{term}"
