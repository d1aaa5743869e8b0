"""What a law is said back with: its checked form, its vocabulary, the words of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import Any

from lawc.amend.wording import wording
from lawc.echo.phrases import Phrases
from lawc.echo.writing import (
    SEVERAL,
    UnsaidError,
    Writer,
    phrase,
    relatives,
    tree,
    words,
    words_of_number,
)
from lawc.ir import nodes as ir
from lawc.ir.formula import decimal
from lawc.ir.types import Basic, Money
from lawc.lower.values import FIRST_YEAR
from lawc.records import dataclass
from lawc.runtime.values import Period, ProvisionRange
from lawc.source import NOWHERE
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.syntax.numbering import SHORT, Level, Numbering
from lawc.syntax.phrases import Entry
from lawc.syntax.spoken import spoken
from lawc.vocabulary.model import Vocabulary

_Path = tuple[tuple[str, str], ...]
_LEVELS = ("article", "paragraph", "point", "subpoint")
_SPOKEN = 10  # the largest number that is written as a word
_THOUSAND = 4  # digits before the point of a number that is written in groups


@dataclass(frozen=True)
class Saying:
    """Finds the wordings of what a law says."""

    law: ir.Law
    vocabulary: Vocabulary
    numbering: Numbering

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The wordings of the vocabulary in the language of the law."""
        return self.vocabulary.entries.get(self.law.language, ())

    @cached_property
    def writer(self) -> Writer:
        """The writer of trees."""
        return Writer(self.law.language, self.entries, self._relatives())

    def _relatives(self) -> dict[str, str]:
        """Return by which word the act begins what it says of a thing of each kind."""
        words_ = relatives(self.law.language)
        text = " ".join(element.text.casefold() for element in self.law.elements)
        counts: dict[str, list[int]] = {}
        for entry in self.entries:
            if entry.terminal in ("CLASS", "CLASSES", "MANY"):
                noun = entry.written.casefold().rpartition(" ")[2].rpartition("]")[2]
                own = counts.setdefault(entry.about or entry.key, [0] * len(words_))
                for place, word in enumerate(words_):
                    own[place] += text.count(f"{noun} {word} ") if noun else 0
        return {about: words_[own.index(max(own))] for about, own in counts.items()}

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases of the vocabulary by their meaning."""
        return Phrases(self.vocabulary)

    @cached_property
    def paths(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The levels and numbers that lead to each element of the act."""
        paths: dict[str, tuple[tuple[str, str], ...]] = {}
        short = {level.key: level for level in self.numbering.levels}
        for element in self.law.elements:
            if "#" in element.eid or element.eid == "front":
                continue
            above = paths.get(element.parent or "", ())
            level = _level_of(element.eid, short)
            number = element.eid.rpartition("__")[2].partition("_")[2].partition("-v")[0]
            paths[element.eid] = (*above, (level, number))
        return paths

    def below(self, eid: str) -> Level | None:
        """Return the level of the items of a list in an element, None if there is none."""
        path = self.paths.get(eid)
        levels = self.numbering.levels
        keys = [level.key for level in levels]
        if path is None or path[-1][0] not in keys:
            return None
        deeper = levels[keys.index(path[-1][0]) + 1 :]
        return next((level for level in deeper if level.lists), None)

    def decided(self, key: str) -> str:
        """Return the key of a decision in the vocabulary: an act may decide a quantity."""
        declared = self.vocabulary.decisions.get(key)
        if declared is None:
            return f"quantity:{self.vocabulary.quantities[key].kind}.{key}"
        return f"decision:{declared.decision.kind}.{key}"

    def named(self, terminal: str, key: str, form: str = "") -> Iterator[Entry]:
        """Yield the wordings of something declared that stand for a terminal."""
        for entry in self.entries:
            of = entry.key == key or entry.key.rpartition(":")[2] == key
            if entry.terminal == terminal and of and form in ("", entry.form):
                yield entry

    def noun(self, terminal: str, key: str) -> Phrase:
        """Return the first wording of something declared.

        Raises:
            UnsaidError: it has none.
        """
        for entry in self.named(terminal, key):
            return phrase(entry)
        raise UnsaidError(f"`{key}` has no wording of the sort {terminal}")

    def the(self, about: str) -> Phrase:
        """Return the noun of a thing that was named before: `the person`."""
        for entry in self.entries:
            if entry.terminal == "THE" and entry.about == about:
                return phrase(entry)
        raise UnsaidError(f"a thing of the kind `{about}` has no definite noun")

    # --- values ---

    def slots(self, values: Any, slots: Iterable[Any]) -> dict[str, Any]:
        """Return what stands in the slots of a phrase.

        Raises:
            UnsaidError: the meaning of the phrase does not tell what stands in one of them.
        """
        slots = tuple(slots)
        for slot in slots:
            if slot.name not in values:
                raise UnsaidError(f"what stands in `[{slot.name}]` is not told by the meaning")
        return {slot.name: self.filling(slot, values[slot.name]) for slot in slots}

    def filling(self, slot: Any, value: Any) -> Any:
        """Return a value as it stands in a slot."""
        match slot.rule:
            case "choice":
                names = [self.noun("CHOICE", f"{slot.choice}={each}") for each in value]
                return tree("choice", *names)
            case "citation":
                return self.provisions(value)
            case "day":
                return self.day(value)
            case "count":
                return count(value.value)
            case _:
                return self.literal(value)

    def literal(self, value: ir.Literal) -> Tree | Written:
        """Return a number, a share, an amount of money or a day."""
        match value:
            case ir.Literal(bool()):
                raise UnsaidError("what is true or not is no amount")
            case ir.Literal(date() as day, _) if day.year < FIRST_YEAR:
                raise UnsaidError("no sentence names a day so early")
            case ir.Literal(date() as day, _):
                return words(wording(self.law.language).day(day))
            case ir.Literal(number, Money(currency)) if isinstance(number, int | Fraction):
                return self._money(Fraction(number), currency)
            case ir.Literal(number, Basic.FRACTION) if isinstance(number, int | Fraction):
                return self._share(Fraction(number))
            case ir.Literal(number, _) if isinstance(number, int | Fraction):
                return words(figures(Fraction(number)))
            case _:
                raise UnsaidError(f"`{value.value}` is no value that a sentence says")

    @cached_property
    def _has_per_cent(self) -> bool:
        """Whether the act writes shares in per cent."""
        sign = spoken(self.law.language, "fraction.per_cent", {"DECIMAL": "1"})[1:].strip()
        texts = (line for e in self.law.elements for line in (e.text, *e.table))
        return any(sign in text for text in texts)

    def _share(self, number: Fraction) -> Tree:
        parts = number.denominator
        whole = (number * 100).denominator == 1 and self._has_per_cent
        if 1 < parts <= _SPOKEN and 0 < number < 1 and not whole:
            language, many = self.law.language, number.numerator
            part = words_of_number(language, "denominator", parts, several=many > 1)
            return tree("part_of_whole", many, words(part))
        if not decimal(number * 100):
            ends = (
                Written("INTEGER", str(each), NOWHERE) for each in number.as_integer_ratio()
            )
            return tree("part_of_whole", *ends)
        return tree("per_cent", Written("DECIMAL", figures(number * 100), NOWHERE))

    def _money(self, number: Fraction, currency: str) -> Tree:
        name = self.noun("CURRENCY", currency)
        amount = Written("DECIMAL", figures(number), NOWHERE)
        entry = next(self.named("CURRENCY", currency))
        before = not any(char.isalnum() for char in entry.written)
        return tree("money", name, amount) if before else tree("money", amount, name)

    def day(self, of: ir.Expr) -> Tree | Written:
        """Return a day: of the calendar, by name, or found from another one."""
        match of:
            case ir.Stated(_, part):
                return self.day(part)
            case ir.Literal():
                return self.literal(of)
            case ir.Parameter(key):
                return self._named_day("parameter", key)
            case ir.Fact(kind, key):
                return self._named_day("fact", f"{kind}.{key}")
            case ir.Quantity(key):
                kind = self.vocabulary.quantities[key].kind
                return self._named_day("quantity", f"{kind}.{key}")
            case ir.Decided(key):
                return self._named_day(*self.decided(key).split(":"))
            case ir.Shifted(start, length, before):
                return self._shifted(start, length, before=before)
            case ir.StartOf(inside, unit):
                return tree(
                    "first_day", tree("stretch_of_day", tree(unit.value), self.day(inside))
                )
            case ir.Largest(parts):
                return tree("later", *map(self.day, parts))
            case ir.Smallest(parts):
                return tree("earlier", *map(self.day, parts))
            case _:
                raise UnsaidError(f"no day is `{type(of).__name__}`")

    def _named_day(self, declared: str, key: str) -> Tree:
        for terminal, rule in (("DAY_NAME", "named_day"), ("HAPPENS", "event_day")):
            for entry in self.entries:
                if (entry.terminal, entry.key) == (terminal, f"{declared}:{key}"):
                    return tree(rule, phrase(entry))
        raise UnsaidError(f"the day `{key}` has no name")

    def _shifted(self, start: ir.Expr, length: Period, *, before: bool) -> Tree | Written:
        parts = [(unit, number) for unit, number in length._asdict().items() if number]
        said = self.day(start)
        for unit, number in parts or [("days", 0)]:
            period = tree(unit, count(number))
            said = tree("day_before" if before else "day_after", period, said)
        return said

    # --- citations ---

    def cited(self, eids: Iterable[str]) -> Written:
        """Return how elements of the act are cited together, as the jurisdiction cites them."""
        several = dict.fromkeys(eids)
        missing = [eid for eid in several if eid not in self.paths]
        if missing:
            raise UnsaidError(f"the element `{missing[0]}` is no element of this act")
        return self._places(list(dict.fromkeys(self.paths[eid] for eid in several)))

    def _places(self, paths: list[_Path]) -> Written:
        groups = [list(of) for _, of in groupby(paths, lambda path: (path[:-1], path[-1][0]))]
        terminal = SEVERAL if len(paths) > 1 else ""
        return Written(terminal, self.listed(list(map(self._place, groups))), NOWHERE)

    def _place(self, paths: list[_Path]) -> str:
        """Return how elements side by side are cited."""
        top = self.numbering.levels[0]
        if self.numbering.bracketed or top.key != "article":
            pins = ("".join(f"({number})" for _, number in path[1:]) for path in paths)
            word = top.word.lower()
            return self.listed(
                [f"{word} {path[0][1]}{pin}" for path, pin in zip(paths, pins, strict=True)]
            )
        of = wording(self.law.language)
        return of.places(tuple(paths)) if len(paths) > 1 else of.place(paths[0])

    def of_other_act(self, act: str, eids: Iterable[str]) -> Written:
        """Return how elements of another act are cited."""
        key = act.rpartition("/")[2]
        name = self.writer.phrase(self.noun("ACT", key))
        paths = [tuple(zip(_LEVELS, _numbers(eid), strict=False)) for eid in eids]
        text = self._places(list(paths)).text
        return words(wording(self.law.language)("of", place=text, inside=name))

    def provisions(self, ranges: Iterable[ProvisionRange]) -> Tree:
        """Return how provisions of another act are cited."""
        act, *_ = self.vocabulary.provision_acts or ("",)
        of_act = tree("of_other_act", self.noun("ACT", act))
        units: list[Tree] = []
        named = list(ranges)
        for place, each in enumerate(named):
            alone = each.first.part is None
            before = place > 0 and named[place - 1].first.part is None
            after = place + 1 < len(named) and named[place + 1].first.part is None
            units.append(_range(each, again=alone and before, several=alone and after))
        return tree("citation", *units, of_act)

    def listed(self, parts: list[str]) -> str:
        """Return names as one list: `Article 2, Article 3 and Article 5`."""
        several = wording(self.law.language)
        text = parts[0]
        for number, part in enumerate(parts[1:], 2):
            key = "several" if number == len(parts) else "several_more"
            text = several(key, first=text, last=part)
        return text


