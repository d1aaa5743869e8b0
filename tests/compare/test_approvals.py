"""Changes that were looked at: what a file of approvals may say, and what it stops."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("z3")

from tests.commands.repository import CONDITION, TEXT, WIDER, edit, statutes
from tests.commands.running import run
from tests.compare.test_matching import OLD, OLDER, TOWN, points
from tests.compare.written import as_comparisons, compared

from lawc.compare.acts import Comparisons
from lawc.compare.approvals import ApprovalError, read_approvals
from lawc.compare.levels import Level
from lawc.compare.report import Compared

ONE = '[[approved]]\nfingerprint = "0365c8462363"\nreason = "as was meant"\n'


def test_what_is_approved_is_read_with_its_reason() -> None:
    assert read_approvals(ONE) == {"0365c8462363": "as was meant"}


def test_a_file_may_approve_nothing() -> None:
    assert read_approvals("# nothing yet\n") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[approved", "not TOML: "),
        ("approved = 1\n", "a file of approvals has tables `[[approved]]` and nothing else"),
        (
            f'title = "x"\n{ONE}',
            "a file of approvals has tables `[[approved]]` and nothing else",
        ),
        ("approved = [1]\n", "approval 1 must have a `fingerprint` and a `reason`"),
        ("[[approved]]\n", "approval 1 must have a `fingerprint` and a `reason`"),
        (f"{ONE}by = 'x'\n", "approval 1 must have a `fingerprint` and a `reason`"),
        (
            ONE.replace("0365c8462363", "0365C8462363"),
            "the fingerprint of approval 1 is not twelve digits 0 to f",
        ),
        (
            ONE.replace('"0365c8462363"', "365846236300"),
            "the fingerprint of approval 1 is not twelve digits 0 to f",
        ),
        (ONE.replace("as was meant", " "), "approval 1 says no reason"),
        (ONE.replace('"as was meant"', "true"), "approval 1 says no reason"),
        (ONE + ONE, "`0365c8462363` is approved twice"),
    ],
)
def test_what_is_no_approval_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(ApprovalError) as refused:
        read_approvals(text)

    assert str(refused.value).startswith(said)


# --- what they do -----------------------------------------------------------------------


@pytest.fixture
def narrower() -> Comparisons:
    return as_comparisons(compared(points(TOWN, OLD), points(TOWN, OLDER)))


def approved(found: Comparisons, *fingerprints: str) -> Comparisons:
    return replace(found, approved=dict.fromkeys(fingerprints, "seen"))


def prints(found: Comparisons) -> list[str]:
    return [row.fingerprint for one in found.acts for row in getattr(one.result, "rows", ())]


def test_a_change_that_is_approved_stops_nothing(narrower: Comparisons) -> None:
    assert narrower.reaching(Level.NARROWER)
    assert not approved(narrower, *prints(narrower)).reaching(Level.NARROWER)


def test_an_approval_of_another_change_does_not_help(narrower: Comparisons) -> None:
    other = approved(narrower, "0365c8462363")

    assert other.reaching(Level.NARROWER)
    assert other.unused == ("0365c8462363",)


def test_what_is_not_settled_as_a_whole_is_stopped_though_each_part_is_approved(
    narrower: Comparisons,
) -> None:
    (act,) = narrower.acts
    assert isinstance(act.result, Compared)
    unproved = replace(act, result=replace(act.result, level=Level.UNPROVED, gave_up=True))
    found = replace(approved(narrower, *prints(narrower)), acts=(unproved,))

    assert found.reaching(Level.WORDING)


def test_a_fingerprint_stays_when_the_text_is_laid_out_otherwise(
    narrower: Comparisons,
) -> None:
    old, new = points(TOWN, OLD), points(TOWN, OLDER)
    wide = as_comparisons(
        compared(
            old.replace("person lives", "person\n   lives"),
            new.replace(" on the", "\n   on the"),
        )
    )

    assert prints(wide) == prints(narrower)


def test_a_change_that_does_something_else_has_another_fingerprint(
    narrower: Comparisons,
) -> None:
    turned = as_comparisons(compared(points(TOWN, OLDER), points(TOWN, OLD)))

    assert not set(prints(turned)) & set(prints(narrower))


# --- the command ------------------------------------------------------------------------


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of the rules of a library, of which the new one gives cards to more."""
    old, new = statutes(tmp_path / "old"), statutes(tmp_path / "new")
    edit(new / TEXT, CONDITION, WIDER)
    return old, new


def diff(versions: tuple[Path, Path], *more: object) -> tuple[int, str]:
    old, new = versions
    made = run("diff", old / TEXT, new / TEXT, *more)
    return made.exit_code, made.output


def test_a_change_ends_with_one_and_an_approved_one_with_zero(
    versions: tuple[Path, Path], tmp_path: Path
) -> None:
    code, said = diff(versions)
    (fingerprint,) = re.findall(r"fingerprint ([0-9a-f]{12})", said)
    approvals = tmp_path / "approvals.toml"
    approvals.write_text(ONE.replace("0365c8462363", fingerprint), "utf-8")

    assert code == 1
    code, said = diff(versions, "--approvals", approvals)
    assert code == 0
    assert "approved: as was meant" in said


def test_an_approval_that_names_nothing_is_told(
    versions: tuple[Path, Path], tmp_path: Path
) -> None:
    approvals = tmp_path / "approvals.toml"
    approvals.write_text(ONE, "utf-8")

    code, said = diff(versions, "--approvals", approvals)

    assert code == 1
    assert "lawc: `0365c8462363` is approved, but no change has this fingerprint" in said


def test_a_file_that_is_none_of_approvals_ends_with_two(
    versions: tuple[Path, Path], tmp_path: Path
) -> None:
    approvals = tmp_path / "approvals.toml"
    approvals.write_text(ONE + ONE, "utf-8")

    code, said = diff(versions, "--approvals", approvals)

    assert code == 2
    assert "`0365c8462363` is approved twice" in said


def test_layout_and_line_ends_change_no_fingerprint(versions: tuple[Path, Path]) -> None:
    _, said = diff(versions)
    text = versions[1] / TEXT
    edit(text, "the town is", "the\n      town is")
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))

    assert diff(versions)[1] == said
    assert run("fmt", text).exit_code == 0
    assert diff(versions)[1] == said
