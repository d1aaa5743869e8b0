"""The text of a document of a word processor, with the numbers that it makes by itself.

Numbers are made from the levels of its lists. Tracked changes, tables, footnotes and comments
of which the text would not be whole are refused, with the paragraph they stand in.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

_SHOWN = 40  # characters of a paragraph that a refusal quotes
_REFUSED = {
    "w:ins": "a tracked change: accept or reject all changes first",
    "w:del": "a tracked change: accept or reject all changes first",
    "w:moveFrom": "a tracked change: accept or reject all changes first",
    "w:moveTo": "a tracked change: accept or reject all changes first",
    "w:footnoteReference": "a footnote: put its words into the text, or take it out",
    "w:endnoteReference": "an endnote: put its words into the text, or take it out",
    "w:txbxContent": "a text box: put its words into the text",
    "w:object": "an embedded object: put its words into the text",
    "m:oMath": "a formula: say it in words",
}
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9  # of a list of a word processor


class DocumentError(Exception):
    """A document that cannot be read whole; the message says what, and where."""


def document_text(data: bytes) -> str:
    """Return the text of a document, a paragraph a line.

    Raises:
        DocumentError: it is no document, or has what cannot be read.
    """
    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise DocumentError("it is no document of a word processor (.docx)") from error
    numbers = _Numbers(document)
    lines: list[str] = []
    for place, element in enumerate(document.element.body, 1):
        if element.tag == qn("w:tbl"):
            before = f"after `{lines[-1][:_SHOWN]}`" if lines else "at the beginning"
            raise DocumentError(f"it has a table {before}: write it with `|` between its cells")
        if element.tag == qn("w:sdt"):
            raise DocumentError(f"block {place} is a field to fill in: make it plain text")
        if element.tag == qn("w:p"):
            lines.append(_paragraph(element, numbers, place))
    return "".join(f"{line}\n" for line in lines)


def _paragraph(element: Any, numbers: _Numbers, place: int) -> str:
    text = "".join(_pieces(element))
    for name, why in _REFUSED.items():
        prefix = name.partition(":")[0]
        tag = qn(name) if prefix == "w" else None
        if any(
            e.tag == tag or (tag is None and str(e.tag).endswith("}oMath"))
            for e in element.iter()
        ):
            raise DocumentError(f"paragraph {place}, `{text.strip()[:_SHOWN]}`, has {why}")
    label = numbers.label(element, place)
    return f"{label} {text}".strip() if text.strip() or label else ""


def _pieces(element: Any) -> list[str]:
    pieces: list[str] = []
    for node in element.iter():
        if node.tag == qn("w:t"):
            pieces.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")) and node.getparent().tag == qn(
            "w:r"
        ):
            pieces.append(" ")
        elif node.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
    return pieces


class _Numbers:
    """The numbers of lists, counted on from paragraph to paragraph."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._list_of: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._styles = {
            style.style_id: style.element
            for style in document.styles
            if style.element is not None
        }
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.findall(qn("w:abstractNum")):
            levels = {int(e.get(qn("w:ilvl"))): e for e in abstract.findall(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for number in root.findall(qn("w:num")):
            key = number.get(qn("w:numId"))
            self._list_of[key] = number.find(qn("w:abstractNumId")).get(qn("w:val"))
            for override in number.findall(qn("w:lvlOverride")):
                start = override.find(qn("w:startOverride"))
                if start is not None:
                    at = int(override.get(qn("w:ilvl")))
                    self._starts[key, at] = int(start.get(qn("w:val")))

    def label(self, paragraph: Any, place: int) -> str:
        """Return the number that the word processor shows before a paragraph, if any.

        Raises:
            DocumentError: it numbers in a way that is not known.
        """
        found = self._numbering(paragraph)
        if found is None:
            return ""
        key, at = found
        own = self._list_of.get(key)
        level = self._levels.get(own or "", {}).get(at)
        if own is None or level is None:
            return ""
        counts = self._counts.setdefault(own, [0] * _LEVELS)
        if (key, at) in self._starts and (key, at) not in self._begun:
            counts[at] = self._starts[key, at]
        else:
            counts[at] = counts[at] + 1 if counts[at] else _value(level, "w:start", 1)
        self._begun.add((key, at))
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        shown = level.find(qn("w:lvlText"))
        text = "" if shown is None else str(shown.get(qn("w:val")) or "")
        for deep in range(at, -1, -1):
            if f"%{deep + 1}" in text:
                form = self._levels[own][deep].find(qn("w:numFmt"))
                name = "decimal" if form is None else str(form.get(qn("w:val")))
                text = text.replace(f"%{deep + 1}", _written(counts[deep] or 1, name, place))
        return "" if _is_bullet(level) else text

    def _numbering(self, paragraph: Any) -> tuple[str, int] | None:
        """Return the list of a paragraph and the level in it: its own, or of its style."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = None if style is None else style.get(qn("w:val"))
        element = paragraph
        key, at = None, None
        for _ in range(20):  # a style rests on others; a circle of them ends
            properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None:
                own, deep = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
                key = key or (None if own is None else own.get(qn("w:val")))
                at = at if at is not None or deep is None else int(deep.get(qn("w:val")))
            if key is not None or name not in self._styles:
                break
            element = self._styles[name]
            based = element.find(qn("w:basedOn"))
            name = None if based is None else based.get(qn("w:val"))
        return None if key in (None, "0") else (str(key), at or 0)


def _value(level: Any, name: str, usual: int) -> int:
    node = level.find(qn(name))
    return usual if node is None else int(node.get(qn("w:val")))


def _is_bullet(level: Any) -> bool:
    form = level.find(qn("w:numFmt"))
    return form is not None and form.get(qn("w:val")) in ("bullet", "none")


def _written(count: int, form: str, place: int) -> str:
    match form:
        case "decimal" | "bullet" | "none":
            return str(count)
        case "lowerLetter":
            return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "upperLetter":
            return _written(count, "lowerLetter", place).upper()
        case "lowerRoman":
            roman = ""
            for value, sign in _ROMAN:
                roman += sign * (count // value)
                count %= value
            return roman
        case "upperRoman":
            return _written(count, "lowerRoman", place).upper()
        case _:
            raise DocumentError(
                f"paragraph {place} is numbered as `{form}`, which is not known"
            )
