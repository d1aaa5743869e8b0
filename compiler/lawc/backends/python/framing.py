"""The function of a package that decides whole tables: `frame`.

It is imported from the compiler when it is called: a package needs nothing but the runtime.
"""

from __future__ import annotations

from lawc.backends.python.days import parameters
from lawc.backends.python.layout import Call, laid_out
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import WIDTH, literal

_DOCSTRING = '''Return tables with all that the law decides, a row for a row.

    A table is a frame of polars, pandas or Arrow with a column a fact. The columns `<kind>_id`
    name its things and their owners, unless the first table has lists of members. The answer
    is of the sort of the first table: the things of which the law decides, in their order, with
    the columns `<decision>`, `<decision>_status`, `_provisions` and `_by_cases`; a frame a kind
    where the law decides of several. It needs the extra `data` of lawc.
    """'''


def frame_function(plan: Plan) -> str:
    """Return the function `frame`, with a parameter a kind of thing and a day."""
    tables = {
        kind.key: plan.variables[kind.key]
        if kind.parent is None
        else plan.fields[kind.parent, kind.field or ""]
        for kind in plan.law.kinds
    }
    first, *others = tables.values()
    arguments = (
        f"{first}: Any",
        *(f"{name}: Any = None" for name in others),
        "*",
        *parameters(plan),
        "established: bool = False",
    )
    named = ", ".join(f"{literal(kind)}: {name}" for kind, name in tables.items())
    days = ", ".join(f"{literal(key)}: {name}" for key, name in plan.parameters.items())
    called = Call("decided_frame", ("__package__", "tables", "days", "established=established"))
    return "\n".join(
        [
            f"def {laid_out(Call('frame', arguments), 0, 4, 8)} -> Any:",
            f'    """{_DOCSTRING}',
            "    from lawc.register.frames import decided_frame",
            "",
            *_dictionary("tables: dict[str, Any]", named),
            *_dictionary("days: dict[str, date | None]", days),
            f"    return {laid_out(called, 4, 7, 0)}",
        ]
    )


def _dictionary(name: str, inside: str) -> list[str]:
    line = f"    {name} = {{{inside}}}"
    if len(line) <= WIDTH:
        return [line]
    return [f"    {name} = {{", *(f"        {part}," for part in inside.split(", ")), "    }"]
