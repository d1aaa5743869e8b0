"""An act as text, from its tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.act_words import (
    address,
    addresses,
    count,
    day,
    grouped,
    period,
    sense,
    value_text,
)

POINTS = "abcdefghijklmnopqrstuvwxyz"


_ROUNDED = {
    "up": "rounded up to a whole {}",
    "down": "rounded down to a whole {}",
    "nearest": "rounded to the nearest {}",
    "half up": "rounded to the nearest {}, a half being rounded up",
    "half down": "rounded to the nearest {}, half down",
    "half even": "rounded to the nearest {}, a half being rounded to even",
}
_TO_MULTIPLE = {"up": "rounded up to the next {}", "down": "rounded to the next lower {}"}


class Writer:
    """Writes the sentences of one act."""

    def __init__(self, vocabulary: d.Vocabulary) -> None:
        self.vocabulary = vocabulary

    def many(self, group: m.Group) -> str:
        """Return several things, of the thing that has them, and which of them are meant."""
        kinds = map(self.vocabulary.kind, reversed(group.path))
        said = " of ".join(f"the {kind.parent}'s {kind.field}" for kind in kinds)
        if group.which is None:
            return said
        *parts, last = [f"who {self.whose(part)}" for part in group.which.parts]
        before = f" {', '.join(parts)} {group.which.word}" if parts else ""
        return f"{said}{before} {last}"

    def whose(self, part: m.Test | m.IsA) -> str:
        """Return what is said of those who are meant."""
        match part:
            case m.Test(of, values, negative):
                return sense(of, values, negative)
            case m.IsA(d.Concept(word=word), _, negative):
                return f"are {'not ' if negative else ''}{word}s"
            case _:
                raise AssertionError(part)

    def term(self, term: m.Term) -> str:  # noqa: C901
        """Return an amount."""
        match term:
            case m.Noun(of, if_any):
                return f"the {of.noun}{', if any' if if_any else ''}"
            case m.Written():
                return value_text(term)
            case m.DaysFromTo(start, end, unit, both_included):
                whole = "" if unit == "days" else "whole "
                ends = f"from {value_text(start)} to {value_text(end)}"
                both = ", both days included" if both_included else ""
                return f"the number of {whole}{unit} {ends}{both}"
            case m.NumberOf(group):
                return f"the number of {self.many(group)}"
            case m.SumOf(noun, group, plural=True):
                comma = ", if any," if noun.if_any else ""
                return f"the sum of the {noun.of.noun}s{comma} of {self.many(group)}"
            case m.SumOf(noun, group):
                comma = "," if noun.if_any else ""
                return f"the sum of {self.term(noun)}{comma} of each of {self.many(group)}"
            case m.Sums(word, parts):
                terms = [self.term(part) for part in parts]
                inside = [f"{one}," if one.endswith(", if any") else one for one in terms[:-1]]
                match word:
                    case "twice":
                        return f"twice {terms[0]}"
                    case "for each of":
                        return f"{terms[0]} for each of{terms[1].removeprefix('the number of')}"
                    case "for each part":
                        return f"{terms[0]} for each {terms[1]} or part thereof of {terms[2]}"
                    case "for each complete":
                        return f"{terms[0]} for each complete {terms[1]} of {terms[2]}"
                    case "the ratio of":
                        return f"the ratio of {inside[0]} to {terms[1]}"
                    case "divided or zero":
                        return (
                            f"{inside[0]} divided by {terms[1]}, or zero if {terms[1]} is zero"
                        )
                    case "share of":
                        return f"{terms[0]} of {terms[1]}"
                    case "the excess of":
                        return f"the excess of {inside[0]} over {terms[1]}"
                    case "so much of":
                        return f"so much of {inside[0]} as exceeds {terms[1]}"
                    case _ if word in m.BEFORE:
                        return f"{word} {', '.join([*terms[:-2], inside[-1]])} and {terms[-1]}"
                return f" {word} ".join([*inside, terms[-1]])
            case _:
                raise AssertionError(term)

    def limits(self, limits: Iterable[m.Limit]) -> str:
        """Return the limits of an amount, in their order."""
        said = ""
        for one in limits:
            match one.by:
                case str() as unit:
                    said += f", {_rounded(one.how, unit)}"
                case term:
                    said += f", and {one.how} than {self.term(term)}"
        return said

    def cases(self, cases: Iterable[m.Case], *, inline: bool) -> str:
        """Return the cases of an amount, as a list or one after another."""
        said = []
        for one in cases:
            amount = f"{self.term(one.amount)}{self.limits(one.limits)}"
            if one.otherwise:
                said.append(f"{amount} otherwise" if inline else f"in any other case, {amount}")
                continue
            link = " " if inline else ", "
            amount += "" if one.if_ is None else f"{link}if {self.closed(one.if_)}"
            amount += "" if one.unless is None else f", unless {self.closed(one.unless)}"
            said.append(amount)
        if inline:
            return f" {', '.join(said[:-1])}, and {said[-1]}."
        items = ";\n".join(f"{n}) {one}" for n, one in enumerate(said, start=1))
        return f":\n{items}.\n"

    # --- conditions ---

    def closed(self, condition: m.Closed) -> str:
        """Return a condition within a sentence."""
        match condition:
            case m.Chain(word, parts):
                return f" {word} ".join(self.chained(parts))
            case m.NotTheCase(part):
                return f"it is not the case that {self.closed(part)}"
            case m.Test(of, values, negative):
                return f"the {of.kind} {sense(of, values, negative)}"
            case m.IsA(named, _, negative):
                said = "is not" if negative else "is"
                return f"the {named.kind} {said} {self.class_(named, condition.given)}"
            case m.Lasted():
                return self.lasted(condition)
            case m.DayIs(subject, "between", days):
                return f"{value_text(subject)} is between {' and '.join(map(value_text, days))}"
            case m.DayIs(subject, "within after" | "within before" as word, (beside,)):
                within = f"within {period(condition.number, condition.unit)} {word[7:]}"
                return f"{value_text(subject)} is {within} {value_text(beside)}"
            case m.DayIs(subject, word, (beside,)):
                return f"{value_text(subject)} is {word} {value_text(beside)}"
            case m.Measured(noun, word, right):
                return f"{self.term(noun)} is {word} {self.term(right)}"
            case m.Members():
                return self.of_members(condition)
            case m.AppliesTo(one, kind, negative):
                said = "does not apply" if negative else "applies"
                return f"{address(one)} {said} to the {kind}"
            case m.IsDecided(effect):
                return f"the {effect.kind} is {effect.word}"
            case _:
                raise AssertionError(condition)

    def of_members(self, said: m.Members) -> str:
        """Return of how many members something holds; some acts say it of what a thing has."""
        group, predicate = said.group, self.predicate(said.part)
        if len(group.path) == 1 and not group.which and isinstance(said.part, m.Test):
            kind = self.vocabulary.kind(group.kind)
            if said.word == "at least" and said.number % 2 == 0:
                return (
                    f"the {kind.parent} has at least {said.number} {kind.field} who {predicate}"
                )
            if said.word == "none" and len(predicate) % 2:
                return f"the {kind.parent} has no {kind.field} who {predicate}"
        return f"{_quantified(said.word, said.number)} {self.many(group)} {predicate}"

    def chained(self, parts: tuple[m.Clause, ...]) -> Iterator[str]:
        """Yield the clauses of a chain; an amount that is compared again is not named again."""
        before: m.Clause | None = None
        for part in parts:
            match part, before:
                case m.Measured(noun, word, right), m.Measured(same) if noun == same:
                    yield f"is {word} {self.term(right)}"
                case _:
                    yield self.closed(part)
            before = part

    def lasted(self, said: m.Lasted) -> str:
        """Return how long something lasted."""
        owner = self.vocabulary.kind(said.span.kind).parent
        days = [*map(value_text, said.days)]
        begins = f"the {owner} was{' not' if said.negative else ''} {said.span.word}"
        match said.how:
            case "on":
                return f"{begins} on {days[0]}"
            case "throughout":
                return f"{begins} throughout the period from {days[0]} to {days[1]}"
            case _:
                many = period(said.number, "day")
                return f"{begins} between {days[0]} and {days[1]} for at least {many}"

    def predicate(self, part: m.Test | m.IsA) -> str:
        """Return what is said of members."""
        match part:
            case m.Test(of, values, negative):
                return sense(of, values, negative)
            case m.IsA(named, values):
                return f"is {self.class_(named, values)}"

    def class_(self, named: d.Kind | d.Sense | d.Concept, values: tuple[m.Given, ...]) -> str:
        """Return a class with its article."""
        match named:
            case d.Kind(key):
                return f"a {key}"
            case d.Concept(word=word):
                return f"a {word}"
            case d.Sense():
                return f"a {sense(named, values)}"

    def described(self, one: m.Class) -> str:
        """Return a class with what is said of its things."""
        said = self.class_(one.named, one.given)
        for place, test in enumerate(one.predicates):
            last = place == len(one.predicates) - 1
            link = " " if place == 0 else f" {one.word} " if last else ", "
            said += f"{link}who {sense(test.sense, test.given, test.negative)}"
        return said

    def open(self, condition: m.Condition, level: int, end: str) -> tuple[str, str]:
        """Return a condition and the list below it, which ends with `end`."""
        match condition:
            case m.Listed():
                return _how(condition, "applies", "apply"), self.items(condition, level, end)
            case m.MembersListed(word, number, group, how):
                lead = f"{_quantified(word, number)} {self.many(group)} satisfy"
                lead += f" {_how(how, '', '')}"
                return lead, self.items(how, level, end)
            case closed:
                return self.closed(closed) + end, ""

    def items(self, listed: m.Listed, level: int, end: str) -> str:
        """Return the items of a list."""
        joining = {"any": "; or", "all": "; and"}.get(listed.word, ";")
        said = ""
        for n, one in enumerate(listed.items):
            last = len(listed.items) - 1 - n
            stop = end if last == 0 else joining if last == 1 else ";"
            if one.case is not None:
                assert not isinstance(one.condition, m.Listed | m.MembersListed)
                lead = f"if {self.closed(one.case)}, {self.closed(one.condition)}{stop}"
                below = ""
            elif one.unless is None:
                lead, below = self.open(one.condition, level + 1, stop)
            else:
                assert not isinstance(one.condition, m.Listed | m.MembersListed)
                lead = f"{self.closed(one.condition)}, unless {self.closed(one.unless)}{stop}"
                below = ""
            said += f"{_numbered(n, level)} {lead}\n{below}"
        return said

    def class_items(self, items: tuple[m.ClassItem, ...], level: int, end: str) -> str:
        """Return the items of a list of classes."""
        said = ""
        for n, one in enumerate(items):
            last = len(items) - 1 - n
            stop = end if last == 0 else "; or" if last == 1 else ";"
            lead, below = ", or ".join(map(self.described, one.classes)), ""
            if one.for_whom is not None:
                lead += f" to whom {_how(one.for_whom, 'applies', 'apply')}"
                below = self.items(one.for_whom, level + 1, stop)
            elif isinstance(one.if_, m.Listed | m.MembersListed):
                opened, below = self.open(one.if_, level + 1, stop)
                lead += f", if {opened}"
            else:
                lead += "" if one.if_ is None else f", if {self.closed(one.if_)}"
                lead += "" if one.unless is None else f", unless {self.closed(one.unless)}"
                lead += stop
            said += f"{_numbered(n, level)} {lead}\n{below}"
        return said

    def tail(
        self, if_: m.Condition | None, unless: m.Condition | None, word: str = "if"
    ) -> str:
        """Return the end of a sentence, with its list."""
        said = ""
        for link, condition, after in ((word, if_, unless), ("unless", unless, None)):
            if condition is not None:
                lead, below = self.open(condition, 0, "" if after is not None else ".")
                said += f" {link} {lead}" + (f"\n{below}" if below else "")
        return said if said.rstrip().endswith(".") else f"{said}."

    # --- sentences ---

    def sentence(self, one: m.Sentence) -> str:
        """Return a sentence with its lists and tables."""
        first = ""
        if one.start or one.end:
            first += "in force"
            first += f" from {day(one.start)}" if one.start else ""
            first += f" to {day(one.end)}" if one.end else ""
            first += ", "
        if one.notwithstanding:
            first += f"notwithstanding {addresses(one.notwithstanding)}, "
        elif one.subject_to:
            first += f"subject to {addresses(one.subject_to)}, "
        said = first + self.body(one.body)
        return said[0].upper() + said[1:]

    def body(self, body: m.Body) -> str:  # noqa: C901
        """Return what a sentence says."""
        match body:
            case m.Grants(effect, None, cls, if_, unless):
                assert cls is not None
                return f"{self.described(cls)} is {effect.word}{self.tail(if_, unless)}"
            case m.Grants(effect, value, cls, if_, unless):
                assert value is not None
                whom = "" if cls is None else f" for {self.described(cls)}"
                said = f"the {effect.word} of {value_text(value)} is due"
                return f"{said}{whom}{self.tail(if_, unless)}"
            case m.GrantsFollowing(effect, items):
                lead = f"the following {self.vocabulary.kind(effect.kind).field or 'persons'}"
                return f"{lead} are {effect.word}:\n{self.class_items(items, 0, '.')}"
            case m.Excludes(targets, cls, if_, unless):
                verb = "do" if len(targets) > 1 else "does"
                lead = f"{addresses(targets)} {verb} not apply to {self.described(cls)}"
                return f"{lead}{self.tail(if_, unless)}"
            case m.Limits(targets, cls, only_if):
                verb = "apply" if len(targets) > 1 else "applies"
                lead = f"{addresses(targets)} {verb} to {self.described(cls)}"
                return f"{lead}{self.tail(only_if, None, 'only if')}"
            case m.Means() | m.MeansFollowing():
                return self.means(body, 0, ".")
            case m.Terms(parts):
                lines = []
                for n, part in enumerate(parts):
                    stop = "." if n + 1 == len(parts) else ";"
                    lines.append(f"{_numbered(n, 0)} {self.means(part, 1, stop)}")
                return "in this Act, the following terms are used:\n" + "\n".join(lines)
            case m.Cases(noun, cases, inline):
                return f"the {noun.noun} is{self.cases(cases, inline=inline)}"
            case m.Amounts(noun, amount, limits, if_):
                end = "" if if_ is None else f", if {self.closed(if_)}"
                said = f"the {noun.noun} is {self.term(amount)}{self.limits(limits)}"
                return f"{said}{end}."
            case m.Table(noun, by_part, subject, rows, limits, from_on):
                of = self.term(subject)
                how = (
                    f"the sum of the rates, each applied to the part of {of} that falls in its "
                    "row"
                    if by_part
                    else f"given by the row in which {of} falls"
                )
                table = "\n".join(
                    f"| {_bounds(*row[:2], from_on=from_on)} | {value_text(row[2])} |"
                    for row in rows
                )
                return f"the {noun.noun} is {how}{self.limits(limits)}:\n{table}"
            case m.Combines(decision, pick):
                kind = decision.kind
                lead = f"where several {decision.noun}s apply to one {kind}"
                return f"{lead}, the {pick} is applied."
            case m.MeansDay(name, value):
                return f"the {name} day means {day(value)}."
            case _:
                raise AssertionError(body)

    def means(self, body: m.Means | m.MeansFollowing, level: int, end: str) -> str:
        """Return a definition."""
        lead = f"a {body.concept.word} means"
        match body:
            case m.Means(_, classes):
                return f"{lead} {', or '.join(map(self.described, classes))}{end}"
            case m.MeansFollowing(_, items):
                listed = self.class_items(items, level, end)
                return f"{lead} any of the following:\n{listed}"


def _numbered(place: int, level: int) -> str:
    return f"{place + 1})" if level == 0 else f"{POINTS[place]})"


def _quantified(word: str, number: int) -> str:
    return f"at least {count(number)} of" if word == "at least" else f"{word} of"


def _how(listed: m.Listed, applies: str, apply: str) -> str:
    match listed.word:
        case "any":
            said = f"any of the following {applies}"
        case "all":
            said = f"all of the following {apply}"
        case "none":
            said = f"none of the following {applies}"
        case _:
            said = f"at least {count(listed.number)} of the following {apply}"
    return said.rstrip() + ":"


def _bounds(over: Fraction | None, up_to: Fraction | None, *, from_on: bool) -> str:
    if from_on and up_to is None:
        assert over is not None
        return f"{grouped(over)} or more"
    if from_on:
        end = f"less than {grouped(up_to or Fraction(0))}"
        return end if over is None else f"at least {grouped(over)} but {end}"
    if over is None:
        assert up_to is not None
        return f"up to {grouped(up_to)}"
    return f"over {grouped(over)}" + ("" if up_to is None else f" to {grouped(up_to)}")


def text(act: m.Act) -> str:
    """Return the text of an act."""
    writer = Writer(act.vocabulary)
    lines = ["AN ACT\n"]
    for n, paragraphs in enumerate(act.articles, start=1):
        lines.append(f"Article {n}. Heading\n")
        for one in paragraphs:
            said = " ".join(map(writer.sentence, one.sentences)).rstrip("\n")
            lines.append(f"{one.number}. {said}")
        lines.append("")
    return "\n".join(lines)


def _rounded(how: str, unit: str) -> str:
    ways = {**_ROUNDED, **_TO_MULTIPLE} if unit.startswith("multiple of") else _ROUNDED
    return ways[how].format(unit)
