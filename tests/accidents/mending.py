"""One wrong word in a sentence, and the texts that are proposed for it."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from statistics import median

from tests.diagnostics.examples import SHARED
from tests.syntax.test_grammar_coverage import MORE
from tests.syntax.test_grammar_rules import TEXTS, VOCABULARY, compiled

from lawc.diagnostics.model import Fix
from lawc.pipeline import compile_path
from lawc.source import Source, Span
from lawc.syntax.act import opens
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.syntax.passages import Passage
from lawc.syntax.senses import turning
from lawc.syntax.sentences import PIECES, Sentences, Unread
from lawc.syntax.unread import unread
from lawc.syntax.words import folded, words
from lawc.vocabulary.read import read_vocabulary

ROOT = Path(__file__).parents[2] / "statutes"
ACTS = ("kz/amnesty-2025", "example/family-allowance")
GIBBERISH = ("xyz", "Tuesday", "quickly", "therefore")
SHOWN = 3
CONTROL = 100_000  # numbers to add: about a millisecond where nothing else runs
SAYING_NOTHING = {
    "a",
    "an",
    "the",
    "hereby",
    "therefore",
    "accordingly",
    "also",
    "then",
    "shall",
    "that",  # that begins a clause, as `which` and `who` do
    "which",
    "who",
}
ALIKE = 0.5  # of letters that two words have in common


@dataclass(frozen=True)
class Piece:
    """A piece of a law that has one reading: a sentence or an item of a list."""

    sentences: Sentences
    piece: str
    text: str

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.sentences.language

    def read(self, text: str) -> Tree | Unread:
        """Return the reading of another text in place of this one."""
        return self.sentences.read(self.piece, words(text))


@dataclass
class Figures:
    """Outcomes of accidents; `wrong` are proposals that state another law, or do not read.

    `controls` are times of one small work, taken beside those of the messages: both grow where
    other programs use the processor.
    """

    counts: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    controls: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def share(self, part: str) -> float:
        """Return the share of accidents outside the sense with this outcome."""
        return self.counts[part] / max(1, self.counts["outside"])

    def answered(self) -> float:
        """Return the share of other words that have a fitting fix or help."""
        return self.counts["another, answered"] / max(1, self.counts["another"])

    def milliseconds(self, part: float) -> float:
        """Return the time in which this share of the messages is made."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[int(part * (len(ordered) - 1))] if ordered else 0.0

    def controls_of(self, part: float) -> float:
        """Return how many controls fit into the time of this share of the messages."""
        return self.milliseconds(part) / (1000 * median(self.controls))

    def __str__(self) -> str:
        return (
            f"{self.counts['accidents']} accidents that are refused: {self.counts['turning']} "
            f"touch a word that turns the sense; in {self.counts['another']} another word "
            f"stands in place of one: {self.counts['another, with a fix']} of them have a fix, "
            f"which takes no word away, and {self.answered():.1%} a fix or a help that names "
            f"the word that stood there; of the {self.counts['outside']} others "
            f"{self.share('with a fix'):.1%} have a fix, {self.share('original'):.1%} the "
            f"original among the first {SHOWN}; {self.counts['fixes']} fixes in all, "
            f"{len(self.wrong)} of them another law; a message takes "
            f"{self.milliseconds(0.5):.1f} ms, {self.milliseconds(0.95):.1f} ms at p95, "
            f"{self.milliseconds(1):.1f} ms at most; {self.controls_of(0.95):.0f} controls fit "
            f"into p95"
        )


def pieces() -> Iterator[Piece]:
    """Yield the pieces of the statutes and of the small laws of other tests."""
    for key in ACTS:
        made = compile_path(ROOT / key)
        sentences = Sentences("en", made.vocabulary.entries["en"])
        for passage in made.act.passages:
            yield from _pieces(sentences, passage, "sentence", made.act.source.text)
    vocabulary, _ = read_vocabulary((Source("test/test.vocabulary", VOCABULARY),))
    sentences = Sentences("en", vocabulary.entries["en"])
    for piece, text in MORE:
        if piece in PIECES and isinstance(sentences.read(piece, words(text)), Tree):
            yield Piece(sentences, piece, text)
    for text, _ in TEXTS.values():
        act = compiled(text).act
        for passage in act.passages:
            yield from _pieces(sentences, passage, "sentence", act.source.text)
    vocabulary, _ = read_vocabulary((SHARED,))
    sentences = Sentences("en", vocabulary.entries["en"])
    for text in LIBRARY:
        assert isinstance(sentences.read("sentence", words(text)), Tree), text
        yield Piece(sentences, "sentence", text)


LIBRARY = (
    "A person who lives in the town is entitled to a card.",
    "A person is entitled to a card if the person attends a school of the town and the person "
    "has not reached the age of eighteen years on the day of the request.",
    "The fee is lowered by one half for a person who attends a school of the town.",
    "A person is admitted to the reading room unless none of the person's loans is late.",
    "The fine is the delay in days multiplied by 0.5 euro, not more than 10 euro.",
    "Article 2 does not apply to a person if the number of books is more than 12.",
)


def _pieces(sentences: Sentences, passage: Passage, piece: str, text: str) -> Iterator[Piece]:
    for tree in passage.sentences:
        said = " ".join(text[tree.span.start : tree.span.end].split())
        if isinstance(sentences.read(piece, words(said)), Tree):
            yield Piece(sentences, piece, said)
    for tree in passage.rows:
        said = " ".join(text[tree.span.start : tree.span.end].split())
        yield Piece(sentences, "row", said)
    opened = opens(passage.sentences[-1]) if passage.sentences else None
    for item in passage.items:
        listed = item.level in ("point", "subpoint") and opened and opened != "row"
        yield from _pieces(sentences, item, opened if listed and opened else "sentence", text)


