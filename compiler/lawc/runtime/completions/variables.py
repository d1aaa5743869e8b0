"""Values of missing facts: a value of each sort that forms about a fact tell apart."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from lawc.runtime.completions.forms import Form
from lawc.runtime.completions.turns import SORTS


def reads_of(atom: Form) -> tuple[str, ...]:
    """Return the paths of the facts that a form without parts reads."""
    if atom[0] == "either":
        reads: tuple[str, ...] = atom[2]
        return reads
    return (atom[1].removeprefix("day "),)


def by_name(form: Form) -> dict[Hashable, list[Form]]:
    """Return the forms without parts inside a form, by the fact they are about."""
    atoms: dict[Hashable, dict[Form, None]] = {}
    waiting = [form]
    while waiting:
        form = waiting.pop()
        if form is True or form is False:
            continue
        match form[0]:
            case "not":
                waiting.append(form[1])
            case "all" | "any" | "at_least":
                waiting += reversed(form[-1])
            case _:
                atoms.setdefault(form[1], {})[form] = None
    return {name: list(several) for name, several in atoms.items()}


def truths_of(atoms: Sequence[Form]) -> tuple[tuple[bool, ...], ...]:
    """Return the truths of each of the forms about a fact, for each sort of its values.

    No truths if the fact is a recorded provision that nothing refines.
    """
    match atoms[0]:
        case ("values", *_):
            return tuple([atom[2] for atom in atoms])
        case ("either", *_):
            return ((True, False),) * len(atoms)
        case ("turns", *_):
            places = sorted({place for _, _, (_, turns) in atoms for place in turns})
            return tuple([_between(atom[2], places) for atom in atoms])
        case (_, _, recorded, _):
            return tuple(zip(*SORTS[recorded, tuple([atom[3] for atom in atoms])], strict=True))
    raise AssertionError(atoms)


def _between(turns: Any, places: list[Any]) -> tuple[bool, ...]:
    truth, at = turns
    truths = [truth]
    for place in places:
        if place in at:
            truth = not truth
        truths.append(truth)
    return tuple(truths)
