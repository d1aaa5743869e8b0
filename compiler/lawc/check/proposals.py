"""Unfit fixes: with them the act as a whole would have another error.

Before: a fix that writes `the supplement` for an unknown word. With it the supplement would
rest on itself. After: the fix is unfit. The first fixes of all problems are tried together,
then the second ones. If an error comes, the fixes at its place are tried alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Declaration, Diagnostic, Fix, Severity
from lawc.source import Source

Problems: TypeAlias = Callable[[Source], tuple[Diagnostic, ...]]
"""Returns the problems of a text that is read and checked as an act is."""

# Errors that a name in the wrong place brings, whatever else the sentence says.
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
# Errors that may also come from the rest of the sentence: they rule out a fix only if another
# fix brings none.
_OF_THE_REST = frozenset({Code.WRONG_TYPE})


_TYPED = 12  # declarations of amounts that are tried, to find their types
_ALONE = 10  # fixes of a round that are tried alone; of more, those in doubt are unfit


def unfit_fixes(
    source: Source, unread: Iterable[Diagnostic], problems: Problems
) -> frozenset[Fix]:
    """Return the fixes of the `unread` sentences of `source` that are not to be proposed."""
    fixed = [problem.fixes for problem in unread if problem.fixes]
    trial = _Trial(source, problems)
    unfit: set[Fix] = set()
    worse: set[Fix] = set()
    for place in range(max(map(len, fixed), default=0)):
        fixes = tuple(own[place] for own in fixed if place < len(own))
        unfit |= trial.bringing(fixes, _OF_A_NAME)
        worse |= trial.bringing(fixes, _OF_THE_REST)
    for own in fixed:
        if not {*own} - unfit <= worse:
            unfit |= worse.intersection(own)
    return frozenset(unfit)


class _Trial:
    """Trials of fixes: the problems that the act has with them, and did not have before."""

    def __init__(self, source: Source, problems: Problems) -> None:
        self.source = source
        self.problems = problems
        self._known: dict[tuple[Fix, ...], tuple[Diagnostic, ...]] = {}

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
        after = [problem for problem in self._problems(fixes) if problem.code in codes]
        if not after:
            return ()
        before = {(problem.code, problem.message) for problem in self._problems(())}
        return tuple(
            problem for problem in after if (problem.code, problem.message) not in before
        )

    def _problems(self, fixes: tuple[Fix, ...]) -> tuple[Diagnostic, ...]:
        if fixes not in self._known:
            text = self.source.text
            for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
                text = text[: fix.span.start] + fix.text + text[fix.span.end :]
            self._known[fixes] = self.problems(replace(self.source, text=text))
        return self._known[fixes]


def with_declarations(
    problems: tuple[Diagnostic, ...],
    vocabularies: tuple[Source, ...],
    problems_with: Callable[[tuple[Source, ...]], tuple[Diagnostic, ...]],
) -> tuple[Diagnostic, ...]:
    """Return problems whose declarations have their vocabulary, and texts of a fitting type.

    Of an amount that is declared, the type is the first with which its sentence has no error.
    """
    placed: list[Diagnostic] = []
    trials = _TYPED
    for problem in problems:
        declared = [
            each if each.source else replace(each, source=vocabularies[0])
            for each in problem.declarations
        ]
        for place, each in enumerate(declared):
            for text in each.texts if len(each.texts) > 1 else ():
                trials -= 1
                typed = replace(each, texts=(text,))
                texts = [*declared[:place], typed, *declared[place + 1 :]]
                if trials >= 0 and not _wrong(each, problems_with(pasted(vocabularies, texts))):
                    declared[place] = typed
                    break
        placed.append(replace(problem, declarations=tuple(declared)))
    return tuple(placed)


def pasted(
    vocabularies: tuple[Source, ...], declarations: Iterable[Declaration]
) -> tuple[Source, ...]:
    """Return the vocabularies with declarations put into them."""
    texts = {source: source.text for source in vocabularies}
    in_order = sorted(declarations, key=lambda each: each.place)
    for declared in reversed(in_order):
        source = declared.source
        assert source is not None
        at = declared.place
        texts[source] = texts[source][:at] + declared.text + texts[source][at:]
    return tuple(replace(source, text=text) for source, text in texts.items())


def _wrong(declared: Declaration, problems: Iterable[Diagnostic]) -> bool:
    """Tell whether the text that a declaration is for has an error."""
    return any(
        problem.severity is Severity.ERROR
        and problem.primary.source.name.endswith(".law")
        and problem.primary.span.start < declared.of.end
        and declared.of.start < problem.primary.span.end
        for problem in problems
    )


def _is_at(fix: Fix, fixes: Iterable[Fix], errors: Iterable[Diagnostic]) -> bool:
    """Return whether an error of the text with all `fixes` stands at the place of `fix`."""
    begins = fix.span.start + sum(
        len(other.text) - (other.span.end - other.span.start)
        for other in fixes
        if other.span.start < fix.span.start
    )
    return any(
        label.span.start <= begins <= label.span.end
        for error in errors
        for label in (error.primary, *error.related)
    )
