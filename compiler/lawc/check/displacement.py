"""Displacement and definition run one way: no provision displaces itself in the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.walk import children
from lawc.lower.citations import elements
from lawc.lower.context import Context
from lawc.lower.eids import at_or_below, eid_of
from lawc.source import Span
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree
from lawc.vocabulary.model import Vocabulary


def check_displacement(
    act: Act, declared: Declared, vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """Yield cycles of displacement and of definition, and words that nothing stands behind.

    Those are concepts without a definition, and reminders ("subject to") that the provision
    cited does not keep.
    """
    law = declared.law
    yield from _undefined(act, declared, vocabulary)
    yield from _cycle(act, law, _rule_uses(declared), Code.DISPLACEMENT_CYCLE)
    names: dict[str, set[str]] = {}
    for one in law.definitions:
        names.setdefault(f"concept:{one.key}", set()).update(_uses(declared, one.condition))
    for each in law.quantities:
        names.setdefault(f"quantity:{each.key}", set()).update(_uses(declared, each.value))
    yield from _cycle(act, law, names, Code.DEFINITION_CYCLE)
    yield from _reminders(act, law)


def _undefined(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    law = declared.law
    defined = {one.key for one in law.definitions} | {one.key for one in law.quantities}
    spans: dict[str, Span] = {}
    roots = [
        *((rule.condition, rule.span) for rule in law.rules),
        *((g.value, rule.span) for rule in law.rules for g in rule.gives),
        *((one.condition, one.span) for one in law.definitions if "#" not in one.eid),
        *((one.value, one.span) for one in law.quantities),
    ]
    for root, span in roots:
        if not _terms(declared, root) <= defined:
            for key, at in _named(root, span):
                if key not in defined:
                    spans.setdefault(key, at)
    for key, span in spans.items():
        yield Diagnostic(
            Code.UNDEFINED_CONCEPT,
            f"`{wording(act, vocabulary, key)}` is used, and no provision says what it means",
            Label(act.source, span),
            help="define it in this act, or share the terms of the act that defines it",
        )


def _terms(declared: Declared, expr: ir.Expr) -> set[str]:
    """Return the keys of the concepts and quantities that `expr` names."""
    named = declared.named(expr)
    return {one.key for one in named if isinstance(one, _TERMS)}


_TERMS = (ir.Concept, ir.Quantity)


def _named(expr: ir.Expr, span: Span) -> Iterator[tuple[str, Span]]:
    match expr:
        case ir.Concept(key) | ir.Quantity(key):
            yield key, span
        case ir.Stated(_, part):
            yield from _named(part, expr.span if expr.span != (0, 0) else span)
        case _:
            for part in children(expr):
                yield from _named(part, span)


def _rule_uses(declared: Declared) -> dict[str, set[str]]:
    """Return, for each rule, the rules whose application it depends on."""
    rules = declared.law.rules
    numbers = {id(rule): f"rule:{number}" for number, rule in enumerate(rules)}
    found: dict[str, set[str]] = {name: set() for name in numbers.values()}
    for rule in rules:
        name = numbers[id(rule)]
        for target in rule.displaces:
            for one in declared.below(target):
                found[numbers[id(one)]].add(name)
        for expr in (rule.condition, *(g.when for g in rule.gives if g.when is not None)):
            for part in declared.named(expr):
                for eid in part.eids if isinstance(part, ir.Applies) else ():
                    found[name].update(numbers[id(one)] for one in declared.below(eid))
    return found


def _uses(declared: Declared, expr: ir.Expr) -> set[str]:
    found: set[str] = set()
    for one in declared.named(expr):
        match one:
            case ir.Concept(key):
                found.add(f"concept:{key}")
            case ir.Quantity(key):
                found.add(f"quantity:{key}")
            case _:
                pass
    return found


def _cycle(
    act: Act, law: ir.Law, edges: Mapping[str, set[str]], code: Code
) -> Iterator[Diagnostic]:
    done: set[str] = set()
    for start in edges:
        path: list[tuple[str, Iterator[str]]] = []
        on_path: list[str] = []
        if start not in done:
            path.append((start, iter(sorted(edges[start]))))
            on_path.append(start)
        while path:
            node, rest = path[-1]
            following = next((one for one in rest if one in edges and one not in done), None)
            if following is None:
                done.add(node)
                path.pop()
                on_path.pop()
            elif following in on_path:
                yield _cyclic(act, law, on_path[on_path.index(following) :], code)
                return
            else:
                path.append((following, iter(sorted(edges[following]))))
                on_path.append(following)


def _cyclic(act: Act, law: ir.Law, cycle: list[str], code: Code) -> Diagnostic:
    spans: list[Span] = []
    said: list[str] = []
    citations = {element.eid: element.citation for element in law.elements}
    for name in cycle:
        kind, _, key = name.partition(":")
        if kind == "rule":
            rule = law.rules[int(key)]
            spans.append(rule.span)
            said.append(citations[rule.eid])
        else:
            defined: tuple[ir.Definition | ir.QuantityDefinition, ...]
            defined = (*law.definitions, *law.quantities)
            one = next(each for each in defined if each.key == key)
            spans.append(one.span)
            said.append(citations[one.eid])
    loop = " -> ".join([*said, said[0]])
    match code, len(cycle):
        case Code.DISPLACEMENT_CYCLE, 1:
            what = "this provision displaces itself"
        case Code.DISPLACEMENT_CYCLE, _:
            what = f"these provisions displace each other in a circle: {loop}"
        case _, 1:
            what = "this definition rests on itself"
        case _:
            what = f"these definitions rest on each other in a circle: {loop}"
    return Diagnostic(
        code,
        what,
        Label(act.source, spans[0]),
        tuple(Label(act.source, span, "part of the circle") for span in spans[1:]),
        "take one of them out of the circle" if cycle[1:] else "say it without itself",
    )


def _reminders(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    for passage in act.elements:
        for sentence in passage.sentences:
            reminder = sentence.find("subject_to")
            if reminder is not None:
                yield from _reminder(act, law, passage, reminder)


def _reminder(act: Act, law: ir.Law, passage: Passage, node: Tree) -> Iterator[Diagnostic]:
    ctx = Context(act, law.act, Vocabulary(), {})
    cited = [eid_of(one) for one in elements(ctx, node.children[0], passage)]
    own = eid_of(passage)
    keeps = any(
        any(at_or_below(rule.eid, eid) for eid in cited)
        and any(at_or_below(own, eid) or at_or_below(eid, own) for eid in rule.displaces)
        for rule in law.rules
    )
    if not keeps:
        named = act.text(node.children[0].span)
        displaced = _displaced_by(law, cited)
        aims = f"`{named}` displaces {displaced or 'nothing'}"
        yield Diagnostic(
            Code.NOT_DISPLACED,
            f"`{act.text(node.span).rstrip(',')}` says that this provision gives way, and "
            f"`{named}` does not displace it",
            Label(act.source, node.span),
            help=f"{aims}: let it displace this provision too, or delete the reminder",
            where=passage.where,
        )


def _displaced_by(law: ir.Law, cited: list[str]) -> str:
    """Return the citations of what the provisions cited displace."""
    citations = {element.eid: element.citation for element in law.elements}
    eids = dict.fromkeys(
        eid
        for rule in law.rules
        if any(at_or_below(rule.eid, one) for one in cited)
        for eid in rule.displaces
    )
    return ", ".join(f"`{citations.get(eid, eid)}`" for eid in eids)
