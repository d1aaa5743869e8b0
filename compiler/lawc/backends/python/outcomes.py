"""Results as classes: what is decided of a thing, and of the things below it."""

from __future__ import annotations

from lawc.backends.python.classes import python_type
from lawc.backends.python.names import identifiers
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import docstring
from lawc.runtime.decided import WholeDecided

TAKEN = tuple(name for name in dir(WholeDecided) if not name.startswith("_"))


def result_class(plan: Plan, kind: str) -> str:
    """Return the name of the class of what is decided of things of `kind`."""
    return "Decision" if kind == plan.root else f"{plan.classes[kind]}Decision"


def result_classes(plan: Plan) -> list[str]:
    """Return the classes of results, those of members before those of their owners."""
    return [_result(plan, k) for k in tuple(plan.kinds)[::-1] if plan.reports(k)]


def _result(plan: Plan, kind: str) -> str:
    below = [member for member in plan.below(kind) if plan.reports(member.key)]
    types = {decision.name: python_type(plan, decision.type) for decision in plan.decided(kind)}
    types |= {
        member.field or "": f"tuple[{result_class(plan, member.key)}, ...]" for member in below
    }
    base = "WholeDecided" if kind == plan.root else "Decided"
    return "\n".join(
        [
            f"class {result_class(plan, kind)}({base}):",
            docstring(f"What is decided of one {kind.replace('_', ' ')}.", 4),
            "",
            "    __slots__ = ()",
            *(
                f"    {name}: {types[key]} | None = part({place})"
                for place, (key, name) in enumerate(identifiers(types, TAKEN).items())
            ),
        ]
    )
