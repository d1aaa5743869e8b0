"""Acts stand as they are worded: sentence by sentence beside the official text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.statutes.official import OFFICIAL

from lawc.folders import find_act, official_text, read_source
from lawc.syntax.official import worded

LEAST = 60  # per cent of the operative sentences of each act


@pytest.mark.parametrize("official", OFFICIAL, ids=lambda path: path.parent.name)
def test_most_sentences_stand_as_worded(official: Path) -> None:
    act = find_act(official.parent)
    sides = worded(official_text(act), read_source(act.text), act.language)
    differing = [sentence for sentence in sides.sentences if not sentence.as_worded]

    assert 100 * sides.same >= LEAST * len(sides.sentences), differing
