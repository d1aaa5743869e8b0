"""The functions that make results: `decide`, and how cases are tried."""

from __future__ import annotations

from lawc.backends.python.days import default, parameters
from lawc.backends.python.exclusion import may_rest_on_contradiction
from lawc.backends.python.layout import Call, Code, both, either, laid_out, negated, row
from lawc.backends.python.missing import needed_function
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan, scope_of
from lawc.backends.python.quick import quick_name
from lawc.backends.python.reach import hoisted, looks_at_members, touched
from lawc.backends.python.readers import values_name
from lawc.backends.python.text import WIDTH, literal
from lawc.backends.python.workshop import Workshop, result_names
from lawc.ir import nodes as ir
from lawc.ir.types import Choice


def quick_names(shop: Workshop) -> frozenset[str]:
    """Return the names of the quick functions that there are."""
    return frozenset(quick_name(shop.plan, kind) for kind in shop.quick)


def deciding_functions(shop: Workshop) -> list[str]:
    """Return the functions that make results, and `decide`."""
    plan = shop.plan
    blocks = []
    for kind in plan.kinds:
        if any(one.cases for one in plan.decided(kind)):
            blocks += [_tried(shop, kind), _tried_from_start(plan, kind)]
    for kind in tuple(plan.kinds)[::-1]:
        if plan.reports(kind):
            blocks.append(_made(shop, kind))
            if kind != plan.root:
                blocks.append(_all_made(shop, kind))
    return [*blocks, _decide(plan)]


def _things(plan: Plan, kind: str) -> list[str]:
    return [variable for _, variable in scope_of(plan, kind).things]


def _typed(plan: Plan, kind: str) -> list[str]:
    return [f"{variable}: {plan.classes[k]}" for k, variable in scope_of(plan, kind).things]


def _head(name: str, arguments: list[str], returns: str) -> str:
    made = laid_out(Call(name, tuple(arguments)), 0, 4, 5 + len(returns))
    return f"def {made} -> {returns}:"


def _raw(plan: Plan, kind: str, shared: str) -> str:
    extra = [shared] if hoisted(plan, kind) else []
    return f"_{plan.variables[kind]}({', '.join([*_things(plan, kind), 'days', *extra])})"


def _shared_call(plan: Plan, kind: str) -> str:
    above = _things(plan, kind)[1:]
    return f"_{plan.variables[kind]}_shared({', '.join([*above, 'days'])})"


def made_function_name(plan: Plan, kind: str) -> str:
    """Return the name of the function that finds all about a thing of `kind`."""
    return f"_{plan.variables[kind]}_made"


def made_function(plan: Plan, kind: str) -> str:
    """Return the function that finds all about one thing from the start."""
    name = made_function_name(plan, kind)
    lines = [_head(name, [*_typed(plan, kind), "days: Days"], "Any")]
    if hoisted(plan, kind):
        lines.append(f"    shared = {_shared_call(plan, kind)}")
    return "\n".join([*lines, f"    return {_raw(plan, kind, 'shared')}"])


