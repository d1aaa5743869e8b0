"""Bad input: what is wrong is said in a line, with its place; a traceback never is."""

from __future__ import annotations

import json
import os
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.commands.running import ACT, DAYS, ROOT, finish, household, lines, run, start
from tests.sampling import some

from lawc.backends.python.load import load
from lawc.backends.python.package import Module
from lawc.commands.decide import Terms, decide_chunk
from lawc.commands.given import from_json
from lawc.folders import UnreadableError, read_source
from lawc.pipeline import compile_path

WITH_PATHS = ("build", "check", "fmt", "test")


@pytest.mark.parametrize("command", [*WITH_PATHS, "show"])
def test_a_path_that_does_not_exist_is_named(place: Path, command: str) -> None:
    result = run(command, "nowhere")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "lawc: there is no file or folder `nowhere`\n"
    assert not (place / "generated").exists()


@pytest.mark.parametrize("command", ["decide", "why"])
def test_a_law_that_does_not_exist_is_named(place: Path, command: str) -> None:
    (place / "case.json").write_text("{}")
    result = run(command, "nowhere", "case.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "lawc: there is no file or folder `nowhere`\n"


@pytest.mark.parametrize("command", [*WITH_PATHS[:2], "test", "show"])
@pytest.mark.parametrize("file", ["statutes/example/more.vocabulary", f"{ACT}/examples.jsonl"])
def test_a_pipe_is_not_waited_for(place: Path, command: str, file: str) -> None:
    (place / file).unlink(missing_ok=True)
    os.mkfifo(place / file)
    result = run(command, ACT)

    if file.endswith(".vocabulary"):
        assert result.exit_code == 2
        assert (
            result.stderr == "lawc: `more.vocabulary` cannot be read: it is no file of text\n"
        )


@pytest.mark.parametrize("command", WITH_PATHS)
def test_a_folder_without_a_statute_is_named(place: Path, command: str) -> None:
    (place / "empty").mkdir()
    result = run(command, "empty")

    assert result.exit_code == 2
    assert "`empty` holds no statute" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "loop"),
        ("decide", "loop", "case.json"),
        ("decide", ACT, "case.json", "-o", "loop"),
    ],
)
def test_a_link_that_leads_back_to_itself_is_named(
    place: Path, arguments: tuple[str, ...]
) -> None:
    (place / "case.json").write_text("{}")
    (place / "loop").symlink_to("loop")
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "loop`: Too many levels of symbolic links" in result.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end")
@pytest.mark.parametrize("command", ["decide", "why"])
def test_a_file_without_an_end_is_refused(place: Path, command: str) -> None:
    result = run(command, str(place / ACT), "/dev/zero")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "bytes" in result.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end")
def test_a_text_without_an_end_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no file of text"):
        read_source(Path("/dev/zero"))


@pytest.mark.parametrize("command", ["show", "why", "decide"])
def test_a_folder_of_acts_is_answered_with_one_of_them(place: Path, command: str) -> None:
    (place / "case.json").write_text("{}")
    cases = () if command == "show" else ("case.json",)
    result = run(command, "statutes", *cases)

    assert result.exit_code == 2
    assert result.stderr == (
        f"lawc: `statutes` holds no file `en.law`: name the folder of an act, such as `{ACT}`\n"
    )


def test_a_folder_that_is_named_like_a_statute_is_none(place: Path) -> None:
    (place / "empty/en.law").mkdir(parents=True)

    assert "no file ends in `.law`" in run("check", "empty").stderr


@pytest.mark.parametrize("command", WITH_PATHS)
def test_without_paths_there_must_be_statutes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(command)

    assert result.exit_code == 2
    assert "`statutes`" in result.stderr


@pytest.mark.parametrize("command", [*WITH_PATHS, "show"])
def test_what_is_no_statute_is_refused(place: Path, command: str) -> None:
    (place / "notes.txt").write_text("Article 1. x\n")
    result = run(command, "notes.txt")

    assert result.exit_code == 2
    assert "does not end in `.law`" in result.stderr


@pytest.mark.parametrize("command", [*WITH_PATHS, "show"])
@pytest.mark.parametrize("file", [f"{ACT}/en.law", f"{ACT}/xx.law"])
def test_text_that_is_not_utf_8_or_of_no_language(place: Path, command: str, file: str) -> None:
    (place / file).write_bytes(b"AN ACT\n\nArticle 1. \xff\xfe\n")
    result = run(command, file)

    assert result.exit_code == 2
    assert "see line 3" in result.stderr or "no grammar for the language `xx`" in result.stderr


@pytest.mark.parametrize("command", ["build", "check", "test", "show"])
def test_a_vocabulary_that_is_not_utf_8(place: Path, command: str) -> None:
    (place / "statutes/example/family.vocabulary").write_bytes(b"fact \xff\n")
    result = run(command, ACT)

    assert result.exit_code == 2
    assert "example/family.vocabulary` is not UTF-8 text: see line 1" in result.stderr


