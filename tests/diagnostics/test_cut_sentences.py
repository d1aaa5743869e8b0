"""A sentence that stops anywhere, or begins anywhere, is answered with a diagnostic."""

from __future__ import annotations

from random import Random

import pytest
from tests.diagnostics.following import LIBRARY
from tests.diagnostics.test_helps_followed import FOLLOWED as SENTENCES
from tests.diagnostics.test_helps_of_amounts import FOLLOWED as AMOUNTS
from tests.sampling import some

from lawc.source import Source
from lawc.syntax.sentences import Sentences, Unread
from lawc.syntax.unread import unread
from lawc.syntax.words import words
from lawc.vocabulary.read import read_vocabulary

VOCABULARY, _ = read_vocabulary((Source("test/test.vocabulary", LIBRARY),))
LIBRARY_SENTENCES = Sentences("en", VOCABULARY.entries["en"])


@pytest.mark.parametrize("sentence", [row[0] for row in (*SENTENCES, *AMOUNTS)])
def test_a_part_of_a_sentence_has_a_diagnostic(sentence: str) -> None:
    written = sentence.split()
    cuts = range(1, len(written))
    taken = Random(sentence).sample(cuts, min(some(len(cuts)), len(cuts)))  # noqa: S311
    parts = [" ".join(part) for cut in sorted(taken) for part in (written[:cut], written[cut:])]

    for part in parts:
        reading = LIBRARY_SENTENCES.read("sentence", words(part))
        if isinstance(reading, Unread):
            source = Source("test/act/en.law", part)
            assert unread(reading, LIBRARY_SENTENCES, "sentence", source, "").message
