"""`lawc amend --table` and `--redline`: the comparative table and the tracked changes."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from tests.commands.running import ACT, environment, finish, run, start

from lawc.amend.comparing import front_lines, lines
from lawc.amend.elements import Text
from lawc.source import Source

AMENDMENT = """\
LAW

Article 1. Amendments

This Law amends the Law "FAMILY ALLOWANCE ACT" as follows:
1) in paragraph 3 of Article 3, the words "nearest cent" are replaced by the words
   "next *euro*";
   Note. Cents | are rare.
   They cost <more>.
2) point 3) of paragraph 1 of Article 1 is deleted;
3) Article 2-1 is inserted after Article 2 as follows:
   "Article 2-1. Payment
   1. Note. It is paid:
   1) monthly.".
"""


@pytest.fixture
def amendment(place: Path) -> Path:
    path = place / "one.en.law"
    path.write_text(AMENDMENT)
    return path


@pytest.mark.parametrize("ending", ["md", "html"])
def test_the_table_is_as_it_was_read(
    amendment: Path, golden: Callable[[str, str], None], ending: str
) -> None:
    path = amendment.with_name(f"table.{ending}")
    result = run("amend", ACT, amendment, "--no-check", "--table", path)

    assert (result.exit_code, result.stdout) == (0, f"wrote {path}\n")
    assert "is not shown: a text has errors" in result.stderr
    styled = re.compile("<style>.*</style>", re.DOTALL)  # which the other pages show
    golden(f"amended/table.{ending}", styled.sub("", path.read_text()))


def test_the_table_of_a_document_says_what_the_other_tables_say(amendment: Path) -> None:
    path = amendment.with_name("table.docx")
    run("amend", ACT, amendment, "--no-check", "--table", path)
    document = docx.Document(str(path))
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]

    assert cells[0] == [
        "No.", "Structural element", "Current wording", "Proposed wording", "Justification",
        "Whom it affects",
    ]  # fmt: skip
    assert [row[1] for row in cells[1:]] == [
        "Point 3) of paragraph 1 of Article 1",
        "Article 2-1",
        "Paragraph 3 of Article 3",
    ]
    assert cells[2][2:4] == ["—", "Article 2-1. Payment\n1. Note. It is paid:\n1) monthly."]
    assert cells[3][4:] == ["Cents | are rare. They cost <more>.", "—"]
    runs = [one for row in table.rows for cell in row.cells for one in _runs(cell)]
    assert "nearest cent" in [one.text for one in runs if one.font.strike]
    assert "next *euro*" in [one.text for one in runs if one.bold]


def _runs(cell: Any) -> list[Any]:
    return [run for paragraph in cell.paragraphs for run in paragraph.runs]


def test_rejected_the_tracked_changes_give_the_old_text_and_accepted_the_new(
    place: Path, amendment: Path
) -> None:
    assert (
        run(
            "amend", ACT, amendment, "--no-check", "--redline", "r.docx", "-o", "n.law"
        ).exit_code
        == 0
    )
    body = docx.Document("r.docx").element.body
    rejected, accepted = _lines(body, "w:ins", "w:delText"), _lines(body, "w:del", "w:t")

    assert rejected == _all_lines((place / ACT / "en.law").read_text())
    assert accepted == _all_lines((place / "n.law").read_text())
    assert rejected != accepted


def _lines(body: Any, gone: str, kept: str) -> list[str]:
    """Return the paragraphs of a body without what `gone` tracks."""
    found = []
    for paragraph in body.iter(qn("w:p")):
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(gone)}") is not None:
            continue
        said = [
            text.text
            for text in paragraph.iter(qn("w:t"), qn(kept))
            if all(above.tag != qn(gone) for above in text.iterancestors())
        ]
        found.append("".join(said))
    return found


def _all_lines(text: str) -> list[str]:
    read = Text(Source("x/y/en.law", text), "en")
    tops = range(len(read.root.units))
    return [*front_lines(read), *(x for one in tops for x in lines(read, (one,), whole=True))]


@pytest.mark.slow
def test_documents_have_the_same_bytes_and_no_moment(place: Path, amendment: Path) -> None:
    options = ("--table", "t.docx", "--redline", "r.docx", "--no-check")
    found = set()
    for seed in ("1", "2"):
        run_ = start("amend", ACT, amendment, *options, env=environment(PYTHONHASHSEED=seed))
        assert finish(run_)[0] == 0
        found.add((Path("t.docx").read_bytes(), Path("r.docx").read_bytes()))

    assert len(found) == 1
    for name in ("t.docx", "r.docx"):
        about = docx.Document(str(place / name)).core_properties
        assert about.modified is not None
        assert about.modified.replace(tzinfo=None) == datetime(2000, 1, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--table", "t.pdf"), "a table cannot be written to"),
        (("--redline", "t.md"), "tracked changes cannot be written to"),
        (("--table", "t.docx", "--redline", "t.docx"), "two outputs"),
        (("--table", "t.md", "--from"), "`--from`"),
        (("--table", "one.en.law/t.md", "-o", "n.law", "--no-check"), "cannot be written"),
    ],
)
@pytest.mark.usefixtures("place")
def test_what_cannot_be_written_ends_with_2_and_writes_nothing(
    amendment: Path, options: tuple[str, ...], said: str
) -> None:
    before = sorted(amendment.parent.iterdir())
    result = run("amend", ACT, amendment, *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert sorted(amendment.parent.iterdir()) == before


def test_with_a_problem_no_document_is_written(amendment: Path) -> None:
    amendment.write_text(AMENDMENT.replace("Article 3,", "Article 7,"))
    result = run("amend", ACT, amendment, "--table", "t.md", "--redline", "r.docx")

    assert (result.exit_code, result.stdout) == (1, "")
    assert not Path("t.md").exists()
    assert not Path("r.docx").exists()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_word_processor_opens_the_documents(place: Path, amendment: Path) -> None:
    run("amend", ACT, amendment, "--table", "t.docx", "--redline", "r.docx", "--no-check")
    for name in ("t", "r"):
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", f"{name}.docx"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
        assert Path(f"{name}.pdf").read_bytes().startswith(b"%PDF")


# --- whom it affects ----------------------------------------------------------------------

FEWER = """\
LAW

