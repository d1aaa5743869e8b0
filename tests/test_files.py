"""A folder is written whole or not at all, however many write it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lawc.files import differing, write_folder

FILES = {f"f{i}.txt": f"text {i}\n" * 200 for i in range(8)}


def test_a_folder_that_is_as_it_should_be_is_left_alone(tmp_path: Path) -> None:
    assert write_folder(tmp_path / "a", FILES)
    assert not write_folder(tmp_path / "a", FILES)


def test_nothing_is_written_if_one_file_cannot_be(tmp_path: Path) -> None:
    write_folder(tmp_path / "a", {"one": "old", "two": "old"})

    with pytest.raises(OSError, match="name"):
        write_folder(tmp_path / "a", {"one": "new", "two": "new", "n" * 300: "new"})

    assert not differing(tmp_path / "a", {"one": "old", "two": "old"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_several_may_write_the_same_files_at_once(tmp_path: Path) -> None:
    for turn in range(20):
        folder = tmp_path / str(turn)
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _, at=folder: write_folder(at, FILES), range(8)))

        assert not differing(folder, FILES)
