"""`lawc guide`: the guide for drafters, a page a screen."""

from __future__ import annotations

import click

from lawc.commands.usage import UsageError

_WIDTH = 100  # columns; narrower where the terminal is


@click.command("guide")
@click.argument("page", required=False)
def command(page: str | None) -> None:
    """Show PAGE of the guide for drafters, such as conditions; without PAGE the list."""
    from rich.console import Console
    from rich.markdown import Markdown

    from lawc.desk.guide import FIRST, pages
    from lawc.desk.guide import page as page_of

    text = page_of(FIRST if page is None else page)
    if text is None:
        raise UsageError(f"the guide has no page `{page}`: its pages are {', '.join(pages())}")
    console = Console()
    if not console.is_terminal or console.width > _WIDTH:
        console = Console(width=_WIDTH)
    console.print(Markdown(text, code_theme="bw"))
