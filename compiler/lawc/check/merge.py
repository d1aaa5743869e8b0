"""Marks that a program for versions leaves where it could not join two texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span

_BEGINS = re.compile(r"^<{7}(?=\s|$).*$", re.MULTILINE)
_ENDS = re.compile(r"^>{7}(?=\s|$).*$", re.MULTILINE)


def check_merge(source: Source) -> Iterator[Diagnostic]:
    """Yield a problem for each place where two texts are still to be joined."""
    begins, ends = list(_BEGINS.finditer(source.text)), list(_ENDS.finditer(source.text))
    for match in begins or ends:
        line = " ".join(match.group().split())
        yield Diagnostic(
            Code.UNFINISHED_MERGE,
            f"`{line}` marks two texts that are not joined yet",
            Label(source, Span(*match.span())),
            help="keep one of the two texts, and take out the lines of `<<<<<<<`, `=======` "
            "and `>>>>>>>`",
        )
