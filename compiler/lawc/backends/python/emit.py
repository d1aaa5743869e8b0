"""A checked law as a Python package: modules, data and the schema of its facts, as text.

`facts` has the classes of things and how JSON is read, `rules` one readable function a
provision, `slots` the functions that fill the slots of a case, `decisions` the results and what
decides, `frames` what decides whole tables; `law.json` says what the slots are, `checked.json`
is the law as it was checked.
"""

from __future__ import annotations

from collections.abc import Mapping

from lawc.backends.python.as_data import as_data, leaves_of
from lawc.backends.python.classes import class_blocks
from lawc.backends.python.days import day_blocks
from lawc.backends.python.deciding import deciding_functions, engine
from lawc.backends.python.decision_schema import decision_schema
from lawc.backends.python.element_data import sayings_of
from lawc.backends.python.filling import filling_functions
from lawc.backends.python.framing import frame_function
from lawc.backends.python.imports import defined, imported, runtime, standard, used_in
from lawc.backends.python.layout import Call, flat, laid_out
from lawc.backends.python.outcomes import result_class, result_classes
from lawc.backends.python.plan import Plan
from lawc.backends.python.provisions import provision_blocks
from lawc.backends.python.quickly import Quickly
from lawc.backends.python.ranking import NotQuickError
from lawc.backends.python.schema import schema
from lawc.backends.python.slot_functions import slot_functions
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.text import as_json, escaped, literal
from lawc.backends.python.turns import completing_functions, completing_name, turns_of
from lawc.ir import nodes as ir
from lawc.ir.data import law_as_json
from lawc.meaning.skeleton import bones
from lawc.plan.build import plan_of
from lawc.records import dataclass
from lawc.runtime.packages import FORM

_LONG = ("Slots", "Decisions")  # modules of functions that test what was tested before
_FOR_CHECKERS = (
    '# mypy: disable-error-code="comparison-overlap"',
    "# pyright: reportGeneralTypeIssues=false",
)


@dataclass(frozen=True, slots=True)
class Header:
    """Where a generated file comes from: the compiler, and the source by name."""

    version: str
    source: str


@dataclass(frozen=True, slots=True)
class Block:
    """A definition; `near` where one empty line stands before it."""

    text: str
    near: bool


def emit(law: ir.Law, header: Header) -> dict[str, str]:
    """Return the files of the package of `law`, by name."""
    names = Plan(law)
    return {**read_files(names, header), **run_files(names, header)}


def read_files(names: Plan, header: Header) -> dict[str, str]:
    """Return the files that readers and callers of a package look into, by name."""
    facts = _facts(names)
    others = {".facts": {name for block in facts for name in defined(block)}}
    return {
        "__init__.py": _package(names, header),
        "facts.py": _module(names, header, "Facts", facts, {}),
        "rules.py": _module(names, header, "Provisions", provision_blocks(names), others),
        "frames.py": _frames(names, header, others[".facts"]),
        "py.typed": "",
        "checked.json": law_as_json(names.law),
        "facts.schema.json": as_json(schema(names)),
        "decision.schema.json": as_json(decision_schema(names)),
    }


def run_files(names: Plan, header: Header) -> dict[str, str]:
    """Return the files that decide, by name."""
    skeleton = bones(names.law, names.world, elements=True)
    conditions = (*leaves_of(names.law, skeleton), *sayings_of(skeleton))
    slots = plan_of(names.law, names.world, conditions, skeleton.amounts)
    module = Slotting(names, slots)
    filling = [*filling_functions(module)]
    decisions = _decisions(names, module)
    blocks = module.blocks(filling)
    constants = {name for block in blocks for name in defined(block)}
    facts = {name for block in _facts(names) for name in defined(block)}
    others = {".facts": facts, ".slots": constants}
    return {
        "slots.py": _module(names, header, "Slots", blocks, {".facts": facts}),
        "decisions.py": _module(names, header, "Decisions", decisions, others),
        "law.json": as_data(names, slots, skeleton),
    }


def _facts(names: Plan) -> list[str]:
    return [*day_blocks(names), *class_blocks(names)]


