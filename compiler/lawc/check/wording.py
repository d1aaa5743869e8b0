"""Wordings of declarations for messages, which use the drafter's words, not keys."""

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


def decision_wording(act: Act, vocabulary: Vocabulary, key: str) -> str:
    """Return the wording of a decision: its noun, or else an effect that gives it."""
    noun = wording(act, vocabulary, key)
    if noun != key:
        return noun
    giving = {
        name
        for name, effect in vocabulary.effects.items()
        if any(gives.decision == key for gives in effect.gives)
    }
    for entry in vocabulary.entries.get(act.language, ()):
        if entry.terminal in ("EFFECT", "EFFECT_CLAUSE") and entry.key in giving:
            return entry.written
    return key
