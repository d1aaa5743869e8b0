"""The form of a decision in a case, as the interpreter has it in `lawc.meaning.completions`."""

from __future__ import annotations

from threading import Lock
from typing import Any

from lawc.runtime import logic
from lawc.runtime.completions import turns
from lawc.runtime.completions.forms import (
    Amount,
    Form,
    Formed,
    Given,
    Parts,
    all_of,
    any_of,
    at_least,
    compared,
    counted,
    negation,
    spoken_of,
)
from lawc.runtime.completions.outcomes import Outcome, outcome
from lawc.runtime.engine import conditions as made
from lawc.runtime.engine import defined, lists
from lawc.runtime.engine.comparing import OPS, bare, moved, reads, turns_of
from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.literals import unstated
from lawc.runtime.engine.rules import Applies, Decided, Decision, Giving, Refusing, Rule
from lawc.runtime.logic import NOTHING
from lawc.runtime.reasons import where

_ROOM = 20_000


class Kept:
    """Forms that are kept for many cases: each under a number, and what came of decisions."""

    def __init__(self) -> None:
        self.numbers: dict[Form, int] = {}
        self.parts = Parts()
        self.outcomes: dict[Any, Outcome] = {}
        self._lock = Lock()

    def number(self, form: Form) -> int:
        """Return the number of a form, the same for equal ones."""
        found = self.numbers.get(form)
        if found is None:
            with self._lock:
                found = self.numbers.setdefault(form, len(self.numbers))
                self.parts[found] = form
        return found


def outcome_of(decision: Decision, line: Line, paths: Paths) -> Outcome:
    """Return what comes of all completions of an open decision, found once for a thing."""
    memory, place = line[-1].memory, (outcome_of, decision, paths[0])
    if place not in memory:
        memory[place] = _outcome(decision, line, paths)
    found: Outcome = memory[place]
    return found


def _outcome(decision: Decision, line: Line, paths: Paths) -> Outcome:
    form = forms_of(decision, line, paths)
    outcomes = line[-1].memory[_Forms].kept.outcomes
    key = (decision, form[1:])  # its parts are numbers of the same forms
    found: Outcome | None = outcomes.get(key)
    if found is None:
        found = outcomes[key] = outcome(form)
    return found


def forms_of(decision: Decision, line: Line, paths: Paths) -> Formed:
    """Return an open decision as a form, made of those that are kept."""
    memory = line[-1].memory
    forms: _Forms | None = memory.get(_Forms)
    if forms is None:
        if not decision.kept or len(decision.kept[0].numbers) > _ROOM:
            decision.kept[:] = [Kept()]  # another thread may go on with the one before
        forms = memory[_Forms] = _Forms(decision.kept[0])
    return formed(decision, forms, line, paths)


def needed_of(decision: Decision, line: Line, paths: Paths) -> Paths:
    """Return the missing facts that matter to an open decision, most useful first."""
    asked = decision.needed(line, paths)
    if len(asked) < 2:  # noqa: PLR2004 - of one, it is known that it matters
        return asked
    matters = outcome_of(decision, line, paths).matters
    return asked if matters is None else tuple(filter(matters.__contains__, asked)) or asked


def formed(decision: Decision, forms: _Forms, line: Line, paths: Paths) -> Formed:
    """Return a decision about the thing that `line` begins with as a form."""
    decision.remember(line)
    every = [forms.given(one, line, paths) for one in decision.givings]
    given = tuple([one for one in every if one is not None])
    only = tuple([(forms.refuses(decision, one, line, paths)) for one in decision.only])
    return Formed(
        forms.kept.parts,
        given,
        only,
        forms.assumed([one.form for one in given] + [form for form, _ in only]),
        decision.how,
        decision.otherwise,
    )