def _numbers(eid: str) -> list[str]:
    return [part.partition("_")[2].partition("-v")[0] for part in eid.split("__")]


def count(number: int) -> Tree:
    """Return a whole number, a small one as a word."""
    return tree("count", number if 0 < number <= _SPOKEN else words(figures(Fraction(number))))


def figures(number: Fraction) -> str:
    """Return a number in figures, thousands apart: `36 900.5`."""
    text = decimal(abs(number))
    if not text or number < 0:
        raise UnsaidError(f"`{number}` has no figures")
    whole, sign, part = text.partition(".")
    if len(whole) > _THOUSAND - 1:
        whole = f"{int(whole):,}".replace(",", " ")
    return f"{whole}{sign}{part}"


def _range(of: ProvisionRange, *, again: bool, several: bool) -> Tree:
    first, last = of
    if again:
        return tree("more", _span("span", first.article, last.article))
    deepest = 2 if first.point else 1 if first.part else 0
    unit: Tree | None = None
    for level, rule in enumerate(("articles", "parts", "points")[: deepest + 1]):
        ends = first[level], last[level]
        own = _span("point_span" if rule == "points" else "span", *ends)
        many = (tree("several"),) if several or ends[0] != ends[1] else ()
        unit = tree(rule, *many, own, *(() if unit is None else (unit,)))
    assert unit is not None
    return unit


def _span(rule: str, first: object, last: object) -> Tree:
    ends = [first] if first == last else [first, last]
    texts = ("-".join(map(str, end)) for end in ends if isinstance(end, tuple))
    return tree(rule, *(Written("NUMBERING", text, NOWHERE) for text in texts))


def _level_of(eid: str, levels: Any) -> str:
    own = eid.rpartition("__")[2].partition("_")[0]
    for key in levels:
        if SHORT[key] == own:
            return str(key)
    return own
