"""`lawc diff`: 0 nothing so far changed, 1 something did, 2 it cannot be compared."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
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
    repository,
    statutes,
)
from tests.commands.running import run

FORMATS = ("text", "json", "md", "html", "sarif", "junit")
SECOND = "statutes/town/second/en.law"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of a test: a repository that holds the rules of a library."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(repository(folder))
    return folder


@pytest.fixture
def wider(place: Path) -> Path:
    edit(place / TEXT, CONDITION, WIDER)
    return place


@pytest.fixture
def reworded(place: Path) -> Path:
    """Where a heading has other words: a change for which no solver is asked."""
    edit(place / TEXT, HEADING, WORDING)
    return place


def refused(*arguments: object) -> str:
    """Return why `lawc diff` does not run; nothing else is printed."""
    result = run("diff", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


# --- exit codes -----------------------------------------------------------------------------


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_changed_ends_with_0(form: str) -> None:
    result = run("diff", "--against", "HEAD", "statutes", "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    if form in ("text", "md", "html"):
        assert "nothing changed" in result.stdout


@pytest.mark.usefixtures("wider")
@pytest.mark.parametrize("form", FORMATS)
def test_a_change_ends_with_1(form: str) -> None:
    result = run("diff", "--against", "HEAD", "statutes", "--format", form)

    assert (result.exit_code, result.stderr) == (1, "")
    assert "wider" in result.stdout


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("form", FORMATS)
def test_what_cannot_be_compared_ends_with_2(form: str) -> None:
    assert "no commit" in refused("--against", "gone", "statutes", "--format", form)


@pytest.mark.usefixtures("wider")
@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("wording", 1),
        ("structure", 1),
        ("explain", 1),
        ("facts", 1),
        ("wider", 1),
        ("narrower", 0),
        ("mixed", 0),
        ("unproved", 0),
        ("never", 0),
    ],
)
def test_a_change_ends_with_1_from_the_level_on_that_is_asked_for(
    level: str, code: int
) -> None:
    result = run("diff", "--against", "HEAD", ACT, "--fail-on", level)

    assert result.exit_code == code
    assert "wider" in result.stdout


def test_a_change_of_words_is_below_what_decides(place: Path) -> None:
    edit(place / TEXT, HEADING, WORDING)

    assert run("diff", "--against", "HEAD", ACT).exit_code == 1
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "structure").exit_code == 0


def test_the_step_of_the_version_is_printed_alone(wider: Path) -> None:
    said = [run("diff", "--against", "HEAD", ACT, "--bump", "--fail-on", "never")]
    edit(wider / TEXT, WIDER, CONDITION)
    said.append(run("diff", "--against", "HEAD", ACT, "--bump"))

    assert [(one.exit_code, one.stdout) for one in said] == [(0, "minor\n"), (0, "none\n")]


@pytest.mark.usefixtures("place")
def test_an_unknown_level_is_refused() -> None:
    assert run("diff", "--against", "HEAD", ACT, "--fail-on", "wide").exit_code == 2


# --- what is compared -----------------------------------------------------------------------


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
        "town/second": ("mixed", "new"),
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
        "other/town/library/en.law": "mixed",
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


# --- what cannot be compared ----------------------------------------------------------------


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name two versions"),
        (("statutes",), "name two versions"),
        (("a", "b", "c"), "name two versions"),
        (("--against", "HEAD"), "name two versions"),
        (("gone", "statutes"), "there is no file or folder `gone`"),
        (
            ("nowhere:statutes", "statutes"),
            "`nowhere` is no commit of the repository `project`",
        ),
        (("HEAD:gone", "statutes"), "there is no `gone` at `HEAD`"),
        (("HEAD:../other", "statutes"), "is outside the repository"),
        (("HEAD:/etc", "statutes"), "is outside the repository"),
        (("-x:statutes", "statutes"), "o such option"),
        (("--", "--output=x:statutes", "statutes"), "is no commit"),
        (("--against", "--all", "statutes"), "is no commit"),
        (("--against", "", "statutes"), "`` is no commit"),
        (("--against", "HEAD", "gone"), "neither now nor at `HEAD`"),
        (("--against", "HEAD", "gone/further"), "there is no file or folder"),
        ((f"HEAD:{VOCABULARY}", "statutes"), "its name does not end in `.law`"),
        ((VOCABULARY, "statutes"), "its name does not end in `.law`"),
        ((r"C:\statutes", "statutes"), r"there is no file or folder `C:\statutes`"),
        (("C:/statutes", "statutes"), "there is no file or folder `C:/statutes`"),
        ((":statutes", "statutes"), "there is no file or folder `:statutes`"),
    ],
)
def test_what_is_not_there_is_named(arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(*arguments)


def test_a_path_outside_any_repository_has_no_commits(place: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shutil.copytree(place / "statutes", outside)

    assert "`HEAD`" in refused("--against", "HEAD", outside)
    assert "is in no repository of git" in refused("--against", "HEAD", outside)


def test_before_the_first_commit_every_act_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", at=statutes(tmp_path))
    monkeypatch.chdir(tmp_path)

    assert "this act is new" in run("diff", "--against", "HEAD", "statutes").stdout
    assert "there is no `statutes` at `HEAD`" in refused("HEAD:statutes", "statutes")
    assert "`main~1` is no commit" in refused("--against", "main~1", "statutes")


def test_without_git_a_commit_cannot_be_read(
    wider: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(wider / "statutes", tmp_path / "copy")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))

    assert "needs the program `git`" in refused("--against", "HEAD", "statutes")
    assert "needs the program `git`" in refused("HEAD:statutes", "statutes")
    assert run("diff", tmp_path / "copy", "statutes").exit_code == 0


@pytest.mark.parametrize(
    ("side", "label"),
    [("new", "statutes"), ("old", "HEAD:statutes")],
)
def test_the_side_that_does_not_compile_is_named(place: Path, side: str, label: str) -> None:
    edit(place / TEXT, "A person who lives", "A person who dwells")
    if side == "old":
        committed(place)
        git("checkout", "-q", "HEAD~1", "--", ".", at=place)
    said = refused("--against", "HEAD", "statutes")

    assert said.startswith(f"the {side} version ({label}):\nerror[L101]")
    assert said.endswith(
        f"lawc: the {side} version ({label}) has errors, so there is nothing to compare\n"
    )


def test_what_is_wrong_with_a_vocabulary_is_shown_once(place: Path) -> None:
    shutil.copytree((place / TEXT).parent, (place / SECOND).parent)
    edit(place / VOCABULARY, "means lives_in_town", "means dwells_in_town")

    assert refused("--against", "HEAD", "statutes").count("called `dwells_in_town`") == 1


def test_all_that_does_not_compile_is_shown(place: Path) -> None:
    edit(place / TEXT, "A person who lives", "A person who dwells")
    committed(place)
    edit(place / TEXT, "A person who dwells", "A person who stays")
    said = refused("--against", "HEAD", "statutes", "-o", "out.txt")

    assert "dwells" in said
    assert "stays" in said
    assert not (place / "out.txt").exists()


def test_a_text_alone_is_not_compared_with_several_acts(place: Path, tmp_path: Path) -> None:
    (place / SECOND).parent.mkdir()
    shutil.copy(place / TEXT, place / SECOND)
    shutil.copy(place / TEXT, tmp_path / "new.law")

    assert "is one act and `statutes` holds 2" in refused("statutes", tmp_path / "new.law")


def test_two_texts_alone_have_no_vocabulary(place: Path, tmp_path: Path) -> None:
    for name in ("old.law", "new.law"):
        shutil.copy(place / TEXT, tmp_path / name)

    assert "must stand in the folder of its act" in refused(
        tmp_path / "old.law", tmp_path / "new.law"
    )


@pytest.mark.usefixtures("wider")
def test_a_missing_solver_is_told_in_one_line() -> None:
    code = "import sys; sys.modules['z3'] = None; from lawc.cli import run; run()"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, "diff", "--against", "HEAD", "statutes"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "lawc: comparing needs the solver: pip install 'lawc[smt]'\n"


# --- where it is written --------------------------------------------------------------------


def test_a_file_takes_the_form_that_its_ending_says(wider: Path) -> None:
    names = ("a.json", "a.md", "a.html", "a.sarif", "a.sarif.json", "a.xml", "a.txt")
    outs = [part for name in names for part in ("-o", f"out/{name}")]
    result = run("diff", "--against", "HEAD", "statutes", *outs)
    texts = {name: (wider / "out" / name).read_text("utf-8") for name in names}

    assert result.exit_code == 1
    assert result.stdout == "".join(f"wrote out/{name}\n" for name in names)
    assert json.loads(texts["a.json"])["level"] == "wider"
    assert texts["a.md"].startswith("# ")
    assert texts["a.html"].startswith("<!DOCTYPE html>")
    assert json.loads(texts["a.sarif"])["version"] == "2.1.0"
    assert texts["a.sarif"] == texts["a.sarif.json"]
    assert texts["a.xml"].startswith("<?xml")
    assert texts["a.txt"].startswith("town/library: wider")


def test_a_format_that_is_asked_for_comes_before_the_ending(wider: Path) -> None:
    run("diff", "--against", "HEAD", "statutes", "-o", "a.json", "--format", "sarif")

    assert "$schema" in json.loads((wider / "a.json").read_text())


@pytest.mark.parametrize("out", ["statutes", f"{VOCABULARY}/x.txt"])
def test_what_cannot_be_written_leaves_all_as_it_was(wider: Path, out: str) -> None:
    before = sorted(wider.rglob("*"))
    result = run("diff", "--against", "HEAD", "statutes", "-o", out)

    assert result.exit_code == 2
    assert sorted(wider.rglob("*")) == before


# --- approvals ------------------------------------------------------------------------------


def approve(folder: Path, *fingerprints: str) -> str:
    """Write a file of approvals, and return its path."""
    one = '[[approved]]\nfingerprint = "{}"\nreason = "as the drafters meant"\n'
    (folder / "approved.toml").write_text("".join(map(one.format, fingerprints)))
    return "approved.toml"


def fingerprints(*arguments: str) -> list[str]:
    """Return the fingerprints of the changes of the act."""
    said = json.loads(run("diff", *arguments, "--format", "json").stdout)["acts"]
    rows = [change["fingerprint"] for one in said for change in one["changes"]]
    return rows + [one["fingerprint"] for one in said if one["fingerprint"]]


@pytest.mark.parametrize("form", FORMATS)
def test_an_approved_change_is_shown_with_its_reason_and_not_stopped(
    wider: Path, form: str
) -> None:
    given = ("--against", "HEAD", "statutes")
    approved = approve(wider, *fingerprints(*given))
    result = run("diff", *given, "--approvals", approved, "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "as the drafters meant" in result.stdout


def test_what_is_not_approved_stops(wider: Path) -> None:
    approved = approve(wider, "0123456789ab")
    result = run("diff", "--against", "HEAD", "statutes", "--approvals", approved)

    assert result.exit_code == 1
    assert result.stderr == "lawc: `0123456789ab` is approved and names no change\n"


def test_a_new_act_can_be_approved(place: Path) -> None:
    (place / SECOND).parent.mkdir()
    shutil.copy(place / TEXT, place / SECOND)
    given = ("--against", "HEAD", "statutes")
    approved = approve(place, *fingerprints(*given))

    assert run("diff", *given, "--approvals", approved).exit_code == 0
    edit(place / SECOND, CONDITION, WIDER)
    assert run("diff", *given, "--approvals", approved).exit_code == 1


def test_changes_that_are_mixed_together_are_approved_one_by_one(place: Path) -> None:
    old = "A person who has reached the age of sixty years on the day of the request is"
    edit(place / TEXT, "\n2. The base", f"\n2. {old} entitled to a card.\n3. The base")
    committed(place)
    edit(place / TEXT, "sixty", "seventy")
    edit(place / TEXT, CONDITION, WIDER)
    given = ("--against", "HEAD", "statutes")
    found = fingerprints(*given)
    assert len(found) == 2

    for level, some, code in (
        ("mixed", found[:0], 1),
        ("mixed", found[:1], 0),
        ("narrower", found[:1], 1),
        ("narrower", found[1:], 0),
        ("wording", found, 0),
    ):
        approved = approve(place, *some)
        result = run("diff", *given, "--approvals", approved, "--fail-on", level)
        assert result.exit_code == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("approved = [", "not TOML"),
        ("[[approved]]\nfingerprint = '0123456789ab'\n", "must have"),
        ("[[approved]]\nfingerprint = 'x'\nreason = 'y'\n", "is not twelve digits"),
        ("[[approved]]\nfingerprint = '0123456789ab'\nreason = ' '\n", "says no reason"),
        ("[other]\n", "and nothing else"),
    ],
)
def test_a_file_that_approves_nothing_is_refused(place: Path, text: str, said: str) -> None:
    (place / "approved.toml").write_text(text)

    assert said in refused("--against", "HEAD", "statutes", "--approvals", "approved.toml")


@pytest.mark.usefixtures("place")
def test_a_file_of_approvals_that_is_not_there_is_refused() -> None:
    assert "cannot be read" in refused("--against", "HEAD", "statutes", "--approvals", "gone")
