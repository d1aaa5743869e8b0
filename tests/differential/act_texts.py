"""Random acts as trees: definitions and amounts, what is granted, what displaces it, versions.

What is defined or decided speaks of what was defined or decided before only, so that nothing
rests on itself; the text has its paragraphs in an order of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from itertools import pairwise
from random import Random

from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.act_conditions import Conditions, Sight
from tests.differential.act_vocabulary import DAYS, NUMBERS, vocabulary

TURNS = (date(2000, 2, 29), date(2024, 1, 31), date(2024, 7, 1))


class Draft:
    """An act in the making."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.of = vocabulary(rng)
        self.sight = Sight(self.of)
        number = len(self.of.decisions) + 1
        self.articles: list[list[m.Paragraph]] = [[] for _ in range(number)]
        self.order = rng.sample(range(number), number)  # where the text has each article

    @property
    def make(self) -> Conditions:
        """The builder of conditions on the things in sight now."""
        return Conditions(self.rng, self.sight)

    def chance(self, part: float) -> bool:
        """Return whether something is so, by chance."""
        return self.rng.random() < part

    def article(self, place: int) -> int:
        """Return the number in the text of the article made at a place."""
        return self.order[place] + 1

    # --- paragraphs ---

    def add(
        self,
        place: int,
        body: Callable[[], m.Body],
        *,
        notwithstanding: tuple[m.Address, ...] = (),
        versions: float = 0.15,
    ) -> m.Address:
        """Add a paragraph, or several versions of one, and return its address."""
        paragraphs = self.articles[place]
        periods = self.periods() if self.chance(versions) else [(None, None)]
        made = [m.Sentence(body(), *period, notwithstanding) for period in periods]
        if paragraphs and len(made) == 1 and self.chance(0.15):
            last = paragraphs[-1]
            alone = sum(one.number == last.number for one in paragraphs) == 1
            if alone and all(map(_ends, (*last.sentences, *made))):
                paragraphs[-1] = replace(last, sentences=(*last.sentences, *made))
                return m.Address(self.article(place), last.number)
        number = paragraphs[-1].number + 1 if paragraphs else 1
        paragraphs += [m.Paragraph(number, (one,)) for one in made]
        return m.Address(self.article(place), number)

    def periods(self) -> list[tuple[date | None, date | None]]:
        """Return periods that follow one another, with no day between them."""
        turns = sorted(self.rng.sample(TURNS, self.rng.randint(1, 2)))
        starts: list[date | None] = [None, *turns]
        ends = [*(one - timedelta(days=1) for one in turns), None]
        found = list(zip(starts, ends, strict=True))
        return found[1:] if self.chance(0.3) else found[:-1] if self.chance(0.2) else found

    # --- what is defined ---

    def define(self) -> None:
        """Add the definitions and the amounts, each over those before it."""
        of = self.of
        waiting: list[d.Concept | d.Quantity] = [*of.concepts, *of.quantities]
        self.rng.shuffle(waiting)
        concepts, quantities = iter(of.concepts), iter(of.quantities)
        for one in waiting:
            if isinstance(one, d.Concept):
                concept = next(concepts)
                self.add(0, partial(self.means, concept))
                self.sight = replace(self.sight, concepts=(*self.sight.concepts, concept))
            else:
                quantity = next(quantities)
                self.add(0, partial(self.amounts, quantity), versions=0.25)
                more = (*self.sight.quantities, quantity)
                self.sight = replace(self.sight, quantities=more)
        if self.chance(0.2):
            self.add(0, partial(m.MeansDay, "first", self.rng.choice(DAYS)), versions=0)

    def means(self, concept: d.Concept, level: int = 0) -> m.Body:
        """Return a definition."""
        kind, make = concept.kind, self.make
        if level == 0 and self.chance(0.15):
            return m.Terms((self.term(concept),))
        if self.chance(0.4):
            several = 2 if self.chance(0.2) else 1
            classes = tuple(make.described(kind) for _ in range(several))
            return m.Means(concept, classes)
        items = tuple(make.class_item(kind, level) for _ in range(self.rng.randint(1, 3)))
        return m.MeansFollowing(concept, items)

    def term(self, concept: d.Concept) -> m.Means | m.MeansFollowing:
        """Return a definition within a list of definitions."""
        found = self.means(concept, 1)
        assert isinstance(found, m.Means | m.MeansFollowing)
        return found

    def amounts(self, noun: d.Quantity | d.Decision, if_: m.Closed | None = None) -> m.Body:
        """Return what an amount is."""
        make = self.make
        subjects = [
            one
            for type_ in ("count", "money", "number")
            for one in make.nouns(noun.kind, type_)
            if one.of is not noun
        ]
        if if_ is None and subjects and self.chance(0.3):
            return self.table(noun, self.rng.choice(subjects))
        exact = noun.type == "money" and isinstance(noun, d.Quantity)
        amount, limits = make.amount(noun.type, noun.kind, exact=exact)
        return m.Amounts(noun, amount, limits, if_)

    def table(self, noun: d.Quantity | d.Decision, subject: m.Noun) -> m.Table:
        """Return a table, by row or by the parts in its rows."""
        by_part = noun.type == "money" and subject.of.type == "money" and self.chance(0.5)
        known = NUMBERS[subject.of.type]
        number = self.rng.randint(1, 3)
        bounds = sorted(self.rng.sample([one for one in known if one > 0], number))
        ends: list[Fraction | None] = [None, *bounds, None]
        gives = "fraction" if by_part else noun.type
        rows = tuple(
            (over, up_to, m.Written(gives, self.rng.choice(NUMBERS[gives])))
            for over, up_to in pairwise(ends)
        )
        limits: tuple[m.Limit, ...] = ()
        if self.chance(0.3):
            bound = self.make.simple(noun.type, noun.kind)
            limits = (m.Limit(self.rng.choice(("not less", "not more")), bound),)
        exact = isinstance(noun, d.Quantity)
        if noun.type == "money" and (not exact if by_part or limits else self.chance(0.2)):
            limits = (*limits, self.make.rounding(m.UNITS))
        from_on = not by_part and len(rows) > 1 and self.chance(0.5)
        return m.Table(noun, by_part, subject, rows, limits, from_on)

    # --- what is decided ---

    def decide(self, place: int, decision: d.Decision) -> None:
        """Add what grants a decision, and what displaces that."""
        granted: list[m.Address] = []
        before = self.sight.provisions
        effects = [one for one in self.of.effects if one.decision is decision]
        for _ in range(self.rng.randint(1, 3)):
            whom = self.rng.sample(granted, 1) if granted and self.chance(0.25) else []
            known = self.sight.provisions
            if whom:  # what displaces a provision does not ask whether it applies
                self.sight = replace(self.sight, provisions=before)
            body = (
                partial(self.grants, self.rng.choice(effects))
                if effects
                else partial(self.says, decision)
            )
            made = self.add(place, body, notwithstanding=tuple(whom))
            granted.append(made)
            self.sight = replace(self.sight, provisions=known)
            self.order_provisions(made, decision.kind)
        combines = decision.type not in ("truth", "choice")
        if combines and self.chance(0.7):
            pick = self.rng.choice(("largest", "smallest", "total"))
            self.add(place, partial(m.Combines, decision, pick), versions=0)
        displacing: list[m.Address] = []
        among, self.sight = self.sight.provisions, replace(self.sight, provisions=before)
        for _ in range(self.rng.choice((0, 1, 1, 2, 3))):
            made = self.displace(place, decision, granted, displacing)
            displacing.append(made)
        self.sight = replace(
            self.sight, provisions=among, decisions=(*self.sight.decisions, decision)
        )
        for one in displacing:
            if self.chance(0.3):
                self.order_provisions(one, decision.kind)

    def order_provisions(self, address: m.Address, kind: str) -> None:
        """Let what comes later speak of whether a provision applies."""
        paragraphs = self.articles[self.order.index(address.article - 1)]
        versions = sum(one.number == address.paragraph for one in paragraphs)
        more = (*self.sight.provisions, (address, kind, versions))
        self.sight = replace(self.sight, provisions=more)

    def grants(self, effect: d.Effect) -> m.Body:
        """Return a sentence that grants an effect."""
        make, kind = self.make, effect.kind
        if effect.value is not None and self.chance(0.2):
            items = tuple(make.class_item(kind) for _ in range(self.rng.randint(2, 3)))
            return m.GrantsFollowing(effect, items)
        if_, unless = self.tail(kind)
        if effect.value is not None:
            return m.Grants(effect, None, make.described(kind), if_, unless)
        type_ = effect.decision.type
        value = m.Written(type_, self.rng.choice(NUMBERS[type_]))
        cls = make.described(kind) if self.chance(0.7) else None
        return m.Grants(effect, value, cls, if_, unless)

    def tail(self, kind: str) -> tuple[m.Condition | None, m.Condition | None]:
        """Return what stands after `if` and after `unless`; one of them may be a list."""
        make = self.make
        match self.rng.choice(("if", "if", "if", "unless", "both", "open", "none")):
            case "if":
                return make.condition(kind), None
            case "unless":
                return None, make.condition(kind)
            case "both":
                return make.closed(kind), make.closed(kind)
            case "open":
                return make.closed(kind), make.condition(kind)
            case _:
                return None, None

    def says(self, decision: d.Decision) -> m.Body:
        """Return a sentence that says what an amount that is decided is."""
        if self.chance(0.3):
            return self.cases(decision)
        if_ = self.make.closed(decision.kind) if self.chance(0.6) else None
        return self.amounts(decision, if_)

    def cases(self, decision: d.Decision) -> m.Cases:
        """Return a sentence that says what an amount that is decided is in several cases."""
        make, kind, inline = self.make, decision.kind, self.chance(0.4)
        cases = []
        for _ in range(self.rng.randint(1, 3)):
            amount, limits = make.amount(decision.type, kind)
            if_ = make.closed(kind) if inline or self.chance(0.8) else None
            without = if_ is None or (not inline and self.chance(0.2))
            unless = make.closed(kind) if without else None
            cases.append(m.Case(amount, limits, if_, unless))
        if inline or self.chance(0.5):
            amount, limits = make.amount(decision.type, kind)
            cases.append(m.Case(amount, limits, otherwise=True))
        return m.Cases(decision, tuple(cases), inline)

    def displace(
        self,
        place: int,
        decision: d.Decision,
        granted: list[m.Address],
        displacing: list[m.Address],
    ) -> m.Address:
        """Add a sentence that takes back what was granted, or what took it back."""
        make, kind = self.make, decision.kind
        among = displacing if displacing and self.chance(0.4) else granted
        number = self.rng.randint(1, len(among))
        targets = tuple(sorted(self.rng.sample(among, number), key=str))
        targets = tuple(dict.fromkeys(targets))
        if self.chance(0.2):
            targets = (self.narrowed(targets[0]), *targets[1:])
        above = self.rng.choice(self.of.chain(kind)) if self.chance(0.2) else kind

        def body() -> m.Body:
            cls = make.described(above)
            if self.chance(0.25):
                return m.Limits(targets, cls, make.condition(kind))
            return m.Excludes(targets, cls, *self.tail(kind))

        elsewhere = [one for one in range(1, place + 1) if self.chance(0.3)]
        return self.add(self.rng.choice(elsewhere) if elsewhere else place, body)

    def subject(self) -> None:
        """Let provisions say to what they are subject, where something takes them back."""
        taken: dict[m.Address, list[m.Address]] = {}
        for place, paragraphs in enumerate(self.articles):
            for one in paragraphs:
                for sentence in one.sentences:
                    if isinstance(sentence.body, m.Excludes | m.Limits):
                        for target in sentence.body.targets:
                            by = m.Address(self.article(place), one.number)
                            taken.setdefault(target, []).append(by)
        for place, paragraphs in enumerate(self.articles):
            for n, one in enumerate(paragraphs):
                takers = taken.get(m.Address(self.article(place), one.number), [])
                (first, *others) = one.sentences
                if takers and not others and not first.notwithstanding and self.chance(0.3):
                    said = replace(first, subject_to=(self.rng.choice(takers),))
                    paragraphs[n] = replace(one, sentences=(said,))

    def narrowed(self, address: m.Address) -> m.Address:
        """Return a point of a paragraph, if it grants by its points."""
        paragraphs = self.articles[self.order.index(address.article - 1)]
        (first, *others) = [one for one in paragraphs if one.number == address.paragraph]
        number = points(first.sentences[0].body)
        if others or len(first.sentences) > 1 or not number:
            return address
        return replace(address, point=self.rng.randint(1, number))


