"""Records of provisions that a law can tell apart, each seen differently by its lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.ir import nodes as ir
from lawc.ir.walk import every_part, reached
from lawc.runtime.values import Provision, ProvisionRange, lies_in


def kinds_of_records(*laws: ir.Law) -> tuple[Provision, ...]:
    """Return provisions such that every other is seen as one of them by every list of `laws`.

    Of records seen alike the simplest is taken: the shallowest, then the first that does not
    precede every provision named in the laws.
    """
    parts = tuple(part for law in laws for part in every_part(law))
    lists = tuple(dict.fromkeys(part.ranges for part in parts if isinstance(part, ir.Under)))
    values = [part.value for part in parts if isinstance(part, ir.Literal)]
    decisions = (decision for law in laws for decision in law.decisions)
    values += [decision.otherwise for decision in decisions if decision.otherwise is not None]
    named = [value for value in values if isinstance(value, Provision)]
    lowest = min((span.first.article for ranges in lists for span in ranges), default=())
    candidates = sorted(
        set(_candidates(lists)),
        key=lambda record: (*_simplicity(record), record.article < lowest, record),
    )
    records: dict[tuple[bool | None, ...], Provision] = {}
    for record in candidates:
        records.setdefault(tuple(lies_in(record, ranges) for ranges in lists), record)
    return tuple(dict.fromkeys([*records.values(), *named]))


def decidable_records(records: Iterable[Provision], law: ir.Law) -> tuple[Provision, ...]:
    """Return the records of which every list of a law can tell whether they lie in it."""
    lists = {part.ranges for part in every_part(law) if isinstance(part, ir.Under)}
    return tuple(
        record for record in records if None not in {lies_in(record, list_) for list_ in lists}
    )


def rests_on_decisions(law: ir.Law, parts: Iterable[ir.Expr]) -> bool:
    """Return whether expressions, or what they name, may read a decision."""
    read = tuple(reached(law, parts))
    if any(isinstance(part, ir.Applies) for part in read):
        read += tuple(every_part(law))
    return any(isinstance(part, ir.Decided) for part in read)


def _candidates(lists: Iterable[tuple[ProvisionRange, ...]]) -> Iterator[Provision]:
    """Yield the ends of all ranges, and provisions beside, around and inside these."""
    yield Provision((1,))
    for ranges in lists:
        for span in ranges:
            for end in (span.first, span.last):
                for record in _near(end):
                    yield record
                    yield from _deeper(record)


def _near(record: Provision) -> Iterator[Provision]:
    yield Provision(record.article)
    for article in _numbers(record.article):
        yield Provision(article)
    if record.part is not None:
        yield Provision(record.article, record.part)
        for part in _numbers(record.part):
            yield Provision(record.article, part)
            if record.point is not None:
                yield Provision(record.article, part, record.point)
    if record.part is not None and record.point is not None:
        yield record
        for point in _numbers(record.point):
            yield Provision(record.article, record.part, point)


def _numbers(number: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield a number, those beside it, and one that is inserted after it."""
    *start, last = number
    yield number
    yield (*start, last + 1)
    if last > 1:
        yield (*start, last - 1)
    yield (*number, 1)


def _deeper(record: Provision) -> Iterator[Provision]:
    if record.part is None:
        yield Provision(record.article, (1,))
        yield Provision(record.article, (1,), (1,))
    elif record.point is None:
        yield Provision(record.article, record.part, (1,))


def _simplicity(record: Provision) -> tuple[int, int]:
    deep = (record.part is not None) + (record.point is not None)
    return deep, len(record.article) + len(record.part or ()) + len(record.point or ())
