"""The facts of a law as classes: choices, things, how they are read, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.python.layout import Call, Code, both, either, flat, laid_out, row
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import docstring, literal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type

_PYTHON = {
    Basic.TRUTH: "bool",
    Basic.COUNT: "int",
    Basic.NUMBER: "Fraction",
    Basic.FRACTION: "Fraction",
    Basic.DATE: "date",
    Basic.PROVISION: "Provision",
}
_QUICK = {
    Basic.TRUTH: "quick_truth({})",
    Basic.COUNT: "quick_count({})",
    Basic.NUMBER: "read_number({})",
    Basic.FRACTION: "read_fraction({})",
    Basic.DATE: "quick_date({})",
    Basic.PROVISION: "WRITTEN[{}]",
}
_READ = {basic: f"read_{basic.value}" for basic in Basic}


def python_type(plan: Plan, type_: Type) -> str:
    """Return the Python type that carries values of `type_`."""
    match type_:
        case Choice():
            return plan.enum(type_)
        case Money():
            return "Fraction"
        case Basic():
            return _PYTHON[type_]


def class_blocks(plan: Plan) -> list[str]:
    """Return the definitions of the module of facts, in the order in which they are used."""
    kinds = tuple(plan.kinds)[::-1]
    blocks = [_enum(plan, one) for one in plan.choices]
    blocks += [_values(plan, one) for one in plan.choices]
    blocks += [_class(plan, kind) for kind in kinds]
    blocks += [_form(plan, kind) for kind in _children_first(plan)]
    blocks += [_reader(plan, kind) for kind in kinds]
    assumed = [one for one in plan.law.facts if (one.kind, one.key) in plan.assumable]
    blocks += [_assumption(plan, one) for one in assumed]
    return blocks + [_possible(plan, kind) for kind in plan.kinds]


def _children_first(plan: Plan) -> list[str]:
    found: list[str] = []

    def visit(kind: str) -> None:
        for one in plan.below(kind):
            visit(one.key)
        found.append(kind)

    visit(plan.root)
    return found


def _enum(plan: Plan, choice: Choice) -> str:
    members = plan.members(choice)
    lines = [f"    {name} = {literal(value)}" for value, name in members.items()]
    if any(one.type == choice for one in plan.law.decisions):
        taken = {*members, *members.values()}
        lines += [
            f'    {name} = "{value}"'
            for name, value in (
                ("UNDETERMINED", "undetermined"),
                ("CONTRADICTION", "contradiction"),
            )
            if name not in taken and value not in taken
        ]
    doc = docstring(f"The values of {choice.key}.", 4)
    return "\n".join([f"class {plan.enum(choice)}(StrEnum):", doc, "", *lines])


def values_name(plan: Plan, choice: Choice) -> str:
    """Return the name of the table of the values of a choice."""
    return f"_{plan.enum(choice)}_VALUES".upper()


def _values(plan: Plan, choice: Choice) -> str:
    name, enum = values_name(plan, choice), plan.enum(choice)
    lines = [
        f"    {literal(value)}: {enum}.{member},"
        for value, member in plan.members(choice).items()
    ]
    return "\n".join([f"{name} = {{", *lines, "}"])


def _class(plan: Plan, kind: str) -> str:
    name = plan.classes[kind]
    asked = {one.key: one.question for one in plan.law.facts if one.kind == kind}
    lines = [
        "@dataclass(frozen=True, slots=True, kw_only=True)",
        f"class {name}:",
        docstring(f"What is known of one {kind.replace('_', ' ')}; None is unknown.", 4),
        "",
    ]
    established = False
    for key, type_ in plan.suppliable(kind).items():
        if key not in asked and not established:
            established = True
            lines.append("    # what follows may be supplied as established")
        lines.append(f"    {plan.fields[kind, key]}: {python_type(plan, type_)} | None = None")
    for one in plan.below(kind):
        inner = plan.classes[one.key]
        lines.append(
            f"    {plan.fields[kind, one.field or '']}: tuple[{inner}, ...] | None = None"
        )
    form = _form_name(plan, kind)
    return "\n".join(
        [
            *lines,
            "",
            "    @classmethod",
            f"    def from_dict(cls, data: object) -> {name}:",
            '        """Return the thing that `data` describes, as JSON has it.',
            "",
            "        Raises:",
            "            FactError: a value could not be read; it names the path.",
            '        """',
            "        try:",
            f"            return {_reader_name(plan, kind)}(data, {_root_keys(plan, kind)})",
            "        except (AttributeError, KeyError, TypeError, ValueError):",
            f"            found: {name} = read({form}, data)",
            "            return found",
            "",
            "    def to_dict(self) -> dict[str, Any]:",
            '        """Return what is known, as JSON has it."""',
            f"        return write({form}, self)",
        ]
    )


