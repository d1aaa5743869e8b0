"""The results that quick functions return, as Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawc.backends.python.conditions import both, either, negated
from lawc.backends.python.layout import Before, Call, Chain, Code, laid_out, row
from lawc.backends.python.refusing import citing_refusals
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir

if TYPE_CHECKING:
    from lawc.backends.python.quick import Quick, State


def finish(quick: Quick, state: State, pad: str) -> None:
    """Write the result of a thing that is done."""
    _unless_lapsed(quick, state, pad)
    parts = [_part(quick, decision, state, pad) for decision in quick.decisions]
    kept = [part for part in parts if part is not None]
    if len(kept) < len(parts):
        quick.lines.append(f"{pad}return None")
        return
    _take(quick, _result(quick, kept), pad)


class Part(NamedTuple):
    """A decision in a result; `kept` if its value stands in a variable, `open` if its cites do.

    Cites that stand in a variable are so even where no value is given.
    """

    value: Code
    cites: Code
    kept: bool = False
    open: bool = False


def _part(quick: Quick, decision: ir.Decision, state: State, pad: str) -> Part | None:
    """Return what a result says of a decision, None where the function has to give up."""
    gift, before = state.get(decision.key), quick.possible(decision.key)
    if gift is not None and not gift.kept and not before:
        return Part(gift.code, quick.cite(gift.place))
    otherwise = "None"
    if decision.otherwise is not None:
        otherwise = quick.literal(decision, decision.otherwise)
    if gift is not None and not gift.kept:
        quick.keep({decision.key: gift}, pad)
        names = quick.variables(decision)
        return Part(names.value, _cites(quick, decision), kept=True)
    kept = gift is not None or bool(before)
    names = quick.variables(decision)
    refused = quick.refusing(decision.key)
    cited: Code = "()"
    if refused is not None:
        cited = row([literal(quick.citation(place)) for place in refused])
    else:
        value = names.value if kept else ""
        citing = citing_refusals(quick, decision, names.cites, value, pad, state)
        if citing is None:
            return None
        quick.set_up(names.cites, "()")
        quick.lines.extend(citing)
    if not kept:
        is_open = refused is None
        return Part(otherwise, names.cites if is_open else cited, open=is_open)
    value = names.value
    if otherwise != "None":
        value = f"{otherwise} if {value} is None else {value}"
    cites = _cites(quick, decision)
    cites = cites if cited == "()" else Chain("or", (cites, cited))
    return Part(value, cites, kept=True, open=refused is None)


def _cites(quick: Quick, decision: ir.Decision) -> Code:
    """Return Python for the citations of a decision that stands in variables."""
    cites = quick.variables(decision).cites
    if decision.combine is ir.Combine.TOTAL and decision.key in quick.disordered:
        return f"in_order({cites}, {_order(quick)})"
    return cites


def _order(quick: Quick) -> str:
    """Return the constant that has the place of each citation in the text."""
    cites = [
        Before(f"{literal(cite)}: ", str(place))
        for place, cite in enumerate(quick.module.names.cited)
    ]
    return quick.module.constant(Call("", tuple(cites), brackets="{}"), "ORDER")


def _unless_lapsed(quick: Quick, state: State, pad: str) -> None:
    """Write that the function gives up where nothing may be given for want of a version."""
    tests: dict[Code, list[Code]] = {}  # whether nothing is given, by what is not in force then
    for decision in quick.decisions:
        gift, before = state.get(decision.key), quick.possible(decision.key)
        lapses = decision.otherwise is None and decision.key in quick.module.names.lapsing
        if lapses and (gift is None or gift.kept):
            kept = gift is not None or bool(before)
            test = f"{quick.variables(decision).value} is None" if kept else "True"
            tests.setdefault(_no_version(quick, decision), []).append(test)
    for lapsed, nothing in tests.items():
        line = f"if {laid_out(both([either(nothing), lapsed]), len(pad), 3)}:"
        quick.lines.extend([pad + line, f"{pad}    return None"])


def _no_version(quick: Quick, decision: ir.Decision) -> Code:
    """Return a test of whether no version of what may give a decision is in force."""
    names = quick.module.names
    day = names.parameters[names.law.law_day or ""]
    spans: list[Code] = []
    for start, end in names.lapsing[decision.key]:
        tests = [] if start is None else [f"{quick.module.value(start)} <= {day}"]
        tests += [] if end is None else [f"{day} <= {quick.module.value(end)}"]
        spans.append(both(tests))
    return negated(either(spans))


def _result(quick: Quick, parts: list[Part]) -> Code:
    """Return Python for the result.

    It is a constant where the law alone says it, and one of two where there is one
    decision in a variable, and what can stand there is one constant or nothing.
    """
    values, cites = [part.value for part in parts], [part.cites for part in parts]
    if quick.members or quick.ends or any(part.open for part in parts):
        return _new(quick, values, cites)
    if not all(map(_fixed, values)):
        return _new(quick, values, cites)
    kept = [number for number, part in enumerate(parts) if part.kept]
    if not kept:
        return _constant(quick, values, cites)
    (first, *others) = kept
    decision = quick.decisions[first]
    before = quick.possible(decision.key)
    only = before.first
    if others or before.number != 1 or only is None or only.value is None:
        return _new(quick, values, cites)
    refused = quick.refusing(decision.key) or ()
    without = row([literal(quick.citation(place)) for place in refused])
    otherwise = decision.otherwise
    value = "None" if otherwise is None else quick.literal(decision, otherwise)
    no = _constant(quick, _with(values, first, value), _with(cites, first, without))
    cite = quick.cite(only.place)
    yes = _constant(quick, _with(values, first, only.code), _with(cites, first, cite))
    return f"{no} if v{first} is None else {yes}"


def _constant(quick: Quick, values: list[Code], cites: list[Code]) -> str:
    """Return the name of a constant result."""
    result = _new(quick, values, cites)
    return quick.results.setdefault(result, f"RESULT_{len(quick.results) + 1}")


def _new(quick: Quick, values: list[Code], cites: list[Code]) -> Code:
    """Return Python that makes a result."""
    parts = (*values, *quick.members, row(cites), "None", *quick.ends)
    return Call(quick.result, (row(parts),))


def _take(quick: Quick, result: Code, pad: str) -> None:
    """Write the line that takes a result, and what goes on after it."""
    outer, _, tail = quick.takes.partition("{}")
    if tail:
        call = Call(outer.removesuffix("("), (result,))
        quick.lines.append(f"{pad}{laid_out(call, len(pad), 0, 0)}")
        quick.lines.append(f"{pad}continue")
    else:
        quick.lines.append(f"{pad}{outer}{laid_out(result, len(pad), len(outer), 0)}")


def _fixed(value: Code) -> bool:
    """Return whether a value stands in no variable but that of a decision."""
    return isinstance(value, str) and (
        re.fullmatch(r"[A-Z][A-Z_0-9]*|True|False|None|-?[0-9]+|'.*'|\".*\"", value) is not None
        or re.fullmatch(r"(\S+ if )?v[0-9]+( is None else v[0-9]+)?", value) is not None
    )


def _with(several: list[Code], place: int, code: Code) -> list[Code]:
    return [*several[:place], code, *several[place + 1 :]]
