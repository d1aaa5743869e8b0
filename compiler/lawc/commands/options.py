"""Options that several commands take."""

from __future__ import annotations

import click

days_option = click.option(
    "--set",
    "days",
    multiple=True,
    metavar="DAY=DATE",
    help="Set a day of the law, such as law_day=2026-01-01; may be repeated.",
)
