"""The comparative table of an amendment: its cells, however they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from lawc.amend.comparing import Change, Piece, Row
from lawc.amend.operations import Path
from lawc.amend.wording import Wording, wording
from lawc.records import dataclass

NOTHING = "—"
COLUMNS = ("number", "element", "current", "proposed", "reason", "affected")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: the two wordings as pieces, the rest as text."""

    number: str
    element: str
    current: tuple[Piece, ...]
    proposed: tuple[Piece, ...]
    reason: str
    affected: str


@dataclass(frozen=True, slots=True)
class Table:
    """The table with its title and the heads of its columns."""

    language: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


def table(
    name: str, rows: tuple[Row, ...], affected: Mapping[Path, str], language: str
) -> Table:
    """Return the table of `rows`.

    Args:
        name: the name of the act.
        rows: the elements that differ.
        affected: the persons whom the change of an element affects; other cells are left open.
        language: that of the act.
    """
    say = wording(language)
    heads = tuple(say(f"table_{column}") for column in COLUMNS)
    lines = tuple(_line(number, row, affected, say) for number, row in enumerate(rows, 1))
    return Table(language, say("table_of", name=name), heads, lines)


def _line(number: int, row: Row, affected: Mapping[Path, str], say: Wording) -> Line:
    element = say.place(row.path) if row.path else say("table_front")
    pieces = row.pieces
    nothing = (Piece(Change.SAME, NOTHING),)
    return Line(
        str(number),
        f"{element[0].upper()}{element[1:]}",
        tuple(piece for piece in pieces if piece.change is not Change.INSERTED) or nothing,
        tuple(piece for piece in pieces if piece.change is not Change.DELETED) or nothing,
        "\n".join(row.reasons),
        affected.get(row.path, NOTHING),
    )
