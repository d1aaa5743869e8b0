"""Comparisons as one HTML page that needs no script."""

from __future__ import annotations

from lawc.backends.documents import brief
from lawc.backends.documents import outline as view
from lawc.backends.documents.as_html import STYLE, because
from lawc.backends.documents.as_markdown import MARKS
from lawc.backends.documents.pages import page
from lawc.backends.documents.words import words
from lawc.compare.acts import Comparisons
from lawc.compare.rendering.outline import outlines


def html(comparisons: Comparisons) -> str:
    """Return a comparison as an HTML page; persons are folded, both reasons side by side."""
    frame = words("en")
    return page(
        "comparison.html.j2",
        "comparison.css",
        acts=outlines(comparisons),
        labels=comparisons.labels,
        language=frame.language,
        words=frame,
        style=STYLE,
        marks=MARKS,
        full=False,
        opened=view.OPENED,
        because=lambda ground: because(ground, frame),
        empty=brief.empty,
    )
