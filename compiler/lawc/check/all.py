"""The checks in order: each is a function from an act, read or compiled, to its problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.check.cells import check_cells
from lawc.check.circles import check_circles
from lawc.check.decimals import check_decimals
from lawc.check.displacement import check_displacement
from lawc.check.each import check_each
from lawc.check.entry import check_entry
from lawc.check.kinds import check_kinds
from lawc.check.letters import check_letters
from lawc.check.limits import check_limits
from lawc.check.lists import check_lists
from lawc.check.nothing import check_nothing
from lawc.check.numbering import check_numbering
from lawc.check.shares import check_shares
from lawc.check.tables import check_tables
from lawc.check.usage import check_usage
from lawc.check.versions import check_versions
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Severity
from lawc.ir.declared import Declared
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary

# Problems that a sentence which was not read may cause, wherever it stands.
_CONSEQUENCES = {
    Code.UNDEFINED_CONCEPT,
    Code.UNUSED,
    Code.NOT_DISPLACED,
    Code.DECIDES_NOTHING,
    Code.MAY_BE_NOTHING,
    Code.NOT_SEPARATE,
    Code.VERSIONS_GAP,
}

# Problems that leave a citation without the elements that it means.
_MISLEADING = {Code.UNKNOWN_REFERENCE, Code.INSERTED_OR_RANGE}


def check_read(act: Act, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield every problem of an act that shows before its sentences are understood.

    Args:
        act: the act.
        problems: those of reading it: a table with a row that was not read has gaps.
    """
    yield from check_letters(act.source)
    yield from check_numbering(act)
    yield from check_lists(act)
    places = {problem.where for problem in problems}
    yield from (problem for problem in check_tables(act) if problem.where not in places)


def check(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield every problem of an act that was lowered to the law that declares this."""
    yield from check_cells(act, vocabulary)
    yield from check_shares(act, vocabulary)
    yield from check_decimals(act, vocabulary)
    yield from check_limits(act, declared.law)
    yield from check_each(act, declared.law)
    yield from check_entry(act, declared.law)
    yield from check_versions(act, declared.law, vocabulary)
    yield from check_displacement(act, declared, vocabulary)
    yield from check_kinds(act, declared, vocabulary)
    yield from check_circles(act, declared, vocabulary)
    yield from check_nothing(act, declared)
    yield from check_usage(act, declared, vocabulary)


def problems_to_report(act: Act, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the problems to report: each with its provision, none twice in other words."""
    unique = tuple(dict.fromkeys(problems))
    misled = [problem for problem in unique if problem.code in _MISLEADING]
    unread = {
        problem.primary
        for problem in unique
        if problem.code is Code.NOT_UNDERSTOOD and problem.fixes
    }
    misplaced = {problem.primary for problem in unique if problem.code is Code.WRONG_CLASS}
    unfit = {
        problem.where for problem in unique if problem.code is Code.WRONG_TYPE and problem.where
    }
    wrong = {problem.primary for problem in unique if problem.severity is Severity.ERROR}
    for problem in with_provisions(act, unique):
        if problem.code is Code.TOO_MANY_DECIMALS and problem.primary in wrong:
            continue  # an error says already that it cannot stand here
        follows = problem.code in _CONSEQUENCES and any(
            _covers(problem, other) for other in misled
        )
        follows = follows or (problem.code is Code.ROUNDING_MISSING and problem.where in unfit)
        again = (problem.code is Code.WHICH_ONE and problem.primary in misplaced) or (
            problem.code is Code.MIXED_ALPHABETS and problem.primary in unread
        )
        if not follows and not again:
            yield problem


def _covers(problem: Diagnostic, other: Diagnostic) -> bool:
    outer, inner = problem.primary, other.primary
    return (
        outer.source is inner.source
        and outer.span.start <= inner.span.start
        and inner.span.end <= outer.span.end
    )


def independent_problems(
    earlier: Iterable[Diagnostic], later: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield the problems of a later stage that the `earlier` ones cannot have caused."""
    places = {problem.where for problem in earlier}
    for problem in later:
        if problem.code not in _CONSEQUENCES and problem.where not in places:
            yield problem


def with_provisions(act: Act, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the problems, each with the provision in which it stands."""
    passages = [passage for passage in act.elements if passage.path]
    for problem in problems:
        offset = problem.primary.span.start
        if problem.where or problem.primary.source is not act.source:
            yield problem
            continue
        above = [passage for passage in passages if passage.span.start <= offset]
        yield replace(problem, where=above[-1].where) if above else problem
