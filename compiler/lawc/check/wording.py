"""How the drafter calls what a vocabulary declares: messages speak of wordings, not of keys."""

from __future__ import annotations

from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary

_NAMES = ("CLASS", "NOUN", "DAY_NAME", "CURRENCY")


def wording(act: Act, vocabulary: Vocabulary, key: str) -> str:
    """Return the wording of a concept, quantity, decision or currency in the act's language."""
    for entry in vocabulary.entries.get(act.language, ()):
        if entry.terminal in _NAMES and entry.key.rpartition(".")[2] == key:
            return entry.written
    return key
