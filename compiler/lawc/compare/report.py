"""The whole comparison of two versions of a law, as a value; `compare` makes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from lawc.compare.changes import Change, How, changes
from lawc.compare.edits import Edit, edits
from lawc.compare.effects import Comparison, Effects
from lawc.compare.interface import Difference, Step, differences, step_of
from lawc.compare.levels import Level, level_of, together
from lawc.compare.matching import matched
from lawc.compare.outcomes import Turn
from lawc.compare.persons import Person, answered, person_of, responsible
from lawc.compare.terms import with_terms_decided
from lawc.compare.units import changed, under_one_set_of_names
from lawc.interpret import UNKNOWN
from lawc.ir import nodes as ir
from lawc.ir.types import Choice, Type
from lawc.ir.walk import of_rule, reached
from lawc.prove.examples import Example
from lawc.records import dataclass
from lawc.world import suppliable

FINGERPRINT = 12  # hexadecimal digits
_NOT_COMPARED = Effects((), (), gave_up=True)


@dataclass(frozen=True, slots=True)
class Touched:
    """A turn that is possible, someone of whom it is so, and the changes that make it so.

    `because` are places in the rows of the comparison.
    """

    turn: Turn
    person: Person
    because: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A change of the text with the level it reaches, what it turns, and its fingerprint.

    The fingerprint is the same as long as the change and what it does are the same: it names
    the change where it is approved.
    """

    change: Change
    level: Level
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a law.

    `level` is that of the whole, None if nothing changed; that of a row is what undoing this
    change alone would undo. `touched` has every turn that is possible, with a case; `open`
    those that are neither shown nor excluded. `asks` has cases that one version settles and the
    other does not, where no one is decided otherwise.
    """

    old: ir.Law
    new: ir.Law
    rows: tuple[Row, ...]
    level: Level | None
    touched: tuple[Touched, ...]
    open: tuple[Turn, ...]
    gave_up: bool
    asks: tuple[tuple[ir.Decision, Person], ...]
    interface: tuple[Difference, ...]

    @property
    def step(self) -> Step:
        """The part of the version number that this forces up."""
        return step_of(self.interface, self.level)

    @property
    def proved(self) -> bool:
        """Whether it is proved that no other turn is possible."""
        return not (self.open or self.gave_up)


def compare(old: ir.Law, new: ir.Law) -> Compared:
    """Compare two versions of a law; of laws that only define terms, what falls under them."""
    if not (old.rules or new.rules):
        old, new = with_terms_decided(old), with_terms_decided(new)
    same = matched(old.elements, new.elements)
    both = under_one_set_of_names(old, new, same)
    before, after, keys = both.old, both.new, changed(both)
    found = changes(old, new, same)
    parts = edits(both, found, keys)
    logical = [edit for edit in parts if edit.without is not None]
    compared = Comparison(before, after)
    whole = Effects((), (), gave_up=False)
    if logical or keys:
        whole = compared.effects(examples=True) if comparable(old, new) else _NOT_COMPARED
    touched = tuple(_touched(compared, before, after, parts, whole))
    asking = () if not keys else _asked(compared, whole)
    asks = tuple(_asks(compared, before, after, asking))
    level = _level(compared, whole, asks=bool(asking)) if keys else None
    levels = [
        _level_of_edit(
            edit, after, level if len(logical) == 1 or whole is _NOT_COMPARED else None
        )
        for edit in parts
    ]
    for one in touched:
        for place in one.because:
            if not levels[place].decides:
                levels[place] = level_of([one.turn.direction])
    if level is not None and not level.decides:
        levels = [level if one.decides else one for one in levels]
    rows, places = _rows(old, parts, levels, touched)
    return Compared(
        old,
        new,
        rows,
        together([*levels] if level is None else [level, *_texts(levels)]),
        tuple(
            replace(one, because=tuple(p for n in one.because for p in places[n]))
            for one in touched
        ),
        whole.open,
        whole.gave_up,
        asks,
        differences(old, new, same),
    )


def _texts(levels: Iterable[Level]) -> list[Level]:
    """Return the levels that are below what decides."""
    return [level for level in levels if not level.decides]


def _touched(
    compared: Comparison, old: ir.Law, new: ir.Law, parts: tuple[Edit, ...], found: Effects
) -> Iterator[Touched]:
    for turn, example in found.shown:
        assert example is not None, "examples were asked for"
        path = compared.path(turn.decision)
        person = person_of(old, new, turn, example, path)
        yield Touched(turn, person, responsible(parts, person, turn.decision))


def _asked(
    compared: Comparison, found: Effects
) -> tuple[tuple[ir.Decision, Example | None], ...]:
    """Return what may be settled under one version only, where no one is decided otherwise."""
    certain = not (found.shown or found.open or found.gave_up)
    return tuple(compared.asks_otherwise()) if certain else ()


def _asks(
    compared: Comparison,
    old: ir.Law,
    new: ir.Law,
    asking: Iterable[tuple[ir.Decision, Example | None]],
) -> Iterator[tuple[ir.Decision, Person]]:
    """Yield cases that one version settles and the other does not."""
    for decision, example in asking:
        if example is None:
            continue
        path = compared.path(decision)
        results = [
            answered(law, example.case, example.days, decision, path) for law in (old, new)
        ]
        if (results[0] is UNKNOWN) != (results[1] is UNKNOWN):
            yield decision, Person(example.case, example.days, path, *results)


def _level(compared: Comparison, found: Effects, *, asks: bool) -> Level:
    """Return the level of a change of logic."""
    if found.open or found.gave_up:
        return Level.UNPROVED
    if found.shown:
        return level_of(turn.direction for turn, _ in found.shown)
    old, new = compared.laws
    if asks or asked_facts(old) != asked_facts(new) or _tried(old) != _tried(new):
        return Level.FACTS
    return Level.EXPLAIN


def _tried(law: ir.Law) -> dict[str, tuple[ir.Fact, ...]]:
    """Return the facts whose values are tried where a decision is open."""
    return {one.key: one.cases for one in law.decisions}


def _level_of_edit(edit: Edit, new: ir.Law, whole: Level | None) -> Level:
    """Return the level of an edit; `whole` is that of the comparison if it is all of it."""
    if edit.without is None:
        words = {How.REWORDED}
        return (
            Level.WORDING
            if all(set(one.how) <= words for one in edit.changes)
            else Level.STRUCTURE
        )
    if whole is not None:
        return whole
    alone = Comparison(edit.without, new)
    found = alone.effects(examples=False)
    return _level(alone, found, asks=bool(_asked(alone, found)))


def comparable(old: ir.Law, new: ir.Law) -> bool:
    """Tell whether a case can be put to both laws: what they share is of the same types."""
    before, after = ({one.key: one for one in law.kinds} for law in (old, new))
    decided = [{one.key: one.kind for one in law.decisions} for law in (old, new)]
    return (
        old.kinds[0] == new.kinds[0]
        and all(before[key] == after[key] for key in before.keys() & after.keys())
        and all(decided[0][key] == decided[1][key] for key in decided[0].keys() & decided[1])
        and all(
            _alike(was[key], now[key])
            for kind in before.keys() & after.keys()
            for was, now in [(suppliable(old, kind), suppliable(new, kind))]
            for key in was.keys() & now.keys()
        )
    )


def _alike(one: Type, other: Type) -> bool:
    return one == other or (isinstance(one, Choice) and isinstance(other, Choice))


def asked_facts(law: ir.Law) -> frozenset[ir.Fact]:
    """Return the facts that the provisions of a law read."""
    said = (part for rule in law.rules for part in of_rule(rule))
    return frozenset(one for one in reached(law, said) if isinstance(one, ir.Fact))


# --- rows -------------------------------------------------------------------------------


def _rows(
    old: ir.Law, parts: tuple[Edit, ...], levels: list[Level], touched: tuple[Touched, ...]
) -> tuple[tuple[Row, ...], list[tuple[int, ...]]]:
    """Return the changes in order with their levels, and the places of those of each edit."""
    rows: list[Row] = []
    places: list[tuple[int, ...]] = []
    for number, (edit, level) in enumerate(zip(parts, levels, strict=True)):
        turns = [one.turn for one in touched if number in one.because]
        first = len(rows)
        rows += [
            Row(change, level, _fingerprint(old.act, change, level, turns))
            for change in edit.changes
        ]
        places.append(tuple(range(first, len(rows))))
    return tuple(rows), places


def _fingerprint(act: str, change: Change, level: Level, turns: list[Turn]) -> str:
    said: dict[str, Any] = {
        "act": act,
        "how": [how.value for how in change.how],
        "cited": [None if one is None else one.citation for one in (change.old, change.new)],
        "texts": [" ".join(text.split()) for text in change.texts],
        "eid": change.name,
        "level": level.value,
        "turns": sorted(f"{t.decision.key}: {t.old} to {t.new}" for t in turns),
    }
    text = json.dumps(said, ensure_ascii=True, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:FINGERPRINT]
