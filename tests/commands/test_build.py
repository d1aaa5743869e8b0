"""Packages: written whole, noticed when stale, untouched by a statute with errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.commands.running import ACT, DAYS, household, lines, run

from lawc import beside
from lawc.commands import build

PACKAGE = "generated/example_family_allowance"
FILES = ["__init__.py", "facts.py", "facts.schema.json", "law.html", "law.md", "rules.py"]


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what is in each file below `folder`."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.*")}


def change(place: Path, old: str, new: str) -> None:
    """Change a text in the copied statute."""
    text = place / ACT / "en.law"
    said = text.read_text()
    assert old in said
    text.write_text(said.replace(old, new))


def test_what_is_built_is_up_to_date(place: Path) -> None:
    built = run("build")
    checked = run("build", "--check")

    assert (built.exit_code, built.stdout) == (0, f"wrote {PACKAGE}\n")
    assert set(FILES) <= set(files_of(place / PACKAGE))
    assert (checked.exit_code, checked.stdout) == (0, "1 package is up to date\n")


@pytest.mark.usefixtures("place")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_modules_written_in_another_process_are_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("build")
    monkeypatch.setattr(build, "_LARGE", 0)
    monkeypatch.setattr(beside, "may_fork", lambda: True)

    checked = run("build", "--check")

    assert (checked.exit_code, checked.stdout) == (0, "1 package is up to date\n")


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_an_error_found_while_modules_are_written_leaves_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(place, "In force from 1 January 2025", "In force from 1 January 2024")
    monkeypatch.setattr(build, "_LARGE", 0)
    monkeypatch.setattr(beside, "may_fork", lambda: True)

    result = run("build")

    assert result.exit_code == 1
    assert "error[L" in result.stderr
    assert not (place / "generated").exists()


def test_a_second_build_with_nothing_changed_does_nothing(place: Path) -> None:
    run("build")
    times = {one: one.stat().st_mtime_ns for one in (place / PACKAGE).iterdir()}
    again = run("build")

    assert (again.exit_code, again.stdout) == (0, "nothing has changed since the last build\n")
    assert times == {one: one.stat().st_mtime_ns for one in (place / PACKAGE).iterdir()}


def test_sql_is_written_on_demand_and_from_then_on_follows_the_law(place: Path) -> None:
    pytest.importorskip("sqlglot")
    run("build")
    assert not list((place / PACKAGE).glob("*.sql"))

    built = run("build", "--sql")
    before = (place / PACKAGE / "rules.duckdb.sql").read_text()
    change(place, "474.37 euro", "474.38 euro")
    stale = run("build", "--check")
    rebuilt = run("build")

    assert (built.exit_code, stale.exit_code, rebuilt.exit_code) == (0, 1, 0)
    assert f"{PACKAGE}/rules.duckdb.sql is stale: run `lawc build`\n" in stale.stdout
    assert (place / PACKAGE / "rules.duckdb.sql").read_text() != before
    assert run("build", "--check").exit_code == 0


def test_sql_that_was_edited_is_noticed(place: Path) -> None:
    pytest.importorskip("sqlglot")
    run("build", "--sql")
    file = place / PACKAGE / "rules.spark.sql"
    file.write_text(file.read_text() + "-- edited\n")

    assert run("build", "--check").exit_code == 1


def test_sql_needs_an_extra_and_is_kept_without_it(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sqlglot")
    run("build", "--sql")
    texts = {file.name: file.read_text() for file in (place / PACKAGE).glob("*.sql")}
    for module in [
        name for name in sys.modules if name.startswith("lawc.backends.relational.sql")
    ]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "sqlglot", None)

    wanted, checked = run("build", "--sql"), run("build", "--check")
    change(place, "474.37 euro", "474.38 euro")
    built = run("build")

    assert (wanted.exit_code, checked.exit_code, built.exit_code) == (2, 0, 0)
    assert "SQL needs an extra: pip install 'lawc[data]'" in wanted.stderr
    assert "is left as it is, for want of an extra" in checked.stderr
    assert texts == {file.name: file.read_text() for file in (place / PACKAGE).glob("*.sql")}


def test_what_was_written_is_named_and_what_is_unchanged_is_counted(place: Path) -> None:
    (place / ACT).with_name("other").mkdir()
    text = (place / ACT / "en.law").read_text()
    (place / "statutes/example/other/en.law").write_text(text)
    run("build")
    change(place, "474.37 euro", "500.01 euro")
    some = run("build")

    assert some.stdout == f"wrote {PACKAGE}\n1 package is unchanged\n"
    assert run("build", ACT).stdout == "1 package is unchanged\n"


@pytest.mark.parametrize("how", ["changed", "deleted"])
def test_files_that_are_not_as_built_are_noticed_and_mended(place: Path, how: str) -> None:
    run("build")
    before = files_of(place / PACKAGE)
    for file in FILES:
        path = place / PACKAGE / file
        if how == "changed":
            path.write_bytes(path.read_bytes() + b"\xff")
        else:
            path.unlink()
    checked = run("build", "--check")

    assert checked.exit_code == 1
    assert checked.stdout.splitlines() == [
        f"{PACKAGE}/{file} is stale: run `lawc build`" for file in FILES
    ]
    assert run("build").exit_code == 0
    assert files_of(place / PACKAGE) == before


def test_a_file_too_many_is_noticed_and_taken_away(place: Path) -> None:
    run("build")
    extra = place / PACKAGE / "extra.py"
    extra.write_text("")

    assert run("build", "--check").stdout.startswith(f"{PACKAGE}/extra.py is stale")
    assert run("build").exit_code == 0
    assert not extra.exists()


def test_bytecode_is_no_file_too_many(place: Path) -> None:
    run("build")
    (place / PACKAGE / "__pycache__").mkdir()
    (place / PACKAGE / "__pycache__/facts.cpython-311.pyc").write_bytes(b"")

    assert run("build", "--check").exit_code == 0
    assert "nothing has changed" in run("build").stdout


def test_a_package_whose_statute_is_gone_is_noticed(place: Path) -> None:
    run("build")
    (place / PACKAGE).rename(place / "generated/example_old_act")
    run("build")
    checked = run("build", "--check")

    assert checked.exit_code == 1
    assert checked.stdout == "generated/example_old_act has no statute any more: delete it\n"
    assert run("build", "--check", ACT).exit_code == 0


def test_one_number_changed_is_noticed_and_changes_the_decision(place: Path) -> None:
    (place / "case.json").write_text(lines(household()))
    run("build")
    before = run("decide", ACT, "case.json", *DAYS)
    change(place, "474.37 euro", "500.01 euro")

    assert json.loads(before.stdout)["decisions"]["allowance"]["value"] == "47.44"
    assert run("build", "--check").exit_code == 1
    assert run("build").stdout == f"wrote {PACKAGE}\n"
    assert run("build", "--check").exit_code == 0
    after = run("decide", ACT, "case.json", *DAYS)
    assert json.loads(after.stdout)["decisions"]["allowance"]["value"] == "50"
    assert "500" in (place / PACKAGE / "rules.py").read_text()


def test_a_change_of_the_vocabulary_is_noticed(place: Path) -> None:
    run("build")
    vocabulary = place / "statutes/example/family.vocabulary"
    vocabulary.write_text(
        vocabulary.read_text().replace("When was the child", "On which day was")
    )

    assert run("build", "--check").exit_code == 1
    assert "wrote" in run("build").stdout


def test_a_statute_with_errors_writes_nothing_and_leaves_what_was_there(place: Path) -> None:
    run("build")
    before = files_of(place / "generated")
    change(place, "lives in the country", "dwells in the country")
    result = run("build")

    assert result.exit_code == 1
    assert result.stderr.endswith("lawc: nothing was written\n")
    assert files_of(place / "generated") == before
    assert run("build", "--out", "other").exit_code == 1
    assert not (place / "other").exists()


def test_check_writes_nothing(place: Path) -> None:
    result = run("build", "--check")

    assert result.exit_code == 1
    assert f"{PACKAGE}/rules.py is stale" in result.stdout
    assert not (place / "generated").exists()


def test_a_folder_of_other_files_is_not_written_over(place: Path) -> None:
    folder = place / PACKAGE
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("the only copy")
    result = run("build")

    assert result.exit_code == 2
    assert "no package that lawc wrote" in result.stderr
    assert files_of(folder) == {"thesis.txt": b"the only copy"}


@pytest.mark.parametrize("out", ["taken", "taken/below"])
def test_a_place_that_cannot_be_written_to(place: Path, out: str) -> None:
    (place / "taken").write_text("a file")
    result = run("build", "--out", out)

    assert result.exit_code == 2
    assert "taken" in result.stderr
    assert (place / "taken").read_text() == "a file"


def test_two_acts_with_one_name_are_refused(place: Path) -> None:
    (place / ACT).with_name("family_allowance").mkdir()
    text = (place / ACT / "en.law").read_text()
    (place / ACT).with_name("family_allowance").joinpath("en.law").write_text(text)
    result = run("build")

    assert result.exit_code == 2
    assert "would be the same package `example_family_allowance`" in result.stderr


def test_a_folder_whose_name_is_no_name_of_a_package_is_refused(place: Path) -> None:
    (place / ACT).rename((place / ACT).with_name("family allowance"))
    result = run("build")

    assert result.exit_code == 2
    assert "gives no valid name of a package" in result.stderr


def test_acts_without_rules_have_no_package(place: Path) -> None:
    change(place, "Article 2.", "...\nArticle 2.")
    text = (place / ACT / "en.law").read_text().partition("...")[0]
    (place / ACT / "en.law").write_text(text)
    result = run("build")

    assert result.exit_code == 0
    assert "no package to write" in result.stdout


def test_a_change_of_one_article_changes_no_line_of_another(place: Path) -> None:
    run("build")
    before = {one.name: one.read_text().split("\n") for one in (place / PACKAGE).iterdir()}
    change(place, "474.37 euro", "500.01 euro")
    run("build")
    after = {one.name: one.read_text().split("\n") for one in (place / PACKAGE).iterdir()}
    lines_of = {
        name: [line for line in after[name] if line not in before[name]] for name in before
    }

    assert {name for name, new in lines_of.items() if new} == {
        "checked.json",
        "law.html",
        "law.json",
        "law.md",
        "rules.py",
        "slots.py",
    }
    assert all("500" in line for new in lines_of.values() for line in new)
