"""Examples in a table: a column a fact, a row a case, as an office writes them.

Before: `name,income,children.1.ill,expect entitled` above `Ann,600,yes,yes`. After: the example
as `examples.jsonl` has it. An empty cell says nothing: the fact is unknown, the decision is not
compared.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from io import StringIO
from typing import Any, NamedTuple

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type

_DIGITS = 3  # of the number of a member
_EXPECT, _DAY, _NAME = "expect", "day", "name"
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
_ANSWERS: Mapping[str, Any] = {"open": {"status": "open"}, "nothing": None}


class TableError(Exception):
    """A table that cannot be read; the message says where and why."""


class _Column(NamedTuple):
    """A column: the part of an example that it fills, the path in it, the type of its cells."""

    part: str
    path: tuple[str | int, ...]
    type: Type
    title: str


def examples_in_table(text: str, law: ir.Law) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the line and the example of each row of a table with commas or semicolons.

    Raises:
        TableError: a column or a cell cannot be read.
    """
    first = text.partition("\n")[0]
    sign = ";" if first.count(";") > first.count(",") else ","
    rows = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        titles = next(rows, [])
        columns = [_column(title.strip(), law) for title in titles]
        if len(set(columns)) < len(columns):
            raise TableError("line 1: a column stands there twice")
        if not any(column.part == "expected" for column in columns):
            raise TableError(
                "line 1: no column says what is expected, such as `expect entitled`"
            )
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num, _example(row, columns, rows.line_num)
    except csv.Error as error:
        raise TableError(f"line {rows.line_num}: {error}") from error


def _column(title: str, law: ir.Law) -> _Column:
    """Return the column of a title.

    Raises:
        TableError: it names nothing of the law.
    """
    if title == _NAME:
        return _Column(_NAME, (), Basic.TRUTH, title)
    first, _, rest = title.partition(" ")
    if first == _DAY and rest:
        known = [day.key for day in law.parameters] + list(law.idle_days)
        if rest not in known:
            raise TableError(f"line 1: the law has no day `{rest}`{_near(rest, known)}")
        return _Column("parameters", (rest,), Basic.DATE, title)
    expected = first == _EXPECT and bool(rest)
    part, path = ("expected", rest) if expected else ("case", title)
    root = next(kind for kind in law.kinds if kind.parent is None)
    return _Column(part, *_typed(path, root, law, decided=expected), title)


def _typed(
    path: str, kind: ir.Kind, law: ir.Law, *, decided: bool
) -> tuple[tuple[str | int, ...], Type]:
    """Return the keys of a path such as `children.1.ill`, and the type of what is there.

    Raises:
        TableError: there is no such path.
    """
    first, dot, rest = path.partition(".")
    types: dict[str, Type] = (
        {each.shown or each.key: each.type for each in law.decisions if each.kind == kind.key}
        if decided
        else {each.key: each.type for each in law.facts if each.kind == kind.key}
    )
    lists = {each.field: each for each in law.kinds if each.parent == kind.key and each.field}
    if not dot and first in types:
        return (first,), types[first]
    if first in lists:
        number, _, inner = rest.partition(".")
        if not (
            number.isascii()
            and number.isdigit()
            and len(number) <= _DIGITS
            and int(number)
            and inner
        ):
            raise TableError(
                f"line 1: `{path}` says not which: write `{first}.1.{inner or '...'}`"
            )
        below, type_ = _typed(inner, lists[first], law, decided=decided)
        return (first, int(number) - 1, *below), type_
    of = "decision" if decided else "fact"
    near = _near(first, [*types, *lists])
    raise TableError(f"line 1: the law has no {of} `{path}` of a {kind.key}{near}")


def _near(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    return (
        f"; did you mean `{close[0]}`?" if close else f": it has {', '.join(known) or 'none'}"
    )


def _example(row: list[str], columns: list[_Column], line: int) -> dict[str, Any]:
    example: dict[str, Any] = {"name": f"row {line}", "case": {}, "expected": {}}
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise TableError(f"line {line}: it has more cells than there are columns")
    for cell, column in zip(row, columns, strict=False):
        text = cell.strip()
        if not text:
            continue
        if column.part == _NAME:
            example[_NAME] = text
            continue
        _put(example.setdefault(column.part, {}), column, _value(text, column, line), line)
    if not example["expected"]:
        raise TableError(f"line {line}: nothing is expected, so that nothing would be compared")
    return example


def _value(text: str, column: _Column, line: int) -> Any:
    if column.part == "expected" and text in _ANSWERS:
        return _ANSWERS[text]
    if column.type is Basic.TRUTH:
        if text.lower() not in _TRUTHS:
            raise TableError(f"line {line}: `{column.title}` is yes or no, not `{text}`")
        return _TRUTHS[text.lower()]
    if column.type is Basic.COUNT and text.isascii() and text.isdigit():
        return int(text)
    return text


def _put(into: dict[str, Any], column: _Column, value: Any, line: int) -> None:
    here: Any = into
    for key, after in zip(column.path, (*column.path[1:], None), strict=True):
        if isinstance(key, int):
            if key > len(here):
                raise TableError(
                    f"line {line}: `{column.title}` is told, and nothing of the one before it"
                )
            if key == len(here):
                here.append({})
            here = here[key]
        elif after is None:
            here[key] = value
        else:
            here = here.setdefault(key, [])
