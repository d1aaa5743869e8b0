"""`lawc new --from`: a bill becomes an act in its own words, or is refused with the place."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.commands.running import run

LAW = Path("statutes/xx/housing/en.law")
WORDS = Path("statutes/xx/housing.vocabulary")
MARK = "Note. Not read yet: "
BILL = """\
HOUSING GRANT ACT

Article 1. Who gets the grant

1. A person who rents a dwelling is entitled to the grant if any of the following applies:
   1) the person has a child; or
   2) the person is a student.
2. A person who owns a dwelling is not entitled to the grant.
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def begun(text: str | bytes, name: str = "bill.txt") -> str:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    result = run("new", "xx/housing", "--from", name)
    assert (result.exit_code, result.stderr) == (0, "")
    return LAW.read_text("utf-8")


def refused(text: str | bytes, name: str = "bill.txt") -> str:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    result = run("new", "xx/housing", "--from", name)
    assert result.exit_code in (1, 2)
    assert not Path("statutes").exists()
    return result.stderr


def test_every_word_and_number_of_the_bill_stays_where_it_is() -> None:
    assert begun(BILL).replace(MARK, "").split() == BILL.split()


def test_what_is_not_understood_is_marked() -> None:
    assert begun(BILL).count(MARK) == 4


def test_with_all_the_declarations_and_no_marks_the_bill_is_read() -> None:
    text = begun(BILL)
    declared = WORDS.read_text("utf-8").split("\n\n")[1:]

    WORDS.write_text("\n".join(declared).replace("# ", ""), "utf-8")
    LAW.write_text(text.replace(MARK, ""), "utf-8")

    assert run("check").exit_code == 0
    assert declared[0].startswith("# kind person")


@pytest.mark.parametrize("right", ["may borrow books", "shall pay a fee", "must return a book"])
def test_a_duty_or_a_right_leads_to_what_is_declared_of_whom_it_is(right: str) -> None:
    begun(f"LIBRARY ACT\n\nArticle 1. Readers\n\n1. A reader {right}, if the reader is old.\n")
    declared = WORDS.read_text("utf-8")

    assert '# kind reader\n#   en a "a reader" the "the reader"' in declared
    assert f'en yes "the reader | {right}"' in declared


def test_what_the_vocabulary_of_the_place_says_is_read() -> None:
    assert run("new", "xx/dog-licence").exit_code == 0
    text = begun(f"{BILL}3. A person is entitled to the dog licence.\n")

    assert "\n3. A person is entitled to the dog licence.\n" in text
    assert run("check").exit_code == 0


def test_a_place_that_numbers_otherwise_reads_its_own_numbers() -> None:
    Path("statutes/xx").mkdir(parents=True)
    levels = 'section "1." with headings\nsubsection "(1)"\nparagraph "(a)"\n'
    Path("statutes/xx/en.numbering").write_text(levels, "utf-8")

    text = begun("GRANTS ACT\n\n1. Grants\n\n(1) The Minister smiles.\n(2) A person smiles.\n")

    assert f"(1) {MARK}The Minister smiles." in text
    assert f"(2) {MARK}A person smiles." in text


def test_markdown_is_read_without_its_signs() -> None:
    marked = BILL.replace("Article 1.", "## **Article 1.**").replace("1. A", "1\\. A")

    assert begun(marked, "bill.md").replace(MARK, "").split() == BILL.split()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nothing here.\n", "has no article"),
        ("", "has no article"),
        (BILL.replace("2. A", "5. A"), "bill.txt:8"),
        (b"Article 1. X\n\n\xff\n", "line 3"),
    ],
)
def test_a_text_without_its_structure_is_refused(text: str | bytes, why: str) -> None:
    assert why in refused(text)


@pytest.mark.parametrize("name", ["bill.odt", "bill", "bill.docx"])
def test_a_file_of_another_sort_is_refused(name: str) -> None:
    assert "cannot be read" in refused("no document", name)


def document(*paragraphs: tuple[int, str], extra: str = "") -> bytes:
    """Return a document whose paragraphs are numbered by the word processor, by level."""
    made = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (text, form) in enumerate({"Article %1.": "decimal", **SHIFTED}.items())
    )
    root = made.part.numbering_part.element
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{levels}</w:abstractNum>'
        ),
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="901"><w:abstractNumId w:val="900"/></w:num>')
    )
    for level, text in paragraphs:
        paragraph = made.add_paragraph(text)
        if level >= 0:
            paragraph._p.get_or_add_pPr().append(  # noqa: SLF001 - it has no other way
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                    '<w:numId w:val="901"/></w:numPr>'
                )
            )
    if extra == "table":
        made.add_table(1, 1)
    elif extra:
        run_ = parse_xml(f"<w:{extra} {nsdecls('w')}/>")
        made.paragraphs[-1]._p.append(run_)  # noqa: SLF001
    file = BytesIO()
    made.save(file)
    return file.getvalue()


SHIFTED = {"%2.": "decimal", "%3)": "decimal", "%4)": "lowerLetter"}
NUMBERED = (
    (-1, "HOUSING GRANT ACT"),
    (0, "Who gets the grant"),
    (
        1,
        "A person who rents a dwelling is entitled to the grant "
        "if any of the following applies:",
    ),
    (2, "the person has a child; or"),
    (2, "the person is a student."),
    (1, "A person who owns a dwelling is not entitled to the grant."),
)


def test_the_automatic_numbers_of_a_document_are_read() -> None:
    assert begun(document(*NUMBERED), "bill.docx").replace(MARK, "").split() == BILL.split()


def test_lists_of_a_document_begin_anew_in_each_element() -> None:
    text = begun(document(*NUMBERED, *NUMBERED[1:]), "bill.docx")

    assert "Article 2. Who gets the grant\n\n1. Note." in text
    assert text.count("\n   2) Note.") == 2


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ("table", "a table after `2. A person who owns"),
        ("ins", "paragraph 6, `A person who owns"),
        ("del", "a tracked change"),
        ("footnoteReference", "a footnote"),
    ],
)
def test_what_cannot_be_read_of_a_document_is_refused_with_its_place(
    extra: str, why: str
) -> None:
    assert why in refused(document(*NUMBERED, extra=extra), "bill.docx")
