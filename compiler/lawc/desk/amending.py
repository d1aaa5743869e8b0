"""An amending act to begin with: it inserts an article behind the last one of an act."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from lawc.amend.elements import Text
from lawc.source import Source
from lawc.syntax.layout import laid_out
from lawc.syntax.structure import structure


def amendment_to_begin(act: Source, language: str) -> str | None:
    """Return an amending act of `act`; None if `act` has no articles with plain numbers."""
    unit = structure(act, language)
    numbers = [below.number for below in unit.units if below.level == "article"]
    if not numbers or not numbers[-1].partition("-")[0].isdigit():
        return None
    title = " ".join(Text(act, language).title)
    if not title:
        return None
    text = (files("lawc.desk") / "beginnings" / "amendment.txt").read_text(encoding="utf-8")
    last = numbers[-1]
    names = {"title": title, "last": last, "next": str(int(last.partition("-")[0]) + 1)}
    return laid_out(Source("amendment.en.law", Template(text).substitute(names)), language)
