"""Registers decided by other engines, where these are installed: Spark, OpenFisca, zen."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from benchmarks.deciding import DisagreementError
from benchmarks.figures import Figure
from benchmarks.register import reduced
from benchmarks.register.making import flat_folder_of
from benchmarks.timing import seconds

SPARK = "a register of {size} offences on Spark, two processors"
RULES = "the reduced law on flat records, every fact known"
OF_ZEN = 5_000  # records
BAR = 0.8


def of_spark(size: int, embedded: float) -> Iterator[Figure]:
    """Yield figures of Spark; `embedded` are the processor seconds of polars in one process."""
    group = SPARK.format(size=f"{size:,}")
    if not find_spec("pyspark"):
        yield Figure(group, "emitted, against PySpark by hand", "", None, note="no Spark here")
        return
    from benchmarks.register.clusters import measured  # noqa: PLC0415 - it needs Spark

    found: dict[str, Any] = {way: measured(way, size) for way in ("spark", "spark-by-hand")}
    ours, hand = (found[way]["processor"] for way in ("spark", "spark-by-hand"))
    yield Figure(group, "emitted, against PySpark by hand", "", hand / ours, at_least=BAR)
    yield Figure(group, "emitted, against polars in one process", "", embedded / ours)
    for way, what in (("spark", "emitted"), ("spark-by-hand", "by hand")):
        speed, one = size / 1e6 / found[way]["processor"], found[way]
        note = f"{one['stages']} stages, {one['moved'] / 1e6:,.0f} MB moved"
        yield Figure(group, what, "million offences/s of a processor", speed, note=note)


def of_rules(size: int) -> Iterator[Figure]:
    """Yield how fast a reduced law is decided by engines of rules, beside polars by hand.

    Raises:
        DisagreementError: an engine decides otherwise than polars by hand.
    """
    frame = reduced.records(flat_folder_of(size))
    expected = reduced.outcomes(frame)
    rows = [("polars by hand", lambda: reduced.outcomes(frame), frame.height)]
    if find_spec("openfisca_core"):
        from benchmarks.register import by_openfisca  # noqa: PLC0415 - not everywhere

        system = by_openfisca.system()
        if not (by_openfisca.outcomes(system, frame) == expected).all():
            raise DisagreementError("OpenFisca")
        rows.append(("OpenFisca", lambda: by_openfisca.outcomes(system, frame), frame.height))
    if find_spec("zen"):
        from benchmarks.register import by_zen  # noqa: PLC0415 - not everywhere

        law, some = by_zen.law(), frame.head(OF_ZEN)
        if not (by_zen.outcomes(law, some) == expected.head(OF_ZEN)).all():
            raise DisagreementError("zen")
        rows.append(("GoRules zen", lambda: by_zen.outcomes(law, some), some.height))
    for what, work, number in rows:
        best = min(seconds(work) for _ in range(3))
        yield Figure(RULES, what, "million records/s of a processor", number / 1e6 / best)