@pytest.mark.parametrize("command", ["build", "check", "test", "show"])
def test_an_act_without_a_vocabulary(place: Path, command: str) -> None:
    (place / "statutes/example/family.vocabulary").unlink()
    result = run(command, ACT)

    assert result.exit_code == 2
    assert result.stderr.startswith("lawc: there is no vocabulary for `example/family-allow")
    assert run("fmt", ACT).exit_code == 0


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\0", "Article", "|", "...", "\ufeff", "1.", "[x]"]
)
@pytest.mark.parametrize("command", ["check", "fmt", "show"])
def test_a_text_without_articles(place: Path, command: str, text: str) -> None:
    (place / ACT / "en.law").write_text(text, encoding="utf-8")

    assert run(command, ACT if command == "show" else "statutes").exit_code in (0, 1, 2)


# --- cases -------------------------------------------------------------------------------

BAD_CASES = {
    "": "is empty",
    "{": "not JSON: expecting property name enclosed in double quotes at column 2",
    '{"income": 1,}': "not JSON: ",
    "[]": "case",
    "3": "case",
    '"household"': "case",
    "null": "case",
    "[" * 100_000: "nested too deep",
    '{"a":' * 100_000: "nested too deep",
    json.dumps({"income": "x" * 100_000}): 'income: not a number: "xxx',
    '{"income": NaN}': "NaN is no number",
    '{"income": -Infinity}': "-Infinity is no number",
    '{"income": 1.5}': 'income: not exact: 1.5; write "1.5"',
    '{"income": 1e999}': "1e999 has too many digits",
    '{"income": ' + "9" * 5_000 + "}": "a number of 5000 digits is too long",
    '{"income": ' + "9" * 50 + "}": "income: too large: 999",
    '{"income": 1, "income": 2}': '"income" is said twice',
    '{"children": [{"disabled": true, "disabled": true}]}': '"disabled" is said twice',
    '{"income": "1 000"}': 'income: not a number: "1 000"',
    '{"income": true}': "income: not a number: true",
    '{"lives_in_the_country": "yes"}': 'lives_in_the_country: not true or false: "yes"',
    '{"lives_in_the_country": 1}': "lives_in_the_country: not true or false: 1",
    '{"incomes": 1}': "incomes: no such fact; did you mean income?",
    '{"children": {}}': "children: not a list: {}",
    '{"children": [3]}': "children[0]: not an object: 3",
    '{"children": [{}, {"dob": "2015-03-10"}]}': "children[1].dob: no such fact",
    '{"children": [{"date_of_birth": "2015-02-30"}]}': "children[0].date_of_birth: not a date",
    '{"children": [{"date_of_birth": 2015}]}': "children[0].date_of_birth: not a date: 2015",
    '{"dependent_children": -1}': "dependent_children: not a whole number of 0 or more: -1",
    '{"rate": "1/0"}': 'rate: not a fraction: "1/0"',
    '{"income": ' + "[" * 900 + "]" * 900 + "}": "income: not a number: [[[",
    '{"income": "\\ud800"}': 'income: not a number: "\\ud800"',
}


@pytest.mark.parametrize("text", BAD_CASES, ids=lambda text: text[:30])
def test_a_case_that_cannot_be_read_ends_why_with_2(place: Path, text: str) -> None:
    (place / "case.json").write_text(text)
    result = run("why", ACT, "case.json", *DAYS)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "case.json" in result.stderr
    assert BAD_CASES[text] in result.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the stack is limited by POSIX means")
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_case_nested_too_deep_ends_no_program_with_a_small_stack(
    place: Path, opening: str
) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_STACK, (2**20, 2**20))

    (place / "case.json").write_text(opening * 100_000)
    code, _, errors = finish(start("why", ACT, "case.json", preexec_fn=small))

    assert (code, "nested too deep" in errors) == (2, True)


def test_a_line_that_cannot_be_read_is_reported_with_its_number(place: Path) -> None:
    bad = [text for text in BAD_CASES if text]
    said = [one for text in bad for one in (household(), text)]
    (place / "cases.jsonl").write_text(lines(*said))
    result = run("decide", ACT, "cases.jsonl", *DAYS)
    *reported, last = result.stderr.splitlines()

    assert result.exit_code == 1
    assert result.stdout.count('"47.44"') == len(bad)
    assert len(reported) == len(bad)
    for number, (text, message) in enumerate(zip(bad, reported, strict=True), start=1):
        assert message.startswith(f"line {2 * number}: ")
        assert BAD_CASES[text].replace("case", "not an object") in message
        assert len(message) < 200
    assert last == f"lawc: {len(bad)} lines could not be decided"


def test_all_that_is_wrong_with_a_case_is_told(place: Path) -> None:
    wrong = household(income=1.5, lives_in_the_country=3, childs=[])
    (place / "case.json").write_text(lines(wrong))
    why = run("why", ACT, "case.json").stderr
    decide = run("decide", ACT, "case.json").stderr

    assert all(name in why for name in ("income", "lives_in_the_country", "childs"))
    assert "(and 2 more)" in decide


