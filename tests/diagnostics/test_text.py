"""Problems as text: marks under the right columns, whatever stands in the line."""

from __future__ import annotations

import json

from lawc.diagnostics.codes import Code
from lawc.diagnostics.json import as_dict, as_json
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.diagnostics.text import render, render_all, summary, visible
from lawc.source import Source, Span


def problem(text: str, start: int, end: int, **more: object) -> Diagnostic:
    label = Label(Source("a.law", text), Span(start, end))
    return Diagnostic(Code.UNKNOWN_REFERENCE, "`x` leads nowhere", label, **more)  # type: ignore[arg-type]


def excerpt(text: str, start: int, end: int) -> list[str]:
    """Return the lines of the rendering that show the text and the mark."""
    return render(problem(text, start, end)).split("\n")[2:]


def test_everything_is_shown_in_order() -> None:
    source = Source("kz/act/en.law", "Article 1.\n1. See Article 9.\n")
    one = Diagnostic(
        Code.UNKNOWN_REFERENCE,
        "`Article 9` leads nowhere",
        Label(source, Span(18, 27)),
        (Label(source, Span(0, 9), "the only one"),),
        "the articles of this act are 1",
        "Article 1, 1.",
    )

    assert render(one) == (
        "error[L201] unknown-reference: `Article 9` leads nowhere\n"
        "  --> kz/act/en.law:2:8 (Article 1, 1.)\n"
        "2 | 1. See Article 9.\n"
        "  |        ^^^^^^^^^\n"
        "  --> kz/act/en.law:1:1\n"
        "1 | Article 1.\n"
        "  | --------- the only one\n"
        "help: the articles of this act are 1"
    )


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    assert excerpt("one two  \nthree", 4, 15) == ["1 | one two", "  |     ^^^"]


def test_an_empty_span_is_marked_once() -> None:
    assert excerpt("one two", 4, 4) == ["1 | one two", "  |     ^"]


def test_an_empty_file_has_a_line_to_mark() -> None:
    assert excerpt("", 0, 0) == ["1 |", "  | ^"]


def test_the_end_of_a_file_without_a_line_end_is_marked_after_its_last_word() -> None:
    assert excerpt("one\ntwo", 7, 7) == ["2 | two", "  |    ^"]


def test_the_end_of_a_file_with_a_line_end_is_its_empty_last_line() -> None:
    assert excerpt("one\n", 4, 4) == ["2 |", "  | ^"]


def test_a_span_beyond_the_text_is_drawn_at_its_end() -> None:
    assert excerpt("one", 50, 60) == ["1 | one", "  |    ^"]


def test_wide_letters_take_two_columns() -> None:
    assert excerpt("第二条 two", 4, 7) == ["1 | 第二条 two", "  |        ^^^"]
    assert excerpt("第二条 two", 0, 3) == ["1 | 第二条 two", "  | ^^^^^^"]


def test_combining_marks_take_no_column() -> None:
    assert excerpt("e\u0301te\u0301 two", 6, 9) == ["1 | e\u0301te\u0301 two", "  |     ^^^"]


def test_tabs_are_drawn_as_spaces() -> None:
    assert excerpt("\ta\tb", 3, 4) == ["1 |     a   b", "  |         ^"]


def test_control_characters_are_made_visible() -> None:
    assert excerpt("a\x1b[31mb\x00", 6, 7) == ["1 | a␛[31mb␀", "  |       ^"]
    assert visible("a\nb\x7f") == "a b␡"


def test_characters_that_turn_the_direction_are_made_visible() -> None:
    assert excerpt("a \u202eb", 3, 4) == ["1 | a <U+202E>b", "  |           ^"]


def test_a_line_of_right_to_left_words_keeps_its_columns() -> None:
    assert excerpt("المادة 1", 7, 8) == ["1 | \u200eالمادة 1", "  |        ^"]


def test_a_long_line_is_cut_around_its_mark() -> None:
    text = "word " * 60 + "here " + "word " * 60
    shown, marked = excerpt(text, 300, 304)

    assert shown.startswith("1 | … word")
    assert shown.endswith(" …")
    assert len(shown) <= 104
    assert shown[marked.index("^") : marked.rindex("^") + 1] == "here"


def test_a_message_stays_on_one_line_whatever_the_drafter_wrote() -> None:
    one = problem("x", 0, 1, help="write `a\nb`", where="Article\t1")

    assert render(one).count("\n") == 4


def test_a_word_that_is_longer_than_a_line_is_cut() -> None:
    long = "a" * 1000
    label = Label(Source("a.law", long), Span(0, 1000))
    text = render(Diagnostic(Code.NOT_UNDERSTOOD, f"`{long}` is not understood", label))

    assert text.split("\n")[0].endswith(f": `{'a' * 39}…` is not understood")


def test_colour_is_only_added() -> None:
    one = problem("one two", 4, 7, help="do this")
    coloured = render(one, colour=True)

    plain = coloured
    for style in ("1;31", "1;34", "1", "0"):
        plain = plain.replace(f"\x1b[{style}m", "")
    assert coloured != render(one) == plain


def test_problems_are_set_apart_by_an_empty_line() -> None:
    one = problem("x", 0, 1)

    assert render_all((one, one)) == f"{render(one)}\n\n{render(one)}"
    assert render_all(()) == ""


def test_summary_counts_by_severity() -> None:
    error = problem("x", 0, 1)
    warning = problem("x", 0, 1, severity=Severity.WARNING)

    assert summary((error, warning, error)) == "2 errors, 1 warning"
    assert summary((problem("x", 0, 1, severity=Severity.NOTE),)) == "1 note"
    assert summary(()) == "no problems"


def test_json_has_lines_columns_and_offsets() -> None:
    source = Source("a.law", "one\ntwo")
    one = Diagnostic(
        Code.NUMBERING,
        "`2.` stands where `1.` was expected",
        Label(source, Span(4, 7)),
        (Label(source, Span(0, 3), "the one before"),),
        None,
        "Article 1",
        Severity.WARNING,
    )

    assert json.loads(json.dumps(as_dict(one))) == {
        "code": "L104",
        "slug": "numbering",
        "severity": "warning",
        "message": "`2.` stands where `1.` was expected",
        "help": None,
        "where": "Article 1",
        "example": None,
        "fixes": [],
        "declare": [],
        "file": "a.law",
        "start": {"offset": 4, "line": 2, "column": 1},
        "end": {"offset": 7, "line": 2, "column": 4},
        "related": [
            {
                "file": "a.law",
                "start": {"offset": 0, "line": 1, "column": 1},
                "end": {"offset": 3, "line": 1, "column": 4},
                "text": "the one before",
            }
        ],
    }


def test_json_of_several_problems_has_a_version_and_counts() -> None:
    found = as_json((problem("x", 0, 1),))

    assert found["version"] == 1
    assert found["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert len(found["problems"]) == 1
