"""Explanations as one HTML page that needs no script: nested details, the reasons opened."""

from __future__ import annotations

from lawc.backends.documents import brief
from lawc.backends.documents import outline as view
from lawc.backends.documents.as_markdown import MARKS
from lawc.backends.documents.pages import page
from lawc.backends.documents.report import Report
from lawc.backends.documents.words import Words, words

STYLE = {True: "true", False: "false", None: "unknown"}


def html(report: Report, *, full: bool = False) -> str:
    """Return `report` as an HTML page; everything is in it, `full` opens all of it."""
    frame = words(report.language)
    return page(
        "explanation.html.j2",
        page=view.outline(report),
        language=frame.language,
        words=frame,
        style=STYLE,
        marks=MARKS,
        full=full,
        opened=view.OPENED,
        because=lambda ground: because(ground, frame),
        empty=brief.empty,
    )


def because(ground: view.GroundLine, frame: Words) -> str:
    """Return in a few words why a ground holds or fails, or which provisions displace it."""
    if ground.group is view.Group.DISPLACED:
        return "; ".join(ground.effects)
    return brief.because(ground, frame)
