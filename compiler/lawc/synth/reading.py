"""A specification read from its text, and checked against the law."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type, values_of
from lawc.runtime.values import provision
from lawc.source import Source
from lawc.synth.draw_checks import check_group, check_limits, check_order
from lawc.synth.entries import Entry, Reading, StopReadingError, is_whole, near
from lawc.synth.specification import (
    Aim,
    Dimension,
    Draw,
    Figure,
    Members,
    Never,
    Scalar,
    Share,
    Specification,
    When,
)

T = TypeVar("T")
NOTHING = "nothing"  # the value of a decision where the law decides nothing
_SEED = 1
_TABLES = (
    "law", "title", "seed", "persons", "days",
    "cell", "share", "never", "figure", "draw", "members",
)  # fmt: skip
_AIMS = (Aim.IS, Aim.ABOUT, Aim.MORE_THAN, Aim.PERCENT)


def law_named_in(source: Source) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the path of the law that a specification is about, as it stands there."""
    reading = Reading(source)
    try:
        path = reading.whole().text("law")
    except StopReadingError:
        path = ""
    return path, tuple(reading.problems)


def read_specification(
    source: Source, law: ir.Law
) -> tuple[Specification | None, tuple[Diagnostic, ...]]:
    """Return a specification about a law, none if it has problems, and the problems."""
    reading = Reading(source)
    specification: Specification | None = None
    with suppress(StopReadingError):
        specification = _Specifying(reading, law).specification()
    return (None if reading.problems else specification), tuple(reading.problems)


