"""Helps for a text that was not understood: what to write there.

A number, a mark or a sign of the structure that is not quite one is told as such. Else the text
is mended, if there is a way that reads (`lawc.syntax.mending`); where the ways would turn the
sense, they are named and none is proposed; and where there is no way, whole phrases that may
stand at the place are listed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lawc.diagnostics.model import Declaration, Fix, Label
from lawc.source import Source
from lawc.syntax import phrases
from lawc.syntax.citing import article_missing, cited_otherwise
from lawc.syntax.declaring import declarations
from lawc.syntax.denying import denial
from lawc.syntax.failed import Failed
from lawc.syntax.fixing import fix, instruction
from lawc.syntax.forms import (
    abbreviation,
    abbreviation_at_end,
    affirmation,
    number_beginning_with_point,
    short_denial,
    short_form,
    without_hyphen,
)
from lawc.syntax.listing import VALUE_HELPS, list_options, rank, words_of_phrase
from lawc.syntax.mending import Mended, Trial, mend
from lawc.syntax.naming import case_alone, name_ways
from lawc.syntax.near import Edit
from lawc.syntax.numbering import numbering_of
from lawc.syntax.otherwise import duty_after, note_help, way_to_say
from lawc.syntax.reader import WORD, Row
from lawc.syntax.spoken import words_of
from lawc.syntax.structure import structure_words
from lawc.syntax.wanting import missing_wording, without_bar
from lawc.syntax.words import folded

_FEW = 5  # words that a sentence in which nothing is known may have in common with others
_BULLET = re.compile(r"[ \t]*[^\w\s\[(|.;:,][ \t]*\w+[.)](?=\s)")  # of a word processor
_NUMBER = re.compile(r"(?:[0-9]+(?:-[0-9]+)*|\w)[ \t]?[.)](?=\s)")
_BRACKETED = re.compile(r"\((?P<number>\w{1,3})\)")  # `(a)` and `(1)` for `a)` and `1)`
_WITH_COMMA = re.compile(r"[0-9.]+,[0-9]")
_NEXT = re.compile(r"[ \t]*\n[ \t]*([0-9]+(?:-[0-9]+)*[.)])(?=\s|$)")  # on the next line


class Help(NamedTuple):
    """A help: what to do, and the texts that read, the best first."""

    text: str | None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Label, ...] = ()
    declarations: tuple[Declaration, ...] = ()


def suggestion(failure: Failed) -> Help:
    """Return what to write at the place where reading stopped."""
    structural = (
        abbreviation(failure)
        or _structural(failure)
        or number_beginning_with_point(failure)
        or _in_figures(failure)
        or article_missing(failure)
    )
    if structural:
        return Help(structural)
    hyphen = without_hyphen(failure)
    if hyphen is not None:
        return Help(hyphen[0], (hyphen[1],))
    comma = _comma(failure)
    if comma is not None:
        return comma
    mending = mend(failure, rank(failure, failure.reach.options))
    proposal = _proposal(failure, mending)
    whole = None if proposal else without_bar(failure)
    if whole is not None and whole.label is not None:
        label = Label(whole.label.source, whole.label.span, "declared here, without a bar")
        return Help(
            f"write `|` after the noun with which `{whole.written}` begins", (), (label,)
        )
    if proposal is None and mending.hint:
        return Help(instruction(failure, (mending.hint,), respelt=True))
    if proposal:
        wanted = declarations(failure) if mending.phrases else ()
        return proposal._replace(declarations=wanted)
    said = affirmation(failure) or way_to_say(failure)
    if said:
        return Help(said, declarations=declarations(failure) if _may_decide(failure) else ())
    form = missing_wording(failure)
    if form is not None:
        return Help(form.help, declarations=form.declarations)
    particular = (
        short_denial(failure)
        or denial(failure)
        or short_form(failure)
        or abbreviation_at_end(failure)
        or _if_any(failure)
        or cited_otherwise(failure)
        or case_alone(failure)
        or name_ways(failure, mending)
    )
    if particular:
        return Help(particular)
    return _declared(failure, _noted(failure))


def _may_decide(failure: Failed) -> bool:
    """Return whether a duty or a right may decide, with words that are yet to be declared.

    A duty of somebody of whom the vocabulary does not speak decides nothing, if it speaks of
    anybody.
    """
    speaks = any(entry.key.startswith("kind:") for entry in failure.sentences.entries)
    ahead = failure.place if speaks else len(failure.words) - 1
    return any(duty_after(failure, place) for place in range(failure.place - 1, ahead + 1))


def propose(failure: Failed, otherwise: str) -> Help:
    """Return texts that read; `otherwise` is the help if they are names."""
    mending = mend(failure, ())
    proposal = _proposal(failure, mending)
    if proposal is None:
        return Help(otherwise)
    return Help(otherwise, proposal.fixes) if mending.phrases else proposal


def try_edit(failure: Failed, edit: Edit) -> tuple[Fix, ...]:
    """Return an edit as a fix if the text reads with it."""
    trial = Trial(failure)
    verified = fix(failure, edit) if trial.keeps_words(edit) and trial.reads(edit) else None
    return (verified,) if verified else ()


def _proposal(failure: Failed, mending: Mended) -> Help | None:
    fixes = [(edit, verified) for edit in mending.fixes if (verified := fix(failure, edit))]
    if not fixes:
        return None
    text = instruction(failure, tuple(edit for edit, _ in fixes), respelt=mending.respelt)
    if mending.phrases:
        text += ", or declare in the vocabulary what else is to be said"
    return Help(text, tuple(verified for _, verified in fixes))


def _structural(failure: Failed) -> str | None:
    """Return how to write a number or a mark of the structure that is not quite one."""
    language = failure.sentences.language
    if failure.words[failure.place].folded == "[":
        marks = ", ".join(f"`[{word}]`" for word in structure_words(language).marks)
        return f"a mark stands at the end of a line and is one of {marks}"
    at = failure.words[failure.place].start
    begun = failure.source.text.rfind("\n", 0, at) + 1
    if _BULLET.match(failure.source.text, begun) and not failure.source.text[begun:at].strip():
        sign = failure.words[failure.place].folded
        return f"leave out the `{sign}`: the number alone begins an element"
    ends = failure.words[failure.place].folded == ":"
    after = (
        at
        + 1
        + len(failure.source.text[at + 1 :])
        - len(failure.source.text[at + 1 :].lstrip())
    )
    bracketed = _BRACKETED.match(failure.source.text, after if ends else at)
    first = ends or not failure.source.text[begun:at].strip()
    if bracketed and (first or failure.place == 0):
        return (
            f"write `{bracketed['number']})` at the beginning of a line, in a list that the "
            "sentence before it opens"
        )
    if (
        first
        and failure.place
        and not any(map(str.isalnum, failure.words[failure.place].folded))
    ):
        return "begin each item of a list with its number: `1)`"
    begins = _NUMBER.match(failure.source.text, failure.words[0].start)
    if failure.place < 2 and begins:  # noqa: PLR2004
        return f"leave out the second number, `{failure.written(0, 2)}`"
    number = _numbers(language).fullmatch(failure.source.text, begun, at)
    if number and failure.source.text[at].isupper():
        return f"write `{number.group().strip()}.`, if an element begins here"
    return None


def begins_next_line(source: Source, end: int) -> str | None:
    """Return what to do if a number of a sentence that stops at `end` begins the next line."""
    number = _NEXT.match(source.text, end)
    if number is None:
        return None
    written = number.group(1)
    return (
        f"if `{written}` belongs to it, write it on the line before: "
        "a line that begins so begins an element"
    )


@cache
def _numbers(language: str) -> re.Pattern[str]:
    """Return what a line begins with that begins an element, but for the sign after it."""
    article = re.escape(numbering_of("", language).levels[0].word)
    return re.compile(rf"[ \t]*(?:{article}[ \t]+)?[0-9]+(?:-[0-9]+)*[ \t]+")


def _in_figures(failure: Failed) -> str | None:
    """Return how to write a fraction in figures, as `1/3`, or a number with commas."""
    before = failure.words[max(0, failure.place - 3) : failure.place + 1]
    if any(_WITH_COMMA.match(failure.source.text, word.start) for word in before):
        return "write thousands apart with a space, and decimals after a point"
    around = failure.words[max(0, failure.place - 1) : failure.place + 2]
    if [word.folded.isdecimal() for word in around] != [True, False, True]:
        return None
    return VALUE_HELPS["fraction"] if around[1].folded == "/" else None


def _if_any(failure: Failed) -> str | None:
    """Return after what the words may stand that count nothing as zero.

    Before: `not more than 5 euro, if any`.
    """
    if_any = next(iter(words_of(failure.sentences.language, "noun_if_any")), "")
    said = tuple(folded(if_any))
    rows = (failure.words[: failure.place + more] for more in (0, 1))  # it may begin a list
    ends = (tuple(word.folded for word in row[-len(said) :]) for row in rows)
    if not if_any or said not in ends:
        return None
    return f"write `{if_any}` only after the name of an amount that a provision may give"


def _comma(failure: Failed) -> Help | None:
    """Return to leave out the comma before the place, or to put one there, if that helps."""
    before = failure.place - 1
    if "," in failure.following and failure.sort(failure.place) is None:
        comma = failure.words[failure.place]._replace(folded=",")
        row = (*failure.words[: failure.place], comma, *failure.words[failure.place :])
        if failure.reach_of(row).place > failure.place + 2:
            edit = Edit(failure.place, failure.place, (",",))
            if Trial(failure).sets_amounts_apart(edit):
                return None
            word = failure.written(failure.place, failure.place + 1)
            return Help(f"write `,` before `{word}`", try_edit(failure, edit))
    if before < 1 or failure.words[before].folded != ",":
        return None
    without = (*failure.words[:before], *failure.words[failure.place :])
    if failure.reach_of(without).place <= failure.place:
        return None
    word = failure.written(failure.place, failure.place + 1)
    return Help(
        f"leave out the comma before `{word}`",
        try_edit(failure, Edit(before, failure.place, ())),
    )


# --- a sentence that may be meant to decide nothing ------------------------------------------


def _noted(failure: Failed) -> str | None:
    """Return how to mark a sentence in which nothing is known as one that decides nothing."""
    begins_list = failure.words[-1].folded == ":"
    begun = failure.place > _FEW or _knows_a_phrase(failure)
    if failure.piece != "sentence" or begins_list or begun:
        return None
    note = note_help(failure.sentences.language)
    common = {word for text in failure.texts.values() for word in folded(text)}
    words = {word.folded for word in failure.words if word.folded.isalpha()} - common
    if any(
        words.intersection(words_of_phrase(option.entry.items))
        for option in failure.reach.options
    ):
        return f"{list_options(failure)}; {note}"
    return f"{note}; if it decides, declare in the vocabulary what it says"


def _knows_a_phrase(failure: Failed) -> bool:
    """Tell whether a phrase of the vocabulary stands anywhere in the text."""
    row = Row(failure.sentences.reader, failure.words)
    return any(
        match.entry.form != WORD
        for place in range(len(failure.words))
        for match in phrases.find(row.reader.root, row.folded, place, row.value)
    )


def _declared(failure: Failed, noted: str | None) -> Help:
    """Return the phrases that may stand at the place, and how another one is declared."""
    wanted = declarations(failure)
    known = noted or list_options(failure)
    if not wanted or noted:
        return Help(known, declarations=wanted)
    declare = "declare in the vocabulary what it says"
    return Help(f"{known}; or {declare}" if known else declare, declarations=wanted)
