"""The guide to vocabularies is executed: each sentence has the answer that stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lawc.check.proposals import pasted
from lawc.diagnostics.model import Severity
from lawc.echo.text import echo
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

GUIDE = Path(__file__).parents[2] / "statutes" / "guide" / "vocabulary.md"
_BLOCK = re.compile(r"^```(?P<sort>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def compiled(sentences: list[str], vocabulary: str) -> Compiled:
    lines = "\n".join(f"{number}. {text}" for number, text in enumerate(sentences, 1))
    act = Source("town/cards/en.law", f"ACT ON TOWN CARDS\n\nArticle 1. Cards\n\n{lines}\n")
    return compile_source(act, "town/cards", (Source("town/town.vocabulary", vocabulary),))


def messages(of: Compiled) -> list[str]:
    return [each.message for each in of.problems if each.severity is Severity.ERROR]


def blocks() -> Iterator[tuple[str, str]]:
    for block in _BLOCK.finditer(GUIDE.read_text("utf-8")):
        yield block["sort"], block["text"]


def test_each_step_of_the_guide_is_as_it_says() -> None:
    vocabulary, sentences, declared = "", [], ""
    for sort, text in blocks():
        match sort:
            case "law":
                sentences.append(text.strip())
                errors = [
                    each
                    for each in compiled(sentences, vocabulary).errors
                    if each.primary.source.name.endswith(".law")
                ]
                assert errors, text
                before = (Source("town/town.vocabulary", vocabulary),)
                declared = "".join(each.texts[0] for each in errors[0].declarations)
                vocabulary = pasted(before, errors[0].declarations)[0].text
                assert messages(compiled(sentences, vocabulary)) == []
            case "declare":
                assert text == declared
            case "vocabulary" if vocabulary.endswith(declared) and _same(text, declared):
                vocabulary = vocabulary.removesuffix(declared) + text
                assert messages(compiled(sentences, vocabulary)) == []
            case "vocabulary":
                vocabulary += text
    whole = compiled(sentences, vocabulary)
    assert whole.law is not None
    assert echo(whole.law, whole.vocabulary, whole.act.numbering).unsaid == {}


def _same(mended: str, declared: str) -> bool:
    """Tell whether declarations mend the last ones: they have a wording of them."""
    return any(line in declared for line in mended.splitlines() if line.startswith("  en"))