@pytest.mark.parametrize("data", [b"\xff\xfe{}", '{"id": "é"}'.encode("latin-1")])
def test_a_case_that_is_not_utf_8(place: Path, data: bytes) -> None:
    (place / "case.json").write_bytes(data)

    assert run("why", ACT, "case.json").stderr == "lawc: `case.json` is not UTF-8 text\n"
    assert "line 1: not UTF-8 text at byte" in run("decide", ACT, "case.json").stderr


def test_a_byte_order_mark_and_line_ends_of_windows_are_read(place: Path) -> None:
    text = lines(household(), household()).replace("\n", "\r\n")
    (place / "cases.jsonl").write_bytes(b"\xef\xbb\xbf" + text.encode())
    result = run("decide", ACT, "cases.jsonl", *DAYS)

    assert (result.exit_code, result.stdout.count("\n")) == (0, 2)


def test_a_byte_order_mark_may_stand_alone_in_the_first_line(place: Path) -> None:
    (place / "cases.jsonl").write_bytes(b"\xef\xbb\xbf\n" + lines(household()).encode())
    result = run("decide", ACT, "cases.jsonl", *DAYS)

    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)


@pytest.mark.parametrize(
    ("command", "name"),
    [("decide", "nowhere.json"), ("why", "nowhere.json"), ("why", "statutes")],
)
def test_a_file_of_cases_that_cannot_be_opened(place: Path, command: str, name: str) -> None:
    assert place.is_dir()
    result = run(command, ACT, name)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"lawc: `{name}` cannot be read: ")


def test_a_folder_without_tables_is_no_register(place: Path) -> None:
    assert place.is_dir()
    result = run("decide", ACT, "statutes")

    assert result.exit_code == 2
    assert "`statutes` does not fit the law:" in result.stderr


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("payment_day", "`payment_day` says no date: write `payment_day=2025-07-05`"),
        ("today", "`today` sets no day of this law: its days are payment_day, law_day"),
        ("today=2025-01-01", "`today=2025-01-01` sets no day of this law"),
        ("payment_day=", "`` is no day: write it as 2025-07-05"),
        ("payment_day=tomorrow", "`tomorrow` is no day"),
        ("payment_day=2025-02-29", "`2025-02-29` is no day"),
        ("payment_day=20250228", "`20250228` is no day"),
        ("payment_day=2025-W01-1", "`2025-W01-1` is no day"),
    ],
)
@pytest.mark.parametrize("command", ["decide", "why"])
def test_days_that_are_none(place: Path, command: str, said: str, problem: str) -> None:
    (place / "case.json").write_text(lines(household()))
    result = run(command, ACT, "case.json", "--set", said)

    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr


@pytest.mark.parametrize("born", ["0001-01-01", "9999-12-31", "9990-02-28"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar(place: Path, born: str, day: str) -> None:
    child = {"date_of_birth": born, "in_education": True, "disabled": False}
    (place / "case.json").write_text(lines(household(children=[child])))
    days = ("--set", f"payment_day={day}", "--set", f"law_day={day}")

    assert run("decide", ACT, "case.json", *days).exit_code == 0
    assert run("why", ACT, "case.json", *days).exit_code == 0


@pytest.mark.parametrize("command", ["decide", "why"])
def test_the_case_can_come_from_the_standard_input(place: Path, command: str) -> None:
    assert place.is_dir()
    result = run(command, ACT, "-", *DAYS, given=lines(household()))
    wrong = run(command, ACT, "-", *DAYS, given=b"\xff")

    assert result.exit_code == 0
    assert "47.44" in result.stdout
    assert wrong.exit_code == (1 if command == "decide" else 2)
    assert "not UTF-8 text" in wrong.stderr


def test_a_case_bears_its_id(place: Path) -> None:
    (place / "case.json").write_text(lines(household(id="case \ud800 7")))

    assert '"id": "case \\ud800 7", "decisions": {"entitled": {"value": true' in run(
        "decide", ACT, "case.json", *DAYS
    ).stdout.replace("\\\\", "\\")
    assert finish(start("why", ACT, "case.json"))[0] == 0


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("2015-03-10"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["income", "children", "date_of_birth", "rate", "id", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def module() -> Module:
    law = compile_path(ROOT / ACT).law
    assert law is not None
    return load(law)


@settings(max_examples=some(60))
@given(st.lists(VALUES.map(json.dumps) | st.text(max_size=12), max_size=6))
def test_whatever_the_lines_are_each_is_decided_or_reported(
    module: Module, said: list[str]
) -> None:
    text = "".join(f"{one}\n" for one in said).encode("utf-8", "surrogatepass")
    found = text.splitlines(keepends=True)
    rest = [found[0].removeprefix(BOM_UTF8), *found[1:]] if found else []
    asked = [line for line in rest if line.decode("utf-8", "replace").strip()]
    written, problems = decide_chunk(module, (1, found), Terms({}, established=False))

    assert written.count("\n") + len(problems) == len(asked)


@given(VALUES)
def test_json_is_read_as_it_is_written(value: object) -> None:
    assert from_json(json.dumps(value)) == value
