"""Wordings of declarations, as phrases for the sentences of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir.types import Basic, Choice
from lawc.records import dataclass
from lawc.source import Source
from lawc.syntax.nodes import Tree
from lawc.syntax.phrases import Entry, Slot, items_of
from lawc.vocabulary.becoming import change_problem, change_wording
from lawc.vocabulary.model import Vocabulary

DEFINITE_CLASS = "definite_class"
_TERMINALS = {  # (declaration, form): the terminal it is a wording of
    ("kind", "indefinite"): "CLASS",
    ("kind", "definite"): "THE",
    ("kind", "plural"): "MANY",
    ("kind", "several"): "CLASSES",
    ("kind", "following"): "FOLLOWING",
    ("kind", "single"): "SINGLE",
    ("kind", "each"): "EACH",
    ("class", "indefinite"): "CLASS",
    ("class", "definite"): "THE",
    ("concept", "indefinite"): "CLASS",
    ("concept", "definite"): "THE",
    ("class", "plural"): "CLASSES",
    ("concept", "plural"): "CLASSES",
    ("class", "several"): "CLASSES",
    ("concept", "several"): "CLASSES",
    ("effect", "positive"): "EFFECT",
    ("effect", "plural"): "EFFECTS",
    ("effect", "clause"): "EFFECT_CLAUSE",
    ("fact", "choice"): "CHOICE",
    ("fact", "noun"): "NOUN",
    ("fact", "clause"): "HAPPENS",
    ("quantity", "clause"): "HAPPENS",
    ("decision", "clause"): "HAPPENS",
    ("parameter", "clause"): "HAPPENS",
    ("day", "clause"): "HAPPENS",
    ("span", "positive"): "SPANNED",
    ("span", "negative"): "SPANNED",
    ("day", "noun"): "DAY_NAME",
    ("fact", "plural"): "NOUNS",
    ("quantity", "noun"): "NOUN",
    ("quantity", "plural"): "NOUNS",
    ("decision", "noun"): "NOUN",
    ("decision", "plural"): "RESULTS",
    ("parameter", "noun"): "DAY_NAME",
    ("instrument", "indefinite"): "INSTRUMENT",
    ("act", "noun"): "ACT",
    ("unit", "noun"): "UNIT",
    ("money", "noun"): "CURRENCY",
    ("phrase", "positive"): "TEST",
    ("phrase", "negative"): "TEST",
    ("phrase", "descriptive"): "PREDICATE",
}


# What is said of a thing, without its subject, beside the whole.
_SAID = {"TEST": "PREDICATE", "SPANNED": "LASTED", "HAPPENS": "HAPPENED"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A declaration with the tree of its wordings in one language."""

    declaration: Tree
    tree: Tree
    key: str
    slots: Mapping[str, Slot]
    source: Source

    @property
    def language(self) -> str:
        """The code of the language."""
        return str(self.tree.children[0].text)


def with_wordings(
    vocabulary: Vocabulary, wordings: Iterable[Wording]
) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """Return the vocabulary with its phrases and questions, and the problems with them."""
    entries: dict[str, list[Entry]] = {}
    questions: dict[tuple[str, str], str] = {}
    changes: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    problems: list[Diagnostic] = []
    ordered = tuple(wordings)
    nouns = {language: _nouns(ordered, language) for language in {w.language for w in ordered}}
    definite: dict[
        str, set[tuple[str | Slot, ...]]
    ] = {}  # each belongs to the first declaration with it
    for wording in ordered:
        in_language = entries.setdefault(wording.language, [])
        known = definite.setdefault(wording.language, set())
        own: list[Entry] = []
        for form in wording.tree.children[1:]:
            if form.name == "question":
                questions[wording.key, wording.language] = _text(form.children[0])
                continue
            if form.name == "supposed" and wording.declaration.name == "fact":
                earlier = changes.get((wording.key, wording.language), ())
                if unfit := change_problem(vocabulary, wording.key, form, earlier):
                    label = Label(wording.source, form.span)
                    problems.append(Diagnostic(unfit[0], unfit[1], label, help=unfit[2]))
                else:
                    changes[wording.key, wording.language] = (*earlier, change_wording(form))
                continue
            if form.name == "choice" and (problem := _no_value(vocabulary, wording, form)):
                problems.append(problem)
                continue
            try:
                new = tuple(_entries(wording, form, nouns[wording.language]))
            except KeyError as missing:
                message = f"`[{missing.args[0]}]` stands in this wording and is not declared"
                label = Label(wording.source, form.span)
                problems.append(Diagnostic(Code.UNKNOWN_NAME, message, label))
                continue
            if any(not entry.items for entry in new):
                label = Label(wording.source, form.span)
                message = "this wording has no words"
                problems.append(Diagnostic(Code.DECLARATION_NOT_UNDERSTOOD, message, label))
                continue
            if not new or (subject := _misnamed(form, wording.slots, nouns[wording.language])):
                label = Label(wording.source, form.span)
                wrong = _no_use(wording, form) if not new else _no_subject(form, subject)
                problems.append(
                    Diagnostic(Code.DECLARATION_NOT_UNDERSTOOD, wrong[0], label, help=wrong[1])
                )
            own += [e for e in new if e.terminal != "THE" or e.items not in known]
        in_language += own
        known.update(e.items for e in own if e.terminal == "THE")
    all_entries = {language: tuple(own) for language, own in entries.items()}
    worded = replace(vocabulary, entries=all_entries, questions=questions, supposed=changes)
    return worded, tuple(problems)


