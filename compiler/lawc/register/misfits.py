"""Misfits: what in the tables of a register does not fit the law."""

from __future__ import annotations

from typing import NamedTuple


class Misfit(NamedTuple):
    """What does not fit, in how many rows; `column` is empty where it is a whole table.

    A misfit that is `fatal` lets nothing be decided. With any other, the wholes of its rows are
    left out: a person of whom an offence cannot be read is not decided without that offence.
    One of no rows says only what is not used, or not known.
    """

    table: str
    column: str
    text: str
    rows: int = 0
    help: str = ""
    fatal: bool = False

    def __str__(self) -> str:
        place = f"{self.table}.{self.column}" if self.column else self.table
        rows = (
            "" if not self.rows else " (1 row)" if self.rows == 1 else f" ({self.rows:,} rows)"
        )
        return f"{place}: {self.text}{rows}" + (f"; {self.help}" if self.help else "")


class RegisterError(ValueError):
    """Tables that cannot be bound to a law, with all their misfits."""

    def __init__(self, misfits: tuple[Misfit, ...]) -> None:
        super().__init__("\n".join(map(str, misfits)))
        self.misfits = misfits
