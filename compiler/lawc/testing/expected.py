"""Expectations: what an example expects, compared with what is decided.

`expected` names decisions, and lists with an entry for each member:

    {"entitled": true, "allowance": {"value": "47.44", "provisions": ["3(2)"]},
     "children": [{"counted": null}]}

A plain value expects a decision with this value; null expects that the law gives nothing. An
object names parts of the answer: `value`, `status`, `provisions`, `needed`. An amount may be
written as in a case (`"0.30"` is `"0.3"`), or as a number of JSON, which is read exactly as it
is written: 225.18.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lawc.runtime.facts import read_fraction
from lawc.runtime.results import Status

Json = Mapping[str, Any]
_DECIDED, _NOTHING = str(Status.DECIDED), str(Status.NOTHING)


def expectation(decided: Json) -> dict[str, Any]:
    """Return the expectation that a thing meets if it is `decided` so."""
    lists = {
        key: None if group is None else [expectation(member) for member in group]
        for key, group in decided["members"].items()
    }
    return {key: _expected(answer) for key, answer in decided["decisions"].items()} | lists


def _expected(answer: Json) -> Any:
    cited = {"provisions": answer["provisions"]} if answer["provisions"] else {}
    if answer["status"] == _DECIDED:
        return {"value": answer["value"], **cited} if cited else answer["value"]
    if answer["status"] == _NOTHING and not cited:
        return None
    return {"status": answer["status"], **cited}


def differences(path: str, expected: Json, thing: Json) -> Iterator[str]:
    """Yield where the decisions of `thing` differ from the `expected` ones."""
    decisions, members = thing["decisions"], thing["members"]
    for key, wanted in expected.items():
        place = f"{path}.{key}" if path else key
        if key in decisions:
            yield from _answer_differences(place, wanted, decisions[key])
        elif key in members:
            yield from _list_differences(place, wanted, members[key])
        else:
            parts = ", ".join([*decisions, *members])
            yield f"{place} is no part of the decision, which has {parts}"


def _answer_differences(place: str, wanted: Any, answer: Json) -> Iterator[str]:
    if not isinstance(wanted, dict):
        status = _NOTHING if wanted is None else _DECIDED
        same = answer["status"] == status and _as_expected(wanted, answer["value"])
        if not same:
            yield f"{place} is {_answer_text(answer)}, expected {_value_text(wanted)}"
        return
    for key, part in wanted.items():
        if key not in answer:
            yield f"{place} has no {_value_text(key)}; an answer has {', '.join(answer)}"
        elif not _as_expected(part, answer[key]):
            shown = (
                _answer_text(answer) if key in {"value", "status"} else _value_text(answer[key])
            )
            whole = place if key in {"value", "status"} else f"{place}: {key}"
            yield f"{whole} is {shown}, expected {_value_text(part)}"


def _list_differences(place: str, wanted: Any, group: Any) -> Iterator[str]:
    if wanted is None or group is None:
        if wanted is not group:
            yield f"{place} is {_length(group)}, expected {_length(wanted)}"
        return
    if not isinstance(wanted, list) or not all(isinstance(member, dict) for member in wanted):
        yield f"{place} is a list: expect an object for each of its entries"
        return
    if len(wanted) != len(group):
        yield f"{place} has {len(group)} entries, expected {len(wanted)}"
    for number, (expected, answer) in enumerate(zip(wanted, group, strict=False)):
        yield from differences(f"{place}[{number}]", expected, answer)


def _as_expected(wanted: Any, value: Any) -> bool:
    """Return whether a part of an answer is as expected; amounts are compared as numbers."""
    amount = _amount(value) if isinstance(value, str) else None
    if amount is not None:
        return _amount(wanted) == amount
    return type(wanted) is type(value) and bool(wanted == value)


def _amount(value: Any) -> Fraction | None:
    """Return an amount that a case writes (`"0.30"`, `"1/3"`, 12), None for any other value."""
    try:
        return read_fraction(value)
    except ValueError:
        return None


def _length(group: Any) -> str:
    return "unknown" if group is None else f"a list of {len(group)}"


def _answer_text(answer: Json) -> str:
    """Return an answer in words: `a contradiction of 1(1) and 1(2)`."""
    status, cited = Status(answer["status"]), " and ".join(answer["provisions"])
    match status:
        case Status.DECIDED:
            return _value_text(answer["value"])
        case Status.CONTRADICTION:
            return f"a contradiction of {cited}"
        case Status.OPEN:
            return f"open: it needs {', '.join(answer['needed'])}"
        case Status.NOT_IN_FORCE:
            return f"not in force: {cited}"
        case Status.NOTHING:
            return f"nothing under {cited}" if cited else "nothing"


def _value_text(value: Any) -> str:
    """Return a value as JSON; a number stands as it is written."""
    match value:
        case Decimal():
            return str(value)
        case list():
            return f"[{', '.join(map(_value_text, value))}]"
        case dict():
            parts = (f"{_value_text(key)}: {_value_text(part)}" for key, part in value.items())
            return f"{{{', '.join(parts)}}}"
        case _:
            return json.dumps(value, ensure_ascii=False)
