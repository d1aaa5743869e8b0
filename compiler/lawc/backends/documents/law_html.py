"""A law as one HTML page that needs no script: the text, the definitions, the decisions."""

from __future__ import annotations

from lawc.backends.documents.law_outline import law_view
from lawc.backends.documents.pages import page
from lawc.backends.documents.words import words
from lawc.ir import nodes as ir


def law_html(law: ir.Law) -> str:
    """Return `law` as an HTML page: its text, and how it decides."""
    frame = words(law.language)
    return page(
        "law.html.j2",
        law=law_view(law),
        language=law.language,
        words=frame,
    )
