"""The stages, in order, as plain calls: from the folder of an act to its checked form.

The files of an act are those of `lawc.folders`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path

from lawc.check.all import check, check_read, independent_problems, problems_to_report
from lawc.check.depth import check_depth
from lawc.check.letters import check_letters
from lawc.check.meanings import check_meanings
from lawc.check.merge import check_merge
from lawc.check.overlaps import check_overlaps
from lawc.check.proposals import unfit_fixes, with_declarations
from lawc.check.soundness import check_soundness
from lawc.check.types import check_types
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.folders import (
    ActFolder,
    UnreadableError,
    find_act,
    language_of,
    no_grammar,
    read_source,
)
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.lower.act import lower
from lawc.memory import uncollected
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.act import HELPING, Act, Helping, read_act
from lawc.syntax.sentences import Sentences
from lawc.syntax.tables import grammar_folder
from lawc.vocabulary.mending import with_fixes
from lawc.vocabulary.model import Vocabulary
from lawc.vocabulary.read import read_vocabulary

Library = Callable[[str], Source | None]
"""A function that returns the text of another act of the jurisdiction, by its folder."""


@dataclass(frozen=True)
class Compiled:
    """An act compiled: its law if it has no errors, and all its problems."""

    law: ir.Law | None
    act: Act
    vocabulary: Vocabulary
    sources: tuple[Source, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


@dataclass(frozen=True)
class Lowered:
    """An act on its way: its law, which is not checked yet, and its problems so far.

    There is no law if the vocabulary, or an act whose terms this act takes, has errors.
    `reading` are the problems of the texts, `lowering` those of their meaning.
    """

    law: ir.Law | None
    act: Act
    vocabulary: Vocabulary
    vocabularies: tuple[Source, ...]
    sources: tuple[Source, ...]
    reading: tuple[Diagnostic, ...]
    lowering: tuple[Diagnostic, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether there are errors already before the checks."""
        return self.law is None or _fail((*self.reading, *self.lowering))


def compile_path(path: Path, language: str = "en") -> Compiled:
    """Compile the act at `path`.

    Raises:
        UnreadableError: there is no act at `path`, or a file cannot be read.
    """
    return checked(lower_path(path, language))


def lower_path(path: Path, language: str = "en") -> Lowered:
    """Read and lower the act at `path`.

    Raises:
        UnreadableError: there is no act at `path`, or a file cannot be read.
    """
    folder = find_act(path, language)
    named = path / folder.text.name if path.is_dir() else path
    return _lower_text(folder, read_source(folder.text, str(named)), beside=named)


def compile_text(folder: ActFolder, source: Source) -> Compiled:
    """Compile `source` as the text of an act that stands on disk.

    Raises:
        UnreadableError: there is no grammar for its language, no vocabulary, or a file cannot
            be read.
    """
    return checked(_lower_text(folder, source))


def _lower_text(folder: ActFolder, source: Source, beside: Path | None = None) -> Lowered:
    """Lower an act; `beside` is the path of its text as the user wrote it, if any."""
    if not (grammar_folder() / f"sentences.{folder.language}.lark").is_file():
        raise UnreadableError(no_grammar(folder))
    root = folder.text.parent.parent
    if not folder.vocabularies:
        raise UnreadableError(
            f"there is no vocabulary for `{folder.key}`: what acts may say is declared in "
            f"files that end in `.vocabulary`, in `{root.name}`"
        )

    def shown(path: Path) -> str:
        if beside is None:
            return ""
        return str(path) if beside.is_absolute() else os.path.relpath(path)

    vocabularies = tuple(read_source(file, shown(file)) for file in folder.vocabularies)

    def library(name: str) -> Source | None:
        texts = (root / name / file for file in (folder.text.name, f"{folder.language}.law"))
        text = next((file for file in texts if file.is_file()), None)
        return None if text is None else read_source(text, shown(text))

    with uncollected():
        return _lower(source, folder.key, vocabularies, library, ())


def vocabulary_of(folder: ActFolder) -> tuple[Vocabulary, Sentences]:
    """Return the vocabulary of an act, and the sentences that it makes possible.

    Raises:
        UnreadableError: a file cannot be read.
    """
    sources = tuple(read_source(path) for path in folder.vocabularies)
    return _vocabulary(sources)[0], _sentences(sources, folder.language)


def no_library(_: str) -> Source | None:
    """Return no other act: for texts that stand alone."""
    return None


def compile_source(
    source: Source, key: str, vocabularies: tuple[Source, ...], library: Library = no_library
) -> Compiled:
    """Compile the act in `source`; `key` is its place: `example/family-allowance`."""
    with uncollected():
        return checked(_lower(source, key, vocabularies, library, ()))


