"""`lawc explain`: the page of a code, or which codes there are."""

from __future__ import annotations

import click

from lawc.commands.usage import UsageError
from lawc.diagnostics.codes import Code
from lawc.diagnostics.explain import explain_page, listing


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain CODE, such as L201 or unknown-reference; list the codes if none is named."""
    if code is None:
        click.echo(listing(), nl=False)
        return
    page = explain_page(code)
    if page is None:
        codes = "\n  ".join(f"{one.value} {one.slug}" for one in Code)
        raise UsageError(f"no code is called `{code}`; the codes are\n  {codes}")
    click.echo(page, nl=False)
