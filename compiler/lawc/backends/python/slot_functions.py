"""Functions that find one slot of a thing, three-valued: what quick functions ask.

Nothing is established of the things that they are asked of: who calls them sees to that.
"""

from __future__ import annotations

import re

from lawc.backends.python.filling import FunctionOfSlots
from lawc.backends.python.hoisting import alternatives
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Call, Code, laid_out
from lawc.backends.python.operands import sum_of_decided
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.probing import Probing
from lawc.backends.python.repeated import repeats
from lawc.backends.python.slotting import Slotting
from lawc.backends.python.text import WIDTH
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.plan.phases import above, members
from lawc.plan.slots import TRUTHS, KindPlan, Op, Slot

_NAMED = re.compile(r"\b_slot_[0-9]+_of_\w+")


def slot_functions(module: Slotting, callers: list[str]) -> list[str]:
    """Return the functions that callers call, and those that these call in turn."""
    functions: dict[str, str] = {}
    texts = [*callers]
    while texts:
        called = {*_NAMED.findall(texts.pop())} - functions.keys()
        for kind, number in [*module.wanted]:  # which grows on the way
            name = module.function_name(kind, number)
            if name in called:
                functions[name] = _function(module, kind, number)
                texts.append(functions[name])
    names = [module.function_name(kind, number) for kind, number in module.wanted]
    return [functions[name] for name in names if name in functions]


def _function(module: Slotting, kind: str, number: int) -> str:
    names = module.names
    plan = module.plan.kinds[kind]
    line = names.line(kind)
    things = tuple(names.variables[level] for level in line)
    slot = plan.slots[number]
    returns = "Truth" if _is_truth(names, kind, slot) else "Any"
    arguments = (
        *(f"{n}: {names.classes[k]}" for n, k in zip(things, line, strict=True)),
        "days: Days",
        *(f"{name}: Any" for name in module.resting.variables(kind, number)),
    )
    name = module.function_name(kind, number)
    head = f"def {laid_out(Call(name, arguments), 0, 4, 5 + len(returns))} -> {returns}:"
    doc = f'    """Return slot {number} of one {kind.replace("_", " ")}."""'
    probing = Probing(module, plan, things, line, Knowledge(plan))
    if slot.op is Op.SOME and slot.detail[0] == 1:
        body = _some(probing, slot)
    elif slot.op in (Op.SOME, Op.EVERY, Op.COUNT, Op.SUM):
        body = _of_members(probing, slot)
    elif slot.op is Op.CONCEPT and not repeats(probing, number):
        body = _alternatives(probing, number)
    else:
        body = _cone(module, probing, number)
    return "\n".join([head, doc, *_days(module, body), *body])


def _is_truth(names: Names, kind: str, slot: Slot) -> bool:
    if slot.op is Op.FACT:
        return names.type_of(ir.Fact(kind, str(slot.detail[0]))) is Basic.TRUTH
    return slot.op in TRUTHS


def _days(module: Slotting, body: list[str]) -> list[str]:
    """Return the lines that read the days of which a body speaks."""
    text = "\n".join(body)
    words = set(text.replace("(", " ").replace(")", " ").replace(",", " ").replace(":", " ")
                .replace("[", " ").replace("]", " ").split())  # fmt: skip
    return [
        f"    {name}: Any = days.{name}" for name in module.names.days_read if name in words
    ]


def _alternatives(probing: Probing, number: int) -> list[str]:
    """Return the lines that go through the parts of a concept, up to one that holds."""
    lines = ["    doubtful = False"]
    for test, known in alternatives(probing, number):
        lines.append(f"    if {laid_out(test, 4, 3)}:")
        if known == "True":
            lines.append("        return True")
            continue
        lines += [f"        if {laid_out(known, 8, 3)}:", "            return True"]
        lines.append("        doubtful = True")
    return [*lines, "    return None if doubtful else False"]


def _group(probing: Probing, kind: str) -> str:
    names = probing.module.names
    field = names.kinds[kind].field or ""
    return f"{probing.things[0]}.{names.fields[probing.plan.key, field]}"


def member_probing(probing: Probing, kind: str) -> Probing:
    """Return the tests of a member of a list of the thing that is probed.

    What is decided of the member stands in `own`.
    """
    names = probing.module.names
    plan = probing.module.plan.kinds[kind]
    own = probing.module.resting.of_kind(kind).items()
    return Probing(
        probing.module,
        plan,
        (names.variables[kind], *probing.things),
        (kind, *probing.line),
        Knowledge(plan),
        local={**probing.local, **{name: f"own[{place}]" for name, place in own}},
    )


def _each(probing: Probing, inner: Probing, kind: str, number: int) -> str:
    """Return `child in group`, with what is decided of each where a slot rests on it."""
    resting, variable = probing.module.resting, inner.things[0]
    if resting.of_kind(kind).keys().isdisjoint(resting.variables(kind, number)):
        return f"{variable} in group"
    decided = probing.variable(resting.of_members(kind))
    return f"{variable}, own in zip(group, {decided})"


