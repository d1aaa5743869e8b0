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
    """A place, and what is to be seen there."""

    source: Source
    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A text for a place of the source in which a problem stands: with it, the place reads."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what, where, what else is involved, and what to do.

    `where` names the provision as the law does: "Article 2, paragraph 1, point 3)". `example`
    is a case of which it is so, as `lawc decide` takes it, with its `days`: see
    `lawc.diagnostics.json`. Of the `fixes` each was tried, and the best comes first.
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
