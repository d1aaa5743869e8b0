"""The command `lawc` and its list of commands; each is a file of `lawc.commands`.

Exit codes everywhere: 0 nothing to report, 1 something to report, 2 could not run.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Any

import click

from lawc.commands.usage import UsageError
from lawc.version import __version__

_COMMANDS = {
    "amend": "Apply an amending act, or write the one between two texts.",
    "ask": "Tell whether an element of a statute holds in a case, or its amount.",
    "build": "Write the package of each statute: Python, schemas, documents.",
    "check": "Report what is wrong with statutes, and how much of them is read.",
    "decide": "Decide many cases: JSON lines in, JSON lines out.",
    "diff": "Compare two versions of statutes: what changes, and for whom.",
    "explain": "Explain a code such as L201, with a bad and a good example.",
    "fmt": "Lay out the texts of statutes in one form.",
    "guide": "Show the guide for drafters, a page a screen.",
    "impact": "Count whom a law reaches in a register, and by which provision.",
    "new": "Begin an act, or an amending act, that works as it stands.",
    "serve": "Serve statutes over HTTP: decide, explain, ask.",
    "show": "Show how a statute is read: its normal form, tree, logic or plan.",
    "synth": "Make a synthetic register that meets published figures.",
    "test": "Check that the examples of a statute are decided as expected.",
    "why": "Decide one case and print the reasons as a tree.",
}
_YOUNG = 50_000  # new objects before a collection: a command keeps nearly all of its objects
_FRAMES = 4_000  # nested calls: twice as many as the deepest law that `check` allows needs
_KILLED = 128  # the exit code of a program ended by a signal is this plus the signal's number


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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a refusal of the system ends with a message and exit code 2."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError as error:  # `lawc ... | head -1`: the reader has enough
            _say_no_more()
            ended = error.__context__
            ctx.exit(int(ended.code or 0) if isinstance(ended, SystemExit) else 0)
        except KeyboardInterrupt:
            ctx.exit(_KILLED + signal.SIGINT)
        except AssertionError as error:
            raise UsageError(f"this is a bug in lawc, please report it: {error!r}") from error
        except RecursionError as error:
            raise UsageError("this is nested or chained too deep for lawc") from error
        except RuntimeError as error:  # `Path.resolve` raises it for a link to itself
            refused = error.__context__
            if not isinstance(refused, OSError):
                raise
            raise _usage_error(refused) from error
        except OSError as error:
            _say_no_more()
            raise _usage_error(error) from error


def _usage_error(error: OSError) -> UsageError:
    named = f"`{error.filename}`: " if error.filename else ""
    return UsageError(f"{named}{error.strerror or error}")


def _say_no_more() -> None:
    """Discard what is still to be written when the program ends: the stream is closed."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.command(cls=_Lazy)
@click.version_option(__version__, package_name="lawc")
def main() -> None:
    """Compile legislation to logic: decide, explain and compare.

    Exit codes: 0 nothing to report, 1 something to report, 2 the command could not run.
    """


def run() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _end_on_signal)
    gc.set_threshold(_YOUNG)
    sys.setrecursionlimit(_FRAMES)
    main(prog_name="lawc")


def _end_on_signal(number: int, frame: FrameType | None) -> None:
    """End by an exception, so that cleanup runs and no half written file stays behind."""
    del frame
    sys.exit(_KILLED + number)
