"""Random conditions and amounts of acts, over what may be spoken of at a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import TypeVar

from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.act_vocabulary import (
    AMOUNTS,
    ARTICLES,
    DAYS,
    FAR,
    NUMBERS,
    PERIODS,
    SMALL,
    day,
)

FIRST_DAY = date(1000, 1, 1)  # an act writes years with four digits
DAY_IS = (
    "on", "before", "after", "on or after", "not later than", "between", "within after",
    "within before",
)  # fmt: skip
COMPARISONS = ("more than", "at least", "less than", "not more than", "equal to")
T = TypeVar("T")


@dataclass(frozen=True)
class Sight:
    """The things that a sentence may name: all that is defined, decided and ordered before."""

    vocabulary: d.Vocabulary
    concepts: tuple[d.Concept, ...] = ()
    quantities: tuple[d.Quantity, ...] = ()
    decisions: tuple[d.Decision, ...] = ()
    # each with the kind that it decides of, and how many versions it has
    provisions: tuple[tuple[m.Address, str, int], ...] = ()


class Conditions:
    """Makes conditions and amounts of what is in sight."""

    def __init__(self, rng: Random, sight: Sight) -> None:
        self.rng = rng
        self.sight = sight
        self.of = sight.vocabulary

    def chance(self, part: float) -> bool:
        """Return whether something is so, by chance."""
        return self.rng.random() < part

    # --- values ---

    def given(self, sense: d.Sense) -> tuple[m.Given, ...]:
        """Return what stands in the slots of a phrase or class."""
        return tuple(self.slot(one, sense) for one in sense.slots)

    def slot(self, type_: str, sense: d.Sense) -> m.Given:
        """Return what stands in a slot."""
        match type_:
            case "date":  # one that a fact of another thing says: none is compared with itself
                return self.day(self.of.kind(sense.kind).parent, found=0.2)
            case "provision":
                return m.Spans(tuple(self.span() for _ in range(self.rng.choice((1, 1, 2)))))
            case "count" if len(sense.slots) > 1:  # of years, months or days
                far = self.chance(0.05)
                number = FAR if far else self.rng.choice(PERIODS)
                return m.Written("count", Fraction(number))
            case "count" | "money" | "fraction" | "number":
                return m.Written(type_, self.rng.choice(NUMBERS[type_]))
            case _:
                fact = next(one for one in self.of.facts if one.key == type_)
                number = self.rng.randint(1, 2)
                return m.Choices(tuple(self.rng.sample(fact.values, number)))

    def day(self, kind: str | None, found: float = 0.0) -> m.Day:
        """Return a day: of the calendar, one asked for, one that a fact says, or one found."""
        if self.chance(found):
            return self.found_day(kind)
        dates = [one for one in self.facts(kind) if one.type == "date"]
        if dates and self.chance(0.2):
            return m.NamedDay(self.rng.choice(dates))
        if self.chance(0.5):
            return m.NamedDay(self.rng.choice(self.of.days))
        near = day(self.rng) if self.chance(0.3) else self.rng.choice(DAYS)
        return m.Written("date", max(near, FIRST_DAY))

    def found_day(self, kind: str | None) -> m.Day:
        """Return a day that is found from others."""
        how = self.rng.choice(("after", "before", "first", "last", "later", "earlier"))
        if how in ("first", "last"):
            unit = self.rng.choice(("week", "month", "quarter", "year"))
            return m.FoundDay(how, (self.named(kind),), unit)
        if how in ("later", "earlier"):
            return m.FoundDay(how, (self.day(kind), self.day(kind, found=0.3)))
        unit = self.rng.choice(("day", "week", "month", "year"))
        return m.FoundDay(how, (self.day(kind, found=0.3),), unit, self.rng.choice(PERIODS))

    def named(self, kind: str | None) -> m.NamedDay:
        """Return a day that is asked for, or that a fact says."""
        dates = [one for one in self.facts(kind) if one.type == "date" and one.noun]
        of_fact = dates and self.chance(0.5)
        return m.NamedDay(self.rng.choice(dates) if of_fact else self.rng.choice(self.of.days))

    def day_is(self, kind: str) -> m.DayIs:
        """Return when a day is; the others are of no member, so that none meets itself."""
        word = self.rng.choice(DAY_IS)
        days = [self.day(None, found=0.4) for _ in range(1 + (word == "between"))]
        number, unit = 0, ""
        if word.startswith("within"):
            number, unit = self.rng.choice(PERIODS), self.rng.choice(("day", "month", "year"))
        return m.DayIs(self.named(kind), word, tuple(days), number, unit)

    def lasted(self, span: d.Span) -> m.Lasted:
        """Return how long something lasted."""
        how = self.rng.choice(("on", "throughout", "in all"))
        days = tuple(self.day(None, found=0.3) for _ in range(1 if how == "on" else 2))
        number = self.rng.choice((1, 2, 30, 365, 5000))
        return m.Lasted(span, how, days, number, self.chance(0.2))

    def span(self) -> tuple[tuple[d.Number, ...], d.Number, d.Number]:
        """Return some provisions of another act."""
        depth = self.rng.choice((0, 0, 1, 2))
        within = (self.rng.choice(ARTICLES), self.rng.choice(SMALL))[:depth]
        first, last = sorted(self.rng.choices(SMALL if depth else ARTICLES, k=2))
        return within, first, last if self.chance(0.5) else first

    def facts(self, kind: str | None) -> list[d.Fact]:
        """Return the facts in sight of a thing."""
        chain = self.of.chain(kind)
        return [one for one in self.of.facts if one.kind in chain]

    # --- conditions ---

    def closed(self, kind: str) -> m.Closed:
        """Return a condition within a sentence."""
        if self.chance(0.1):
            return m.NotTheCase(self.clause(kind))
        if self.chance(0.35):
            parts = [self.clause(kind) for _ in range(self.rng.randint(2, 3))]
            last = parts[-1]
            if isinstance(last, m.Measured) and self.chance(0.4):  # the same amount goes on
                right = self.simple(last.noun.of.type, kind, last.noun)
                parts.append(m.Measured(last.noun, self.rng.choice(COMPARISONS), right))
            return m.Chain(self.rng.choice(("and", "or")), tuple(parts))
        return self.clause(kind)

    def clause(self, kind: str) -> m.Clause:
        """Return one clause about a thing or what belongs to it."""
        decided = [one for one in self.of.effects if one.decision in self.sight.decisions]
        decided = [
            one for one in decided if one.value is not None and one.kind in self.of.chain(kind)
        ]
        provisions = [one for one in self.sight.provisions if one[1] == kind]
        ways = ["say"] * 4 + ["is a"] * 3 + ["measure"] * 2 + ["day"]
        ways += ["members"] * 3 if self.of.below(kind) else []
        ways += ["decided"] if decided else []
        ways += ["applies"] if provisions else []
        spans = [s for s in self.of.spans if self.of.kind(s.kind).parent in self.of.chain(kind)]
        ways += ["spans"] if spans else []
        match self.rng.choice(ways):
            case "spans":
                return self.lasted(self.rng.choice(spans))
            case "members":
                group = self.group(kind)
                return m.Members(*self.quantifier(), group, self.of_member(group.kind))
            case "decided":
                return m.IsDecided(self.rng.choice(decided))
            case "applies":
                address, _, versions = self.rng.choice(provisions)
                return m.AppliesTo(address, kind, versions > 1 or self.chance(0.5))
            case "measure":
                return self.measured(kind)
            case "day":
                return self.day_is(kind)
            case "is a":
                return self.is_a(kind)
            case _:
                return self.test(self.of.chain(kind))

    def quantifier(self) -> tuple[str, int]:
        """Return how many members."""
        return self.rng.choice(
            (
                ("each", 1),
                ("all", 1),
                ("none", 1),
                ("one or more", 1),
                ("at least", 1),
                ("at least", 2),
                ("at least", 3),
            )
        )

    def group(self, kind: str) -> m.Group:
        """Return several things of those that a thing, or one above it, has."""
        path = [self.rng.choice(self.of.below(kind)).key]
        further = [one.key for one in self.of.kinds if one.parent == path[-1]]
        if further and self.chance(0.4):
            path.append(self.rng.choice(further))
        which = None
        if self.chance(0.3):
            place = self.rng.randrange(len(path))
            parts = [self.whose(path[place]) for _ in range(self.rng.choice((1, 1, 2, 3)))]
            which = m.Which(place, self.rng.choice(("and", "or")), tuple(parts))
        return m.Group(tuple(path), which)

    def test(self, kinds: tuple[str, ...]) -> m.Test:
        """Return that a phrase holds of the thing, or of one above it."""
        phrases = [s for s in self.of.senses if s.form == "phrase" and s.kind in kinds]
        sense = self.rng.choice(phrases)
        given = self.given(sense)
        return m.Test(sense, given, self.chance(0.3))

    def is_a(self, kind: str, *, plain: bool = False) -> m.Test | m.IsA:
        """Return that a thing, or one above it, is of a class; a test if there is none."""
        chain = self.of.chain(kind)
        named: list[d.Sense | d.Concept] = [
            s for s in self.of.senses if s.form == "class" and s.kind in chain
        ]
        concepts = [one for one in self.sight.concepts if one.kind in chain]
        if concepts and (not named or self.chance(0.7)):
            # The last one defined, most often: so chains become deep.
            one = concepts[-1] if self.chance(0.7) else self.rng.choice(concepts)
            return m.IsA(one, (), not plain and self.chance(0.3))
        if not named:
            return self.test(chain)
        sense = self.rng.choice(named)
        assert isinstance(sense, d.Sense)
        return m.IsA(sense, self.given(sense), not plain and self.chance(0.3))

    def of_member(self, kind: str) -> m.Test | m.IsA:
        """Return what is said of members of a kind: of each of them itself."""
        found = self.is_a(kind, plain=True) if self.chance(0.4) else None
        if isinstance(found, m.IsA) and found.named.kind == kind:
            return found
        return self.test((kind,))

    def measured(self, kind: str) -> m.Clause:
        """Return an amount compared with another."""
        nouns = self.nouns(kind)
        if not nouns:
            return self.test(self.of.chain(kind))
        noun = self.rng.choice(nouns)
        word = self.rng.choice(COMPARISONS)
        return m.Measured(noun, word, self.simple(noun.of.type, kind, noun))

    def condition(self, kind: str, level: int = 0) -> m.Condition:
        """Return a condition, with a list below it by chance; points hold subpoints."""
        if level > 1 or self.chance(0.55 + 0.2 * level):
            return self.closed(kind)
        below = self.of.below(kind)
        if below and self.chance(0.35):
            group = self.group(kind)
            return m.MembersListed(*self.quantifier(), group, self.listed(group.kind, level))
        return self.listed(kind, level)

    def listed(self, kind: str, level: int) -> m.Listed:
        """Return a list of conditions."""
        word = self.rng.choice(("any", "any", "all", "all", "none", "at least"))
        items = tuple(self.item(kind, level) for _ in range(self.rng.randint(2, 4)))
        return m.Listed(word, self.rng.randint(1, len(items)), items)

    def item(self, kind: str, level: int) -> m.Item:
        """Return an item of a list of conditions."""
        if self.chance(0.2):
            return m.Item(self.closed(kind), self.closed(kind))
        if self.chance(0.1):
            return m.Item(self.closed(kind), None, self.closed(kind))
        return m.Item(self.condition(kind, level + 1))

    # --- classes ---

    def described(self, kind: str) -> m.Class:
        """Return a class of things of a kind, with what is said of them."""
        named: d.Kind | d.Sense | d.Concept = self.of.kind(kind)
        given: tuple[m.Given, ...] = ()
        found = self.is_a(kind, plain=True) if self.chance(0.3) else None
        if isinstance(found, m.IsA) and found.named.kind == kind:
            named, given = found.named, found.given
        number = self.rng.choice((0, 0, 1, 1, 2, 3))
        predicates = tuple(self.test((kind,)) for _ in range(number))
        return m.Class(named, given, self.rng.choice(("and", "or")), predicates)

    def class_item(self, kind: str, level: int = 0) -> m.ClassItem:
        """Return an item that describes a class."""
        if level == 0 and self.chance(0.25):
            return m.ClassItem((self.described(kind),), self.listed(kind, 1))
        if self.chance(0.2):
            if_ = self.condition(kind, 1) if level == 0 else self.closed(kind)
            return m.ClassItem((self.described(kind),), None, if_)
        several = 2 if self.chance(0.2) else 1
        return m.ClassItem(
            tuple(self.described(kind) for _ in range(several)),
            None,
            self.closed(kind) if self.chance(0.4) else None,
            self.closed(kind) if self.chance(0.3) else None,
        )

    # --- amounts ---

    def nouns(self, kind: str, type_: str | None = None) -> list[m.Noun]:
        """Return the amounts in sight of a thing."""
        chain = self.of.chain(kind)
        wanted = AMOUNTS if type_ is None else (type_,)
        found: list[d.Fact | d.Quantity | d.Decision] = [
            one for one in self.facts(kind) if one.type in wanted
        ]
        found += [q for q in self.sight.quantities if q.kind in chain and q.type in wanted]
        found += [d for d in self.sight.decisions if d.kind in chain and d.type in wanted]
        return [m.Noun(one) for one in found]

    def simple(self, type_: str, kind: str, but: m.Noun | None = None) -> m.Term:
        """Return an amount without arithmetic, another than what it is compared with."""
        nouns = [one for one in self.nouns(kind, type_) if one != but]
        ways = ["written", "noun", "noun"] if nouns else ["written"]
        below = self.of.below(kind)
        summed = [
            (noun, one.key)
            for one in below
            for noun in self.nouns(one.key, type_)
            if noun.of.kind == one.key
        ]
        ways += ["sum of"] if summed else []
        ways += ["number of", "number of", "days"] if below and type_ == "count" else []
        match self.rng.choice(ways):
            case "noun":
                last = nouns[-1]  # the last one defined, most often: so chains become deep
                return self.maybe_nothing(last if self.chance(0.5) else self.rng.choice(nouns))
            case "sum of":
                noun, member = self.rng.choice(summed)
                group = self.group(kind)
                of_them = [n for n in self.nouns(group.kind, type_) if n.of.kind == group.kind]
                if of_them:
                    noun = self.rng.choice(of_them)
                else:
                    group = m.Group((member,))
                return m.SumOf(self.maybe_nothing(noun), group, self.chance(0.5))
            case "number of":
                return m.NumberOf(self.group(kind))
            case "days":
                unit = self.rng.choice(("days", "days", "weeks", "months", "years"))
                ends = self.day(kind, found=0.2), self.day(kind, found=0.2)
                return m.DaysFromTo(*ends, unit, self.chance(0.2))
            case _:
                return m.Written(type_, self.rng.choice(NUMBERS[type_]))

    def maybe_nothing(self, noun: m.Noun) -> m.Noun:
        """Return a noun of which it may be said that nothing counts as zero."""
        return m.Noun(noun.of, self.chance(0.3))

    def whose(self, kind: str) -> m.Test | m.IsA:
        """Return what is said of those who are meant."""
        concepts = [one for one in self.sight.concepts if one.kind == kind]
        if concepts and self.chance(0.5):
            return m.IsA(self.rng.choice(concepts), (), self.chance(0.3))
        return self.test((kind,))

    BROKEN = ("divided by", "divided or zero", "the ratio of", "share of")  # of whole numbers

    def amount(  # noqa: C901
        self, type_: str, kind: str, *, exact: bool = False
    ) -> tuple[m.Term, tuple[m.Limit, ...]]:
        """Return an amount with its limits.

        It is rounded where a digit could be lost, unless it is `exact`: a quantity.
        """
        limits: list[m.Limit] = []
        lost = False
        ways = ["simple", *m.BETWEEN, *m.BEFORE, *m.OTHERS]
        if type_ == "count":  # what else than whole numbers there could be
            ways = [way for way in ways if way not in self.BROKEN]
        match self.rng.choice(ways):
            case "simple":
                term = self.simple(type_, kind)
            case "divided by" | "divided or zero" | "the ratio of" as word:
                lost = True
                term = self.quotient(word, type_, kind)
            case "for each of" | "for each part" | "for each complete" as word:
                found = self.for_each(word, type_, kind)
                term = found or self.simple(type_, kind)
            case "share of":
                lost = True
                share = m.Written("fraction", self.rng.choice(NUMBERS["fraction"]))
                term = m.Sums("share of", (share, self.begun(type_, kind)))
            case "twice":
                term = m.Sums("twice", (self.begun(type_, kind),))
            case "the product of":
                other = "count" if type_ == "money" else type_
                parts = [self.simple(type_, kind), self.simple(other, kind)]
                term = m.Sums("the product of", tuple(parts))
            case "increased by" | "reduced by" as word:
                lost = type_ == "money" and self.chance(0.4)
                by = self.simple("fraction" if lost else type_, kind)
                term = m.Sums(word, (self.simple(type_, kind), by))
            case "multiplied by":
                others = ("count", "fraction", "number") if type_ == "money" else (type_,)
                other = self.rng.choice(others)
                lost = other in ("fraction", "number")
                parts = [self.simple(type_, kind), self.simple(other, kind)]
                self.rng.shuffle(parts)
                term = m.Sums("multiplied by", tuple(parts))
            case word:
                several = word == "plus" or word in m.BEFORE
                number = self.rng.randint(2, 3) if several else 2
                parts = [self.simple(type_, kind) for _ in range(number)]
                if self.chance(0.3):
                    parts[-1] = self.begun(type_, kind)
                term = m.Sums(word, tuple(parts))
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            how = self.rng.choice(("not less", "not more"))
            limits.append(m.Limit(how, self.simple(type_, kind)))
        lost = lost or bool(self.of.quantities)  # which may have digits more
        if type_ == "money" and (self.chance(0.3) if exact else lost or self.chance(0.4)):
            limits.append(self.rounding(m.UNITS))
        elif type_ == "number" and self.chance(0.3):
            limits.append(self.rounding(("number",)))
        return term, tuple(limits)

    def for_each(self, word: str, type_: str, kind: str) -> m.Term | None:
        """Return an amount that is due several times, None if nothing can be counted."""
        due = m.Written(type_, self.rng.choice(NUMBERS[type_]))
        if word == "for each of":
            below = self.of.below(kind)
            if not below:
                return None
            return m.Sums(word, (due, m.NumberOf(self.group(kind))))
        of = self.rng.choice(("money", "count"))
        nouns = [one for one in self.nouns(kind, of) if not one.if_any]
        if not nouns:
            return None
        size = m.Written(of, Fraction(self.rng.choice((2, 5, 100))))
        return m.Sums(word, (due, size, self.rng.choice(nouns)))

    def quotient(self, word: str, type_: str, kind: str) -> m.Term:
        """Return an amount that is divided, or multiplied by a ratio."""
        if word == "the ratio of":
            of = self.rng.choice(("money", "count"))
            ratio = m.Sums("the ratio of", (self.simple(of, kind), self.simple(of, kind)))
            if type_ == "money":
                return m.Sums("multiplied by", (self.simple(type_, kind), ratio))
            return ratio
        divisor = self.simple("count", kind)
        if word == "divided by" and self.chance(0.5):
            divisor = m.Written("count", Fraction(self.rng.randint(2, 12)))
        if word == "divided or zero" and isinstance(divisor, m.Noun):
            divisor = replace(divisor, if_any=False)
        return m.Sums(word, (self.simple(type_, kind), divisor))

    def begun(self, type_: str, kind: str) -> m.Term:
        """Return an amount that begins with its operation, or one without any."""
        word = self.rng.choice(("simple", "the sum of", "the excess of", "so much of"))
        if word == "simple":
            return self.simple(type_, kind)
        return m.Sums(word, (self.simple(type_, kind), self.simple(type_, kind)))

    def rounding(self, units: tuple[str, ...]) -> m.Limit:
        """Return how an amount is rounded."""
        return m.Limit(
            self.rng.choice(("up", "down", "nearest", "half up", "half down", "half even")),
            self.rng.choice(units),
        )
