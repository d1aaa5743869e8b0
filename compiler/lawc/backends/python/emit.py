"""A checked law as a Python package: the modules and the schema of its facts, as text.

`facts` has the classes of things and how JSON is read, `rules` one readable function a
provision, `inlined` the same rules laid out for speed, `decisions` the results and `decide`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from lawc.backends.python.classes import class_blocks
from lawc.backends.python.days import day_blocks
from lawc.backends.python.deciding import deciding_functions, made_function
from lawc.backends.python.expressions import span
from lawc.backends.python.imports import defined, imported, runtime, standard
from lawc.backends.python.layout import Call, laid_out, row
from lawc.backends.python.missing import missing_functions
from lawc.backends.python.outcomes import result_class, result_classes
from lawc.backends.python.plan import Plan
from lawc.backends.python.provisions import provision_blocks
from lawc.backends.python.quick import quick_functions
from lawc.backends.python.schema import schema
from lawc.backends.python.statuses import kind_functions
from lawc.backends.python.text import as_json, escaped, literal
from lawc.backends.python.trees import helper_blocks, table_blocks
from lawc.backends.python.workshop import Workshop
from lawc.ir import nodes as ir
from lawc.skeleton import bones

_NOTHING = """def _nothing(*_: object) -> None:
    return"""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a generated file comes from: the compiler, the source by name, and its digest."""

    version: str
    source: str
    digest: str


@dataclass(frozen=True, slots=True)
class Block:
    """A definition as the template needs it; `near` where one empty line stands before it."""

    text: str
    near: bool


def emit(law: ir.Law, header: Header) -> dict[str, str]:
    """Return the files of the package of `law`, by name."""
    plan = Plan(law)
    shop = Workshop(plan)
    modules = {
        "facts.py": _module(plan, header, "Facts", [*day_blocks(plan), *class_blocks(plan)]),
        "rules.py": _module(plan, header, "Provisions", provision_blocks(plan)),
        **_engine(shop, header),
        "__init__.py": _package(plan, header),
    }
    for name, text in modules.items():
        ast.parse(text, name)
    return {**dict(sorted(modules.items())), "facts.schema.json": as_json(schema(plan))}


def _engine(shop: Workshop, header: Header) -> dict[str, str]:
    """Return the modules that decide: the inlined rules and the results."""
    plan = shop.plan
    deciding = [kind for kind in plan.kinds if plan.decided(kind)]
    functions = [block for kind in deciding for block in kind_functions(shop, kind)]
    missing_functions(shop, deciding)
    quick = [text for kind in deciding for text in quick_functions(shop, kind)]
    constants = [
        f"{name} = {laid_out(code, 0, len(name) + 3, 0)}" for code, name in shop.results.items()
    ]
    whole = ["\n".join(constants)] if constants else []
    results = [*result_classes(shop), *whole, *quick, *deciding_functions(shop)]
    made = bones(plan.law)
    leaves, tables = helper_blocks(shop, made), table_blocks(shop, made)
    helpers = [_NOTHING, *(text for _, text in shop.functions.values())]
    functions += [made_function(plan, kind) for kind in deciding]
    tables_ = {name: laid_out(code, 0, len(name) + 3, 0) for code, name in shop.later.items()}
    later = [f"{name} = {text}" for name, text in tables_.items() if not _of_cases(text)]
    own = [f"{name} = {text}" for name, text in tables_.items() if _of_cases(text)]
    blocks = [*_constants(shop), *helpers, *functions, *later]
    return {
        "inlined.py": _module(plan, header, "The provisions laid out for speed", blocks),
        "decisions.py": _module(
            plan, header, "Decisions", ["new = tuple.__new__", *own, *results], blocks
        ),
        "reasons.py": _module(
            plan, header, "Reasons", [*leaves, *tables], blocks, [*own, *results]
        ),
    }


def _of_cases(text: str) -> bool:
    """Tell whether a table is about trying cases, which is done where results are made."""
    return "Case(" in text or text.startswith("Chain(")


