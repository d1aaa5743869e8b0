"""The checks, in order; each is a function from what was read or compiled to problems."""

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

# What a sentence that was not read may be the cause of, wherever it stands.
_CONSEQUENCES = {
    Code.UNDEFINED_CONCEPT,
    Code.UNUSED,
    Code.NOT_DISPLACED,
    Code.DECIDES_NOTHING,
    Code.MAY_BE_NOTHING,
    Code.NOT_SEPARATE,
    Code.VERSIONS_GAP,
}

# What leaves a citation without the elements that it means.
_MISLEADING = {Code.UNKNOWN_REFERENCE, Code.INSERTED_OR_RANGE}


def check_read(act: Act, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield every problem of an act that shows before its sentences are understood.

    Args:
        act: the act.
        found: the problems of reading it: a table with a row that was not read has gaps.
    """
    yield from check_letters(act.source)
    yield from check_numbering(act)
    yield from check_lists(act)
    places = {one.where for one in found}
    yield from (one for one in check_tables(act) if one.where not in places)


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


def final(act: Act, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the problems to report: each with its provision, none said twice in other words."""
    found = tuple(dict.fromkeys(problems))
    misled = [one for one in found if one.code in _MISLEADING]
    unread = {one.primary for one in found if one.code is Code.NOT_UNDERSTOOD and one.fixes}
    misplaced = {one.primary for one in found if one.code is Code.WRONG_CLASS}
    unfit = {one.where for one in found if one.code is Code.WRONG_TYPE and one.where}
    wrong = {one.primary for one in found if one.severity is Severity.ERROR}
    for one in placed(act, found):
        if one.code is Code.TOO_MANY_DECIMALS and one.primary in wrong:
            continue  # what it cannot be at all is told
        follows = one.code in _CONSEQUENCES and any(_covers(one, other) for other in misled)
        follows = follows or (one.code is Code.ROUNDING_MISSING and one.where in unfit)
        again = (one.code is Code.WHICH_ONE and one.primary in misplaced) or (
            one.code is Code.MIXED_ALPHABETS and one.primary in unread
        )
        if not follows and not again:
            yield one


def _covers(one: Diagnostic, other: Diagnostic) -> bool:
    outer, inner = one.primary, other.primary
    return (
        outer.source is inner.source
        and outer.span.start <= inner.span.start
        and inner.span.end <= outer.span.end
    )


def independent(
    found: Iterable[Diagnostic], later: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield the problems of a later stage that those already `found` cannot have caused."""
    places = {one.where for one in found}
    for one in later:
        if one.code not in _CONSEQUENCES and one.where not in places:
            yield one


def placed(act: Act, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the problems, each with the provision in which it stands."""
    passages = [one for one in act.elements if one.path]
    for problem in problems:
        offset = problem.primary.span.start
        if problem.where or problem.primary.source is not act.source:
            yield problem
            continue
        above = [one for one in passages if one.span.start <= offset]
        yield replace(problem, where=above[-1].where) if above else problem
