"""Messages about a text that has no reading, or two.

The message says how far the text was understood; the help says what to write there, in whole
phrases of the law. What is tried first is the most particular: a joining word that does not
agree, a lead-in that leaves open how its items are joined, a thing that nobody introduced, a
value of another kind. What is left is a word that is not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Fix, Label
from lawc.source import Source, Span
from lawc.syntax import phrases
from lawc.syntax.failed import Failed, failed
from lawc.syntax.follow import Option
from lawc.syntax.forms import number_beginning_with_point
from lawc.syntax.listing import list_options, value_help, value_name
from lawc.syntax.near import Edit
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.otherwise import duty_after, note_help
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.reader import Row
from lawc.syntax.sentences import Sentences, Unread
from lawc.syntax.spoken import words_of
from lawc.syntax.suggest import begins_next_line, propose, suggestion, try_edit
from lawc.syntax.words import Word, folded, words

_CONTEXT = 5  # words before the one that is not understood
_BEGINNING = 4  # words by which a text that is not understood at all is named
_LISTS = ("list_of", "members_list")
_PIECES = {
    "sentence": "sentence",
    "class_item": "item of this list",
    "condition_item": "condition",
    "term_item": "definition",
    "step_item": "step",
    "case_item": "case of an amount",
    "row": "row of a table",
    "heads": "heads of a table",
    "row_of_table": "row",
}


def unread(
    text: Unread,
    sentences: Sentences,
    piece: str,
    source: Source,
    where: str,
    unfit: frozenset[Fix] = frozenset(),
) -> Diagnostic:
    """Return what is wrong with a piece of text that was not read; no fix is one of `unfit`."""
    if len(text.readings) > 1 and not text.stop.exceeded:
        return _two_readings(text, sentences, source, where)
    if text.readings or text.stop.exceeded:
        return _too_much(text, source, where)
    failure = replace(failed(text.words, sentences, piece, source, where), unfit=unfit)
    return (
        _mixed(failure)
        or _one_or_all(failure)
        or _not_introduced(failure)
        or _not_ended(failure)
        or _wrong_value(failure)
        or _not_understood(failure)
    )


# --- "and" beside "or" -----------------------------------------------------------------------


def _mixed(failure: Failed) -> Diagnostic | None:
    """Return that two joining words are mixed: had they been one, reading would go on."""
    if failure.place >= len(failure.words):
        return None
    word = failure.words[failure.place]
    if failure.place and failure.words[failure.place - 1].folded == ",":  # it decides nothing
        row = (*failure.words[: failure.place - 1], *failure.words[failure.place :])
        return _mixed(
            failed(row, failure.sentences, failure.piece, failure.source, failure.where)
        )
    language = failure.sentences.language
    joining = words_of(language, "both") | words_of(language, "either")
    names = {text: name for name, text in failure.texts.items() if text in joining}
    if word.folded not in names:
        return None
    for place in range(failure.place - 1, -1, -1):
        before = failure.words[place]
        taken = names.get(before.folded) in failure.reach.at.get(place, {})
        if before.folded == word.folded or before.folded not in names or not taken:
            continue
        changed = (*failure.words[:place], word, *failure.words[place + 1 :])
        if failure.reach_of(changed).place > failure.place:
            label = failure.label(place, place + 1, "first joined here")
            return failure.problem(
                Code.MIXED_CONNECTIVES,
                f"this sentence mixes `{before.folded}` with `{word.folded}`",
                "write the conditions as a list that says how they are joined: commas do not "
                "decide what belongs together",
                related=(label,),
            )
    return None


# --- a lead-in that does not say how its items are joined ------------------------------------


def _one_or_all(failure: Failed) -> Diagnostic | None:
    if failure.place != len(failure.words) - 1:
        return None
    leads: dict[str, str] = {}
    for option in failure.reach.options:
        if option.is_word and option.begun == failure.place:
            for tree in failure.readings_with(option.entry.written):
                how = _how(tree)
                if how is not None:
                    leads.setdefault(how, option.entry.written)
    if "any" not in leads or "all" not in leads:
        return None
    before = failure.written(max(0, failure.place - _CONTEXT), failure.place)
    return failure.problem(
        Code.ONE_OR_ALL,
        f"after `{before}` the lead-in does not say whether one or all of the items are needed",
        f"write `{leads['any']}` before the colon if one item is enough, `{leads['all']}` if "
        "all are needed",
    )


def _how(tree: Any) -> str | None:
    """Return the rule by which the list that a tree opens joins its items."""
    if not isinstance(tree, Tree):
        return None
    if tree.name in _LISTS:
        return str(tree.children[-1].name)
    return next((how for child in tree.children if (how := _how(child))), None)


# --- "the person" before "a person" ----------------------------------------------------------


def _not_introduced(failure: Failed) -> Diagnostic | None:
    row = Row(failure.sentences.reader, failure.words)
    for place, taken in failure.reach.at.items():
        if place > failure.place or "CLASS" not in taken:
            continue
        for match in phrases.find(row.reader.root, row.folded, place, row.value):
            introduced = failure.indefinite(match.entry)
            if match.entry.terminal != "THE" or introduced is None:
                continue
            before, after = failure.words[:place], failure.words[match.end :]
            spoken_of = "THE" in taken or match.end <= failure.place
            if spoken_of and not failure.reads((*before, *words(introduced), *after)):
                continue
            noun = failure.written(place, match.end)
            note = (
                f"; {note_help(failure.sentences.language)}"
                if duty_after(failure, match.end)
                else ""
            )
            return failure.problem(
                Code.NOT_INTRODUCED,
                f"`{noun}` has not been introduced: nothing before it in this sentence says "
                "who or what is meant",
                f"write `{introduced}` here, and `{match.entry.written}` only after it{note}",
                span=failure.span(place, match.end),
                fixes=try_edit(failure, Edit(place, match.end, folded(introduced))),
            )
    return None


# --- the end ---------------------------------------------------------------------------------


def _not_ended(failure: Failed) -> Diagnostic | None:
    if failure.place < len(failure.words):
        return None
    last = failure.words[-1].end
    comma = failure.words[-1].folded == ","
    row = failure.words[: len(failure.words) - comma]
    after = failure.written(max(0, len(row) - _CONTEXT), len(row))
    ends = [
        f"`{entry.written}`"
        for entry in failure.reach_of(row).endings
        if failure.reads((*row, *_at(entry.written, last)))
    ]
    signs = [sign for sign in dict.fromkeys(ends) if not any(map(str.isalpha, sign))]
    if "`;`" in signs and begins_next_line(failure.source, last):
        signs = ["`;`"]  # another item follows
    if signs:
        instead = ", not with a comma" if comma else ""
        message = f"this stops after `{after}` without a sign that ends it"
        help_: str | None = f"end it with {' or '.join(signs)}{instead}"
    else:
        message = f"this stops after `{after}`, before it is complete"
        help_ = begins_next_line(failure.source, last) or list_options(failure)
    span = Span(last - (comma and bool(signs)), last)
    fixes = tuple(Fix(span, sign.strip("`")) for sign in signs)
    return failure.problem(Code.SENTENCE_NOT_ENDED, message, help_, span=span, fixes=fixes)


def _at(text: str, offset: int) -> Iterator[Word]:
    return (Word(word.folded, offset, offset) for word in words(text))


# --- a value of another kind -----------------------------------------------------------------


def _wrong_value(failure: Failed) -> Diagnostic | None:
    begun = [option for option in failure.reach.options if option.begun < failure.place]
    wanting = [option for option in begun if isinstance(option.following, Slot)]
    if not wanting or len({_next(option) for option in begun}) > 1:
        return None
    slot = wanting[0].following
    assert isinstance(slot, Slot)
    word = failure.written(failure.place, failure.place + 1)
    begins = failure.written(wanting[0].begun, failure.place)
    otherwise = number_beginning_with_point(failure) or value_help(failure, slot)
    help_ = propose(failure, otherwise)
    return failure.problem(
        Code.WRONG_VALUE,
        f"`{begins}` needs {value_name(slot)} where `{word}` stands",
        help_.text,
        fixes=help_.fixes,
        declarations=help_.declarations,
    )


def _next(option: Option) -> str:
    following = option.following
    return (
        f"{following.rule}:{following.choice}"
        if isinstance(following, Slot)
        else f"`{following}`"
    )


# --- a word that is not understood -----------------------------------------------------------


def _not_understood(failure: Failed) -> Diagnostic:
    if failure.place == 0:
        beginning = failure.written(0, _BEGINNING)
        message = f"no {_PIECES[failure.piece]} begins with `{beginning}`"
    else:
        begun = min((option.begun for option in failure.reach.options), default=failure.place)
        first = begun if begun < failure.place else max(0, failure.place - _CONTEXT)
        word = failure.written(failure.place, failure.place + 1)
        message = f"`{word}` is not understood after `{failure.written(first, failure.place)}`"
    help_ = suggestion(failure)
    return failure.problem(
        Code.NOT_UNDERSTOOD,
        message,
        help_.text,
        fixes=help_.fixes,
        related=help_.related,
        declarations=help_.declarations,
    )


# --- too much of a sentence ------------------------------------------------------------------


def _too_much(text: Unread, source: Source, where: str) -> Diagnostic:
    """Return that a sentence has too many readings, or is built too deep, to be followed."""
    row = text.words
    beginning = " ".join(source.text[row[0].start : row[:_BEGINNING][-1].end].split())
    label = Label(source, Span(row[0].start, row[-1].end))
    if text.stop.exceeded:
        code = Code.TWO_READINGS
        message = f"the sentence that begins with `{beginning}` can be read in very many ways"
    else:
        code = Code.NOT_UNDERSTOOD
        message = f"the sentence that begins with `{beginning}` has too much inside itself"
    help_ = "say it in several sentences, or write the conditions as a list"
    return Diagnostic(code, message, label, (), help_, where)


# --- two readings ----------------------------------------------------------------------------


def _two_readings(text: Unread, sentences: Sentences, source: Source, where: str) -> Diagnostic:
    row = text.words
    differing = _differing(text.readings)
    span = Span(row[0].start, row[-1].end)
    spans = [phrase.span for each in differing for phrase in each]
    if spans:
        span = Span(min(span.start for span in spans), max(span.end for span in spans))
    words = " ".join(source.text[span.start : span.end].split())
    entries = [_declared(sentences, phrase) for each in differing for phrase in each]
    labels = dict.fromkeys(entry.label for entry in entries if entry and entry.label)
    ways = [
        " with ".join(
            f"`{entry.written}`" for phrase in each if (entry := _declared(sentences, phrase))
        )
        for each in differing
    ]
    if len(ways) > 1 and all(ways):
        message = f"`{words}` can be read as {', or as '.join(ways)}"
        help_ = "keep one of the wordings in the vocabulary, or make their words differ"
    else:
        message = f"`{words}` can be read in {len(text.readings)} ways"
        help_ = "write the conditions as a list, so that it shows what belongs together"
    return Diagnostic(
        Code.TWO_READINGS,
        message,
        Label(source, span),
        tuple(Label(label.source, label.span, "declared here") for label in labels),
        help_,
        where,
    )


def _differing(readings: tuple[Tree, ...]) -> list[list[Phrase]]:
    """Return, for each reading, the phrases that not all of them have."""
    phrases_of = [{_identity(each): each for each in _phrases(tree)} for tree in readings]
    common = set.intersection(*map(set, phrases_of))
    own = [[each for key, each in of.items() if key not in common] for of in phrases_of]
    return sorted(own, key=len)


def _declared(sentences: Sentences, phrase: Phrase) -> Entry | None:
    """Return the wording that a phrase is written with."""
    wanted = (phrase.terminal, phrase.key, phrase.form)
    entries = sentences.entries
    return next(
        (each for each in entries if (each.terminal, each.key, each.form) == wanted), None
    )


def _identity(phrase: Phrase) -> tuple[object, ...]:
    return (phrase.terminal, phrase.key, phrase.form, phrase.span)


def _phrases(tree: Any) -> Iterator[Phrase]:
    if isinstance(tree, Phrase):
        yield tree
    elif isinstance(tree, Tree):
        for child in tree.children:
            yield from _phrases(child)
