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

from lawc.backends.python.branches import alone, ask, by_themselves, give_up
from lawc.backends.python.doubts import can_vary, unsure_function, unsure_of
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import Call, either, laid_out, row
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.plan import Plan, scope_of
from lawc.backends.python.reach import hoisted
from lawc.backends.python.shared import bits_lines
from lawc.backends.python.workshop import Body, Workshop
from lawc.backends.python.writing import (
    TooMuchError,
    Writing,
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
    early = {place: 1 << n for n, place in enumerate(hoisted(plan, kind))}
    scope = scope_of(plan, kind)
    days = frozenset(f"days.{name}" for name in plan.parameters.values())
    body = Body(shop, scope, known=set(days), eager=False)
    chain = Writing(shop, kind, body, early, len(scope.things) > 1)
    chain.alone = by_themselves(chain)
    indent = 8 if chain.listed else 4
    try:
        supplied = either(
            [
                f"{scope.of(kind)}.{plan.fields[kind, one.key]} is not None"
                for one in plan.decided(kind)
            ]
        )
        chain.say(indent, f"if {laid_out(supplied, indent, 3)}:")
        give_up(chain, indent + 4)
        state = alone(chain, indent)
        chain.say(indent, f"doubt = {'maybe' if early else '0'}")
        ask(chain, replace(state, there=days), indent)
    except TooMuchError:
        return []
    if not chain.answers:
        return []
    shop.quick.append(kind)
    lines = _with_locals(plan, kind, str(scope.of(kind)), chain.lines, indent)
    made = _of_list(chain, lines) if chain.listed else _of_one(chain, lines)
    return [_with_days(chain, made), unsure_function(chain)]


def _of_one(chain: Writing, lines: list[str]) -> str:
    """Return the function that decides of a thing that stands in no list."""
    plan, kind = chain.plan, chain.kind
    typed = typed_things(plan, scope_of(plan, kind))
    head = head_of(quick_name(plan, kind), typed, result_class(plan, kind))
    unsure = unsure_of(chain, "0", ["None"] * len(chain.alone))
    end = f"        return {laid_out(unsure, 8, 7, 0)}"
    return "\n".join([head, *_where_no_day(plan, [end]), *lines])


def _of_list(chain: Writing, lines: list[str]) -> str:
    """Return the function that decides of all members of a list.

    Asked of `some` members only, it decides what is quickly decided, given the `bits`.
    """
    plan, kind = chain.plan, chain.kind
    above, variable = scope_of(plan, plan.kinds[kind].parent or ""), plan.variables[kind]
    members = group(plan, kind, above)
    again = can_vary(chain)
    typed = typed_things(plan, above)
    if again:
        typed.append(f"some: tuple[{plan.classes[kind]}, ...] | None = None")
        typed += ["bits: int = 0", "maybe: int = 0"] if chain.early else []
    returns = f"tuple[{result_class(plan, kind)}, ...] | None"
    doubtful = laid_out(row(["0", *["None"] * len(chain.alone)]), 8, 8, 0)
    call = Call(
        unsure_name(plan, kind),
        (
            variable,
            *(name for _, name in above.things),
            "days",
            "place",
            "*made[place]",
            *(["(bits, maybe)"] if again and chain.early else []),
        ),
    )
    settle = [
        f"    for place, {variable} in enumerate(members):",
        "        if made[place].__class__ is tuple:",
        f"            made[place] = {laid_out(call, 12, 14, 0)}",
    ]
    unknown = [f"        made = [{doubtful}] * len(members)", "        unsure = True"]
    return "\n".join(
        [
            head_of(quick_name(plan, kind), typed, returns),
            f"    members = {members}{' if some is None else some' if again else ''}",
            "    if members is None:",
            "        return None",
            "    made: list[Any] = []",
            "    add = made.append",
            "    unsure = False",
            *_where_no_day(plan, unknown),
            *bits_lines(chain, above, again=again),
            *(["    unsure = unsure or maybe != 0"] if chain.early else []),
            f"    for {variable} in {'() if made else ' if plan.parameters else ''}members:",
            *lines,
            f"    if {'some is not None or ' if again else ''}not unsure:",
            "        return tuple(made)",
            *settle,
            "    return tuple(made)",
        ]
    )


def _where_no_day(plan: Plan, ends: list[str]) -> list[str]:
    """Return the lines for where a day is not known."""
    names = plan.parameters.values()
    if not names:
        return []
    return [f"    if {laid_out(either([f'days.{n} is None' for n in names]), 4, 3)}:", *ends]


def _with_days(chain: Writing, text: str) -> str:
    """Return a function in which a day that is read often is a variable."""
    for name in chain.plan.parameters.values():
        read = re.compile(rf"\bdays\.{re.escape(name)}\b")
        if len(read.findall(text)) > 2:  # noqa: PLR2004
            head, _, rest = text.partition(":\n")
            text = f"{head}:\n    {name} = days.{name}\n{read.sub(name, rest)}"
    return text


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
