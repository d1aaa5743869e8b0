"""Tables bound to a law: which column is which fact, and what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import NamedTuple

import polars as pl

from lawc.ir import nodes as ir
from lawc.meaning.world import suppliable
from lawc.records import dataclass
from lawc.register.columns import Column, read_column, read_truths, unfit_type
from lawc.register.copying import ROW
from lawc.register.mapping import FILE, Names, key_names
from lawc.register.misfits import Misfit, RegisterError
from lawc.register.sources import Source, numbered, tables_from
from lawc.syntax.spelling import nearest_name


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
    lists: Mapping[str, Column]  # those columns that tell it, by the kind of members


@dataclass(frozen=True)
class Binding:
    """Tables on the way to be bound to a law; what does not fit is collected."""

    law: ir.Law
    frames: Mapping[str, pl.LazyFrame]
    named: Names
    established: bool
    misfits: list[Misfit] = field(default_factory=list)
    almost: dict[str, set[str]] = field(default_factory=dict)  # facts whose names are misspelt

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
        key = self.named.key(self.law, kind, names)
        owner = self.owner(kind, names)
        if key is None and (members or named.key):
            usual = named.key or key_names(self.law, kind)[0]
            self.fatal(
                kind.key,
                f"has no column `{usual}` that names each {kind.key}",
                "" if named.key else f'or write `key = "COLUMN"` under [{kind.key}] of {FILE}',
            )
        taken = {key, owner, *known.values(), *named.ignore}
        rest = [name for name in names if name not in taken and name != ROW]
        columns = tuple(self.columns(kind.key, rest))
        lists = {
            below: read_truths(
                kind.key, below, name, frame, named.values.get(self.fields[below])
            )
            for below, name in known.items()
            if name is not None
        }
        return Table(kind.key, numbered(frame), key, owner, columns, known, lists)

    @property
    def fields(self) -> dict[str, str]:
        """The names of the lists of members, by kind."""
        return {kind.key: str(kind.field) for kind in self.law.kinds}

    def owner(self, kind: ir.Kind, names: list[str]) -> str | None:
        """Return the column of a table that names the owner, None for the first kind."""
        if kind.parent is None:
            return None
        owner = self.named.owner(kind)
        if owner not in names:
            help_ = f'or write `owner = "COLUMN"` under [{kind.key}] of {FILE}'
            text = f"has no column `{owner}` that names the {kind.parent} of each"
            self.fatal(kind.key, text, "" if self.named.of(kind.key).owner else help_)
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
        bound = {
            keys_of.get(name, name)
            for name in names
            if name in keys_of or name not in named.columns
        }
        missing = [key for key in declared if key not in bound]
        for name in names:
            key = keys_of.get(name, name)
            if name not in keys_of and name in named.columns:
                text = f"is not used: `{named.columns[name]}` is to be `{name}`"
                self.misfits.append(Misfit(kind, name, text))
            elif key in supplied and (why := unfit_type(self.frames[kind], name)):
                self.misfits.append(Misfit(kind, name, why, fatal=True))
            elif key in supplied:
                yield read_column(
                    self.law, kind, key, name, self.frames[kind],
                    named.values.get(key), named.days.get(key),
                )  # fmt: skip
            else:
                self.misfits.append(self.no_fact(kind, name, missing))
        missing = [key for key in missing if key not in self.almost.get(kind, ())]
        if missing:
            keys = ", ".join(f"`{key}`" for key in sorted(missing))
            self.misfits.append(Misfit(kind, "", f"has no column for {keys}: unknown"))

    def no_fact(self, kind: str, name: str, missing: list[str]) -> Misfit:
        """Return the misfit of a column that is no fact, fatal if almost called as one."""
        if name in suppliable(self.law, kind):
            text = "is what the law says itself, and not used"
            return Misfit(kind, name, text, help="`--established` takes it")
        dtype = self.frames[kind].collect_schema()[name]
        below = [each.field for each in self.law.kinds if each.parent == kind]
        if name in below and isinstance(dtype, pl.List):
            return Misfit(kind, name, f"is {dtype}, and no list of records", fatal=True)
        if near := nearest_name(name, missing):
            calls, ignores = f'`{near} = "{name}"`', f'`ignore = ["{name}"]`'
            help_ = (
                f"name it `{near}`, or write in `{FILE}` {calls} under [{kind}.columns] or "
                f"{ignores} under [{kind}]"
            )
            text = "is no fact, and its name is almost that of one"
            self.almost.setdefault(kind, set()).add(near)
            return Misfit(kind, name, text, help=help_, fatal=True)
        words = set(re.split(r"[\W_]+", name.casefold())) - {"of", "the", "is", "has"}
        shared = [(-len(words & set(key.split("_"))), key) for key in missing]
        count, key = min(shared, default=(0, ""))
        help_ = f"name it `{key}` if it is that" if count else ""
        return Misfit(kind, name, "is no fact of this law, and not used", help=help_)

    def fatal(self, table: str, text: str, help_: str = "") -> None:
        """Note what lets nothing be decided."""
        self.misfits.append(Misfit(table, "", text, help=help_, fatal=True))


class Bindings(NamedTuple):
    """The tables of a source by kind, bound to a law, and what does not fit.

    `joined` tells whether the rows of members can be put to their owners.
    """

    tables: dict[str, Table]
    misfits: list[Misfit]
    joined: bool


def bindings_of(
    law: ir.Law, frames: Mapping[str, pl.LazyFrame], names: Names, *, established: bool
) -> Bindings:
    """Return tables by kind, bound to a law, and what does not fit."""
    binding = Binding(law, frames, names, established)
    tables = {table.kind: table for table in binding.tables()}
    for kind in law.kinds:
        if kind.key in frames and kind.parent not in (None, *frames):
            binding.fatal(kind.key, f"there is no table of each {kind.parent} it belongs to")
    joined = not any(misfit.fatal and not misfit.column for misfit in binding.misfits)
    types = list(_misfits_of_keys(law, tables))
    return Bindings(tables, [*binding.misfits, *types], joined and not types)


def bound_tables(
    law: ir.Law, source: Source, names: Names, *, established: bool
) -> tuple[dict[str, Table], list[Misfit]]:
    """Return the tables of a source by kind, bound to a law, and what does not fit.

    Raises:
        RegisterError: something does not fit that lets nothing be decided.
    """
    frames = tables_from(law, source, names).frames
    tables, misfits, _ = bindings_of(law, frames, names, established=established)
    if any(misfit.fatal for misfit in misfits):
        raise RegisterError(tuple(misfits))
    return tables, misfits


def _misfits_of_keys(law: ir.Law, tables: Mapping[str, Table]) -> Iterator[Misfit]:
    """Yield keys of owners that are of another type than those of the table of owners."""
    for kind in law.kinds:
        table, above = tables.get(kind.key), tables.get(str(kind.parent))
        if table is None or above is None or table.owner is None or above.key is None:
            continue
        own = table.frame.collect_schema()[table.owner]
        theirs = above.frame.collect_schema()[above.key]
        if own != theirs:
            text = f"is {own}, and `{above.kind}.{above.key}` is {theirs}"
            help_ = "keys of one thing are of one type"
            yield Misfit(kind.key, table.owner, text, help=help_, fatal=True)
