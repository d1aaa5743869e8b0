"""A comparison in the order a reader asks: how far, what, for whom, and who else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import starmap
from typing import Any

from lawc.amend.comparing import Change, Piece, pieces
from lawc.backends.documents import outline as view
from lawc.backends.documents.outline import ThingOutline
from lawc.backends.documents.report import Report, report
from lawc.backends.documents.showing import tidy
from lawc.backends.documents.words import Words, words
from lawc.compare.acts import ActCompared, Alone, Comparisons, Side
from lawc.compare.interface import Difference, Step
from lawc.compare.levels import Level
from lawc.compare.outcomes import Amount, Outcome, Turn
from lawc.compare.persons import Person, days_of, readable
from lawc.compare.rendering.folding import fold
from lawc.compare.report import Compared, Touched, comparable
from lawc.compare.rows import Row
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain, plain
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN
from lawc.meaning.world import World
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.reasons import Explanation


@dataclass(frozen=True, slots=True)
class RowLine:
    """A change of the text; `approved` is the reason, empty if it is not approved."""

    level: Level
    place: str
    how: str
    pieces: tuple[Piece, ...]
    fingerprint: str
    approved: str

    @property
    def changes_words(self) -> bool:
        """Whether words went or came."""
        return any(piece.change is not Change.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class InterfaceLine:
    """A change that programs meet, and whether it breaks them.

    It has a fingerprint unless a change of the text stands for it.
    """

    what: str
    fingerprint: str
    approved: str
    breaks: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person whom the change touches: the turn, its causes, the facts, both reasons.

    `turn` is that of everybody so touched, `old` and `new` are the outcomes of this one;
    `way` is the direction as a key. `because` has the places of the changes that make it so,
    `likewise` of those that turn this one too, each by itself. `facts` are keys with values, by
    the path of the thing that they are of.
    """

    number: int
    turn: str
    decision: str
    old: str
    new: str
    direction: str
    way: str
    because: str
    likewise: str
    facts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    before: ThingOutline
    after: ThingOutline


@dataclass(frozen=True, slots=True)
class ActOutline:
    """The comparison of an act; it has a fingerprint if one version lacks it."""

    name: str
    level: Level | None
    verdict: str
    rows: tuple[RowLine, ...]
    persons: tuple[PersonLine, ...]
    nobody_else: tuple[str, ...]
    asks: tuple[PersonLine, ...]
    interface: tuple[InterfaceLine, ...]
    step: str
    fingerprint: str = ""
    approved: str = ""


def outlines(comparisons: Comparisons, language: str = "en") -> tuple[ActOutline, ...]:
    """Return the outline of each act."""
    frame = words(language)
    acts = tuple(_act(act, comparisons.approved, frame) for act in comparisons.acts)
    if comparisons.vocabularies is None:
        return acts
    old, new = comparisons.vocabularies
    key = "diff_read_with" if old == new else "diff_read_with_two"
    remark = frame(key, old=old, new=new)
    return tuple(
        replace(
            act,
            verdict=f"{act.verdict} ({remark})",
            nobody_else=tuple(f"{line} ({remark})" for line in act.nobody_else),
        )
        for act in acts
    )


def _act(act: ActCompared, approved: Mapping[str, str], frame: Words) -> ActOutline:
    match act.result:
        case Alone(side, _, fingerprint) as alone:
            verdict = frame("diff_act_gone" if side is Side.OLD else "diff_new")
            marks = (fingerprint, tidy(approved.get(fingerprint, "")))
            step = alone.step.value
            return ActOutline(act.name, alone.level, verdict, (), (), (), (), (), step, *marks)
        case comparison:
            old, new = (report(law, "", {}, ()) for law in (comparison.old, comparison.new))
            return _Making(comparison, approved, frame, old, new).act(act.name)


