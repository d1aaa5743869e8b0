"""A report as rows of cells: CSV, and sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lawc.impact.rendering.as_text import cell_text
from lawc.impact.rendering.outline import Grid, Number, outline_of
from lawc.impact.report import Impact

HEAD = ("table", "unit", "decision", "section", "row", "column", "count", "hidden", "synthetic")
_WIDTH, _FIRST = 16, 34  # of a column of a sheet, and of the first


def as_csv(impact: Impact) -> str:
    """Return all numbers as CSV, a line each; a hidden number has no count."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEAD)
    names = impact.names
    synthetic = str(impact.about.synthetic).lower()
    for table in impact.tables:
        for head in table.rows:
            for column in table.columns:
                count = table.count(head, column)
                row = (
                    table.key, table.unit, names.decision(table.decision), names.section(head),
                    names.row(table, head), names.column(table, column),
                    "" if count is None else count, str(count is None).lower(), synthetic,
                )  # fmt: skip
                writer.writerow([_inert(cell) for cell in row])
    return file.getvalue()


def _inert(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t" and cell else cell


def as_xlsx(impact: Impact) -> bytes:
    """Return a report as a workbook, a sheet a table; the same bytes each time."""
    import xlsxwriter  # noqa: PLC0415 - of an extra

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False,
                                      "strings_to_urls": False})  # fmt: skip
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - it has no zone
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "#,##0"})
    outline = outline_of(impact)
    first = book.add_worksheet("0")
    first.set_column(0, 0, 120)
    lines = (outline.title, outline.warning, *outline.head, *outline.notes, *outline.end)
    for place, line in enumerate(filter(None, lines)):
        first.write_string(place, 0, line, bold if place == 0 else None)
    for place, grid in enumerate(outline.grids, start=1):
        sheet = book.add_worksheet(_sheet_name(place, grid))
        sheet.set_column(0, 0, _FIRST)
        sheet.set_column(1, len(grid.columns), _WIDTH)
        sheet.freeze_panes(2, 1)
        title = f"{grid.title} ({outline.warning})" if outline.warning else grid.title
        sheet.write_string(0, 0, title, bold)
        for column, name in enumerate(grid.columns, start=1):
            sheet.write_string(1, column, name, bold)
        for row, (name, cells) in enumerate(_rows(impact, grid), start=2):
            sheet.write_string(row, 0, name, None if cells else bold)
            for column, cell in enumerate(cells, start=1):
                if isinstance(cell, int):
                    sheet.write_number(row, column, cell, number)
                else:
                    sheet.write_string(row, column, cell)
    book.close()
    return file.getvalue()


def _sheet_name(place: int, grid: Grid) -> str:
    name = "".join(sign if sign not in "[]:*?/\\'" else " " for sign in grid.key)
    return f"{place} {name}"[:31]


def _rows(impact: Impact, grid: Grid) -> Iterator[tuple[str, list[Any]]]:
    for line in grid.lines:
        cells = [
            number.value
            if isinstance(number, Number) and number.value is not None
            else cell_text(impact, number)
            for number in line.numbers
        ]
        yield "  " * line.indent + line.name, cells
