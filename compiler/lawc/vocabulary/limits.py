"""The least and the most that a fact can be: `fact person.income: money EUR at least 0`."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir.types import Basic, Money, Type
from lawc.source import Source
from lawc.syntax.nodes import Tree
from lawc.vocabulary.model import number_of_type

LEAST, MOST = "at_least_limit", "at_most_limit"
_Number = int | Fraction


def limits(
    trees: Iterable[Tree], type_: Type, source: Source
) -> tuple[_Number | None, _Number | None] | Diagnostic:
    """Return the least and the most of a fact of `type_`, or the problem of its limits."""
    numbers: dict[str, _Number] = {}
    for tree in trees:
        problem = _problem(tree, type_, numbers)
        if problem is not None:
            message, help_ = problem
            label = Label(source, tree.span)
            return Diagnostic(Code.WRONG_LIMIT, message, label, help=help_)
        numbers[tree.name] = number_of_type(tree.children[0].text, type_)
    return numbers.get(LEAST), numbers.get(MOST)


def _problem(tree: Tree, type_: Type, earlier: dict[str, _Number]) -> tuple[str, str] | None:
    """Return the message and the help for the problem of a limit, if it has one."""
    text = tree.children[0].text
    number_types = (Basic.COUNT, Basic.NUMBER, Basic.FRACTION)
    if type_ not in number_types and not isinstance(type_, Money):
        return "this fact is no number, and has no least or most", "take the limit out"
    number = Fraction(text)
    if type_ is Basic.COUNT and number.denominator != 1:
        return f"a count is never `{text}`", "write a whole number"
    if tree.name in earlier:
        return "this limit is said twice", "keep one of the two"
    least, most = earlier.get(LEAST, number), earlier.get(MOST, number)
    if (tree.name == MOST and number < least) or (tree.name == LEAST and number > most):
        return "these limits leave no value", "let the least be no more than the most"
    return None
