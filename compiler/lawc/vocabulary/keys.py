"""Keys of decisions, quantities and concepts in a law, one key for each.

Those of two kinds may share a name, as facts may: `quantity person.worth` and `quantity
loan.worth`. In the law each has a key of its own. The first one that is declared keeps its
name, and decisions come first; the next has its kind before the name, `loan_worth`. So a
further declaration changes no key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lawc.ir import nodes as ir
from lawc.syntax.nodes import Tree
from lawc.vocabulary.model import DecisionDeclared, Vocabulary
from lawc.vocabulary.values import text_of

KindName = tuple[str, str]  # a kind, and a name of that kind
KEYED = ("decision", "concept", "quantity")  # these have keys of their own


def keys_of(declarations: Iterable[Tree]) -> Mapping[KindName, str]:
    """Return the key of each decision, quantity and concept, by its kind and its name."""
    keyed = [tree for tree in declarations if tree.name in KEYED]
    keyed.sort(key=lambda tree: tree.name != "decision")
    parts = (tree.children for tree in keyed)
    names = list(dict.fromkeys((text_of(kind), text_of(name)) for kind, name, *_ in parts))
    keys: dict[KindName, str] = {}
    for kind, name in names:
        if name not in keys.values():
            keys[kind, name] = name
    for kind, name in names:
        key = f"{kind}_{name}"
        while (kind, name) not in keys and key in keys.values():
            key += "_"
        keys.setdefault((kind, name), key)
    return keys


def find_decision(
    name: str, kind: str, decisions: Mapping[str, DecisionDeclared], kinds: tuple[ir.Kind, ...]
) -> DecisionDeclared | None:
    """Return the decision that an effect of `kind` gives by `name`.

    It is a decision of that kind, else of a kind below it, else of any kind.
    """
    of_name = [declared for declared in decisions.values() if declared.decision.name == name]
    vocabulary = Vocabulary(kinds=kinds)
    own = [declared for declared in of_name if declared.decision.kind == kind]
    below = [
        declared for declared in of_name if kind in vocabulary.chain(declared.decision.kind)
    ]
    for several in (own, below, of_name):
        if several:
            return several[0]
    return None
