"""Displacement: sentences that say to what or to whom other provisions do not apply.

A sentence that displaces others decides of the things that they decide of, so it is lowered
after them; one that displaces another such sentence, after that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.citations import elements
from lawc.lower.conditions import described, joined, stated, tail
from lawc.lower.context import Context, Place
from lawc.lower.eids import eid_of
from lawc.lower.provisions import Lowered, by_grounds, force_of, notwithstanding
from lawc.records import dataclass
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Tree


@dataclass(frozen=True, slots=True)
class _Displacing:
    """A sentence that displaces others, and the elements that it names."""

    passage: Passage
    sentence: Tree
    targets: tuple[str, ...]


class _Granting:
    """The provisions that grant something, and how many of them grant each decision."""

    def __init__(self, rules: Iterable[ir.Rule]) -> None:
        self.rules = tuple(rules)
        self.own = frozenset(map(id, self.rules))
        self.numbers = _granted(self.rules)

    def only(self, rules: Iterable[ir.Rule]) -> Iterator[str]:
        """Yield the decisions that no other provision grants than these."""
        found = _granted(one for one in rules if id(one) in self.own)
        return (key for key, number in self.numbers.items() if found[key] == number)


def _granted(rules: Iterable[ir.Rule]) -> Counter[str]:
    return Counter(gives.decision for one in rules for gives in one.gives)


def lower_displacing(
    ctx: Context, into: Lowered, sentences: Iterable[tuple[Passage, Tree]]
) -> None:
    """Lower the sentences that displace others, each after those that it displaces."""
    found: list[_Displacing] = []
    for passage, sentence in sentences:
        match sentence.children[-1]:
            case Tree("excludes" | "limits", (Tree() as citation, *_)):
                targets = tuple(eid_of(one) for one in elements(ctx, citation, passage))
                found.append(_Displacing(passage, sentence, targets))
    granting = _Granting(into.rules)
    left = [one for one in _in_order(found) if not _lowered(ctx, into, one, granting)]
    for one in left:
        if not _lowered(ctx, into, one, granting):
            ctx.problem(
                Code.DECIDES_NOTHING,
                "the provisions that this sentence cites decide nothing",
                one.sentence.span,
                one.passage.where,
                help_="cite provisions that decide something, or mark this as a note",
            )


def _in_order(found: list[_Displacing]) -> list[_Displacing]:
    """Return the sentences, each after those that it displaces where that can be."""
    own: dict[str, list[_Displacing]] = {}
    for one in found:
        eid = eid_of(one.passage)
        while eid:
            own.setdefault(eid, []).append(one)
            eid = eid.rpartition("__")[0]
    ordered: dict[int, _Displacing] = {}
    begun: set[int] = set()
    for first in found:
        waiting = [first]
        while waiting:
            one = waiting[-1]
            begun.add(id(one))
            before = next(
                (by for eid in one.targets for by in own.get(eid, ()) if id(by) not in begun),
                None,
            )
            if before is not None:
                waiting.append(before)
            else:
                ordered.setdefault(id(one), waiting.pop())
    return list(ordered.values())


def _lowered(ctx: Context, into: Lowered, one: _Displacing, granting: _Granting) -> bool:
    """Lower a sentence; False if what it displaces decides nothing so far."""
    passage = one.passage
    force_node, yields, body = one.sentence.children
    aimed = into.at(one.targets)
    if not aimed:
        return False
    _, cls, *rest = body.children
    kind = _kind(ctx, aimed, cls)
    place = Place(ctx, kind, passage)
    required = [described(place, cls)]
    gives = _excluded(ctx, aimed, granting) if body.name == "excludes" else ()
    displaces = tuple(dict.fromkeys((*one.targets, *notwithstanding(ctx, passage, yields))))
    force = force_of(ctx, force_node)
    rule = ir.Rule("", kind, ir.All(()), gives, displaces, "", force, passage.place)
    text = ctx.act.text(body.span)
    if body.name == "excludes":
        into.add(by_grounds(place, rule, required, rest, text))
        return True
    # "apply to an offence under Article 188 only if X" says nothing of other offences.
    only = joined(tail(place, rest))
    whole = ir.Not(only if isinstance(only, ir.Stated) else stated(place, body, only))
    into.add(
        [replace(rule, eid=eid_of(passage), condition=joined([*required, whole]), text=text)]
    )
    return True


def _kind(ctx: Context, aimed: list[ir.Rule], cls: Tree) -> str:
    """Return of what kind of thing an exclusion decides.

    Of provisions about things of several kinds, it is the kind that the sentence names, where
    each of them has one such thing; else the lowest of theirs.
    """
    kinds = dict.fromkeys(rule.kind for rule in aimed)
    named = cls.children[0] if cls.name == "class" else cls.children[0].children[0]
    shared = all(named.about in ctx.vocabulary.chain(kind) for kind in kinds)
    if len(kinds) > 1 and shared:
        return str(named.about)
    return max(kinds, key=lambda kind: len(ctx.vocabulary.chain(kind)))


def _excluded(ctx: Context, aimed: list[ir.Rule], granting: _Granting) -> tuple[ir.Gives, ...]:
    """Return what an exclusion gives: the value for it of each decision that it takes away.

    A decision is taken away where every provision that grants it is displaced. "Article 2
    does not apply" leaves it to Article 3 to reduce, and excludes nobody.
    """
    found: list[ir.Gives] = []
    for key in granting.only(aimed):
        declared = ctx.vocabulary.decisions[key]
        if declared.excluded is not None:
            value = ir.Literal(declared.excluded, declared.decision.type)
            found.append(ir.Gives(key, value, None))
    return tuple(found)


def check_separately(ctx: Context, into: Lowered, passage: Passage, body: Tree) -> None:
    """Check that the provisions named decide of each thing of the kind named."""
    citation, each = body.children
    targets = tuple(eid_of(one) for one in elements(ctx, citation, passage))
    for rule in into.at(targets):
        if rule.kind != each.key:
            ctx.problem(
                Code.NOT_SEPARATE,
                f"the provisions cited do not decide of `{ctx.act.text(each.span)}`",
                each.span,
                passage.where,
                help_=f"they decide of things of the kind `{rule.kind}`",
            )
            return
