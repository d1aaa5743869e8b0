"""Options that several commands take."""

from __future__ import annotations

import click

days_option = click.option(
    "--set",
    "days",
    multiple=True,
    metavar="DAY=DATE",
    help="A day that the law asks for, such as law_day=2026-01-01.",
)
