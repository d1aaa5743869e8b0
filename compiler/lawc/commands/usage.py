"""Why a command cannot run; nothing but `click` is imported to say so."""

from __future__ import annotations

from typing import IO, Any

import click


class UsageError(click.ClickException):
    """A command cannot run; the message says why and what to do."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to the error stream."""
        click.echo(f"lawc: {self.format_message()}", file=file, err=True)
