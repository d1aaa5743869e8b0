"""Words of the vocabulary and words of the language are different terminals."""

from __future__ import annotations

import re

import pytest

from lawc.syntax.sentences import grammar
from lawc.syntax.tables import grammar_folder


@pytest.mark.parametrize("language", ["en"])
def test_no_word_of_the_language_bears_the_name_of_an_open_terminal(language: str) -> None:
    text = (grammar_folder() / f"sentences.{language}.lark").read_text(encoding="utf-8")
    declared = {
        name
        for line in re.findall(r"^%declare (.*)$", text, re.MULTILINE)
        for name in line.split()
    }

    assert declared
    assert declared & {*grammar(language).texts, *grammar(language).patterns} == set()
