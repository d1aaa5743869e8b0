"""What to say of a text that has no reading, or two.

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
from lawc.syntax.listing import listed, value_help, value_name
from lawc.syntax.near import Edit
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.otherwise import duty_after, noted
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.reader import Row
from lawc.syntax.sentences import Sentences, Unread
from lawc.syntax.spoken import words_of
from lawc.syntax.suggest import begins_next_line, proposed, suggestion, tried
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
    "row": "row of a table",
}


def unread(
    found: Unread,
    sentences: Sentences,
    piece: str,
    source: Source,
    where: str,
    unfit: frozenset[Fix] = frozenset(),
) -> Diagnostic:
    """Return what is wrong with a piece of text that was not read; no fix is one of `unfit`."""
    if len(found.readings) > 1 and not found.stop.exceeded:
        return _two_readings(found, sentences, source, where)
    if found.readings or found.stop.exceeded:
        return _too_much(found, source, where)
    one = replace(failed(found.words, sentences, piece, source, where), unfit=unfit)
    return (
        _mixed(one)
        or _one_or_all(one)
        or _not_introduced(one)
        or _not_ended(one)
        or _wrong_value(one)
        or _not_understood(one)
    )


# --- "and" beside "or" -----------------------------------------------------------------------


def _mixed(one: Failed) -> Diagnostic | None:
    """Return that two joining words are mixed: had they been one, reading would go on."""
    if one.place >= len(one.words):
        return None
    word = one.words[one.place]
    if one.place and one.words[one.place - 1].folded == ",":  # it decides nothing
        row = (*one.words[: one.place - 1], *one.words[one.place :])
        return _mixed(failed(row, one.sentences, one.piece, one.source, one.where))
    language = one.sentences.language
    joining = words_of(language, "both") | words_of(language, "either")
    said = {text: name for name, text in one.texts.items() if text in joining}
    if word.folded not in said:
        return None
    for place in range(one.place - 1, -1, -1):
        before = one.words[place]
        taken = said.get(before.folded) in one.reach.at.get(place, {})
        if before.folded == word.folded or before.folded not in said or not taken:
            continue
        changed = (*one.words[:place], word, *one.words[place + 1 :])
        if one.reach_of(changed).place > one.place:
            label = one.label(place, place + 1, "first joined here")
            return one.problem(
                Code.MIXED_CONNECTIVES,
                f"this sentence mixes `{before.folded}` with `{word.folded}`",
                "write the conditions as a list that says how they are joined: commas do not "
                "decide what belongs together",
                related=(label,),
            )
    return None


# --- a lead-in that does not say how its items are joined ------------------------------------


def _one_or_all(one: Failed) -> Diagnostic | None:
    if one.place != len(one.words) - 1:
        return None
    said: dict[str, str] = {}
    for option in one.reach.options:
        if option.is_word and option.begun == one.place:
            for tree in one.readings_with(option.entry.written):
                how = _how(tree)
                if how is not None:
                    said.setdefault(how, option.entry.written)
    if "any" not in said or "all" not in said:
        return None
    before = one.said(max(0, one.place - _CONTEXT), one.place)
    return one.problem(
        Code.ONE_OR_ALL,
        f"after `{before}` the lead-in does not say whether one or all of the items are needed",
        f"write `{said['any']}` before the colon if one item is enough, `{said['all']}` if all "
        "are needed",
    )


def _how(tree: Any) -> str | None:
    """Return the rule by which the list that a tree opens joins its items."""
    if not isinstance(tree, Tree):
        return None
    if tree.name in _LISTS:
        return str(tree.children[-1].name)
    return next((found for child in tree.children if (found := _how(child))), None)


# --- "the person" before "a person" ----------------------------------------------------------


def _not_introduced(one: Failed) -> Diagnostic | None:
    row = Row(one.sentences.reader, one.words)
    for place, taken in one.reach.at.items():
        if place > one.place or "CLASS" not in taken or "THE" in taken:
            continue
        for found in phrases.find(row.reader.root, row.folded, place, row.value):
            if found.entry.terminal != "THE" or found.end <= one.place:
                continue
            introduced = one.indefinite(found.entry)
            if introduced is None:
                continue
            said = one.said(place, found.end)
            note = f"; {noted(one.sentences.language)}" if duty_after(one, found.end) else ""
            return one.problem(
                Code.NOT_INTRODUCED,
                f"`{said}` has not been introduced: nothing before it in this sentence says "
                "who or what is meant",
                f"write `{introduced}` here, and `{found.entry.written}` only after it{note}",
                span=one.span(place, found.end),
                fixes=tried(one, Edit(place, found.end, folded(introduced))),
            )
    return None


# --- the end ---------------------------------------------------------------------------------


def _not_ended(one: Failed) -> Diagnostic | None:
    if one.place < len(one.words):
        return None
    last = one.words[-1].end
    comma = one.words[-1].folded == ","
    row = one.words[: len(one.words) - comma]
    after = one.said(max(0, len(row) - _CONTEXT), len(row))
    ends = [
        f"`{entry.written}`"
        for entry in one.reach_of(row).endings
        if one.reads((*row, *_at(entry.written, last)))
    ]
    signs = [sign for sign in dict.fromkeys(ends) if not any(map(str.isalpha, sign))]
    if "`;`" in signs and begins_next_line(one.source, last):
        signs = ["`;`"]  # another item follows
    if signs:
        instead = ", not with a comma" if comma else ""
        message = f"this stops after `{after}` without a sign that ends it"
        help_: str | None = f"end it with {' or '.join(signs)}{instead}"
    else:
        message = f"this stops after `{after}`, before it is complete"
        help_ = begins_next_line(one.source, last) or listed(one)
    span = Span(last - (comma and bool(signs)), last)
    fixes = tuple(Fix(span, sign.strip("`")) for sign in signs)
    return one.problem(Code.SENTENCE_NOT_ENDED, message, help_, span=span, fixes=fixes)


def _at(text: str, offset: int) -> Iterator[Word]:
    return (Word(word.folded, offset, offset) for word in words(text))


# --- a value of another kind -----------------------------------------------------------------


def _wrong_value(one: Failed) -> Diagnostic | None:
    begun = [option for option in one.reach.options if option.begun < one.place]
    wanting = [option for option in begun if isinstance(option.following, Slot)]
    if not wanting or len({_next(option) for option in begun}) > 1:
        return None
    slot = wanting[0].following
    assert isinstance(slot, Slot)
    word = one.said(one.place, one.place + 1)
    otherwise = number_beginning_with_point(one) or value_help(one, slot)
    help_, fixes, _ = proposed(one, otherwise)
    return one.problem(
        Code.WRONG_VALUE,
        f"`{one.said(wanting[0].begun, one.place)}` needs {value_name(slot)} where `{word}` "
        "stands",
        help_,
        fixes=fixes,
    )


def _next(option: Option) -> str:
    one = option.following
    return f"{one.rule}:{one.choice}" if isinstance(one, Slot) else f"`{one}`"


# --- a word that is not understood -----------------------------------------------------------


def _not_understood(one: Failed) -> Diagnostic:
    if one.place == 0:
        said = one.said(0, _BEGINNING)
        message = f"no {_PIECES[one.piece]} begins with `{said}`"
    else:
        begun = min((option.begun for option in one.reach.options), default=one.place)
        first = begun if begun < one.place else max(0, one.place - _CONTEXT)
        word = one.said(one.place, one.place + 1)
        message = f"`{word}` is not understood after `{one.said(first, one.place)}`"
    help_, fixes, related = suggestion(one)
    return one.problem(Code.NOT_UNDERSTOOD, message, help_, fixes=fixes, related=related)


# --- too much of a sentence ------------------------------------------------------------------


def _too_much(found: Unread, source: Source, where: str) -> Diagnostic:
    """Return that a sentence has too many readings, or is built too deep, to be followed."""
    row = found.words
    said = " ".join(source.text[row[0].start : row[:_BEGINNING][-1].end].split())
    label = Label(source, Span(row[0].start, row[-1].end))
    if found.stop.exceeded:
        code = Code.TWO_READINGS
        message = f"the sentence that begins with `{said}` can be read in very many ways"
    else:
        code = Code.NOT_UNDERSTOOD
        message = f"the sentence that begins with `{said}` has too much inside itself"
    help_ = "say it in several sentences, or write the conditions as a list"
    return Diagnostic(code, message, label, (), help_, where)


# --- two readings ----------------------------------------------------------------------------


def _two_readings(
    found: Unread, sentences: Sentences, source: Source, where: str
) -> Diagnostic:
    row = found.words
    differing = _differing(found.readings)
    span = Span(row[0].start, row[-1].end)
    spans = [phrase.span for each in differing for phrase in each]
    if spans:
        span = Span(min(one.start for one in spans), max(one.end for one in spans))
    said = " ".join(source.text[span.start : span.end].split())
    entries = [_declared(sentences, phrase) for each in differing for phrase in each]
    declared = dict.fromkeys(one.label for one in entries if one is not None and one.label)
    ways = [
        " with ".join(
            f"`{one.written}`" for phrase in each if (one := _declared(sentences, phrase))
        )
        for each in differing
    ]
    if len(ways) > 1 and all(ways):
        message = f"`{said}` can be read as {', or as '.join(ways)}"
        help_ = "keep one of the wordings in the vocabulary, or make their words differ"
    else:
        message = f"`{said}` can be read in {len(found.readings)} ways"
        help_ = "write the conditions as a list, so that it shows what belongs together"
    return Diagnostic(
        Code.TWO_READINGS,
        message,
        Label(source, span),
        tuple(Label(one.source, one.span, "declared here") for one in declared),
        help_,
        where,
    )


def _differing(readings: tuple[Tree, ...]) -> list[list[Phrase]]:
    """Return, for each reading, the phrases that not all of them have."""
    found = [{_identity(one): one for one in _phrases(tree)} for tree in readings]
    common = set.intersection(*(set(one) for one in found))
    own = [[one for key, one in each.items() if key not in common] for each in found]
    return sorted(own, key=len)


def _declared(sentences: Sentences, phrase: Phrase) -> Entry | None:
    """Return the wording that a phrase is written with."""
    for one in sentences.entries:
        if (one.terminal, one.key, one.form) == (phrase.terminal, phrase.key, phrase.form):
            return one
    return None


def _identity(phrase: Phrase) -> tuple[object, ...]:
    return (phrase.terminal, phrase.key, phrase.form, phrase.span)


def _phrases(tree: Any) -> Iterator[Phrase]:
    if isinstance(tree, Phrase):
        yield tree
    elif isinstance(tree, Tree):
        for child in tree.children:
            yield from _phrases(child)