def _constants(shop: Workshop) -> list[str]:
    plan = shop.plan
    lines = [
        f"{name} = {laid_out(text, 0, len(name) + 3, 0)}"
        for text, name in shop.constants.items()
    ]
    cites = sorted({plan.citation(place) or "" for place in range(len(plan.law.rules))} - {""})
    places = {one.citation: place for place, one in reversed([*enumerate(plan.law.elements)])}
    ordered = sorted(cites, key=lambda cite: places[cite])
    lines.append("ORDER: dict[str, int] = {")
    lines += [f"    {literal(cite)}: {place}," for place, cite in enumerate(ordered)]
    lines.append("}" if ordered else "")
    if not ordered:
        lines[-2:] = ["ORDER: dict[str, int] = {}"]
    up = f"month_end_up={bool(plan.law.month_end_up)}"
    for (period, before, strict), name in shop.tables.items():
        parts = [f"Period({', '.join(map(str, period))})", up]
        parts += ["before=True"] if before else []
        parts += ["strict=True"] if strict else []
        call = Call("Latest", tuple(parts))
        lines.append(f"{name} = {laid_out(call, 0, len(name) + 3, 0)}")
    for (kind, key), lists in shop.lists.items():
        name = shop.table_name(ir.Fact(kind, key))
        call = Call(
            "ProvisionLists", tuple(row([*map(span, one)]) for one in lists), spread=True
        )
        lines.append(f"{name} = {laid_out(call, 0, len(name) + 3, 0)}")
    return ["\n".join(lines)]


def _package(plan: Plan, header: Header) -> str:
    kinds = [plan.classes[kind] for kind in plan.kinds]
    choices = [plan.enum(one) for one in plan.choices]
    results = [result_class(plan, kind) for kind in plan.kinds if plan.reports(kind)]
    lines = [
        *imported(".decisions", [*results, "decide"]),
        *imported(".facts", [*kinds, *choices, "Days"]),
        *imported(".reasons", ["explain", "trace"]),
        *imported(".rules", ["PROVISIONS"]),
    ]
    names = sorted(
        {*kinds, *choices, *results, "Days", "PROVISIONS", "decide", "explain", "trace"}
    )
    exported = ["__all__ = [", *(f"    {literal(name)}," for name in names), "]"]
    return _rendered(header, plan.law.title, [[*lines]], [Block("\n".join(exported), True)])


# --- one module ----------------------------------------------------------------------------


def _module(
    plan: Plan,
    header: Header,
    what: str,
    blocks: list[str],
    inlined: Iterable[str] = (),
    decisions: Iterable[str] = (),
) -> str:
    """Return a module; it imports what it uses of what the others define."""
    body = "\n".join(blocks)
    used = set(re.findall(r"[^\W\d]\w*", body))
    own = {name for block in blocks for name in defined(block)}
    groups = [
        standard(used - own),
        runtime(used - own),
        _of_package(plan, used - own, what, inlined, decisions),
    ]
    near = [_near(block) for block in blocks]
    made = [
        Block(text, near=near[place] and (place == 0 or near[place - 1]))
        for place, text in enumerate(blocks)
    ]
    title = f"{what} of {plan.law.title}"
    return _rendered(header, title, groups, made, repeats=what not in {"Facts", "Provisions"})


def _of_package(
    plan: Plan, used: set[str], what: str, inlined: Iterable[str], decisions: Iterable[str]
) -> list[str]:
    """Return the imports from the other modules of the package."""
    lines: list[str] = []
    if what == "Facts":
        return lines
    fact_names = _fact_names(plan)
    if used & {"facts", "rules"}:
        both = ["facts", "rules"] if what != "Provisions" else ["facts"]
        lines += imported(".", [name for name in both if name in used])
    made = {name for block in decisions for name in defined(block)} & used
    lines += imported(".decisions", sorted(made - fact_names))
    lines += imported(".facts", sorted(fact_names & used))
    laid_out_ = {name for block in inlined for name in defined(block)} & used
    return lines + imported(".inlined", sorted(laid_out_ - fact_names - made))


@lru_cache(maxsize=1)
def _fact_names(plan: Plan) -> frozenset[str]:
    """Return the names that the module of facts defines."""
    blocks = [*day_blocks(plan), *class_blocks(plan)]
    return frozenset(name for block in blocks for name in defined(block))


def _near(block: str) -> bool:
    """Tell whether `block` is an assignment, which needs no room around it."""
    return not re.match(r"def |class |@", block)


def _rendered(
    header: Header,
    title: str,
    imports: list[list[str]],
    blocks: list[Block],
    *,
    repeats: bool = False,
) -> str:
    return _template().render(
        title=escaped(" ".join(title.split())).rstrip(),
        source=escaped(header.source),
        header=header,
        repeats=repeats,
        imports=imports,
        blocks=blocks,
    )


@cache
def _template() -> Template:
    environment = Environment(  # noqa: S701 - the output is Python, and text comes escaped
        loader=PackageLoader("lawc.backends.python"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("module.py.j2")
