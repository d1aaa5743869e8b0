"""Fixes of a sentence with which the act as a whole would have another error.

Before: `the supplement` in place of a word that is not known, where the supplement would then
rest on itself. After: that this fix is unfit. The first fixes of all problems are tried
together, then the second ones; where an error comes, those that it stands at are tried alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Fix
from lawc.source import Source

Problems: TypeAlias = Callable[[Source], tuple[Diagnostic, ...]]
"""Returns the problems of a text, with which all is done that is done with an act."""

# What a name in the wrong place brings, whatever else the sentence says.
_OF_A_NAME = frozenset(
    {
        Code.DEFINED_TWICE,
        Code.DEFINITION_CYCLE,
        Code.DISPLACEMENT_CYCLE,
        Code.COMPARED_WITH_ITSELF,
        Code.WRONG_CLASS,
        Code.WHICH_ONE,
    }
)
# What may also come of the rest of the sentence: it rules out a fix only beside a better one.
_OF_THE_REST = frozenset({Code.WRONG_TYPE})


_ALONE = 10  # fixes of a round that are tried alone; of more, those in doubt are unfit


def unfit_fixes(
    source: Source, found: Iterable[Diagnostic], problems: Problems
) -> frozenset[Fix]:
    """Return the fixes of problems `found` in `source` that are not to be proposed."""
    fixed = [one.fixes for one in found if one.fixes]
    trial = _Trial(source, problems)
    unfit: set[Fix] = set()
    worse: set[Fix] = set()
    for place in range(max(map(len, fixed), default=0)):
        fixes = tuple(one[place] for one in fixed if place < len(one))
        unfit |= trial.bringing(fixes, _OF_A_NAME)
        worse |= trial.bringing(fixes, _OF_THE_REST)
    for one in fixed:
        if not {*one} - unfit <= worse:
            unfit |= worse.intersection(one)
    return frozenset(unfit)


class _Trial:
    """The act with fixes made, and the problems that it then has and did not have before."""

    def __init__(self, source: Source, problems: Problems) -> None:
        self.source = source
        self.problems = problems
        self._found: dict[tuple[Fix, ...], tuple[Diagnostic, ...]] = {}

    def bringing(self, fixes: tuple[Fix, ...], codes: frozenset[Code]) -> set[Fix]:
        """Return the fixes that bring an error with one of the codes."""
        left = fixes
        doubtful: list[Fix] = []
        while left and (errors := self._errors(left, codes)):
            at = tuple(fix for fix in left if _is_at(fix, left, errors)) or left
            doubtful += at
            left = tuple(fix for fix in left if fix not in at)
        alone = {fix for fix in doubtful[:_ALONE] if self._errors((fix,), codes)}
        return alone | {*doubtful[_ALONE:]}

    def _errors(self, fixes: tuple[Fix, ...], codes: frozenset[Code]) -> tuple[Diagnostic, ...]:
        after = [one for one in self._problems(fixes) if one.code in codes]
        if not after:
            return ()
        before = {(one.code, one.message) for one in self._problems(())}
        return tuple(one for one in after if (one.code, one.message) not in before)

    def _problems(self, fixes: tuple[Fix, ...]) -> tuple[Diagnostic, ...]:
        if fixes not in self._found:
            text = self.source.text
            for one in sorted(fixes, key=lambda one: one.span, reverse=True):
                text = text[: one.span.start] + one.text + text[one.span.end :]
            self._found[fixes] = self.problems(replace(self.source, text=text))
        return self._found[fixes]


def _is_at(fix: Fix, fixes: Iterable[Fix], errors: Iterable[Diagnostic]) -> bool:
    """Tell whether one of the errors that come with all fixes stands where this one does."""
    begins = fix.span.start + sum(
        len(one.text) - (one.span.end - one.span.start)
        for one in fixes
        if one.span.start < fix.span.start
    )
    return any(
        label.span.start <= begins <= label.span.end
        for one in errors
        for label in (one.primary, *one.related)
    )