class _Specifying:
    """A specification while it is read."""

    def __init__(self, reading: Reading, law: ir.Law) -> None:
        self.reading = reading
        self.law = law
        self.facts = {f"{fact.kind}.{fact.key}": fact for fact in law.facts}
        self.dimensions: dict[str, Dimension] = {}
        self.names: set[str] = set()  # of figures
        self.drawn: set[str] = set()  # facts of which a draw is read

    def specification(self) -> Specification:
        """Return the specification."""
        top = self.reading.whole()
        top.only(_TABLES)
        title, seed = top.text("title", ""), top.whole("seed", _SEED)
        persons = top.whole("persons")
        if not persons:
            top.stop("persons", "a register has at least one person")
        cells = top.entry("cell")
        for name in cells.table:
            for dimension in self.kept([cells.entry(name)], self.dimension):
                self.dimensions[name] = dimension
                if dimension.drawn:
                    self.drawn.add(f"{dimension.kind}.{dimension.key}")
        if not cells.table:
            top.stop("", "there are no cells", 'begin with `[cell.sex]`, `fact = "person.sex"`')
        return Specification(
            self.reading.source,
            title,
            seed,
            persons,
            self.days(top.entry("days")),
            tuple(self.dimensions.values()),
            tuple(self.kept(top.entries("share"), self.share)),
            tuple(self.kept(top.entries("never"), self.never)),
            tuple(self.kept(top.entries("figure"), self.figure)),
            tuple(self.kept(top.entries("draw"), self.draw)),
            tuple(self.kept(top.entries("members"), self.number_of_members)),
        )

    def kept(self, entries: Iterable[Entry], read: Callable[[Entry], T]) -> Iterator[T]:
        """Yield what is read of each entry that is understood."""
        for entry in entries:
            try:
                yield read(entry)
                entry.end()
            except StopReadingError:
                continue

    def days(self, entry: Entry) -> dict[str, int]:
        """Return the days that the law is applied on."""
        known = [parameter.key for parameter in self.law.parameters]
        days = {}
        for key, day in entry.table.items():
            if key not in known:
                entry.stop(key, f"`{key}` is no day of this law", near(key, known), key)
            if type(day) is not date:
                entry.stop(key, f"`{key}` is no day", f"write `{key} = 2025-07-05`")
            days[key] = day.toordinal()
        return days

    # --- cells ---

    def dimension(self, entry: Entry) -> Dimension:
        """Return a dimension: `fact`, `concept` or `decision`, and perhaps groups of values."""
        name = str(entry.path[-1])
        word = next((w for w in ("fact", "concept", "decision") if entry.has(w)), "")
        if not word:
            entry.stop("", f"`{name}` does not say by what cells differ", "name a `fact`")
        known = self.known(word)
        path = entry.text(word)
        if path not in known:
            entry.stop(word, f"`{path}` is no {word} of this law", near(path, known), path)
        kind, key = path.split(".", 1)
        type_ = known[path]
        groups = self.groups(entry, type_, decided=word != "fact")
        span = self.reading.places.of(entry.path)
        return Dimension(
            name, kind, key, word == "fact", word == "concept", type_, groups, span
        )

    def known(self, word: str) -> dict[str, Type]:
        """Return what a dimension may be about, by `kind.key`, with its type."""
        if word == "fact":
            return {path: fact.type for path, fact in self.facts.items()}
        if word == "concept":
            return {f"{each.kind}.{each.key}": Basic.TRUTH for each in self.law.definitions}
        return {
            f"{each.kind}.{each.key}": each.type
            for each in self.law.decisions
            if values_of(each.type)
        }

    def groups(
        self, entry: Entry, type_: Type, *, decided: bool
    ) -> dict[str, dict[Scalar, int]]:
        """Return the groups of a dimension; without any, each value is one."""
        values = values_of(type_)
        if not entry.has("values"):
            if not values:
                entry.stop(
                    "", "a fact with so many values needs groups", "write `values.NAME = ...`"
                )
            return {as_word(value): {value: 1} for value in values}
        groups: dict[str, dict[Scalar, int]] = {}
        table = entry.entry("values")
        for name, value in table.table.items():
            weights = dict.fromkeys(value, 1) if isinstance(value, list) else value
            if not isinstance(weights, dict) or not weights:
                table.stop(name, f"`{name}` has no list of values", 'write it so: `["a", "b"]`')
            groups[name] = {}
            for each, weight in weights.items():
                if not is_whole(weight) or weight < 1:
                    table.stop(
                        name, f"the weight of `{each}` is no whole number", word=str(each)
                    )
                scalar = self.scalar(table, name, each, type_, decided=decided)
                groups[name][scalar] = weight
        return groups

    def scalar(
        self, entry: Entry, key: str, value: Any, type_: Type, *, decided: bool = False
    ) -> Scalar:
        """Return a value of a type, as TOML has it."""
        word = as_word(value)
        if type_ is Basic.PROVISION:
            try:
                provision(word)
            except ValueError:
                entry.stop(key, f"`{word}` is no provision", "write it so: `188(3)(2)`", word)
            return word
        values = {as_word(each): each for each in values_of(type_)}
        if decided:
            values[NOTHING] = NOTHING
        if word not in values:
            entry.stop(key, f"`{word}` is none of its values", near(word, values), word)
        return values[word]

    def when(self, entry: Entry, key: str, *, facts: bool = False) -> When:
        """Return a condition about groups of dimensions, of draws also about `facts`."""
        table = entry.entry(key)
        parts: list[tuple[str, tuple[Scalar, ...]]] = []
        for name, value in table.table.items():
            listed = value if isinstance(value, list) else [value]
            if name in self.dimensions:
                if facts and not self.dimensions[name].drawn:
                    message = f"the law decides `{name}` when all is drawn"
                    entry.stop(key, message, "name a fact, or cells told apart by one", name)
                words = [as_word(each) for each in listed]
                groups = self.dimensions[name].groups
                for word in words:
                    if word not in groups:
                        entry.stop(
                            key, f"`{word}` is no group of `{name}`", near(word, groups), word
                        )
                parts.append((name, tuple(words)))
            elif facts and name in self.facts:
                type_ = self.facts[name].type
                if not isinstance(type_, Choice) and type_ not in (
                    Basic.TRUTH,
                    Basic.PROVISION,
                ):
                    entry.stop(
                        key, f"`{name}` has no values that a condition can name", word=name
                    )
                scalars = [self.scalar(table, name, each, type_) for each in listed]
                parts.append((name, tuple(scalars)))
            else:
                known = [*self.dimensions, *(self.facts if facts else ())]
                entry.stop(key, f"no cells are told apart by `{name}`", near(name, known), name)
        return tuple(parts)

    def share(self, entry: Entry) -> Share:
        """Return the shares that are expected of the groups of a dimension."""
        drawn = [name for name, each in self.dimensions.items() if each.drawn]
        of = entry.text("of")
        if of not in drawn:
            entry.stop("of", f"`{of}` is no fact by which cells differ", near(of, drawn), of)
        when, weights = self.when(entry, "when"), entry.weights("is")
        for name in weights:
            groups = self.dimensions[of].groups
            if name not in groups:
                entry.stop("is", f"`{name}` is no group of `{of}`", near(name, groups), name)
        for name, _ in when:
            if name not in drawn[: drawn.index(of)]:
                entry.stop(
                    "when", f"`{name}` comes after `{of}`", "shares follow the order of cells"
                )
        return Share(of, when, weights)

    def never(self, entry: Entry) -> Never:
        """Return an assumption that nobody is in some cells."""
        return Never(self.when(entry, "where"), entry.text("why", ""))

    # --- figures ---

    def figure(self, entry: Entry) -> Figure:
        """Return a figure."""
        name = entry.text("name")
        if name in self.names:
            entry.stop("name", f"another figure is `{name}` too", "give each a name of its own")
        self.names.add(name)
        aims = [aim for aim in _AIMS if entry.has(aim.value)]
        if len(aims) != 1:
            help_ = "write one of `is`, `about`, `more_than`, `percent`"
            entry.stop("", f"what number is `{name}`?", help_)
        value = entry.table[aims[0].value]
        if not (is_whole(value) or isinstance(value, Fraction)) or value < 0:
            entry.stop(aims[0].value, f"`{aims[0].value}` is no number")
        if aims[0] is not Aim.PERCENT and Fraction(value).denominator != 1:
            entry.stop(aims[0].value, "persons are counted by whole numbers")
        if (aims[0] is Aim.PERCENT) != entry.has("of"):
            entry.stop("", "a percentage, and nothing else, is of some persons: `of = { ... }`")
        weight = entry.whole("weight") if entry.has("weight") else None
        assumed = entry.truth("assumed")
        source = entry.text("source", "") if assumed else entry.text("source")
        return Figure(
            name,
            self.when(entry, "where"),
            self.when(entry, "of"),
            aims[0],
            Fraction(value),
            source,
            entry.day("day"),
            entry.text("note", ""),
            assumed,
            entry.truth("shown"),
            weight,
            self.reading.places.of((*entry.path, aims[0].value)),
        )

    # --- draws ---

    def draw(self, entry: Entry) -> Draw:
        """Return the way in which a fact is drawn."""
        path = entry.text("fact")
        if path not in self.facts:
            entry.stop("fact", f"`{path}` is no fact of this law", near(path, self.facts), path)
        fact = self.facts[path]
        when = self.when(entry, "when", facts=True)
        weights: dict[Scalar | int, int] = {}
        ranges: tuple[tuple[int, int, int], ...] = ()
        after = entry.text("after", "")
        if after and (after not in self.facts or self.facts[after].type is not Basic.DATE):
            entry.stop("after", f"`{after}` is no day", near(after, self.facts), after)
        facts = self.facts_in(when) | ({after: "after"} if after else {})
        check_order(entry, self.law, fact.kind, facts, self.drawn)
        if (fact.type is Basic.DATE or entry.has("between")) and not entry.has("values"):
            ranges = tuple(self.ranges(entry, days=fact.type is Basic.DATE and not after))
        elif isinstance(fact.type, Choice) or fact.type in (Basic.TRUTH, Basic.PROVISION):
            for word, weight in entry.weights("values").items():
                weights[self.scalar(entry, "values", word, fact.type)] = weight
        elif fact.type in (Basic.COUNT, Basic.NUMBER):
            for word, weight in entry.weights("values").items():
                if not word.isdecimal():
                    entry.stop("values", f"`{word}` is no whole number", word=word)
                weights[int(word)] = weight
        else:
            entry.stop("", f"`{path}` is drawn from numbers", "write `between = [0, 100]`")
        if fact.type is not Basic.DATE:
            ends = [end for low, high, _ in ranges for end in (low, high)]
            check_limits(entry, fact, (*ends, *weights))
        for dimension in self.dimensions.values():
            if dimension.drawn and f"{dimension.kind}.{dimension.key}" == path:
                check_group(entry, dimension, when, weights)
        self.drawn.add(path)
        return Draw(fact.kind, fact.key, when, weights, ranges, after, entry.part("unknown"))

    def facts_in(self, when: When) -> dict[str, str]:
        """Return the facts that a condition asks for, with the key that it stands under."""
        return {name: "when" for name, _ in when if name not in self.dimensions}

    def ranges(self, entry: Entry, *, days: bool) -> Iterator[tuple[int, int, int]]:
        """Yield the ranges of a draw: `[least, most]`, or several with a weight each."""
        entry.has("between")
        value = entry.table.get("between")
        form = "`[1960-01-01, 2006-12-31]`" if days else "`[0, 100]`"
        ranges = value if isinstance(value, list) and value else [None]
        if not isinstance(ranges[0], list):
            ranges = [[*ranges, 1]]
        for each in ranges:
            low, high, weight = each if isinstance(each, list) and len(each) == 3 else (0, 0, 0)  # noqa: PLR2004
            right = [type(end) is date if days else is_whole(end) for end in (low, high)]
            if not all(right) or not is_whole(weight) or weight < 1 or low > high:
                entry.stop(
                    "between", "the least and the most are missing here", f"write {form}"
                )
            if days:
                low, high = (end.toordinal() for end in (low, high) if isinstance(end, date))
            yield low, high, weight

    def number_of_members(self, entry: Entry) -> Members:
        """Return how many members of a kind things have."""
        kinds = [kind.key for kind in self.law.kinds if kind.parent is not None]
        kind = entry.text("kind")
        if kind not in kinds:
            entry.stop("kind", f"`{kind}` is no kind of members", near(kind, kinds), kind)
        weights = entry.weights("number")
        for word in weights:
            if not word.isdecimal():
                entry.stop("number", f"`{word}` is no whole number", word=word)
        numbers = {int(word): weight for word, weight in weights.items()}
        when = self.when(entry, "when", facts=True)
        parent = next(each.parent for each in self.law.kinds if each.key == kind)
        assert parent is not None
        check_order(entry, self.law, parent, self.facts_in(when), self.drawn)
        return Members(kind, when, numbers, entry.part("unknown"))


def as_word(value: object) -> str:
    """Return a value as a specification names it."""
    return ("false", "true")[value] if isinstance(value, bool) else str(value)
