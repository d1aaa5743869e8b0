"""The cache holds code that runs: it is used only where nobody else can have written it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lawc.cache import cache_folder, kept_folder

OTHER = 65534  # another user
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache_folder.cache_clear()
    yield tmp_path
    cache_folder.cache_clear()


def test_a_new_cache_is_closed_to_others(base: Path) -> None:
    assert cache_folder() == base / "lawc"
    assert (base / "lawc").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_cache_that_others_can_write_to_is_not_used(
    base: Path, mode: int, capsys: pytest.CaptureFixture[str]
) -> None:
    (base / "lawc").mkdir()
    (base / "lawc").chmod(mode)

    assert base not in cache_folder().parents
    assert "others can write to it" in capsys.readouterr().err


@ROOT_ONLY
def test_a_cache_of_another_user_is_not_used(base: Path) -> None:
    (base / "lawc").mkdir(mode=0o700)
    os.chown(base / "lawc", OTHER, OTHER)

    assert base not in cache_folder().parents


@ROOT_ONLY
@pytest.mark.parametrize("part", ["packages", "packages/a", "packages/a/code.py"])
def test_a_part_of_the_cache_of_another_user_is_not_used(base: Path, part: str) -> None:
    folder = kept_folder("packages", "a")
    (folder / "code.py").write_text("")
    os.chown(base / "lawc" / part, OTHER, OTHER)

    assert base in folder.parents
    assert base not in kept_folder("packages", "a").parents
