"""The functions that a package is used by: `decide`, `ask`, `trace` and `explain`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lawc.backends.python.conditions import both, negated
from lawc.backends.python.days import default, parameters
from lawc.backends.python.layout import Before, Call, Code, laid_out, row
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import literal
from lawc.meaning.results import type_word


def engine(plan: Plan) -> str:
    """Return the engine, which does what no quick function does."""
    reports: list[tuple[str, Code]] = []
    for kind in plan.kinds:
        if plan.reports(kind):
            values = {
                decision.name: type_word(decision.type) for decision in plan.decided(kind)
            }
            lists = {
                below.field or "": below.key
                for below in plan.below(kind)
                if plan.reports(below.key)
            }
            parts = (result_class(plan, kind), _table(values), _table(lists))
            reports.append((literal(kind), Call("Report", parts)))
    of_law = ("__spec__", "facts", "slots", literal(plan.law.act), _table(plan.parameters))
    unread = [literal(key) for key in plan.parameters if key in plan.unread_days]
    idle = [row(unread)] if unread else []
    return f"ENGINE = {laid_out(Call('Engine', (*of_law, _dict(reports), *idle)), 0, 9, 0)}"


def _table(words: Mapping[str, str]) -> Code:
    return _dict([(literal(key), literal(word)) for key, word in words.items()])


def _dict(entries: Sequence[tuple[str, Code]]) -> Code:
    return Call("", tuple(Before(f"{key}: ", value) for key, value in entries), brackets="{}")


def deciding_functions(plan: Plan, quick: str, why: str) -> list[str]:
    """Return `decide`, `ask`, `trace` and `explain`.

    `quick` is the function that is asked first, empty where there is none: `why` says why.
    """
    root, days = plan.variables[plan.root], plan.parameters.values()
    arguments = (root, *(f"{name}={name}" for name in days))
    return [
        _function(
            plan,
            "decide",
            "Decision",
            "Return all that the law decides; a day that is None is unknown.",
            Call("ENGINE.decide", (root, "days", *(["found"] if quick else []))),
            (quick, why),
        ),
        _function(
            plan,
            "ask",
            "Holding",
            "Return what an element of the law, by its citation, comes to for a thing.",
            Call("ENGINE.ask", (root, "element", "of", "days")),
            further=("element: str", 'of: str = ""'),
        ),
        _function(
            plan,
            "trace",
            "Trace",
            "Return the decision, with every ground to be had from it when asked for.",
            Call("Trace", ("ENGINE", root, "days", Call("decide", arguments))),
        ),
        _function(
            plan,
            "explain",
            "Explanations",
            "Return every ground of all that the law decides, as trees.",
            Call("ENGINE.explain", (root, "days")),
        ),
    ]


def _function(
    plan: Plan,
    name: str,
    returns: str,
    doc: str,
    result: Code,
    quickly: tuple[str, str] = ("", ""),
    further: tuple[str, ...] = (),
) -> str:
    """Return a function of a package.

    `quickly` are the function that is asked first, and why there is none; `further` are
    arguments behind the case.
    """
    quick, why = quickly
    root, days = plan.variables[plan.root], list(plan.parameters.values())
    arguments = (
        f"{root}: {plan.classes[plan.root]}",
        *further,
        *(["*"] if days else []),
        *parameters(plan),
    )
    head = laid_out(Call(name, arguments), 0, 4, 5 + len(returns))
    lines = [f"def {head} -> {returns}:", f'    """{doc}"""', *_days(plan)]
    lines += [f"    # Always from the slots: {why}."] if why else []
    lines.append("    try:")
    if quick:
        lines.append(f"        found: Any = {quick}({root}, days)")
        lines.append(f"        if found.__class__ is not {returns}:")
        lines.append(f"            found = {laid_out(result, 12, 8)}")
        lines += [f"        result: {returns} = found", "        return result"]
    elif isinstance(result, Call) and result.head.startswith("ENGINE."):
        lines.append(f"        found: {returns} = {laid_out(result, 8, len(returns) + 10)}")
        lines.append("        return found")
    else:
        lines.append(f"        return {laid_out(result, 8, 7, 0)}")
    check = laid_out(Call("checked_thing", (plan.classes[plan.root], root)), 8, 0, 0)
    return "\n".join(
        [*lines, "    except AttributeError:", f"        {check}", "        raise"]
    )


def _days(plan: Plan) -> list[str]:
    names = list(plan.parameters.values())
    checked = [Call("checked_day", (literal(name), name)) for name in names]
    call = Call("Days", tuple(checked))
    if not names:
        return [f"    days = {laid_out(call, 4, 7, 0)}"]
    values = {parameter.key: parameter.value for parameter in plan.law.parameters}
    usual = both(
        [
            f"{name} is {default(plan, key) if values.get(key) else 'None'}"
            for key, name in plan.parameters.items()
        ]
    )
    return [
        "    days = USUAL_DAYS",
        f"    if {laid_out(negated(usual), 4, 3)}:",
        f"        days = {laid_out(call, 8, 7, 0)}",
    ]
