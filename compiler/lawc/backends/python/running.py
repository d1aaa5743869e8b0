"""Lines of quick functions, and the variables that they set, read and pass on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.quick import Quick
from lawc.records import dataclass

# A variable that may be passed on. Megabytes are searched: what is seldom stands first.
_NAME = re.compile(r"[vcortxdh][0-9](?<![\w.\"'].{2})[0-9]*\b")
_SET = re.compile(r"^ *([vcortxdh][0-9]+)(?:: Any)? = ", re.MULTILINE)
_IDLE = re.compile(r" *([xo][0-9]+)(?:: Any)? = ")  # that may be set and not read


@dataclass(frozen=True)
class Running:
    """The functions of one kind while they are written, stage by stage.

    `bodies` are the lines that decide one thing, `ahead` those before them. What is long stands
    `apart`, in a function of one thing.
    """

    quick: Quick
    apart: bool
    ahead: list[list[str]] = field(default_factory=list)
    bodies: list[list[str]] = field(default_factory=list)

    @property
    def pad(self) -> str:
        """Return what stands before the lines that decide one thing."""
        return "    " if self.apart else "        "

    def live(self, stage: int) -> list[str]:
        """Return the variables that are set up to a stage and read after it."""
        kept = {name for lines in self.bodies[: stage + 1] for name in set_in(lines)}
        read = {name for lines in self.bodies[stage + 1 :] for name in read_in(lines)}
        return sorted(kept & read)

    def free(self, stage: int) -> list[str]:
        """Return the variables of decisions that a stage reads and has from its caller."""
        lines = [*self.ahead[stage], *self.bodies[stage]]
        own = {*set_in(lines)}
        before = {name for some in self.bodies[:stage] for name in set_in(some)}
        return sorted(name for name in read_in(lines) - own - before if name[0] in "xdh")


def set_in(lines: list[str]) -> list[str]:
    """Return the variables that lines set, each as often as they do."""
    return _SET.findall("\n".join(lines))


def read_in(lines: list[str]) -> set[str]:
    """Return the variables that lines speak of, but for those that they merely set."""
    text = "\n".join(lines)
    counts = Counter(_NAME.findall(text))
    counts.subtract(_SET.findall(text))
    return {name for name, times in counts.items() if times > 0}


def unless_established(names: Names, kind: str, variable: str, pad: str) -> list[str]:
    """Return the lines that give up where something is established of a thing."""
    if not names.established(kind):
        return []
    return [f"{pad}if {variable}._established:", f"{pad}    return None"]


def lines_of(quick: Quick) -> list[str]:
    """Return the lines that are written so far, with the variables that they need set out."""
    lines = [*quick.lines]
    for line, text in sorted(quick.starts, key=lambda start: start[0])[::-1]:
        lines.insert(line, text)
    quick.lines.clear()
    quick.starts.clear()
    return lines


def without_unread(
    lines: list[str], everything: list[str], others: Iterable[str] = ()
) -> list[str]:
    """Return lines without those that set what nothing reads."""
    if not any(map(_IDLE.match, lines)):
        return lines
    read = read_in(everything) | {*others}
    return [
        line for line in lines if not ((match := _IDLE.match(line)) and match[1] not in read)
    ]