@dataclass(frozen=True, slots=True)
class _Making:
    """A comparison, with the words of both laws for values."""

    comparison: Compared
    approved: Mapping[str, str]
    frame: Words
    old: Report
    new: Report

    def act(self, name: str) -> ActOutline:
        level = self.comparison.level
        verdict = self.frame("diff_none" if level is None else f"diff_{level.value}")
        if level is Level.MIXED and not self.comparison.settled:
            verdict = self.frame("diff_others_not_settled")
        return ActOutline(
            name,
            level,
            verdict,
            tuple(map(self.row, self.comparison.rows)),
            tuple(starmap(self.person, enumerate(self.comparison.touched, start=1))),
            tuple(self.nobody_else()),
            tuple(self.ask(n, *ask) for n, ask in enumerate(self.comparison.asks, start=1)),
            tuple(map(self.difference, self.comparison.interface)),
            self.comparison.step.value,
        )

    def difference(self, difference: Difference) -> InterfaceLine:
        return InterfaceLine(
            difference.what,
            difference.fingerprint,
            tidy(self.approved.get(difference.fingerprint, "")),
            difference.step is Step.MAJOR,
        )

    def row(self, row: Row) -> RowLine:
        how = ", ".join(self.frame(f"diff_{kind.name.lower()}") for kind in row.change.how)
        return RowLine(
            row.level,
            self.place(row),
            how,
            pieces(*map(_on_one_line, row.change.texts)),
            row.fingerprint,
            tidy(self.approved.get(row.fingerprint, "")),
        )

    def place(self, row: Row) -> str:
        """Return the citation of a change: that of the new law, or both if they differ."""
        change = row.change
        elements = filter(None, (change.old, change.new))
        cited = [element.citation or "-" for element in elements]
        if not (cited or change.eid):
            return self.frame("diff_vocabulary")
        if not cited:
            law = self.comparison.old if change.gone else self.comparison.new
            named = law.citations
            cited = [named.get(change.eid, change.eid)]
        return " → ".join(dict.fromkeys(cited))

    def places(self, numbers: tuple[int, ...]) -> str:
        return ", ".join(dict.fromkeys(self.place(self.comparison.rows[n]) for n in numbers))

    def person(self, number: int, touched: Touched) -> PersonLine:
        because, likewise = self.places(touched.because), self.places(touched.likewise)
        turn, way = touched.turn, touched.turn.direction.value
        marks = (self.turn(turn), self.frame(f"diff_{way}"), way, because, likewise)
        cited = changed_citations(self.comparison, touched)
        both = explain_both(self.comparison, touched.person, turn.decision, cited)
        return self._line(number, turn.decision, touched.person, marks, both)

    def ask(self, number: int, decision: ir.Decision, person: Person) -> PersonLine:
        both = explain_both(self.comparison, person, decision, set())
        return self._line(number, decision, person, ("", "", "", "", ""), both)

    def _line(
        self,
        number: int,
        decision: ir.Decision,
        person: Person,
        marks: tuple[str, str, str, str, str],
        both: tuple[Report, Report],
    ) -> PersonLine:
        before, after = (_tree(reasons, person.path, decision) for reasons in both)
        return PersonLine(
            number,
            marks[0],
            decision.key.replace("_", " "),
            *self.outcomes(decision, person.old, person.new),
            *marks[1:],
            tuple(self.facts(person)),
            fold(before, after),
            fold(after, before),
        )

    def outcomes(self, decision: ir.Decision, old: Outcome, new: Outcome) -> tuple[str, str]:
        """Return both outcomes of a decision in the words of their laws."""
        return self.outcome(decision, old, self.old), self.outcome(decision, new, self.new)

    def outcome(self, decision: ir.Decision, outcome: Outcome, law: Report) -> str:
        """Return an outcome in the words of a law."""
        match outcome:
            case Amount():
                return self.frame(f"diff_amount_{outcome.name.lower()}")
            case _ if outcome is NOTHING:
                return self.frame("answer_nothing")
            case _ if outcome is CONTRADICTION:
                return self.frame("answer_contradiction")
            case _ if outcome is UNKNOWN:
                return self.frame("answer_unknown")
            case _:
                return self.value(plain(outcome, decision.type), decision.type, law)

    def value(self, value: Plain | None, type_: Type | None, law: Report) -> str:
        """Return a value as it is in a case, but an amount in the words of a law."""
        if isinstance(value, bool):
            return self.frame("fact_yes" if value else "fact_no")
        if value is not None and (isinstance(type_, Money) or type_ is Basic.FRACTION):
            return law.value(value, type_)
        return str(value).replace("_", " ")

    def fact(self, path: str, value: Plain | None) -> str:
        """Return the value of a fact; the old law has the words for a fact that is gone."""
        law = self.old if self.new.type(path) is None else self.new
        return tidy(self.value(value, law.type(path), law))

    def facts(self, person: Person) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """Yield the facts of a case, thing by thing."""
        days = tuple((key, day.isoformat()) for key, day in person.days.items())
        yield from self._of_thing("", person.case, days)

    def _of_thing(
        self, path: str, thing: dict[str, Any], more: tuple[tuple[str, str], ...] = ()
    ) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        lists = {key: value for key, value in thing.items() if isinstance(value, list)}
        own = [*more]
        for key, value in thing.items():
            if key not in lists:
                inner = f"{path}.{key}" if path else key
                own.append((key.replace("_", " "), self.fact(inner, value)))
            elif not value:
                own.append((key, self.frame("answer_nothing")))
        if own or not any(lists.values()):
            yield path, tuple(own)
        for key, members in lists.items():
            for place, member in enumerate(members):
                inner = f"{key}[{place}]"
                yield from self._of_thing(f"{path}.{inner}" if path else inner, member)

    def nobody_else(self) -> Iterator[str]:
        """Yield the lines about everybody else."""
        lists = self.frame("diff_and").join(
            kind.field.replace("_", " ") for kind in self.comparison.new.kinds if kind.field
        )
        someone = bool(self.comparison.touched)
        if self.comparison.proved:
            if self.comparison.level is not None:
                key = "diff_nobody_else" if someone else "diff_nobody"
                yield self.frame(key if lists else f"{key}_no_lists", lists=lists)
            return
        if not comparable(self.comparison.old, self.comparison.new):
            yield self.frame("diff_not_comparable")
        elif self.comparison.gave_up:
            yield self.frame("diff_gave_up")
        for turn in self.comparison.open:
            yield self.frame("diff_not_settled", turn=self.turn(turn))
        for turn in self.comparison.more:
            yield self.frame("diff_more_not_settled", turn=self.turn(turn))

    def turn(self, turn: Turn) -> str:
        """Return a turn in words: `outcome: excluded → reduced`."""
        old, new = self.outcomes(turn.decision, turn.old, turn.new)
        return f"{turn.decision.key.replace('_', ' ')}: {old} → {new}"


