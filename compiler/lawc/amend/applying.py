"""An amending act applied to the text of an act: its operations in the order of their days."""

from __future__ import annotations

from datetime import date, timedelta

from lawc.amend.edition import Edition, Way, one_line
from lawc.amend.executing import Executing, WordsChange
from lawc.amend.laying import read
from lawc.amend.leftover import words_left
from lawc.amend.lists import list_faults
from lawc.amend.operations import Amendment, Amends, Operation, Path, Quote, RestateText, Step
from lawc.amend.periods import Periods
from lawc.amend.reading import read_amendment
from lawc.amend.refusing import Refused, later_stays
from lawc.amend.versions import Undated, edition_on, later_versions, with_versions
from lawc.amend.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Amended:
    """The text of an act with an amending act applied to it.

    With `problems` the text is not to be used: an operation that has one is left out. `faults`
    are errors in the new text that can be seen without its vocabulary, `remarks` hints for
    whoever drafts it.
    """

    text: Source
    problems: tuple[Diagnostic, ...]
    faults: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


def consolidated(
    act: Source, amending: Source, language: str
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return the text of `act` with `amending` applied, and every problem of doing so.

    With a problem the text is not to be used: an operation that has one is left out.
    """
    result = amended(act, amending, language)
    return result.text, result.problems


def amended(
    act: Source,
    amending: Source,
    language: str,
    *,
    versions: bool = False,
    sentences: Sentences | None = None,
) -> Amended:
    """Apply an amending act to the text of an act.

    Args:
        act: the text of the act.
        amending: the text of the amending act.
        language: that of both.
        versions: whether changes that have effect with the amending act itself get versions, so
        that the days before are decided by the old words. It does in any case if the act has
        versions already or the amending act gives a change a day of its own.
        sentences: the sentences that the vocabulary of the act knows, if there is one.
    """
    amendment, problems = read_amendment(amending, language)
    if problems:
        return Amended(act, problems)
    edition = read(act, language)
    other = _another_act(edition, amendment, amending)
    if other is not None:
        return Amended(act, (other,))
    return _Applying(amending, amendment, Periods(language, sentences)).amended(
        edition, versions=versions
    )


class _Applying:
    """Applies one amending act, day by day."""

    def __init__(self, amending: Source, amendment: Amendment, periods: Periods) -> None:
        self.amending = amending
        self.amendment = amendment
        self.periods = periods
        self.executing = Executing(amending, undated=amendment.day is None)
        self.problems: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []

    def amended(self, act: Edition, *, versions: bool) -> Amended:
        steps, general = self.amendment.steps, self.amendment.day or date.min
        days = {step.day or general for step in steps}
        used = bool(days - {general}) or versions or self.periods.used(act)
        whole = act
        for day in sorted(days):  # what has effect earlier is applied first
            of_day = [step for step in steps if (step.day or general) == day]
            if day == date.min or not used:
                whole = self._execute(whole, of_day)
            else:
                whole = self._on(day, whole, of_day)
        if self.problems:
            return Amended(whole.source, tuple(self.problems))
        diagnostics = tuple(list_faults(act, whole, steps, self.amending))
        self.remarks += [fault for fault in diagnostics if fault.severity is not Severity.ERROR]
        self.remarks += words_left(whole, steps, self.amending)
        faults = tuple(fault for fault in diagnostics if fault.severity is Severity.ERROR)
        return Amended(whole.source, (), faults, tuple(dict.fromkeys(self.remarks)))

    def _execute(self, edition: Edition, steps: list[Step]) -> Edition:
        for step in steps:
            result = self.executing.apply(edition, step.operation)
            if isinstance(result, Refused):
                self.problems.append(_problem(self.amending, step, result))
            else:
                edition = result
        return edition

    def _on(self, day: date, whole: Edition, steps: list[Step]) -> Edition:
        """Return the text of all days with the operations of one day applied."""
        among = _articles(steps)
        old = edition_on(day, whole, self.periods, among)
        refused = len(self.problems)
        new = self._execute(old, steps)
        if len(self.problems) > refused:
            return whole
        strict = day != self.amendment.day
        result = with_versions(whole, old, new, day, self.periods, strict=strict)
        if isinstance(result, Undated):
            step = _step_of(result, steps)
            self.problems.append(_undated(self.amending, step, result, whole.language))
            return whole
        if old is whole:  # there were no versions
            return result
        for step in steps:
            result = self._later(day, result, step)
        return result

    def _later(self, day: date, whole: Edition, step: Step) -> Edition:
        """Return the text with words changed in the versions that come into force later."""
        operation = step.operation
        if isinstance(operation, RestateText) or operation.place.heading:
            return whole
        for way in tuple(later_versions(day, whole, self.periods, _articles([step]))):
            for scope in _scopes(whole, way, operation.place.path):
                changed = None
                if isinstance(operation, WordsChange):
                    result = self.executing.words(whole, scope, operation)
                    changed = None if isinstance(result, Refused) else result
                if changed is not None:
                    whole = changed
                elif len(operation.place.path) >= len(way):
                    start = self.periods.first_day(whole.element(way))
                    assert start is not None  # or it would not be later
                    remark = later_stays(whole, way, start, step, self.amending)
                    self.remarks.append(remark)
        return whole


def _articles(steps: list[Step]) -> frozenset[tuple[str, str]] | None:
    """Return the articles that steps are about, None for all."""
    paths = [_path(step.operation) for step in steps]
    return frozenset(path[0] for path in paths) if all(paths) else None


def _scopes(whole: Edition, way: Way, path: Path) -> list[Way]:
    """Return the elements of a path that a version holds, or the version if it holds it."""
    own = whole.path(way)
    if own[: len(path)] == path:
        return [way]
    if path[: len(own)] == own:
        return [inner for inner in whole.find(path) if inner[: len(way)] == way] or []
    return []


def _step_of(what: Undated, steps: list[Step]) -> Step:
    """Return the step that changes an element, or something in it."""
    for step in steps:
        place = _path(step.operation)
        if what.path[: len(place)] == place[: len(what.path)]:
            return step
    return steps[0]


def _path(operation: Operation) -> Path:
    return () if isinstance(operation, RestateText) else operation.place.path


def _undated(amending: Source, step: Step, what: Undated, language: str) -> Diagnostic:
    """Return that a changed element cannot say from which day it holds."""
    operation = step.operation
    span = operation.new.span if isinstance(operation, RestateText) else operation.place.span
    say = wording(language)
    place = say.place(what.path) if what.path else say("table_front")
    label = Label(amending, span)
    if what.doubt:
        message = f"it is not certain whether a sentence of `{place}` ends at `{what.doubt}`"
        help_ = (
            "restate the element with a period before each of its sentences: "
            f"`{say.period(None, what.day - timedelta(days=1))} ...`"
        )
        return Diagnostic(Code.WHERE_SENTENCES_END, message, label, (), help_, step.where)
    if what.later:
        message = f"`{place}` holds versions that come into force after {what.day}"
        help_ = (
            "amend its paragraphs one by one: a later version stays, or is amended from its day"
        )
        return Diagnostic(Code.NO_VERSIONS, message, label, (), help_, step.where)
    if what.same:
        message = f"`{place}` would read as before: it is in force up to its next version"
        help_ = "amend the next version too, from its day, if this one is to stay in force"
        return Diagnostic(Code.NO_VERSIONS, message, label, (), help_, step.where)
    message = (
        f"`{place}` cannot change on {what.day} alone: no sentence there begins to hold then"
    )
    help_ = "let it enter into force with the rest of this act, or restate a whole paragraph"
    return Diagnostic(Code.NO_VERSIONS, message, label, (), help_, step.where)


def _problem(amending: Source, step: Step, why: Refused) -> Diagnostic:
    label = Label(amending, why.span)
    return Diagnostic(why.code, why.message, label, why.related, why.help, step.where)


def _another_act(edition: Edition, amendment: Amendment, amending: Source) -> Diagnostic | None:
    """Return that the amending act names no act, another than the one given, or two."""
    title = " ".join(edition.title)
    if not amendment.amends:
        message = "this act does not say which act it amends"
        hint = f"; the title of the act given is `{title}`" if title else ""
        help_ = f"say it before the amendments{hint}"
        return Diagnostic(Code.ANOTHER_ACT, message, Label(amending, Span(0, 0)), (), help_)
    of = f"its title is `{title}`" if title else "it has no title"
    for named in amendment.amends:
        wrong = _not_of(edition.title, named)
        if wrong is None:
            continue
        message = f"`{one_line(wrong.text)}` is not in the title of the act that is given"
        help_ = f"{of}: give the act that this one amends"
        if named is not amendment.amends[0]:
            message = "a second act is named here: an amending act amends one"
            help_ = f"write an amending act for each act that is amended; here {of}"
        label = Label(amending, wrong.span)
        return Diagnostic(Code.ANOTHER_ACT, message, label, (), help_, named.where)
    return None


def _not_of(title: tuple[str, ...], named: Amends) -> Quote | None:
    """Return the quote that names the act and does not agree with its title.

    The name is whole lines of the title, so that the beginning of a name is not enough. It may
    be written with other capitals.
    """
    wanted = one_line(named.title.text).casefold()
    lines = [line.casefold() for line in title]
    places = range(len(lines))
    if not any(wanted == " ".join(lines[i : j + 1]) for i in places for j in places[i:]):
        return named.title
    day = named.day
    if day is not None and one_line(day.text).casefold() not in " ".join(lines):
        return day
    return None
