"""Random laws with two edits each: every edit that turns somebody has a case in the comparison.

    python -m tests.compare.two_edits 300

An edit turns a person of whom the old law and the new one decide otherwise if the law with the
first edit alone decides as the new one does (the first), or as the old one does (the second).
The law between the two is made by the edits themselves, not by the comparison.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from tests.compare import edits_of_text, edits_of_vocabulary
from tests.compare.differing import differences
from tests.compare.edits_of_laws import told_apart, turns_back
from tests.compare.replayed import check_interpreted
from tests.differential import laws

from lawc.compare.persons import Person, result_of
from lawc.compare.report import Compared, Touched, compare
from lawc.ir import nodes as ir
from lawc.ir.verify import verify
from lawc.meaning.truth import UNKNOWN
from lawc.prove import lengths, questions
from lawc.records import dataclass

PERSONS = 150  # of each pair of laws
TRIED = 30  # edits, until one is found that is somewhere else


@dataclass(frozen=True)
class Edited:
    """A law, the law after the first of two edits, and the law after both."""

    old: ir.Law
    first: ir.Law
    new: ir.Law
    places: tuple[frozenset[str], frozenset[str]]
    rng: Random


def edited(seed: int) -> Edited | None:
    """Return a law with two edits at different places, None if none is found."""
    rng = Random(seed)  # noqa: S311 - tests are to be replayed, not to be secret
    old = told_apart(laws.law(rng))
    first = _one_edit(rng, old, frozenset(), "first")
    if first is None:
        return None
    second = _one_edit(rng, first[0], first[1], "second")
    if second is None:
        return None
    return Edited(old, first[0], second[0], (first[1], second[1]), rng)


def _one_edit(
    rng: Random, law: ir.Law, taken: frozenset[str], name: str
) -> tuple[ir.Law, frozenset[str]] | None:
    """Return a law after an edit away from the places `taken`, and the places of the edit."""
    for _ in range(TRIED):
        edit = rng.choice((*edits_of_text.EDITS, *edits_of_vocabulary.EDITS))
        made = edit(rng, law)
        if made is None or turns_back(made) or made.elements != law.elements or verify(made):
            continue
        places = changed_places(law, made)
        if places and not any(_near(one, other) for one in places for other in taken):
            return _reworded(made, places, name), places
    return None


def changed_places(old: ir.Law, new: ir.Law) -> frozenset[str]:
    """Return the elements whose rules, terms or amounts are not the same in two laws."""
    found = set()
    for field in ("rules", "definitions", "quantities"):
        before: dict[str, list[Any]] = {}
        after: dict[str, list[Any]] = {}
        for law, by in ((old, before), (new, after)):
            for one in getattr(law, field):
                by.setdefault(one.eid, []).append(one)
        found |= {eid for eid in {**before, **after} if before.get(eid) != after.get(eid)}
    return frozenset(found)


def _near(one: str, other: str) -> bool:
    return f"{one}__".startswith(f"{other}__") or f"{other}__".startswith(f"{one}__")


def _reworded(law: ir.Law, places: frozenset[str], name: str) -> ir.Law:
    """Return a law whose words changed where its logic did."""
    return replace(
        law,
        elements=tuple(
            replace(one, text=f"{one.text}, {name} edit") if one.eid in places else one
            for one in law.elements
        ),
    )


# --- what must be so ------------------------------------------------------------------------


def check(seed: int, persons: int = PERSONS) -> str:
    """Check one pair of edits, and return the outcome.

    Raises:
        AssertionError: an edit that turns somebody has no case, or a case is not true.
    """
    pair = edited(seed)
    if pair is None:
        return "no two edits"
    made = compare(pair.old, pair.new)
    for one in made.touched:
        check_interpreted(made, one)
        _check_causes(pair, made, one)
    if not made.proved:
        return "not proved"
    turning = set()
    for (key, old, new), (case, days) in differences(
        pair.old, pair.new, pair.rng, persons
    ).items():
        person = Person(case, days, _path(made, key), old, new)
        for edit in _turning(pair, made, key, person):
            turning.add(edit)
            assert _has_case(pair, made, key, edit), (seed, key, old, new, edit, case)
    return f"{len(turning)} of two edits turn somebody"


def _path(made: Compared, key: str) -> str:
    """Return the path of the first thing that a decision is of."""
    kind = next(
        one.kind for one in (*made.new.decisions, *made.old.decisions) if one.key == key
    )
    kinds = {one.key: one for one in made.new.kinds}
    path = ""
    while kinds[kind].parent is not None:
        path = f"{kinds[kind].field}[0].{path}" if path else f"{kinds[kind].field}[0]"
        kind = str(kinds[kind].parent)
    return path


def _turning(pair: Edited, made: Compared, key: str, person: Person) -> Iterator[int]:
    """Yield the edits that turn a person."""
    both = {one.key: one for law in (made.old, made.new) for one in law.decisions}
    results = [
        result_of(law, person.case, person.days, both[key], person.path)
        for law in (pair.old, pair.first, pair.new)
    ]
    if UNKNOWN in results or results[0] == results[2]:
        return  # another thing of the case is decided otherwise
    if results[1] == results[2]:
        yield 0
    if results[1] == results[0]:
        yield 1


def _has_case(pair: Edited, made: Compared, key: str, edit: int) -> bool:
    """Return whether a case is shown for an edit, its own or one that it turns likewise."""
    return any(
        _is_of(pair, made, place, edit)
        for one in made.touched
        if one.turn.decision.key == key
        for place in (*one.because, *one.likewise)
    )


def _is_of(pair: Edited, made: Compared, place: int, edit: int) -> bool:
    eid = made.rows[place].change.eid
    return any(_near(eid, other) for other in pair.places[edit])


def _check_causes(pair: Edited, made: Compared, one: Touched) -> None:
    """Check a case that is said to turn by one of the two edits alone."""
    edits = {n for n in (0, 1) for place in one.because if _is_of(pair, made, place, n)}
    if len(edits) != 1 or one.likewise:
        return
    path = one.person.path
    found = result_of(pair.first, one.person.case, one.person.days, one.turn.decision, path)
    if found is UNKNOWN:
        return
    assert (found == one.person.new) is (edits == {0}), (one, found)


def main(number: int) -> None:
    """Check so many pairs, and print what came of them."""
    questions.COST, lengths.MANY = 1_000_000, 3
    found: Counter[str] = Counter()
    wrong = 0
    for seed in range(number):
        try:
            found[check(seed)] += 1
        except AssertionError as error:
            wrong += 1
            print(f"seed {seed}: {str(error)[:400]}", flush=True)  # noqa: T201
    found["an edit that turns somebody has no case, or a case is not true"] = wrong
    lines = [f"{count:5} {what}" for what, count in sorted(found.items())]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
