"""Versions that `lawc diff` compares: paths on disk and at commits, acts by their names."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.diff.running import SECOND, refused
from tests.commands.repository import (
    ACT,
    CONDITION,
    HEADING,
    TEXT,
    VOCABULARY,
    WIDER,
    WORDING,
    committed,
    edit,
    git,
    statutes,
)
from tests.commands.running import run

STATUTES = Path(__file__).parents[3] / "statutes"


@pytest.mark.usefixtures("reworded")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("HEAD:statutes", "statutes"),
        (f"HEAD:{ACT}", ACT),
        (f"main:{TEXT}", TEXT),
        ("main:", "."),
        (f"HEAD:./{ACT}", ACT),
        (f"HEAD:{ACT}/", f"{ACT}/"),
        (f"main:statutes/../{TEXT}", ACT),
        ("main~0:statutes/town", "statutes/town"),
    ],
)
def test_a_version_may_be_a_path_at_a_commit(old: str, new: str) -> None:
    result = run("diff", old, new)

    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith("town/library: wording")


def test_both_versions_may_be_of_commits(reworded: Path) -> None:
    committed(reworded)

    assert "wording" in run("diff", "HEAD~1:statutes", "HEAD:statutes").stdout
    assert "wording" in run("diff", "HEAD:statutes", "HEAD~1:statutes").stdout


def test_paths_of_a_commit_are_counted_from_the_top(
    reworded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(reworded / "statutes")

    assert run("diff", "HEAD:statutes/town", "town").exit_code == 1
    assert run("diff", "HEAD:./town", "town").exit_code == 1
    assert run("diff", "--against", "HEAD", "town").exit_code == 1
    assert run("diff", "--against", "HEAD", reworded / TEXT).exit_code == 1
    assert "from this folder it is `HEAD:./town`" in refused("HEAD:town", "town")


def test_a_repository_elsewhere_is_found_by_the_path(
    reworded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("diff", "--against", "HEAD", reworded / "statutes").exit_code == 1


def test_a_hook_may_have_told_where_another_repository_is(
    reworded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(reworded / "nowhere"))

    assert run("diff", "--against", "HEAD", "statutes").exit_code == 1


def test_the_vocabulary_is_that_of_each_version(place: Path) -> None:
    edit(place / VOCABULARY, "means attends_school", "means attends_school or books >= 9")

    assert "same words, another meaning" in run("diff", "--against", "HEAD", ACT).stdout
    assert run("diff", f"HEAD:{ACT}", ACT).exit_code == 1


def test_acts_of_a_folder_are_found_by_their_names(reworded: Path) -> None:
    (reworded / SECOND).parent.mkdir()
    shutil.copy(reworded / TEXT, reworded / SECOND)
    result = run("diff", "--against", "HEAD", "statutes", "--format", "json")
    acts = {
        one["act"]: (one["level"], one["only_in"]) for one in json.loads(result.stdout)["acts"]
    }

    assert acts == {
        "town/library": ("wording", None),
        "town/second": ("new", "new"),
    }


def test_an_act_that_is_new_or_gone_is_told(place: Path) -> None:
    (place / SECOND).parent.mkdir()
    shutil.copy(place / TEXT, place / SECOND)
    committed(place)
    shutil.rmtree((place / SECOND).parent)

    for path in ("statutes", "statutes/town/second", SECOND):
        result = run("diff", "--against", "HEAD", path)
        assert result.exit_code == 1
        assert "this act is gone" in result.stdout
    new = run("diff", "--against", "HEAD~1", "statutes")
    assert new.exit_code == 0
    git("checkout", "-q", ".", at=place)
    for path in ("statutes", "statutes/town/second", SECOND):
        result = run("diff", "--against", "HEAD~1", path)
        assert result.exit_code == 1
        assert "this act is new" in result.stdout


def test_the_first_statutes_of_a_repository_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", at=tmp_path)
    git("commit", "-q", "--allow-empty", "-m", "nothing", at=tmp_path)
    statutes(tmp_path)

    assert "this act is new" in run("diff", "--against", "HEAD", "statutes").stdout


def test_the_text_alone_takes_the_place_of_the_act(place: Path, tmp_path: Path) -> None:
    alone = tmp_path / "elsewhere/new.law"
    alone.parent.mkdir()
    alone.write_text((place / TEXT).read_text().replace(HEADING, WORDING))

    assert "wording" in run("diff", ACT, alone).stdout
    assert "wording" in run("diff", alone, TEXT).stdout
    beside = place / ACT / "draft.law"
    alone.rename(beside)
    assert "wording" in run("diff", TEXT, beside).stdout


def test_what_amend_writes_can_be_compared(place: Path, tmp_path: Path) -> None:
    title = (place / TEXT).read_text().partition("\n")[0]
    amendment = place / ACT / "amendments/one.en.law"
    amendment.parent.mkdir()
    amendment.write_text(
        f'LAW\n\nArticle 1. Amendment\n\nThis Law amends the Law "{title}". '
        'The heading of Article 1 is replaced by "Words".\n'
    )
    new = tmp_path / "new.law"

    assert run("amend", ACT, amendment, "-o", new).exit_code == 0
    result = run("diff", ACT, new)
    assert result.exit_code == 1
    assert "wording" in result.stdout


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r"),
    ],
    ids=["lines of Windows", "a mark of the byte order", "both"],
)
def test_what_an_editor_adds_is_no_change(place: Path, change: object) -> None:
    assert callable(change)
    path = place / TEXT
    path.write_bytes(change(path.read_bytes()))

    result = run("diff", "--against", "HEAD", "statutes")
    assert (result.exit_code, result.stdout) == (
        0,
        "town/library: nothing changed\n\n",
    )


@pytest.mark.parametrize(
    "name", ["with spaces", "a:b", "семья", "HEAD:x", "-o", "100%", "a\\b"]
)
def test_a_folder_may_be_called_anything(place: Path, name: str) -> None:
    (place / ACT).rename(place / "statutes/town" / name)
    path = f"statutes/town/{name}"
    committed(place)
    edit(place / path / "en.law", HEADING, WORDING)

    assert "wording" in run("diff", "--against", "HEAD", path).stdout
    assert "wording" in run("diff", f"HEAD:{path}", path).stdout
    made = json.loads(run("diff", "--against", "HEAD", path, "--format", "sarif").stdout)
    place_of = made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    uri = place_of["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert uri.startswith("statutes/town/")


def test_a_name_that_is_no_text_is_spelled_out(place: Path) -> None:
    name = os.fsdecode(b"a\xff")
    (place / ACT).rename(place / "statutes/town" / name)
    committed(place)
    path = f"statutes/town/{name}"
    edit(place / path / "en.law", HEADING, WORDING)
    outs = [
        part for one in ("json", "md", "html", "sarif", "xml") for part in ("-o", f"o.{one}")
    ]

    assert run("diff", "--against", "HEAD", path, *outs).exit_code == 1
    assert (
        json.loads((place / "o.json").read_text("utf-8"))["acts"][0]["act"] == "town/a\\udcff"
    )
    assert "a%FF/en.law" in (place / "o.sarif").read_text("utf-8")


def test_an_act_that_is_named_twice_is_compared_once(reworded: Path) -> None:
    del reworded
    result = run("diff", "--against", "HEAD", "statutes", ACT, "./statutes")

    assert result.stdout.count("town/library: wording") == 1


def test_acts_of_one_name_are_told_apart(reworded: Path) -> None:
    shutil.copytree(reworded / "statutes", reworded / "other")
    said = json.loads(
        run("diff", "--against", "HEAD", "statutes", "other", "--format", "json").stdout
    )

    assert {one["act"]: one["level"] for one in said["acts"]} == {
        TEXT: "wording",
        "other/town/library/en.law": "new",
    }


def test_what_is_on_disk_comes_before_a_commit(place: Path) -> None:
    (place / "main:statutes").mkdir()

    assert "`main:statutes` holds no statute" in refused("main:statutes", "statutes")


def test_links_are_followed_inside_a_commit(place: Path) -> None:
    (place / "shared.vocabulary").write_bytes((place / VOCABULARY).read_bytes())
    (place / VOCABULARY).unlink()
    (place / VOCABULARY).symlink_to("../../shared.vocabulary")
    committed(place)
    edit(place / TEXT, HEADING, WORDING)

    assert "wording" in run("diff", "--against", "HEAD", ACT).stdout


def test_a_link_that_leads_out_of_a_commit_is_not_followed(place: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.law").write_text((place / TEXT).read_text())
    (place / TEXT).unlink()
    (place / TEXT).symlink_to("../../../../outside.law")
    committed(place)

    assert "holds no statute" in refused(f"HEAD:{ACT}", tmp_path / "outside.law")


def test_a_tree_made_by_hand_writes_nothing_outside(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    blob = git("hash-object", "-w", TEXT, at=place).strip()
    inner = made_tree(place, f"100644 blob {blob}\tevil.law\n")
    for _ in range(5):
        inner = made_tree(place, f"040000 tree {inner}\t..\n")
    whole = made_tree(place, f"040000 tree {inner}\tstatutes\n")

    assert "holds no statute" in refused(f"{whole}:statutes", "statutes")
    assert not list(tmp_path.rglob("evil.law"))


def made_tree(place: Path, entries: str) -> str:
    """Write a tree of git as it is said, right or wrong, and return its name."""
    done = subprocess.run(
        ["git", "mktree"],  # noqa: S607
        cwd=place,
        input=entries,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def test_attributes_of_archives_do_not_hide_statutes(place: Path) -> None:
    (place / ".gitattributes").write_text("statutes export-ignore\n")
    committed(place)
    edit(place / TEXT, HEADING, WORDING)

    assert "wording" in run("diff", "--against", "HEAD", "statutes").stdout


def test_a_fingerprint_does_not_depend_on_where_the_repository_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = set()
    for top in (".", "statutes", "statutes/town"):
        folder = statutes(tmp_path / f"{len(top)}")
        git("init", "-q", at=folder / top)
        committed(folder / top)
        monkeypatch.chdir(folder / top)
        edit(folder / TEXT, HEADING, WORDING)
        result = run("diff", "--against", "HEAD", folder / TEXT, "--format", "json")
        found.add(json.loads(result.stdout)["acts"][0]["changes"][0]["fingerprint"])

    assert len(found) == 1


# --- acts whose folders have other names ----------------------------------------------------


def levels_of_acts(*arguments: object) -> dict[str, object]:
    """Return the level of each act that is compared."""
    made = json.loads(run("diff", *arguments, "--format", "json").stdout)
    return {one["act"]: one["level"] for one in made["acts"]}


@pytest.mark.parametrize(
    "now",
    [
        lambda text: text,
        lambda text: text.replace("lives in", "does not live in"),
        lambda text: text.replace("LIBRARY RULES", "RULES OF THE LIBRARY"),
    ],
    ids=["the same text", "the same title", "most of the words"],
)
def test_an_act_whose_folder_has_another_name_is_the_same_act(
    place: Path, now: Callable[[str], str]
) -> None:
    (place / SECOND).parent.mkdir()
    other = "OTHER RULES\n\nArticle 1. Visits\n\nThe base is 12 euro.\n"
    (place / SECOND).write_text(other, "utf-8")
    committed(place)
    (place / TEXT).parent.rename((place / TEXT).parent.with_name("books"))
    moved = (place / TEXT).parent.with_name("books") / "en.law"
    moved.write_text(now(moved.read_text("utf-8")), "utf-8")

    found = levels_of_acts("--against", "HEAD", "statutes")

    assert found.keys() == {"town/books", "town/second"}
    assert found["town/books"] != "new"


def test_a_jurisdiction_whose_folder_has_another_name_holds_the_same_acts(
    tmp_path: Path,
) -> None:
    for name in ("old", "new"):
        shutil.copytree(STATUTES / "kz", tmp_path / name)
    edit(tmp_path / "new" / "criminal-code" / "en.law", "364 to 370", "364 to 369")

    found = levels_of_acts(tmp_path / "old", tmp_path / "new")

    assert found == {"new/amnesty-2025": "wider", "new/criminal-code": "narrower"}


def test_an_act_that_another_one_cites_may_have_another_name(tmp_path: Path) -> None:
    for name in ("old", "new"):
        shutil.copytree(STATUTES / "kz", tmp_path / name / "kz")
    (tmp_path / "new/kz/criminal-code").rename(tmp_path / "new/kz/code")
    edit(tmp_path / "new/kz/criminal.vocabulary", '"criminal-code"', '"code"')

    found = levels_of_acts(tmp_path / "old", tmp_path / "new")

    assert found == {"kz/amnesty-2025": None, "kz/code": "interface"}


# --- where a branch left another ------------------------------------------------------------


def test_what_another_branch_got_since_is_no_change_of_this_one(place: Path) -> None:
    git("checkout", "-q", "-b", "branch", at=place)
    edit(place / TEXT, HEADING, WORDING)
    committed(place)
    git("checkout", "-q", "main", at=place)
    edit(place / TEXT, CONDITION, WIDER)
    committed(place)
    git("checkout", "-q", "branch", at=place)

    assert levels_of_acts("--against", "main", "statutes") == {"town/library": "narrower"}
    assert levels_of_acts("--against", "main", "--merge-base", "statutes") == {
        "town/library": "wording"
    }


def test_a_branch_that_has_nothing_in_common_is_told(place: Path) -> None:
    git("checkout", "-q", "--orphan", "other", at=place)
    edit(place / TEXT, HEADING, WORDING)
    committed(place)
    result = run("diff", "--against", "main", "--merge-base", "statutes")

    assert result.exit_code == 2
    assert "`main` and what is checked out have no commit in common here" in result.stderr


def test_two_versions_that_are_named_have_no_branch(place: Path) -> None:
    del place
    result = run("diff", "HEAD:statutes", "statutes", "--merge-base")

    assert result.exit_code == 2
    assert "`--merge-base` needs `--against REF` and paths" in result.stderr
