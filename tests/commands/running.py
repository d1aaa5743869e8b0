"""The command line in tests: inside this process, or as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from lawc.cli import main

ROOT = Path(__file__).parents[2]
ACT = "statutes/example/family-allowance"
DAYS = ("--set", "payment_day=2025-07-01", "--set", "law_day=2025-07-01")


def run(*arguments: object, given: str | bytes | None = None) -> Result:
    """Run `lawc` in this process; no command may end in a traceback."""
    result = CliRunner().invoke(main, [str(one) for one in arguments], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def start(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    """Start `lawc` as a process of its own; its output can be read from the process."""
    command = [sys.executable, "-m", "lawc", *map(str, arguments)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, **{**streams, **options})  # noqa: S603 - our own program


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    """Return the exit code of `process`, its output and its errors."""
    out, err = process.communicate(timeout=120)
    return process.returncode, (out or b"").decode(), (err or b"").decode()


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of this process with some variables changed."""
    return {**os.environ, **changes}


def household(**changes: Any) -> dict[str, Any]:
    """Return a household whose every fact is known: its allowance in 2025 is 47.44 euro."""
    child = {"date_of_birth": "2015-03-10", "in_education": False, "disabled": False}
    known = {
        "income": "0",
        "lives_in_the_country": True,
        "receives_foreign_allowance": False,
        "children": [child],
    }
    return {**known, **changes}


def lines(*cases: object) -> str:
    """Return the cases as JSON, one a line; a text stays as it is."""
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in cases)
