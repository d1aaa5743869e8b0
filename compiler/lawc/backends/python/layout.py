"""Expressions of Python laid out as `ruff format` leaves them: flat, or one part a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from typing import TypeAlias, assert_never

from lawc.backends.python.text import WIDTH
from lawc.records import dataclass

# The one line of a code is kept: what stands around it asks for it again and again.
_keep = object.__setattr__
_CALLED = re.compile(r"[A-Za-z_][\w.]*")


@dataclass(frozen=True, slots=True)
class Call:
    """`head(args)`; `spread` puts each argument on a line of its own in any case."""

    head: str
    args: tuple[Code, ...]
    spread: bool = False
    brackets: str = "()"
    line: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        line = None
        if not self.spread:
            lines = [part if isinstance(part, str) else part.line for part in self.args]
            if None not in lines:
                inner = ", ".join(lines)  # type: ignore[arg-type]  # none of them is None
                comma = (
                    "," if len(lines) == 1 and not self.head and self.brackets == "()" else ""
                )
                line = f"{self.head}{self.brackets[0]}{inner}{comma}{self.brackets[1]}"
        _keep(self, "line", line)


@dataclass(frozen=True, slots=True)
class Chain:
    """The parts joined by `and` or `or`."""

    word: str
    parts: tuple[Code, ...]
    line: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        inner = [part if isinstance(part, str) else _operand(part) for part in self.parts]
        line = None if None in inner else f" {self.word} ".join(inner)  # type: ignore[arg-type]
        _keep(self, "line", line)


@dataclass(frozen=True, slots=True)
class Before:
    """A word such as `not ` or `lambda offence: ` before an expression."""

    word: str
    part: Code
    line: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        line = _operand(self.part) if self.word == "not " else flat(self.part)
        _keep(self, "line", None if line is None else self.word + line)


@dataclass(frozen=True, slots=True)
class Remarked:
    """An argument with a comment on the line above: it needs several lines."""

    comment: str
    part: Code
    line: None = field(default=None, init=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class After:
    """Words such as ` is None` after an expression."""

    part: Code
    words: str
    line: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        line = _operand(self.part)
        _keep(self, "line", None if line is None else line + self.words)


@dataclass(frozen=True, slots=True)
class Kept:
    """What `part` computes, kept under `name`."""

    name: str
    part: Code
    line: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        line = flat(self.part)
        _keep(self, "line", f"({self.name} := {line})" if line else None)


@dataclass(frozen=True, slots=True)
class Bits:
    """The bits of `number` that `word` has: true where there is one."""

    word: Code
    number: int
    line: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        line = flat(self.word)
        _keep(self, "line", f"{line} & {self.number}" if line else None)


@dataclass(frozen=True, slots=True)
class Versus:
    """Two values compared: `left < right`."""

    left: str
    sign: str
    right: str
    line: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        _keep(self, "line", f"{self.left} {self.sign} {self.right}")


Code: TypeAlias = str | Call | Chain | Before | Remarked | After | Kept | Bits | Versus


def row(parts: Sequence[Code]) -> Code:
    """Return a tuple of the parts."""
    return Call("", tuple(parts)) if parts else "()"


def flat(code: Code) -> str | None:
    """Return `code` on one line, None where it needs several."""
    return code if isinstance(code, str) else code.line


def _operand(part: Code) -> str | None:
    line = flat(part)
    return f"({line})" if line is not None and isinstance(part, Chain) else line


def laid_out(code: Code, indent: int, used: int = 0, tail: int = 1) -> str:
    """Return `code` where `used` columns of its line stand before it and `tail` after it.

    A chain or a comparison too long for its line comes in brackets; a chain of two parts of
    which the first or the last has brackets of its own is broken there instead.
    """
    line = flat(code)
    if line is not None and indent + used + len(line) + tail <= WIDTH:
        return line
    if _compares(code):
        inner = _broken(code, indent + 4, 0, 0)
        return f"(\n{' ' * (indent + 4)}{inner}\n{' ' * indent})"
    if isinstance(code, Chain) and len(code.parts) == 2:  # noqa: PLR2004 - see above
        first, last = code.parts
        if _compares(first) or _compares(last):
            return _broken(code, indent, used, tail)
        begins = _kept(first) or (_bracketed(first) and not isinstance(first, Before))
        if begins or _bracketed(last):
            return _hugged(code.word, first, last, indent, used, tail)
    return _broken(code, indent, used, tail)


def _compares(part: Code) -> bool:
    """Tell whether `part` is a comparison, which is broken only within brackets around it."""
    return isinstance(part, Versus) or (isinstance(part, Before) and _compares(part.part))


def _kept(part: Code) -> bool:
    """Tell whether `part` is what is kept under a name, with words after it."""
    return isinstance(part, After) and isinstance(part.part, Kept)


def _bracketed(part: Code) -> bool:
    """Tell whether `part` has brackets of its own where it stands in a chain."""
    match part:
        case Chain() | Kept():
            return True
        case Call(_, args):
            return bool(args)
        case Before("not ", inner):
            return _bracketed(inner)
        case _:
            return False


def _hugged(word: str, first: Code, last: Code, indent: int, used: int, tail: int) -> str:
    """Return two parts joined, broken inside their own brackets only."""
    opening = len(_opening(last))
    room = WIDTH - indent - used - len(word) - 2 - opening
    line = _operand(first)
    if line is None or len(line) > room or not (_bracketed(last) or _kept(last)):
        line = _enclosed(first, indent, WIDTH, 0, brackets=True)
    lead = f"{line} {word} "
    before = len(lead.rpartition("\n")[2]) - (indent if "\n" in lead else -used)
    return lead + _enclosed(last, indent, before, tail, brackets=True)


def _opening(part: Code) -> str:
    match part:
        case Chain() | Kept():
            return "("
        case Call(head):
            return f"{head}{part.brackets[0]}"
        case Before(word, inner):
            return word + _opening(inner)
        case After(Kept()):
            return "("
        case _:
            return _operand(part) or ""


def _broken(code: Code, indent: int, used: int, tail: int) -> str:
    line = flat(code)
    if line is not None and indent + used + len(line) + tail <= WIDTH:
        return line
    pad = " " * (indent + 4)
    match code:
        case str():
            parsed = _parsed(code)
            return code if isinstance(parsed, str) else _broken(parsed, indent, used, tail)
        case Call(head, args):
            opening, closing = code.brackets[:1], code.brackets[1:]
            if not args:
                return f"{head}{opening}{closing}"
            inner = "".join([f"{pad}{_argument(arg, indent + 4)},\n" for arg in args])
            return f"{head}{opening}\n{inner}{' ' * indent}{closing}"
        case Chain(word, parts):
            body = [_link(part, indent + 4, word if n else "") for n, part in enumerate(parts)]
            whole = flat(code)
            if whole is not None and indent + 4 + len(whole) <= WIDTH:
                body = [whole]
            return "(\n" + "".join(f"{pad}{line}\n" for line in body) + " " * indent + ")"
        case Before(word, part):
            return word + _enclosed(
                part, indent, used + len(word), tail, brackets=word == "not "
            )
        case Remarked(_, part):
            return _inner(part, indent, used, tail)
        case After(part, words):
            return _enclosed(part, indent, used, tail + len(words), brackets=True) + words
        case Kept(name, part):
            inner = laid_out(part, indent + 4, len(name) + 4, 0)
            return f"(\n{pad}{name} := {inner}\n{' ' * indent})"
        case Bits(word, number):
            return f"{_inner(word, indent, used, tail + 9)} & {number}"
        case Versus(left, sign, right):
            return f"{left}\n{' ' * indent}{sign} {right}"
        case _:
            assert_never(code)


def _parsed(code: str) -> Code:
    """Return a call or a list with its parts, any other expression as it is."""
    if '"' in code or "'" in code:  # signs within a string are none of the expression
        return code
    opened, depth, begins = 0, 0, [0]
    for place, sign in enumerate(code):
        if sign in "([{":
            opened = place if not depth else opened
            begins = [place + 1] if not depth else begins
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if not depth and place + 1 < len(code):
                return code  # more follows
        elif sign == "," and depth == 1:
            begins.append(place + 1)
    head = code[:opened]
    listed = code.endswith("]") and head in ("", "*")
    if not listed and not (code.endswith(")") and _CALLED.fullmatch(head)):
        return code
    ends = [*(begin - 1 for begin in begins[1:]), len(code) - 1]
    parts = [code[begin:end].strip() for begin, end in zip(begins, ends, strict=True)]
    if len(parts) == 1 and " for " in parts[0]:  # no comma may follow it
        return code
    return Call(head, tuple(parts), brackets=code[opened] + code[-1])


def _inner(code: Code, indent: int, used: int = 0, tail: int = 1) -> str:
    """Return `code` where it stands inside brackets already."""
    return _broken(code, indent, used, tail)


def _enclosed(part: Code, indent: int, used: int, tail: int, *, brackets: bool) -> str:
    """Return `part` laid out, a chain in brackets even where it fits its line."""
    line = _operand(part) if brackets else None
    if line is not None and indent + used + len(line) + tail <= WIDTH:
        return line
    if brackets and isinstance(part, Chain):
        return _inner(part, indent, WIDTH, tail)
    return _inner(part, indent, used, tail)


def _argument(arg: Code, indent: int) -> str:
    if isinstance(arg, Remarked):
        return f"{arg.comment}\n{' ' * indent}{_argument(arg.part, indent)}"
    return _inner(arg, indent)


def _link(part: Code, indent: int, word: str) -> str:
    lead = f"{word} " if word else ""
    line = _operand(part)
    if line is not None and indent + len(lead) + len(line) <= WIDTH:
        return lead + line
    return lead + _enclosed(part, indent, len(lead), 0, brackets=isinstance(part, Chain))
