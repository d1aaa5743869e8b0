"""The comparative table as a document: words deleted are struck, words inserted are bold."""

from __future__ import annotations

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from lawc.amend.comparing import Change, Piece
from lawc.backends.documents.table import Table
from lawc.backends.documents.word import empty, legible, saved

_WIDTHS = (10, 30, 75, 75, 45, 32)  # of the columns, in millimetres
_LONG, _SHORT, _MARGIN = 297, 210, 15  # of the sheet


def table_docx(table: Table) -> bytes:
    """Return the table as a .docx file."""
    document = empty(table.title, table.language)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_LONG), Mm(_SHORT)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    document.styles["Normal"].font.size = Pt(9)
    document.add_heading(legible(table.title), 1)
    grid = document.add_table(1, len(table.heads), "Table Grid")
    grid.autofit = False
    for cell, head in zip(grid.rows[0].cells, table.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - no public name
    for line in table.lines:
        cells = grid.add_row().cells
        for place, text in (
            (0, line.number),
            (1, line.element),
            (4, line.reason),
            (5, line.affected),
        ):
            _fill(cells[place], (Piece(Change.SAME, text),))
        _fill(cells[2], line.current)
        _fill(cells[3], line.proposed)
    for row in grid.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Mm(width)
    return saved(document)


def _fill(cell: _Cell, pieces: tuple[Piece, ...]) -> None:
    paragraph = cell.paragraphs[0]
    for piece in pieces:
        first, *others = legible(piece.text).split("\n")
        for place, text in enumerate((first, *others)):
            if place:
                paragraph = cell.add_paragraph()
            if text:
                run = paragraph.add_run(text)
                run.font.strike = piece.change is Change.DELETED or None
                run.bold = piece.change is Change.INSERTED or None