def marks_of(person: PersonLine, frame: Words) -> str:
    """Return the direction of a turn, and the changes that cause it."""
    return ", ".join(filter(None, (person.direction, causes_of(person, frame))))


def causes_of(person: PersonLine, frame: Words) -> str:
    """Return the changes that cause a turn: `by 3(1); others likewise, by 3(2)`."""
    because = frame("diff_because", places=person.because) if person.because else ""
    likewise = frame("diff_likewise", places=person.likewise) if person.likewise else ""
    return "; ".join(filter(None, (because, likewise)))


def persons_of(act: ActOutline, comparison: Compared, row: Row) -> tuple[PersonLine, ...]:
    """Return the persons of an act whom a change of it touches, its own cases first.

    The others are cases of another change that this one turns as well.
    """
    place = comparison.rows.index(row)
    both = tuple(zip(act.persons, comparison.touched, strict=True))
    own = [person for person, touched in both if place in touched.because]
    likewise = [person for person, touched in both if place in touched.likewise]
    return (*own, *likewise)


def _on_one_line(text: str) -> str:
    """Return a text of several lines, as of an element with all inside it, on one."""
    return " · ".join(tidy(line) for line in text.splitlines() if line.strip())


def changed_citations(comparison: Compared, touched: Touched) -> set[str]:
    """Return the citations of the changes that make the difference to someone."""
    rows = (comparison.rows[place].change for place in (*touched.because, *touched.likewise))
    elements = (element for row in rows for element in (row.old, row.new))
    return {element.citation for element in elements if element is not None}


def explain_both(
    comparison: Compared, person: Person, decision: ir.Decision, cited: set[str]
) -> tuple[Report, Report]:
    """Return the reasons of both laws: of the provisions that decide, and of those `cited`."""
    old, new = (_reasons(law, person) for law in (comparison.old, comparison.new))
    deciding = {
        citation
        for reasons in (old, new)
        for explanation in reasons.explanations
        for answer in explanation.answers
        if answer.decision == decision.key
        for citation in answer.provisions
    }
    return _with_grounds(old, cited | deciding), _with_grounds(new, cited | deciding)


def _reasons(law: ir.Law, person: Person) -> Report:
    thing = read_case(law, readable(law, law.kinds[0].key, person.case))
    assert isinstance(thing, Thing)
    days = days_of(law, person.days)
    explanations = explain(World(law, days), thing)
    mine = (explanation for explanation in explanations if explanation.thing == person.path)
    return report(law, "", days, tuple(mine)[:1])


def _with_grounds(reasons: Report, cited: set[str]) -> Report:
    return replace(
        reasons,
        explanations=tuple(
            Explanation(
                explanation.thing,
                explanation.answers,
                tuple(g for g in explanation.grounds if g.citation in cited),
            )
            for explanation in reasons.explanations
        ),
    )


def _tree(reasons: Report, path: str, decision: ir.Decision) -> ThingOutline:
    things = view.outline(reasons).things
    if not things:
        return ThingOutline(path, (), (), ())
    label = decision.key.replace("_", " ")
    answers = tuple(answer for answer in things[0].answers if answer.decision == label)
    groups = tuple((group, lines) for group, lines in things[0].groups if lines)
    return ThingOutline(path, answers, groups, ())
