"""The text of the echo: the act in normal form, with what displaces each provision."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lawc.echo.provisions import Provisions
from lawc.echo.saying import Saying
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.syntax.layout import WIDTH, wrapped
from lawc.syntax.numbering import Numbering
from lawc.syntax.tables import table
from lawc.vocabulary.model import Vocabulary

_INDENT = 3
_GROUPED = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")  # between thousands
_TOGETHER = "\x00"  # no character of a text
_OMITTED = "..."  # a line for elements that an excerpt leaves out


@dataclass(frozen=True)
class Echo:
    """A law said back, and what of it could not be said, by element."""

    text: str
    unsaid: dict[str, list[str]]


def echo(law: ir.Law, vocabulary: Vocabulary, numbering: Numbering) -> Echo:
    """Return `law` in sentences; read with the same vocabulary they are the same law."""
    saying = Saying(law, vocabulary, numbering)
    provisions = Provisions(saying)
    provisions.say()
    lines = _Lines(saying, provisions)
    return Echo("".join(f"{line}\n" for line in lines.all()), provisions.unsaid)


@cache
def _words(language: str) -> dict[str, str]:
    """Return the words of the notes of an echo."""
    text = (files("lawc.echo") / "words" / f"{language}.json").read_text(encoding="utf-8")
    table_: dict[str, str] = json.loads(text)
    return table_


class _Lines:
    """Lays the sentences out, element by element."""

    def __init__(self, saying: Saying, provisions: Provisions) -> None:
        self.saying = saying
        self.law = saying.law
        self.provisions = provisions
        self.before: dict[str | None, str] = {}  # the last number, by element
        self.words = _words(self.law.language)
        texts = table((f"words.{self.law.language}",), ("words",)).texts
        self.note, self.marks = texts["NOTE"], {mark: texts[mark.name] for mark in ir.Mark}

    def all(self) -> Iterator[str]:
        """Yield the lines of the act."""
        yield self.law.title
        for element in self.law.elements:
            if "#" in element.eid or not self._is_written(element):
                continue
            if element.eid == "front":
                yield ""
                yield from self._wrapped(self._noted(element.text), 0)
                continue
            if self._leaves_out(element):
                yield from ("", _OMITTED) if element.parent is None else (_OMITTED,)
            yield from self._element(element)

    def _element(self, element: ir.Element) -> Iterator[str]:
        depth = len(self.saying.paths[element.eid]) - 1
        label = element.label if depth else f"{element.label}."
        texts = list(self.provisions.said.get(element.eid, ()))
        opening = self.provisions.opening.get(element.eid)
        if opening:
            texts.append(opening)
        silent = element.text and not texts and not self._has_items(element)
        noted = [self._noted(element.text)] if silent else []
        noted += [
            self._noted(self.words["unsaid"].format(formula=each))
            for each in self.provisions.unsaid.get(element.eid, ())
        ]
        noted += self._displaced(element.eid)
        indent = max(0, depth - 1) * _INDENT
        if not depth:
            yield ""
            mark = self._mark(element)
            yield from self._marked(f"{label} {element.heading}".strip(), mark, 0)
            yield ""
            label = ""
        begun = [] if texts else noted[:1]
        first = " ".join([*([label] if label else []), *texts, *begun])
        mark = self._mark(element) if depth else ""
        if first or mark:
            yield from self._marked(first, mark, indent)
        for note in noted[len(begun) :]:
            yield from self._wrapped(note, indent + (_INDENT if depth else 0))
        for made in self.provisions.made.get(element.eid, ()):
            yield from self._made(made, indent + (_INDENT if depth else 0))
        for row in self.provisions.tables.get(element.eid, ()):
            yield f"{' ' * indent}{row}"

    def _made(self, eid: str, indent: int) -> Iterator[str]:
        """Yield the lines of an item of a list that the law itself does not have."""
        level = self.saying.below(eid.rpartition("__")[0])
        assert level is not None
        label = level.label(eid.rpartition("_")[2])
        text = " ".join([label, *self.provisions.said.get(eid, ())])
        yield from self._wrapped(text, indent)
        for made in self.provisions.made.get(eid, ()):
            yield from self._made(made, indent + _INDENT)

    def _is_written(self, element: ir.Element) -> bool:
        """Tell whether an element has a label: the row of a table stands in its element."""
        path = self.saying.paths.get(element.eid, ())
        return not path or path[-1][0] in self.saying.numbering.by_key

    def _leaves_out(self, element: ir.Element) -> bool:
        """Tell whether elements are left out before one, as in an excerpt."""
        key, number = self.saying.paths[element.eid][-1]
        before = self.before.get(element.parent)
        self.before[element.parent] = number
        level = self.saying.numbering.by_key[key]
        if before is None:
            return level.order(number) != level.order(level.first)
        return before != number and not level.follows(before, number)

    def _has_items(self, element: ir.Element) -> bool:
        return any(
            other.parent == element.eid and self._is_written(other)
            for other in self.law.elements
        )

    def _mark(self, element: ir.Element) -> str:
        """Return the mark of how the wording of an element is known."""
        source = element.source
        if source is None:
            return ""
        word = self.marks[source.mark]
        return f"[{word}: {source.remark}]" if source.remark else f"[{word}]"

    def _displaced(self, eid: str) -> list[str]:
        """Return a note that says which provisions displace those of an element, if any do."""
        rules = [rule for rule in self.law.rules if eid in rule.displaces]
        if not rules:
            return []
        by = dict.fromkeys(rule.listed_in or rule.eid for rule in rules)
        key = "displaced_by_one" if len(by) == 1 else "displaced_by_several"
        return [self._noted(self.words[key].format(provisions=self.saying.cited(by).text))]

    def _noted(self, text: str) -> str:
        text = " ".join(text.split())
        return text if text.startswith(self.note) else f"{self.note} {text}"

    def _marked(self, text: str, mark: str, indent: int) -> Iterator[str]:
        """Yield the lines of a text with its mark, which stands on one line."""
        *lines, last = self._wrapped(text, indent) if text else [""]
        yield from lines
        if mark and last and len(last) + 1 + len(mark) <= WIDTH:
            last = f"{last} {mark}"
            mark = ""
        if last:
            yield last
        if mark:
            yield f"{' ' * (indent + _INDENT)}{mark}" if text else mark

    def _wrapped(self, text: str, indent: int) -> Iterator[str]:
        kept = _GROUPED.sub(_TOGETHER, text)  # a number is on one line
        for line in wrapped(kept, indent, indent + _INDENT, self.saying.numbering):
            yield line.replace(_TOGETHER, " ")
