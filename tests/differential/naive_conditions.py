"""Conditions and amounts of acts, read of a case slowly and naively.

Written from `grammar/README.md` and the grammar files, not from the compiler. A truth is True,
False or None, which is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.naive_values import (
    CONTRADICTION,
    NOTHING,
    UNKNOWN,
    Day,
    all_hold,
    computed,
    enough,
    first_of,
    negation,
    number_of_day,
    one_holds,
    parts,
    rounded,
    shifted,
    whole_months,
)

UNTOLD = 9  # things of a list that is not known: more than a sentence asks for
UNITS = {
    "cent": Fraction(1, 100), "euro": Fraction(1), "number": Fraction(1),
    "multiple of 5 euro": Fraction(5), "multiple of 0.05 euro": Fraction(1, 20),
}  # fmt: skip


@dataclass(eq=False)
class Thing:
    """A thing of a case: what is known of it; a list that is absent is unknown."""

    kind: str
    facts: dict[str, d.Plain]
    parent: Thing | None = None
    lists: dict[str, list[Thing]] = field(default_factory=dict)

    def of(self, kind: str) -> Thing:
        """Return the thing itself or the one above it that is of a kind."""
        if self.kind == kind:
            return self
        assert self.parent is not None, kind
        return self.parent.of(kind)


class Conditions:
    """Reads conditions and amounts on certain days; what an act defines is left to `Reader`."""

    def __init__(self, vocabulary: d.Vocabulary, days: dict[str, Day]) -> None:
        self.vocabulary = vocabulary
        self.days = days

    def concept(self, concept: d.Concept, thing: Thing) -> bool | None:
        """Return whether a thing is what the act says that a class means."""
        raise NotImplementedError

    def quantity(self, quantity: d.Quantity, thing: Thing) -> Any:
        """Return what the act says that an amount is."""
        raise NotImplementedError

    def decided(self, decision: d.Decision, thing: Thing) -> Any:
        """Return what the act decides of a thing."""
        raise NotImplementedError

    def one_applies(self, address: m.Address, thing: Thing) -> bool | None:
        """Return whether one of the provisions at an address applies to a thing."""
        raise NotImplementedError

    # --- values ---

    def moved(self, day: Day, number: int, unit: str) -> Day:
        """Return the day so many days, weeks, months or years after a day."""
        if unit == "week":
            number, unit = 7 * number, "day"
        up = self.vocabulary.month_end_up
        return shifted(day, number, f"{unit}s", month_end_up=up)

    def found_day(self, value: m.FoundDay, thing: Thing) -> Day | None:
        """Return a day that is found from others, None if one of them is unknown."""
        known = [self.day(one, thing) for one in value.days]
        days = [one for one in known if one is not None]
        if len(days) < len(known):
            return None
        match value.how:
            case "after":
                return self.moved(days[0], value.number, value.unit)
            case "before":
                return self.moved(days[0], -value.number, value.unit)
            case "first":
                return first_of(days[0], value.unit)
            case "last":
                day = days[0]
                while first_of(self.moved(day, 1, "day"), value.unit) == first_of(
                    days[0], value.unit
                ):
                    day = self.moved(day, 1, "day")
                return day
            case "later":
                return max(days)
            case _:
                return min(days)

    def day_is(self, said: m.DayIs, thing: Thing) -> bool | None:
        """Return whether a day is when it is said to be."""
        subject = self.day(said.day, thing)
        days = [self.day(one, thing) for one in said.days]

        def stands(word: str, other: Day | None) -> bool | None:
            return None if subject is None or other is None else _ORDERS[word](subject, other)

        match said.word:
            case "between":
                return all_hold([stands(">=", days[0]), stands("<=", days[1])])
            case "within after":
                far = days[0] and self.moved(days[0], said.number, said.unit)
                return all_hold([stands(">", days[0]), stands("<=", far)])
            case "within before":
                far = days[0] and self.moved(days[0], -said.number, said.unit)
                return all_hold([stands(">=", far), stands("<", days[0])])
            case word:
                return stands(_SIDES[word], days[0])

    def timed(self, said: m.DayIs | m.Lasted, thing: Thing) -> bool | None:
        """Return whether a day is when it is said to be, or something lasted so long."""
        if isinstance(said, m.DayIs):
            return self.day_is(said, thing)
        held = self.lasted(said, thing)
        return negation(held) if said.negative else held

    def lasted(self, said: m.Lasted, thing: Thing) -> bool | None:
        """Return whether something lasted as long as is said: days are counted one by one."""
        members = self.members(said.span.kind, thing)
        days = [self.day(one, thing) for one in said.days]
        if members is None:
            return None
        ends: list[tuple[Any, Any]] = [
            (one.facts.get(said.span.first.key), one.facts.get(said.span.last.key))
            for one in members
        ]

        def stands(left: Day | None, right: Day | None) -> bool | None:
            return None if left is None or right is None else left <= right

        if said.how == "on":
            return one_holds(
                all_hold([stands(first, last), stands(days[0], last), stands(first, days[0])])
                for first, last in ends
            )
        low, high = days
        if low is None or high is None or any(None in pair for pair in ends):
            return None if ends else self._of_none(said, days)
        count, reached = 0, number_of_day(low) - 1
        for first, last in sorted(ends):
            start = max(number_of_day(first) - 1, reached)
            count += max(min(number_of_day(last), number_of_day(high)) - start, 0)
            if first <= last:
                reached = max(reached, min(number_of_day(last), number_of_day(high)))
        if said.how == "throughout":
            return count >= number_of_day(high) - number_of_day(low) + 1
        return count >= said.number

    def _of_none(self, said: m.Lasted, days: list[Day | None]) -> bool | None:
        """Return whether nothing lasted so long: over no spans the days are none."""
        if said.how == "throughout":
            low, high = days
            if low is None or high is None:
                return None
            return number_of_day(high) < number_of_day(low)
        return said.number <= 0

    def between(self, term: m.DaysFromTo, thing: Thing) -> Any:
        """Return the time between two days, UNKNOWN if one of them is."""
        start, end = self.day(term.start, thing), self.day(term.end, thing)
        if start is None or end is None:
            return UNKNOWN
        if term.both_included:
            end = self.moved(end, 1, "day")
        days = number_of_day(end) - number_of_day(start)
        up = self.vocabulary.month_end_up
        match term.unit:
            case "days":
                return days
            case "weeks":
                return max(days, 0) // 7
            case "months":
                return whole_months(start, end, month_end_up=up)
            case _:
                return whole_months(start, end, month_end_up=up) // 12

    def day(self, value: m.Day, thing: Thing) -> Day | None:
        """Return a day, None if it is unknown."""
        match value:
            case m.FoundDay():
                return self.found_day(value, thing)
            case m.Written(_, date() as written):
                return parts(written)
            case m.NamedDay(d.Fact(kind=kind, key=key)):
                found: Day | None = thing.of(kind).facts.get(key)  # type: ignore[assignment]
                return found
            case m.NamedDay(str() as name):
                return self.days.get(name)
            case _:
                raise AssertionError(value)

    def amount(self, term: m.Term, thing: Thing) -> Any:  # noqa: C901
        """Return an amount, UNKNOWN or NOTHING."""
        match term:
            case m.Written(_, value):
                return value
            case m.Noun(of, if_any=True):
                found = self.amount(m.Noun(of), thing)
                return 0 if found is NOTHING else found
            case m.Noun(d.Fact(kind=kind, key=key)):
                return thing.of(kind).facts.get(key, UNKNOWN)
            case m.Noun(d.Quantity() as quantity):
                return self.quantity(quantity, thing)
            case m.Noun(d.Decision() as decision):
                found = self.decided(decision, thing)
                return UNKNOWN if found is CONTRADICTION else found
            case m.DaysFromTo():
                return self.between(term, thing)
            case m.NumberOf(group):
                return self.over_all(group, lambda _: 1, thing)
            case m.SumOf(noun, group, _):
                return self.over_all(group, lambda one: self.amount(noun, one), thing)
            case m.Sums("for each part" | "for each complete" as word, (due, size, whole)):
                how = "up" if word == "for each part" else "down"
                number = computed(
                    "divided by", [self.amount(whole, thing), self.amount(size, thing)]
                )
                if number not in (UNKNOWN, NOTHING):
                    number = rounded(number, how, Fraction(1))
                return computed("multiplied by", [self.amount(due, thing), number])
            case m.Sums("twice", (part,)):
                return computed("multiplied by", [2, self.amount(part, thing)])
            case m.Sums("increased by" | "reduced by" as word, (whole, by)) if _is_share(
                by
            ) and not _is_share(whole):
                share = computed(word, [1, self.amount(by, thing)])
                return computed("multiplied by", [self.amount(whole, thing), share])
            case m.Sums(word, terms):
                return computed(word, [self.amount(one, thing) for one in terms])
            case _:
                raise AssertionError(term)

    def limited(self, value: Any, limits: tuple[m.Limit, ...], thing: Thing) -> Any:
        """Return an amount as its limits leave it, one after another."""
        for one in limits:
            if not isinstance(one.by, str):
                value = computed(one.how, [value, self.amount(one.by, thing)])
            elif value not in (UNKNOWN, NOTHING):
                value = rounded(Fraction(value), one.how, UNITS[one.by])
        return value

    def measured(self, body: m.Amounts | m.Table, thing: Thing) -> Any:
        """Return what a sentence says that an amount is."""
        if isinstance(body, m.Amounts):
            return self.limited(self.amount(body.amount, thing), body.limits, thing)
        subject = self.amount(body.subject, thing)
        if subject in (UNKNOWN, NOTHING):
            return subject
        found: Any = Fraction(0) if body.by_part else NOTHING
        for over, up_to, value in body.rows:
            if body.by_part:
                top = subject if up_to is None else min(subject, up_to)
                found += value.value * max(top - (over or 0), 0)
            elif body.from_on:
                if (over is None or subject >= over) and (up_to is None or subject < up_to):
                    found = value.value
            elif (over is None or subject > over) and (up_to is None or subject <= up_to):
                found = value.value
        return self.limited(found, body.limits, thing)

    def members(self, kind: str, thing: Thing) -> list[Thing] | None:
        """Return the members of a kind, None if they are not known."""
        parent = self.vocabulary.kind(kind).parent
        assert parent is not None
        return thing.of(parent).lists.get(kind)

    # --- conditions ---

    def truth(self, condition: m.Condition, thing: Thing) -> bool | None:
        """Return whether a condition holds of a thing."""
        match condition:
            case m.Test(sense, given, negative):
                held = self.sense(sense, given, thing)
                return negation(held) if negative else held
            case m.IsA(named, given, negative):
                held = self.is_a(named, given, thing)
                return negation(held) if negative else held
            case m.Measured(noun, word, right):
                return _compared(word, self.amount(noun, thing), self.amount(right, thing))
            case m.Members(word, number, group, part) | m.MembersListed(
                word, number, group, part
            ):
                return self.of_members(word, number, group, thing, part)
            case m.AppliesTo(address, _, negative):
                held = self.one_applies(address, thing)
                return negation(held) if negative else held
            case m.IsDecided(effect):
                found = self.decided(effect.decision, thing)
                if found in (UNKNOWN, CONTRADICTION):
                    return None
                return bool(found == effect.value)
            case m.NotTheCase(part):
                return negation(self.truth(part, thing))
            case m.Chain(word, chained):
                truths = [self.truth(one, thing) for one in chained]
                return all_hold(truths) if word == "and" else one_holds(truths)
            case m.Listed(word, number, items):
                truths = [self.item(one, thing) for one in items]
                match word:
                    case "all":
                        return all_hold(truths)
                    case "none":
                        return negation(one_holds(truths))
                    case _:
                        return enough(1 if word == "any" else number, truths)
            case _:
                return self.timed(condition, thing)

    def item(self, item: m.Item, thing: Thing) -> bool | None:
        """Return whether an item of a list holds: its condition, unless the other holds."""
        held = self.tail(item.condition, item.unless, thing)
        if item.case is None:
            return held
        return one_holds([negation(self.truth(item.case, thing)), held])

    def tail(
        self, if_: m.Condition | None, unless: m.Condition | None, thing: Thing
    ) -> bool | None:
        """Return whether what stands after `if` holds, and what stands after `unless` not."""
        return all_hold(
            [
                if_ is None or self.truth(if_, thing),
                unless is None or negation(self.truth(unless, thing)),
            ]
        )

    def over_all(
        self, group: m.Group, amount: Callable[[Thing], Any], thing: Thing, place: int = 0
    ) -> Any:
        """Return the sum of an amount over several things, of those of whom all is said."""
        if place == len(group.path):
            return amount(thing)
        members = self.members(group.path[place], thing)
        if members is None:
            return UNKNOWN
        amounts: list[Any] = [0]
        for one in members:
            meant = self.is_meant(group, place, one)
            of_one = 0 if meant is False else self.over_all(group, amount, one, place + 1)
            amounts.append(UNKNOWN if meant is None and of_one != 0 else of_one)
        return computed("plus", amounts)

    def is_meant(self, group: m.Group, place: int, thing: Thing) -> bool | None:
        """Return whether a member of the list at a place is one of those who are meant."""
        which = group.which
        if which is None or which.place != place:
            return True
        said = [self.truth(part, thing) for part in which.parts]
        return all_hold(said) if which.word == "and" else one_holds(said)

    def of_members(
        self, word: str, number: int, group: m.Group, thing: Thing, part: m.Condition
    ) -> bool | None:
        """Return whether so many of several things satisfy a condition."""
        truths = self.truths(group, thing, part)
        if word in ("each", "all"):  # there is none of whom it is meant and who does not
            return negation(one_holds(self.truths(group, thing, part, fail=True)))
        return negation(one_holds(truths)) if word == "none" else enough(number, truths)

    def truths(
        self,
        group: m.Group,
        thing: Thing,
        part: m.Condition,
        place: int = 0,
        *,
        fail: bool = False,
    ) -> list[bool | None]:
        """Return of each of several things whether it is meant and satisfies a condition.

        With `fail`, whether it does not satisfy it. A list that is not known has things of
        which nothing is known.
        """
        members = self.members(group.path[place], thing)
        if members is None:
            return [None] * UNTOLD
        found: list[bool | None] = []
        for one in members:
            if place + 1 == len(group.path):
                held = self.truth(part, one)
                below = [negation(held) if fail else held]
            else:
                below = self.truths(group, one, part, place + 1, fail=fail)
            found += [all_hold([self.is_meant(group, place, one), truth]) for truth in below]
        return found

    def is_a(
        self, named: d.Kind | d.Sense | d.Concept, given: tuple[m.Given, ...], thing: Thing
    ) -> bool | None:
        """Return whether a thing is of a class."""
        match named:
            case d.Kind():
                return True
            case d.Sense():
                return self.sense(named, given, thing)
            case d.Concept():
                return self.concept(named, thing)

    def described(self, cls: m.Class, thing: Thing) -> bool | None:
        """Return whether a thing is of a class, and such as is said."""
        said = [self.truth(one, thing) for one in cls.predicates]
        rest = all_hold(said) if cls.word == "and" or not said else one_holds(said)
        return all_hold([self.is_a(cls.named, cls.given, thing), rest])

    def class_item(self, item: m.ClassItem, thing: Thing) -> bool | None:
        """Return whether a thing is such as an item describes."""
        return all_hold(
            [
                one_holds(self.described(one, thing) for one in item.classes),
                item.for_whom is None or self.truth(item.for_whom, thing),
                self.tail(item.if_, item.unless, thing),
            ]
        )

    # --- what the vocabulary says ---

    def sense(self, sense: d.Sense, given: tuple[m.Given, ...], thing: Thing) -> bool | None:
        """Return whether a phrase or a class of the vocabulary holds."""
        slots = [
            self.day(one, thing) if isinstance(one, m.NamedDay | m.FoundDay) else one
            for one in given
        ]
        return self.meaning(sense.meaning, slots, thing.of(sense.kind))

    def meaning(self, meaning: d.Meaning, slots: list[Any], thing: Thing) -> bool | None:
        """Return whether a meaning holds of a thing."""
        match meaning:
            case d.Name(fact):
                held: Any = thing.of(fact.kind).facts.get(fact.key)
                return held  # type: ignore[no-any-return]
            case d.Negated(part):
                return negation(self.meaning(part, slots, thing))
            case d.Joined(word, joined):
                truths = [self.meaning(one, slots, thing) for one in joined]
                return all_hold(truths) if word == "and" else one_holds(truths)
            case d.Stands(left, sign, right):
                operands = [self.operand(one, slots, thing) for one in (left, right)]
                return _compared(sign, *operands)
            case d.Within(fact, place):
                value: Any = thing.of(fact.kind).facts.get(fact.key)
                return None if value is None else _within(value, slots[place])
            case d.Has(quantifier, kind, part):
                members = self.members(kind, thing)
                if members is None:
                    return None
                truths = [self.meaning(part, slots, one) for one in members]
                if quantifier == "every":
                    return all_hold(truths)
                held = one_holds(truths)
                return negation(held) if quantifier == "no" else held

    def operand(self, operand: d.Operand | str, slots: list[Any], thing: Thing) -> Any:
        """Return what stands on one side of a comparison of the vocabulary."""
        match operand:
            case d.Name(fact):
                return thing.of(fact.kind).facts.get(fact.key, UNKNOWN)
            case d.InSlot(place):
                found = slots[place]
                if isinstance(found, m.Written):
                    found = found.value
                return UNKNOWN if found is None else _plain(found)
            case d.Moved(start, earlier, number, unit):
                day = self.operand(start, slots, thing)
                by = number if isinstance(number, int) else self.operand(number, slots, thing)
                if day is UNKNOWN:
                    return UNKNOWN
                up = self.vocabulary.month_end_up
                return shifted(day, -int(by) if earlier else int(by), unit, month_end_up=up)
            case written:
                return written


_SIDES = {
    "on": "=",
    "before": "<",
    "after": ">",
    "on or after": ">=",
    "not later than": "<=",
}
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "more than": lambda a, b: a > b,
    "at least": lambda a, b: a >= b,
    "less than": lambda a, b: a < b,
    "not more than": lambda a, b: a <= b,
    "equal to": lambda a, b: a == b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">=": lambda a, b: a >= b,
    ">": lambda a, b: a > b,
}


def _compared(word: str, left: Any, right: Any) -> bool | None:
    """Return how two values stand; what has no value is not more, less or equal."""
    if NOTHING in (left, right):
        return False
    return None if UNKNOWN in (left, right) else _ORDERS[word](left, right)


def _plain(value: Any) -> Any:
    return parts(value) if isinstance(value, date) else value


def _within(value: Any, listed: Any) -> bool:
    match listed:
        case m.Choices(values):
            return value in values
        case m.Spans(spans):
            return any(
                value[: len(within)] == within and first <= value[len(within)] <= last
                for within, first, last in spans
            )
        case _:
            raise AssertionError(listed)


def _is_share(term: m.Term) -> bool:
    """Return whether an amount is a share of something."""
    match term:
        case m.Written(type_):
            return type_ == "fraction"
        case m.Noun(of) | m.SumOf(m.Noun(of)):
            return of.type == "fraction"
        case _:
            return False