def points(body: m.Body) -> int:
    """Return how many points of a sentence are alternatives that can be cited."""
    match body:
        case m.GrantsFollowing(items=items):
            return len(items)
        case m.Grants(if_=m.Listed("any", _, items), unless=None):
            return len(items)
        case m.Grants(
            if_=m.MembersListed("at least" | "one or more", 1, _, m.Listed("any", _, items)),
            unless=None,
        ):
            return len(items)
        case _:
            return 0


def _ends(sentence: m.Sentence) -> bool:
    """Return whether another sentence may follow in the same paragraph."""
    if sentence.start or sentence.end or sentence.notwithstanding:
        return False
    match sentence.body:
        case m.Grants(if_=if_, unless=unless):
            opens = (m.Listed, m.MembersListed)
            return not isinstance(if_, opens) and not isinstance(unless, opens)
        case m.Amounts() | m.Means():
            return True
        case _:
            return False


def act(rng: Random) -> m.Act:
    """Return a random act."""
    draft = Draft(rng)
    draft.define()
    for place, one in enumerate(draft.of.decisions, start=1):
        draft.decide(place, one)
    draft.subject()
    ordered = sorted(range(len(draft.articles)), key=lambda place: draft.order[place])
    return m.Act(draft.of, tuple(tuple(draft.articles[place]) for place in ordered))
