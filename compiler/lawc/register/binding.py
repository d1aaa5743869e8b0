"""Tables bound to a law: which column is which fact, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

import polars as pl

from lawc.ir import nodes as ir
from lawc.meaning.world import suppliable
from lawc.records import dataclass
from lawc.register.columns import Column, read_column
from lawc.register.mapping import Names
from lawc.register.misfits import Misfit, RegisterError
from lawc.register.sources import Source, tables_from
from lawc.syntax.spelling import allowed_distance, distance

ROW = "row"  # the number of a row in its table, from 1


@dataclass(frozen=True)
class Table:
    """A table of the things of a kind.

    `key` is the column that names a thing, `owner` that which names its owner; `known` are, for
    each kind of members that have a table, the column that tells whether their list is known,
    None if all are.
    """

    kind: str
    frame: pl.LazyFrame
    key: str | None
    owner: str | None
    columns: tuple[Column, ...]
    known: Mapping[str, str | None]


@dataclass(frozen=True)
class Binding:
    """Tables on the way to be bound to a law; what does not fit is collected."""

    law: ir.Law
    frames: Mapping[str, pl.LazyFrame]
    named: Names
    established: bool
    misfits: list[Misfit] = field(default_factory=list)

    def tables(self) -> Iterator[Table]:
        """Yield the tables of a source, from the first kind on."""
        for kind in self.law.kinds:
            if kind.key in self.frames:
                yield self.table(kind)

    def table(self, kind: ir.Kind) -> Table:
        """Return a table with its columns bound by their names."""
        frame = self.frames[kind.key]
        names = frame.collect_schema().names()
        named = self.named.of(kind.key)
        members = {
            below.key: named.known.get(str(below.field), f"{below.field}_known")
            for below in self.law.kinds
            if below.parent == kind.key and below.key in self.frames
        }
        known = {below: name if name in names else None for below, name in members.items()}
        usual = (named.key,) if named.key else (f"{kind.key}_id", "id")
        key = next((name for name in usual if name in names), None)
        owner = self.owner(kind, names)
        if key is None and (members or named.key):
            self.fatal(kind.key, f"has no column `{usual[0]}` that names each {kind.key}")
        taken = {key, owner, *known.values(), *named.ignore}
        rest = [name for name in names if name not in taken and name != ROW]
        columns = tuple(self.columns(kind.key, rest))
        return Table(kind.key, frame.with_row_index(ROW, 1), key, owner, columns, known)

    def owner(self, kind: ir.Kind, names: list[str]) -> str | None:
        """Return the column of a table that names the owner, None for the first kind."""
        if kind.parent is None:
            return None
        owner = self.named.of(kind.key).owner or f"{kind.parent}_id"
        if owner not in names:
            self.fatal(
                kind.key, f"has no column `{owner}` that names the {kind.parent} of each"
            )
            return None
        return owner

    def columns(self, kind: str, names: list[str]) -> Iterator[Column]:
        """Yield the columns that supply facts, and note the others."""
        declared = {fact.key for fact in self.law.facts if fact.kind == kind}
        supplied = suppliable(self.law, kind) if self.established else declared
        named = self.named.of(kind)
        keys_of = {column: key for key, column in named.columns.items()}
        for key, column in named.columns.items():
            if column not in names:
                self.fatal(kind, f"has no column `{column}`, which is to be `{key}`")
        bound = {keys_of.get(name, name) for name in names}
        missing = [key for key in declared if key not in bound]
        for name in names:
            key = keys_of.get(name, name)
            if key in supplied:
                yield read_column(
                    self.law, kind, key, name, self.frames[kind],
                    named.values.get(key), named.days.get(key),
                )  # fmt: skip
            elif nearest := _nearest(name, missing):
                help_ = f"name it `{nearest}`, or leave it out"
                text = "is no fact, and its name is almost that of one"
                self.misfits.append(Misfit(kind, name, text, help=help_, fatal=True))
            else:
                self.misfits.append(Misfit(kind, name, "is no fact of this law, and not used"))
        if missing:
            keys = ", ".join(f"`{key}`" for key in sorted(missing))
            self.misfits.append(Misfit(kind, "", f"has no column for {keys}: unknown"))

    def fatal(self, table: str, text: str) -> None:
        """Note what lets nothing be decided."""
        self.misfits.append(Misfit(table, "", text, fatal=True))


def bound_tables(
    law: ir.Law, source: Source, names: Names, *, established: bool
) -> tuple[dict[str, Table], list[Misfit]]:
    """Return the tables of a source by kind, bound to a law, and what does not fit.

    Raises:
        RegisterError: something does not fit that lets nothing be decided.
    """
    binding = Binding(law, tables_from(law, source, names), names, established)
    tables = {table.kind: table for table in binding.tables()}
    for kind in law.kinds:
        _check_keys(binding, tables, kind)
        if kind.key in binding.frames and kind.parent not in (None, *binding.frames):
            binding.fatal(kind.key, f"there is no table of each {kind.parent} it belongs to")
    if any(misfit.fatal for misfit in binding.misfits):
        raise RegisterError(tuple(binding.misfits))
    return tables, binding.misfits


def _check_keys(binding: Binding, tables: Mapping[str, Table], kind: ir.Kind) -> None:
    """Note keys of owners that are of another type than those of the table of owners."""
    table, above = tables.get(kind.key), tables.get(str(kind.parent))
    if table is None or above is None or table.owner is None or above.key is None:
        return
    own = table.frame.collect_schema()[table.owner]
    theirs = above.frame.collect_schema()[above.key]
    if own != theirs:
        text = f"is {own}, and `{above.kind}.{above.key}` is {theirs}"
        help_ = "keys of one thing are of one type"
        binding.misfits.append(Misfit(kind.key, table.owner, text, help=help_, fatal=True))


def _nearest(name: str, keys: list[str]) -> str | None:
    """Return the key that a name is almost, None if it is not near to one."""
    plain = name.casefold().replace(" ", "_").replace("-", "_")
    near = sorted((distance(plain, key), key) for key in keys)
    if near and near[0][0] <= allowed_distance(near[0][1]):
        return near[0][1]
    within = [key for key in keys if plain and (plain in key or key in plain)]
    return min(within, default=None)
