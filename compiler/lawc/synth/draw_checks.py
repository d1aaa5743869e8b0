"""Checks of a draw: what it asks for is known by then, its values are those of the fact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.synth.entries import Entry
from lawc.synth.specification import Dimension, Scalar, When


def check_order(
    entry: Entry, law: ir.Law, kind: str, names: Mapping[str, str], drawn: Collection[str]
) -> None:
    """Stop where a fact that a thing of a kind asks for is not drawn before it.

    Args:
        entry: the draw.
        law: the law.
        kind: the kind of the thing.
        names: the facts that are asked for, with the keys of the entry that ask.
        drawn: the facts that are drawn before.
    """
    parents = {each.key: each.parent for each in law.kinds}
    line = [kind]
    while (above := parents[line[-1]]) is not None:
        line.append(above)
    for name, key in names.items():
        if name.split(".", 1)[0] not in line:
            help_ = f"name a fact of {' or '.join(f'`{each}`' for each in line)}"
            entry.stop(key, f"a {kind} is drawn before `{name}` is known", help_, name)
        if name not in drawn:
            entry.stop(key, f"`{name}` is not drawn before", "put its draw above this", name)


def check_group(
    entry: Entry, dimension: Dimension, when: When, values: Iterable[Scalar | int]
) -> None:
    """Stop where a draw of the fact of a dimension may leave the group of its cell."""
    groups = dict(when).get(dimension.name, ())
    if len(groups) != 1:
        help_ = f'write `when = {{ {dimension.name} = "..." }}`'
        entry.stop("", f"of which group of `{dimension.name}` is this?", help_)
    for value in values:
        if value not in dimension.groups[str(groups[0])]:
            word = ("false", "true")[value] if isinstance(value, bool) else str(value)
            entry.stop("values", f"`{word}` is not in the group `{groups[0]}`", word=word)


def check_limits(entry: Entry, fact: ir.FactDeclaration, numbers: Iterable[object]) -> None:
    """Stop where a number is drawn that the fact cannot have."""
    least = 0 if fact.least is None and fact.type is Basic.COUNT else fact.least
    for number in numbers:
        if isinstance(number, bool) or not isinstance(number, int):
            continue
        if least is not None and number < least:
            entry.stop("", f"`{fact.kind}.{fact.key}` is never less than {least}")
        if fact.most is not None and number > fact.most:
            entry.stop("", f"`{fact.kind}.{fact.key}` is never more than {fact.most}")
