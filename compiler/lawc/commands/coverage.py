"""Coverage on the terminal: a row a provision, then the shares."""

from __future__ import annotations

import sys
from typing import Any

import click

_WIDTH = 100
_HEADS = {"true": "true", "false": "false", "decides": "deciding"}
_MISSING = {"true": "never true", "false": "never false", "decides": "never decides"}


def show_coverage(coverage: dict[str, Any], least: int | None) -> None:
    """Print what the examples show of each provision; `coverage` is by `coverage_dict`."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.ASCII2, safe_box=True)
    table.add_column("provision", overflow="fold")
    for head in _HEADS.values():
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("missing", overflow="fold")
    for row in coverage["provisions"]:
        counts = [str(row[key]) for key in _HEADS]
        if row["always"]:
            counts[1] = "-"
        missing = ", ".join(_MISSING[key] for key in row["missing"])
        table.add_row(row["citation"], *counts, missing)
    console = Console(
        file=sys.stdout, width=_WIDTH, color_system=None, highlight=False, markup=False
    )
    console.print(table)
    if coverage["unmeasured"]:
        click.echo("  in no reasoning tree, so not measured:")
        for citation in coverage["unmeasured"]:
            click.echo(f"    {citation}")
    shares = [f"{_share(coverage[key])} {head}" for key, head in _HEADS.items()]
    click.echo(f"  shown by an example: {', '.join(shares)}")
    click.echo(f"  in all {_share(coverage['all'])}")
    whole = coverage["all"]
    if least is not None and whole["shown"] * 100 < whole["asked"] * least:
        click.echo(f"  less than the {least} % asked for by `--at-least`")


def _share(counts: dict[str, int]) -> str:
    shown, whole = counts["shown"], counts["asked"]
    percent = shown * 100 // whole if whole else 100
    return f"{shown} of {whole} ({percent} %)"
