"""A problem in a statute is a value, never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.records import dataclass
from lawc.source import Source, Span


class Severity(Enum):
    """Whether a problem stops the build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Label:
    """A place in a source, with a text about it."""

    source: Source
    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A text for a place in the source of a problem; with it the place can be read."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """Texts for a place in a vocabulary, of which one is missing there; the best comes first.

    `source` is None as long as it is not known in which vocabulary. `of` is the place of the
    text that is read with it.
    """

    texts: tuple[str, ...]
    of: Span
    source: Source | None = None
    at: int = -1  # the end of the vocabulary

    @property
    def place(self) -> int:
        """The offset in the vocabulary at which the text is put."""
        assert self.source is not None
        return len(self.source.text) if self.at < 0 else self.at

    @property
    def text(self) -> str:
        """The text to put there: a declaration begins on a line of its own."""
        assert self.source is not None
        begins = self.at >= 0 or not self.source.text or self.source.text.endswith("\n")
        return self.texts[0] if begins else f"\n{self.texts[0]}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what, where, what else is involved, and what to do.

    `where` names the provision as the law does: "Article 2, paragraph 1, point 3)". `example`
    is a case that shows the problem, with its `days`: see `lawc.diagnostics.json`. Each of the
    `fixes` was tried, and the best comes first. `declarations` are all missing together.
    """

    code: Code
    message: str
    primary: Label
    related: tuple[Label, ...] = ()
    help: str | None = None
    where: str = ""
    severity: Severity = Severity.ERROR
    example: Mapping[str, Any] | None = field(default=None, compare=False)
    fixes: tuple[Fix, ...] = ()
    declarations: tuple[Declaration, ...] = ()
