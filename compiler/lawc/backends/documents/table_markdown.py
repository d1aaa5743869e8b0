"""The comparative table as Markdown: words deleted are struck, words inserted are bold."""

from __future__ import annotations

from lawc.amend.comparing import Change, Piece
from lawc.backends.documents.showing import escaped
from lawc.backends.documents.table import Line, Table

_MARKS = {Change.SAME: "", Change.DELETED: "~~", Change.INSERTED: "**"}


def table_markdown(table: Table) -> str:
    """Return the table as Markdown."""
    rows = [table.heads, tuple("---" for _ in table.heads), *map(_cells, table.lines)]
    body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"# {escaped(table.title)}\n\n{body}\n"


def _cells(line: Line) -> tuple[str, ...]:
    return (
        line.number,
        _plain(line.element),
        "".join(map(_marked, line.current)),
        "".join(map(_marked, line.proposed)),
        _plain(line.reason),
        _plain(line.affected),
    )


def _marked(piece: Piece) -> str:
    """Return a piece between its marks, which touch no space and go over no line."""
    mark = _MARKS[piece.change]
    marked = []
    for line in piece.text.split("\n"):
        words = line.strip()
        if not words:
            marked.append(line)
            continue
        before, _, after = line.partition(words)
        marked.append(f"{before}{mark}{_plain(words)}{mark}{after}")
    return "<br>".join(marked)


def _plain(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.split("\n"))
