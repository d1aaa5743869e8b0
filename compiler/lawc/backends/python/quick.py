"""The quick way to decide: a chain of tests that ends at the first answer.

A rule that applies ends the search for all that it displaces or outranks. So the rules are
asked in an order in which those that displace come first; in the branch of a rule that applies
only what could still change the answer is asked. What may hold and is not sure to is a *doubt*:
it is taken not to hold, and where the chain ends, `_unsure` decides what the doubts leave. If
one of them would give another answer the decision is open; else the engine decides.

    if category is MINOR or category is None:        # may apply
        if category is None:                         # is not sure to
            doubt |= 16
        else:
            ...                                      # applies: what is left, and `continue`
"""

from __future__ import annotations

import re
from dataclasses import replace

from lawc.backends.python.branches import alone, ask, by_themselves
from lawc.backends.python.doubts import (
    can_vary,
    careful_function,
    unsure_function,
)
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import Call, Code, either, flat, laid_out, row
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan, scope_of
from lawc.backends.python.reach import asking, hoisted, rules_of
from lawc.backends.python.shared import asked_of_members, bits_lines
from lawc.backends.python.steadiness import steady_lines
from lawc.backends.python.text import WIDTH, literal
from lawc.backends.python.workshop import Body, Workshop
from lawc.backends.python.writing import (
    LEAST,
    ROOM,
    TooMuchError,
    Writing,
    careful_name,
    head_of,
    quick_name,
    typed_things,
    unsure_name,
)


def quick_functions(shop: Workshop, kind: str) -> list[str]:
    """Return the functions for things of `kind`, none where a chain is not worth it."""
    plan = shop.plan
    if any(plan.reports(one.key) for one in plan.below(kind)) or not plan.decided(kind):
        return []
    if len(rules_of(plan, kind)) * LEAST > ROOM:
        return []
    early = {place: 1 << n for n, place in enumerate(hoisted(plan, kind))}
    scope = scope_of(plan, kind)
    names = frozenset(plan.days_read)
    shop.bare, shop.known = (
        frozenset(plan.line(kind)),
        frozenset(f"days.{name}" for name in names),
    )
    chain = Writing(
        shop,
        kind,
        Body(shop, scope, known=set(names), hoisted=True, eager=False),
        early,
        len(scope.things) > 1,
    )
    chain.alone = by_themselves(chain)
    chain.asking = asking(plan, kind)
    indent = 8 if chain.listed else 4
    try:
        state = alone(chain, indent)
        chain.say(indent, f"doubt = {'maybe' if early else '0'}")
        ask(chain, replace(state, there=names), indent)
    except TooMuchError:
        return []
    if not chain.answers:
        return []
    shop.quick.append(kind)
    lines = _with_locals(plan, kind, str(scope.of(kind)), chain.lines, indent)
    made = _of_list(chain, lines) if chain.listed else _of_one(chain, lines)
    steady = ["\n".join(lines)] if (lines := steady_lines(chain)) else []
    return [made, *steady, unsure_function(chain), careful_function(chain)]


def _of_one(chain: Writing, lines: list[str]) -> str:
    """Return the function that decides of a thing that stands in no list."""
    plan, kind = chain.plan, chain.kind
    things = scope_of(plan, kind).things
    head = head_of(
        quick_name(plan, kind),
        typed_things(plan, scope_of(plan, kind)),
        result_class(plan, kind),
    )
    careful = Call(careful_name(plan, kind), (*(name for _, name in things), "days"))
    end = f"        return {laid_out(careful, 8, 7, 0)}"
    return "\n".join([head, *_days(plan), *_by_engine(plan, kind, end), *lines])