def _no_value(vocabulary: Vocabulary, wording: Wording, form: Tree) -> Diagnostic | None:
    """Return a problem if a wording is of a value that its fact does not have."""
    kind, _, name = wording.key.partition(".")
    value = form.children[0].text
    fact = vocabulary.facts.get((kind, name))
    values = fact.type.values if fact and isinstance(fact.type, Choice) else ()
    if value in values or wording.declaration.name != "fact":
        return None
    known = ", ".join(f"`{of_fact}`" for of_fact in values)
    label = Label(wording.source, form.span)
    message = f"`{value}` is no value of `{wording.key}`"
    help_ = f"use one of {known}" if known else "declare the values of the fact first"
    return Diagnostic(Code.UNKNOWN_NAME, message, label, help=help_)


def _no_use(wording: Wording, form: Tree) -> tuple[str, str | None]:
    """Return the message and the help for a wording that has no use where it stands."""
    lacks_bar = (wording.declaration.name, form.name) == ("effect", "positive")
    if lacks_bar:
        return (
            "no bar divides this wording into what is spoken of and what is said of it",
            "write `|` after the noun it begins with",
        )
    return "this form of wording has no use in this declaration", None


def _misnamed(
    form: Tree,
    slots: Mapping[str, Slot],
    nouns: Mapping[tuple[str | Slot, ...], str],
) -> str:
    """Return the definite noun that the beginning of a wording means, empty if it is one.

    Before: `a person | is sick`, where `the person` is declared. After: `the person`.
    A word that differs from the noun may be its plural: `the persons | are sick`.
    """
    subject, bar, _ = _text(form.children[-1]).partition("|")
    written_subject = items_of(subject, slots)
    if not bar or written_subject in nouns:
        return ""
    for noun in nouns:
        if (
            noun[1:]
            and len(written_subject) <= len(noun)
            and written_subject[-len(noun[1:]) :] == noun[1:]
        ):
            return " ".join(map(str, noun))
    return ""


def _no_subject(form: Tree, noun: str) -> tuple[str, str]:
    subject, _, predicate = _text(form.children[-1]).partition("|")
    return (
        f"`{subject.strip()}` is not how a wording names what it speaks of",
        f'write "{noun} | {predicate.strip()}"',
    )


def _nouns(wordings: tuple[Wording, ...], language: str) -> dict[tuple[str | Slot, ...], str]:
    """Return the kinds that definite nouns name; those of kinds precede those of classes."""
    nouns: dict[tuple[str | Slot, ...], str] = {}
    for first in ("kind", "class", "concept"):
        for wording in wordings:
            if wording.language == language and wording.declaration.name == first:
                for form in wording.tree.children[1:]:
                    if form.name == "definite":
                        words = items_of(_text(form.children[0]), wording.slots)
                        nouns.setdefault(words, wording.key.partition(".")[0])
    return nouns


def _entries(
    wording: Wording, form: Tree, nouns: Mapping[tuple[str | Slot, ...], str]
) -> Iterator[Entry]:
    """Yield the phrases of a wording; `the woman` is marked, as it is not every person."""
    for entry in _phrases(wording, form, nouns):
        of_class = entry.terminal == "THE" and wording.declaration.name != "kind"
        yield replace(entry, form=DEFINITE_CLASS) if of_class else entry


def _phrases(
    wording: Wording, form: Tree, nouns: Mapping[tuple[str | Slot, ...], str]
) -> Iterator[Entry]:
    kind = wording.declaration.name
    label = Label(wording.source, form.span)
    terminal = _TERMINALS.get((kind, form.name))
    if terminal is None:
        return
    text = _text(form.children[-1])
    subject, bar, predicate = text.partition("|")
    about = nouns.get(items_of(subject, wording.slots), "") if bar else ""
    about = about or _about(wording, nouns)

    def entry(terminal: str, words: str, form_name: str = form.name) -> Entry:
        written = " ".join(words.replace("|", " ").split())
        items = items_of(written, wording.slots)
        return Entry(terminal, key, form_name, items, written, about, label)

    key = wording.key
    if terminal in ("NOUN", "NOUNS"):
        key = f"{kind}:{wording.key}"
        if _is_date(wording.declaration):
            terminal = "DAY_NAME" if terminal == "NOUN" else "DAY_NAMES"
    elif terminal in ("DAY_NAME", "HAPPENS") or terminal in ("CLASS", "CLASSES"):
        key = f"{kind}:{wording.key}"
    elif terminal == "THE":
        key = about
    elif terminal == "CHOICE":
        key = f"{wording.key}={form.children[0].text}"
    if terminal == "EFFECT":
        if bar:
            yield entry("EFFECT", predicate)
        return
    if terminal == "PREDICATE":
        yield entry("PREDICATE", text, "positive")
        return
    yield entry(terminal, text)
    if bar and terminal in _SAID:
        yield entry(_SAID[terminal], predicate)


def _about(wording: Wording, nouns: Mapping[tuple[str | Slot, ...], str]) -> str:
    """Return the kind that a noun names, by its definite form: `the person`."""
    for form in wording.tree.children[1:]:
        if form.name == "definite":
            named = nouns.get(items_of(_text(form.children[0]), wording.slots))
            if named:
                return named
    return wording.key.partition(".")[0]


def _is_date(declaration: Tree) -> bool:
    return any(
        isinstance(part, Tree) and part.name == Basic.DATE.value
        for part in declaration.children
    )


def _text(node: Any) -> str:
    return " ".join(str(node.text).strip('"').split())
