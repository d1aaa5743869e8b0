"""How long the lists of a case are made, so that what a law decides shows in one."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import every_part

FEW = 3  # members of a list, at most, unless a condition asks for more
MANY = 8  # the most members that a condition may ask for


def enough(laws: tuple[ir.Law, ...]) -> tuple[int, bool]:
    """Return how many members lists need, and whether more could not change an answer.

    A condition that asks for some members needs those, and one that asks it of each needs one
    for which it fails: whoever makes a condition true, false or open can be kept while the rest
    of the list goes. One more is the member that is asked about. A condition of counts and sums
    may need any number: there lists are longer than what is counted may be compared with.
    """
    needed: dict[str, int] = {}
    asked, counts = [FEW], False
    for part in dict.fromkeys(part for law in laws for part in every_part(law)):
        match part:
            case ir.Some(number, kind, _):
                needed[kind] = needed.get(kind, 1) + max(number, 1)
                asked.append(number + 1)
            case ir.Every(kind, _):
                needed[kind] = needed.get(kind, 1) + 1
            case ir.CountOf() | ir.TotalOf():
                counts = True
            case _:
                pass
    if counts:
        asked += [number + 1 for law in laws for number in _compared(law)]
    limit = max(number for number in asked if number <= MANY)
    most = max(needed.values(), default=1)
    return limit if counts else min(most, limit), not counts and most <= limit


def _compared(law: ir.Law) -> Iterator[int]:
    """Yield the numbers with which what is counted may be compared."""
    for part in every_part(law):
        if isinstance(part, ir.Compare):
            for side in (part.left, part.right):
                plain = side
                while isinstance(plain, ir.Stated):
                    plain = plain.part
                if isinstance(plain, ir.Literal) and plain.type in (Basic.COUNT, Basic.NUMBER):
                    yield int(plain.value)  # type: ignore[arg-type]


def tried(laws: tuple[ir.Law, ...]) -> tuple[int, ...]:
    """Return the lengths worth trying in turn: a few, and about as many as the laws ask for."""
    asked = {number + by for law in laws for number in _asked(law) for by in (0, 1)}
    return tuple(sorted({*range(1, FEW + 1), *(n for n in asked if 0 < n <= MANY)}))


def _asked(law: ir.Law) -> Iterator[int]:
    """Yield the numbers of members that the conditions of a law ask for."""
    for part in every_part(law):
        match part:
            case ir.Some(number):
                yield number
            case ir.Compare(_, ir.CountOf(), ir.Literal(int() as number)):
                yield number
            case _:
                pass
