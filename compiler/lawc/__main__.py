"""`python -m lawc` and the command `lawc`."""

from __future__ import annotations

from lawc.cli import run

if __name__ == "__main__":
    run()
