"""Results as classes: what is decided of a thing, and of the things below it."""

from __future__ import annotations

import json

from lawc.backends.python.classes import python_type
from lawc.backends.python.names import identifiers
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import docstring, literal
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.results import says_itself

TAKEN = (
    "count", "index", "provisions", "needed", "open", "to_dict", "to_json", "unsettled"
)  # fmt: skip
_SHOWN = {
    Basic.COUNT: "count",
    Basic.NUMBER: "number",
    Basic.FRACTION: "fraction",
    Basic.DATE: "day",
    Basic.PROVISION: "written",
}


def result_class(plan: Plan, kind: str) -> str:
    """Return the name of the class of what is decided of things of `kind`."""
    return "Decision" if kind == plan.root else f"{plan.classes[kind]}Decision"


def _fields(plan: Plan, kind: str) -> dict[str, str]:
    keys = [one.key for one in plan.decided(kind)]
    lists = [one.field or "" for one in plan.below(kind) if plan.reports(one.key)]
    return identifiers([*keys, *lists], TAKEN)


def result_classes(plan: Plan) -> list[str]:
    """Return the classes of results, those of members before those of their owners."""
    return [_result(plan, k) for k in tuple(plan.kinds)[::-1] if plan.reports(k)]


def _result(plan: Plan, kind: str) -> str:
    names, decided = _fields(plan, kind), plan.decided(kind)
    lines = [f"class {result_class(plan, kind)}(NamedTuple):"]
    lines += [docstring(f"What is decided of one {kind.replace('_', ' ')}.", 4), ""]
    lines += [f"    {names[d.key]}: {python_type(plan, d.type)} | None" for d in decided]
    below = [one for one in plan.below(kind) if plan.reports(one.key)]
    for one in below:
        lines.append(
            f"    {names[one.field or '']}: tuple[{result_class(plan, one.key)}, ...] | None"
        )
    if decided:
        lines += ["    provisions: tuple[str, ...]", "    open: Any"]
        lines += [
            "",
            "    @property",
            "    def needed(self) -> tuple[str, ...]:",
            '        """The paths of missing facts that could settle it, most useful first."""',
            "        if self.open is None:",
            "            return ()",
            f"        return ENGINE.needed({literal(kind)}, *self.open)",
        ]
    silent = any(not says_itself(d.type) for d in decided[1:])
    if silent:
        lines += [
            "",
            "    @property",
            "    def unsettled(self) -> Mapping[str, tuple[str, ...]]:",
            '        """What is open though the first is settled, with what is missing."""',
            "        if self.open is None:",
            "            return ALL_SETTLED",
            f"        return ENGINE.unsettled({literal(kind)}, *self.open)",
        ]
    values = {d.key: (d.type, f"self.{names[d.key]}") for d in decided}
    members = {one.field or "": f"self.{names[one.field or '']}" for one in below}
    methods = [*_to_dict(values, members, silent), *_to_json(values, members, silent)]
    return "\n".join([*lines, *methods])


def _to_dict(
    values: dict[str, tuple[Type, str]], members: dict[str, str], silent: bool
) -> list[str]:
    """Return the method that makes an object of what is decided."""
    rows = [f"{literal(key)}: {_shown(*value)}," for key, value in values.items()]
    if values:
        rows += ['"provisions": list(self.provisions),', '"needed": keys(self.needed),']
    if silent:
        rows += ["**told(self.unsettled),"]
    for key, group in members.items():
        rows += [
            f"{literal(key)}: []",
            f"if {group} is None",
            f"else [one.to_dict() for one in {group}],",
        ]
    return [
        "",
        "    def to_dict(self) -> dict[str, Any]:",
        '        """Return what is decided, as JSON has it."""',
        "        return {",
        *(f"            {row}" for row in rows),
        "        }",
    ]


def _to_json(
    values: dict[str, tuple[Type, str]], members: dict[str, str], silent: bool
) -> list[str]:
    """Return the method that writes what `to_dict` returns as text."""
    texts = {key: _text(*value) for key, value in values.items()}
    if values:
        texts["provisions"] = "TEXTS[self.provisions]"
        texts["needed"] = "keys_text(self.needed)"
        if silent:
            texts["needed"] += " + told_text(self.unsettled)"
    for key, group in members.items():
        texts[key] = f'"[" + ", ".join([one.to_json() for one in {group} or ()]) + "]"'
    rows = [] if texts else ['"{",']
    for place, (key, text) in enumerate(texts.items()):
        lead = f"{', ' if place else '{'}{json.dumps(key, ensure_ascii=False)}: "
        rows += [f"{literal(lead)},", f"{text},"]
    return [
        "",
        "    def to_json(self) -> str:",
        '        """Return `to_dict` as a line of JSON."""',
        "        parts = [",
        *(f"            {row}" for row in rows),
        '            "}",',
        "        ]",
        '        return "".join(parts)',
    ]


def _shown(type_: Type, value: str) -> str:
    """Return a value as JSON has it."""
    match type_:
        case Basic.TRUTH:
            return value
        case Choice():
            return f"chosen({value})"
        case Money():
            return f"number({value})"
        case Basic():
            return f"{_SHOWN[type_]}({value})"


def _text(type_: Type, value: str) -> str:
    """Return a value as text of JSON; those of which there are few are remembered."""
    few = type_ is Basic.TRUTH or isinstance(type_, Choice)
    if few:
        return f"TEXTS[{value}]"
    return f'"null" if {value} is None else as_text({_shown(type_, value)})'
