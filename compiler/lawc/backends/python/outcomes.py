"""Results as classes: what is decided of a thing, and of the things below it."""

from __future__ import annotations

from lawc.backends.python.classes import python_type
from lawc.backends.python.names import identifiers
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import docstring, literal
from lawc.ir.types import Basic, Choice, Money, Type

TAKEN = ("count", "index", "provisions", "needed", "open", "to_dict")
_SHOWN = {
    Basic.TRUTH: "truth",
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
    values = [
        f"                {literal(d.key)}: {_shown(d.type)}(self.{names[d.key]}),"
        for d in decided
    ]
    lists = [
        f"                {literal(one.field or '')}: None\n"
        f"                if self.{names[one.field or '']} is None\n"
        f"                else [one.to_dict() for one in self.{names[one.field or '']}],"
        for one in below
    ]
    cited = "(self.provisions, self.needed)" if decided else "None"
    lines += [
        "",
        "    def to_dict(self) -> dict[str, Any]:",
        '        """Return what is decided, as JSON has it."""',
        "        return record(",
        *(["            {", *values, "            },"] if values else ["            {},"]),
        *(["            {", *lists, "            },"] if lists else ["            {},"]),
        f"            {cited},",
        "        )",
    ]
    return "\n".join(lines)


def _shown(type_: Type) -> str:
    match type_:
        case Choice():
            return "chosen"
        case Money():
            return "number"
        case Basic():
            return _SHOWN[type_]