def _tried(shop: Workshop, kind: str) -> str:
    """Return the function that settles by cases what three-valued reading leaves open."""
    plan, decided = shop.plan, shop.plan.decided(kind)
    things = _things(plan, kind)
    shared = ["shared: Any"] if hoisted(plan, kind) else []
    lines = [
        _head(
            f"_tried_{plan.variables[kind]}",
            [*_typed(plan, kind), "days: Days", *shared, "wanted: tuple[int, ...]"],
            "dict[int, Tried]",
        ),
        "    def run(trial: tuple[Any, ...]) -> Any:",
        f"        {', '.join(things) if len(things) > 1 else f'({things[0]},)'} = trial",
    ]
    tried = {fact for one in decided for fact in one.cases}
    again = hoisted(plan, kind) and touched(plan, kind) & tried
    if again:
        lines.append(f"        again = {_shared_call(plan, kind)}")
    pairs = row([f"(made[{3 * n}], made[{3 * n + 1}])" for n in range(len(decided))])
    lines += [
        f"        made = {_raw(plan, kind, 'again' if again else 'shared')}",
        f"        return {laid_out(pairs, 8, 7, 0)}",
        "",
    ]
    chain = shop.table(_chain(plan, kind), "CHAIN")
    possible = [f"possible_{variable}" for variable in things]
    lines.append("    found: dict[int, Tried] = {}")
    groups: dict[tuple[ir.Fact, ...], list[int]] = {}
    for number, one in enumerate(decided):
        if one.cases:
            groups.setdefault(one.cases, []).append(number)
    for cases, numbers in groups.items():
        table = shop.table(_cases(plan, kind, cases), "CASES")
        mine = ", ".join(map(str, numbers)) + ("," if len(numbers) == 1 else "")
        call = Call(
            "tried",
            (
                row(things),
                chain,
                table,
                "run",
                row(possible),
                f"[n for n in wanted if n in ({mine})]",
                "ORDER",
            ),
        )
        lines.append(f"    found |= {laid_out(call, 4, 9, 0)}")
    return "\n".join([*lines, "    return found"])


def _tried_from_start(plan: Plan, kind: str) -> str:
    """Return the function that tries cases without what was computed before."""
    name, things = plan.variables[kind], ", ".join([*_things(plan, kind), "days"])
    arguments = [*_typed(plan, kind), "days: Days", "wanted: tuple[int, ...]"]
    lines = [_head(f"tried_{name}", arguments, "dict[int, Tried]")]
    lines.append(
        '    """Return what trying all cases settles, by the number of the decision."""'
    )
    if hoisted(plan, kind):
        lines.append(f"    shared = {_shared_call(plan, kind)}")
        return "\n".join([*lines, f"    return _tried_{name}({things}, shared, wanted)"])
    return "\n".join([*lines, f"    return _tried_{name}({things}, wanted)"])


def _chain(plan: Plan, kind: str) -> Code:
    """Return what is known of the kinds of a thing and those above it, to copy them."""
    line = plan.line(kind)
    reads = []
    for one in line:
        names = [plan.fields[one, key] for key in plan.suppliable(one)]
        names += [plan.fields[one, below.field or ""] for below in plan.below(one)]
        reads.append(Call("attrgetter", tuple(map(literal, [*names, *names[:1]]))))
    lists = [
        literal(plan.fields[plan.kinds[one].parent or "", plan.kinds[one].field or ""])
        for one in line[:-1]
    ]
    whole = repr(looks_at_members(plan, kind))
    return Call("Chain", (row(reads), row(lists), whole))


def _cases(plan: Plan, kind: str, cases: tuple[ir.Fact, ...]) -> Code:
    line = plan.line(kind)
    made = []
    for one in cases:
        if one.kind not in line:
            continue
        name, thing = plan.fields[one.kind, one.key], plan.variables[one.kind]
        assumed = (one.kind, one.key) in plan.assumable
        read = f"{name}_of_{thing}" if assumed else f'attrgetter("{name}")'
        type_ = plan.type_of(one)
        values = "(True, False)"
        if isinstance(type_, Choice):
            values = f"tuple({values_name(plan, type_)}.values())"
        depth = str(line.index(one.kind))
        made.append(Call("Case", (depth, literal(one.key), literal(name), read, values)))
    return row(made)


