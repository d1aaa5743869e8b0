"""Keys: what decisions, quantities and concepts are called in a law, one key for each.

Those of two kinds may share a name, as facts may: `quantity person.worth` and `quantity
loan.worth`. In the law each has a key of its own. The first that is declared keeps its name,
decisions before the others, so that a further one changes no name; the next is `loan_worth`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lawc.ir import nodes as ir
from lawc.syntax.nodes import Tree
from lawc.vocabulary.model import DecisionDeclared, Vocabulary
from lawc.vocabulary.values import text_of

Named = tuple[str, str]  # a kind, and a name of that kind
SAID = ("decision", "concept", "quantity")


def keys_of(declarations: Iterable[Tree]) -> Mapping[Named, str]:
    """Return the key of each decision, quantity and concept, by its kind and its name."""
    said = [one for one in declarations if one.name in SAID]
    said.sort(key=lambda one: one.name != "decision")
    named = list(
        dict.fromkeys((text_of(one.children[0]), text_of(one.children[1])) for one in said)
    )
    found: dict[Named, str] = {}
    for kind, name in named:
        if name not in found.values():
            found[kind, name] = name
    for kind, name in named:
        key = f"{kind}_{name}"
        while (kind, name) not in found and key in found.values():
            key += "_"
        found.setdefault((kind, name), key)
    return found


def decision_named(
    name: str, kind: str, decisions: Mapping[str, DecisionDeclared], kinds: tuple[ir.Kind, ...]
) -> DecisionDeclared | None:
    """Return the decision that an effect of `kind` gives by `name`.

    It is that of its kind, or else the one there is of a kind below it, or of any.
    """
    of_name = [one for one in decisions.values() if one.decision.name == name]
    vocabulary = Vocabulary(kinds=kinds)
    own = [one for one in of_name if one.decision.kind == kind]
    below = [one for one in of_name if kind in vocabulary.chain(one.decision.kind)]
    for several in (own, below, of_name):
        if several:
            return several[0]
    return None
