"""A comparison in the order a reader asks: how far, what, for whom, and who else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
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
from lawc.compare.rendering.folding import folded
from lawc.compare.report import Compared, Touched, comparable
from lawc.compare.rows import Row
from lawc.ir import nodes as ir
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
    """What programs meet, and whether it breaks them.

    It has a fingerprint if it is not told with the text already.
    """

    what: str
    fingerprint: str
    approved: str
    breaks: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Someone whom the change touches: what turns, why, what is known, both reasons.

    `turn` says what turns of everybody so touched, `old` and `new` what is decided of this one;
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
    """All that is said of one act; it has a fingerprint if one version lacks it."""

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


def outlines(found: Comparisons, language: str = "en") -> tuple[ActOutline, ...]:
    """Return what is said of each act."""
    frame = words(language)
    acts = tuple(_act(one, found.approved, frame) for one in found.acts)
    if found.vocabularies is None:
        return acts
    old, new = found.vocabularies
    key = "diff_read_with" if old == new else "diff_read_with_two"
    said = frame(key, old=old, new=new)
    return tuple(
        replace(
            one,
            verdict=f"{one.verdict} ({said})",
            nobody_else=tuple(f"{line} ({said})" for line in one.nobody_else),
        )
        for one in acts
    )


def _act(one: ActCompared, approved: Mapping[str, str], frame: Words) -> ActOutline:
    match one.found:
        case Alone(side, _, fingerprint) as alone:
            verdict = frame("diff_act_gone" if side is Side.OLD else "diff_new")
            marks = (fingerprint, tidy(approved.get(fingerprint, "")))
            step = alone.step.value
            return ActOutline(one.name, alone.level, verdict, (), (), (), (), (), step, *marks)
        case made:
            return _Making(made, approved, frame).act(one.name)


@dataclass(frozen=True, slots=True)
class _Making:
    made: Compared
    approved: Mapping[str, str]
    frame: Words

    def act(self, name: str) -> ActOutline:
        level = self.made.level
        verdict = self.frame("diff_none" if level is None else f"diff_{level.value}")
        if level is Level.MIXED and not self.made.settled:
            verdict = self.frame("diff_others_not_settled")
        return ActOutline(
            name,
            level,
            verdict,
            tuple(map(self.row, self.made.rows)),
            tuple(self.person(n, one) for n, one in enumerate(self.made.touched, start=1)),
            tuple(self.nobody_else()),
            tuple(self.asked(n, *one) for n, one in enumerate(self.made.asks, start=1)),
            tuple(map(self.difference, self.made.interface)),
            self.made.step.value,
        )

    def difference(self, one: Difference) -> InterfaceLine:
        return InterfaceLine(
            one.what,
            one.fingerprint,
            tidy(self.approved.get(one.fingerprint, "")),
            one.step is Step.MAJOR,
        )

    def row(self, row: Row) -> RowLine:
        how = ", ".join(self.frame(f"diff_{one.name.lower()}") for one in row.change.how)
        return RowLine(
            row.level,
            self.place(row),
            how,
            pieces(*map(_on_one_line, row.change.texts)),
            row.fingerprint,
            tidy(self.approved.get(row.fingerprint, "")),
        )

    def place(self, row: Row) -> str:
        """Return the citation of a change: that of the new law, both where they differ."""
        change = row.change
        cited = [one.citation or "-" for one in (change.old, change.new) if one is not None]
        if not (cited or change.eid):
            return self.frame("diff_vocabulary")
        if not cited:
            law = self.made.old if change.gone else self.made.new
            named = {one.eid: one.citation for one in law.elements}
            cited = [named.get(change.eid, change.eid)]
        return " → ".join(dict.fromkeys(cited))

    def person(self, number: int, one: Touched) -> PersonLine:
        because, likewise = (
            ", ".join(dict.fromkeys(self.place(self.made.rows[place]) for place in places))
            for places in (one.because, one.likewise)
        )
        way = one.turn.direction.value
        marks = (self.turn(one.turn), self.frame(f"diff_{way}"), way, because, likewise)
        both = explained(self.made, one.person, one.turn.decision, changed(self.made, one))
        return self._line(number, one.turn.decision, one.person, marks, both)

    def asked(self, number: int, decision: ir.Decision, one: Person) -> PersonLine:
        both = explained(self.made, one, decision, set())
        return self._line(number, decision, one, ("", "", "", "", ""), both)

    def _line(
        self,
        number: int,
        decision: ir.Decision,
        person: Person,
        marks: tuple[str, str, str, str, str],
        both: tuple[Report, Report],
    ) -> PersonLine:
        before, after = (_tree(given, person.path, decision) for given in both)
        return PersonLine(
            number,
            marks[0],
            decision.key.replace("_", " "),
            self.outcome(decision, person.old),
            self.outcome(decision, person.new),
            *marks[1:],
            tuple(self.facts(person)),
            folded(before, after),
            folded(after, before),
        )

    def outcome(self, decision: ir.Decision, found: Outcome) -> str:
        """Return an outcome in words."""
        match found:
            case Amount():
                return self.frame(f"diff_amount_{found.name.lower()}")
            case _ if found is NOTHING:
                return self.frame("answer_nothing")
            case _ if found is CONTRADICTION:
                return self.frame("answer_contradiction")
            case _ if found is UNKNOWN:
                return self.frame("answer_unknown")
            case _:
                return self.value(plain(found, decision.type))

    def value(self, value: Plain | None) -> str:
        if isinstance(value, bool):
            return self.frame("fact_yes" if value else "fact_no")
        return str(value).replace("_", " ")

    def facts(self, person: Person) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """Yield what is known of a case, thing by thing."""
        days = tuple((key, day.isoformat()) for key, day in person.days.items())
        yield from self._of_thing("", person.case, days)

    def _of_thing(
        self, path: str, thing: dict[str, Any], more: tuple[tuple[str, str], ...] = ()
    ) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        lists = {key: value for key, value in thing.items() if isinstance(value, list)}
        own = [*more]
        for key, value in thing.items():
            if key not in lists:
                own.append((key.replace("_", " "), tidy(self.value(value))))
            elif not value:
                own.append((key, self.frame("answer_nothing")))
        if own or not any(lists.values()):
            yield path, tuple(own)
        for key, members in lists.items():
            for place, member in enumerate(members):
                inner = f"{key}[{place}]"
                yield from self._of_thing(f"{path}.{inner}" if path else inner, member)

    def nobody_else(self) -> Iterator[str]:
        """Yield what is known of everybody else."""
        lists = self.frame("diff_and").join(
            one.field.replace("_", " ") for one in self.made.new.kinds if one.field
        )
        someone = bool(self.made.touched)
        if self.made.proved:
            if self.made.level is not None:
                said = "diff_nobody_else" if someone else "diff_nobody"
                yield self.frame(said if lists else f"{said}_no_lists", lists=lists)
            return
        if not comparable(self.made.old, self.made.new):
            yield self.frame("diff_not_comparable")
        elif self.made.gave_up:
            yield self.frame("diff_gave_up")
        for turn in self.made.open:
            yield self.frame("diff_not_settled", turn=self.turn(turn))
        for turn in self.made.more:
            yield self.frame("diff_more_not_settled", turn=self.turn(turn))

    def turn(self, turn: Turn) -> str:
        """Return a turn in words: `outcome: excluded → reduced`."""
        old, new = (self.outcome(turn.decision, one) for one in (turn.old, turn.new))
        return f"{turn.decision.key.replace('_', ' ')}: {old} → {new}"


def marks_of(one: PersonLine, frame: Words) -> str:
    """Return the direction of a turn, and by which changes it comes."""
    return ", ".join(filter(None, (one.direction, causes_of(one, frame))))


def causes_of(one: PersonLine, frame: Words) -> str:
    """Return by which changes a turn comes: `by 3(1); others likewise, by 3(2)`."""
    because = frame("diff_because", places=one.because) if one.because else ""
    likewise = frame("diff_likewise", places=one.likewise) if one.likewise else ""
    return "; ".join(filter(None, (because, likewise)))


def caused(act: ActOutline, made: Compared, row: Row) -> tuple[PersonLine, ...]:
    """Return those of the persons of an act whom a change of it touches, its own cases first.

    The others are cases that another change turns, and this one turns as well.
    """
    place = made.rows.index(row)
    both = tuple(zip(act.persons, made.touched, strict=True))
    own = [person for person, touched in both if place in touched.because]
    likewise = [person for person, touched in both if place in touched.likewise]
    return (*own, *likewise)


def _on_one_line(text: str) -> str:
    """Return a text of several lines, as of an element with all inside it, on one."""
    return " · ".join(tidy(line) for line in text.splitlines() if line.strip())


def changed(made: Compared, one: Touched) -> set[str]:
    """Return the citations of what changed that makes the difference to someone."""
    rows = (made.rows[place].change for place in (*one.because, *one.likewise))
    return {each.citation for row in rows for each in (row.old, row.new) if each is not None}


def explained(
    made: Compared, person: Person, decision: ir.Decision, cited: set[str]
) -> tuple[Report, Report]:
    """Return the reasons of both laws: of what decides under either, and of what is `cited`."""
    old, new = (_reasons(law, person) for law in (made.old, made.new))
    deciding = {
        citation
        for given in (old, new)
        for one in given.explanations
        for answer in one.answers
        if answer.decision == decision.key
        for citation in answer.provisions
    }
    return _only(old, cited | deciding), _only(new, cited | deciding)


def _reasons(law: ir.Law, person: Person) -> Report:
    thing = read_case(law, readable(law, law.kinds[0].key, person.case))
    assert isinstance(thing, Thing)
    days = days_of(law, person.days)
    found = explain(World(law, days), thing)
    return report(law, "", days, tuple(one for one in found if one.thing == person.path)[:1])


def _only(given: Report, cited: set[str]) -> Report:
    return replace(
        given,
        explanations=tuple(
            Explanation(
                one.thing, one.answers, tuple(g for g in one.grounds if g.citation in cited)
            )
            for one in given.explanations
        ),
    )


def _tree(given: Report, path: str, decision: ir.Decision) -> ThingOutline:
    things = view.outline(given).things
    if not things:
        return ThingOutline(path, (), (), ())
    label = decision.key.replace("_", " ")
    answers = tuple(one for one in things[0].answers if one.decision == label)
    groups = tuple((group, lines) for group, lines in things[0].groups if lines)
    return ThingOutline(path, answers, groups, ())