def _made(shop: Workshop, kind: str) -> str:
    """Return the function that makes the result of one thing."""
    plan, decided = shop.plan, shop.plan.decided(kind)
    early = bool(hoisted(plan, kind))
    arguments = [*_typed(plan, kind), "days: Days"]
    arguments += ["above: str", "place: int"] if kind != plan.root else []
    arguments += ["shared: Any"] if early else []
    name = f"_decided_{plan.variables[kind]}"
    lines = [_head(name, arguments, result_class(plan, kind))]
    at = '""'
    if kind == plan.root and quick_name(plan, kind) in quick_names(shop):
        asked = ", ".join([*_things(plan, kind), "days"])
        lines += [f"    quick = {quick_name(plan, kind)}({asked})", "    if quick is not None:"]
        lines.append("        return quick")
    if kind != plan.root:
        field = plan.kinds[kind].field
        prefix = literal(f"{field}[")
        at = f'above + {prefix} + str(place) + "]"'
    names = [part for n in range(len(decided)) for part in result_names(n + 1)]
    if decided:
        target = row([*names, "truths"])
        made = laid_out(target, 4, len(_raw(plan, kind, "shared")) + 3, 0)
        flat_ = ", ".join([*names, "truths"])
        raw = _raw(plan, kind, "shared")
        if len(f"    {flat_} = {raw}") <= WIDTH:
            lines.append(f"    {flat_} = {raw}")
        else:
            lines += [f"    made = {raw}", f"    {made} = made"]
        lines += _settling(shop, kind, at)
    values: list[Code] = [f"v{n + 1}" for n in range(len(decided))]
    below = [one for one in plan.below(kind) if plan.reports(one.key)]
    for one in below:
        inside = ", ".join([*_things(plan, kind), "days"])
        lead = at if kind == plan.root else f'{at} + "."'
        called, parts = f"_all_{plan.variables[one.key]}", (*_things(plan, kind), "days", lead)
        found: Code = Call(called, parts)
        if quick_name(plan, one.key) in quick_names(shop):
            name = f"quick_{plan.variables[one.key]}"
            lines += [
                f"    {name} = {quick_name(plan, one.key)}({inside})",
                f"    if {name} is None:",
                f"        {name} = {laid_out(Call(called, parts), 8, len(name) + 3, 0)}",
            ]
            found = name
        values.append(found)
    values += ["by_1", "open_"] if decided else []
    call = Call("new", (result_class(plan, kind), row(values)))
    return "\n".join([*lines, f"    return {laid_out(call, 4, 7, 0)}"])


def _settling(shop: Workshop, kind: str, at: str) -> list[str]:
    """Return the lines for what is unknown: cases are tried, what is needed is prepared."""
    plan, decided = shop.plan, shop.plan.decided(kind)
    lines = ["    open_: Any = None"]
    unknown = either([f"v{n + 1} is None" for n in range(len(decided))])
    lines.append(f"    if {laid_out(unknown, 4, 3)}:")
    if any(one.cases for one in decided):
        lines += _settled_by_cases(plan, kind)
    paths = [at] if kind != plan.root else []
    if len(plan.line(kind)) > 2:  # noqa: PLR2004 - a thing, its owner, and one between
        paths = ["at", *_paths_above(plan, kind)]
        lines.append(f"        at = {at}")
    things = [*_things(plan, kind), "days", *paths, "truths"]
    for number, one in enumerate(decided, 1):
        first, contrary = number == 1, may_rest_on_contradiction(plan, one)
        if not contrary and not first:
            continue
        name = "open_" if first else "asked"
        call = row([*things, f"open_{number}"])
        lines += [
            f"        if v{number} is None:",
            f"            {name} = {laid_out(call, 12, len(name) + 3, 0)}",
        ]
        if contrary:
            needed = needed_function(shop, one)
            lines += [
                f"            if not {needed}(*{name}):",
                f"                v{number} = CONTRADICTION",
            ]
        if contrary and first:
            lines += [f"{' ' * 16}open_ = None", f"{' ' * 12}else:", f"{' ' * 16}by_1 = ()"]
    for number, one in enumerate(decided):
        lines += _typed_value(plan, one, f"v{number + 1}")
    return lines


