"""`lawc explain`: the page of a code, or which codes there are."""

from __future__ import annotations

import click

from lawc.commands.usage import UsageError
from lawc.diagnostics.codes import Code
from lawc.diagnostics.explain import explain_page, listing


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain CODE: L201, unknown-reference, a level (wider) or a step (major) of changes.

    Without CODE the codes are listed.
    """
    if code is None:
        click.echo(listing(), nl=False)
        return
    page = explain_page(code)
    if page is None:
        codes = "\n  ".join(f"{known.value} {known.slug}" for known in Code)
        raise UsageError(
            f"no code is called `{code}`; `levels` and `steps` tell of changes, "
            f"and the codes are\n  {codes}"
        )
    click.echo(page, nl=False)
