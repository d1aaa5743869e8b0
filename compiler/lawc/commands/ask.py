"""`lawc ask`: what one element of a statute, asked by its citation, comes to in a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lawc.commands.given import read_object
from lawc.commands.options import days_option
from lawc.commands.problems import days_known, days_of, law_of
from lawc.commands.usage import UsageError
from lawc.commands.why import read_one


@click.command("ask")
@click.argument("statute", type=click.Path(path_type=Path))
@click.argument("element")
@click.argument("case", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--of",
    "of",
    default="",
    metavar="PATH",
    help="Path of the thing that is asked about, such as `children[0]`.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Format of the answer (default: text).",
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
    element: str,
    case: Path,
    of: str,
    form: str,
    line: int | None,
    days: tuple[str, ...],
) -> None:
    """Tell whether an ELEMENT of STATUTE holds in the CASE, or its amount.

    ELEMENT is a citation, down to a point: `2(1)(3)`, `63(c)(6)(A)`. An item of a list is asked
    alone, by its own words; a rule by its condition, and beside it whether it is displaced; a
    definition or an amount by its truth or its value.
    """
    from lawc.backends.documents.holding import holding_text
    from lawc.meaning.holdings import ask
    from lawc.meaning.world import World
    from lawc.runtime.holdings import AskedUnder, AskError

    law = law_of(statute)
    place = f"{case}" if line is None else f"{case}:{line}"
    _, thing, own = read_one(law, read_object(case, line), place)
    known = days_known(law)
    all_days = days_of(known | days_of(known, own), days)
    under = AskedUnder(law.act, {**known, **all_days})
    try:
        holding = ask(World(law, all_days), thing, element, of, under)
    except AskError as error:
        raise UsageError(str(error)) from error
    if form == "json":
        click.echo(holding.to_json(), nl=False)
    else:
        click.echo(holding_text(law, all_days, holding, colour=sys.stdout.isatty()), nl=False)
