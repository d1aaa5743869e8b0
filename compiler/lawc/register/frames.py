"""What the function `frame` of a package calls: frames in, a frame of answers out."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

try:
    import polars as pl
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("tables need an extra: pip install 'lawc[data]'") from error

from lawc.ir import nodes as ir
from lawc.ir.data import law_from_json
from lawc.register.answering import answers_of, decided_kinds
from lawc.register.copying import ROW
from lawc.register.deciding import bound, decided
from lawc.register.misfits import RegisterError
from lawc.register.sources import tables_from


def decided_frame(
    package: str,
    tables: Mapping[str, Any],
    days: Mapping[str, date | None],
    *,
    established: bool,
) -> Any:
    """Return the things of which the law of a package decides, with its answers.

    Of several kinds it is a frame a kind.

    Raises:
        RegisterError: something in the tables does not fit; it tells all that does not.
    """
    law = _law(package)
    supplied = {kind: table for kind, table in tables.items() if table is not None}
    first = supplied[law.kinds[0].key]
    lazy = tables_from(law, supplied).frames
    register = bound(law, lazy, established=established)
    if not register.rejected.is_empty():
        raise RegisterError(tuple(misfit for misfit in register.misfits if misfit.rows))
    known = {key: day for key, day in days.items() if day is not None}
    parts = list(decided(law, register, known))
    frames = {}
    for kind in decided_kinds(law):
        answers = [
            pl.concat(
                [part.frames[kind].select(ROW), answers_of(law, part, kind)], how="horizontal"
            )
            for part in parts
        ]
        frame = lazy[kind].collect() if kind in lazy else pl.DataFrame()
        answered = pl.concat(answers).sort(ROW).drop(ROW)
        others = [name for name in frame.columns if name not in answered.columns]
        frames[kind] = _as(first, pl.concat([frame.select(others), answered], how="horizontal"))
    return next(iter(frames.values())) if len(frames) == 1 else frames


@cache
def _law(package: str) -> ir.Law:
    spec = sys.modules[package].__spec__
    assert spec is not None
    assert spec.origin is not None
    loader: Any = spec.loader
    data: bytes = loader.get_data(str(Path(spec.origin).with_name("checked.json")))
    return law_from_json(data.decode())


def _as(like: Any, frame: pl.DataFrame) -> Any:
    """Return a frame of the sort of another: of pandas, of Arrow, else of polars."""
    match type(like).__module__.partition(".")[0]:
        case "pandas":
            return type(like)(frame.to_dict(as_series=False))
        case "pyarrow":
            return frame.to_arrow()
        case _:
            return frame
