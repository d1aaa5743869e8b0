"""What to write where a text was not understood.

A number, a mark or a sign of the structure that is not quite one is told as such. Else the text
is mended, if there is a way that reads (`lawc.syntax.mending`); where the ways would turn the
sense, they are named and none is proposed; and where there is no way, whole phrases that may
stand at the place are listed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lawc.diagnostics.model import Fix, Label
from lawc.source import Source
from lawc.syntax import phrases
from lawc.syntax.declaring import declaration
from lawc.syntax.denying import denied
from lawc.syntax.failed import Failed
from lawc.syntax.fixing import fix, told
from lawc.syntax.forms import (
    abbreviated,
    affirmed,
    ended_by_abbreviation,
    hyphened,
    number_beginning_with_point,
    short_form,
    shortened,
)
from lawc.syntax.listing import VALUE_HELPS, listed, ranked, words_of_phrase
from lawc.syntax.mending import Mended, Trial, mended
from lawc.syntax.naming import article_missing, named
from lawc.syntax.near import Edit
from lawc.syntax.otherwise import noted, otherwise
from lawc.syntax.reader import WORD, Row
from lawc.syntax.spoken import words_of
from lawc.syntax.structure import structure_words
from lawc.syntax.tables import table
from lawc.syntax.wanting import wanting, without_bar
from lawc.syntax.words import folded

_FEW = 5  # words that a sentence in which nothing is known may have in common with others
_BULLET = re.compile(r"[ \t]*[^\w\s\[(|.;:,][ \t]*\w+[.)](?=\s)")  # of a word processor
_NUMBER = re.compile(r"(?:[0-9]+(?:-[0-9]+)*|\w)[ \t]?[.)](?=\s)")
_BRACKETED = re.compile(r"\((?P<number>\w{1,3})\)")  # `(a)` and `(1)` for `a)` and `1)`
_WITH_COMMA = re.compile(r"[0-9.]+,[0-9]")
_NEXT = re.compile(r"[ \t]*\n[ \t]*([0-9]+(?:-[0-9]+)*[.)])(?=\s|$)")  # on the next line


class Help(NamedTuple):
    """What to do, and what to write for it: the texts that read, the best first."""

    text: str | None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Label, ...] = ()


def suggestion(one: Failed) -> Help:
    """Return what to write at the place where `one` was not understood."""
    structural = (
        abbreviated(one)
        or _structural(one)
        or number_beginning_with_point(one)
        or _in_figures(one)
        or article_missing(one)
    )
    if structural:
        return Help(structural)
    hyphen = hyphened(one)
    if hyphen is not None:
        return Help(hyphen[0], (hyphen[1],))
    comma = _comma(one)
    if comma is not None:
        return comma
    found = mended(one, ranked(one, one.reach.options))
    made = _proposal(one, found)
    whole = None if made else without_bar(one)
    if whole is not None and whole.label is not None:
        label = Label(whole.label.source, whole.label.span, "declared here, without a bar")
        return Help(
            f"write `|` after the noun with which `{whole.written}` begins", (), (label,)
        )
    if made is None and found.hint:
        return Help(told(one, (found.hint,), respelt=True))
    particular = (
        affirmed(one)
        or otherwise(one)
        or wanting(one)
        or shortened(one)
        or denied(one)
        or short_form(one)
        or ended_by_abbreviation(one)
        or _if_any(one)
        or named(one, found)
    )
    return made or Help(particular or _noted(one) or _declared(one))


def proposed(one: Failed, otherwise: str) -> Help:
    """Return texts with which `one` reads; `otherwise` is what is said if they are names."""
    found = mended(one, ())
    made = _proposal(one, found)
    if made is None:
        return Help(otherwise)
    return Help(otherwise, made.fixes) if found.phrases else made


def tried(one: Failed, edit: Edit) -> tuple[Fix, ...]:
    """Return an edit as a fix if the text reads with it."""
    trial = Trial(one)
    made = fix(one, edit) if trial.keeps_words(edit) and trial.reads(edit) else None
    return (made,) if made else ()


def _proposal(one: Failed, found: Mended) -> Help | None:
    fixes = [(edit, made) for edit in found.fixes if (made := fix(one, edit))]
    if not fixes:
        return None
    text = told(one, tuple(edit for edit, _ in fixes), respelt=found.respelt)
    if found.phrases:
        text += ", or declare in the vocabulary what else is to be said"
    return Help(text, tuple(made for _, made in fixes))


def _structural(one: Failed) -> str | None:
    """Return how to write a number or a mark of the structure that is not quite one."""
    language = one.sentences.language
    if one.words[one.place].folded == "[":
        marks = ", ".join(f"`[{word}]`" for word in structure_words(language).marks)
        return f"a mark stands at the end of a line and is one of {marks}"
    at = one.words[one.place].start
    begun = one.source.text.rfind("\n", 0, at) + 1
    if _BULLET.match(one.source.text, begun) and not one.source.text[begun:at].strip():
        return (
            f"leave out the `{one.words[one.place].folded}`: the number alone begins an element"
        )
    ends = one.words[one.place].folded == ":"
    after = at + 1 + len(one.source.text[at + 1 :]) - len(one.source.text[at + 1 :].lstrip())
    bracketed = _BRACKETED.match(one.source.text, after if ends else at)
    first = ends or not one.source.text[begun:at].strip()
    if bracketed and (first or one.place == 0):
        return (
            f"write `{bracketed['number']})` at the beginning of a line, in a list that the "
            "sentence before it opens"
        )
    if first and one.place and not any(map(str.isalnum, one.words[one.place].folded)):
        return "begin each item of a list with its number: `1)`"
    if one.place < 2 and _NUMBER.match(one.source.text, one.words[0].start):  # noqa: PLR2004
        return f"leave out the second number, `{one.said(0, 2)}`"
    number = _numbers(language).fullmatch(one.source.text, begun, at)
    if number and one.source.text[at].isupper():
        return f"write `{number.group().strip()}.`, if an element begins here"
    return None


def begins_next_line(source: Source, end: int) -> str | None:
    """Return what to do if a number of a sentence that stops at `end` begins the next line."""
    found = _NEXT.match(source.text, end)
    if found is None:
        return None
    said = found.group(1)
    return (
        f"if `{said}` belongs to it, write it on the line before: "
        "a line that begins so begins an element"
    )


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """Return what a line begins with that begins an element, but for the sign after it."""
    article = re.escape(table((f"words.{language}",), ("words",)).texts["ARTICLE"])
    return re.compile(rf"[ \t]*(?:{article}[ \t]+)?[0-9]+(?:-[0-9]+)*[ \t]+")


def _in_figures(one: Failed) -> str | None:
    """Return how to write a fraction in figures, as `1/3`, or a number with commas."""
    before = one.words[max(0, one.place - 3) : one.place + 1]
    if any(_WITH_COMMA.match(one.source.text, word.start) for word in before):
        return "write thousands apart with a space, and decimals after a point"
    around = one.words[max(0, one.place - 1) : one.place + 2]
    if [word.folded.isdecimal() for word in around] != [True, False, True]:
        return None
    return VALUE_HELPS["fraction"] if around[1].folded == "/" else None


def _if_any(one: Failed) -> str | None:
    """Return after what the words may stand that count nothing as zero.

    Before: `not more than 5 euro, if any`.
    """
    said = next(iter(words_of(one.sentences.language, "noun_if_any")), "")
    row = tuple(word.folded for word in one.words[: one.place + 1])
    if not said or row[-len(folded(said)) :] != tuple(folded(said)):
        return None
    return f"write `{said}` only after the name of an amount that a provision may give"


def _comma(one: Failed) -> Help | None:
    """Return to leave out the comma before the place, or to put one there, if that helps."""
    before = one.place - 1
    if "," in one.following and one.sort(one.place) is None:
        comma = one.words[one.place]._replace(folded=",")
        row = (*one.words[: one.place], comma, *one.words[one.place :])
        if one.reach_of(row).place > one.place + 2:
            word = one.said(one.place, one.place + 1)
            made = tried(one, Edit(one.place, one.place, (",",)))
            return Help(f"write `,` before `{word}`", made)
    if before < 1 or one.words[before].folded != ",":
        return None
    without = (*one.words[:before], *one.words[one.place :])
    if one.reach_of(without).place <= one.place:
        return None
    word = one.said(one.place, one.place + 1)
    return Help(f"leave out the comma before `{word}`", tried(one, Edit(before, one.place, ())))


# --- a sentence that may be meant to decide nothing ------------------------------------------


def _noted(one: Failed) -> str | None:
    """Return how to mark a sentence in which nothing is known as one that decides nothing."""
    begins_list = one.words[-1].folded == ":"
    begun = one.place > _FEW or _knows_a_phrase(one)
    if one.piece != "sentence" or begins_list or begun:
        return None
    note = noted(one.sentences.language)
    common = {word for text in one.texts.values() for word in folded(text)}
    said = {word.folded for word in one.words if word.folded.isalpha()} - common
    if any(
        said.intersection(words_of_phrase(option.entry.items)) for option in one.reach.options
    ):
        return f"{listed(one)}; {note}"
    return f"{note}; if it decides, declare in the vocabulary what it says"


def _knows_a_phrase(one: Failed) -> bool:
    """Tell whether a phrase of the vocabulary stands anywhere in the text."""
    row = Row(one.sentences.reader, one.words)
    return any(
        found.entry.form != WORD
        for place in range(len(one.words))
        for found in phrases.find(row.reader.root, row.folded, place, row.value)
    )


def _declared(one: Failed) -> str | None:
    """Return the phrases that may stand at the place, and how another one is declared."""
    known, wanted = listed(one), declaration(one)
    if not wanted:
        return known
    return f"{known}; or declare {wanted}" if known else f"declare {wanted}"
