"""`lawc why`: one case, decided and explained."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawc.commands.examples import example_of, is_example
from lawc.commands.given import read_object
from lawc.commands.options import days_option
from lawc.commands.problems import days_known, days_of, deciding
from lawc.commands.usage import UsageError

if TYPE_CHECKING:
    from lawc.backends.documents.report import Report
    from lawc.ir import nodes as ir
    from lawc.meaning.cases import Thing


@click.command("why")
@click.argument("statute", type=click.Path(path_type=Path))
@click.argument("case", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "html", "json"]),
    default="text",
    help="Format of the tree (default: text).",
)
@click.option("--full", is_flag=True, help="Show every ground, also those that failed.")
@click.option(
    "--what-if", "supposing", is_flag=True, help="Also print what would change each result."
)
@click.option(
    "--line",
    type=click.IntRange(1),
    metavar="N",
    help="Number of the line that holds the case.",
)
@days_option
def command(
    statute: Path,
    case: Path,
    form: str,
    line: int | None,
    days: tuple[str, ...],
    *,
    full: bool,
    supposing: bool,
) -> None:
    """Decide the CASE under STATUTE, and print the reasons as a tree.

    CASE is a JSON file, or - for the standard input. With --line it is a file of JSON lines,
    each a case or an example; an example sets its own days.
    """
    from lawc.backends.documents.report import report
    from lawc.meaning.explain import explain
    from lawc.meaning.world import World
    from lawc.whatif.told import what_if

    law = deciding(statute)
    place = f"{case}" if line is None else f"{case}:{line}"
    data, thing, own = read_one(law, read_object(case, line), place)
    known = days_known(law)
    all_days = days_of(known | days_of(known, own), days)
    stem = "case" if str(case) == "-" else case.stem
    stem = stem if line is None else f"{stem}:{line}"
    name = stem if data.get("id") is None else str(data["id"])
    changes = what_if(World(law, all_days), thing) if supposing else None
    explained = report(
        law, name, all_days, explain(World(law, all_days), thing), what_if=changes
    )
    if not explained.explanations:
        lists = dict.fromkeys(
            k.field for k in law.kinds for d in law.decisions if d.kind == k.key
        )
        named = " and ".join(f"`{name}`" for name in lists if name)
        click.echo(f"lawc: nothing to decide: the case has no {named}", err=True)
    click.echo(_render(explained, form, full), nl=False)


def read_one(
    law: ir.Law, data: dict[str, Any], place: str
) -> tuple[dict[str, Any], Thing, tuple[str, ...]]:
    """Return the data of a case, the thing read from it, and the days that an example sets.

    Raises:
        UsageError: the case cannot be read.
    """
    from lawc.meaning.read_case import read_case

    days: tuple[str, ...] = ()
    try:
        thing = read_case(law, data)
        if isinstance(thing, tuple) and is_example(data):
            example = example_of(place, data)
            data, days = example.case, example.days
            thing = read_case(law, data)
    except RecursionError as error:
        raise UsageError(f"{place}: nested too deep") from error
    except ValueError as error:
        raise UsageError(f"{place}: {error}") from error
    if isinstance(thing, tuple):
        raise UsageError("\n      ".join(f"{place}: {problem}" for problem in thing))
    return data, thing, days


def _render(report: Report, form: str, full: bool) -> str:
    match form:
        case "json":
            from lawc.backends.documents.as_json import explanation_json

            return explanation_json(report)
        case "md":
            from lawc.backends.documents.as_markdown import markdown

            return markdown(report, full=full)
        case "html":
            from lawc.backends.documents.as_html import html

            return html(report, full=full)
        case _:
            from lawc.backends.documents.as_terminal import terminal

            return terminal(report, full=full, colour=sys.stdout.isatty())
