"""The front of an act, or the whole act, restated: its title, and the preamble below it."""

from __future__ import annotations

from dataclasses import replace

from lawc.amend.edition import Edition
from lawc.amend.laying import read
from lawc.syntax.layout import laid_out
from lawc.syntax.structure import structure


def with_front(edition: Edition, part: str, new: str) -> Edition:
    """Return the edition with another title, another title and preamble, or another act.

    `part` is the rule of the grammar that names the part restated: `title`,
    `title_and_preamble` or `whole`.
    """
    language = edition.language
    if part == "whole":
        text = laid_out(edition.part(f"{new.strip()}\n"), language)
        whole = read(replace(edition.source, text=text), language)
        return edition.but(front=whole.front, units=whole.units, tail=whole.tail)
    front = edition.front
    rest = "\n\n"
    if part == "title":
        lines = structure(edition.part(front), language).text[: len(edition.title)]
        rest = front[lines[-1].text.end :] if lines else f"\n{front}"
    # an element below keeps the layout of the front as it is above one
    below = f"{edition.units[0].printed}\n" if edition.units else ""
    text = laid_out(edition.part(f"{new.strip()}{rest}{below}"), language)
    laid = read(edition.part(text), language)
    return edition.but(front=laid.front, units=(*laid.units[:-1], *edition.units))
