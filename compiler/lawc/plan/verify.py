"""A check of a plan: each slot rests on slots that are filled before it."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.ir import nodes as ir
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import KindPlan, Op, Plan, Ref, Slot

_PARTS = {  # the number of slots that an operation combines
    **dict.fromkeys((Op.CONSTANT, Op.FACT, Op.DAY, Op.ABOVE, *MEMBERS), 0),
    **dict.fromkeys((Op.TRUTH, Op.SPOKEN, Op.NOT, Op.ONE_OF, Op.UNDER, Op.CONCEPT), 1),
    **dict.fromkeys(
        (Op.IF_ANY, Op.ROUNDED, Op.SHIFTED, Op.START, Op.ROW, Op.PARTS, Op.IN_FORCE), 1
    ),
    **dict.fromkeys((Op.COMPARE, Op.LESS, Op.DAYS, Op.MONTHS), 2),
    Op.RULE: 3,
    Op.SPAN: 3,
}
_PAIRS = (Op.QUANTITY, Op.DECIDED)


def verify(law: ir.Law, plan: Plan) -> list[str]:
    """Return the problems of a plan."""
    lines: dict[str, tuple[str, ...]] = {}
    for kind in law.kinds:
        lines[kind.key] = (kind.key, *(lines[kind.parent] if kind.parent else ()))
    problems = [
        f"{kind}: slot {number}: {problem}"
        for kind, of in plan.kinds.items()
        for number, slot in enumerate(of.slots)
        for problem in _slot(plan, of, lines, number, slot)
    ]
    return problems + [
        f"rule {place} has no slot {ref}"
        for place, rule in enumerate(plan.rules)
        for ref in (rule.applies, rule.condition)
        if not _there(plan, lines[rule.kind], ref)
    ]


def _there(plan: Plan, line: tuple[str, ...], ref: Ref) -> bool:
    return ref.depth < len(line) and ref.number < len(plan.kinds[line[ref.depth]].slots)


def _slot(
    plan: Plan, of: KindPlan, lines: dict[str, tuple[str, ...]], number: int, slot: Slot
) -> Iterator[str]:
    phase = of.phases[number]
    if number and phase < of.phases[number - 1]:
        yield "it stands after one of a later phase"
    yield from (f"it rests on {part}, which comes later" for part in slot.of if part >= number)
    if slot.op is Op.BY_CASE and len(slot.of) < 2:  # noqa: PLR2004
        yield "it has no case"
    parts = _PARTS.get(slot.op)
    if parts is not None and len(slot.of) != parts:
        yield f"{slot.op.value} is made of {len(slot.of)} slots"
    if slot.op in _PAIRS and len(slot.of) % 2:
        yield f"{slot.op.value} is made of pairs"
    if slot.op is Op.ABOVE:
        depth, up = above(slot)
        line = lines[of.key]
        if not 0 < depth < len(line) or up >= len(plan.kinds[line[depth]].slots):
            yield "there is no such slot above"
        elif plan.kinds[line[depth]].phases[up] > phase:
            yield "what it takes from above is found in a later phase"
    elif slot.op in MEMBERS:
        kind, part = members(slot)
        if lines[kind][1:2] != (of.key,):
            yield f"{kind} is no list of it"
        elif part is not None and plan.kinds[kind].phases[part] >= phase:
            yield "what it asks of members is found in no earlier phase"
