"""The command `lawc`: which commands there are; each is a file of `lawc.commands`.

Exit codes everywhere: 0 nothing to report, 1 something to report, 2 could not run.
"""

from __future__ import annotations

import importlib
import sys

import click

_COMMANDS = {
    "build": "Write the Python package and the reasoning tree of each statute.",
    "check": "Report what is wrong with statutes, and how much of them is read.",
    "decide": "Decide cases, one a line, and print the decisions, one a line.",
    "explain": "Explain a code such as L201, with a bad and a good example.",
    "fmt": "Lay statutes out: one form, whatever the editor.",
    "show": "Show what was read of a statute: its tree, its logic, or its echo.",
    "test": "Compare the example cases of a statute with what it decides.",
    "why": "Decide one case and print the reasoning tree.",
}


class _Lazy(click.Group):
    """A group whose commands are imported when they run, so that help is fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"lawc.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_Lazy)
@click.version_option(package_name="lawc")
def main() -> None:
    """Compile legislation to logic: decide, explain and compare."""


def run() -> None:
    """Run the command line; bad input ends with a message and exit code 2."""
    from lawc.commands.problems import UsageError  # noqa: PLC0415

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        main(prog_name="lawc", standalone_mode=True)
    except UsageError as error:
        click.echo(f"lawc: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
