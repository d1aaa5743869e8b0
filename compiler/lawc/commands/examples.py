"""Example cases beside a statute: read, and compared with what it decides.

A line of `examples.jsonl` is `{"name": ..., "case": {...}, "expected": {...}}`, with
`"parameters": {"effective_day": "2025-07-10"}` where a day other than the law's is meant. Only
what `expected` names is compared: see `lawc.testing.expected`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawc.commands.given import exact_json, from_json
from lawc.commands.usage import UsageError
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.ir import nodes as ir

_KEYS = frozenset({"name", "case", "expected", "parameters"})


@dataclass(frozen=True, slots=True)
class Example:
    """A case with what is expected of it; `place` is its file and line."""

    name: str
    place: str
    case: dict[str, Any]
    expected: dict[str, Any]
    days: tuple[str, ...]


def examples(file: Path) -> Iterator[Example]:
    """Yield the examples in `file`.

    Raises:
        UsageError: it cannot be read, or a line is no example.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UsageError(f"`{file}` cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"`{file}` is not UTF-8 text") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield example_in(f"{file.name}:{number}", line)
        except ValueError as error:
            raise UsageError(f"`{file}`, line {number}: {error}") from error


def table_examples(file: Path, law: ir.Law) -> Iterator[Example]:
    """Yield the examples of a table, `examples.csv`; none if there is no such file.

    Raises:
        UsageError: it cannot be read.
    """
    from lawc.desk.table import TableError, examples_in_table

    if not file.is_file():
        return
    try:
        text = file.read_text(encoding="utf-8-sig")
        for line, data in examples_in_table(text, law):
            yield example_of(f"{file.name}:{line}", data)
    except UnicodeDecodeError as error:
        raise UsageError(f"`{file}` is not UTF-8 text: save it as CSV in UTF-8") from error
    except TableError as error:
        raise UsageError(f"`{file}`, {error}") from error


def example_in(place: str, line: str) -> Example:
    """Return the example that a line of JSON says; what it expects is exact as written.

    Raises:
        ValueError: it is none.
    """
    example = example_of(place, from_json(line))
    return replace(example, expected=exact_json(line)["expected"])


def is_example(data: object) -> bool:
    """Return whether a line is an example, even a faulty one."""
    return isinstance(data, dict) and {"name", "case", "expected"} <= data.keys()


def example_of(place: str, data: object) -> Example:
    """Return the example that a line says, which stands at `place`.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(data, dict) or not is_example(data):
        raise ValueError("an example is an object with `name`, `case` and `expected`")
    if others := sorted(data.keys() - _KEYS):
        raise ValueError(f"an example has no `{others[0]}`; it has {', '.join(sorted(_KEYS))}")
    days = data.get("parameters", {})
    if not isinstance(days, dict) or not isinstance(data["expected"], dict):
        raise ValueError("`expected` and `parameters` are objects")  # noqa: TRY004 - see above
    if not data["expected"]:
        raise ValueError("`expected` names nothing, so that nothing would be compared")
    set_ = tuple(f"{key}={day}" for key, day in days.items())
    return Example(str(data["name"]), place, data["case"], data["expected"], set_)
