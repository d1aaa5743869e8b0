"""How the facts of a kind are read: a form that finds every problem, and a quick function.

The function of a kind reads a thing that is well formed, with no call for a fact that JSON
gives as it is; on anything else it raises, and the form is read instead.
"""

from __future__ import annotations

from fractions import Fraction

from lawc.backends.python.assumed import clause_fails, clause_parts
from lawc.backends.python.conditions import either
from lawc.backends.python.layout import Before, Call, Code, laid_out, row
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import WIDTH, literal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.supplying import terms_of
from lawc.runtime.supplied import Terms

_READ = {basic: f"read_{basic.value}" for basic in Basic}
_CLASS = {
    Basic.TRUTH: "bool",
    Basic.NUMBER: "Fraction",
    Basic.FRACTION: "Fraction",
    Basic.DATE: "date",
}
_QUICK = {
    Basic.COUNT: "quick_count(v)",
    Basic.NUMBER: "quick_number(v)",
    Basic.FRACTION: "quick_fraction(v)",
    Basic.DATE: "DATES[v]",
    Basic.PROVISION: "WRITTEN[v]",
}


def reader_blocks(plan: Plan) -> list[str]:
    """Return the forms of all kinds, those of members first, and the quick functions."""
    kinds = _children_first(plan)
    return [_form(plan, kind) for kind in kinds] + [_reader(plan, kind) for kind in kinds]


def _children_first(plan: Plan) -> list[str]:
    kinds: list[str] = []

    def visit(kind: str) -> None:
        for below in plan.below(kind):
            visit(below.key)
        kinds.append(kind)

    visit(plan.root)
    return kinds


# --- names -------------------------------------------------------------------------------


def form_name(plan: Plan, kind: str) -> str:
    """Return the name of the form of a kind."""
    return f"_{plan.variables[kind]}_FORM".upper()


def reader_name(plan: Plan, kind: str) -> str:
    """Return the name of the function that reads a thing of a kind."""
    return f"_read_{plan.variables[kind]}"


def values_name(plan: Plan, choice: Choice) -> str:
    """Return the name of the table of the values of a choice."""
    return f"_{plan.enum(choice)}_VALUES".upper()


# --- the form ----------------------------------------------------------------------------


def _form(plan: Plan, kind: str) -> str:
    limited = plan.limited(kind)
    facts = {
        key: row(
            [
                literal(plan.fields[kind, key]),
                _within(_read(plan, type_), limited.get(key)),
                "None" if key in limited else _class(plan, type_),
            ]
        )
        for key, type_ in plan.suppliable(kind).items()
    }
    lists = {
        below.field or "": row(
            [literal(plan.fields[kind, below.field or ""]), form_name(plan, below.key)]
        )
        for below in plan.below(kind)
    }
    fractions = [k for k, t in plan.suppliable(kind).items() if t is Basic.FRACTION]
    lines = [
        f"{form_name(plan, kind)} = Form(",
        f"    {plan.classes[kind]},",
        *_table(facts),
        *_table(lists),
    ]
    clauses = _clauses(plan, kind)
    terms = terms_of(plan.world) if kind == plan.root else {}
    if fractions or plan.established(kind) or clauses or terms:
        words = "".join(f"            {literal(key)},\n" for key in fractions)
        lines.append(
            f"    frozenset(\n        {{\n{words}        }},\n    ),"
            if words
            else "    frozenset(),"
        )
    if plan.established(kind) or clauses or terms:
        names = row([literal(name) for name in plan.established(kind)])
        lines.append(f"    {laid_out(names, 4)},")
    if clauses or terms:
        lines.append(f"    {laid_out(row(clauses), 4)},")
    if terms:
        lines += _terms(terms)
    return "\n".join([*lines, ")"])


def _terms(terms: Terms) -> list[str]:
    """Return the lines of what may be supplied by citation."""
    lines = ["    {"]
    for citation, several in terms.items():
        each = [
            Call(
                "Term",
                (row([literal(name) for name in of.lists]), literal(of.key), str(of.truth)),
            )
            for of in several
        ]
        lines.append(f"        {laid_out(Before(f'{literal(citation)}: ', row(each)), 8)},")
    return [*lines, "    },"]


def _clauses(plan: Plan, kind: str) -> list[Code]:
    """Return the assumptions about things of a kind, as Python."""
    return [
        row(
            [
                row([literal(part.key), row([_literal(v) for v in part.values])])
                for part in clause.literals
            ]
        )
        for clause in plan.law.clauses
        if clause.kind == kind
    ]


