"""A day of entry into force on which no provision rests: it decides nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.syntax.act import Act
from lawc.syntax.nodes import Phrase, Tree


def check_entry(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    """Yield a warning at the day of entry into force if cases of earlier days are decided.

    A provision rests on the day if it names it, or if it is in force from that day or a later
    one.
    """
    if law.entry is None or not any(_before(rule, law.entry) for rule in law.rules):
        return
    sentences = [sentence for passage in act.elements for sentence in passage.sentences]
    if any(_names_the_day(sentence) for sentence in sentences):
        return
    (entry, *_) = (
        tree
        for sentence in sentences
        for tree in sentence.children
        if isinstance(tree, Tree) and tree.name == "enters_into_force"
    )
    day = act.text(entry.children[0].span)
    yield Diagnostic(
        Code.ENTRY_NOT_APPLIED,
        "no provision rests on this day: cases of earlier days are decided as well",
        Label(act.source, entry.span),
        help=(
            f"begin each provision that is to hold from then on with `In force from {day},`, "
            "or the sentence with `Note.`"
        ),
        severity=Severity.WARNING,
    )


def _before(rule: ir.Rule, entry: ir.Entry) -> bool:
    """Return whether a rule may apply before the act enters into force."""
    return rule.force.start is None or rule.force.start < entry.day


def _names_the_day(sentence: Tree) -> bool:
    """Return whether a sentence speaks of the day on which the act enters into force."""
    waiting: list[Any] = [sentence]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Phrase):
            waiting += node.slots.values()
        elif isinstance(node, Tree):
            if node.name == "entry_day":
                return True
            waiting += node.children
    return False