def _decisions(names: Plan, module: Slotting) -> list[str]:
    """Return the results, the engine, and the functions that are called."""
    quickly, why = Quickly(module, {}), ""
    try:
        quick = quickly.functions()
        turns = turns_of(module, quickly.units)
        if turns is not None:
            quick.append(f"TURNS = {laid_out(turns, 0, 8, 0)}")
            quick += completing_functions(names)
            complete = completing_name(names, names.root)
            completes = Call("ENGINE.completes", (quickly.name(names.root), complete, "TURNS"))
            quick.append(str(laid_out(completes, 0, 0, 0)))
        called = slot_functions(module, quick)
    except NotQuickError as error:
        quick, called, why = [], [], str(error)
    constants = [
        f"{name} = {laid_out(code, 0, len(name) + 3, 0)}"
        for code, name in quickly.results.items()
    ]
    return [
        *result_classes(names),
        engine(names),
        *(["\n".join(constants)] if constants and quick else []),
        *called,
        *quick,
        *deciding_functions(names, quickly.name(names.root) if quick else "", why),
    ]


def _frames(plan: Plan, header: Header, facts: set[str]) -> str:
    function = frame_function(plan)
    used = used_in([function])
    groups = [
        [*(["from datetime import date"] if "date" in used else []), "from typing import Any"],
        imported(".facts", sorted(facts & used)),
    ]
    title = f"Tables of {plan.law.title}"
    return _rendered(header, title, groups, [Block(function, near=False)])


def _package(plan: Plan, header: Header) -> str:
    kinds = [plan.classes[kind] for kind in plan.kinds]
    choices = [plan.enum(choice) for choice in plan.choices]
    results = [result_class(plan, kind) for kind in plan.kinds if plan.reports(kind)]
    form = Call("checked_form", (str(FORM), literal(plan.law.package), literal(header.version)))
    check = [  # before the imports that another form may not find
        *imported("lawc.runtime.packages", ["checked_form"]),
        "",
        str(flat(form)),
    ]
    lines = [
        *imported("lawc.runtime.facts", ["FactError"]),
        "",
        *imported(".decisions", [*results, "ask", "decide", "explain", "trace"]),
        *imported(".facts", [*kinds, *choices, "Days"]),
        *imported(".frames", ["frame"]),
        *imported(".rules", ["PROVISIONS"]),
    ]
    names = sorted(
        {
            *kinds,
            *choices,
            *results,
            "Days",
            "FactError",
            "PROVISIONS",
            "ask",
            "decide",
            "explain",
            "frame",
            "trace",
        }
    )
    exported = ["__all__ = [", *(f"    {literal(name)}," for name in names), "]"]
    return _rendered(header, plan.law.title, [check, lines], [Block("\n".join(exported), True)])


# --- one module ----------------------------------------------------------------------------


def _module(
    plan: Plan, header: Header, what: str, blocks: list[str], others: Mapping[str, set[str]]
) -> str:
    """Return a module with its imports: what it uses of the others, and what they define.

    `others` are the modules of the package that it may use, each with the names it defines.
    """
    used = used_in(blocks)
    used -= {name for block in blocks for name in defined(block)}
    groups = [standard(used), runtime(used), _of_package(others, used)]
    near = [_near(block) for block in blocks]
    lines = [
        Block(text, near=near[place] and (place == 0 or near[place - 1]))
        for place, text in enumerate(blocks)
    ]
    title = f"{what} of {plan.law.title}"
    remarks = _FOR_CHECKERS if what in _LONG else ()
    return _rendered(header, title, groups, lines, remarks)


def _of_package(others: Mapping[str, set[str]], used: set[str]) -> list[str]:
    """Return the imports from the other modules of the package."""
    modules = [name.removeprefix(".") for name in others]
    return [
        *imported(".", [name for name in modules if name in used]),
        *(
            line
            for module, names in others.items()
            for line in imported(module, sorted(names & used))
        ),
    ]


def _near(block: str) -> bool:
    """Tell whether `block` is an assignment, which needs no room around it."""
    return not block.startswith(("def ", "class ", "@"))


def _rendered(
    header: Header,
    title: str,
    imports: list[list[str]],
    blocks: list[Block],
    remarks: tuple[str, ...] = (),
) -> str:
    """Return a module: what it is and where it is from, remarks, its imports, its blocks."""
    lines = [
        f'"""{escaped(" ".join(title.split())).rstrip()}',
        "",
        f"Written by lawc {header.version} from {escaped(header.source)}.",
        "Do not edit: change the statute and run `lawc build`.",
        '"""',
        *(["", *remarks] if remarks else []),
        "",
        "from __future__ import annotations",
    ]
    for group in imports:
        lines += ["", *group] if group else []
    for block in blocks:
        lines += ["", block.text] if block.near else ["", "", block.text]
    return "\n".join([*lines, ""])
