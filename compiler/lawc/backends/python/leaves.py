"""Results as Python, where a branch of the quick chain ends."""

from __future__ import annotations

import re
from dataclasses import replace

from lawc.backends.python.layout import Before, Call, Code, row
from lawc.backends.python.outcomes import result_class
from lawc.backends.python.writing import Made, State, Writing


def new_result(chain: Writing, parts: list[Code]) -> Code:
    """Return Python that makes a result of its parts."""
    days = ["None"] if chain.kind == chain.plan.root else []
    return Call("new", (result_class(chain.plan, chain.kind), row([*parts, *days])))


def ends(chain: Writing, made: list[Made]) -> list[Code]:
    """Return Python for the provisions of all decisions, and for whether one is open.

    Where they hang on one truth that is decided before the chain, a table has both.
    """
    cited = row([one.by for one in made])
    alone = [one.value for one in made if one.either is not None]
    if not alone:
        return [cited, "None"]
    open_ = f"LATER if {' or '.join(f'{name} is None' for name in alone)} else None"
    if len(alone) > 1:
        return [cited, open_]
    (name,) = alone
    both_ = Call("by_truth", (Before("lambda held: ", _held(name, row([cited, open_]))),))
    return [f"*{chain.shop.result(both_)}[{name}]"]


def _held(name: str, code: Code) -> Code:
    """Return `code` with the variable `name` called `held`."""
    match code:
        case str():
            return re.sub(rf"\b{name}\b", "held", code)
        case Call(_, args):
            return replace(code, args=tuple(_held(name, one) for one in args))
        case _:
            raise TypeError(code)


def constant_result(chain: Writing, state: State, values: list[str]) -> tuple[str, str] | None:
    """Return Python for one of a few constant results: its name, and of which truth it is."""
    plan = chain.plan
    made = [state.made[one.key] for one in plan.decided(chain.kind)]
    alone = [one.value for one in made if one.either is not None]
    if any(one.amount is not None for one in made) or len(alone) > 1:
        return None
    cited = row([one.by for one in made])
    if not alone:
        return chain.shop.result(new_result(chain, [*values, cited, "None"])), ""
    (name,) = alone
    open_ = f"LATER if {name} is None else None"
    call = _held(name, new_result(chain, [*values, cited, open_]))
    return chain.shop.result(Call("by_truth", (Before("lambda held: ", call),))), f"[{name}]"
