"""Amounts that sentences give: one amount, or one of several by case.

An amount that depends on a condition is decided by rules, also where the vocabulary declares it
as a quantity: each case is a rule of its own, so it is cited, displaced and checked as rules
are. `in any other case` holds where no case before it does. Two cases that hold together with
different amounts contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.lower.amounts import amount
from lawc.lower.conditions import class_condition, condition, joined, tail
from lawc.lower.context import Context, Place
from lawc.lower.days import day
from lawc.lower.eids import eid_of
from lawc.lower.lowered import Lowered
from lawc.lower.rounding import Measured
from lawc.lower.tables import table
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import DecisionDeclared, Vocabulary

AMOUNTS = (
    "amounts", "amounts_by_row", "amounts_by_part", "amounts_listed", "amounts_otherwise",
    "amount_by_case", "amounts_by_table",
)  # fmt: skip
CASE = "amount_of_case"
_CASES = ("amounts_listed", "amounts_otherwise", "amount_by_case", "extent_by_case")
_GIVING = (*AMOUNTS, "extent_by_case")
_WHOM = ("whom", "case_first", "in_the_case")
_CONDITIONS = ("if_part", "unless_part", "whom", "otherwise", "case_first")


class _Case(NamedTuple):
    """A case of an amount: where it stands, its words, and its own condition, if any."""

    passage: Passage
    node: Tree
    condition: ir.Expr | None
    otherwise: bool


def noun_of(body: Tree) -> Phrase:
    """Return the noun whose amount a sentence gives."""
    noun = next(child for child in body.children if isinstance(child, Phrase))
    assert isinstance(noun, Phrase)
    return noun


# --- which amounts are decided --------------------------------------------------------------


def with_decided(act: Act, vocabulary: Vocabulary) -> Vocabulary:
    """Return the vocabulary with the quantities as decisions that an act gives by case."""
    giving = [
        (noun_of(sentence.children[-1]).key.rpartition(".")[2], sentence)
        for passage in act.elements
        for sentence in passage.sentences
        if sentence.name == "sentence" and sentence.children[-1].name in _GIVING
    ]
    numbers = Counter(key for key, _ in giving)
    keys = {key for key, sentence in giving if _depends(sentence, several=numbers[key] > 1)}
    by_case = {key: quantity for key, quantity in vocabulary.quantities.items() if key in keys}
    if not by_case:
        return vocabulary
    quantities = {k: q for k, q in vocabulary.quantities.items() if k not in by_case}
    decided = {
        key: DecisionDeclared(
            ir.Decision(key, one.kind, one.type, None, ir.Combine.ONE, ()), None, one.origin
        )
        for key, one in by_case.items()
    }
    decisions = {**vocabulary.decisions, **decided}
    return replace(vocabulary, quantities=quantities, decisions=decisions)


def _depends(sentence: Tree, *, several: bool) -> bool:
    """Return whether the amount that a sentence gives depends on a condition.

    Of `several` sentences one may hold notwithstanding another.
    """
    _, yields, body = sentence.children
    named = (child.name for child in body.children if isinstance(child, Tree))
    yielding = several and yields is not None and yields.name == "notwithstanding"
    return yielding or body.name in _CASES or any(name in _CONDITIONS for name in named)


def is_decided(ctx: Context, noun: Phrase) -> bool:
    """Return whether a noun is a decision, or a quantity that the act gives by case."""
    declared, _, key = noun.key.partition(":")
    by_case = declared == "quantity" and key.rpartition(".")[2] in ctx.vocabulary.decisions
    return declared == "decision" or by_case


# --- sentences ------------------------------------------------------------------------------


def measuring_rules(
    ctx: Context, into: Lowered, passage: Passage, body: Tree, force: ir.Force
) -> list[ir.Rule]:
    """Return the rules of a sentence that gives an amount; a quantity has none."""
    noun = noun_of(body)
    declared, _, key = noun.key.partition(":")
    kind, _, name = key.partition(".")
    place = Place(ctx, kind, passage)
    if declared == "fact":
        ctx.undefinable(noun, passage.where)
        return []
    if is_decided(ctx, noun):
        type_ = ctx.vocabulary.decisions[name].decision.type
        return list(_case_rules(into, place, body, name, type_))
    type_ = ctx.vocabulary.quantities[name].type
    value = _value(place, body, type_)
    into.measured.append(Measured(place, type_, value, noun, body.span, False))
    text = ctx.act.text(body.span)
    into.quantities.append(
        ir.QuantityDefinition(
            name, kind, type_, value, eid_of(passage), text, force, passage.place
        )
    )
    return []


def _value(place: Place, node: Tree, type_: Type) -> ir.Expr:
    """Return what a sentence or a case says that an amount or a day is; zero needs no unit."""
    value = _value_as_written(place, node)
    if isinstance(type_, Money) and value == ir.Literal(0, Basic.COUNT):
        return ir.Literal(0, type_)
    return value


def _value_as_written(place: Place, node: Tree) -> ir.Expr:
    match node.name:
        case "sets_day":
            return day(place.ctx, node.children[1], place.kind)
        case "amounts" | "amount_of_case":
            return amount(place, node)
        case _:
            return table(place, node)


def _case_rules(
    into: Lowered, place: Place, body: Tree, key: str, type_: Type
) -> Iterator[ir.Rule]:
    """Yield a rule for each case of an amount."""
    noun, text = noun_of(body), place.ctx.act.text
    before = [whom_condition(place, child) for child in body.children if _is(child, *_WHOM)]
    cases = list(_cases(place, body))
    _check_cases(place, cases)
    earlier: list[ir.Expr] = []
    for case in cases:
        own = [] if case.condition is None else [case.condition]
        others = [ir.Not(ir.Any(tuple(earlier)))] if case.otherwise and earlier else []
        if case.condition is not None:
            earlier.append(case.condition)
        at = place.at(case.passage)
        value = _value(at, case.node, type_)
        decided = noun.key.startswith("decision:")
        into.measured.append(Measured(at, type_, value, noun, case.node.span, decided))
        said = case.passage.text if case.passage is not place.passage else text(body.span)
        parts = joined([ir.All(()), *before, *own, *others])
        whole = ir.Stated(said, parts, None, case.node.span)
        gives = (ir.Gives(key, value, None),)
        span = case.passage.place if case.passage is place.passage else case.passage.span
        yield ir.Rule(eid_of(case.passage), place.kind, whole, gives, (), said, span=span)


def _cases(place: Place, body: Tree) -> Iterator[_Case]:
    """Yield the cases of a sentence: its items, those that it lists, or itself."""
    match body.name:
        case "amounts_listed":
            for point in place.passage.list_items:
                for node in point.sentences:
                    yield _case(place.at(point), node)
        case "amounts_otherwise":
            first = tuple(c for c in body.children if isinstance(c, Tree) and c.name != CASE)
            for node in (Tree(CASE, first, first[0].span), *body.all(CASE)):
                yield _case(place, node)
        case "amount_by_case":
            for item in body.all("amount_case"):
                label, value, when = item.children
                at = place.at(place.ctx.item(label.span))
                node = Tree(CASE, (value, when), item.span)
                yield _case(at, node)
        case _:
            conditions = tail(place, body.children)
            condition = joined(conditions) if conditions else None
            yield _Case(place.passage, body, condition, False)


def _case(place: Place, node: Tree) -> _Case:
    conditions = [whom_condition(place, child) for child in node.children if _is(child, *_WHOM)]
    conditions += tail(place, node.children)
    otherwise = any(_is(child, "otherwise", "other_case") for child in node.children)
    return _Case(place.passage, node, joined(conditions) if conditions else None, otherwise)


def whom_condition(place: Place, node: object) -> ir.Expr:
    """Return the condition that says of whom an amount is."""
    assert isinstance(node, Tree)
    (cls,) = node.children
    if cls.name in ("class", "one_of_classes"):
        return class_condition(place, cls)
    return condition(place, cls)


def _is(node: object, *names: str) -> bool:
    return isinstance(node, Tree) and node.name in names


def _check_cases(place: Place, cases: list[_Case]) -> None:
    """Report a case that holds always beside others, and one that nothing is left for."""
    act = place.ctx.act
    for number, case in enumerate(cases):
        always = case.condition is None and not case.otherwise
        if always and len(cases) > 1:
            place.ctx.problem(
                Code.TWO_READINGS,
                f"`{_begun(act.text(case.node.span))}` has no condition: it can be meant for "
                "all other cases, or for every case beside the others",
                case.node.span,
                case.passage.where,
                help_="say when it holds; what holds in any other case says so, as the last",
            )
        elif case.otherwise and case.condition is None and number + 1 < len(cases):
            place.ctx.problem(
                Code.DECIDES_NOTHING,
                "this holds in any other case, so no case after it is left",
                case.node.span,
                case.passage.where,
                help_="put it last",
            )


def _begun(text: str) -> str:
    return text.rstrip(" ;.")