def _form_name(plan: Plan, kind: str) -> str:
    return f"_{plan.variables[kind]}_FORM".upper()


def _reader_name(plan: Plan, kind: str) -> str:
    return f"_read_{plan.variables[kind]}"


def _keys_name(plan: Plan, kind: str) -> str:
    return f"_{plan.variables[kind]}_KEYS".upper()


def _root_keys(plan: Plan, kind: str) -> str:
    return f"_TOP{_keys_name(plan, kind)}"


def _form(plan: Plan, kind: str) -> str:
    lines = [f"{_form_name(plan, kind)} = Form(", f"    {plan.classes[kind]},", "    {"]
    for key, type_ in plan.suppliable(kind).items():
        pair = row([literal(plan.fields[kind, key]), _slow(plan, type_)])
        lead = f"{literal(key)}: "
        lines.append(f"        {lead}{laid_out(pair, 8, len(lead))},")
    lists = [
        f"{literal(one.field or '')}: ({literal(plan.fields[kind, one.field or ''])}, "
        f"{_form_name(plan, one.key)})"
        for one in plan.below(kind)
    ]
    lines += ["    },"] if plan.suppliable(kind) else []
    if not plan.suppliable(kind):
        lines[-1] = "    {},"
    lines += (
        ["    {", *(f"        {one}," for one in lists), "    },"] if lists else ["    {},"]
    )
    fractions = [k for k, t in plan.suppliable(kind).items() if t is Basic.FRACTION]
    words = "".join(f"            {literal(key)},\n" for key in fractions)
    if fractions:
        lines.append(f"    frozenset(\n        {{\n{words}        }},\n    ),")
    lines.append(")")
    keys = [*plan.suppliable(kind), *(one.field or "" for one in plan.below(kind))]
    top = keys if "id" in keys else [*keys, "id"]
    return "\n".join(
        [
            *lines,
            *_key_set(_keys_name(plan, kind), keys),
            *_key_set(_root_keys(plan, kind), top),
        ]
    )


def _key_set(name: str, keys: list[str]) -> list[str]:
    if not keys:
        return [f"{name}: frozenset[str] = frozenset()"]
    return [
        f"{name} = frozenset(",
        "    {",
        *(f"        {literal(k)}," for k in keys),
        "    },",
        ")",
    ]


def _slow(plan: Plan, type_: Type) -> Code:
    match type_:
        case Choice():
            return Call("choice_of", (values_name(plan, type_),))
        case Money():
            return "read_number"
        case Basic():
            return _READ[type_]


def _reader(plan: Plan, kind: str) -> str:
    name = plan.classes[kind]
    lines = [
        f"def {_reader_name(plan, kind)}(data: Any, keys: frozenset[str]) -> {name}:",
        "    if not data.keys() <= keys:",
        "        raise KeyError",
        "    get = data.get",
        f"    return {name}(",
    ]
    for key, type_ in plan.suppliable(kind).items():
        lines += _read_argument(f"{plan.fields[kind, key]}=", key, _quick(plan, type_))
    for one in plan.below(kind):
        field = one.field or ""
        reader = f"_read_{plan.variables[one.key]}s"
        lines += _read_argument(f"{plan.fields[kind, field]}=", field, f"{reader}({{}})")
    lines += ["    )", "", ""]
    lines += [
        f"def _read_{plan.variables[kind]}s(data: Any) -> tuple[{name}, ...]:",
        "    if data.__class__ is not list:",
        "        raise TypeError",
        f"    keys = {_keys_name(plan, kind)}",
        f"    return tuple([{_reader_name(plan, kind)}(one, keys) for one in data])",
    ]
    return "\n".join(lines)


