"""The days that a decision is asked for with: their class, and what the law itself says."""

from __future__ import annotations

import re

from lawc.backends.python.expressions import constant
from lawc.backends.python.layout import flat
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import docstring, literal


def parameters(plan: Plan) -> list[str]:
    """Return the days that `decide` is asked with, as keyword parameters."""
    values = {day.key: day.value for day in plan.law.parameters}
    return [
        f"{name}: date | None = {default(plan, key) if values.get(key) else 'None'}"
        for key, name in plan.parameters.items()
    ]


def default(plan: Plan, key: str) -> str:
    """Return the name of the day that the law itself says."""
    return f"{plan.parameters[key]}_of_the_law".upper()


def _attributes(plan: Plan) -> list[str]:
    """Return the days as attributes, each with its question."""
    questions = {day.key: day.question for day in plan.law.parameters}
    lines = []
    for key, attribute in zip(plan.parameters, parameters(plan), strict=True):
        question = questions.get(key, "")
        lines.append(f"    {attribute}")
        lines += [docstring(question, 4)] if question.strip() else []
    return lines


def day_blocks(plan: Plan) -> list[str]:
    """Return the class of the days, and the days that the law itself says."""
    values = {day.key: day.value for day in plan.law.parameters}
    constants = [
        f"{default(plan, key)} = {flat(constant(values[key]))}"
        for key in plan.parameters
        if values.get(key)
    ]
    lines = [
        "@dataclass(frozen=True, slots=True)",  # read quicker than a NamedTuple is
        "class Days:",
        '    """The days that a decision is asked for with; None is unknown."""',
        "",
        *_attributes(plan),
        "",
        "    def of(self, key: str) -> date | None:",
        '        """Return the day under `key`."""',
        "        found: dict[str, date | None] = {",
        *(f"            {literal(k)}: self.{n}," for k, n in plan.parameters.items()),
        "        }",
        "        return found.get(key)",
    ]
    usual = ["USUAL_DAYS = Days()"] if plan.parameters else []
    return [*(["\n".join(constants)] if constants else []), "\n".join(lines), *usual]


def days_read(plan: Plan, body: list[str], *, whole: bool) -> list[str]:
    """Return the lines that read the days; for the whole case all of them must be known."""
    text = "\n".join(body)
    lines = []
    for name in plan.days_read:
        if whole:
            lines += [f"    if days.{name} is None:", "        return None"]
        if name in text and re.search(rf"\b{name}\b", text):
            type_ = "" if whole else ": Any"  # None was refused for the whole case
            lines.append(f"    {name}{type_} = days.{name}")
    return lines
