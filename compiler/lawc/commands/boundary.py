"""Cases at the limits of a statute: made of its examples, shown on the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from lawc.commands.examples import Example
    from lawc.ir import nodes as ir


def boundary_of(law: ir.Law, examples: Iterable[Example]) -> dict[str, Any]:
    """Return what is to be told of the limits of `law`."""
    from lawc.testing.boundary import boundary
    from lawc.testing.notice import Told, tried
    from lawc.testing.report import boundary_dict

    told = (Told(one.case, dict(day.split("=", 1) for day in one.days)) for one in examples)
    known = tuple(case for one in told if (case := tried(law, one)) is not None)
    return boundary_dict(boundary(law, known), known)


def show_boundary(found: dict[str, Any]) -> None:
    """Print which limits have cases on both sides, as `boundary_dict` says them."""
    limits, examples = found["limits"], found["examples"]
    missed = [one for one in limits if not one["reached"]]
    same = [one for one in limits if one["reached"] and not one["differs"]]
    click.echo(
        f"  {len(limits) - len(missed)} of {len(limits)} limits have cases on both sides, "
        f"{len(examples)} of these cases are new"
    )
    _list("no case was found on both sides of:", missed)
    _list("the law decides the same on both sides, in every case tried, of:", same)


def _list(title: str, limits: list[dict[str, Any]]) -> None:
    if limits:
        click.echo(f"  {title}")
    for one in limits:
        sides = "; ".join(one["sides"]) or "no case"
        click.echo(f"    {one['citation']}: {one['text']} ({sides})")
