"""`lawc impact` on small registers: against a commit, in other letters, as a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.repository import (
    ACT,
    CONDITION,
    TEXT,
    WIDER,
    edit,
    repository,
    statutes,
)
from tests.commands.running import run

pytest.importorskip("polars")
pytest.importorskip("scipy")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the rules of a library, in which one works."""
    monkeypatch.chdir(repository(tmp_path))
    return tmp_path


READERS = (
    "person_id,lives_in_town,attends_school\n"
    "1,true,true\n2,true,false\n3,true,false\n4,false,true\n5,,true\n"
)


def register(folder: Path, text: str = READERS, name: str = "register") -> Path:
    place = folder / name
    place.mkdir()
    (place / "person.csv").write_text(text, encoding="utf-8")
    return place


def test_a_law_is_compared_with_that_of_a_commit(library: Path) -> None:
    readers = register(library)
    edit(library / TEXT, CONDITION, WIDER)

    result = run(
        "impact", ACT, readers, "--against", f"HEAD:{ACT}", "--min-cell", 0, "--no-examples"
    )

    assert result.exit_code == 0, result.output
    assert f"Compared with: HEAD:{ACT}" in result.stdout
    assert "no → yes" in result.stdout


def test_an_act_that_a_commit_does_not_have_is_refused(library: Path) -> None:
    result = run("impact", ACT, register(library), "--against", "HEAD:nowhere")

    assert result.exit_code == 2
    assert "there is no `nowhere` at `HEAD`" in result.output


def test_who_moves_is_drawn_as_ribbons(library: Path) -> None:
    readers, page = register(library), library / "page.html"
    edit(library / TEXT, CONDITION, WIDER)

    run(
        "impact", ACT, readers, "--against", f"HEAD:{ACT}", "--min-cell", 0, "--no-examples",
        "-o", page,
    )  # fmt: skip

    text = page.read_text("utf-8")
    assert "<title>no → yes: 2</title>" in text
    assert "<script" not in text


def test_hidden_numbers_are_not_drawn(library: Path) -> None:
    readers, page = register(library), library / "page.html"
    edit(library / TEXT, CONDITION, WIDER)

    run("impact", ACT, readers, "--against", f"HEAD:{ACT}", "--no-examples", "-o", page)

    assert "no → yes: " not in page.read_text("utf-8")


def test_names_and_values_may_be_in_other_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(statutes(tmp_path))
    text = "ИИН;живёт в городе;ученик\nА-1;да;да\nӘ-2;да;нет\nЁ-3;;да\nЩ-4;может быть;да\n"
    readers = register(tmp_path, text, "реестр")
    (readers / "register.toml").write_text(
        '[person]\nkey = "ИИН"\n'
        '[person.columns]\nlives_in_town = "живёт в городе"\nattends_school = "ученик"\n'
        '[person.values.lives_in_town]\n"да" = true\n"нет" = false\n'
        '[person.values.attends_school]\n"да" = true\n"нет" = false\n',
        encoding="utf-8",
    )

    result = run("impact", ACT, readers, "--min-cell", 0, "--by", "attends_school")

    assert "Register: реестр" in result.stdout
    assert "3 × person" in result.stdout
    assert "`может быть`" in result.stderr
