"""Random vocabularies: kinds of things in one another, facts, phrases, what acts define."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from random import Random

from tests.differential import act_declared as d

SYLLABLES = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]
AMOUNTS = ("count", "money", "fraction", "number")
DAYS = (
    date(1999, 12, 31),
    date(2000, 2, 29),
    date(2023, 2, 28),
    date(2024, 1, 31),
    date(2024, 2, 29),
)
NUMBERS = {
    "count": tuple(map(Fraction, (0, 1, 2, 3, 5, 10, 18))),
    "money": tuple(
        map(Fraction, ("0", "0.5", "5", "10", "12.5", "99.99", "100", "250", "1000"))
    ),
    "fraction": tuple(map(Fraction, ("1/2", "1/3", "2/3", "1/4", "0.15", "0.005", "1"))),
    "number": tuple(map(Fraction, ("0", "0.32", "1.5", "7", "100"))),
}
ARTICLES: tuple[d.Number, ...] = ((120,), (121,), (121, 1), (122,), (124,), (124, 1), (188,))
SMALL: tuple[d.Number, ...] = ((1,), (2,), (2, 1), (3,), (4,))
UNITS = ("years", "months", "days")
PERIODS = (1, 2, 3, 12, 18, 31, 40)
FAR = 3_000_000_000


class Words:
    """Words that no other declaration has."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.used = {"date", "note"}
        self.kinds: dict[str, set[str]] = {}  # of a word that is said of several

    def new(self) -> str:
        """Return a word that was not there yet."""
        while True:
            word = "".join(self.rng.choices(SYLLABLES, k=3))
            if word not in self.used:
                self.used.add(word)
                return word

    def shared(self, kind: str, word: str) -> str:
        """Return a word that is said of other kinds, by chance, or else the word."""
        others = sorted(one for one, said in self.kinds.items() if kind not in said)
        found = self.rng.choice(others) if others and self.rng.random() < 0.2 else word
        self.kinds.setdefault(found, set()).add(kind)
        return found

    def several(self, number: int) -> list[str]:
        """Return so many of them."""
        return [self.new() for _ in range(number)]


def number(rng: Random, type_: str) -> Fraction:
    """Return a number of a type, near those that acts say."""
    value = rng.choice(NUMBERS[type_])
    if rng.random() < 0.3 and type_ in ("count", "money"):
        step = Fraction(1, 100 if type_ == "money" else 1)
        value = max(value + rng.choice((-1, 1)) * step, Fraction(0))
    return value


def day(rng: Random) -> date:
    """Return a day, near those that acts say, and seldom one at an end of the calendar."""
    if rng.random() < 0.04:
        return rng.choice((date.min, date.max))
    return rng.choice(DAYS) + timedelta(days=rng.choice((0, 0, 1, -1, rng.randint(-400, 400))))


def vocabulary(rng: Random) -> d.Vocabulary:
    """Return a vocabulary of one to four kinds of things."""
    words = Words(rng)
    kinds = [d.Kind("person")]
    if rng.random() < 0.8:
        kinds.append(d.Kind("child", "person", "children"))
        if rng.random() < 0.5:
            kinds.append(d.Kind("toy", "child", "toys"))
    if rng.random() < 0.3:
        kinds.append(d.Kind("job", "person", "jobs"))
    facts = tuple(one for kind in kinds for one in _facts(rng, words, kind.key))
    ends: list[d.Fact] = []
    spans = [_span(words, one.key, ends) for one in kinds if one.parent and rng.random() < 0.5]
    facts = (*facts, *ends)
    found = d.Vocabulary(
        tuple(kinds),
        facts,
        (),
        (),
        (),
        (),
        (),
        ("law", "first"),
        rng.random() < 0.5,
        tuple(spans),
    )
    senses = [_simple(words, one) for one in facts]
    for _ in range(rng.randint(0, 4)):
        kind = rng.choice(kinds).key
        form = rng.choice(("phrase", "class"))
        meaning_ = meaning(rng, found, kind, 2)
        word = words.new()
        senses.append(d.Sense(form, kind, f"s_{word}", (), meaning_, word))
    return _with(found, senses=tuple(senses), **_defined(rng, words, found))


def _span(words: Words, kind: str, ends: list[d.Fact]) -> d.Span:
    """Return the declaration of spans, whose facts are added to `ends`."""
    names = words.several(2)
    first, last = (d.Fact(kind, f"f_{name}", "date", name) for name in names)
    ends += [first, last]
    return d.Span(kind, first, last, words.new())


def _with(of: d.Vocabulary, **parts: object) -> d.Vocabulary:
    named: dict[str, object] = {key: getattr(of, key) for key in of.__dataclass_fields__}
    return d.Vocabulary(**{**named, **parts})  # type: ignore[arg-type]


def _facts(rng: Random, words: Words, kind: str) -> list[d.Fact]:
    types = ["truth", "truth", *rng.sample((*AMOUNTS, "date", "choice", "provision"), 3)]
    types += ["truth"] if rng.random() < 0.5 else []
    types += ["money"] if "money" not in types and rng.random() < 0.6 else []
    found = []
    for type_ in types:
        word = words.new()
        values = tuple(words.new() for _ in range(3)) if type_ == "choice" else ()
        noun = word if type_ in AMOUNTS or type_ == "date" else ""
        found.append(d.Fact(kind, f"f_{word}", type_, noun, values))
    return found


