"""The comparative table as one HTML page: words deleted and inserted are marked as such."""

from __future__ import annotations

from lawc.backends.documents.pages import page
from lawc.backends.documents.table import Table


def table_html(table: Table) -> str:
    """Return the table as an HTML page."""
    return page("table.html.j2", table=table)