class _Forms:
    """The forms that were made, each once for a thing."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.places: dict[Any, Form] = {}
        self.tied: dict[str, tuple[Kind, Any, str, str]] = {}  # facts of which more is assumed

    # --- rules ---

    def given(self, giving: Giving, line: Line, paths: Paths) -> Given | None:
        """Return what a rule gives, None if nothing."""
        form = self.rule(giving.rule, line, paths)
        if form is not False and giving.when is not None:
            form = all_of((form, self.truth(giving.when.condition, line, paths)))
        amount = NOTHING if form is False else giving.amount.value(line)
        if amount is NOTHING:
            return None
        if amount is None:
            amount = _settled(giving.amount.condition, line, paths)
        if amount is None:
            rests = giving.amount.look(line, paths)[1]
            name = (giving.listed or id(giving), paths[0])
            amount = Amount(name, tuple(dict.fromkeys(rests)))
            form = all_of((form, self.has_value(giving.amount.condition, line, paths)))
            if form is False:
                return None
        return Given(form, amount, giving.rule.citation, giving.listed)

    def has_value(self, one: Condition, line: Line, paths: Paths) -> Form:
        """Return whether what other decisions give to an amount is not nothing."""
        match bare(one):
            case Decided(decision=decision, depth=depth) as decided:
                found = decided.value(line)
                if found is not None or decision.otherwise is not NOTHING:
                    return found is not NOTHING
                inner, over = line[depth:], paths[depth:]
                several = [self.given(each, inner, over) for each in decision.givings]
                return any_of([each.form for each in several if each is not None])
            case made.Computed(compute=compute, parts=parts) if compute is not logic.if_any:
                return all_of([self.has_value(part, line, paths) for part in parts])
            case made.Moved(parts=parts):
                return all_of([self.has_value(part, line, paths) for part in parts])
        return True

    def refuses(
        self, decision: Decision, one: Refusing, line: Line, paths: Paths
    ) -> tuple[Form, str | None]:
        """Return whether a rule that only displaces refuses another value, and its citation."""
        by = decision.every[one.at]
        form = self.rule(by, line, paths)
        if one.stopped:
            stopped = [self.may(decision.givings[n], line, paths) for n in one.stopped]
            form = all_of((form, any_of(stopped)))
        return form, by.citation

    def may(self, giving: Giving, line: Line, paths: Paths) -> Form:
        """Return whether a rule gives another value than where none does, but for others."""
        amount = giving.amount.value(line)
        if amount is NOTHING or amount == giving.otherwise:
            return False
        when = giving.when
        further = True if when is None else self.truth(when.condition, line, paths)
        return all_of((self.version(giving.rule.version, line, paths), further))

    def rule(self, rule: Rule, line: Line, paths: Paths) -> Form:
        """Return whether a rule applies."""
        sure = rule.applies(line)
        if sure is not None:
            return sure
        key = (rule, paths[0])
        if key not in self.places:
            form = self.version(rule.version, line, paths)
            if form is not False and rule.by.rules:
                form = all_of((form, negation(self.applies(rule.by, line, paths))))
            self.places[key] = self.shared(form)
        return self.places[key]

    def applies(self, several: Applies, line: Line, paths: Paths) -> Form:
        """Return whether one of some rules applies."""
        key = (several, paths[0])
        if key not in self.places:
            form = any_of([self.rule(rule, line, paths) for rule in several.rules])
            self.places[key] = self.shared(form)
        return self.places[key]

    def shared(self, form: Form) -> Form:
        """Return a form that others speak of, as the place where it stands."""
        if form is True or form is False or form[0] == "part":
            return form
        return ("part", self.kept.number(form))

    def version(self, version: defined.Version, line: Line, paths: Paths) -> Form:
        """Return whether a version is in force and holds."""
        truth = self.truth(version.part.condition, line, paths)
        now = version.now(line)
        if now is None and version.day is not None:
            found = turns.of_days(version.start, version.end)
            return all_of((("turns", f"day {version.day.key}", found), truth))
        return now and truth

    # --- conditions ---

    def truth(self, one: Condition, line: Line, paths: Paths) -> Form:
        """Return whether a condition holds."""
        sure = one.value(line)
        if sure is not None:
            return sure is True
        one = bare(one)
        match one:
            case made.All():
                return all_of([self.truth(part, line, paths) for part in one.parts])
            case made.AnyOf():
                return any_of([self.truth(part, line, paths) for part in one.parts])
            case made.Not():
                return negation(self.truth(one.parts[0], line, paths))
            case made.AtLeast():
                several = [self.truth(part, line, paths) for part in one.parts]
                return at_least(one.number, several)
            case lists.Some() | lists.Every() if one.group.members(line) is not None:
                return self.of_members(one, line, paths)
            case Applies():
                return self.applies(one, line, paths)
        return self.open_truth(one, line, paths)

    def of_members(self, one: lists.Some | lists.Every, line: Line, paths: Paths) -> Form:
        """Return whether enough members of a list satisfy a condition, or all."""
        key = (one, paths[one.group.depth])
        if key not in self.places:
            (part,) = one.asked
            each = [self.truth(part.condition, *at) for at in one.group.seen(line, paths)]
            several = isinstance(one, lists.Every)
            form = all_of(each) if several else at_least(one.number, each)  # type: ignore[union-attr]
            self.places[key] = self.shared(form)
        return self.places[key]

    def open_truth(self, one: Condition, line: Line, paths: Paths) -> Form:
        """Return whether a condition holds that facts are missing of."""
        match one:
            case defined.Use(defined=defined.Meaning() as what):
                return self.concept(what, line[one.depth :], paths[one.depth :])
            case Decided():
                return self.decided(one, line, paths)
            case made.Fact():
                return self.chosen(one, {True}, line, paths)
            case made.OneOf():
                fact = bare(one.parts[0])
                if isinstance(fact, made.Fact):
                    return self.chosen(fact, one.values, line, paths)
            case made.Under():
                fact = bare(one.parts[0])
                if isinstance(fact, made.Fact):
                    return ("under", fact.path(paths), fact.value(line), one.ranges)
            case made.Compared():
                return self.comparison(one, line, paths)
        return self.unread(one, line, paths)

    def unread(self, one: Condition, line: Line, paths: Paths) -> Form:
        """Return a condition of which nothing is known but what it reads."""
        depth = 0
        match one:
            case lists.Some(group=group) | lists.Every(group=group):
                depth = group.depth
            case Decided():
                depth = one.depth
        rests = tuple(dict.fromkeys(one.look(line, paths)[1]))
        return ("either", (repr(unstated(one.data)), paths[depth]), rests, False)

    def chosen(self, fact: made.Fact, values: Any, line: Line, paths: Paths) -> Form:
        """Return whether a truth or a choice is one of `values`."""
        path, kind = fact.path(paths), fact.kind
        if kind.clauses:
            self.tied[path] = (kind, line[fact.depth], paths[fact.depth], fact.key)
        return ("values", path, tuple([each in values for each in kind.domains[fact.key]]))

    def concept(self, what: defined.Meaning, line: Line, paths: Paths) -> Form:
        """Return whether a concept holds."""
        key = (what, paths[0])
        if key not in self.places:
            several = any_of([self.version(one, line, paths) for one in what.versions])
            self.places[key] = self.shared(several)
        return self.places[key]

    def decided(self, one: Decided, line: Line, paths: Paths) -> Form:
        """Return whether the law decides that something is so, if it can say nothing else."""
        decision, inner, over = one.decision, line[one.depth :], paths[one.depth :]
        if not decision.says_itself or decision.choice is not None:
            return self.unread(one, line, paths)
        for_, against = list[Form](), list[Form]()
        for giving in decision.givings:
            found = self.given(giving, inner, over)
            if found is not None and isinstance(found.value, Amount):
                return self.unread(one, line, paths)
            if found is not None:
                (for_ if found.value else against).append(found.form)
        if for_ and against:
            return self.unread(one, line, paths)
        if against:
            return decision.otherwise is True and negation(any_of(against))
        return decision.otherwise is True or any_of(for_)

    # --- comparisons ---

    def comparison(self, one: made.Compared, line: Line, paths: Paths) -> Form:
        """Return how values stand to each other of which some are missing."""
        op, (left, right) = OPS[one.test], map(bare, one.parts)
        for side, other, way in (left, right, op), (right, left, turns.MIRRORED[op]):
            bound = other.value(line)
            counting = isinstance(side, lists.Number) and side.group.members(line) is not None
            if isinstance(side, lists.Number) and counting and bound is not None and side.asked:
                (part,) = side.asked
                seen = side.group.seen(line, paths)
                return counted(way, [self.truth(part.condition, *at) for at in seen], bound)
        lefts, rights = reads(left, line, paths), reads(right, line, paths)
        if lefts is None or rights is None:
            return self.unread(one, line, paths)
        if len(lefts) + len(rights) == 1:
            side, other = (left, right) if lefts else (right, left)
            way, (read,) = op if lefts else turns.MIRRORED[op], lefts or rights
            bound = other.value(line)
            if read.type in turns.NUMBERS:
                found = turns_of(side, way, bound, read, line)
                if found is not None:
                    return ("turns", read.path, found)
            if isinstance(side, made.Fact) and read.type in ("truth", "choice"):
                form = self.chosen(side, (bound,), line, paths)
                return form if op == "=" else negation(form)
        alone = moved(left) and moved(right)
        sure = alone and len(lefts) == len(rights) == 1 and lefts != rights
        missing = dict.fromkeys(read.path.removeprefix("day ") for read in (*lefts, *rights))
        said = (repr(one.said[0]), repr(one.said[1]))
        return compared(op, said, paths[0], tuple(missing), sure=sure)

    # --- assumptions ---

    def assumed(self, forms: list[Form]) -> tuple[Form, ...]:
        """Return the assumptions that tie what forms speak of to other facts."""
        if not self.tied:
            return ()
        waiting = [
            self.tied[path] for path in spoken_of(forms, self.kept.parts) if path in self.tied
        ]
        found: dict[tuple[str, int], Form] = {}
        while waiting:
            kind, thing, path, key = waiting.pop()
            for place, clause in enumerate(kind.clauses):
                if (path, place) in found or all(of != key for of, _ in clause):
                    continue
                several = [_literal(kind, thing, path, *part) for part in clause]
                found[path, place] = any_of(several)
                waiting += [
                    (kind, thing, path, of)
                    for of, _ in clause
                    if getattr(thing, kind.attributes[of]) is None
                ]
        return tuple([form for _, form in sorted(found.items(), key=lambda one: one[0])])


def _settled(one: Condition, line: Line, paths: Paths) -> Any:
    """Return a value in which decisions are settled, None where it is still unknown."""
    found = one.value(line)
    if found is not None:
        return found
    match bare(one):
        case Decided(decision=decision, depth=depth):
            made_of = outcome_of(decision, line[depth:], paths[depth:])
            known = made_of.settled and not isinstance(made_of.value, logic.State)
            return made_of.value if known else None
        case made.Computed(parts=parts) | made.Moved(parts=parts) as computed:
            return computed.of([_settled(part, line, paths) for part in parts])
    return None


def _literal(kind: Kind, thing: Any, path: str, key: str, values: Any) -> Form:
    known = getattr(thing, kind.attributes[key])
    if known is not None:
        return known in values
    return ("values", where(path, key), tuple([one in values for one in kind.domains[key]]))
