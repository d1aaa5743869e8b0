"""Forms: decisions and conditions as formulas over the facts that are missing.

A form is True, False or a tuple that begins with a word:

- ("values", path, truths): a truth or a choice, with whether it holds for each value;
- ("turns", path, turns): a day, a number or an amount, with where a comparison of it turns;
- ("under", path, recorded, ranges): a provision, with the recorded one if that is too coarse;
- ("either", name, reads, sure): a condition that may be either way, by the paths it reads;
  `sure` is False if it is not known whether there are facts for both;
- ("not", form), ("all", forms), ("any", forms), ("at_least", number, forms);
- ("part", number): a form that other forms share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

Form: TypeAlias = Any


class Amount(NamedTuple):
    """A value that is computed from missing facts.

    `ends` are the least and the largest that it can be, each in some completion, None if they
    are not known.
    """

    name: Any
    reads: tuple[str, ...]
    ends: tuple[Any, Any] | None = None


def amount_of(name: Any, reads: tuple[str, ...], ends: tuple[Any, Any] | None) -> Any:
    """Return a value that is computed from missing facts: known if it can only be one."""
    return ends[0] if ends is not None and ends[0] == ends[1] else Amount(name, reads, ends)


class Gift(NamedTuple):
    """A value that a rule gives a decision where the form holds, and the rule's citation.

    `listed` is the list that the rule is an item of, if any. A list gives once: the first of
    its items that applies stands for all.
    """

    form: Form
    value: Any
    citation: str | None
    listed: Any


class Parts(dict[int, Form]):
    """The forms that others share, by number, kept for many cases; a form is never replaced.

    `graph` is the graph of their conditions.
    """

    graph: Any = None


class DecisionForm(NamedTuple):
    """A decision as a form. `only` are rules that merely displace, with their citations.

    `parts` are the forms that others share, by number: `Parts` keep the graph of their
    conditions. `assumed` always holds.
    """

    parts: Mapping[int, Form]
    gifts: tuple[Gift, ...]
    only: tuple[tuple[Form, str | None], ...]
    assumed: tuple[Form, ...]
    how: str
    otherwise: Any


def negation(form: Form) -> Form:
    """Return the form that holds where another does not."""
    if form is True or form is False:
        return not form
    return form[1] if form[0] == "not" else ("not", form)


def all_of(forms: Iterable[Form]) -> Form:
    """Return the form that holds where all do."""
    left = []
    for form in forms:
        if form is False:
            return False
        if form is not True:
            left.append(form)
    return True if not left else left[0] if len(left) == 1 else ("all", tuple(left))


def any_of(forms: Iterable[Form]) -> Form:
    """Return the form that holds where at least one does."""
    left = []
    for form in forms:
        if form is True:
            return True
        if form is not False:
            left.append(form)
    return False if not left else left[0] if len(left) == 1 else ("any", tuple(left))


def first_case(parts: Sequence[Form]) -> Form:
    """Return what holds after the first test that holds.

    `parts` are by turns a test and a form, and what holds in any other case, if anything does.
    """
    form = parts[-1] if len(parts) % 2 else False
    for place in range(len(parts) // 2 * 2 - 2, -1, -2):
        test, then = parts[place], parts[place + 1]
        form = any_of((all_of((test, then)), all_of((negation(test), form))))
    return form


def at_least(number: int, forms: Iterable[Form]) -> Form:
    """Return the form that holds where at least `number` do."""
    left = []
    for form in forms:
        if form is True:
            number -= 1
        elif form is not False:
            left.append(form)
    if number <= 0:
        return True
    if number > len(left):
        return False
    if number == 1:
        return any_of(left)
    return all_of(left) if number == len(left) else ("at_least", number, tuple(left))


def counted(op: str, forms: Iterable[Form], bound: Any) -> Form:
    """Return the form that holds where the number that hold compares to `bound` by `op`."""
    conditions = list(forms)
    whole = bound.numerator // bound.denominator
    equal = whole if whole == bound else whole + 1
    reached, passed = at_least(equal, conditions), at_least(whole + 1, conditions)
    match op:
        case ">=":
            return reached
        case ">":
            return passed
        case "<":
            return negation(reached)
        case "<=":
            return negation(passed)
        case "=":
            return all_of((reached, negation(passed)))
        case _:
            return any_of((negation(reached), passed))


def compared(
    op: str, sides: tuple[Any, Any], where: Any, reads: tuple[str, ...], *, sure: bool
) -> Form:
    """Return the form of a comparison of which more than one fact is missing.

    A comparison and its contrary have the same form, with "not" around one of them. Equal sides
    are the same slot.
    """
    left, right = sides
    if op in ("=", "!="):
        form = ("either", ("=", frozenset(sides), where), reads, sure)
        return form if op == "=" else negation(form)
    if op in (">", ">="):
        op, left, right = ("<" if op == ">" else "<="), right, left
    if op == "<=":
        return ("either", ("<=", left, right, where), reads, sure)
    return negation(("either", ("<=", right, left, where), reads, sure))


def decided_truth(
    for_: Iterable[Form], against: Iterable[Form], otherwise: Any, either: Form
) -> Form:
    """Return whether a decision is true that some rules give as true and others as false.

    Where rules of both sorts give theirs, it is a contradiction, of which `either` stands.
    """
    yes, no = any_of(for_), any_of(against)
    alone = negation(no) if otherwise is True else all_of((yes, negation(no)))
    return any_of((alone, all_of((yes, no, either))))


def paths_in(forms: Iterable[Form], parts: Mapping[int, Form]) -> set[str]:
    """Return the paths of the truths and choices in forms."""
    paths, waiting, seen = set[str](), list(forms), set[int]()
    while waiting:
        form = waiting.pop()
        if form is True or form is False:
            continue
        match form[0]:
            case "values":
                paths.add(form[1])
            case "part" if form[1] not in seen:
                seen.add(form[1])
                waiting.append(parts[form[1]])
            case "not":
                waiting.append(form[1])
            case "all" | "any" | "at_least":
                waiting += form[-1]
    return paths
