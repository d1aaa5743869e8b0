"""Letters of two alphabets that look alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

# Letters of one shape, by alphabet; a point where an alphabet has none.
_SHAPES = {
    "LATIN": "ABCEHIJKMNOPSTXYZaceijopsvxy",
    "CYRILLIC": (
        "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c."
        "\u041e\u0420\u0405\u0422\u0425\u0423."
        "\u0430\u0441\u0435\u0456\u0458\u043e\u0440\u0455.\u0445\u0443"
    ),
    "GREEK": (
        "\u0391\u0392.\u0395\u0397\u0399.\u039a\u039c\u039d\u039f\u03a1."
        "\u03a4\u03a7\u03a5\u0396.....\u03bf\u03c1.\u03bd.."
    ),
}


def alphabet(letter: str) -> str:
    """Return the alphabet of a letter, empty for one that has no letters of other shapes."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _SHAPES else ""


def retype(word: str, into: str) -> str:
    """Return `word` in the letters of an alphabet that look so, empty if there are none."""
    alike = _alike(into)
    letters = [
        letter if alphabet(letter) in ("", into) else alike.get(letter, "") for letter in word
    ]
    return "".join(letters) if all(letters) else ""


@cache
def _alike(into: str) -> Mapping[str, str]:
    own = _SHAPES[into]
    return {
        other: letter
        for name, shapes in _SHAPES.items()
        if name != into
        for letter, other in zip(own, shapes, strict=True)
        if "." not in (letter, other)
    }
