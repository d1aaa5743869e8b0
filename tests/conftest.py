"""Options that all tests share, and the files that say what a text must be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests import sampling

# How long a sample takes says nothing of what is tested: the first text that is drawn takes
# seconds where hypothesis has not yet kept its tables, as in a fresh clone.
settings.register_profile(
    "explore", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# The same samples each time: what fails for a change fails because of it. To look further,
# `pytest --hypothesis-profile explore`.
settings.register_profile("lawc", settings.get_profile("explore"), derandomize=True)
settings.load_profile("lawc")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true")
    parser.addoption(
        "--samples",
        type=int,
        default=1,
        metavar="N",
        help="take N times as many random samples",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Find out how many samples tests take, before any test is read."""
    sampling.quick = "not slow" in config.option.markexpr
    sampling.times = config.option.samples
    _share_bytecode(config)


def _share_bytecode(config: pytest.Config) -> None:
    """Keep bytecode in a folder of pytest where none is to be written beside the sources.

    Else each worker, and each program that a test starts, would compile everything again. They
    find the folder in the environment that they take over.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        folder = str(config.rootpath / ".pytest_cache" / "bytecode")
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = folder
        sys.dont_write_bytecode = False


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what tests have measured, such as how many accidents were refused."""
    for report in terminalreporter.getreports("passed"):
        if report.when == "call" and report.user_properties:
            said = ", ".join(f"{name}: {value}" for name, value in report.user_properties)
            terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {said}")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that `text` is what `tests/golden/<name>` says."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))

        assert text == path.read_bytes().decode("utf-8")

    return check
