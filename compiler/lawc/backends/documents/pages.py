"""Filling the HTML templates: everything escaped, the style inside the page."""

from __future__ import annotations

from functools import cache

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    select_autoescape,
)
from markupsafe import Markup

from lawc.backends.documents.showing import template_text
from lawc.cache import kept_folder


def page(template: str, *styles: str, **view: object) -> str:
    """Return the HTML page of `view` by a `template`, with further `styles`."""
    texts = map(template_text, ("style.css", *styles))
    css = Markup("".join(texts))  # noqa: S704 - our own files, no text of a case or a law
    return _environment().get_template(template).render(css=css, **view)


@cache
def _environment() -> Environment:
    return Environment(
        bytecode_cache=FileSystemBytecodeCache(str(kept_folder("templates"))),
        loader=FunctionLoader(template_text),
        undefined=StrictUndefined,
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def drawn(svg: str) -> Markup:
    """Return a drawing of ours to stand in a page as it is."""
    return Markup(svg)  # noqa: S704 - all text in it is escaped
