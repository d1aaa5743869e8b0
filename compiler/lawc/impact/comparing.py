"""Examples of whom a change turns, from the comparison of two versions of a law."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from lawc.compare.outcomes import Amount, Outcome
from lawc.compare.report import Compared, compare
from lawc.impact.layers import text_of
from lawc.impact.report import Example
from lawc.ir import nodes as ir
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN


def examples_of(old: ir.Law, new: ir.Law) -> tuple[Example, ...]:
    """Return an example for each turn that the comparison shows."""
    compared = compare(old, new)
    return tuple(_examples(compared))


def _examples(compared: Compared) -> Iterator[Example]:
    for touched in compared.touched:
        turn, person = touched.turn, touched.person
        because = []
        for place in touched.because:
            change = compared.rows[place].change
            element = change.new or change.old
            because.append("" if element is None else element.citation)
        yield Example(
            turn.decision,
            _outcome(person.old if isinstance(turn.old, Amount) else turn.old),
            _outcome(person.new if isinstance(turn.new, Amount) else turn.new),
            tuple(because),
            tuple(_facts(person.case, "")),
        )


def _outcome(outcome: Outcome) -> str:
    """Return an outcome as the text that stands for it in columns."""
    if outcome is NOTHING:
        return "nothing"
    if outcome is CONTRADICTION:
        return "contradiction"
    if outcome is UNKNOWN:
        return "open"
    if isinstance(outcome, Fraction | int | str):
        return f"={text_of(outcome)}"
    toordinal = getattr(outcome, "toordinal", None)
    return f"={outcome}" if toordinal is None else f"={toordinal()}"


def _facts(case: dict[str, Any], path: str) -> Iterator[str]:
    """Yield the facts of a case, a line a thing."""
    own = ", ".join(
        f"{key} = {text_of(value)}"
        for key, value in case.items()
        if not isinstance(value, list)
    )
    if own:
        yield f"{path}: {own}" if path else own
    for key, value in case.items():
        if isinstance(value, list):
            for place, member in enumerate(value):
                yield from _facts(member, f"{path}.{key}[{place}]".lstrip("."))
