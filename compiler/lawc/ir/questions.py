"""The questions that ask for the facts and the days of a law."""

from __future__ import annotations

from lawc.ir import nodes as ir


def questions(law: ir.Law) -> dict[str, str]:
    """Return the question of each fact and each day, by its path without numbers."""
    fields = {kind.key: kind for kind in law.kinds}

    def path(kind: ir.Kind, key: str) -> str:
        if kind.parent is None:
            return key
        return path(fields[kind.parent], f"{kind.field}.{key}")

    days = {one.key: one.question for one in law.parameters}
    return days | {path(fields[one.kind], one.key): one.question for one in law.facts}