def accident(text: str, spare: list[str], random: Random) -> tuple[str, bool]:
    """Return `text` with one word lost, doubled, swapped, misspelt or another.

    Also whether it is another: what that says, or was meant to say, nobody knows.
    """
    row = [one for one in words(text) if any(map(str.isalnum, one.folded))]
    at = random.randrange(len(row))
    word = row[at]
    before, said, after = text[: word.start], text[word.start : word.end], text[word.end :]
    match random.randrange(6):
        case 0:
            return before.rstrip() + " " + after.lstrip(), False
        case 1:
            return f"{before}{said} {said}{after}", False
        case 2 if at + 1 < len(row):
            other = row[at + 1]
            between = text[word.end : other.start]
            swapped = text[other.start : other.end] + between + said
            return before + swapped + text[other.end :], False
        case 3:
            return before + random.choice(GIBBERISH) + after, True
        case 4:
            place = random.randrange(len(said))
            misspelt = said[:place] + random.choice("aeiounrst") + said[place + 1 :]
            return before + misspelt + after, False
        case _:
            return before + random.choice(spare) + after, True


def judge(number: int, seed: int) -> Figures:
    """Return the outcomes of so many random accidents, the same for each seed."""
    random = Random(seed)  # noqa: S311 - the same tries each time are wanted
    all_pieces = list(pieces())
    spare = {
        id(one.sentences): [
            word.folded
            for other in all_pieces
            if other.sentences is one.sentences
            for word in words(other.text)
            if any(map(str.isalnum, word.folded))
        ]
        for one in all_pieces
    }
    figures = Figures()
    for _ in range(number):
        piece = random.choice(all_pieces)
        text, another = accident(piece.text, spare[id(piece.sentences)], random)
        try_one(piece, text, figures, another=another)
    return figures


def try_one(piece: Piece, text: str, figures: Figures, *, another: bool) -> None:
    """Count the proposals for `text`, which was a piece before an accident."""
    found = piece.read(text)
    if isinstance(found, Tree) or found.readings or not words(text):
        return
    source = Source("test/act/en.law", text)
    begun = time.process_time()
    problem = unread(found, piece.sentences, piece.piece, source, "")
    made = time.process_time()
    sum(range(CONTROL))
    figures.seconds.append(made - begun)
    figures.controls.append(time.process_time() - made)
    figures.counts["accidents"] += 1
    outside = turning(folded(text), piece.language) == turning(
        folded(piece.text), piece.language
    )
    figures.counts["turning"] += not outside
    figures.counts["another"] += outside and another
    if outside and another:
        figures.counts["another, with a fix"] += bool(problem.fixes)
        figures.counts["another, answered"] += bool(problem.fixes) or names(
            problem.help or "", piece.text, text
        )
    outside = outside and not another
    figures.counts["outside"] += outside
    proposals = [applied(text, one) for one in problem.fixes]
    figures.counts["fixes"] += len(proposals)
    for one in proposals:
        if not as_meant(piece, one) or not keeps_words(text, one):
            figures.wrong.append(f"{piece.text!r} -> {text!r} -> {one!r}")
    if not outside:
        return
    said = f"{piece.text!r} -> {text!r}: {problem.code.value} {problem.help}"
    if not proposals:
        figures.without.append(said)
        return
    figures.counts["with a fix"] += 1
    if folded(piece.text) in map(folded, proposals[:SHOWN]):
        figures.counts["original"] += 1
    else:
        figures.others.append(said)


def applied(text: str, fix: Fix) -> str:
    """Return `text` with a fix made."""
    return text[: fix.span.start] + fix.text + text[fix.span.end :]


def as_meant(piece: Piece, text: str) -> bool:
    """Return whether `text` reads, and differs from a piece in nothing that turns its sense."""
    new, old = piece.read(text), piece.read(piece.text)
    assert isinstance(old, Tree)
    if not isinstance(new, Tree):
        return False
    same_words = turning(folded(text), piece.language) == turning(
        folded(piece.text), piece.language
    )
    return same_words and measures(new) == measures(old)


def names(help_: str, before: str, after: str) -> bool:
    """Return whether a help names the word of a text in whose place another one stands."""
    stood = next(
        one
        for one, other in zip(folded(before), (*folded(after), ""), strict=False)
        if one != other
    )
    return any(stood in folded(text) for text in re.findall("`([^`]*)`", help_))


def keeps_words(text: str, proposal: str) -> bool:
    """Return whether each word of a text stands in a proposal, or one that is much like it.

    One that stands there twice may stand there once; `a`, `the` and their like may go, and so
    may a single letter: it is `a` that is misspelt, and no letters can be alike.
    """
    new = folded(proposal)
    return all(
        word in new
        or word in SAYING_NOTHING
        or word.replace("-", "") in "".join(new)
        or any(SequenceMatcher(None, word, other).ratio() >= ALIKE for other in new)
        for word in folded(text)
        if len(word) > 1 and any(map(str.isalnum, word))
    )


def measures(tree: Tree) -> Counter[tuple[str, str]]:
    """Return the numbers, units and negations that a reading has."""
    found: Counter[tuple[str, str]] = Counter()
    waiting: list[object] = [tree]
    while waiting:
        match waiting.pop():
            case Tree(name, children, Span()):
                waiting += children
                found["form", "negative"] += name in ("is_not_class", "does_not_apply")
            case Written(terminal, text, Span()):
                found[terminal, text] += 1
            case Phrase(terminal, key, form, slots):
                waiting += slots.values()
                if terminal in ("CURRENCY", "UNIT"):
                    found[terminal, key] += 1
                found["form", "negative"] += form == "negative"
            case int(number):
                found["number", str(number)] += 1
    return +found