def _settled_by_cases(plan: Plan, kind: str) -> list[str]:
    decided = plan.decided(kind)
    things = ", ".join([*_things(plan, kind), "days"])
    values = ", ".join(f"v{n + 1}" for n in range(len(decided)))
    values += "," if len(decided) == 1 else ""
    early = "shared, " if hoisted(plan, kind) else ""
    lines = [
        f"        wanted = tuple([n for n, v in enumerate(({values})) if v is None])",
        f"        settled = _tried_{plan.variables[kind]}({things}, {early}wanted)",
    ]
    for number, one in enumerate(decided):
        if one.cases:
            lines += [
                f"        if {number} in settled:",
                f"            v{number + 1}, by_{number + 1}, _ = settled[{number}]",
            ]
    return lines


def _paths_above(plan: Plan, kind: str) -> list[str]:
    """Return Python for the paths of the things above, all but the whole."""
    above = plan.line(kind)[1:-1]
    made, path = [], "above[:-1]"
    for _ in above:
        made.append(path)
        path = f'{path}.rpartition(".")[0]'
    return made


def _typed_value(plan: Plan, decision: ir.Decision, name: str) -> list[str]:
    """Return the lines that turn what was found into what the result holds."""
    if isinstance(decision.type, Choice):
        enum = plan.enum(decision.type)
        lines = [
            f"    if {name} is None:",
            f"        {name} = {enum}.UNDETERMINED",
            f"    elif {name} is CONTRADICTION:",
            f"        {name} = {enum}.CONTRADICTION",
        ]
        if decision.otherwise is None:
            lines += [f"    elif {name} is NOTHING:", f"        {name} = None"]
        return lines
    return [f"    if {name}.__class__ is State:", f"        {name} = None"]


def _all_made(shop: Workshop, kind: str) -> str:
    """Return the function that makes the results of the members of a list."""
    plan = shop.plan
    above = scope_of(plan, plan.kinds[kind].parent or "")
    typed = [f"{variable}: {plan.classes[k]}" for k, variable in above.things]
    made = result_class(plan, kind)
    parent = plan.kinds[kind].parent or ""
    group = f"{above.of(parent)}.{plan.fields[parent, plan.kinds[kind].field or '']}"
    name = f"_all_{plan.variables[kind]}"
    things = [*_things(plan, kind), "days", "above", "place"]
    things += ["shared"] if hoisted(plan, kind) else []
    call = Call(f"_decided_{plan.variables[kind]}", tuple(things))
    head = _head(name, [*typed, "days: Days", "above: str"], f"tuple[{made}, ...] | None")
    lines = [head, f"    if {group} is None:", "        return None"]
    variable = plan.variables[kind]
    if hoisted(plan, kind):
        lines.append(f"    shared = {_shared_call(plan, kind)}")
    each = f"for place, {variable} in enumerate({group})"
    lines += ["    return tuple(", "        [", f"            {laid_out(call, 12, 0, 0)}"]
    return "\n".join([*lines, f"            {each}", "        ]", "    )"])


def _decide(plan: Plan) -> str:
    root = plan.variables[plan.root]
    name, names = plan.classes[plan.root], list(plan.parameters.values())
    arguments = [f"{root}: {name}", *(["*"] if names else []), *parameters(plan)]
    doc = "Return all that the law decides; a day that is None is unknown."
    call = Call("Days", tuple(names))
    values = {one.key: one.value for one in plan.law.parameters}
    usual = both(
        [
            f"{n} is {default(plan, k) if values.get(k) else 'None'}"
            for k, n in plan.parameters.items()
        ]
    )
    lines = [f"    days = {laid_out(call, 4, 7, 0)}"]
    if names:
        lines = ["    days = USUAL_DAYS", f"    if {laid_out(negated(usual), 4, 3)}:"]
        lines.append(f"        days = {laid_out(call, 8, 7, 0)}")
    return "\n".join(
        [
            _head("decide", arguments, "Decision"),
            f'    """{doc}"""',
            *lines,
            f"    return _decided_{root}({root}, days)",
        ]
    )
