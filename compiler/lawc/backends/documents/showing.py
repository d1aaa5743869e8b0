"""Text of a law or a case in a document: nothing in it hides, and nothing in it acts."""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).with_name("templates")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_AT_START = re.compile(r"^([-+]|[0-9]{1,9}(?=[.)]))")


def tidy(text: str) -> str:
    """Return `text` on one line, with every sign that would act unseen made visible."""
    if text.isprintable():  # no sign that is hidden, and no space but the usual one
        shown = text
        if "  " not in text and text[:1] != " " and text[-1:] != " ":
            return text
    else:
        shown = _HIDDEN.sub(lambda sign: f"‹U+{ord(sign.group()):04X}›", text)
    return " ".join(shown.split())


def escaped(text: str) -> str:
    """Return Markdown that shows `text`, whatever is in it."""
    plain = _ACTIVE.sub(r"\\\1", text) if _ACTIVE.search(text) else text
    start = _AT_START.match(plain)
    if start is None:
        return plain
    if start.group().isdigit():
        return f"{start.group()}\\{plain[start.end() :]}"
    return f"\\{plain}"


def code(text: str) -> str:
    """Return a Markdown code span that shows `text`."""
    if "`" not in text:
        return f"`{text}`"
    longest = max(len(run) for run in re.findall("`+", text))
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def in_html(text: str) -> str:
    """Return HTML that shows `text`, whatever is in it."""
    for sign, shown in _SIGNS:
        text = text.replace(sign, shown)
    return text


_SIGNS = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;"), ('"', "&#34;"))


def template_text(name: str) -> str:
    """Return the text of a file in `templates/`."""
    return (_FOLDER / name).read_text(encoding="utf-8")
