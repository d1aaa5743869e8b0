"""Records of provisions that a law can tell apart: one for each way that its lists see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.ir import nodes as ir
from lawc.ir.walk import every_part, reached
from lawc.runtime.values import Provision, ProvisionRange, lies_in


def kinds_of_records(*laws: ir.Law) -> tuple[Provision, ...]:
    """Return provisions such that every other is seen as one of them by every list of `laws`.

    Of those seen alike the simplest is taken: the shallowest, then the first that does not
    come before all that the laws speak of.
    """
    parts = tuple(part for law in laws for part in every_part(law))
    lists = tuple(dict.fromkeys(one.ranges for one in parts if isinstance(one, ir.Under)))
    said = [one.value for one in parts if isinstance(one, ir.Literal)]
    decisions = (one for law in laws for one in law.decisions)
    said += [one.otherwise for one in decisions if one.otherwise is not None]
    spoken_of = [one for one in said if isinstance(one, Provision)]
    lowest = min((span.first.article for ranges in lists for span in ranges), default=())
    candidates = sorted(
        set(_candidates(lists)), key=lambda one: (*_simplicity(one), one.article < lowest, one)
    )
    found: dict[tuple[bool | None, ...], Provision] = {}
    for one in candidates:
        found.setdefault(tuple(lies_in(one, ranges) for ranges in lists), one)
    return tuple(dict.fromkeys([*found.values(), *spoken_of]))


def told_fine(records: Iterable[Provision], law: ir.Law) -> tuple[Provision, ...]:
    """Return the records that every list of a law can tell to lie in it or not."""
    lists = {one.ranges for one in every_part(law) if isinstance(one, ir.Under)}
    return tuple(
        one for one in records if all(lies_in(one, ranges) is not None for ranges in lists)
    )


def rests_on_decisions(law: ir.Law, parts: Iterable[ir.Expr]) -> bool:
    """Tell whether expressions may ask what is decided, themselves or by what they name."""
    read = tuple(reached(law, parts))
    if any(isinstance(one, ir.Applies) for one in read):
        read += tuple(every_part(law))
    return any(isinstance(one, ir.Decided) for one in read)


def _candidates(lists: Iterable[tuple[ProvisionRange, ...]]) -> Iterator[Provision]:
    """Yield the ends of all ranges, what is beside them, what contains them, what is inside."""
    yield Provision((1,))
    for ranges in lists:
        for span in ranges:
            for end in (span.first, span.last):
                for one in _near(end):
                    yield one
                    yield from _deeper(one)


def _near(one: Provision) -> Iterator[Provision]:
    yield Provision(one.article)
    for article in _numbers(one.article):
        yield Provision(article)
    if one.part is not None:
        yield Provision(one.article, one.part)
        for part in _numbers(one.part):
            yield Provision(one.article, part)
            if one.point is not None:
                yield Provision(one.article, part, one.point)
    if one.part is not None and one.point is not None:
        yield one
        for point in _numbers(one.point):
            yield Provision(one.article, one.part, point)


def _numbers(number: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield a number, those beside it, and one that is inserted after it."""
    *start, last = number
    yield number
    yield (*start, last + 1)
    if last > 1:
        yield (*start, last - 1)
    yield (*number, 1)


def _deeper(one: Provision) -> Iterator[Provision]:
    if one.part is None:
        yield Provision(one.article, (1,))
        yield Provision(one.article, (1,), (1,))
    elif one.point is None:
        yield Provision(one.article, one.part, (1,))


def _simplicity(one: Provision) -> tuple[int, int]:
    deep = (one.part is not None) + (one.point is not None)
    return deep, len(one.article) + len(one.part or ()) + len(one.point or ())
