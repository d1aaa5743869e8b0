"""Answers written to files, range after range: a table for each kind of thing decided of."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl

from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.ir import nodes as ir
from lawc.register.answering import answers_of, decided_kinds
from lawc.register.deciding import ID, Part, Register

SUFFIXES = (".csv", ".parquet", ".jsonl")
_JOINED = "; "


def answered(register: Register, part: Part, kind: str) -> pl.DataFrame:
    """Return the answers about the things of a kind, after their keys and those of owners."""
    law, frame = register.law, part.frames[kind]
    keys = [frame[ID].alias(_key_name(register, kind))]
    parents = {each.key: each.parent for each in law.kinds}
    at, owners = kind, frame[OWNER]
    while (above := parents[at]) is not None:
        of = part.frames[above]
        rows = pl.DataFrame({KEY: owners}).join(
            of.select(KEY, ID, OWNER), on=KEY, how="left", maintain_order="left"
        )
        keys.insert(0, rows[ID].alias(_key_name(register, above)))
        at, owners = above, rows[OWNER]
    return pl.concat([pl.DataFrame(keys), answers_of(law, part, kind)], how="horizontal")


def _key_name(register: Register, kind: str) -> str:
    """Return how the key of a kind is called beside those of others."""
    table = register.tables.get(kind)
    if table is not None and table.key is None:
        return f"{kind}_row"
    others = [each.key for each in register.tables.values() if each.kind != kind]
    if table is None or table.key is None or table.key in ("id", *others):
        return f"{kind}_id"
    return table.key


def targets(law: ir.Law, out: Path) -> dict[str, Path]:
    """Return the files to which the answers of each kind are written.

    Answers of one kind are written to `out` itself, those of several beside it: `a.csv` becomes
    `a.person.csv` and `a.offence.csv`.
    """
    kinds = decided_kinds(law)
    if len(kinds) == 1:
        return {kinds[0]: out}
    return {kind: out.with_name(f"{out.stem}.{kind}{out.suffix}") for kind in kinds}


def written(register: Register, parts: Iterable[Part], files: dict[str, Path]) -> Iterator[int]:
    """Write the answers of each part, and yield how many wholes it has."""
    first = register.law.kinds[0].key
    begun = set()
    with tempfile.TemporaryDirectory(dir=next(iter(files.values())).parent) as folder:
        pieces: dict[str, list[Path]] = {kind: [] for kind in files}
        for part in parts:
            for kind, file in files.items():
                frame = answered(register, part, kind)
                if file.suffix == ".parquet":
                    pieces[kind].append(Path(folder) / f"{kind}.{len(pieces[kind])}.parquet")
                    frame.write_parquet(pieces[kind][-1])
                else:
                    _append(frame, file, header=kind not in begun)
                    begun.add(kind)
            yield part.frames[first].height
        for kind, written_ in pieces.items():
            if written_:
                frames = [pl.scan_parquet(piece) for piece in written_]
                pl.concat(frames, how="vertical_relaxed").sink_parquet(files[kind])


def _append(frame: pl.DataFrame, file: Path, *, header: bool) -> None:
    with file.open("wb" if header else "ab") as target:
        if file.suffix == ".jsonl":
            frame.write_ndjson(target)
        else:
            plain_rows(frame).write_csv(target, include_header=header)


def plain_rows(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame for a format without lists: the citations of a row as one text."""
    lists = [name for name, dtype in frame.schema.items() if isinstance(dtype, pl.List)]
    return frame.with_columns(pl.col(name).list.join(_JOINED) for name in lists)