def _unless_established(names: Names, kind: str, variable: str, pad: str) -> list[str]:
    if not names.established(kind):
        return []
    return [f"{pad}if {variable}._established:", f"{pad}    return None"]


def _some(probing: Probing, slot: Slot) -> list[str]:
    """Return the lines that look for a member that satisfies a condition."""
    kind, number = members(slot)
    assert number is not None
    inner = member_probing(probing, kind)
    test, known = inner.may(number), inner.known(number)
    variable = inner.things[0]
    lines = [
        f"    group = {_group(probing, kind)}",
        "    if group is None:",
        "        return None",
        "    doubtful = False",
        f"    for {_each(probing, inner, kind, number)}:",
        *_unless_established(probing.module.names, kind, variable, "        "),
        f"        if {laid_out(test, 8, 3)}:",
    ]
    if known == "True":
        lines.append("            return True")
    else:
        lines += [f"            if {laid_out(known, 12, 3)}:", "                return True"]
        lines.append("            doubtful = True")
    return [*lines, "    return None if doubtful else False"]


def _listing(call: str, each: str) -> list[str]:
    """Return the lines that make a list of what is found of each member."""
    line = f"    parts = [{call} {each}]"
    if len(line) <= WIDTH and "\n" not in line:
        return [line]
    inner = f"        {call} {each}"
    if len(inner) <= WIDTH and "\n" not in inner:
        return ["    parts = [", inner, "    ]"]
    return ["    parts = [", f"        {call}", f"        {each}", "    ]"]


def _of_members(probing: Probing, slot: Slot) -> list[str]:
    """Return the lines of what is asked of all members."""
    kind, number = members(slot)
    group = _group(probing, kind)
    lines = [f"    group = {group}", "    if group is None:", "        return None"]
    if number is None:
        return [*lines, "    return len(group)"]
    if slot.op is Op.SUM and (total := sum_of_decided(probing, slot)):
        return [f"    return {total}"]
    inner = member_probing(probing, kind)
    variable = inner.things[0]
    if probing.module.names.established(kind):
        lines += [
            f"    for {variable} in group:",
            *_unless_established(probing.module.names, kind, variable, "        "),
        ]
    call = laid_out(inner.call_of(number), 8, 0, 0)
    lines += _listing(call, f"for {_each(probing, inner, kind, number)}")
    match slot.op:
        case Op.SOME:
            answer = f"enough({slot.detail[0]}, parts)"
        case Op.EVERY:
            answer = "all_of(*parts)"
        case Op.SUM:
            answer = "total(*parts)"
        case _:
            answer = "number_true(parts)"
    return [*lines, f"    return {answer}"]


def _always(plan: KindPlan, slot: Slot) -> bool:
    """Return whether the first version of an amount is always in force."""
    return plan.slots[slot.of[0]].op is Op.CONSTANT


def _of_above(probing: Probing, slot: Slot) -> Code:
    """Return Python for a slot of a thing above."""
    depth, number = above(slot)
    of = probing.of_thing(depth)
    fact = of.plan.slots[number]
    if fact.op is Op.FACT and not of.assumable(fact):
        return of.fact(fact)
    return of.call_of(number)


def _cone(module: Slotting, probing: Probing, number: int) -> list[str]:
    """Return the lines that find a slot from those that it is made of."""
    plan = probing.plan
    wanted, waiting = set[int](), [number]
    while waiting:
        part = waiting.pop()
        if part not in wanted:
            wanted.add(part)
            slot = plan.slots[part]
            if slot.op is Op.QUANTITY and module.versions(plan, slot) is not None:
                continue
            if slot.op not in (Op.SOME, Op.EVERY, Op.COUNT, Op.SUM, Op.SPOKEN):
                waiting += slot.of
    writing = FunctionOfSlots(module, plan, frozenset(wanted), thing=probing.things[0])
    lines: list[str] = []
    for part in sorted(wanted):
        slot = plan.slots[part]
        match slot.op:
            case Op.ABOVE:
                code = laid_out(_of_above(probing, slot), 4, 10, 0)
                lines.append(f"    s{part} = {code}")
            case Op.SOME | Op.EVERY | Op.COUNT | Op.SUM:
                lines.append(f"    s{part} = {laid_out(probing.call_of(part), 4, 10, 0)}")
            case Op.SPOKEN:
                name = module.resting.spoken(plan, slot)
                code = f"NOTHING if {name} is None else {name}"
                lines.append(f"    s{part} = {code if part in plan.nothing else name}")
            case Op.QUANTITY if (versions := module.versions(plan, slot)) is not None:
                lines.append(f"    s{part} = {versions}")
            case Op.QUANTITY if len(slot.of) == 2 and _always(plan, slot):  # noqa: PLR2004
                lines.append(f"    s{part} = {writing.read(slot.of[1])}")
            case Op.CONCEPT if part != number:
                lines.append(f"    s{part} = {writing.read(slot.of[0])}")
            case _:
                lines += writing.lines(part)
    return [*lines, f"    return {writing.read(number)}"]
