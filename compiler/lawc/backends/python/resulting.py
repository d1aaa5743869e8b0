"""The results that quick functions return, as Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawc.backends.python.layout import Call, Chain, Code, laid_out, row
from lawc.backends.python.text import literal

if TYPE_CHECKING:
    from lawc.backends.python.quick import Quick, State


def finish(quick: Quick, state: State, pad: str) -> None:
    """Write the result of a thing that is done."""
    values: list[Code] = []
    cites: list[Code] = []
    flags: list[int] = []
    for number, decision in enumerate(quick.decisions):
        one, before = state.get(decision.key), quick.possible(decision.key)
        refused = quick.refusing(decision.key)
        if one is not None and not one.kept and not before:
            values.append(one.code)
            cites.append(quick.cite(one.place))
            continue
        if refused is None:
            quick.lines.append(f"{pad}return None")
            return
        otherwise = "None"
        if decision.otherwise is not None:
            otherwise = quick.literal(decision, decision.otherwise)
        cited = row([literal(quick.citation(place)) for place in refused])
        if one is None and not before:
            if decision.otherwise is None and decision.key in quick.module.names.lapsing:
                quick.lines.append(f"{pad}return None")
                return
            values.append(otherwise)
            cites.append(cited)
            continue
        if one is not None and not one.kept:
            quick.keep({decision.key: one}, pad)
        if decision.otherwise is None and decision.key in quick.module.names.lapsing:
            quick.lines.extend([f"{pad}if v{number} is None:", f"{pad}    return None"])
        value = f"v{number}"
        values.append(
            value if otherwise == "None" else f"{otherwise} if {value} is None else {value}"
        )
        cites.append(f"c{number}" if cited == "()" else Chain("or", (f"c{number}", cited)))
        flags.append(number)
    _take(quick, _result(quick, values, cites, flags), pad)


def _result(quick: Quick, values: list[Code], cites: list[Code], flags: list[int]) -> Code:
    """Return Python for the result; `flags` are the decisions that stand in variables.

    It is a constant where the law alone says it, and one of two where there is one
    decision in a variable, and what can stand there is one constant or nothing.
    """
    if quick.lists or quick.ends or not all(map(_fixed, values)):
        return _new(quick, values, cites)
    if not flags:
        return _constant(quick, values, cites)
    (first, *others) = flags
    decision = quick.decisions[first]
    before = quick.possible(decision.key)
    if others or len(before) != 1 or before[0].value is None:
        return _new(quick, values, cites)
    refused = quick.refusing(decision.key) or ()
    without = row([literal(quick.citation(place)) for place in refused])
    otherwise = decision.otherwise
    value = "None" if otherwise is None else quick.literal(decision, otherwise)
    no = _constant(quick, _with(values, first, value), _with(cites, first, without))
    cite = quick.cite(before[0].place)
    yes = _constant(quick, _with(values, first, before[0].code), _with(cites, first, cite))
    return f"{no} if v{first} is None else {yes}"


def _constant(quick: Quick, values: list[Code], cites: list[Code]) -> str:
    """Return the name of a constant result."""
    made = _new(quick, values, cites)
    return quick.results.setdefault(made, f"RESULT_{len(quick.results) + 1}")


def _new(quick: Quick, values: list[Code], cites: list[Code]) -> Code:
    """Return Python that makes a result."""
    parts = (*values, *quick.lists, row(cites), "None", *quick.ends)
    return Call("new", (quick.made, row(parts)))


def _take(quick: Quick, made: Code, pad: str) -> None:
    """Write the line that takes a result, and what goes on after it."""
    outer, _, tail = quick.takes.partition("{}")
    if tail:
        call = Call(outer.removesuffix("("), (made,))
        quick.lines.append(f"{pad}{laid_out(call, len(pad), 0, 0)}")
        quick.lines.append(f"{pad}continue")
    else:
        quick.lines.append(f"{pad}{outer}{laid_out(made, len(pad), len(outer), 0)}")


def _fixed(value: Code) -> bool:
    """Return whether a value stands in no variable but that of a decision."""
    return isinstance(value, str) and (
        re.fullmatch(r"[A-Z][A-Z_0-9]*|True|False|None|-?[0-9]+|'.*'|\".*\"", value) is not None
        or re.fullmatch(r"(\S+ if )?v[0-9]+( is None else v[0-9]+)?", value) is not None
    )


def _with(several: list[Code], place: int, code: Code) -> list[Code]:
    return [*several[:place], code, *several[place + 1 :]]
