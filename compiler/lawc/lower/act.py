"""Acts lowered: their passages become a `Law`, or problems that say why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.ir.walk import every_part, rebuilt
from lawc.lower.bans import lower_bans, shared_bans
from lawc.lower.cases import with_decided
from lawc.lower.changing import changed
from lawc.lower.citations import targets
from lawc.lower.context import Context
from lawc.lower.deeming import deemed_rules, with_deemed
from lawc.lower.displacing import check_separately, lower_displacing
from lawc.lower.eids import at_or_below, citation_of, eid_of
from lawc.lower.excepting import excepting
from lawc.lower.lowered import Lowered
from lawc.lower.meanings import Scope, meaning
from lawc.lower.named_days import entry_of
from lawc.lower.provisions import lower_effects
from lawc.lower.rounding import rounded_rules
from lawc.lower.tables import cited_rows, row_eid
from lawc.lower.trial import with_cases
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree
from lawc.syntax.numbering import SHORT
from lawc.syntax.spoken import spoken
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
    """Return the law that `act` states, and the problems of its provisions.

    Args:
        act: the act as read.
        key: its place among the statutes, such as `example/family-allowance`.
        vocabulary: the meanings of its words.
        others: laws of other acts by key, for the terms that this act shares.
    """
    vocabulary = with_decided(act, vocabulary)
    ctx = Context(act, key, vocabulary, others)
    ctx = replace(ctx, entry=entry_of(ctx, act.elements))
    into = Lowered()
    sentences = [(p, s) for p in act.elements for s in p.sentences if s.name == "sentence"]
    for passage, sentence in sentences:
        lower_effects(ctx, into, passage, sentence)
    lower_displacing(ctx, into, sentences)
    lower_bans(ctx, into, sentences)
    for passage, sentence in sentences:
        body = sentence.children[-1]
        if body.name == "applies_separately":
            check_separately(ctx, into, passage, body)
    shared = _shared_acts(ctx, into)
    _check_shared(ctx, into, shared)
    into.rules = deemed_rules(into, excepting(into))
    order = {eid_of(passage): place for place, passage in enumerate(act.elements)}
    stated = _rounded_and_changed(ctx, into)
    for name, eid in ctx.totals.items():
        into.combines.setdefault(name, (ir.Combine.TOTAL, eid))
    rules = tuple(sorted(stated, key=lambda rule: order[rule.eid]))
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
        definitions=with_deemed(ctx, into, shared),
        quantities=tuple(into.quantities),
        decisions=_decisions(vocabulary, into, rules),
        rules=rules,
        law_day=law_day,
        month_end_up=vocabulary.month_end_up,
        plausible=tuple(_plausible(vocabulary)),
        entry=ctx.entry,
        names=tuple(_names(vocabulary, act.language)),
        units=tuple(_units(vocabulary, act.language)),
        elsewhere=tuple(ctx.elsewhere),
        bans=tuple(dict.fromkeys((*into.bans, *(ban for law in shared for ban in law.bans)))),
    )
    law = _without_idle_days(law, vocabulary)
    return with_cases(law), tuple(dict.fromkeys(ctx.problems))


def _rounded_and_changed(ctx: Context, into: Lowered) -> list[ir.Rule]:
    """Return the rules rounded, then with the values that other sentences change."""
    rules = rounded_rules(ctx.vocabulary, into.measured, into.rules)
    rules, into.quantities = changed(ctx, into.changes, rules, into.quantities)
    return rules


def _check_shared(ctx: Context, into: Lowered, shared: tuple[ir.Law, ...]) -> None:
    """Report terms that the act defines and shares with another one."""
    shared_keys = {term.key for other in shared for term in other.definitions}
    for definition in into.definitions:
        if definition.key in shared_keys:
            ctx.problem(
                Code.DEFINED_TWICE,
                "this term is defined here, and shared with the act that defines it already",
                definition.span,
                help_="keep the one meaning or the other",
            )


def _title(act: Act) -> str:
    return act.front.heading or act.source.name


def _facts(vocabulary: Vocabulary, language: str) -> tuple[ir.FactDeclaration, ...]:
    def with_words(fact: ir.FactDeclaration) -> ir.FactDeclaration:
        key = f"{fact.kind}.{fact.key}", language
        supposed = vocabulary.supposed.get(key, ())
        becoming = fact.becoming and replace(fact.becoming, supposed=supposed)
        return replace(fact, question=vocabulary.questions.get(key, ""), becoming=becoming)

    return tuple(map(with_words, vocabulary.facts.values()))


def _names(vocabulary: Vocabulary, language: str) -> Iterator[ir.Name]:
    """Yield the name of each fact, day, quantity and decision: of several, the first."""
    named = set()
    for entry in vocabulary.entries.get(language, ()):
        if entry.terminal in _NAMING and entry.key not in named:
            named.add(entry.key)
            kind, _, key = entry.key.rpartition(":")[2].rpartition(".")
            yield ir.Name(kind, key, entry.written)


def _units(vocabulary: Vocabulary, language: str) -> Iterator[ir.Unit]:
    """Yield the words for parts of currencies: of several for a part, the first."""
    named = set()
    for entry in vocabulary.entries.get(language, ()):
        if entry.terminal == "UNIT" and entry.key not in named:
            named.add(entry.key)
            yield ir.Unit(vocabulary.units[entry.key], entry.written)


def _plausible(vocabulary: Vocabulary) -> Iterator[ir.Plausible]:
    for likelihood in vocabulary.plausible:
        # Its problems are reported once, with the vocabulary: see `lawc.check.meanings`.
        scope = Scope(vocabulary, likelihood.kind, {}, likelihood.origin, [])
        yield ir.Plausible(likelihood.kind, meaning(scope, likelihood.meaning))


def _elements(act: Act) -> tuple[ir.Element, ...]:
    front = replace(act.front, path=()) if act.front.notes else None
    noted = (
        ()
        if front is None
        else (replace(_element(front), eid="front", heading="", inert=True),)
    )
    return (
        *noted,
        *(element for passage in act.elements for element in _with_rows(act, passage)),
    )


def _with_rows(act: Act, passage: Passage) -> Iterator[ir.Element]:
    """Yield an element, and the rows of its table that are cited."""
    element = _element(passage)
    yield element
    for number, row in enumerate(cited_rows(passage), start=1):
        label = spoken(act.language, "row_of_table.row_of_table", {"INTEGER": str(number)})
        yield replace(
            element,
            eid=row_eid(passage, number),
            citation=f"{element.citation} {label}",
            label=label,
            heading="",
            text=act.text(row.span),
            parent=element.eid,
            table=(),
            span=row.span,
        )


def _element(passage: Passage) -> ir.Element:
    mark = passage.mark
    source = ir.SourceMark(_MARKS[mark.number], mark.remark) if mark else None
    eid = eid_of(passage)
    parent = eid.rpartition("__")[0] or None
    decides = passage.sentences or passage.items or passage.in_sentence
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
    parameters = []
    for key in vocabulary.parameters:
        value, eid = into.days.get(key, (None, None))
        question = vocabulary.questions.get((key, ctx.act.language), "")
        parameters.append(ir.ParameterDeclaration(key, value, eid, question))
    return tuple(parameters)


def _without_idle_days(law: ir.Law, vocabulary: Vocabulary) -> ir.Law:
    """Return a law without the days that choose versions, where nothing rests on them."""
    idle = {key for key, day in vocabulary.parameters.items() if day.chooses_versions}
    idle -= {law.law_day, *(day.key for day in law.parameters if day.value is not None)}
    if not idle:
        return law
    idle -= {part.key for part in every_part(law) if isinstance(part, ir.Parameter)}
    kept = tuple(day for day in law.parameters if day.key not in idle)
    without = tuple(day.key for day in law.parameters if day.key in idle)
    return replace(law, parameters=kept, idle_days=without)


def _decisions(
    vocabulary: Vocabulary, into: Lowered, rules: tuple[ir.Rule, ...]
) -> tuple[ir.Decision, ...]:
    decided = {gives.decision for rule in rules for gives in rule.gives}
    decisions = []
    for key, entry in vocabulary.decisions.items():
        if key in decided:
            combine, eid = into.combines.get(key, (entry.decision.combine, ""))
            decisions.append(replace(entry.decision, combine=combine, combined_in=eid))
    return tuple(decisions)


def _law_day(ctx: Context, into: Lowered, rules: tuple[ir.Rule, ...]) -> str | None:
    versions: list[ir.Definition | ir.QuantityDefinition | ir.Rule] = [
        *into.definitions,
        *into.quantities,
        *rules,
        *(deemed.definition for deemed in into.deemed),
    ]
    dated = [version for version in versions if version.force != ir.ALWAYS]
    if not dated:
        return None
    days = ctx.vocabulary.parameters
    choosing = [key for key, day in days.items() if day.chooses_versions]
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


def _shared_acts(ctx: Context, into: Lowered) -> tuple[ir.Law, ...]:
    """Return the parts of other acts whose terms this act shares."""
    parts: list[ir.Law] = []
    for where, citation in into.shared:
        named = citation.find("of_other_act")
        act = named.children[0].key if named else ""
        law = next((law for key, law in ctx.others.items() if key.endswith("/" + act)), None)
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
        parts.append(_cited_part(ctx, law, name, citation))
    return tuple(parts)


def _cited_part(ctx: Context, law: ir.Law, name: str, citation: Tree) -> ir.Law:
    """Return the definitions of another act at or below the elements cited, renamed."""
    eids: set[str] = set()
    known = {element.eid for element in law.elements}
    for target in targets(ctx, citation, ctx.act.passages[0]):
        levels = (*target.within, (target.level, target.first))
        eid = "__".join(
            f"{_EID.get(level) or SHORT[level]}_{number}" for level, number in levels
        )
        if eid not in known:
            message = (
                f"`{ctx.act.text(target.node.span)}` leads nowhere: {name} has no such element"
            )
            ctx.problem(Code.UNKNOWN_REFERENCE, message, target.node.span)
        eids.add(eid)
    prefix = f"{law.act}#"

    def within(eid: str) -> bool:
        return any(at_or_below(eid, target) for target in eids)

    def element(own: ir.Element) -> ir.Element:
        parent = prefix + own.parent if own.parent and within(own.parent) else None
        citation = f"{name}, {own.citation}"
        return replace(own, eid=prefix + own.eid, citation=citation, parent=parent)

    def term(own: ir.Definition) -> ir.Definition:
        condition = _with_prefix(own.condition, prefix)
        return replace(own, eid=prefix + own.eid, condition=condition)

    return replace(
        law,
        bans=tuple(shared_bans(law, name)),
        elements=tuple(element(own) for own in law.elements if within(own.eid)),
        definitions=tuple(term(own) for own in law.definitions if within(own.eid)),
    )


_EID = {"part": "para"}  # the parts of an article are its paragraphs


def _with_prefix(expr: ir.Expr, prefix: str) -> ir.Expr:
    match expr:
        case ir.Stated(_, part, eid):
            named = None if eid is None else prefix + eid
            return replace(expr, part=_with_prefix(part, prefix), eid=named)
        case _:
            return rebuilt(expr, lambda part: _with_prefix(part, prefix))
