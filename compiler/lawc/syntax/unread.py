"""What to say of a sentence that has no reading, or two.

The message says how far the sentence was understood and what may follow, in whole phrases
of the law: never a word about terminals or states.
"""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax import phrases
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.reader import WORD, Row
from lawc.syntax.sentences import Sentences, Unread
from lawc.syntax.tables import END
from lawc.syntax.words import Word

_SHOWN = 6  # phrases that a help text lists
_CONNECTIVES = {"AND", "OR"}  # as Lark names the words of the grammar's `both` and `either`


def unread(
    failed: Unread, sentences: Sentences, piece: str, source: Source, where: str
) -> Diagnostic:
    """Return what is wrong with a piece of text that was not read."""
    row = failed.words
    if len(failed.readings) > 1:
        label = Label(source, Span(row[0].start, row[-1].end))
        return Diagnostic(
            Code.TWO_READINGS,
            f"this can be read in {len(failed.readings)} ways",
            label,
            help="say it with other words, or change the wordings that fit the same words",
            where=where,
        )
    stop = failed.stop.place
    using = Row(sentences.reader, row)
    inside, entries = _inside(using, stop, failed.stop.expected)
    place = max(stop, inside)
    expected = _expected(sentences, failed.stop.expected, entries if inside > stop else None)
    help_ = f"here may stand {expected}" if expected else None
    if place >= len(row):
        span = Span(row[-1].end, row[-1].end)
        message = f"this stops after `{_said(source, row[max(0, place - 4) :])}`"
        return Diagnostic(
            Code.SENTENCE_NOT_ENDED, message, Label(source, span), help=help_, where=where
        )
    word = row[place]
    span = Span(word.start, word.end)
    texts = sentences.reader.table.texts
    named = {text: name for name, text in texts.items()}
    if named.get(word.folded) in _CONNECTIVES and _connects(row[:place], texts, word.folded):
        first = next(w for w in row if w.folded in _connective_texts(texts) - {word.folded})
        return Diagnostic(
            Code.MIXED_CONNECTIVES,
            f"this sentence mixes `{first.folded}` with `{word.folded}`",
            Label(source, span),
            related=(Label(source, Span(first.start, first.end), "first joined here"),),
            help="commas do not decide what belongs together: write the conditions as a list",
            where=where,
        )
    if place == 0:
        message = f"no {_piece(piece)} begins with `{_said(source, row[:3])}`"
        return Diagnostic(
            Code.NOT_UNDERSTOOD, message, Label(source, span), help=help_, where=where
        )
    understood = _said(source, row[max(0, place - 5) : place])
    wanted = _wanted_value(entries) if inside > stop else None
    if wanted:
        message = f"after `{understood}` {wanted} belongs, not `{_said(source, (word,))}`"
        return Diagnostic(
            Code.WRONG_VALUE, message, Label(source, span), help=help_, where=where
        )
    message = f"`{_said(source, (word,))}` is not understood after `{understood}`"
    return Diagnostic(
        Code.NOT_UNDERSTOOD, message, Label(source, span), help=help_, where=where
    )


def _connective_texts(texts: object) -> set[str]:
    assert isinstance(texts, dict)
    return {text for name, text in texts.items() if name in _CONNECTIVES}


def _connects(before: tuple[Word, ...], texts: object, word: str) -> bool:
    return any(one.folded in _connective_texts(texts) - {word} for one in before)


def _inside(using: Row, stop: int, expected: tuple[str, ...]) -> tuple[int, list[phrases.Node]]:
    """Return how far the words from `stop` follow a phrase, and where in the trie that is."""
    if stop >= len(using.words):
        return stop, []
    return phrases.furthest(using.reader.root, using.folded, stop, using.value)


def _expected(
    sentences: Sentences, expected: tuple[str, ...], nodes: list[phrases.Node] | None
) -> str:
    """Return the phrases that may stand at a place, the first few of them."""
    table = sentences.reader.table
    said: list[str] = []
    if nodes is not None:
        for node in nodes:
            said += [
                f"`{_shown(entry)}`"
                for entry in phrases.continuations(node)
                if entry.form != WORD
            ]
    else:
        for name in expected:
            if name in table.texts:
                said.append(f"`{table.texts[name]}`")
            elif name != END:
                said += [f"`{_shown(e)}`" for e in sentences.entries if e.terminal == name][:3]
    shown = list(dict.fromkeys(said))
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


def _shown(entry: Entry) -> str:
    return entry.written


def _wanted_value(nodes: list[phrases.Node]) -> str | None:
    wanted = [slot for node in nodes for slot in node.slots if not node.words]
    return f"a [{wanted[0].name}]" if wanted and isinstance(wanted[0], Slot) else None


def _said(source: Source, row: tuple[Word, ...]) -> str:
    return " ".join(source.text[row[0].start : row[-1].end].split()) if row else ""


def _piece(piece: str) -> str:
    return (
        piece.replace("_", " ")
        .replace("condition item", "condition")
        .replace("class item", "item of this list")
    )
