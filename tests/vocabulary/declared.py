"""A vocabulary as it is declared, for tests."""

from __future__ import annotations

from lawc.source import Source
from lawc.vocabulary.model import Vocabulary
from lawc.vocabulary.read import read_vocabulary

KINDS = "kind reader\nkind loan of reader in loans\n"


def declared(text: str, kinds: str = KINDS) -> Vocabulary:
    found, problems = read_vocabulary((Source("a.vocabulary", kinds + text),))
    assert problems == ()
    return found


def terminals(text: str, kinds: str = KINDS) -> dict[str, str]:
    """Return the wordings of English, by the terminal they stand for."""
    return {one.terminal: one.written for one in declared(text, kinds).entries["en"]}
