"""Documents of word processors: created empty, saved with the same bytes every time."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document

_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - no moment of anything, the same in each file
_OLDEST = (1980, 1, 1, 0, 0, 0)  # what a ZIP archive can say
_CONTROL = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def empty(title: str, language: str) -> Document:
    """Return a document without text."""
    document = docx.Document()
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.title, about.language = legible(title)[:255], language
    about.created = about.modified = _NEVER
    about.revision = 1
    return document


def legible(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _CONTROL.sub("\ufffd", text)


def saved(document: Document) -> bytes:
    """Return the file of a document; it holds no time of its creation."""
    saved_once, stable = BytesIO(), BytesIO()
    document.save(saved_once)
    with ZipFile(saved_once) as parts, ZipFile(stable, "w") as archive:
        for name in parts.namelist():
            info = ZipInfo(name, _OLDEST)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, parts.read(name))
    return stable.getvalue()