def _simple(words: Words, fact: d.Fact) -> d.Sense:
    """Return a phrase that says something of one fact."""
    word = words.new()
    slots: tuple[str, ...]
    rng, name = words.rng, d.Name(fact)
    sign = rng.choice(("<", "<=", ">=", ">", "=", "!="))
    said: d.Meaning
    match fact.type:
        case "truth":
            slots, said, word = (), name, words.shared(fact.kind, word)
        case "date":
            slots, word = ("count", "date"), f"{word} for {{0}} periods on {{1}}"
            moved = d.Moved(name, rng.random() < 0.3, d.InSlot(0), rng.choice(UNITS))
            sign = rng.choice(("<", "<=", ">=", ">", "<=", "=", "!="))
            said = d.Stands(moved, sign, d.InSlot(1))
        case "choice":
            slots, word = (fact.key,), f"{word} in {{0}}"
            said = d.Within(fact, 0)
        case "provision":
            slots, word = ("provision",), f"{word} under {{0}}"
            said = d.Within(fact, 0)
        case type_:
            slots, word = (type_,), f"{word} by {{0}}"
            said = d.Stands(name, sign, d.InSlot(0))
    form = "class" if slots and rng.random() < 0.2 else "phrase"
    return d.Sense(form, fact.kind, f"s_{word[:6]}", slots, said, word)


def meaning(rng: Random, of: d.Vocabulary, kind: str, depth: int) -> d.Meaning:
    """Return a meaning over the facts in sight."""
    if depth and rng.random() < 0.7:
        inner = [meaning(rng, of, kind, depth - 1) for _ in range(rng.randint(2, 3))]
        below = of.below(kind)
        match rng.choice(("not", "and", "or", "has")):
            case "not":
                return d.Negated(inner[0])
            case "has" if below:
                one = rng.choice(below).key
                quantifier = rng.choice(("some", "every", "no"))
                return d.Has(quantifier, one, meaning(rng, of, one, depth - 1))
            case "or":
                return d.Joined("or", tuple(inner))
            case _:
                return d.Joined("and", tuple(inner))
    chain = of.chain(kind)
    facts = [one for one in of.facts if one.kind in chain and one.type != "provision"]
    fact = rng.choice(facts)
    sign = rng.choice(("<", "<=", ">=", ">", "=", "!="))
    alike = [one for one in facts if one.type == fact.type and one is not fact]
    match fact.type:
        case "truth":
            return d.Name(fact)
        case "choice":
            equal = rng.choice(("=", "!="))
            return d.Stands(d.Name(fact), equal, rng.choice(fact.values))
        case "date" if alike:
            by = rng.choice((0, 1, 2, 12, 18, 30, FAR))
            start = d.Name(rng.choice(alike))
            moved = d.Moved(start, rng.random() < 0.5, by, rng.choice(UNITS))
            return d.Stands(d.Name(fact), sign, moved)
        case "count" | "number" if not alike or rng.random() < 0.5:
            return d.Stands(d.Name(fact), sign, rng.choice(NUMBERS["count"]))
        case _ if alike:
            return d.Stands(d.Name(fact), sign, d.Name(rng.choice(alike)))
        case _:
            return d.Name(rng.choice([one for one in facts if one.type == "truth"]))


def _defined(rng: Random, words: Words, over: d.Vocabulary) -> dict[str, object]:
    """Return what an act over the vocabulary may define and decide."""

    def kind() -> str:
        return rng.choice(over.kinds).key

    deep = rng.random() < 0.25  # a long chain of definitions of one kind
    of = kind()
    concepts = tuple(
        d.Concept(of if deep else kind(), f"c_{word}", word)
        for word in words.several(rng.randint(4, 16) if deep else rng.randint(0, 4))
    )
    long = rng.random() < 0.2
    quantities = tuple(
        d.Quantity(of if long else kind(), f"q_{word}", rng.choice(AMOUNTS), word)
        for word in words.several(rng.randint(4, 14) if long else rng.randint(0, 4))
    )
    decisions = tuple(_decision(rng, words, kind()) for _ in range(rng.randint(1, 4)))
    effects = tuple(one for each in decisions for one in _effects(rng, words, over, each))
    return {
        "concepts": concepts,
        "quantities": quantities,
        "decisions": decisions,
        "effects": effects,
    }


def _decision(rng: Random, words: Words, kind: str) -> d.Decision:
    word = words.new()
    key = f"d_{word}"
    type_ = rng.choice(("truth", "choice", "fraction", "money", "amount", "amount"))
    excluded: d.Plain | None
    otherwise: d.Plain | None
    match type_:
        case "truth":
            otherwise, excluded = rng.choice((None, False)), rng.choice((None, False))
            return d.Decision(kind, key, type_, word, otherwise, excluded)
        case "choice":
            values = tuple(words.several(3))
            otherwise, excluded = rng.choice((None, values[0])), rng.choice((None, values[1]))
            return d.Decision(kind, key, type_, word, otherwise, excluded, values)
        case "amount":
            otherwise = rng.choice((None, None, Fraction(0), Fraction(7)))
            type_ = rng.choice(("count", "money"))
            return d.Decision(kind, key, type_, word, otherwise)
        case _:
            return d.Decision(kind, key, type_, word)


def _effects(rng: Random, words: Words, over: d.Vocabulary, one: d.Decision) -> list[d.Effect]:
    """Return the effects of a decision; an amount that no effect gives is said by sentences."""
    values: tuple[d.Plain | None, ...]
    match one.type:
        case "truth":
            values = (True,)
        case "choice":
            values = one.values
        case "fraction" | "money" if one.otherwise is None:
            values = (None,)
        case _:
            values = ()
    found = []
    for value in values:
        when = meaning(rng, over, one.kind, 1) if rng.random() < 0.12 else None
        key, word = f"e_{words.new()}", words.new()
        found.append(d.Effect(one.kind, key, one, value, word, when))
    return found