def _literal(value: str | bool) -> str:
    return literal(value) if isinstance(value, str) else repr(value)


def _table(rows: dict[str, Code]) -> list[str]:
    if not rows:
        return ["    {},"]
    leads = {f"{literal(key)}: ": pair for key, pair in rows.items()}
    lines = [f"        {lead}{laid_out(pair, 8, len(lead))}," for lead, pair in leads.items()]
    return ["    {", *lines, "    },"]


def _read(plan: Plan, type_: Type) -> Code:
    match type_:
        case Choice():
            return Call("choice_of", (values_name(plan, type_),))
        case Money():
            return "read_number"
        case Basic():
            return _READ[type_]


def _within(reader: Code, fact: ir.FactDeclaration | None) -> Code:
    if fact is None:
        return reader
    return Call("within", (reader, _number(fact.least), _number(fact.most)))


def _number(limit: int | Fraction | None) -> str:
    if limit is None:
        return "None"
    whole = Fraction(limit).denominator == 1
    return str(int(limit)) if whole else f"Fraction({str(limit)!r})".replace("'", '"')


def _class(plan: Plan, type_: Type) -> str:
    """Return the class whose every instance is a value of the type, `None` if there is none."""
    match type_:
        case Choice():
            return plan.enum(type_)
        case Money():
            return "Fraction"
        case Basic():
            return _CLASS.get(type_, "None")


# --- the quick function ------------------------------------------------------------------


def _reader(plan: Plan, kind: str) -> str:
    name, facts, below = plan.classes[kind], plan.suppliable(kind), plan.below(kind)
    limited = plan.limited(kind)
    fields = [plan.fields[kind, key] for key in (*facts, *(k.field or "" for k in below))]
    targets = ["    (", *(f"        new.{name}," for name in fields), "    ) = values"]
    lines = [
        f"def {reader_name(plan, kind)}(values: Iterable[Any]) -> {name}:",
        f"    new = {form_name(plan, kind)}.new()",
        *(targets if fields else ["    () = values"]),
    ]
    established = plan.established(kind)
    if established:
        lines.append("    new._established = False")
    for key, type_ in facts.items():
        if plan.fields[kind, key] not in established:
            quick = _quick(plan, type_)
            if key in limited:
                least, most = (
                    _number(limit) for limit in (limited[key].least, limited[key].most)
                )
                quick = f"quick_within({quick}, {least}, {most})"
            lines += _fact(f"new.{plan.fields[kind, key]}", quick)
    if established:  # the form reads what is supplied as such, where it is allowed
        some = either([f"new.{name} is not None" for name in established])
        lines += [f"    if {laid_out(some, 4, 3)}:", "        raise TypeError"]
    for literals in clause_parts(plan, kind):
        broken = clause_fails(plan, kind, list(literals), "new")
        lines += [f"    if {laid_out(broken, 4, 3)}:", "        raise TypeError"]
    for member in below:
        target = f"new.{plan.fields[kind, member.field or '']}"
        lines += _fact(target, f"_read_{plan.variables[member.key]}s(v)")
    lines += [f"    new.__class__ = {name}", f"    made: {name} = new", "    return made"]
    if kind != plan.root:
        lines += [
            "",
            "",
            f"def _read_{plan.variables[kind]}s(data: Any) -> tuple[{name}, ...]:",
            "    if data.__class__ is not list:",
            "        raise TypeError",
            f"    blank, read_one = {form_name(plan, kind)}.blank, {reader_name(plan, kind)}",
            "    return tuple([read_one((blank | one).values()) for one in data])",
        ]
    return "\n".join(lines)


def _quick(plan: Plan, type_: Type) -> str:
    """Return how `v` is read, empty where it is either a truth or wrong."""
    match type_:
        case Choice():
            return f"{values_name(plan, type_)}[v]"
        case Money():
            return _QUICK[Basic.NUMBER]
        case Basic():
            return _QUICK.get(type_, "")


def _fact(target: str, reader: str) -> list[str]:
    test = "is not None" if reader else "is not None and v is not True and v is not False"
    then = f"        {target} = {reader}" if reader else "        raise TypeError"
    line = f"    if (v := {target}) {test}:"
    if len(line) <= WIDTH:
        return [line, then]
    return [f"    v = {target}", f"    if v {test}:", then]
