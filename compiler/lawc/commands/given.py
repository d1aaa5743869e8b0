"""JSON as a user gives it: read exactly, or refused with what is wrong with it in one line."""

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
    """Return the value that `text` says.

    Raises:
        ValueError: it is no JSON, says a key twice, or is nested too deep.
    """
    try:
        _SIZES.clear()
        found, end = _QUICK.raw_decode(text)
        if end == len(text) and _no_more_than(sum(_SIZES), text):
            return found
    except (ValueError, RecursionError):
        pass  # what is wrong is found by reading it slowly
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
        UsageError: it cannot be read, or is no JSON object.
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
        found = from_json(text)
    except ValueError as error:
        if _is_one_a_line(text):
            raise UsageError(
                f"{name} holds several cases, one a line: `--line 1` takes the first of them, "
                "`lawc decide` decides them all"
            ) from error
        raise UsageError(f"{name}: {error}") from error
    if not isinstance(found, dict):
        raise UsageError(f"{name} holds no case: a case is one JSON object")
    return found


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


def _is_one_a_line(text: str) -> bool:
    """Tell whether the first of several lines is a JSON object by itself."""
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
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # None: go on
        raise ValueError(f"{json.dumps(twice, ensure_ascii=False)} is said twice")
    return found


_DIGITS = 300  # of a number before its point, or behind it
_PLAIN = json.JSONDecoder()
_EXACT = json.JSONDecoder(parse_int=_whole, parse_float=_decimal)

_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_constant=_no_number, parse_int=_whole, parse_float=_number
)

# --- the quick way: the same value, or the text is read slowly --------------------------------

_SIZES: list[int] = []  # of the objects in the text that is being read


def _sized(found: dict[str, Any]) -> dict[str, Any]:
    _SIZES.append(len(found))
    return found


def _no_more_than(keys: int, text: str) -> bool:
    """Tell whether `text` has no more keys than so many, so that none was said twice.

    Each key has a colon, after its quotes or after a space.
    """
    return text.count(":") == keys or (
        text.count('":') == keys and not any(f"{space}:" in text for space in " \t\n\r")
    )


_QUICK = json.JSONDecoder(object_hook=_sized, parse_constant=_no_number, parse_float=_number)
