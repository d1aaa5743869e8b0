"""A package that was made once is taken again, unless something it follows from changed."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.commands.running import (
    ACT,
    DAYS,
    environment,
    finish,
    household,
    lines,
    run,
    start,
)

from lawc.cache import cache_folder
from lawc.commands import ready as readying
from lawc.commands.problems import deciding
from lawc.commands.ready import ready
from lawc.commands.usage import UsageError


@pytest.fixture
def compiled_paths(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The statutes that were compiled since the test began."""
    found: list[Path] = []
    compile_ = deciding

    def compile_counted(path: Path) -> object:
        found.append(path)
        return compile_(path)

    monkeypatch.setattr(readying, "deciding", compile_counted)
    return found


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cache that no other test writes to while this one looks at it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache_folder.cache_clear()
    yield
    cache_folder.cache_clear()


def decided(place: Path) -> str:
    (place / "cases.jsonl").write_text(lines(household()))
    return run("decide", ACT, "cases.jsonl", *DAYS).stdout


def test_a_statute_is_compiled_once(place: Path, compiled_paths: list[Path]) -> None:
    first, second = decided(place), decided(place)

    assert first == second
    assert '"47.44"' in first
    assert len(compiled_paths) == 1
    assert ready(Path(ACT)) == ready(Path(ACT) / "en.law")


@pytest.mark.parametrize("file", [f"{ACT}/en.law", "statutes/example/family.vocabulary"])
def test_a_text_that_changed_is_compiled_again(
    place: Path, compiled_paths: list[Path], file: str
) -> None:
    decided(place)
    path = place / file
    path.write_text(path.read_text() + "\n")
    decided(place)

    assert len(compiled_paths) == 2


@pytest.mark.parametrize("change", ["changed", "deleted", "added"])
def test_a_package_that_was_touched_is_made_again(
    place: Path, compiled_paths: list[Path], change: str
) -> None:
    first = decided(place)
    folder = ready(Path(ACT)).module.folder
    assert folder is not None
    facts = folder / "facts.py"
    if change == "changed":
        facts.write_text(facts.read_text() + "\n\n")
    elif change == "deleted":
        facts.unlink()
    else:
        facts.with_name("more.py").write_text("")

    assert decided(place) == first
    assert len(compiled_paths) == 2


def test_the_days_are_those_of_the_law(place: Path) -> None:
    first, second = ready(place / ACT), ready(place / ACT)

    assert first.days == second.days
    assert set(first.days) == {"payment_day", "law_day"}


def test_where_there_is_no_statute_nothing_is_kept(place: Path) -> None:
    with pytest.raises(UsageError):
        ready(place / "nothing")


def _no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


@pytest.mark.slow
def test_an_act_decides_where_the_cache_has_no_room(place: Path) -> None:
    expected = decided(place)
    (place / "cases.jsonl").write_text(lines(*[household()] * 600))
    for workers in ("1", "2"):
        process = start(
            *("decide", ACT, "cases.jsonl", "--workers", workers, *DAYS),
            cwd=place,
            # Python cuts its own bytecode off where there is no room
            env=environment(XDG_CACHE_HOME=str(place / "full"), PYTHONDONTWRITEBYTECODE="1"),
            preexec_fn=_no_room,
        )
        code, out, err = finish(process)

        assert (code, out) == (0, expected * 600)
        assert err == "lawc: the cache cannot be written: each run compiles the act\n"


@pytest.mark.slow
def test_acts_that_start_side_by_side_all_decide(place: Path) -> None:
    expected = decided(place)
    cold = environment(XDG_CACHE_HOME=str(place / "cold"))
    processes = [
        start("decide", ACT, "cases.jsonl", *DAYS, cwd=place, env=cold) for _ in range(3)
    ]

    assert [finish(process) for process in processes] == [(0, expected, "")] * 3


def test_code_of_another_user_in_the_cache_is_not_run(place: Path) -> None:
    expected = decided(place)
    folder = ready(Path(ACT)).module.folder
    assert folder is not None
    (folder / "__init__.py").write_text("raise AssertionError")
    cache_folder().chmod(0o777)
    cache_folder.cache_clear()

    assert expected in decided(place)


@pytest.mark.slow
def test_bytecode_that_a_full_disk_has_cut_off_is_made_again(place: Path) -> None:
    (place / "cases.jsonl").write_text(lines(household()))
    kept = place / "bytecode"
    own = environment(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(kept))
    command = ("decide", ACT, "cases.jsonl", *DAYS)
    _, expected, _ = finish(start(*command, cwd=place, env=own))
    assert expected
    of_package = [file for file in kept.rglob("*.pyc") if "packages" in file.parts]
    assert of_package
    for file in of_package:
        file.write_bytes(file.read_bytes()[:4096])
    code, out, err = finish(start(*command, cwd=place, env=own))

    assert (code, out, err) == (0, expected, "")
