"""A report as one HTML page: the charts are in it, and it needs no network and no script."""

from __future__ import annotations

from importlib.util import find_spec

from lawc.backends.documents.pages import drawn, page
from lawc.impact.rendering.as_text import cell_text
from lawc.impact.rendering.outline import outline_of
from lawc.impact.rendering.ribbons import ribbons
from lawc.impact.report import Impact


def html(impact: Impact) -> str:
    """Return a report as an HTML page, with charts if they can be drawn."""
    charts = ribbons(impact)
    if find_spec("vl_convert") is not None:
        from lawc.impact.rendering.charts import svg  # noqa: PLC0415 - of an extra

        charts += svg(impact)
    return page(
        "impact.html.j2",
        outline=outline_of(impact),
        language=impact.law.language,
        words=impact.names.frame,
        charts=drawn(charts),
        text=lambda number: cell_text(impact, number),
    )
