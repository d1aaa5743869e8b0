"""Cases at the limits of a statute: made of its examples, shown on the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from lawc.commands.examples import Example
    from lawc.ir import nodes as ir


def boundary_of(law: ir.Law, examples: Iterable[Example]) -> dict[str, Any]:
    """Return the report on the limits of `law`."""
    from lawc.testing.boundary import boundary
    from lawc.testing.notice import WrittenCase, decided_case
    from lawc.testing.report import boundary_dict

    samples = (
        WrittenCase(example.case, dict(day.split("=", 1) for day in example.days))
        for example in examples
    )
    known = tuple(
        case for example in samples if (case := decided_case(law, example)) is not None
    )
    return boundary_dict(boundary(law, known), known)


def show_boundary(report: dict[str, Any]) -> None:
    """Print which limits have cases on both sides, as `boundary_dict` says them."""
    limits, examples = report["limits"], report["examples"]
    missed = [limit for limit in limits if not limit["reached"]]
    same = [limit for limit in limits if limit["reached"] and not limit["differs"]]
    click.echo(
        f"  {len(limits) - len(missed)} of {len(limits)} limits have cases on both sides, "
        f"{len(examples)} of these cases are new"
    )
    _list("no case was found on both sides of:", missed)
    _list("the law decides the same on both sides, in every case tried, of:", same)


def _list(title: str, limits: list[dict[str, Any]]) -> None:
    if limits:
        click.echo(f"  {title}")
    for limit in limits:
        sides = "; ".join(limit["sides"]) or "no case"
        click.echo(f"    {limit['citation']}: {limit['text']} ({sides})")
