"""Members that are decided in part: who lacks a fact does not keep others from being decided.

Before: the loop over the members of a list returns None at the first of whom a fact is missing
that matters. After: it goes on, and the list that it returns has None for that member.
"""

from __future__ import annotations

import re

from lawc.backends.python.text import literal

_GIVES_UP = re.compile(r"^( *)return None$", re.MULTILINE)


def going_on(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return lines that decide members in a loop so that it goes on where one gives up.

    With them the lines before and after the loop.
    """
    body = [
        _GIVES_UP.sub(r"\1whole = False\n\1made.append(None)\n\1continue", text)
        for text in lines
    ]
    first, end = ["    whole = True"], ["    return tuple(made) if whole else made"]
    if any("apart = (" in text for text in lines):
        first.append("    apart: tuple[int, ...] = ()")
        end = [
            "    if whole:",
            "        return tuple(made)",
            "    for place in apart:",
            "        made[place] = made[place] and [made[place]]",
            "    return made",
        ]
    return first, body, end


def unless_decided(name: str, kind: str, pad: str, whole: bool) -> list[str]:
    """Return the lines that give up unless all members of a list are decided.

    `name` is the variable of these. If they are decided in part, `kind` is theirs, and what is
    decided of the `whole` case is those that are.
    """
    if not kind:
        return [f"{pad}if {name} is None:", f"{pad}    return None"]
    lines = [f"{pad}if {name}.__class__ is not tuple:"]
    if not whole:
        return [*lines, f"{pad}    return None"]
    part = f"{{{literal(kind)}: {name}}}"
    return [*lines, f"{pad}    return None if {name} is None else {part}"]
