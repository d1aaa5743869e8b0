"""Instruments: sorts of acts, declared by what such acts give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.source import Span
from lawc.syntax.nodes import Tree, Written
from lawc.vocabulary.model import DecisionDeclared, Instrument, Origin
from lawc.vocabulary.values import plain, text_of


def instrument(
    tree: Tree, key: str, decisions: Mapping[str, DecisionDeclared], origin: Origin
) -> tuple[Instrument, list[Diagnostic]]:
    """Return an instrument as it is declared, and the problems of the declaration."""
    problems: list[Diagnostic] = []

    def problem(code: Code, message: str, span: Span, help_: str | None = None) -> None:
        problems.append(Diagnostic(code, message, Label(origin.source, span), help=help_))

    granted: dict[str, ir.Granted] = {}
    kinds: dict[str, str] = {}
    for grant in tree.all("grants"):
        name, *values = (node for node in grant.children if node is not None)
        of_name = [d.decision for d in decisions.values() if d.decision.name == text_of(name)]
        if len(of_name) != 1:
            what = "several decisions are" if of_name else "no decision is"
            problem(Code.UNKNOWN_NAME, f"{what} called `{text_of(name)}`", grant.span)
            continue
        (decision,) = of_name
        for value in values:
            if (wrong := value_problem(decision, value)) is not None:
                problem(Code.UNKNOWN_NAME, wrong[0], grant.span, wrong[1])
        granted[decision.key] = ir.Granted(
            decision.key, tuple(plain(v, decision.type) for v in values)
        )
        kinds[decision.key] = decision.kind
    if len(set(kinds.values())) > 1:
        names = " and ".join(f"`{name}`" for name in kinds)
        message = f"{names} are decided of things of different kinds"
        at = Span(origin.span.start, origin.span.start)
        problem(Code.WRONG_TYPE, message, at, "declare an instrument for each kind")
    kind = next(iter(kinds.values()), "")
    return Instrument(key, kind, tuple(granted.values()), origin), problems


def value_problem(
    decision: ir.Decision, node: Tree | Written, slots: Iterable[str] = ()
) -> tuple[str, str] | None:
    """Return a message and a help if what is written is no value of a decision, else None."""
    value, type_ = getattr(node, "text", ""), decision.type
    if isinstance(node, Written) and value in slots:
        return None
    match type_:
        case Choice():
            fits, known = value in type_.values, type_.values
        case Basic.TRUTH:
            fits, known = isinstance(node, Tree), ("true", "false")
        case _:
            fits, known = isinstance(node, Written) and node.terminal == "NUMBER", ()
    if fits:
        return None
    message = f"`{value or 'a truth value'}` is no value of the decision `{decision.key}`"
    listed = ", ".join(f"`{name}`" for name in known)
    return message, f"use one of {listed}" if known else "write a number"
