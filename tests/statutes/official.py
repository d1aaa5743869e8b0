"""The acts whose official text stands beside them."""

from __future__ import annotations

from pathlib import Path

STATUTES = Path(__file__).parents[2] / "statutes"
OFFICIAL = sorted(STATUTES.glob("*/*/en.official"))
