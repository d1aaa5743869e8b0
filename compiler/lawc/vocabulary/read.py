"""Reading vocabulary files by declarations, so that an error in one hides no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree, depth
from lawc.syntax.phrases import Slot
from lawc.vocabulary.assumptions import assumption_problems
from lawc.vocabulary.facts import fact
from lawc.vocabulary.instruments import instrument, value_problem
from lawc.vocabulary.keys import KEYED, KindName, find_decision, keys_of
from lawc.vocabulary.model import (
    Concept,
    DecisionDeclared,
    Effect,
    Giving,
    Origin,
    Parameter,
    Plausible,
    Quantity,
    RoundingDeclared,
    Sense,
    Vocabulary,
)
from lawc.vocabulary.ranking import ranking
from lawc.vocabulary.shapes import Shapes, words_of
from lawc.vocabulary.spans import declare_time
from lawc.vocabulary.stops import reading_problem
from lawc.vocabulary.values import TIMED, literal, plain, text_of, type_of
from lawc.vocabulary.wordings import Wording, with_wordings

_FIRST = re.compile(r"^[^\s#]", re.MULTILINE)  # of a declaration: what is indented goes on
SLOT_RULES = {
    "count": "count",
    "number": "number",
    "fraction": "fraction",
    "money": "money",
    "day": "day",
    "provisions": "citation",
}
_SENSES = {"class": "classes", "phrase": "phrases", "day": "days"}
DEEPEST = 40  # expressions inside expressions


@dataclass
class _Reading:
    """The declarations and problems read so far."""

    source: Source
    into: dict[str, Any] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    wordings: list[Wording] = field(default_factory=list)
    keys: Mapping[KindName, str] = field(default_factory=dict)
    first: dict[tuple[str, Any], Label] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)  # kinds that have a problem already
    lost: bool = False  # a kind was not understood, and its name is not known

    def problem(
        self,
        code: Code,
        message: str,
        span: Span,
        help_: str | None = None,
        *related: Label,
    ) -> None:
        label = Label(self.source, span)
        self.problems.append(Diagnostic(code, message, label, related, help_))

    def key(self, declared: str, kind: str, name: str) -> str:
        """Return the key of a declaration of a kind: see `lawc.vocabulary.keys`."""
        return self.keys[kind, name] if declared in KEYED else name

    def put(self, part: str, key: Any, declared: Any, span: Span) -> None:
        names = self.into.setdefault(part, {})
        if key in names:
            name = ".".join(key) if isinstance(key, tuple) else key
            self.problem(
                Code.DECLARED_TWICE,
                f"`{name}` is declared a second time",
                span,
                "keep one of the two, or give this one another name",
                self.first[part, key],
            )
        else:
            names[key] = declared
            self.first[part, key] = Label(self.source, span, "first declared here")


def read_vocabulary(sources: tuple[Source, ...]) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    """Return the vocabulary that the files declare together, and every problem."""
    reading = _Reading(sources[0] if sources else Source("", ""))
    kinds: list[ir.Kind] = []
    trees: list[tuple[Source, Tree]] = []
    for source in sources:
        reading.source = source
        trees += [(source, tree) for tree in _declarations(source, reading)]
    # Declarations that others name come first: kinds, facts, decisions, then the rest.
    order = {"kind": 0, "fact": 1, "concept": 2, "quantity": 2, "decision": 3}
    reading.keys = keys_of(tree for _, tree in trees)
    for source, tree in sorted(trees, key=lambda pair: order.get(pair[1].name, 4)):
        reading.source = source
        _declare(tree, reading, kinds)
    vocabulary = Vocabulary(kinds=tuple(kinds), **reading.into)
    worded, problems = with_wordings(vocabulary, reading.wordings)
    return worded, (*reading.problems, *problems)


def _declarations(source: Source, reading: _Reading) -> Iterator[Tree]:
    shapes = Shapes()
    for block in _blocks(source.text):
        row = words_of(source.text, block)
        if not row:
            continue
        trees = shapes.readings(row)
        if len(trees) == 1 and (len(row) <= DEEPEST or depth(trees[0]) <= DEEPEST):
            yield trees[0]
            continue
        if trees:
            message = "this declaration has too much inside itself"
            if len(trees) > 1:
                message = "this declaration can be read in two ways"
            span = Span(row[0].start, row[0].end)
            help_ = "declare a part of it by itself"
            reading.problem(Code.DECLARATION_NOT_UNDERSTOOD, message, span, help_)
            continue
        reading.lost = reading.lost or row[0].folded == "kind"
        reading.problem(Code.DECLARATION_NOT_UNDERSTOOD, *reading_problem(source.text, row))


def _blocks(text: str) -> Iterator[Span]:
    starts = [match.start() for match in _FIRST.finditer(text)]
    yield from (Span(*block) for block in pairwise([*starts, len(text)]))


def _declare(tree: Tree, reading: _Reading, kinds: list[ir.Kind]) -> None:
    origin = Origin(reading.source, tree.span)
    at = Span(tree.span.start, tree.span.start)
    parts = [part for part in tree.children if not _is(part, "wording")]
    slots: dict[str, Slot] = {}
    key = ""
    match tree.name:
        case "kind":
            key = text_of(parts[0])
            _declare_kind(parts, reading, at, kinds)
        case "assume":
            _assume(parts, reading, tree.span)
        case "plausible":
            _declare_plausible(parts, reading, origin, kinds)
        case "parameter":
            key = text_of(parts[0])
            chooses = tree.find("versions") is not None
            reading.put("parameters", key, Parameter(key, chooses, origin), at)
        case "instrument":
            key = text_of(parts[0])
            decisions = reading.into.get("decisions", {})
            declared, problems = instrument(tree, key, decisions, origin)
            reading.problems += problems
            reading.put("instruments", key, declared, at)
        case "span" | "length" | "month_end":
            key = declare_time(tree, parts, reading, kinds)
        case "act" | "money":
            key = text_of(parts[0])
            reading.put("acts" if tree.name == "act" else "currencies", key, origin, at)
        case "unit":
            key = text_of(parts[0])
            reading.put("units", key, _size(parts[1], reading, at), at)
        case "rounding":
            _declare_rounding(parts, reading, origin)
        case _:
            kind, name = text_of(parts[0]), text_of(parts[1])
            key = f"{kind}.{name}"
            if not _is_kind(kind, reading, at, kinds):
                return
            key = f"{kind}.{reading.key(tree.name, kind, name)}"
            if not _declare_of_kind(tree, parts, (kind, name), reading, origin, kinds, slots):
                return
    for wording in tree.all("wording"):
        reading.wordings.append(Wording(tree, wording, key, slots, reading.source))


def _size(written: Any, reading: _Reading, at: Span) -> Fraction:
    """Return the size of a unit."""
    size = Fraction(text_of(written))
    if size <= 0:
        reading.problem(Code.WRONG_TYPE, "nothing can be rounded to a unit of zero", at)
    return size or Fraction(1)


def _declare_rounding(parts: list[Any], reading: _Reading, origin: Origin) -> None:
    currency, way, source = parts
    at = Span(origin.span.start, origin.span.start)
    unit = _size(way.children[0], reading, at)
    name = text_of(currency)
    declared = RoundingDeclared(name, ir.Rounding(way.name), unit, text_of(source), origin)
    reading.put("roundings", name, declared, at)


def _assume(parts: list[Any], reading: _Reading, span: Span) -> None:
    if reading.lost or text_of(parts[0]) in reading.unknown:
        return  # of things that are not known
    clause = ir.Clause(text_of(parts[0]), tuple(map(literal, parts[1:])))
    facts = reading.into.get("facts", {})
    reading.problems += assumption_problems(clause, facts, reading.source, span)
    reading.into["clauses"] = (*reading.into.get("clauses", ()), clause)


def _declare_kind(parts: list[Any], reading: _Reading, at: Span, kinds: list[ir.Kind]) -> None:
    key = text_of(parts[0])
    parent, name = (text_of(part) if part else None for part in parts[1:])
    known = [kind.key for kind in kinds]
    if key in known:
        reading.problem(Code.DECLARED_TWICE, f"`{key}` is declared a second time", at)
    elif parent is not None and not _is_kind(parent, reading, at, kinds):
        reading.unknown.add(key)
    elif parent is None and kinds:
        message = f"`{key}` is a second first kind beside `{kinds[0].key}`"
        reading.problem(Code.DECLARED_TWICE, message, at)
    else:
        kinds.append(ir.Kind(key, parent, name))


def _is_kind(key: str, reading: _Reading, at: Span, kinds: list[ir.Kind]) -> bool:
    """Return whether a kind is declared; report it if it is not."""
    known = [kind.key for kind in kinds]
    if key not in known and key not in reading.unknown and not reading.lost:
        message = f"no kind is called `{key}`"
        reading.problem(Code.UNKNOWN_NAME, message, at, _choices_help(known))
        reading.unknown.add(key)
    return key in known


def _choices_help(names: Iterable[str]) -> str | None:
    listed = ", ".join(f"`{name}`" for name in dict.fromkeys(names))
    return f"use one of {listed}" if listed else None


def _declare_plausible(
    parts: list[Any], reading: _Reading, origin: Origin, kinds: list[ir.Kind]
) -> None:
    kind = text_of(parts[0])
    if not _is_kind(kind, reading, Span(origin.span.start, origin.span.start), kinds):
        return
    line = Plausible(kind, parts[1], origin)
    reading.into["plausible"] = (*reading.into.get("plausible", ()), line)


def _declare_of_kind(
    tree: Tree,
    parts: list[Any],
    names: tuple[str, str],
    reading: _Reading,
    origin: Origin,
    kinds: list[ir.Kind],
    slots: dict[str, Slot],
) -> bool:
    """Declare something of a kind; return False if its slots have problems."""
    kind, name = names
    before = len(reading.problems)
    key = f"{kind}.{name}"
    at = Span(tree.span.start, tree.span.start)
    if tree.name in ("class", "phrase", "day", "effect"):
        for slot in _slots(parts[2], kind, reading, kinds):
            slots[slot.name] = slot
    if len(reading.problems) > before:
        return False
    if tree.name in ("fact", "quantity") and parts[2].name in TIMED:
        own_key = f"{kind}.{reading.key(tree.name, kind, name)}"
        reading.into.setdefault("durations", {})[own_key] = TIMED[parts[2].name]
    match tree.name:
        case "fact":
            type_ = _type(parts[2], key, reading)
            declared, wrong = fact(names, type_, parts[3:], reading.source)
            reading.problems.extend(wrong)
            reading.put("facts", names, declared, at)
            reading.into.setdefault("origins", {})[names] = origin
            if parts[2].name == Basic.PROVISION.value:
                acts = reading.into.get("provision_acts", ())
                reading.into["provision_acts"] = (*acts, text_of(parts[2].children[0]))
        case "class" | "phrase" | "day":
            sense = Sense(kind, tuple(slots.values()), parts[3], origin)
            reading.put(_SENSES[tree.name], key, sense, at)
        case "concept":
            own = reading.keys[names]
            reading.put("concepts", own, Concept(own, kind, origin), at)
        case "quantity":
            own = reading.keys[names]
            quantity = Quantity(own, kind, _type(parts[2], key, reading), origin)
            reading.put("quantities", own, quantity, at)
        case "decision":
            own = reading.keys[names]
            decided = _decision(
                tree, names, own, _type(parts[2], key, reading), origin, reading
            )
            reading.put("decisions", own, decided, at)
        case "effect":
            of = kind, tuple(kinds)
            gives = tuple(_giving(part, slots, reading, at, of) for part in tree.all("gives"))
            reading.put("effects", key, Effect(kind, tuple(slots.values()), gives, origin), at)
    return True


def _type(tree: Tree, key: str, reading: _Reading) -> Type:
    """Return the type of a declaration; report a value of a choice that is there twice."""
    values = tree.children if tree.name == "one_of" else ()
    for place, value in enumerate(values):
        if text_of(value) in map(text_of, values[:place]):
            message = f"`{text_of(value)}` is a value of this choice already"
            reading.problem(Code.DECLARED_TWICE, message, value.span, "take one of the two out")
    return type_of(tree, key)


def _decision(
    tree: Tree, names: KindName, key: str, type_: Type, origin: Origin, reading: _Reading
) -> DecisionDeclared:
    otherwise, excluded = tree.find("otherwise"), tree.find("excluded")
    kind, name = names
    decision = ir.Decision(
        key,
        kind,
        type_,
        plain(otherwise.children[0], type_) if otherwise else None,
        ir.Combine.ONE,
        (),
        ranking(tree, type_, reading.problem),
        "" if key == name else name,
    )
    for part in (otherwise, excluded):
        wrong = part and value_problem(decision, part.children[0])
        if part and wrong:
            reading.problem(Code.UNKNOWN_NAME, wrong[0], part.span, wrong[1])
    value = plain(excluded.children[0], type_) if excluded else None
    return DecisionDeclared(decision, value, origin)


def _giving(
    tree: Tree,
    slots: dict[str, Slot],
    reading: _Reading,
    at: Span,
    of: tuple[str, tuple[ir.Kind, ...]],
) -> Giving:
    """Return a gift of an effect; report an unknown decision, or a value it cannot have."""
    name = text_of(tree.children[0])
    giving = Giving(name, tree.children[1], tree.children[2])
    kind, kinds = of
    declared = find_decision(name, kind, reading.into.get("decisions", {}), kinds)
    if declared is None:
        known = (each.decision.name for each in reading.into.get("decisions", {}).values())
        message = f"no decision is called `{name}`"
        reading.problem(Code.UNKNOWN_NAME, message, at, _choices_help(known))
        return giving
    if kind not in Vocabulary(kinds=kinds).chain(declared.decision.kind):
        message = f"`{name}` is decided of things of the kind `{declared.decision.kind}`"
        help_ = f"declare an effect of that kind: this one is of the kind `{kind}`"
        reading.problem(Code.WRONG_TYPE, message, at, help_)
    wrong = value_problem(declared.decision, giving.value, slots)
    if wrong is not None:
        reading.problem(Code.UNKNOWN_NAME, wrong[0], at, wrong[1])
    return replace(giving, decision=declared.decision.key)


def _slots(
    tree: Tree | None, kind: str, reading: _Reading, kinds: list[ir.Kind]
) -> Iterator[Slot]:
    if tree is None:
        return
    chain = Vocabulary(kinds=tuple(kinds)).chain(kind)
    facts = reading.into.get("facts", {})
    for slot in tree.children:
        name, type_ = map(text_of, slot.children)
        rule = SLOT_RULES.get(type_)
        if rule:
            yield Slot(name, rule)
            continue
        owner = next((k for k in chain if (k, type_) in facts), None)
        if owner is None or not isinstance(facts[owner, type_].type, Choice):
            message = f"`{type_}` is no type of value and no choice declared before"
            types = ", ".join(f"`{known}`" for known in SLOT_RULES)
            reading.problem(Code.UNKNOWN_NAME, message, slot.span, f"use one of {types}")
        else:
            yield Slot(name, "choice", f"{owner}.{type_}")


def _is(node: Any, name: str) -> bool:
    return isinstance(node, Tree) and node.name == name