def _lower(
    source: Source,
    key: str,
    vocabularies: tuple[Source, ...],
    library: Library,
    above: tuple[str, ...],
    *,
    trial: bool = False,
) -> Lowered:
    language = language_of(source.name)
    vocabulary, vocabulary_problems = _vocabulary(vocabularies)
    sentences = _sentences(vocabularies, language)
    helping = Helping(explained=0) if trial else HELPING
    act, problems = read_act(source, language, sentences, helping)
    if any(problem.fixes for problem in problems) and not vocabulary_problems:

        def problems_of(text: Source) -> tuple[Diagnostic, ...]:
            lowered = _lower(text, key, vocabularies, library, above, trial=True)
            return checked(lowered).problems

        while unfit := unfit_fixes(source, problems, problems_of) - helping.unfit:
            helping = helping._replace(unfit=helping.unfit | unfit)
            act, problems = read_act(source, language, sentences, helping)
    if not trial and any(problem.declarations for problem in problems):
        again = partial(_lower, source, key, library=library, above=above, trial=True)
        problems = with_declarations(
            problems, vocabularies, lambda texts: checked(again(texts)).problems
        )
    sources = (source, *vocabularies)
    unmerged = tuple(problem for text in sources for problem in check_merge(text))
    if unmerged:  # other problems follow from the lines that are no text
        return Lowered(None, act, vocabulary, vocabularies, sources, unmerged)
    reading = [*vocabulary_problems, *_overlaps(vocabularies, language)]
    sound = not reading
    reading += (problem for text in vocabularies for problem in check_letters(text))
    if sound:
        reading += [*problems, *check_read(act, problems), *_empty(act)]
    others: dict[str, ir.Law] = {}
    for name, label in _acts_cited(act):
        if name in others or (text := library(name)) is None:
            continue
        other_key = f"{key.partition('/')[0]}/{name}"
        if other_key in (*above, key):
            message = "these acts take their terms from each other"
            reading.append(Diagnostic(Code.DEFINITION_CYCLE, message, label))
            continue
        other = checked(_lower(text, other_key, vocabularies, library, (*above, key)))
        sources = (*sources, *other.sources)
        reading += [error for error in other.errors if error not in reading]
        sound = sound and not other.errors
        if other.law is not None:
            others[other_key] = other.law
    if not sound:
        return Lowered(None, act, vocabulary, vocabularies, sources, tuple(reading))
    law, lowering = lower(act, key, vocabulary, others)
    sources = tuple(dict.fromkeys(sources))
    return Lowered(law, act, vocabulary, vocabularies, sources, tuple(reading), lowering)


def checked(lowered: Lowered) -> Compiled:
    """Check an act that was lowered."""
    with uncollected():
        problems = [*lowered.reading, *_later(lowered)]
        in_order = ordered(lowered.act, problems)
    law = None if _fail(problems) else lowered.law
    return Compiled(law, lowered.act, lowered.vocabulary, lowered.sources, in_order)


def _later(lowered: Lowered) -> tuple[Diagnostic, ...]:
    """Return the problems of an act other than those of its text."""
    if lowered.law is None:
        return ()
    act, declared, vocabulary = lowered.act, Declared(lowered.law), lowered.vocabulary
    later = (*lowered.lowering, *check(act, declared, vocabulary))
    if _fail(lowered.reading):
        return tuple(independent_problems(lowered.reading, later))
    if _fail(later):
        return later
    unsound = tuple(check_depth(act, declared)) or tuple(
        check_soundness(act, declared, lowered.vocabularies)
    )
    # Problems of types are reported in the words of the drafter if they can be.
    return (*later, *((unsound and tuple(check_types(act, declared, vocabulary))) or unsound))


def _fail(problems: Iterable[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


@lru_cache(maxsize=4)
def _vocabulary(sources: tuple[Source, ...]) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    vocabulary, problems = _read_and_check(sources)
    return vocabulary, with_fixes(
        sources, vocabulary, problems, lambda texts: _read_and_check(texts)[1]
    )


def _read_and_check(sources: tuple[Source, ...]) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    vocabulary, problems = read_vocabulary(sources)
    return vocabulary, (*problems, *check_meanings(vocabulary))


@lru_cache(maxsize=8)
def _sentences(sources: tuple[Source, ...], language: str) -> Sentences:
    vocabulary, _ = _vocabulary(sources)
    return Sentences(language, vocabulary.entries.get(language, ()))


@lru_cache(maxsize=8)
def _overlaps(sources: tuple[Source, ...], language: str) -> tuple[Diagnostic, ...]:
    return tuple(check_overlaps(_sentences(sources, language)))


def _empty(act: Act) -> tuple[Diagnostic, ...]:
    if any(passage.sentences for passage in act.elements):
        return ()
    if act.words_read:
        return ()
    label = Label(act.source, Span(0, 0))
    message = "this act decides nothing: no sentence of it is read"
    level = act.numbering.levels[0]
    first = level.label(level.first)
    help_ = f"what stands before the first article is its title: begin with `{first}`"
    return (Diagnostic(Code.EMPTY_ACT, message, label, help=help_),)


def _acts_cited(act: Act) -> tuple[tuple[str, Label], ...]:
    citations = []
    for passage in act.elements:
        for sentence in passage.sentences:
            body = sentence.children[-1]
            if getattr(body, "name", "") == "shares_terms":
                named = body.children[0].find("of_other_act")
                if named is not None:
                    citations.append((named.children[0].key, Label(act.source, body.span)))
    return tuple(citations)


def ordered(act: Act, problems: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the problems without repetition, by file, place and code."""
    return tuple(
        sorted(
            problems_to_report(act, problems),
            key=lambda problem: (
                problem.primary.source.name.endswith(".law"),
                problem.primary.source.name,
                problem.primary.span,
                problem.code.value,
            ),
        )
    )
