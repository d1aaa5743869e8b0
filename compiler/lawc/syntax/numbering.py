"""Numbering: the levels of elements of a jurisdiction, their labels and numbers.

A file `<language>.numbering` beside the vocabulary shows the first label of each level:

section     "Section 1."  with headings
subsection  "(a)"
paragraph   "(1)"

A number is a word of its level without the signs around it: `63`, `a`, `7-1`, `8A`, `iv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache, cached_property, lru_cache
from pathlib import Path

from lawc.records import dataclass
from lawc.syntax.tables import grammar_folder

SHORT = {
    "article": "art",
    "section": "sec",
    "rule": "rule",
    "regulation": "reg",
    "subsection": "subsec",
    "paragraph": "para",
    "subparagraph": "subpara",
    "point": "point",
    "subpoint": "subpoint",
    "clause": "cl",
    "subclause": "subcl",
    "item": "item",
}
DEEPEST = 6  # levels; `statute.lark` has as many
_MOST_INSERTED = 4  # insertions into insertions: 5-1-1-1
_LINE = re.compile(
    r'(?P<key>[a-z]+)\s+"(?P<label>[^"]*)"(?P<lists>\s+in lists)?(?P<headed>\s+with headings)?'
)
_LABEL = re.compile(
    r"(?:(?P<word>[^\s\d()]+)\s+)?(?P<before>\(?)(?P<first>[1aAiI])(?P<close>\)?\.?)"
)
_FIRST = re.compile(r"\d+|[^\W\d_]+")
_INSERTED = re.compile(r"\d+|[^\W\d_]")
_ROMAN = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5),
          ("iv", 4), ("i", 1))  # fmt: skip
_DIGITS = "0123456789"


class NumberingError(Exception):
    """A file of levels that is not understood; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of elements: how its labels are written.

    `first` is the number of its first element, and tells how it counts: `1`, `a`, `A`, `i` or
    `I`. Elements of an `item` level are always items of a list; those of a level that `lists`
    may be: where a sentence announces a list.
    """

    key: str
    rank: int
    word: str
    before: str
    first: str
    after: str
    item: bool
    lists: bool
    headed: bool
    pattern: re.Pattern[str] = field(compare=False, repr=False)

    def label(self, number: str) -> str:
        """Return the label of the element of a number: `Section 5.`, `(a)`."""
        return f"{self.word} {self.before}{number}{self.after}".lstrip()

    def order(self, number: str) -> tuple[int, ...]:
        """Return the place of a number among those of its level."""
        first = _FIRST.match(number)
        assert first is not None
        inserted = _INSERTED.findall(number, first.end())
        return (self._count(first[0]), *map(_counted, inserted))

    def is_number(self, text: str) -> bool:
        """Return whether a text is a number of this level: `iv` may be, `ivx` is none."""
        match = _FIRST.match(text)
        if match is None:
            return False
        if self.first in "iI":
            return roman(match[0].lower()) > 0
        return match[0].isdigit() if self.first == "1" else match[0].isalpha()

    def _count(self, text: str) -> int:
        if text[0].isdigit():
            return int(text)
        if self.first in "iI":
            return roman(text.lower())
        return ord(text[0]) + 26 * (len(text) - 1)  # aa after z

    def follows(self, number: str, following: str) -> bool:
        """Return whether one number may stand after another: 6 and 5-1 after 5."""
        old, new = self.order(number), self.order(following)
        if len(new) > _MOST_INSERTED:
            return False
        return new == (*old, 1) or new in {
            (*old[:depth], old[depth] + 1) for depth in range(len(old))
        }

    def after_number(self, number: str) -> str:
        """Return the number that stands after another, where nothing is inserted."""
        first = _FIRST.match(number)
        assert first is not None
        *_, last = first, *_INSERTED.finditer(number, first.end())
        return number[: last.start()] + self._next(last[0], inserted=last is not first)

    def _next(self, text: str, *, inserted: bool) -> str:
        if text.isdigit():
            return str(int(text) + 1)
        if self.first in "iI" and not inserted:
            following = in_roman(roman(text.lower()) + 1)
            return following.upper() if self.first == "I" else following
        if text[0] in "zZ":
            return chr(ord(text[0]) - 25) * (len(text) + 1)
        return chr(ord(text[0]) + 1) * len(text)

    def like(self, other: Level) -> bool:
        """Return whether the labels of two levels have the same signs and word."""
        return (self.word, self.before, self.after) == (other.word, other.before, other.after)


@dataclass(frozen=True)
class Numbering:
    """The levels of a jurisdiction, from the highest down."""

    levels: tuple[Level, ...]

    @cached_property
    def by_key(self) -> dict[str, Level]:
        """The levels by their names."""
        return {level.key: level for level in self.levels}

    @cached_property
    def listing(self) -> frozenset[str]:
        """The names of the levels whose elements can be items of a list."""
        return frozenset(level.key for level in self.levels if level.lists)

    @cached_property
    def items(self) -> frozenset[str]:
        """The names of the levels whose elements are always items of a list."""
        return frozenset(level.key for level in self.levels if level.item)

    @cached_property
    def bracketed(self) -> bool:
        """Whether some labels stand in brackets, and citations with them."""
        return any(level.before for level in self.levels)

    @cached_property
    def first_item(self) -> str:
        """The label of the first item of a list."""
        level = next((level for level in self.levels if level.lists), self.levels[-1])
        return level.label(level.first)

    @property
    def top(self) -> str:
        """The name of the highest level."""
        return self.levels[0].key

    @cached_property
    def upwards(self) -> tuple[str, ...]:
        """The names of the levels in the order of siblings: the deepest stand first."""
        return tuple(level.key for level in reversed(self.levels))

    @cached_property
    def by_sign(self) -> dict[str, tuple[Level, ...]]:
        """The levels by the letter, digit or sign with which their labels can begin.

        Those that begin with any letter stand under no sign.
        """
        signs: dict[str, list[Level]] = {}
        for level in self.levels:
            for sign in _begins(level):
                signs.setdefault(sign, []).append(level)
        return {sign: tuple(levels) for sign, levels in signs.items()}


def _begins(level: Level) -> tuple[str, ...]:
    if level.word or level.before:
        return ((level.word or level.before)[0],)
    return tuple(_DIGITS) if level.first == "1" else ("",)


@lru_cache(maxsize=64)
def numbering_of(text: str, language: str) -> Numbering:
    """Return the levels that a file declares; those of the language if its text is empty.

    Raises:
        NumberingError: the file is not understood.
    """
    return _read(text or _default(language))


def numbering_beside(act: Path, language: str) -> str:
    """Return how the jurisdiction of an act numbers its elements, empty if it does not say so.

    An amending act may stand a folder deeper than the act.

    Raises:
        NumberingError: the file that says it cannot be read, or is not understood.
    """
    files = (above / f"{language}.numbering" for above in act.resolve().parents[1:3])
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        return ""
    name = f"{file.parent.name}/{file.name}"
    try:
        text = file.read_text(encoding="utf-8-sig")
        numbering_of(text, language)
    except UnicodeDecodeError as error:
        raise NumberingError(f"`{name}` is not UTF-8 text") from error
    except OSError as error:
        raise NumberingError(f"`{name}` cannot be read: {error.strerror}") from error
    except NumberingError as error:
        raise NumberingError(f"`{name}`, {error}") from error
    return text


@cache
def _default(language: str) -> str:
    return (grammar_folder() / f"{language}.numbering").read_text(encoding="utf-8")


def _read(text: str) -> Numbering:
    rows: list[tuple[str, re.Match[str], re.Match[str]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        declared = line.partition("#")[0].strip()
        if not declared:
            continue
        match = _LINE.fullmatch(declared)
        label = match and _LABEL.fullmatch(match["label"])
        if match is None or not label:
            raise NumberingError(
                f"line {number}: `{declared}` is no level; write its name and the label of its "
                'first element, such as `paragraph "(1)"`'
            )
        _check(number, match, label, rows)
        rows.append((match["key"], match, label))
    if not rows:
        raise NumberingError('it declares no level; write one, such as `section "Section 1."`')
    flagged = any(match["lists"] for _, match, _ in rows)
    return Numbering(tuple(_levels(rows, flagged=flagged)))


def _check(
    number: int,
    match: re.Match[str],
    label: re.Match[str],
    rows: list[tuple[str, re.Match[str], re.Match[str]]],
) -> None:
    """Raise an error for a level that cannot stand after those before it."""
    key = match["key"]
    if key not in SHORT:
        known = ", ".join(f"`{name}`" for name in SHORT)
        raise NumberingError(
            f"line {number}: `{key}` is no name of a level; these are: {known}"
        )
    if any(key == other for other, _, _ in rows):
        raise NumberingError(f"line {number}: `{key}` stands a second time")
    if any(label[0] == other[0] for _, _, other in rows):
        raise NumberingError(f"line {number}: the label `{label[0]}` stands a second time")
    if not (label["word"] or label["before"] or label["close"]):
        raise NumberingError(
            f"line {number}: `{label[0]}` would make an element of every line that begins with "
            f"a number; write a word or a sign beside it, such as `{label[0]}.`"
        )
    if len(rows) == DEEPEST:
        raise NumberingError(f"line {number}: there are more than {DEEPEST} levels")


def _levels(
    rows: list[tuple[str, re.Match[str], re.Match[str]]], *, flagged: bool
) -> Iterator[Level]:
    shapes = {tuple(label.group("word", "before", "first", "close")) for *_, label in rows}
    for rank, (key, match, label) in enumerate(rows):
        word, before, first, after = label.group("word", "before", "first", "close")
        big = (word, before, "A", after) in shapes or (word, before, "I", after) in shapes
        number = _number(first, big=big, points=bool(word or before))
        lead = rf"{re.escape(word)}[^\S\n]+" if word else ""
        pattern = (
            rf"[^\S\n]*{lead}{re.escape(before)}(?P<number>{number}){re.escape(after)}"
            r"(?=\s|$)[^\S\n]*"
        )
        yield Level(
            key,
            rank,
            word or "",
            before,
            first,
            after,
            item=match["lists"] is not None,
            lists=match["lists"] is not None if flagged else rank > 0,
            headed=rank == 0 or match["headed"] is not None,
            pattern=re.compile(pattern),
        )


def _number(first: str, *, big: bool, points: bool) -> str:
    """Return the expression of the numbers of a level that begins with `first`.

    An inserted one is written `7-1` or `8A`; `7.1` where a word or a sign stands before it.
    """
    sign = "[-.]" if points else "-"
    inserted = rf"{sign}[0-9]{{1,9}}"
    match first:
        case "1":
            return rf"[0-9]{{1,9}}(?:{inserted}|[A-Z]{{1,2}}(?![a-z]))*"
        case "a":
            letter = "[a-z]" if big else r"[^\W\d_]"
        case "A":
            letter = "[A-Z]"
        case "i":
            return rf"[ivxlc]{{1,12}}(?:{inserted})*"
        case _:
            return rf"[IVXLC]{{1,12}}(?:{inserted})*"
    return rf"(?P<letter>{letter})(?P=letter){{0,2}}(?:{inserted})*"


def citation(path: tuple[tuple[str, str], ...]) -> str:
    """Return the short citation of an element by its levels and numbers: `2(1)(3)`."""
    numbers = [number for _, number in path]
    return "".join([*numbers[:1], *(f"({number})" for number in numbers[1:])])


def roman(text: str) -> int:
    """Return a Roman number, 0 for letters that are none: `iv` is 4."""
    value, rest = 0, text
    for letters, worth in _ROMAN:
        while rest.startswith(letters):
            value, rest = value + worth, rest[len(letters) :]
    return 0 if rest or in_roman(value) != text else value


def in_roman(number: int) -> str:
    """Return a number in small Roman letters."""
    text = ""
    for letters, worth in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _counted(inserted: str) -> int:
    return int(inserted) if inserted.isdigit() else ord(inserted.upper()) - ord("A") + 1
