"""Displacement: sentences that say where other provisions do not apply.

A sentence that displaces provisions decides of the things that these decide of, so it is
lowered after them, also if they are such sentences themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.aims import around, deciding_alike, hold_unless, without
from lawc.lower.citations import elements
from lawc.lower.conditions import class_condition, joined, stated, tail
from lawc.lower.context import Context, Place
from lawc.lower.eids import at_or_below, eid_of
from lawc.lower.first_words import force_of, notwithstanding
from lawc.lower.lowered import Lowered
from lawc.lower.provisions import by_grounds, given
from lawc.records import dataclass
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree


@dataclass(frozen=True, slots=True)
class _Displacing:
    """A sentence that displaces others, and the elements that it names.

    `own` are the places of other rules that stand where the sentence itself stands.
    """

    passage: Passage
    sentence: Tree
    targets: tuple[str, ...]
    own: tuple[int, ...] = ()


class _Granting:
    """The provisions that grant something, and their number for each decision."""

    def __init__(self, rules: Iterable[ir.Rule]) -> None:
        self.rules = tuple(rules)
        self.own = frozenset((rule.eid, rule.span) for rule in self.rules)
        self.numbers = _grant_counts(self.rules)

    def only(self, rules: Iterable[ir.Rule]) -> Iterator[str]:
        """Yield the decisions that are granted by these rules and no other."""
        numbers = _grant_counts(rule for rule in rules if (rule.eid, rule.span) in self.own)
        return (key for key, number in self.numbers.items() if numbers[key] == number)


def _grant_counts(rules: Iterable[ir.Rule]) -> Counter[str]:
    return Counter(gives.decision for rule in rules for gives in rule.gives)


def lower_displacing(
    ctx: Context, into: Lowered, sentences: Iterable[tuple[Passage, Tree]]
) -> None:
    """Lower the sentences that displace others, each after those that it displaces."""
    displacing: list[_Displacing] = []
    for passage, sentence in sentences:
        match sentence.children[-1]:
            case Tree("act_excludes" | "applies_only") as body if not citation_of(body):
                scopes = frozenset(_scopes(sentences))
                aims = tuple(without(ctx.act.passages, scopes))
                displacing.append(_Displacing(passage, sentence, aims))
            case Tree("excludes" | "limits" | "applies_only") as body:
                citation = citation_of(body)
                assert citation is not None
                cited = elements(ctx, citation, passage)
                aims = tuple(without(cited, frozenset({eid_of(passage)})))
                own = around(into.rules, passage, map(eid_of, cited))
                displacing.append(_Displacing(passage, sentence, aims, own))
            case Tree("denies", (_, Phrase() as effect, *_)):
                displacing.append(_denying(ctx, into, passage, sentence, effect))
    granting = _Granting(into.rules)
    left = [d for d in _in_order(displacing) if not _lower(ctx, into, d, granting)]
    for again in left:
        if not _lower(ctx, into, again, granting):
            ctx.problem(
                Code.DECIDES_NOTHING,
                "the provisions that this sentence cites decide nothing",
                again.sentence.span,
                again.passage.where,
                help_="cite provisions that decide something, or mark this as a note",
            )


def _denying(
    ctx: Context, into: Lowered, passage: Passage, sentence: Tree, effect: Phrase
) -> _Displacing:
    """Return a denial: it displaces what gives the effect, but for what yields not to it."""
    declared = ctx.vocabulary.effects[effect.key]
    gives = given(Place(ctx, declared.kind, passage), declared, effect)
    here = eid_of(passage)
    alike = deciding_alike(into.rules, gives)
    denied = {
        rule.eid for rule in alike if not any(at_or_below(here, eid) for eid in rule.displaces)
    }
    aims = tuple(eid for eid in sorted(denied) if not _together(eid, here))
    own = tuple(
        place
        for place, rule in enumerate(into.rules)
        if rule in alike and rule.eid in denied and _together(rule.eid, here)
    )
    return _Displacing(passage, sentence, aims, own)


def _together(eid: str, other: str) -> bool:
    return at_or_below(eid, other) or at_or_below(other, eid)


def _in_order(sentences: list[_Displacing]) -> list[_Displacing]:
    """Return the sentences, each after those that it displaces where that can be."""
    own: dict[str, list[_Displacing]] = {}
    for sentence in sentences:
        eid = eid_of(sentence.passage)
        while eid:
            own.setdefault(eid, []).append(sentence)
            eid = eid.rpartition("__")[0]
    ordered: dict[int, _Displacing] = {}
    begun: set[int] = set()
    for first in sentences:
        waiting = [first]
        while waiting:
            sentence = waiting[-1]
            begun.add(id(sentence))
            displaced = (other for eid in sentence.targets for other in own.get(eid, ()))
            before = next((other for other in displaced if id(other) not in begun), None)
            if before is not None:
                waiting.append(before)
            else:
                ordered.setdefault(id(sentence), waiting.pop())
    return list(ordered.values())


def _lower(ctx: Context, into: Lowered, displacing: _Displacing, granting: _Granting) -> bool:
    """Lower a sentence; return False if the elements it displaces have no rules so far."""
    passage = displacing.passage
    force_node, yields, body = displacing.sentence.children
    aimed = into.at(displacing.targets)
    aimed += [into.rules[number] for number in displacing.own]
    if not aimed:
        return False
    cls, rest = _class_and_tail(body)
    kind = _kind(ctx, aimed, cls)
    place = Place(ctx, kind, passage)
    required = [class_condition(place, cls)]
    gives = _exclusion(ctx, aimed, granting) if body.name in _EXCLUDING else ()
    also = notwithstanding(ctx, passage, yields)
    displaces = tuple(dict.fromkeys((*displacing.targets, *also)))
    force = force_of(ctx, force_node)
    rule = ir.Rule("", kind, ir.All(()), gives, displaces, "", force, passage.place)
    text = ctx.act.text(body.span)
    if body.name == "applies_only":
        only = joined([*required, *tail(place, rest)])
        whole = ir.Not(only if isinstance(only, ir.Stated) else stated(place, body, only))
        rules = [replace(rule, eid=eid_of(passage), condition=whole, text=text)]
    elif body.name == "limits":
        # "apply to an offence under Article 188 only if X" says nothing of other offences.
        only = joined(tail(place, rest))
        whole = ir.Not(only if isinstance(only, ir.Stated) else stated(place, body, only))
        condition = joined([*required, whole])
        rules = [replace(rule, eid=eid_of(passage), condition=condition, text=text)]
    else:
        rules = by_grounds(place, rule, required, rest, text)
    if hold_unless(place, into, displacing.own, rules) and not (displaces or gives):
        return True
    into.add(rules)
    return True


_EXCLUDING = ("excludes", "act_excludes", "denies")


def citation_of(body: Tree) -> Tree | None:
    """Return what a displacing sentence cites, None if it is about the whole act."""
    return body.find("citation")


def _class_and_tail(body: Tree) -> tuple[Tree, list[Tree | None]]:
    """Return the class of things of which a displacing sentence speaks, and its conditions."""
    cls, *rest = [
        child for child in body.children if isinstance(child, Tree) and child.name != "citation"
    ]
    return cls, list(rest)


def _scopes(sentences: Iterable[tuple[Passage, Tree]]) -> Iterator[str]:
    """Yield the elements that say of the whole act to whom it applies."""
    for passage, sentence in sentences:
        body = sentence.children[-1]
        if body.name in ("act_excludes", "applies_only") and citation_of(body) is None:
            yield eid_of(passage)


def _kind(ctx: Context, aimed: list[ir.Rule], cls: Tree) -> str:
    """Return the kind of thing that an exclusion decides of.

    If the displaced provisions are about several kinds, it is the kind that the sentence
    names, provided that each of these has exactly one thing of it; else the lowest of them.
    """
    kinds = dict.fromkeys(rule.kind for rule in aimed)
    named = cls.children[0] if cls.name == "class" else cls.children[0].children[0]
    shared = all(named.about in ctx.vocabulary.chain(kind) for kind in kinds)
    if len(kinds) > 1 and shared:
        return str(named.about)
    return max(kinds, key=lambda kind: len(ctx.vocabulary.chain(kind)))


def _exclusion(ctx: Context, aimed: list[ir.Rule], granting: _Granting) -> tuple[ir.Gives, ...]:
    """Return what an exclusion gives: for each decision it takes away, the value it declares.

    A decision is taken away if every provision that grants it is displaced. "Article 2
    does not apply" leaves it to Article 3 to reduce, and excludes nobody.
    """
    gives: list[ir.Gives] = []
    for key in granting.only(aimed):
        declared = ctx.vocabulary.decisions[key]
        if declared.excluded is not None:
            value = ir.Literal(declared.excluded, declared.decision.type)
            gives.append(ir.Gives(key, value, None))
    return tuple(gives)


def check_separately(ctx: Context, into: Lowered, passage: Passage, body: Tree) -> None:
    """Check that the provisions named decide of things of the kind named."""
    citation, kind = body.children
    targets = tuple(eid_of(element) for element in elements(ctx, citation, passage))
    for rule in into.at(targets):
        if rule.kind != kind.key:
            ctx.problem(
                Code.NOT_SEPARATE,
                f"the provisions cited do not decide of `{ctx.act.text(kind.span)}`",
                kind.span,
                passage.where,
                help_=f"they decide of things of the kind `{rule.kind}`",
            )
            return
