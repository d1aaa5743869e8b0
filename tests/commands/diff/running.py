"""`lawc diff`, as a user runs it."""

from __future__ import annotations

from tests.commands.running import run

FORMATS = ("text", "json", "md", "html", "sarif", "junit")
SECOND = "statutes/town/second/en.law"  # an act that some tests write beside the first


def refused(*arguments: object) -> str:
    """Return why `lawc diff` does not run; nothing else is printed."""
    result = run("diff", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr
