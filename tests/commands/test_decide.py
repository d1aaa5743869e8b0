"""Many cases: in order, whatever the number of processes; what is written is whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.commands.running import ACT, DAYS, environment, finish, household, lines, run, start

from lawc.backends.python.package import loaded
from lawc.commands import decide as deciding
from lawc.commands.ready import ready

FEW = 7  # lines that a process takes at once in these tests


def many_cases(count: int) -> str:
    """Return so many cases, each with its income; one in 11 is bad, one in 13 empty."""
    said: list[object] = []
    for number in range(1, count + 1):
        bad = "not json" if number % 11 == 0 else ""
        said.append(bad if bad or number % 13 == 0 else household(id=number, income=number))
    return lines(*said)


@pytest.fixture
def cases(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(deciding, "CHUNK", FEW)
    path = place / "cases.jsonl"
    path.write_text(many_cases(150))
    return path


def test_no_cases_are_no_decisions(place: Path) -> None:
    (place / "cases.jsonl").write_text("")
    (place / "blank.jsonl").write_text("\n  \n\t\n")

    for name in ("cases.jsonl", "blank.jsonl", "/dev/null"):
        result = run("decide", ACT, name)
        assert (result.exit_code, result.output) == (0, "")


def test_decisions_stand_in_the_order_of_the_cases(cases: Path) -> None:
    result = run("decide", ACT, cases, *DAYS, "--workers", 3)
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]

    assert result.exit_code == 1
    assert ids == [n for n in range(1, 151) if n % 11 and n % 13]


def test_bad_lines_are_reported_in_order_with_their_numbers(cases: Path) -> None:
    result = run("decide", ACT, cases, *DAYS, "--workers", 2)
    *reported, last = result.stderr.splitlines()

    assert [one.partition(":")[0] for one in reported] == [
        f"line {n}" for n in range(1, 151) if n % 11 == 0
    ]
    assert last == "lawc: 13 lines could not be decided"


def test_one_process_and_several_print_the_same(cases: Path) -> None:
    one, two, four = (
        run("decide", ACT, cases, *DAYS, "--workers", number) for number in (1, 2, 4)
    )

    assert one.stdout == two.stdout == four.stdout
    assert one.stderr == two.stderr == four.stderr
    assert one.exit_code == two.exit_code == four.exit_code == 1


def test_the_last_line_needs_no_end(place: Path) -> None:
    (place / "cases.jsonl").write_text(lines(household(), household()).rstrip("\n"))

    assert run("decide", ACT, "cases.jsonl", *DAYS).stdout.count('"47.44"') == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            json.dumps(household(), indent=2),
            "this is one case over several lines: write it on one line, or ask `lawc why`",
        ),
        (
            json.dumps([household(), household()]),
            "this is a list of cases: write one on each line, without brackets and commas",
        ),
        (
            json.dumps([household(), household()], indent=2),
            "this is a list of cases: write one on each line, without brackets and commas",
        ),
    ],
)
def test_what_is_json_but_no_lines_is_told_once(place: Path, text: str, said: str) -> None:
    (place / "cases.json").write_text(text)
    result = run("decide", ACT, "cases.json", *DAYS)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"lawc: {said}\n")


def test_an_act_that_decides_nothing_is_told(place: Path) -> None:
    text = place / ACT / "en.law"
    text.write_text(text.read_text().partition("Article 2.")[0])
    (place / "case.json").write_text(lines(household()))
    results = [run(command, ACT, "case.json", *DAYS) for command in ("decide", "why", "decide")]

    assert {one.exit_code for one in results} == {2}
    assert {one.stderr for one in results} == {
        "lawc: `example/family-allowance` decides nothing by itself: other acts share its "
        "terms\n"
    }


@pytest.mark.parametrize("command", ["decide", "amend"])
def test_a_file_that_cannot_be_written_is_named_as_it_was_given(
    place: Path, command: str
) -> None:
    (place / "case.json").write_text(lines(household()))
    out = "/proc/new.law"
    asked = {"decide": (ACT, "case.json", *DAYS), "amend": ("--from", ACT, "new.law")}
    text = (place / ACT / "en.law").read_text()
    (place / "new.law").write_text(text.replace("474.37 euro", "500.00 euro"))
    result = run(command, *asked[command], "-o", out)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"lawc: `{out}`")
    assert ".part" not in result.stderr


def test_of_examples_is_said_once_what_they_are(place: Path) -> None:
    example = {"name": "none", "case": household(), "expected": {"outcome": "granted"}}
    (place / "cases.jsonl").write_text("\n" + lines(*[example] * 20))

    result = run("decide", ACT, "cases.jsonl", *DAYS, "-o", "decisions.jsonl")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "lawc: these are examples, not cases: `lawc test` decides those in `examples.jsonl` "
        "beside a statute\n"
    )
    assert not (place / "decisions.jsonl").exists()


@pytest.mark.parametrize("workers", ["0", "-1", "two"])
def test_a_number_of_processes_that_is_none(place: Path, workers: str) -> None:
    assert place.is_dir()
    assert run("decide", ACT, "-", "--workers", workers, given="").exit_code == 2


# --- where it is written -----------------------------------------------------------------


def test_what_goes_to_a_file_is_what_would_be_printed(cases: Path) -> None:
    printed = run("decide", ACT, cases, *DAYS)
    written = run("decide", ACT, cases, *DAYS, "--out", "decisions.jsonl")
    dashed = run("decide", ACT, cases, *DAYS, "-o", "-")

    assert (written.exit_code, written.stdout, written.stderr) == (1, "", printed.stderr)
    assert cases.with_name("decisions.jsonl").read_text() == printed.stdout == dashed.stdout
    assert sorted(one.name for one in cases.parent.iterdir()) == [
        "cases.jsonl",
        "decisions.jsonl",
        "statutes",
    ]


def test_the_cases_may_be_written_over(cases: Path) -> None:
    printed = run("decide", ACT, cases, *DAYS).stdout
    run("decide", ACT, cases, *DAYS, "-o", cases)

    assert cases.read_text() == printed


def test_a_link_is_followed_and_a_mode_kept(cases: Path) -> None:
    target = cases.with_name("target.jsonl")
    target.write_text("old")
    target.chmod(0o600)
    link = cases.with_name("link.jsonl")
    link.symlink_to(target)
    run("decide", ACT, cases, *DAYS, "-o", link)

    assert link.is_symlink()
    assert target.read_text().startswith('{"form": 1,')
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_new_file_has_the_mode_that_the_user_wants(cases: Path) -> None:
    before = os.umask(0o027)
    try:
        run("decide", ACT, cases, *DAYS, "-o", "decisions.jsonl")
    finally:
        os.umask(before)

    assert cases.with_name("decisions.jsonl").stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_stays(cases: Path) -> None:
    device = cases.with_name("pipe")
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    code = finish(start("decide", ACT, cases, *DAYS, "-o", device))[0]

    assert code == 1
    assert device.is_fifo()
    assert os.read(reader, 11) == b'{"form": 1,'
    os.close(reader)


@pytest.mark.parametrize("output", ["statutes", "nowhere/x.jsonl", "cases.jsonl/x.jsonl"])
def test_a_file_that_cannot_be_written(cases: Path, output: str) -> None:
    before = cases.read_text()
    result = run("decide", ACT, cases, *DAYS, "-o", output)

    assert result.exit_code == 2
    assert f"`{output}` cannot be written" in result.stderr
    assert cases.read_text() == before


@pytest.mark.parametrize("command", ["decide", "why"])
def test_a_disk_that_is_full(place: Path, command: str) -> None:
    (place / "case.json").write_text(lines(household()))
    with Path("/dev/full").open("wb") as full:
        code, _, errors = finish(start(command, ACT, "case.json", *DAYS, stdout=full))

    assert (code, errors) == (2, "lawc: No space left on device\n")


def test_what_was_there_stays_when_the_work_fails(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = cases.with_name("decisions.jsonl")
    old.write_text("old\n")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(deciding, "decide_chunk", fails)
    result = run("decide", ACT, cases, "--workers", 1, "-o", old)

    assert (result.exit_code, result.stderr) == (2, "lawc: No space left on device\n")
    assert old.read_text() == "old\n"
    assert [one.name for one in cases.parent.glob(".*")] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)]
)
def test_what_was_there_stays_when_the_work_is_ended(
    place: Path, number: int, code: int
) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("the signal is ignored here, as it is in the background of a shell")
    old = place / "decisions.jsonl"
    old.write_text("old\n")
    asked = ("decide", ACT, "-", *DAYS, "-o", old)
    with start(*asked, stdin=subprocess.PIPE, stdout=None) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(many_cases(5_000).encode())
        process.stdin.flush()
        deadline = time.monotonic() + 20
        while not list(place.glob(".*.part")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(number)
        process.stdin.close()

        assert process.wait(20) == code
        assert b"Traceback" not in process.stderr.read()
    assert old.read_text() == "old\n"
    if number != signal.SIGKILL:
        assert list(place.glob(".*.part")) == []


# --- a reader that has enough ------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_pipe_that_is_closed_ends_the_work(place: Path, workers: str) -> None:
    (place / "cases.jsonl").write_text(lines(*[household()] * 6_000))
    with start("decide", ACT, "cases.jsonl", *DAYS, "--workers", workers) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()

        assert b'"47.44"' in first
        assert process.wait(30) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ["why", ACT, "case.json", "--format", "html"],
        pytest.param(["show", ACT], marks=pytest.mark.slow),
        pytest.param(["check", ACT], marks=pytest.mark.slow),
        pytest.param(["build", ACT], marks=pytest.mark.slow),
        pytest.param(["explain", "L101"], marks=pytest.mark.slow),
    ],
)
def test_output_that_nobody_reads_is_no_fault(place: Path, arguments: list[str]) -> None:
    (place / "case.json").write_text("{}")
    reading, writing = os.pipe()
    os.close(reading)
    process = start(*arguments, stdout=writing, env=environment(PYTHONUNBUFFERED=""))
    os.close(writing)

    assert finish(process)[::2] == (0, "")


# --- a case on which deciding fails ----------------------------------------------------------


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("error", [NameError, ValueError, OverflowError, RecursionError])
def test_a_failure_inside_a_case_is_told_with_its_line_and_the_others_come_out(
    cases: Path, monkeypatch: pytest.MonkeyPatch, workers: int, error: type[Exception]
) -> None:
    module = ready(Path(ACT)).module
    package = loaded(module)

    def fails(thing: Any, **days: Any) -> Any:
        if thing.income == 10:
            raise error("v8")
        return package.decide(thing, **days)

    monkeypatch.setattr(deciding, "loaded", lambda _: replace(package, decide=fails))
    result = run("decide", ACT, cases, *DAYS, "--workers", workers)
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]

    assert result.exit_code == 2
    assert ids == [n for n in range(1, 151) if n % 11 and n % 13 and n != 10]
    assert result.stderr.splitlines()[0].startswith("line 10: this is ")
    assert result.stderr.splitlines()[-1] == "lawc: 14 lines could not be decided"


def test_a_failure_in_reading_a_case_is_told_with_its_line(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = loaded(ready(Path(ACT)).module)

    class Fails:
        @staticmethod
        def from_dict(case: dict[str, Any], **said: Any) -> Any:
            if case["income"] == 9:
                return case["no such key"]
            return package.root.from_dict(case, **said)

    monkeypatch.setattr(deciding, "loaded", lambda _: replace(package, root=Fails))
    result = run("decide", ACT, cases, *DAYS)
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]

    assert result.exit_code == 2
    assert result.stderr.splitlines()[0].startswith("line 9: this is a bug in lawc")
    assert ids == [n for n in range(1, 151) if n % 11 and n % 13 and n != 9]


# --- what a case may say -----------------------------------------------------------------


def test_a_result_is_no_fact(place: Path) -> None:
    (place / "cases.jsonl").write_text(lines(household(entitled=True), household()))
    result = run("decide", ACT, "cases.jsonl", *DAYS)

    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert result.stderr.startswith(
        "line 1: entitled: the law itself says this; `established` lets a case say it\n"
    )


def test_a_result_may_be_taken_as_established(place: Path) -> None:
    (place / "cases.jsonl").write_text(lines(household(entitled=False)))
    result = run("decide", ACT, "cases.jsonl", *DAYS, "--established")

    entitled = json.loads(result.stdout)["decisions"]["entitled"]
    assert (result.exit_code, entitled["value"], entitled["established"]) == (0, False, True)


@pytest.mark.parametrize("command", ["decide", "why"])
def test_a_day_is_set_once(place: Path, command: str) -> None:
    (place / "case.json").write_text(lines(household()))
    result = run(command, ACT, "case.json", *DAYS, "--set", "payment_day=2026-01-01")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "lawc: `payment_day` is set twice: set it once\n"


def test_the_day_of_versions_may_be_said_before_there_are_versions(place: Path) -> None:
    text = place / ACT / "en.law"
    rows = [row for row in text.read_text().split("\n") if "to 31 December 2024" not in row]
    text.write_text("\n".join(rows).replace("In force from 1 January 2025, the", "The"))
    (place / "cases.jsonl").write_text(lines(household()))
    result = run("decide", ACT, "cases.jsonl", *DAYS)

    assert json.loads(result.stdout)["law"]["days"]["law_day"] == "2025-07-01"
