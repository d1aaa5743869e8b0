"""`lawc amend`: a consolidated text, printed or written whole, or problems and nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.commands.running import ACT, ROOT, finish, household, lines, run, start

AMENDED = ROOT / "statutes/kz/amnesty-2025"
AMENDMENTS = sorted((AMENDED / "amendments").glob("*.law"))
GOOD = """\
LAW

Article 1. Amendment

This Law amends the Law "FAMILY ALLOWANCE ACT". {}
"""
HEADING = 'The heading of Article 1 is replaced by "Words".'


@pytest.fixture
def amendment(place: Path) -> Path:
    """An amendment of the example act that has no problem."""
    title = (place / ACT / "en.law").read_text().split("\n")[0]
    path = place / ACT / "amendments/one.en.law"
    path.parent.mkdir()
    text = GOOD.replace("FAMILY ALLOWANCE ACT", title)
    path.write_text(text.format(HEADING))
    return path


@pytest.mark.parametrize("path", AMENDMENTS, ids=lambda path: path.name.partition(".")[0])
def test_the_amendments_of_the_repository_give_acts_without_problems(
    path: Path, golden: Callable[[str, str], None]
) -> None:
    result = run("amend", AMENDED, path, "--check")

    assert (result.exit_code, result.stderr) == (0, "")
    golden(f"amended/{path.name}", result.stdout)


def test_there_are_three_of_them() -> None:
    assert len(AMENDMENTS) == 3


def test_the_text_is_printed_or_written(place: Path, amendment: Path) -> None:
    old = (place / ACT / "en.law").read_bytes()
    printed = run("amend", ACT, amendment)
    written = run("amend", ACT, amendment, "-o", "new/en.law", "--check")

    assert (printed.exit_code, printed.stderr) == (0, "")
    assert (written.exit_code, written.output) == (0, "wrote new/en.law\n")
    assert (place / "new/en.law").read_text() == printed.stdout
    assert "Article 1. Words" in printed.stdout
    assert (place / ACT / "en.law").read_bytes() == old


def test_an_act_may_be_amended_in_its_place(place: Path, amendment: Path) -> None:
    text = place / ACT / "en.law"

    assert run("amend", text, amendment, "-o", text).exit_code == 0
    assert "Article 1. Words" in text.read_text()
    assert run("check").exit_code == 0


def test_what_is_read_is_not_written_over(place: Path, amendment: Path) -> None:
    before = amendment.read_bytes()
    result = run("amend", ACT, amendment, "-o", amendment)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is an input: write to another file" in result.stderr
    assert amendment.read_bytes() == before

    for text in (old := place / ACT / "en.law"), amendment:
        result = run("amend", "--from", old, amendment, "-o", text)
        assert (result.exit_code, result.stdout) == (2, "")


def test_an_act_without_a_title_is_no_act_that_is_amended(place: Path, amendment: Path) -> None:
    (place / "empty.en.law").write_text("")
    result = run("amend", "empty.en.law", amendment)

    assert result.exit_code == 1
    assert "help: it has no title: give the act that this one amends" in result.stderr


def test_with_a_problem_nothing_is_written(place: Path, amendment: Path) -> None:
    amendment.write_text(amendment.read_text() + "Article 77 is repealed.\n")
    result = run("amend", ACT, amendment, "-o", "new.law")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[L503]" in result.stderr
    assert "nothing was written" in result.stderr
    assert not (place / "new.law").exists()


FLIES = """\
Article 1-1 is inserted after Article 1 as follows: "Article 1-1.\nA person flies.".
"""


def test_a_text_with_errors_is_written_only_where_it_need_not_be_checked(
    place: Path, amendment: Path
) -> None:
    amendment.write_text(amendment.read_text() + FLIES)
    refused = run("amend", ACT, amendment, "-o", "new.law", "--table", "t.md")

    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "error[L101]" in refused.stderr
    assert not (place / "new.law").exists()
    assert not (place / "t.md").exists()
    assert run("amend", ACT, amendment, "-o", "new.law", "--no-check").exit_code == 0
    assert "A person flies." in (place / "new.law").read_text()


@pytest.mark.usefixtures("place")
def test_an_error_of_the_new_text_has_its_line_there(amendment: Path) -> None:
    amendment.write_text(amendment.read_text() + FLIES)
    new = run("amend", ACT, amendment, "--no-check").stdout
    line = new.split("\n").index("A person flies.") + 1

    told = run("amend", ACT, amendment).stderr
    assert f"/en.law as amended:{line}:" in told
    assert "/en.law:" not in told


def test_a_warning_of_the_new_text_is_told_and_stops_it_where_that_is_asked_for(
    place: Path, amendment: Path
) -> None:
    sentence = "A household is entitled to the allowance if the household lives in the country."
    amendment.write_text(amendment.read_text().replace("Words", sentence))
    before = run("check", ACT)
    told = run("amend", ACT, amendment, "-o", "new.law")
    stopped = run("amend", ACT, amendment, "-o", "other.law", "--check")

    assert before.exit_code == 0
    assert (told.exit_code, (place / "new.law").exists()) == (0, True)
    assert "warning[" in told.stderr
    assert (stopped.exit_code, (place / "other.law").exists()) == (1, False)


def test_a_text_without_a_vocabulary_is_amended_and_that_it_is_not_checked_is_told(
    tmp_path: Path, amendment: Path
) -> None:
    act = tmp_path / "far" / "act"
    act.mkdir(parents=True)
    (act / "en.law").write_text((amendment.parents[1] / "en.law").read_text())
    table = tmp_path / "t.md"
    result = run("amend", act, amendment, "--table", table)

    assert result.exit_code == 0
    assert "not checked: there is no vocabulary for `far/act`" in result.stderr
    assert "Words" in table.read_text()
    assert run("amend", act, amendment, "--check").exit_code == 2


@pytest.mark.parametrize("check", ["--check", "--no-check"])
@pytest.mark.parametrize("more", [(), ("--table", "t.md")])
def test_a_text_of_any_name_that_ends_in_its_language_is_amended(
    place: Path, amendment: Path, check: str, more: tuple[str, ...]
) -> None:
    text = place / ACT / "before.en.law"
    text.write_bytes((place / ACT / "en.law").read_bytes())

    assert run("amend", text, amendment, check, *more).exit_code == 0
    assert run("fmt", text).exit_code == 0
    assert run("check", text).exit_code == 0


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_byte_order_stay(
    place: Path, amendment: Path, end: bytes, mark: bytes
) -> None:
    text = place / ACT / "en.law"
    plain = run("amend", ACT, amendment).stdout_bytes
    text.write_bytes(mark + text.read_bytes().replace(b"\n", end))

    assert run("amend", ACT, amendment).stdout_bytes == mark + plain.replace(b"\n", end)
    assert run("amend", ACT, amendment, "-o", text).exit_code == 0
    assert text.read_bytes() == mark + plain.replace(b"\n", end)


@pytest.mark.parametrize(
    ("act", "amending", "said"),
    [
        ("none", "x.law", "there is no file or folder `none`"),
        (ACT, "none.law", "cannot be read"),
        (ACT, "latin.law", "is not UTF-8 text"),
    ],
)
def test_what_cannot_be_read_ends_with_2(
    place: Path, act: str, amending: str, said: str
) -> None:
    (place / "x.law").write_text("LAW\n")
    (place / "latin.law").write_bytes(b"\xff\xfe\xff")
    result = run("amend", act, amending)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_that_cannot_be_written_ends_with_2(place: Path, amendment: Path) -> None:
    (place / "file").write_text("")

    assert run("amend", ACT, amendment, "-o", "file/new.law").exit_code == 2


@pytest.mark.usefixtures("amendment")
def test_amendments_are_no_acts(place: Path) -> None:
    assert run("check").stdout.count("\n") == 1
    assert run("build").exit_code == 0
    assert run("fmt", "--check").exit_code == 0
    assert len(list((place / "generated").iterdir())) == 1
    result = run("check", f"{ACT}/amendments")
    assert result.exit_code == 2
    assert "`lawc amend`" in result.stderr


@pytest.mark.usefixtures("amendment")
def test_an_act_may_be_called_amendments(place: Path) -> None:
    (place / ACT).rename(place / "statutes/example/amendments")

    assert run("check").stdout.startswith("statutes/example/amendments/en.law: ")


def test_what_has_effect_later_is_a_version_of_the_consolidated_text(
    place: Path, amendment: Path
) -> None:
    amendment.write_text(
        amendment.read_text().partition("The heading")[0]
        + "Paragraph 2 of Article 2 is repealed.\n\n"
        "Article 2.\n\nArticle 1 enters into force on 1 January 2027.\n"
    )
    result = run("amend", ACT, amendment, "--check", "--table", "t.md", "-o", place / "n.law")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "2. In force to 31 December 2026, paragraph 1 of this" in Path("n.law").read_text()
    assert "**In force to 31 December 2026, paragraph**" in Path("t.md").read_text()


def test_the_versions_of_a_consolidated_text_decide_each_on_its_days(
    place: Path, amendment: Path
) -> None:
    amendment.write_text(
        amendment.read_text().partition("The heading")[0]
        + 'In paragraph 3 of Article 3, after the words "monthly base", the words "multiplied '
        'by 2" are inserted.\n\n'
        "Article 2.\n\nArticle 1 enters into force on 1 January 2026.\n"
    )
    assert run("amend", ACT, amendment, "-o", place / ACT / "en.law", "--check").exit_code == 0
    cases = place / "cases.jsonl"
    cases.write_text(lines(household()))
    allowances = []
    for day in ("2025-12-31", "2026-01-01"):
        days = ("--set", f"payment_day={day}", "--set", f"law_day={day}")
        data = json.loads(run("decide", ACT, cases, *days).stdout)
        allowances.append(data["decisions"]["allowance"]["value"])

    assert allowances == ["47.44", "94.87"]


# --- from one text to another ----------------------------------------------------------------


@pytest.mark.parametrize("path", AMENDMENTS, ids=lambda path: path.name.partition(".")[0])
def test_the_amending_act_between_two_texts_leads_to_the_new_one(
    place: Path, path: Path
) -> None:
    new = place / "new.law"
    run("amend", AMENDED, path, "-o", new)
    result = run("amend", "--from", AMENDED, new, "-o", "amending.law")

    assert (result.exit_code, result.output) == (0, "wrote amending.law\n")
    assert run("amend", AMENDED, "amending.law").stdout == new.read_text()


def test_the_amending_act_is_printed(place: Path) -> None:
    old = (place / ACT / "en.law").read_text()
    (place / "new.law").write_text(old.replace("[assumed]\n\n1.", "[assumed]\n\n  1."))
    same = run("amend", "--from", ACT, "new.law")
    (place / "new.law").write_text(old.replace("32 per cent", "  33 per cent"))
    other = run("amend", "--from", ACT, "new.law")

    assert (same.exit_code, same.stdout) == (1, "")
    assert "error[L508]" in same.stderr
    assert "nothing was written" in same.stderr
    assert other.exit_code == 0
    assert 'the figures "32" are replaced by the figures "33".' in other.stdout
    assert "but for its layout" in other.stderr


def test_a_text_may_have_any_name_that_ends_in_its_language(place: Path) -> None:
    text = (place / ACT / "en.law").read_text()
    (place / "before.en.law").write_text(text)
    (place / "before.law").write_text(text)
    (place / "after.law").write_text(text.replace("32 per cent", "33 per cent"))

    assert run("amend", "--from", "before.en.law", "after.law").exit_code == 0
    result = run("amend", "--from", "before.law", "after.law")
    assert result.exit_code == 2
    assert "there is no grammar for amendments in `before`" in result.stderr
    assert "ends in its language, here `before.en.law`" in result.stderr


def test_an_amending_act_is_no_text_to_be_checked(place: Path) -> None:
    result = run("amend", "--from", ACT, place / ACT / "en.law", "--check")

    assert result.exit_code == 2
    assert "`--from`" in result.stderr


@pytest.mark.slow
def test_a_file_is_the_old_one_or_the_new_one_whenever_the_work_is_ended(
    place: Path, amendment: Path
) -> None:
    out = place / "out.law"
    new = run("amend", ACT, amendment).stdout
    seen = set()
    for tenths in range(1, 40):
        out.write_text("old\n")
        with start("amend", ACT, amendment, "--no-check", "-o", out) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(tenths / 50)
            process.kill()
            process.wait(20)
        seen.add(out.read_text())
        assert seen <= {"old\n", new}
        if new in seen:
            break

    assert seen == {"old\n", new}


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_what_was_there_stays_when_the_work_is_ended(
    place: Path, amendment: Path, number: int
) -> None:
    out = place / "out.law"
    out.write_text("old\n")
    slow = amendment.read_text() + 'The heading of Article 1 is replaced by "Words".\n' * 50_000
    amendment.write_text(slow)
    with start("amend", ACT, amendment, "-o", out, stdout=subprocess.PIPE) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.send_signal(number)

        assert process.wait(20) != 0
    assert out.read_text() == "old\n"
    assert list(place.glob(".*")) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a limit of the size of files")
def test_what_was_there_stays_when_the_disk_is_full(place: Path, amendment: Path) -> None:
    out = place / "out.law"
    out.write_text("old\n")
    assert run("amend", ACT, amendment).exit_code == 0  # so that the tables are kept

    def limited() -> None:
        import resource  # noqa: PLC0415

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

    code, _, errors = finish(start("amend", ACT, amendment, "-o", out, preexec_fn=limited))

    assert code == 2, errors
    assert out.read_text() == "old\n"
    assert list(place.glob(".*.part")) == []


# --- what an amendment leaves without effect ------------------------------------------------

DEADLY = (
    'Article 2 is supplemented by paragraph 3 as follows: "3. Paragraph 1 of this Article does '
    'not apply to a household if the household lives in the country.".'
)


def test_a_paragraph_that_an_amendment_leaves_dead_is_told(
    place: Path, amendment: Path
) -> None:
    amendment.write_text(amendment.read_text().replace(HEADING, DEADLY))
    result = run("amend", ACT, amendment, "-o", "new/en.law")

    assert result.exit_code == 0
    assert "L602" in result.output
    assert "this provision can never apply" in result.output
    assert "2. Paragraph 1" in (place / "new/en.law").read_text()


def test_what_was_dead_before_is_not_told_again(place: Path, amendment: Path) -> None:
    first = amendment.with_name("first.en.law")
    first.write_text(amendment.read_text().replace(HEADING, DEADLY))
    assert run("amend", ACT, first, "-o", place / ACT / "new.en.law").exit_code == 0
    (place / ACT / "new.en.law").replace(place / ACT / "en.law")
    result = run("amend", ACT, amendment)

    assert (result.exit_code, result.stderr) == (0, "")


def test_a_text_that_is_not_checked_is_not_proved(amendment: Path) -> None:
    amendment.write_text(amendment.read_text().replace(HEADING, DEADLY))

    assert run("amend", ACT, amendment, "--no-check").stderr == ""