Article 1. Amendment

This Law amends the Law "FAMILY ALLOWANCE ACT" as follows:
1) in paragraph 3 of Article 3, the words "nearest cent" are replaced by the words "next cent".
"""


def test_the_table_says_whom_a_change_affects(place: Path) -> None:
    pytest.importorskip("z3")
    (place / "two.en.law").write_text(FEWER.replace("next cent", "nearest euro"))

    assert run("amend", ACT, "two.en.law", "--table", "t.md").exit_code == 0

    row = (place / "t.md").read_text().splitlines()[-1]
    assert "allowance: an amount → a larger amount (better)" in row
    assert "allowance: an amount → a smaller amount (worse)" in row


@pytest.mark.parametrize("ending", ["md", "html", "json", "txt"])
def test_a_comparison_is_written_beside_the_text(place: Path, ending: str) -> None:
    pytest.importorskip("z3")
    (place / "two.en.law").write_text(FEWER.replace("next cent", "nearest euro"))

    done = run("amend", ACT, "two.en.law", "--diff", f"d.{ending}", "-o", "n.law")

    assert done.exit_code == 0
    assert "mixed" in (place / f"d.{ending}").read_text()


def test_the_versions_of_an_element_are_told_as_one(place: Path) -> None:
    pytest.importorskip("z3")
    (place / "three.en.law").write_text(
        'LAW\n\nArticle 1.\n\nThis Law amends the Law "FAMILY ALLOWANCE ACT". In paragraph 2 '
        'of Article 2, the words "each of" are replaced by the words "at least one of". '
        "This Law enters into force on 1 July 2030.\n"
    )
    assert run("amend", ACT, "three.en.law", "--table", "t.md").exit_code == 0

    row = (place / "t.md").read_text().splitlines()[-1]
    assert row.endswith("| entitled: no → yes (better) |")


def test_a_text_with_errors_is_not_compared(place: Path) -> None:
    (place / "two.en.law").write_text(FEWER.replace("next cent", "next *euro*"))

    done = run("amend", ACT, "two.en.law", "--diff", "d.md", "-o", "n.law")

    assert done.exit_code == 1
    assert not (place / "d.md").exists()
    assert not (place / "n.law").exists()


def test_a_comparison_has_a_form(place: Path) -> None:
    (place / "two.en.law").write_text(FEWER)

    done = run("amend", ACT, "two.en.law", "--diff", "d.pdf")

    assert (done.exit_code, "let its name end in one of .md" in done.output) == (2, True)
