"""A law as a file of SQL that stands alone: tables of natural types in, decisions out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from sqlglot import exp

from lawc.backends.relational.relations import Relations, relations_of
from lawc.backends.relational.sql import KEY, named, quoted, statement
from lawc.backends.relational.sql_dialects import DIALECTS, Dialect
from lawc.backends.relational.sql_naming import Names, cited, fitted, words_of
from lawc.backends.relational.sql_tables import (
    DAYS,
    MONEY,
    OTHERS,
    Sizes,
    canonical,
    columns_of,
    open_days,
    tables_of,
)
from lawc.backends.relational.values import TooLargeError
from lawc.ir import nodes as ir
from lawc.runtime.amounts import number

_WIDTH = 96

# What fits into 64 bits depends on what a law multiplies: the first that does is taken.
SIZES = (Sizes(10**9, 10**11, 10**6), Sizes(10**6, 10**9, 10**4), Sizes(10**4, 10**7, 10**2))


def sql_files(law: ir.Law, version: str) -> dict[str, str]:
    """Return the file of each engine: none if the numbers of the law are too large for it."""
    for sizes in SIZES:
        try:
            relations = relations_of(law, tables_of(law, sizes), provisions=True)
        except TooLargeError:
            continue
        relations, names, words = cited(law, relations)
        return {
            f"rules.{dialect.name}.sql": "\n".join(
                [
                    *_header(law, version, sizes, dialect),
                    "",
                    *_statements(law, relations, (names, words), dialect),
                ]
            )
            for dialect in DIALECTS.values()
        }
    return {}


def _statements(
    law: ir.Law, relations: Relations, called: tuple[Names, Names], dialect: Dialect
) -> Iterator[str]:
    """Yield a statement for each kind of things that something is decided of."""
    names, words = called
    tables = {
        kind.key: canonical(law, kind, relations.tables, dialect, names) for kind in law.kinds
    }
    deciding = {decision.kind for decision in law.decisions}
    for kind in law.kinds:
        if kind.key in deciding:
            select = statement(relations.layers, tables, kind.key, dialect, words)
            columns = list(_answers(law, kind.key, relations))
            for column, name in zip(columns, fitted(c.alias for c in columns), strict=True):
                column.set("alias", exp.to_identifier(name, quoted=True))
            select.set("expressions", columns)
            text = select.sql(dialect=dialect.name, pretty=True)
            yield f"-- What the law decides of each {kind.key}.\n{text};\n"


def _answers(law: ir.Law, kind: str, relations: Relations) -> Iterator[exp.Alias]:
    """Yield the columns of the answers about things of a kind, and of the provisions."""
    yield named(quoted(KEY), f"{kind}_id")
    elements = {element.eid: element for element in law.elements}
    for decision in law.decisions:
        if decision.kind == kind:
            answered = relations.answers[decision.key]
            yield named(quoted(answered.value), decision.key + _unit(answered.of))
            yield named(quoted(answered.status), f"{decision.key}_status")
            for citation, column in answered.cites:
                yield named(quoted(column), f"{decision.key} by {citation}")
    for provided in relations.provisions:
        if provided.kind == kind:
            applies = named(quoted(provided.applies), f"{provided.citation} applies")
            applies.add_comments([words_of(elements[provided.eid])])
            yield applies


def _unit(of: int) -> str:
    return "" if of == 1 else f"_in_{number(Fraction(1, of), fraction=True)}"


def _header(law: ir.Law, version: str, sizes: Sizes, dialect: Dialect) -> Iterator[str]:
    """Yield the lines that say what a file reads, and what it answers."""
    yield from _comment(f"{law.title}, for {dialect.name}.")
    yield from _comment(f"Written by lawc {version} from {law.act}/{law.language}.law.")
    yield from _comment("Do not edit: change the statute and run `lawc build --sql`.")
    if dialect.note:
        yield from _comment(dialect.note)
    yield "--"
    yield from _comment("It reads these tables:")
    for kind in law.kinds:
        yield from _table(kind.key, columns_of(law, kind))
    if days := open_days(law):
        yield from _table(DAYS, [(day, "DATE; the table has one row") for day in days])
    yield "--"
    yield from _comment(
        "What is null is not known, and neither is a value that is none of its type. "
        f"BIGINT are from 0 to {sizes.whole:,}. DECIMAL(18, {MONEY}) have at most {MONEY} "
        f"decimals and {sizes.money:,} units, DECIMAL(18, {OTHERS}) {OTHERS} and "
        f"{sizes.number:,}."
    )
    for day in law.parameters:
        if day.value is not None:
            yield from _comment(f"`{day.key}` is {day.value.isoformat()}.")
    yield "--"
    yield from _comment(
        "It answers, for each decision: its value; `<decision>_status`: decided, open, "
        "contradiction or nothing (also where no version of the law is in force); "
        "`<decision> by <citation>`: whether a provision makes it. Numbers are whole: those of "
        "`<decision>_in_1/60` count sixtieths. Days are numbers of days, 1 for 0001-01-01. "
        "`<citation> applies` is null if it is not known."
    )
    yield from _comment(
        "A decision is open if a provision that matters is not known. It may be the same "
        "however the missing facts turn out: that is not settled here, but by `lawc decide`."
    )


def _table(name: str, columns: Any) -> Iterator[str]:
    yield "--"
    yield f"--   {name}"
    for column, type_ in columns:
        yield f"--     {column}  {type_}"


def _comment(text: str) -> Iterator[str]:
    """Yield a text as lines of a comment."""
    line = "--"
    for word in text.split():
        if len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = "--"
        line += f" {word}"
    yield line