def _of_list(chain: Writing, lines: list[str]) -> str:
    """Return the function that decides of all members of a list.

    Asked of `those` members only, it decides what is quickly decided, given the `bits`.
    """
    plan, kind = chain.plan, chain.kind
    parent, variable = plan.kinds[kind].parent or "", plan.variables[kind]
    above = scope_of(plan, parent)
    again = can_vary(chain)
    members = f"{group(plan, kind, above)}{' if those is None else those' if again else ''}"
    typed = typed_things(plan, above)
    if again:
        typed.append(f"those: tuple[{plan.classes[kind]}, ...] | None = None")
        typed += ["bits: int = 0", "maybe: int = 0"] if chain.early else []
    returns = f"tuple[{result_class(plan, kind)}, ...] | None"
    one = (variable, *(name for _, name in above.things), "days", "place")
    shared = ["shared=(bits, maybe)"] if again and chain.early else []
    unsure = Call(unsure_name(plan, kind), (*one, "*made[place]", *shared))
    each = f"for place, {variable} in enumerate(members)"
    careful = Call(careful_name(plan, kind), one)

    def engine(indent: int) -> str:
        return _of_each(careful, each, indent)

    checked = not plan.established(kind) or kind in asked_of_members(chain)
    own = [] if checked else ["any([one._established for one in members])"]
    return "\n".join(
        [
            head_of(quick_name(plan, kind), typed, returns),
            *_days(plan),
            f"    members = {members}",
            "    if not members:",
            "        return None if members is None else ()",
            *_by_engine(plan, parent, engine(8), *own),
            *bits_lines(chain, above, again=again, engine=engine),
            "    made: list[Any] = []",
            f"    unsure = {'maybe != 0' if chain.early else 'False'}",
            f"    for {variable} in members:",
            *lines,
            f"    if {'those is not None or ' if again else ''}not unsure:",
            "        return tuple(made)",
            f"    {each}:",
            "        if made[place].__class__ is tuple:",
            f"            made[place] = {laid_out(unsure, 12, 14, 0)}",
            *_put_later(chain, one),
            "    return tuple(made)",
        ]
    )


def _put_later(chain: Writing, things: tuple[str, ...]) -> list[str]:
    """Return the lines that say of an open result of what it is, where it does not yet."""
    if not chain.alone:
        return []
    *line, days, place = things
    plan, kind = chain.plan, chain.kind
    at = len(plan.decided(kind)) + 1
    case = f"ENGINE.case({line[-1]}, {days})"
    key = plan.kinds[kind].field or ""
    paths = [f'{literal(key + "[")} + str({place}) + "]"', *['""'] * (len(line) - 1)]
    open_ = row([row([*line, case]), row(paths)])
    return [
        f"        elif made[place][{at}] is LATER:",
        f"            open_ = {laid_out(open_, 12, 8, 0)}",
        f"            parts = (*made[place][:{at}], open_)",
        f"            made[place] = new({result_class(plan, kind)}, parts)",
    ]


def _of_each(call: Code, each: str, indent: int) -> str:
    """Return the lines that return a tuple of what `call` makes of each member."""
    pad, line = " " * indent, f"[{flat(call)} {each}]"
    if indent + len(line) + 14 <= WIDTH:
        return f"{pad}return tuple({line})"
    if indent + 4 + len(line) <= WIDTH:
        return f"{pad}return tuple(\n{pad}    {line}\n{pad})"
    inner = f"{pad}        {laid_out(call, indent + 8, 0, 0)}\n{pad}        {each}"
    return f"{pad}return tuple(\n{pad}    [\n{inner}\n{pad}    ]\n{pad})"


def _by_engine(plan: Plan, kind: str, end: str, *others: str) -> list[str]:
    """Return the lines that leave to the engine what is not for the chain.

    That is a case of which a day is not known, or of which something is established.
    """
    tests = [f"{name} is None" for name in plan.days_read]
    things = scope_of(plan, kind).things
    tests += [f"{name}._established" for one, name in things if plan.established(one)]
    tests += others
    return [f"    if {laid_out(either([*tests]), 4, 3)}:", end] if tests else []


def _days(plan: Plan) -> list[str]:
    """Return the lines that make the days variables of the function."""
    return [f"    {name} = days.{name}" for name in plan.days_read]


def _with_locals(plan: Plan, kind: str, thing: str, lines: list[str], indent: int) -> list[str]:
    """Return the lines with the facts that are read often read once, where first used."""
    text = "\n".join(lines)
    found: dict[str, str] = {}
    for one in plan.law.facts:
        read = f"{thing}.{plan.fields[kind, one.key]}" if one.kind == kind else ""
        if read and len(re.findall(rf"\b{re.escape(read)}\b", text)) > 2:  # noqa: PLR2004
            found[read] = f"{thing}_{plan.fields[kind, one.key]}"
    made: list[str] = []
    for block in _statements(lines, indent):
        text = "\n".join(block)
        for read, name in tuple(found.items()):
            if re.search(rf"\b{re.escape(read)}\b", text):
                if f"{' ' * indent}{name} = {read}" not in made:
                    made.append(f"{' ' * indent}{name} = {read}")
                text = re.sub(rf"\b{re.escape(read)}\b", name, text)
        made += text.split("\n")
    return made


def _statements(lines: list[str], indent: int) -> list[list[str]]:
    """Return the lines in blocks that each begin with a statement at `indent`."""
    blocks: list[list[str]] = []
    for line in "\n".join(lines).split("\n"):
        begins = line[:indent].isspace() and line[indent : indent + 1].isalpha()
        if begins and not line[indent:].startswith(("or ", "and ")):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks
