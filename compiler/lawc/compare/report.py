"""The whole comparison of two versions of a law, as a value; `compare` makes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.compare.causes import Cause, Causes
from lawc.compare.changes import How, changes
from lawc.compare.declarations import Words
from lawc.compare.edits import edits
from lawc.compare.effects import Comparison, Effects
from lawc.compare.fingerprints import Fingerprints
from lawc.compare.interface import (
    Difference,
    Step,
    differences,
    level_of_interface,
    step_of,
    with_declarations,
)
from lawc.compare.levels import Level, level_of, together
from lawc.compare.matching import match_elements
from lawc.compare.mixing import Mixing, separable
from lawc.compare.names import renamed_facts, with_facts_renamed, with_folders_of
from lawc.compare.outcomes import Turn
from lawc.compare.persons import Person, result_of
from lawc.compare.pieces import in_pieces, lists_apart
from lawc.compare.rows import Row, rows_of
from lawc.compare.terms import with_terms_decided
from lawc.compare.units import changed_units, under_one_set_of_names
from lawc.ir import nodes as ir
from lawc.ir.types import Choice, Type
from lawc.ir.walk import every_part, of_rule, reached
from lawc.meaning.interpret import UNKNOWN
from lawc.meaning.world import suppliable
from lawc.prove.examples import Example
from lawc.records import dataclass

_SAME_WORDS = Words()
_NOT_COMPARED = Effects((), (), gave_up=True)


@dataclass(frozen=True, slots=True)
class Touched:
    """A turn that is possible, a person whose decision turns so, and the changes that cause it.

    Each of `likewise` turns the case by itself too, and is not needed for it. Both are places
    in the rows of the comparison.
    """

    turn: Turn
    person: Person
    because: tuple[int, ...]
    likewise: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a law.

    `level` is that of the whole, None if nothing changed; that of a row is what this change
    does alone, or with the others that it takes. `touched` has a case for each turn that is
    possible and each change that turns somebody so. `open` has the turns that are neither shown
    nor excluded, `more` those that other changes may cause too. `asks` has cases that only one
    version settles, if nobody is decided otherwise.
    """

    old: ir.Law
    new: ir.Law
    rows: tuple[Row, ...]
    level: Level | None
    touched: tuple[Touched, ...]
    open: tuple[Turn, ...]
    more: tuple[Turn, ...]
    gave_up: bool
    asks: tuple[tuple[ir.Decision, Person], ...]
    interface: tuple[Difference, ...]

    @property
    def step(self) -> Step:
        """The part of the version number that this forces up."""
        return step_of(self.interface, self.level)

    @property
    def marks(self) -> tuple[tuple[Level, str], ...]:
        """The marks that can be approved: the level and the fingerprint of each change."""
        return (
            *((row.level, row.fingerprint) for row in self.rows),
            *(
                (Level.INTERFACE, difference.fingerprint)
                for difference in self.interface
                if not difference.of_text
            ),
        )

    @property
    def settled(self) -> bool:
        """Whether every way in which a decision comes out otherwise is shown."""
        return not (self.open or self.gave_up)

    @property
    def proved(self) -> bool:
        """Whether it is proved that nobody else is decided otherwise."""
        return self.settled and not self.more


def compare(old: ir.Law, new: ir.Law, words: Words = _SAME_WORDS) -> Compared:
    """Compare two versions of a law; of laws that only define terms, what falls under them.

    `words` has the changes of the vocabulary.
    """
    facts = renamed_facts(old, new)
    old = with_facts_renamed(with_folders_of(old, new), facts)
    if not (old.rules or new.rules):
        old, new = with_terms_decided(old), with_terms_decided(new)
    same = match_elements(old.elements, new.elements)
    both = under_one_set_of_names(old, new, same)
    before, after, keys = both.old, both.new, changed_units(both)
    text_changes = changes(old, new, same)
    mixing = separable(both, edits(both, text_changes, keys))
    parts = mixing.edits
    compared = Comparison(before, after)
    whole = Effects((), (), gave_up=False)
    if mixing.logical or keys:
        whole = compared.effects(examples=True) if comparable(old, new) else _NOT_COMPARED
    shown, more = _find_causes(compared, mixing, whole)
    asking = () if not keys else _questions(compared, whole)
    asks = tuple(_asks(compared, before, after, asking))
    level = _level(compared, whole, asks=bool(asking)) if keys else None
    alone = [
        _alone(mixing, place, whole, level, comparable(old, new)) for place in range(len(parts))
    ]
    later = _turned_beside(mixing, whole, shown, [effect for _, effect in alone])
    shown += later
    if later and not whole.open:
        level = level_of(cause.turn.direction for cause in shown)
    levels = [own for own, _ in alone]
    prints = Fingerprints(both, same, old, new)
    for cause in shown:
        for place in (*cause.because, *cause.likewise):
            if not levels[place].decides:
                levels[place] = level_of([cause.turn.direction])
    if level is not None and not level.decides:
        levels = [level if own.decides else own for own in levels]
    effects = [effect for _, effect in alone]
    rows, places = rows_of(parts, levels, effects, prints, words)
    interface = with_declarations(differences(old, new, same, facts), words)
    all_levels = [*levels] if level is None else [level, *_texts(levels)]
    return Compared(
        old,
        new,
        rows,
        together(filter(None, (*all_levels, level_of_interface(interface)))),
        tuple(_touched(cause, places) for cause in shown),
        whole.open,
        more,
        whole.gave_up,
        asks,
        interface,
    )


def _touched(cause: Cause, places: list[tuple[int, ...]]) -> Touched:
    """Return a case with the rows, for the edits, that make it so."""
    because, likewise = (
        tuple(place for n in edits for place in places[n])
        for edits in (cause.because, cause.likewise)
    )
    return Touched(cause.turn, cause.person, because, likewise)


def _find_causes(
    compared: Comparison, mixing: Mixing, whole: Effects
) -> tuple[tuple[Cause, ...], tuple[Turn, ...]]:
    """Return the cases to show, and the turns that may have other causes."""
    causes = Causes(compared, mixing)
    settled = not (whole.open or whole.gave_up)  # else nobody says that there is nobody else
    pieces = _pieces(compared, mixing) if settled else None
    shown: list[Cause] = []
    more = []
    for turn, example in whole.shown:
        assert example is not None, "examples were asked for"
        own, proved = causes.of(turn, example, first_only=whole.gave_up)
        shown += own
        if pieces is not None and proved:
            further, proved = causes.of_pieces(turn, pieces, own)
            shown += further
        if not proved:
            more.append(turn)
    return tuple(shown), tuple(more)


def _pieces(compared: Comparison, mixing: Mixing) -> Causes | None:
    """Return the search for those whom pieces of edits turn, None if no edit has several."""
    pieces = in_pieces(mixing)
    if pieces is None:
        return None
    between = tuple(lists_apart(pieces))
    if between:
        compared = Comparison(*compared.laws, each=compared.each, between=between)
    return Causes(compared, pieces)


def _turned_beside(
    mixing: Mixing, whole: Effects, shown: tuple[Cause, ...], alone: list[Effects]
) -> tuple[Cause, ...]:
    """Return cases that edits turn only where others turn an earlier decision.

    Without them such an edit would seem to turn nobody, or not this decision. `alone` has the
    effects of each edit by itself.
    """
    both = mixing.both
    if not shown or whole.gave_up or len(both.new.decisions) == 1:
        return ()
    compared = Comparison(both.old, both.new, each=True)
    causes: list[Cause] = []
    seen = {
        (place, cause.turn.decision.key)
        for cause in shown
        for place in (*cause.because, *cause.likewise)
    }
    for place in mixing.logical:
        for turn, _ in alone[place].shown:
            key = turn.decision.key
            if (place, key) not in seen and compared.before(turn.decision):
                cause = Causes(compared, mixing).beside(turn, place)
                if cause is not None:
                    causes.append(cause)
                    seen |= {(edit, key) for edit in (*cause.because, *cause.likewise)}
    left = {*mixing.logical} - {place for place, _ in seen}
    if not left:
        return tuple(causes)
    for further in _find_causes(compared, mixing, compared.effects(examples=True))[0]:
        own = left.intersection((*further.because, *further.likewise))
        if own:
            causes.append(further)
            left -= own
    return tuple(causes)


