"""What a generated module imports: the names that it uses, from where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lawc.backends.python.text import WIDTH

_RUNTIME = {
    "lawc.runtime.combining": ("decided", "in_order"),
    "lawc.runtime.decided": ("Decided", "WholeDecided", "part"),
    "lawc.runtime.engine.deciding": ("Report",),
    "lawc.runtime.engine.run": ("Engine", "Trace"),
    "lawc.runtime.engine.shown": ("Apart", "Turn", "Turns"),
    "lawc.runtime.explained": ("Explanations",),
    "lawc.runtime.facts": (
        "checked_day", "checked_thing",
        "choice_of", "read_count", "read_date", "read_fraction", "read_number",
        "read_provision", "read_truth", "within",
    ),
    "lawc.runtime.forms": (
        "DATES", "Form", "WRITTEN", "quick_count", "quick_fraction", "quick_number",
        "quick_within", "read", "as_read", "write",
    ),
    "lawc.runtime.hooks": ("core_schema", "json_schema"),
    "lawc.runtime.holdings": ("Holding",),
    "lawc.runtime.logic": (
        "CONTRADICTION", "NOTHING", "State", "after", "ahead_of", "all_of", "any_of",
        "apply", "at_least", "at_most", "before", "by_case", "by_parts", "chosen",
        "days_between", "days_in",
        "differ", "enough", "established", "every", "if_any", "in_force", "in_row", "known",
        "largest", "less", "months_between", "none_of", "not_", "number_of", "number_true",
        "number_where", "one_of", "product", "quotient", "rounded", "same", "smallest", "some",
        "spoken_of", "start_of", "supplied_or", "total", "total_of", "under", "version",
        "version_of",
    ),
    "lawc.runtime.lookups": ("Parts", "ProvisionLists", "Rows", "Shifts", "Versions"),
    "lawc.runtime.questions": ("Question",),
    "lawc.runtime.supplied": ("Term",),
    "lawc.runtime.values": (
        "Period", "Provision", "ProvisionRange", "Truth", "added", "round_down",
        "round_half_down", "round_half_even", "round_half_up", "round_nearest", "round_up",
        "share_down", "share_nearest", "share_up",
    ),
}  # fmt: skip
_STANDARD = {
    "collections.abc": ("Iterable", "Mapping"),
    "dataclasses": ("dataclass", "field"),
    "datetime": ("date",),
    "enum": ("StrEnum",),
    "fractions": ("Fraction",),
    "operator": ("attrgetter",),
    "typing": ("Any", "NamedTuple"),
}


NAMES = tuple(name for of in (_RUNTIME, _STANDARD) for names in of.values() for name in names)


def standard(used: set[str]) -> list[str]:
    """Return the imports from the standard library."""
    return [
        line
        for module, names in _STANDARD.items()
        for line in imported(module, _of(names, used))
    ]


def runtime(used: set[str]) -> list[str]:
    """Return the imports from what is there at run time."""
    return [
        line
        for module, names in _RUNTIME.items()
        for line in imported(module, _of(names, used))
    ]


def defined(block: str) -> set[str]:
    """Return the names that the top level of `block` defines."""
    if block.startswith("def "):
        return {block[len("def ") : block.index("(")]}
    return set(re.findall(r"^(?:def |class )?([^\W\d]\w*)(?=[(:]| = |: )", block, re.MULTILINE))


def used_in(blocks: Iterable[str]) -> set[str]:
    """Return the names in the blocks of a module, and the words in its texts and remarks.

    Docstrings are passed over: they are the law's words, of which some are names too.
    """
    used: set[str] = set()
    for block in blocks:  # one by one: the words of megabytes are hundreds of megabytes
        used.update(_DOCSTRING.sub("", block).translate(_APART).split())
    return used


_DOCSTRING = re.compile(r'\n *"""[^"]*(?:"[^"]+)*?"""(?=\n|$)')
# Names are looked for in megabytes: a third of the time that an expression takes to find them.
_APART = {code: " " for code in range(128) if not (chr(code).isalnum() or code == ord("_"))}


def _of(names: Iterable[str], used: set[str]) -> list[str]:
    return [name for name in names if name in used]


def imported(module: str, names: Iterable[str]) -> list[str]:
    """Return the lines that import `names` from `module`, none for no names."""
    order = sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    if not order:
        return []
    line = f"from {module} import {', '.join(order)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"from {module} import (", *(f"    {name}," for name in order), ")"]
