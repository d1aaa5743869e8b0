"""JSON of a user: read exactly, or refused with a message of one line."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lawc.commands.usage import UsageError
from lawc.files import TooLargeError, read_whole


def from_json(text: str) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: `text` is no JSON, has a key twice, or is nested too deep.
    """
    try:
        _SIZES.clear()
        value, end = _QUICK.raw_decode(text)
        if end == len(text) and _no_more_than(sum(_SIZES), text):
            return value
    except (ValueError, RecursionError):
        pass  # the slow way finds out what is wrong
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}"
        if "\n" in text:
            place = f"line {error.lineno}, {place}"
        raise ValueError(f"not JSON: {_small(error.msg)} at {place}") from None
    except RecursionError:
        raise ValueError("nested too deep") from None


def read_object(path: Path, line: int | None = None) -> dict[str, Any]:
    """Return the JSON object in a file, or in a line of it; `-` for the standard input.

    Raises:
        UsageError: the file cannot be read, or holds no JSON object.
    """
    name = "the standard input" if str(path) == "-" else f"`{path}`"
    text = _text(path, name)
    if not text.strip():
        raise UsageError(f"{name} is empty")
    if line is not None:
        rows = text.split("\n")
        if line > len(rows) or not rows[line - 1].strip():
            raise UsageError(f"{name} has no case in line {line}")
        name, text = f"{name}, line {line}", rows[line - 1].rstrip()
    try:
        case = from_json(text)
    except ValueError as error:
        if _holds_json_lines(text):
            raise UsageError(
                f"{name} holds several cases, one a line: `--line 1` takes the first of them, "
                "`lawc decide` decides them all"
            ) from error
        raise UsageError(f"{name}: {error}") from error
    if not isinstance(case, dict):
        raise UsageError(f"{name} holds no case: a case is one JSON object")
    return case


def _text(path: Path, name: str) -> str:
    try:
        if str(path) == "-":
            return read_whole(sys.stdin.buffer).decode("utf-8-sig")
        with path.open("rb") as file:
            return read_whole(file).decode("utf-8-sig")
    except TooLargeError as error:
        raise UsageError(f"{name} {error}") from error
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8 text") from error


def _holds_json_lines(text: str) -> bool:
    """Return whether the first of several lines is a JSON object by itself."""
    rows = list(filter(str.strip, text.split("\n")))
    with suppress(ValueError):
        return len(rows) > 1 and isinstance(from_json(rows[0]), dict)
    return False


def _small(message: str) -> str:
    if message == "Extra data":
        return "there is more after its end"
    return message[:1].lower() + message[1:]


def _no_number(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")


def exact_json(text: str) -> Any:
    """Return the value that `text` says, in which every number is exact as it is written.

    Raises:
        ValueError: as `from_json`.
    """
    from_json(text)
    return _EXACT.decode(text)


def _whole(digits: str) -> int:
    try:
        return int(digits)
    except ValueError:
        raise ValueError(f"a number of {len(digits)} digits is too long") from None


def _number(text: str) -> Any:
    """Return a number with a point or an exponent; one that is whole is kept exact."""
    try:
        exact = Decimal(text)
    except InvalidOperation:  # the exponent alone has too many
        raise ValueError(f"{text} has too many digits") from None
    if exact and abs(exact.adjusted()) > _DIGITS:
        raise ValueError(f"{text} has too many digits")
    whole = exact.to_integral_value()
    return int(whole) if whole == exact else _PLAIN.decode(text)


def _decimal(text: str) -> int | Decimal:
    exact = Decimal(text)
    whole = exact.to_integral_value()
    return int(whole) if whole == exact else exact


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # None: go on
        raise ValueError(f"{json.dumps(twice, ensure_ascii=False)} is said twice")
    return members


_DIGITS = 300  # of a number before its point, or behind it
_PLAIN = json.JSONDecoder()
_EXACT = json.JSONDecoder(parse_int=_whole, parse_float=_decimal)

_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_constant=_no_number, parse_int=_whole, parse_float=_number
)

# --- the quick way: the same value, or else the slow way --------------------------------

_SIZES: list[int] = []  # of the objects in the text that is being read


def _count_members(members: dict[str, Any]) -> dict[str, Any]:
    _SIZES.append(len(members))
    return members


def _no_more_than(keys: int, text: str) -> bool:
    """Return whether `text` has no more than so many keys: then no key stands twice.

    Invariant: a colon follows each key, right after its quotes or after a space.
    """
    return text.count(":") == keys or (
        text.count('":') == keys and not any(f"{space}:" in text for space in " \t\n\r")
    )


_QUICK = json.JSONDecoder(
    object_hook=_count_members, parse_constant=_no_number, parse_float=_number
)