def _texts(levels: Iterable[Level]) -> list[Level]:
    """Return the levels at which nothing is decided otherwise."""
    return [level for level in levels if not level.decides]


def _questions(
    compared: Comparison, effects: Effects
) -> tuple[tuple[ir.Decision, Example | None], ...]:
    """Return the decisions that one version alone may settle, if none comes out otherwise."""
    certain = not (effects.shown or effects.open or effects.gave_up)
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
            result_of(law, example.case, example.days, decision, path) for law in (old, new)
        ]
        if (results[0] is UNKNOWN) != (results[1] is UNKNOWN):
            yield decision, Person(example.case, example.days, path, *results)


def _level(compared: Comparison, effects: Effects, *, asks: bool) -> Level:
    """Return the level of a change of logic."""
    if effects.open or effects.gave_up:
        return Level.MIXED if effects.shown else Level.UNPROVED
    if effects.shown:
        return level_of(turn.direction for turn, _ in effects.shown)
    old, new = compared.laws
    if asks or facts_read(old) != facts_read(new) or _tried_facts(old) != _tried_facts(new):
        return Level.FACTS
    return Level.EXPLAIN


def _tried_facts(law: ir.Law) -> dict[str, tuple[ir.Fact, ...]]:
    """Return the facts whose values are tried if a decision is open."""
    return {decision.key: decision.cases for decision in law.decisions}


def _alone(
    mixing: Mixing, place: int, whole: Effects, level: Level | None, can: bool
) -> tuple[Level, Effects]:
    """Return the level and the effects of one edit on the old law."""
    edit = mixing.edits[place]
    if not edit.changes_logic:
        words = {How.REWORDED}
        only = all(set(change.how) <= words for change in edit.changes)
        return (Level.WORDING if only else Level.STRUCTURE), Effects((), (), gave_up=False)
    if level is not None and (len(mixing.logical) == 1 or not can):
        return Level.UNPROVED if whole.open or whole.gave_up else level, whole
    alone = Comparison(mixing.both.old, mixing.alone(place))
    effects = alone.effects(examples=False)
    if effects.open or effects.gave_up:
        return Level.UNPROVED, effects
    return _level(alone, effects, asks=bool(_questions(alone, effects))), effects


def comparable(old: ir.Law, new: ir.Law) -> bool:
    """Return whether a case can be put to both laws: shared facts have the same types.

    A fact that neither reads may differ in type: no case needs it.
    """
    idle = _idle_facts(old) & _idle_facts(new)
    before, after = ({kind.key: kind for kind in law.kinds} for law in (old, new))
    decided = [
        {decision.key: decision.kind for decision in law.decisions} for law in (old, new)
    ]
    return (
        old.kinds[0] == new.kinds[0]
        and all(before[key] == after[key] for key in before.keys() & after.keys())
        and all(decided[0][key] == decided[1][key] for key in decided[0].keys() & decided[1])
        and all(
            _alike(was[key], now[key])
            for kind in before.keys() & after.keys()
            for was, now in [(suppliable(old, kind), suppliable(new, kind))]
            for key in was.keys() & now.keys()
            if (kind, key) not in idle
        )
    )


def _idle_facts(law: ir.Law) -> frozenset[tuple[str, str]]:
    """Return the facts that nothing of a law reads."""
    read = {(part.kind, part.key) for part in every_part(law) if isinstance(part, ir.Fact)}
    read |= {(clause.kind, part.key) for clause in law.clauses for part in clause.literals}
    return frozenset((fact.kind, fact.key) for fact in law.facts) - read


def _alike(left: Type, right: Type) -> bool:
    return left == right or (isinstance(left, Choice) and isinstance(right, Choice))


def facts_read(law: ir.Law) -> frozenset[ir.Fact]:
    """Return the facts that the provisions of a law read."""
    parts = (part for rule in law.rules for part in of_rule(rule))
    return frozenset(part for part in reached(law, parts) if isinstance(part, ir.Fact))
