"""The facts of a law as classes: choices, things, what is assumed of them."""

from __future__ import annotations

from lawc.backends.python.assumed import clause_fails, clause_parts, within
from lawc.backends.python.conditions import either, negated
from lawc.backends.python.layout import Call, Code, flat, laid_out
from lawc.backends.python.plan import Plan
from lawc.backends.python.readers import form_name, reader_blocks, reader_name, values_name
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


def python_type(plan: Plan, type_: Type) -> str:
    """Return the Python type that carries values of `type_`."""
    match type_:
        case Choice():
            return plan.enum(type_)
        case Money():
            return "Fraction"
        case Basic():
            return _PYTHON[type_]


def measure(type_: Type, fact: ir.FactDeclaration | None = None) -> str:
    """Return what values of `type_` measure and the limits of a fact, empty if neither is."""
    measured = []
    if isinstance(type_, Money):
        measured.append(f"an amount in {type_.currency}")
    elif type_ is Basic.FRACTION:
        measured.append("a part of a whole")
    limits = [(fact.least, "at least"), (fact.most, "at most")] if fact else []
    measured += [f"{word} {limit}" for limit, word in limits if limit is not None]
    text = ", ".join(measured)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def attribute(name: str, type_: str, *sentences: str) -> list[str]:
    """Return the lines of an attribute that may be unknown, and of what is said of it."""
    lines = [f"    {name}: {type_} | None = None"]
    text = " ".join(sentence for sentence in sentences if sentence)
    return [*lines, docstring(text, 4)] if text.strip() else lines


def class_blocks(plan: Plan) -> list[str]:
    """Return the definitions of the module of facts, in the order in which they are used."""
    kinds = tuple(plan.kinds)[::-1]
    blocks = [_enum(plan, choice) for choice in plan.choices]
    blocks += [_values(plan, choice) for choice in plan.choices]
    blocks += [_class(plan, kind) for kind in kinds]
    blocks += reader_blocks(plan)
    assumed = [fact for fact in plan.law.facts if (fact.kind, fact.key) in plan.assumable]
    blocks += [_assumption(plan, fact) for fact in assumed]
    return blocks


def _enum(plan: Plan, choice: Choice) -> str:
    members = plan.members(choice)
    lines = [f"    {name} = {literal(value)}" for value, name in members.items()]
    doc = docstring(f"The values of {choice.key}.", 4)
    return "\n".join([f"class {plan.enum(choice)}(StrEnum):", doc, "", *lines])


def _values(plan: Plan, choice: Choice) -> str:
    name, enum = values_name(plan, choice), plan.enum(choice)
    lines = [
        f"    {literal(value)}: {enum}.{member},"
        for value, member in plan.members(choice).items()
    ]
    return "\n".join([f"{name} = {{", *lines, "}"])


def _class(plan: Plan, kind: str) -> str:
    name = plan.classes[kind]
    facts = {fact.key: fact for fact in plan.law.facts if fact.kind == kind}
    lines = [
        "@dataclass(frozen=True, slots=True, kw_only=True)",
        f"class {name}:",
        docstring(f"What is known of one {kind.replace('_', ' ')}; None is unknown.", 4),
        "",
    ]
    established = False
    for key, type_ in plan.suppliable(kind).items():
        fact = facts.get(key)
        if fact is None and not established:
            established = True
            lines.append("    # what follows may be supplied as established")
        question = fact.question if fact else ""
        name_, type_name = plan.fields[kind, key], python_type(plan, type_)
        lines += attribute(name_, type_name, question, measure(type_, fact))
    for below in plan.below(kind):
        inner = plan.classes[below.key]
        lines.append(
            f"    {plan.fields[kind, below.field or '']}: tuple[{inner}, ...] | None = None"
        )
    if plan.established(kind):
        flag = Call("field", ("init=False", "default=False", "repr=False", "compare=False"))
        lines.append(f"    _established: bool = {laid_out(flag, 4, 21, 0)}")
    form = form_name(plan, kind)
    return "\n".join(
        [
            *lines,
            "",
            "    def __post_init__(self) -> None:",
            f"        as_read({form}, self)",
            "",
            "    @classmethod",
            f"    def from_dict(cls, data: object, *, established: bool = False) -> {name}:",
            '        """Return the thing that `data` describes, as JSON has it.',
            "",
            "        Args:",
            "            data: the facts, by key.",
            "            established: whether `data` may supply what the law itself says.",
            "",
            "        Raises:",
            "            FactError: a value could not be read; it names the path.",
            '        """',
            "        try:",
            f"            return {reader_name(plan, kind)}({form}.values(data))",
            "        except (AttributeError, KeyError, TypeError, ValueError):",
            f"            found: {name} = read({form}, data, established=established)",
            "            return found",
            "",
            "    def to_dict(self) -> dict[str, Any]:",
            '        """Return what is known, as JSON has it."""',
            f"        return write({form}, self)",
            "",
            "    # pydantic takes the class as it is, such as FastAPI for a body",
            "    __get_pydantic_core_schema__ = classmethod(core_schema)",
            f"    __get_pydantic_json_schema__ = classmethod(json_schema({literal(kind)}))",
        ]
    )


# --- assumptions ---------------------------------------------------------------------------


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
    narrowing: list[tuple[list[ir.FactLiteral], Code]] = []
    for literals in clause_parts(plan, kind):
        mine = [part for part in literals if part.key == fact.key]
        if mine:
            others = [part for part in literals if part.key != fact.key]
            narrowing.append((mine, clause_fails(plan, kind, others, thing)))
    some = either([test for _, test in narrowing])
    several = len(fact.type.values if isinstance(fact.type, Choice) else (True, False)) > 1
    if several and some not in {"True", "False"}:
        lines[-1:-1] = [f"    if {laid_out(negated(some), 4, 3)}:", "        return None"]
        if len(narrowing) == 1:  # where this is reached, its test holds
            narrowing = [(mine, "True") for mine, _ in narrowing]
    for mine, test in narrowing:
        lines += _narrowing(mine, test)
    return "\n".join([*lines, "    return left[0] if len(left) == 1 else None"])


def _narrowing(mine: list[ir.FactLiteral], test: Code) -> list[str]:
    """Return the lines that keep the values that are left where `test` holds."""
    keep = " or ".join(within("v", part) for part in mine)
    step = f"left = tuple([v for v in left if {keep}])"
    if test == "True":
        return [f"    {step}"]
    return [f"    if {laid_out(test, 4, 3)}:", f"        {step}"]


def _domain(plan: Plan, type_: Type) -> Code:
    if isinstance(type_, Choice):
        return f"tuple({values_name(plan, type_)}.values())"
    return "(True, False)" if type_ is Basic.TRUTH else "()"
