"""Lowering an act: its passages become a `Law`, or problems that say why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.ir.walk import every_part, rebuilt
from lawc.lower.bans import carried, lower_bans
from lawc.lower.citations import cited
from lawc.lower.context import Context
from lawc.lower.displacing import check_separately, lower_displacing
from lawc.lower.eids import at_or_below, citation_of, eid_of
from lawc.lower.meanings import Meaning, meaning
from lawc.lower.provisions import Lowered, entry_day, lower_effects
from lawc.lower.trial import with_cases
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree
from lawc.vocabulary.model import Vocabulary

_MARKS = {
    "OFFICIAL": ir.Mark.OFFICIAL,
    "REPORTED": ir.Mark.REPORTED,
    "ASSUMED": ir.Mark.ASSUMED,
}
_NAMING = ("NOUN", "DAY_NAME", "CURRENCY")


def lower(
    act: Act, key: str, vocabulary: Vocabulary, others: Mapping[str, ir.Law]
) -> tuple[ir.Law, tuple[Diagnostic, ...]]:
    """Return the law that `act` says, and every problem found on the way.

    Args:
        act: the act as read.
        key: where it stands, such as `example/family-allowance`.
        vocabulary: what its words mean.
        others: laws of other acts by key, for the terms that this one shares.
    """
    ctx = Context(act, key, vocabulary, others)
    ctx = replace(ctx, entry=entry_day(ctx, act.elements))
    into = Lowered()
    sentences = [(passage, one) for passage in act.elements for one in passage.sentences]
    sentences = [(p, s) for p, s in sentences if s.name == "sentence"]
    for passage, sentence in sentences:
        lower_effects(ctx, into, passage, sentence)
    lower_displacing(ctx, into, sentences)
    lower_bans(ctx, into, sentences)
    for passage, sentence in sentences:
        body = sentence.children[-1]
        if body.name == "applies_separately":
            check_separately(ctx, into, passage, body)
    shared = _shared(ctx, into)
    shared_keys = {one.key for other in shared for one in other.definitions}
    for one in into.definitions:
        if one.key in shared_keys:
            ctx.problem(
                Code.DEFINED_TWICE,
                "this term is defined here, and shared with the act that defines it already",
                one.span,
                help_="keep the one meaning or the other",
            )
    order = {eid_of(passage): place for place, passage in enumerate(act.elements)}
    rules = tuple(sorted(into.rules, key=lambda rule: order[rule.eid]))
    law_day = _law_day(ctx, into, rules)
    law = ir.Law(
        act=key,
        package=key.replace("/", "_").replace("-", "_"),
        title=_title(act),
        language=act.language,
        kinds=vocabulary.kinds,
        facts=_facts(vocabulary, act.language),
        clauses=vocabulary.clauses,
        parameters=_parameters(ctx, into),
        elements=(*_elements(act), *(e for law in shared for e in law.elements)),
        definitions=(*into.definitions, *(d for law in shared for d in law.definitions)),
        quantities=tuple(into.quantities),
        decisions=_decisions(vocabulary, into, rules),
        rules=rules,
        law_day=law_day,
        month_end_up=vocabulary.month_end_up,
        plausible=tuple(_plausible(vocabulary)),
        names=tuple(_names(vocabulary, act.language)),
        units=tuple(_units(vocabulary, act.language)),
        bans=tuple(dict.fromkeys((*into.bans, *(one for law in shared for one in law.bans)))),
    )
    law = _without_idle_days(law, vocabulary)
    return with_cases(law), tuple(dict.fromkeys(ctx.problems))


def _title(act: Act) -> str:
    return act.front.heading or act.source.name


def _facts(vocabulary: Vocabulary, language: str) -> tuple[ir.FactDeclaration, ...]:
    def said(one: ir.FactDeclaration) -> ir.FactDeclaration:
        key = f"{one.kind}.{one.key}", language
        supposed = vocabulary.supposed.get(key, ())
        becoming = one.becoming and replace(one.becoming, supposed=supposed)
        return replace(one, question=vocabulary.questions.get(key, ""), becoming=becoming)

    return tuple(map(said, vocabulary.facts.values()))


def _names(vocabulary: Vocabulary, language: str) -> Iterator[ir.Name]:
    """Yield the words for what has a key: of several, the first."""
    named = set()
    for entry in vocabulary.entries.get(language, ()):
        if entry.terminal in _NAMING and entry.key not in named:
            named.add(entry.key)
            kind, _, key = entry.key.rpartition(":")[2].rpartition(".")
            yield ir.Name(kind, key, entry.written)


def _units(vocabulary: Vocabulary, language: str) -> Iterator[ir.Unit]:
    """Yield the words for parts of currencies: of several for one, the first."""
    named = set()
    for entry in vocabulary.entries.get(language, ()):
        if entry.terminal == "UNIT" and entry.key not in named:
            named.add(entry.key)
            yield ir.Unit(vocabulary.units[entry.key], entry.written)


def _plausible(vocabulary: Vocabulary) -> Iterator[ir.Plausible]:
    for one in vocabulary.plausible:
        # What is wrong with it is told of the vocabulary, once: see `lawc.check.meanings`.
        of = Meaning(vocabulary, one.kind, {}, one.origin, [])
        yield ir.Plausible(one.kind, meaning(of, one.meaning))


def _elements(act: Act) -> tuple[ir.Element, ...]:
    front = replace(act.front, path=()) if act.front.notes else None
    noted = (
        ()
        if front is None
        else (replace(_element(front), eid="front", heading="", inert=True),)
    )
    return (*noted, *map(_element, act.elements))


def _element(passage: Passage) -> ir.Element:
    mark = passage.mark
    source = ir.SourceMark(_MARKS[mark.number], mark.remark) if mark else None
    eid = eid_of(passage)
    parent = eid.rpartition("__")[0] or None
    decides = passage.sentences or passage.items
    return ir.Element(
        eid,
        citation_of(passage),
        passage.labels[-1] if passage.labels else "",
        passage.heading,
        passage.text,
        parent,
        source,
        inert=not decides,
        table=passage.table,
        span=passage.span,
    )


def _parameters(ctx: Context, into: Lowered) -> tuple[ir.ParameterDeclaration, ...]:
    vocabulary = ctx.vocabulary
    found = []
    for key in vocabulary.parameters:
        value, eid = into.days.get(key, (None, None))
        question = vocabulary.questions.get((key, ctx.act.language), "")
        found.append(ir.ParameterDeclaration(key, value, eid, question))
    return tuple(found)


def _without_idle_days(law: ir.Law, vocabulary: Vocabulary) -> ir.Law:
    """Return a law that does not ask for a day by which versions are chosen if it has none."""
    idle = {key for key, one in vocabulary.parameters.items() if one.chooses_versions}
    idle -= {law.law_day, *(one.key for one in law.parameters if one.value is not None)}
    if not idle:
        return law
    idle -= {one.key for one in every_part(law) if isinstance(one, ir.Parameter)}
    kept = tuple(one for one in law.parameters if one.key not in idle)
    without = tuple(one.key for one in law.parameters if one.key in idle)
    return replace(law, parameters=kept, idle_days=without)


def _decisions(
    vocabulary: Vocabulary, into: Lowered, rules: tuple[ir.Rule, ...]
) -> tuple[ir.Decision, ...]:
    made = {gives.decision for rule in rules for gives in rule.gives}
    found = []
    for key, one in vocabulary.decisions.items():
        if key in made:
            combine, eid = into.combines.get(key, (one.decision.combine, ""))
            found.append(replace(one.decision, combine=combine, combined_in=eid))
    return tuple(found)


def _law_day(ctx: Context, into: Lowered, rules: tuple[ir.Rule, ...]) -> str | None:
    versions: list[ir.Definition | ir.QuantityDefinition | ir.Rule] = [
        *into.definitions,
        *into.quantities,
        *rules,
    ]
    dated = [one for one in versions if one.force != ir.ALWAYS]
    if not dated:
        return None
    choosing = [key for key, one in ctx.vocabulary.parameters.items() if one.chooses_versions]
    if not choosing:
        ctx.problem(
            Code.UNKNOWN_NAME,
            "this provision has a period in force, and the vocabulary names no day by which "
            "versions are chosen",
            dated[0].span,
            help_="declare a parameter that `chooses versions` in the vocabulary",
        )
        return None
    return choosing[0]


def _shared(ctx: Context, into: Lowered) -> tuple[ir.Law, ...]:
    """Return the parts of other acts whose terms this act shares."""
    found: list[ir.Law] = []
    for where, citation in into.shared:
        named = citation.find("of_other_act")
        act = named.children[0].key if named else ""
        law = next((one for key, one in ctx.others.items() if key.endswith("/" + act)), None)
        if law is None:
            ctx.problem(
                Code.UNKNOWN_REFERENCE,
                f"`{ctx.act.text(citation.span)}` cites an act that is not among the statutes",
                citation.span,
                where,
                help_=f"put the act into a folder `{act}` beside this one" if act else None,
            )
            continue
        name = ctx.act.text(named.children[0].span) if named else ""
        found.append(_cited_part(ctx, law, name, citation))
    return tuple(found)


def _cited_part(ctx: Context, law: ir.Law, name: str, citation: Tree) -> ir.Law:
    """Return the definitions of another act at or below the elements cited, renamed."""
    eids: set[str] = set()
    known = {element.eid for element in law.elements}
    for one in cited(ctx, citation, ctx.act.passages[0]):
        levels = (*one.within, (one.level, one.first))
        eid = "__".join(f"{_EID[level]}_{number}" for level, number in levels)
        if eid not in known:
            message = (
                f"`{ctx.act.text(one.node.span)}` leads nowhere: {name} has no such element"
            )
            ctx.problem(Code.UNKNOWN_REFERENCE, message, one.node.span)
        eids.add(eid)
    prefix = f"{law.act}#"

    def within(eid: str) -> bool:
        return any(at_or_below(eid, one) for one in eids)

    def renamed(expr: ir.Expr) -> ir.Expr:
        return _with_prefix(expr, prefix)

    return replace(
        law,
        bans=tuple(carried(law, name)),
        elements=tuple(
            replace(
                one,
                eid=prefix + one.eid,
                citation=f"{name}, {one.citation}",
                parent=prefix + one.parent if one.parent and within(one.parent) else None,
            )
            for one in law.elements
            if within(one.eid)
        ),
        definitions=tuple(
            replace(one, eid=prefix + one.eid, condition=renamed(one.condition))
            for one in law.definitions
            if within(one.eid)
        ),
    )


_EID = {
    "article": "art",
    "paragraph": "para",
    "part": "para",
    "point": "point",
    "subpoint": "subpoint",
}


def _with_prefix(expr: ir.Expr, prefix: str) -> ir.Expr:
    match expr:
        case ir.Stated(_, part, eid):
            named = None if eid is None else prefix + eid
            return replace(expr, part=_with_prefix(part, prefix), eid=named)
        case _:
            return rebuilt(expr, lambda part: _with_prefix(part, prefix))
