"""One wrong word is refused, or shows in the law that the compiler prints.

Each try deletes, doubles, swaps or replaces one word of a statute that is not its title.
What comes of it: the act is refused; it compiles to another law, which the printed form of
the law shows; the word stood in a heading, a note or a mark, which decide nothing and are
printed; or the same law comes out and nobody notices. The last must be rare. Commas are no
words: in this language they mean nothing, and a sentence has one reading without them. The
figures of 3,000 tries a statute are printed by
`pytest -s --samples 30 tests/accidents/test_one_word.py`, in half an hour.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.sampling import some

from lawc.folders import ActFolder, find_act, read_source
from lawc.ir import nodes as ir
from lawc.ir.show import as_values
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source
from lawc.syntax.words import Word, words

STATUTES = sorted(Path(__file__).parents[2].glob("statutes/*/*/en.law"))
SHOWN_AT_LEAST = 0.995
_TEXTS = {"text", "heading", "title", "label", "source", "question", "span"}


class Statute:
    """A statute of the repository with what it compiles to."""

    def __init__(self, path: Path) -> None:
        self.folder: ActFolder = find_act(path)
        self.source = read_source(path)
        self.vocabularies = tuple(read_source(one) for one in self.folder.vocabularies)
        self.compiled = self.compile(self.source.text)
        assert self.compiled.law is not None
        self.logic = logic(self.compiled.law)
        found = words(self.source.text, self.compiled.act.passages[0].span.start)
        self.words = tuple(word for word in found if word.folded[0].isalnum())
        self.read = [
            sentence.span
            for top in self.compiled.act.passages
            for passage in top.within()
            for sentence in (*passage.sentences, *passage.rows)
        ]

    def compile(self, text: str) -> Compiled:
        """Compile this statute with another text."""
        root = self.folder.text.parent.parent

        def library(name: str) -> Source | None:
            other = root / name / "en.law"
            return read_source(other) if other.is_file() else None

        source = Source(self.source.name, text, numbering=self.source.numbering)
        return compile_source(source, self.folder.key, self.vocabularies, library)

    def is_read(self, word: Word) -> bool:
        """Return whether a word belongs to a sentence that the compiler reads."""
        return any(span.start <= word.start < span.end for span in self.read)


def logic(law: ir.Law) -> Any:
    """Return the law as values, without the texts that are only shown."""

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: stripped(v) for k, v in value.items() if k not in _TEXTS}
        return [stripped(one) for one in value] if isinstance(value, list) else value

    return stripped(as_values(law))


def accidents(text: str, row: tuple[Word, ...], place: int, other: str) -> Iterator[str]:
    """Yield the text with the word at `place` deleted, doubled, swapped, replaced."""
    word = row[place]
    before, said, after = text[: word.start], text[word.start : word.end], text[word.end :]
    yield before + after
    yield f"{before}{said} {said}{after}"
    if place + 1 < len(row):
        following = row[place + 1]
        between = text[word.end : following.start]
        swapped = text[following.start : following.end] + between + said
        yield before + swapped + text[following.end :]
    if other.casefold() != said.casefold():
        yield before + other + after


def tries(statute: Statute, number: int) -> Iterator[tuple[Word, str]]:
    """Yield so many accidents by chance, the same each time."""
    chance = random.Random(2025)  # noqa: S311 - the same tries each time are wanted
    text = statute.source.text
    for _ in range(number):
        place = chance.randrange(len(statute.words))
        spare = chance.choice(statute.words)
        made = list(accidents(text, statute.words, place, text[spare.start : spare.end]))
        changed = [one for one in made if one != text]
        if changed:
            yield statute.words[place], chance.choice(changed)


def outcome(statute: Statute, word: Word, text: str) -> str:
    """Return the outcome of an accident."""
    found = statute.compile(text)
    if found.law is None:
        return "refused"
    if logic(found.law) != statute.logic:
        return "another law, shown"
    return "unnoticed" if statute.is_read(word) else "inert, shown"


def judge(number: int, record: Callable[[str, object], None]) -> None:
    """Try so many accidents on each statute, and report the figures."""
    counts: Counter[str] = Counter()
    survivors: list[str] = []
    for path in STATUTES:
        statute = Statute(path)
        for word, text in tries(statute, number):
            result = outcome(statute, word, text)
            counts[result] += 1
            if result == "unnoticed":
                around = " ".join(text[max(0, word.start - 60) : word.end + 40].split())
                survivors.append(f"{statute.folder.key}: {around}")
    for name, count in sorted(counts.items()):
        record(name, count)
    record("survivors", survivors)
    print(f"\n{counts.total()} accidents: {dict(counts)}", *survivors, sep="\n  ")  # noqa: T201

    assert counts["unnoticed"] <= (1 - SHOWN_AT_LEAST) * counts.total(), survivors


def test_a_wrong_word_is_refused_or_shown(
    record_property: Callable[[str, object], None],
) -> None:
    judge(some(100), record_property)