def _quick(plan: Plan, type_: Type) -> str:
    match type_:
        case Choice():
            return f"{values_name(plan, type_)}[{{}}]"
        case Money():
            return _QUICK[Basic.NUMBER]
        case Basic():
            return _QUICK[type_]


def _read_argument(lead: str, key: str, reader: str) -> list[str]:
    made = reader.format("v")
    line = f"        {lead}None if (v := get({literal(key)})) is None else {made},"
    if len(line) <= 96:  # noqa: PLR2004 - the width of a line
        return [line]
    return [
        f"        {lead}None",
        f"        if (v := get({literal(key)})) is None",
        f"        else {made},",
    ]


# --- assumptions ---------------------------------------------------------------------------


def _clause_parts(plan: Plan, kind: str) -> Iterator[tuple[ir.FactLiteral, ...]]:
    for clause in plan.law.clauses:
        if clause.kind == kind:
            yield clause.literals


def _within(subject: str, part: ir.FactLiteral, word: str = "in") -> str:
    words = [literal(v) if isinstance(v, str) else repr(v) for v in part.values]
    return f"{subject} {word} {{{', '.join(words)}}}" if words else str(word != "in")


def _assumption(plan: Plan, fact: ir.FactDeclaration) -> str:
    thing, kind = plan.variables[fact.kind], fact.kind
    name = plan.fields[kind, fact.key]
    supplied, type_ = f"{thing}.{name}", python_type(plan, fact.type)
    returns = f"{type_} | None"
    lines = [
        f"def {name}_of_{thing}({thing}: {plan.classes[kind]}) -> {returns}:",
        '    """Return what is supplied, or else the one value that the assumptions leave."""',
        f"    if {supplied} is not None:",
        f"        return {supplied}",
        f"    left: tuple[{type_}, ...] = {flat(_domain(plan, fact.type))}",
    ]
    for literals in _clause_parts(plan, kind):
        mine = [one for one in literals if one.key == fact.key]
        others = [one for one in literals if one.key != fact.key]
        if mine:
            lines += _narrowing(plan, kind, mine, others)
    return "\n".join([*lines, "    return left[0] if len(left) == 1 else None"])


def _narrowing(
    plan: Plan, kind: str, mine: list[ir.FactLiteral], others: list[ir.FactLiteral]
) -> list[str]:
    thing, fails = plan.variables[kind], []
    for part in others:
        subject = f"{thing}.{plan.fields[kind, part.key]}"
        fails.append(f"{subject} is not None")
        fails.append(_within(subject, part, "not in"))
    keep = " or ".join(_within("v", part) for part in mine)
    step = f"left = tuple([v for v in left if {keep}])"
    test = both(fails)
    if test == "True":
        return [f"    {step}"]
    return [f"    if {laid_out(test, 4, 3)}:", f"        {step}"]


def _domain(plan: Plan, type_: Type) -> Code:
    if isinstance(type_, Choice):
        return f"tuple({values_name(plan, type_)}.values())"
    return "(True, False)" if type_ is Basic.TRUTH else "()"


def _possible(plan: Plan, kind: str) -> str:
    thing = plan.variables[kind]
    tests = [
        either(
            [
                f"keys.isdisjoint({flat(row([literal(one.key) for one in literals]))})",
                *(
                    code
                    for part in literals
                    for subject in [f"{thing}.{plan.fields[kind, part.key]}"]
                    for code in (f"{subject} is None", _within(subject, part))
                ),
            ]
        )
        for literals in _clause_parts(plan, kind)
    ]
    lines = [
        f"def possible_{thing}({thing}: {plan.classes[kind]}, keys: frozenset[str]) -> bool:",
        '    """Tell whether no assumption that speaks of one of `keys` is broken."""',
    ]
    code = both(tests)
    return "\n".join([*lines, f"    return {laid_out(code, 4, 7, 0)}"])
