"""`lawc why`: one case, decided and explained."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from lawc.backends.documents.report import Report, report
from lawc.commands.problems import UsageError, days_of, law_of
from lawc.explain import explain
from lawc.read_case import read_case
from lawc.world import World


@click.command("why")
@click.argument("statute", type=click.Path(path_type=Path))
@click.argument("case", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format", "form", type=click.Choice(["text", "md", "html", "json"]), default="text"
)
@click.option("--full", is_flag=True, help="Open every ground, also those that failed.")
@click.option("--set", "days", multiple=True, metavar="DAY=DATE", help="A day by name.")
def command(statute: Path, case: Path, form: str, full: bool, days: tuple[str, ...]) -> None:
    """Decide the CASE (a JSON file, - for the standard input) under STATUTE, and say why."""
    law = law_of(statute)
    given = days_of(law, days)
    data = read_json(case)
    thing = read_case(law, data)
    if isinstance(thing, tuple):
        raise UsageError("\n      ".join(f"{case}: {problem}" for problem in thing))
    name = str(data.get("id") or case.stem)
    made = report(law, name, given, explain(World(law, given), thing))
    click.echo(_rendered(made, form, full), nl=False)


def read_json(path: Path) -> Any:
    """Return the JSON object in a file.

    Raises:
        UsageError: it cannot be read, or is no JSON object.
    """
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
        data = json.loads(text)
    except OSError as error:
        raise UsageError(f"`{path}` cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"`{path}` is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise UsageError(f"`{path}` is not JSON: {error.msg.lower()} at {place}") from error
    except RecursionError as error:
        raise UsageError(f"`{path}` is nested too deep") from error
    if not isinstance(data, dict):
        raise UsageError(f"`{path}` holds no case: a case is a JSON object")
    return data


def _rendered(made: Report, form: str, full: bool) -> str:
    match form:
        case "json":
            from lawc.backends.documents.as_json import explanation_json  # noqa: PLC0415

            return explanation_json(made)
        case "md":
            from lawc.backends.documents.as_markdown import markdown  # noqa: PLC0415

            return markdown(made, full=full)
        case "html":
            from lawc.backends.documents.as_html import html  # noqa: PLC0415

            return html(made, full=full)
        case _:
            from lawc.backends.documents.as_terminal import terminal  # noqa: PLC0415

            return terminal(made, full=full, colour=sys.stdout.isatty())
