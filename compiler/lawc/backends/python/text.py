"""Text of a statute inside Python: the only two ways in, `literal` and `docstring`.

Letters of every script stay readable; quotes, backslashes, control and format characters
are escaped, so that no text can end the string it stands in or hide what stands there.
"""

from __future__ import annotations

import json

WIDTH = 96


def literal(text: str) -> str:
    """Return `text` as a Python string, in the quotes that `ruff format` would choose."""
    written = repr(text)
    if written[0] == '"' or text.count('"') > text.count("'"):
        return written
    body = written[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{body}"'


def docstring(text: str, indent: int) -> str:
    """Return `text` as a docstring to stand `indent` spaces in, its lines not too long."""
    margin = " " * indent
    words = " ".join(text.split())
    body = [escaped(line) for line in _wrapped(words, WIDTH - indent - 12)]
    if len(body) == 1 and len(body[0]) <= WIDTH - indent - 6:
        return f'{margin}"""{body[0]}"""'
    return "\n".join([f'{margin}"""{body[0]}', *(margin + line for line in body[1:])]) + (
        f'\n{margin}"""'
    )


def _wrapped(words: str, width: int) -> list[str]:
    """Return lines of words, each as long as it may be; a word that is longer stands alone."""
    lines = []
    while len(words) > width:
        end = words.rfind(" ", 0, width + 1)
        end = end if end > 0 else words.find(" ", width)
        if end < 0:
            break
        lines.append(words[:end])
        words = words[end + 1 :]
    return [*lines, words]


def comment(text: str) -> str:
    """Return `text` as a comment of one line."""
    return f"# {escaped(' '.join(text.split()))}"


def as_json(value: object) -> str:
    """Return `value` as JSON that can be read and holds no hidden character."""
    return printable(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def printable(written: str) -> str:
    """Return JSON with what cannot be seen written as numbers."""
    if written.isprintable():
        return written
    return "".join(c if c == "\n" or c.isprintable() else _unicode(c) for c in written)


def _unicode(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))


def escaped(text: str) -> str:
    """Return `text` as it may stand inside a docstring."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    hard = '""' in text
    last = len(text) - 1
    signs = []
    for place, char in enumerate(text):
        if char == '"' and (hard or place in {0, last}):
            signs.append('\\"')
        elif char == "\\":
            signs.append("\\\\")
        else:
            signs.append(char if char.isprintable() else repr(char)[1:-1])
    return "".join(signs)
