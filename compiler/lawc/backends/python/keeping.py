"""How what a rule gives a decision joins what rules before it may have given.

A decision that is not settled by one block stands in two variables of a quick function: the
value, None where nothing is given, and the citations.
"""

from __future__ import annotations

from typing import Any

from lawc.backends.python.ranking import NotQuickError
from lawc.ir import nodes as ir
from lawc.records import dataclass


@dataclass(frozen=True)
class Given:
    """What a rule gives a decision, and where it stands.

    `value` is the constant of the law (None: computed), `code` the Python for it, `cite` that
    for its citation; `slot` is that of the rule. `kept` tells that it stands in the variables.
    """

    value: Any
    code: str
    cite: str
    place: int
    slot: int
    kept: bool = False


def joined(
    combine: ir.Combine, given: Given, before: list[Given], value: str, cites: str
) -> list[str]:
    """Return the lines that put what is given into the variables `value` and `cites`.

    `before` is what may stand there.
    """
    setting = [f"{value} = {given.code}", f"{cites} = {given.cite}"]
    if not before:
        return setting
    first = [f"if {value} is None:", *(f"    {line}" for line in setting)]
    # Cited is the first in the law; where rules displace, blocks are in another order.
    in_order = all(other.place <= given.place for other in before)
    known = given.value is not None and all(other.value is not None for other in before)
    match combine:
        case ir.Combine.TOTAL:
            return [*first, *_added(given, before, value, cites, in_order=in_order)]
        case ir.Combine.ONE:
            same = known and all(other.value == given.value for other in before)
            lines = [] if same else _give_up(f"{value} is not None and {value} != {given.code}")
            lines += [] if in_order else _give_up(f"{value} is not None")
            return [*lines, *first]
    larger = combine is ir.Combine.LARGEST
    if known and _beats(given, before, larger=larger):
        return setting
    sign = ">" if larger else "<"
    return [
        *([] if in_order else _give_up(f"{value} is not None and {value} == {given.code}")),
        f"if {value} is None or {given.code} {sign} {value}:",
        *(f"    {line}" for line in setting),
    ]


def _beats(given: Given, before: list[Given], *, larger: bool) -> bool:
    """Return whether a constant is larger, or smaller, than all that may stand there."""
    values = [other.value for other in before]
    return bool(given.value > max(values) if larger else given.value < min(values))


def _added(
    given: Given, before: list[Given], value: str, cites: str, *, in_order: bool
) -> list[str]:
    """Return the lines that add an amount; of versions of one provision one is cited."""
    if not in_order:
        raise NotQuickError("amounts are added up in another order than the law's")
    more = f"{cites} + {given.cite}"
    if any(other.cite == given.cite for other in before):
        more = f"tuple(dict.fromkeys({more}))"
    return ["else:", f"    {value} = {value} + {given.code}", f"    {cites} = {more}"]


def _give_up(test: str) -> list[str]:
    return [f"if {test}:", "    return None"]
