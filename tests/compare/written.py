"""Laws from their texts, compared: small ones, and the amnesty law as it may be amended."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.diagnostics.examples import SHARED

from lawc.amend.applying import consolidated
from lawc.compare.acts import ActCompared, Comparisons
from lawc.compare.report import Compared, compare
from lawc.ir import nodes as ir
from lawc.pipeline import compile_source
from lawc.source import Source

STATUTES = Path(__file__).parents[2] / "statutes"
AMNESTY_ACT = "kz/amnesty-2025"
AMNESTY = (STATUTES / AMNESTY_ACT / "en.law").read_text("utf-8")
_CODE = (STATUTES / "kz" / "criminal-code" / "en.law").read_text("utf-8")
_WORDS = Source(
    "kz/criminal.vocabulary", (STATUTES / "kz" / "criminal.vocabulary").read_text("utf-8")
)


def law(text: str, vocabulary: str = "") -> ir.Law:
    """Return an act over the examples' vocabulary, with `vocabulary` added to it."""
    words = Source(SHARED.name, SHARED.text + vocabulary)
    made = compile_source(Source("example/act/en.law", text), "example/act", (words,))
    assert made.law is not None, made.errors
    return made.law


def law_in(text: str, was: str, now: str) -> ir.Law:
    """Return an act over the examples' vocabulary in which `was` reads `now`."""
    assert was in SHARED.text
    words = Source(SHARED.name, SHARED.text.replace(was, now))
    made = compile_source(Source("example/act/en.law", text), "example/act", (words,))
    assert made.law is not None, made.errors
    return made.law


def compared(old: str, new: str) -> Compared:
    """Return the comparison of two texts over the examples' vocabulary."""
    return compare(law(old), law(new))


def levels(made: Compared) -> list[tuple[str, str]]:
    """Return the citation and the level of each change."""
    found = []
    for row in made.rows:
        element = row.change.new or row.change.old
        found.append((element.citation if element else row.change.eid, row.level.value))
    return found


def turns(made: Compared) -> list[tuple[str, object, object]]:
    """Return every turn that is shown."""
    return [(one.turn.decision.key, one.turn.old, one.turn.new) for one in made.touched]


# --- the amnesty law --------------------------------------------------------------------


def amnesty_text(*replaced: tuple[str, str]) -> str:
    """Return the text of the amnesty law with some words replaced."""
    text = AMNESTY
    for was, now in replaced:
        found = re.compile(r"\s+".join(map(re.escape, was.split(" "))))
        assert len(found.findall(text)) == 1, was
        text = found.sub(lambda _, said=now: said, text)  # type: ignore[misc]
    return text


def amended(name: str) -> str:
    """Return the amnesty law as one of its amending acts makes it."""
    path = STATUTES / AMNESTY_ACT / "amendments" / f"{name}.en.law"
    amending = Source(f"{AMNESTY_ACT}/amendments/{path.name}", path.read_text("utf-8"))
    text, problems = consolidated(Source(f"{AMNESTY_ACT}/en.law", AMNESTY), amending, "en")
    assert not problems, problems
    return text.text


@cache
def amnesty(text: str = AMNESTY) -> ir.Law:
    """Return the amnesty law, compiled from a text of it."""
    source = Source(f"{AMNESTY_ACT}/en.law", text)
    made = compile_source(source, AMNESTY_ACT, (_WORDS,), _library)
    assert made.law is not None, made.errors
    return made.law


def _library(act: str) -> Source | None:
    return Source("kz/criminal-code/en.law", _CODE) if act == "criminal-code" else None


@cache
def amnesty_compared(text: str) -> Compared:
    """Return the comparison of the amnesty law with a text of it."""
    return compare(amnesty(), amnesty(text))


def as_comparisons(made: Compared, name: str = AMNESTY_ACT) -> Comparisons:
    """Return one comparison in the form of `lawc diff`."""
    return Comparisons(("old", "new"), (ActCompared(name, made),), {})
