"""Long quick functions in pieces, which are called in turn.

A type checker gives up on functions of thousands of lines, and CPython runs them slowly. What
a piece sets and later ones read stands in `kept`; a piece that comes to no end returns it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lawc.backends.python.layout import Call, laid_out, row
from lawc.backends.python.running import read_in, set_in

MOST_LINES = 500  # of a piece, but for its last statement
LONG = 1_200  # lines of a function that is written in pieces
_GOES_ON = re.compile(r" *(?:[)\]}]|else:|elif |$)")
Write = Callable[[str, tuple[str, ...], str, list[str]], str]


def in_pieces(
    name: str, arguments: tuple[str, ...], returns: str, lines: list[str], write: Write
) -> tuple[list[str], list[str]]:
    """Return the functions of the pieces of a body, and the lines that call them in turn.

    `arguments` are those of each piece, with types; `write` writes a function.
    """
    pieces = _pieces(lines)
    reads = [read_in(piece) for piece in pieces]
    later: list[set[str]] = [set()]
    for read in reads[:0:-1]:
        later.append(later[-1] | read)
    later.reverse()
    functions, there = [], set[str]()
    for number, piece in enumerate(pieces):
        mine = {*set_in(piece)}
        needed = reads[number] | (mine & later[number])  # what is set is not set in every case
        body = [f'    {variable} = kept["{variable}"]' for variable in sorted(there & needed)]
        body += piece
        if number + 1 < len(pieces):
            body += [
                f'    kept["{variable}"] = {variable}'
                for variable in sorted(mine & later[number])
            ]
            body.append("    return kept")
        there |= mine
        typed = (*arguments, "kept: dict[str, Any]")
        functions.append(write(f"{name}_{number + 1}", typed, "Any", body))
    several = row([f"{name}_{number + 1}" for number in range(len(pieces))])
    constant = f"{name}_pieces".upper()
    functions.append(f"{constant} = {laid_out(several, 0, len(constant) + 3, 0)}")
    call = Call("piece", (*[argument.partition(":")[0] for argument in arguments], "kept"))
    return functions, [
        "    kept: dict[str, Any] = {}",
        f"    for piece in {constant}:",
        f"        found: {returns} = {laid_out(call, 8, 10 + len(returns), 0)}",
        "        if found is not kept:",
        "            return found",
        "    return None",
    ]


def _pieces(lines: list[str]) -> list[list[str]]:
    """Return the lines of a function in pieces, cut where a statement begins."""
    pieces: list[list[str]] = [[]]
    length = 0
    for line in lines:
        if length >= MOST_LINES and line[4:5] != " " and not _GOES_ON.match(line):
            pieces.append([])
            length = 0
        pieces[-1].append(line)
        length += line.count("\n") + 1
    return pieces


def size(lines: list[str]) -> int:
    """Return the number of lines, some of which stand in one text."""
    return len(lines) + sum(line.count("\n") for line in lines)
