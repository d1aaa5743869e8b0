"""Random laws, each with random edits of it.

Everything follows from one seed. An edit is what an amendment may do to a law, or to the
vocabulary that it is written in: rules moved, deleted, inserted; displacement; meanings; days.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.compare import edits_of_text, edits_of_vocabulary
from tests.differential import laws

from lawc.ir import nodes as ir
from lawc.ir.cycles import cycles, uses
from lawc.ir.declared import Declared


def law_and_edit(seed: int) -> tuple[ir.Law, ir.Law, tuple[str, ...], Random]:
    """Return a law, the law after one to three edits, their names, and the random numbers."""
    rng = Random(seed)  # noqa: S311 - tests are to be replayed, not to be secret
    old = told_apart(laws.law(rng))
    new, names = old, []
    for _ in range(rng.choice((1, 1, 2, 3))):
        edit = rng.choice((*edits_of_text.EDITS, *edits_of_vocabulary.EDITS))
        changed = edit(rng, new)
        if changed is not None and not turns_back(changed):
            new = changed
            names.append(edit.__name__.strip("_"))
    return old, new, tuple(names), rng


def turns_back(law: ir.Law) -> bool:
    """Return whether a law rests on itself; no law that compiles does."""
    return any(cycles(uses(Declared(law))))


def told_apart(law: ir.Law) -> ir.Law:
    """Return a law whose elements have texts of their own, as those of real laws do."""
    return replace(
        law, elements=tuple(replace(one, text=f"Text of {one.eid}") for one in law.elements)
    )
