"""Tables are kept between runs; what is damaged or of another grammar is computed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lawc.syntax import tables

NAMES, STARTS = ("words.en",), ("words",)


@pytest.fixture
def table_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file where the table of the words is kept, in an empty cache."""
    monkeypatch.setattr(tables, "cache_folder", lambda: tmp_path)
    fresh()
    (file,) = tmp_path.iterdir()
    return file


def fresh() -> tables.Table:
    return tables.table.__wrapped__(NAMES, STARTS)


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with each grammar that is compiled."""
    found: list[str] = []
    compile_: Callable[[str, tuple[str, ...]], dict[str, Any]] = tables._compile  # noqa: SLF001

    def noted(text: str, starts: tuple[str, ...]) -> dict[str, Any]:
        found.append(text)
        return compile_(text, starts)

    monkeypatch.setattr(tables, "_compile", noted)
    return found


def test_a_kept_table_is_not_computed_again(
    table_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert table_file.is_file()
    again = compiled(monkeypatch)

    assert fresh().texts == tables.table(NAMES, STARTS).texts
    assert again == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:0],
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"NOTE"', '"NOTF"', 1),
        lambda text: text.replace("1", "2", 1),
        lambda text: "\0" * len(text),
        lambda text: f"00000000{text[8:]}",
        lambda text: text.partition("\n")[2],
    ],
)
def test_a_damaged_table_is_computed_again(
    table_file: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[str], str]
) -> None:
    good = table_file.read_text(encoding="utf-8")
    table_file.write_text(damage(good), encoding="utf-8")
    again = compiled(monkeypatch)

    assert fresh().texts == tables.table(NAMES, STARTS).texts
    assert len(again) == 1
    fresh()
    assert len(again) == 1  # what was computed again was kept again


def test_a_table_of_another_grammar_is_computed_again(
    table_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "crc32", lambda _: 0)  # as if the sums of all were the same
    fresh()
    monkeypatch.setattr(tables, "FORMAT", tables.FORMAT + 1)
    again = compiled(monkeypatch)
    fresh()

    assert len(again) == 1
    assert table_file.is_file()
