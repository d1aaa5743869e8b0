"""Exit codes: 0 nothing to report, 1 something to report, 2 could not run."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.commands.running import ACT, DAYS, household, lines, run

from lawc.cli import main

COMMANDS = (
    "amend",
    "build",
    "check",
    "decide",
    "diff",
    "explain",
    "fmt",
    "show",
    "test",
    "why",
)
TEXT = f"{ACT}/en.law"


@pytest.fixture
def case(place: Path) -> Path:
    path = place / "case.json"
    path.write_text(lines(household()))
    return path


@pytest.fixture
def broken(place: Path) -> Path:
    text = place / TEXT
    text.write_text(text.read_text().replace("lives in the country", "dwells in the country"))
    return text


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--format", "json"],
        ["check", ACT, "--format", "text"],
        ["show", ACT],
        ["show", TEXT, "--as", "tree"],
        ["show", ACT, "--as", "ir"],
        ["show", ACT, "--as", "echo"],
        ["build"],
        ["fmt"],
        ["test"],
        ["test", ACT, "--format", "json"],
        ["explain", "L201"],
        ["explain", "unknown-reference"],
        ["decide", ACT, "case.json", *DAYS],
        ["why", ACT, "case.json", *DAYS],
        ["why", ACT, "case.json", *DAYS, "--full"],
        ["why", ACT, "case.json", *DAYS, "--format", "md"],
        ["why", ACT, "case.json", *DAYS, "--format", "html"],
        ["why", ACT, "case.json", *DAYS, "--format", "json"],
    ],
)
@pytest.mark.usefixtures("case")
def test_a_command_with_nothing_to_report_ends_with_0(arguments: list[str]) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["check", "--format", "json"], ["build"], ["show", ACT, "--as", "tree"]],
)
@pytest.mark.usefixtures("broken")
def test_a_command_that_finds_errors_ends_with_1(arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.exit_code == 1
    assert "dwells" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", ACT],
        ["show", ACT, "--as", "ir"],
        ["decide", ACT, "case.json"],
        ["why", ACT, "case.json"],
        ["test"],
    ],
)
@pytest.mark.usefixtures("broken", "case")
def test_a_command_that_needs_a_law_without_errors_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert "dwells" in result.stderr
    assert "mend the statute first" in result.stderr
    assert result.stdout == ""


def test_problems_as_json_say_code_and_place(broken: Path) -> None:
    data = json.loads(run("check", "--format", "json").stdout)

    assert data["version"] == 1
    assert data["counts"]["error"] == len(data["problems"])
    assert data["problems"][0]["code"].startswith("L")
    line = data["problems"][0]["start"]["line"]
    assert "dwells" in "".join(broken.read_text().split("\n")[line - 1 : line + 1])
    assert data["statutes"][0]["errors"] == len(data["problems"])


def test_the_share_of_words_that_are_read_is_told(place: Path) -> None:
    assert (place / ACT).is_dir()
    text = run("check").stdout
    data = json.loads(run("check", "--format", "json").stdout)["statutes"][0]

    assert f"{data['words_read']} words read" in text
    assert data["words_read"] + data["words_marked_inert"] == data["words"]


def test_notes_are_told_where_they_are_asked_for(place: Path) -> None:
    vocabulary = place / "statutes/example/family.vocabulary"
    more = 'fact child.height: count\n  en ask "How tall is the child, in centimetres?"\n'
    vocabulary.write_text(vocabulary.read_text() + more)

    assert run("check").exit_code == 0
    assert run("check", "--notes").exit_code == 1
    assert "height" in run("check", "--notes").stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"Usage: main {command}" in result.stdout.replace("lawc", "main")


def test_an_option_is_spelled_alike_in_all_commands() -> None:
    context = click.Context(main)
    commands = [main.get_command(context, name) for name in COMMANDS]
    spelled: dict[str, set[tuple[str, ...]]] = {}
    for command in commands:
        assert command is not None
        for option in command.params:
            for name in option.opts if isinstance(option, click.Option) else ():
                spelled.setdefault(name, set()).add(tuple(option.opts))

    assert all(len(one) == 1 for one in spelled.values()), spelled
    assert spelled["-o"] == {("-o", "--out")}


@pytest.mark.parametrize("arguments", [["none"], ["check", "--none"], ["why"], ["show"]])
def test_what_is_no_command_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_version_is_told() -> None:
    result = run("--version")

    assert result.exit_code == 0
    assert "version" in result.stdout


def test_help_imports_nothing_heavy() -> None:
    each = [[], *([one] for one in COMMANDS)]
    said = (
        "import sys; from lawc.cli import main\n"
        f"for one in {each}: main([*one, '--help'], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", said]
    modules = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(modules.stdout.split())

    assert "lawc.commands.usage" in loaded
    assert not loaded & {"lark", "jinja2", "rich", "lawc.pipeline", "lawc.ir.nodes"}


def computed() -> float:
    """Return the seconds that processes started here have computed, without waiting."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [[], *([one] for one in COMMANDS)])
def test_help_takes_less_than_a_third_of_a_second(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "lawc", *arguments, "--help"]
    took = []
    for _ in range(5):
        start = computed()
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our program
        took.append(computed() - start)

    assert min(took) < 0.3


def test_the_errors_of_one_act_are_counted_once(place: Path) -> None:
    text = place / ACT / "en.law"
    text.write_text(
        text.read_text("utf-8").replace("the household lives", "the household livess")
    )
    result = run("check", ACT)

    assert result.output.count("1 error") == 1
