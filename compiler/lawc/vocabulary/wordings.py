"""Wordings: how what is declared is said, as phrases for the sentences of a language."""

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
from lawc.vocabulary.becoming import not_supposed, supposed
from lawc.vocabulary.model import Vocabulary

_TERMINALS = {  # (declaration, form): the terminal it is a wording of
    ("kind", "indefinite"): "CLASS",
    ("kind", "definite"): "THE",
    ("kind", "plural"): "MANY",
    ("kind", "following"): "FOLLOWING",
    ("kind", "single"): "SINGLE",
    ("kind", "each"): "EACH",
    ("class", "indefinite"): "CLASS",
    ("class", "definite"): "THE",
    ("concept", "indefinite"): "CLASS",
    ("concept", "definite"): "THE",
    ("class", "plural"): "CLASSES",
    ("concept", "plural"): "CLASSES",
    ("effect", "positive"): "EFFECT",
    ("effect", "plural"): "EFFECTS",
    ("effect", "clause"): "EFFECT_CLAUSE",
    ("fact", "choice"): "CHOICE",
    ("fact", "noun"): "NOUN",
    ("quantity", "noun"): "NOUN",
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


@dataclass(frozen=True, slots=True)
class Worded:
    """A declaration with its wordings in one language."""

    declaration: Tree
    wording: Tree
    key: str
    slots: Mapping[str, Slot]
    source: Source

    @property
    def language(self) -> str:
        """The code of the language."""
        return str(self.wording.children[0].text)


def with_wordings(
    vocabulary: Vocabulary, wordings: Iterable[Worded]
) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """Return the vocabulary with its phrases and questions, and the problems with them."""
    entries: dict[str, list[Entry]] = {}
    questions: dict[tuple[str, str], str] = {}
    changes: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    problems: list[Diagnostic] = []
    ordered = tuple(wordings)
    nouns = {language: _nouns(ordered, language) for language in {w.language for w in ordered}}
    definite: dict[str, set[tuple[str | Slot, ...]]] = {}  # the first to say one has it
    for one in ordered:
        made = entries.setdefault(one.language, [])
        known = definite.setdefault(one.language, set())
        own: list[Entry] = []
        for form in one.wording.children[1:]:
            if form.name == "question":
                questions[one.key, one.language] = _text(form.children[0])
                continue
            if form.name == "supposed" and one.declaration.name == "fact":
                said = changes.get((one.key, one.language), ())
                if unfit := not_supposed(vocabulary, one.key, form, said):
                    label = Label(one.source, form.span)
                    problems.append(Diagnostic(unfit[0], unfit[1], label, help=unfit[2]))
                else:
                    changes[one.key, one.language] = (*said, supposed(form))
                continue
            if form.name == "choice" and (problem := _no_value(vocabulary, one, form)):
                problems.append(problem)
                continue
            try:
                new = tuple(_entries(one, form, nouns[one.language]))
            except KeyError as missing:
                message = f"`[{missing.args[0]}]` stands in this wording and is not declared"
                label = Label(one.source, form.span)
                problems.append(Diagnostic(Code.UNKNOWN_NAME, message, label))
                continue
            if any(not entry.items for entry in new):
                label = Label(one.source, form.span)
                message = "this wording has no words"
                problems.append(Diagnostic(Code.DECLARATION_NOT_UNDERSTOOD, message, label))
                continue
            if not new or (subject := _misnamed(form, one.slots, nouns[one.language])):
                label = Label(one.source, form.span)
                wrong = _no_use(one, form) if not new else _no_subject(form, subject)
                problems.append(
                    Diagnostic(Code.DECLARATION_NOT_UNDERSTOOD, wrong[0], label, help=wrong[1])
                )
            own += [e for e in new if e.terminal != "THE" or e.items not in known]
        made += own
        known.update(e.items for e in own if e.terminal == "THE")
    found = {language: tuple(made) for language, made in entries.items()}
    worded = replace(vocabulary, entries=found, questions=questions, supposed=changes)
    return worded, tuple(problems)


def _no_value(vocabulary: Vocabulary, one: Worded, form: Tree) -> Diagnostic | None:
    """Return that a wording is of a value that its fact does not have."""
    kind, _, name = one.key.partition(".")
    value = form.children[0].text
    fact = vocabulary.facts.get((kind, name))
    values = fact.type.values if fact and isinstance(fact.type, Choice) else ()
    if value in values or one.declaration.name != "fact":
        return None
    known = ", ".join(f"`{each}`" for each in values)
    label = Label(one.source, form.span)
    message = f"`{value}` is no value of `{one.key}`"
    help_ = f"use one of {known}" if known else "declare the values of the fact first"
    return Diagnostic(Code.UNKNOWN_NAME, message, label, help=help_)


def _no_use(one: Worded, form: Tree) -> tuple[str, str | None]:
    """Return that a wording has no use where it stands, and what is to be done."""
    lacks_bar = (one.declaration.name, form.name) == ("effect", "positive")
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
    """Return the definite noun that is meant by what a wording begins with, empty if it is one.

    Before: `a person | is sick`, where `the person` is declared. After: `the person`.
    Another word than that of the noun may be its form for several: `the persons | are sick`.
    """
    subject, bar, _ = _text(form.children[-1]).partition("|")
    said = items_of(subject, slots)
    if not bar or said in nouns:
        return ""
    for noun in nouns:
        if noun[1:] and len(said) <= len(noun) and said[-len(noun[1:]) :] == noun[1:]:
            return " ".join(map(str, noun))
    return ""


def _no_subject(form: Tree, noun: str) -> tuple[str, str]:
    subject, _, said = _text(form.children[-1]).partition("|")
    return (
        f"`{subject.strip()}` is not how a wording names what it speaks of",
        f'write "{noun} | {said.strip()}"',
    )


def _nouns(wordings: tuple[Worded, ...], language: str) -> dict[tuple[str | Slot, ...], str]:
    """Return the kinds that definite nouns name; a kind's own noun comes before a class's."""
    nouns: dict[tuple[str | Slot, ...], str] = {}
    for first in ("kind", "class", "concept"):
        for one in wordings:
            if one.language == language and one.declaration.name == first:
                for form in one.wording.children[1:]:
                    if form.name == "definite":
                        words = items_of(_text(form.children[0]), one.slots)
                        nouns.setdefault(words, one.key.partition(".")[0])
    return nouns


def _entries(
    one: Worded, form: Tree, nouns: Mapping[tuple[str | Slot, ...], str]
) -> Iterator[Entry]:
    kind = one.declaration.name
    label = Label(one.source, form.span)
    terminal = _TERMINALS.get((kind, form.name))
    if terminal is None:
        return
    text = _text(form.children[-1])
    subject, bar, predicate = text.partition("|")
    about = nouns.get(items_of(subject, one.slots), "") if bar else ""
    about = about or _about(one, nouns)

    def made(terminal: str, words: str, form_name: str = form.name) -> Entry:
        written = " ".join(words.replace("|", " ").split())
        items = items_of(written, one.slots)
        return Entry(terminal, key, form_name, items, written, about, label)

    key = one.key
    if terminal == "NOUN":
        key = f"{kind}:{one.key}"
        if _is_date(one.declaration):
            terminal = "DAY_NAME"
    elif terminal == "DAY_NAME" or terminal in ("CLASS", "CLASSES"):
        key = f"{kind}:{one.key}"
    elif terminal == "THE":
        key = about
    elif terminal == "CHOICE":
        key = f"{one.key}={form.children[0].text}"
    if terminal == "EFFECT":
        if bar:
            yield made("EFFECT", predicate)
        return
    if terminal == "PREDICATE":
        yield made("PREDICATE", text, "positive")
        return
    yield made(terminal, text)
    if terminal == "TEST" and bar:
        yield made("PREDICATE", predicate)


def _about(one: Worded, nouns: Mapping[tuple[str | Slot, ...], str]) -> str:
    """Return the kind that a noun names, by its definite form: `the person`."""
    for form in one.wording.children[1:]:
        if form.name == "definite":
            named = nouns.get(items_of(_text(form.children[0]), one.slots))
            if named:
                return named
    return one.key.partition(".")[0]


def _is_date(declaration: Tree) -> bool:
    return any(
        isinstance(part, Tree) and part.name == Basic.DATE.value
        for part in declaration.children
    )


def _text(node: Any) -> str:
    return " ".join(str(node.text).strip('"').split())
