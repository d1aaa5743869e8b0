"""Conditions in words: from the checked form to the trees of the grammar.

Before: `offence.category in (minor) and not concept(terrorist)`. After: the tree of
`the person committed a crime of minor gravity and the offence is not a terrorist crime`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lawc.echo import forms
from lawc.echo.amounts import Amounts
from lawc.echo.asking import asked, parts_of
from lawc.echo.comparing import CONTRARY, Comparing
from lawc.echo.members import quantified
from lawc.echo.phrases import Said, bare
from lawc.echo.saying import Saying, count
from lawc.echo.writing import UnsaidError, folded, phrase, tree
from lawc.ir import nodes as ir
from lawc.lower.members import Level
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.phrases import Entry


class Conditions(Comparing):
    """Says conditions on a thing of a kind; the items of lists are kept for their elements."""

    def __init__(
        self, saying: Saying, kind: str, room: Callable[[int], list[str]] | None = None
    ) -> None:
        self.saying = saying
        self.kind = kind
        self.amounts = Amounts(self)
        self.items: dict[str, tuple[str, Conditions, ir.Expr]] = {}  # by eid: how, and what
        self.room = room  # yields eids for the items of a list that the law does not have

    def conjuncts(self, condition: ir.Expr) -> tuple[ir.Expr, ...]:
        """Return the parts that must all hold; what a phrase or a list says is one part."""
        if is_item(condition):
            return (condition,)
        match bare(condition):
            case ir.All(()):
                return (condition,)
            case ir.All(parts) if not all(map(is_item, parts)) and not self._is_said(condition):
                return tuple(each for part in parts for each in self.conjuncts(part))
            case _:
                return (condition,)

    def _is_said(self, condition: ir.Expr) -> bool:
        """Tell whether a phrase or a class says a condition as a whole."""
        of = self.saying.phrases
        chain = self.saying.vocabulary.chain(self.kind)
        said = (*of.saying(condition), *of.classes(condition))
        return any(each.kind in chain for each in said)

    # --- what a sentence says at its end ---

    def open(self, condition: ir.Expr) -> Tree:
        """Return a condition that may be a list: what follows `if`."""
        how = self._listed(condition)
        if how is not None:
            return how
        match bare(condition):
            case other:
                for quantifier, levels, inner in self._quantified(other):
                    if self._has_items(inner):
                        return self._members_list(quantifier, levels, inner)
        return self.closed(condition)

    def _has_items(self, condition: ir.Expr) -> bool:
        return self._how(condition) is not None

    def _members_list(
        self, quantifier: Tree, levels: tuple[Level, ...], inner: ir.Expr
    ) -> Tree:
        below = Conditions(self.saying, levels[-1].kind)
        how = below._how(inner)
        assert how is not None
        below._keep(inner)
        self.items |= below.items
        return tree("members_list", quantifier, self.amounts.through(levels), how)

    def _listed(self, condition: ir.Expr) -> Tree | None:
        how = self._how(condition)
        if how is None:
            return None
        self._keep(condition)
        return tree("list_of", how)

    def _how(self, condition: ir.Expr) -> Tree | None:
        """Return how the items of a list are joined, None if a condition is no list."""
        match bare(condition):
            case ir.All(parts) if parts and all(map(is_item, parts)):
                return tree("all")
            case ir.Any(parts) if parts and all(map(is_item, parts)):
                return tree("any")
            case ir.Not(part) if isinstance(some := bare(part), ir.Any):
                return tree("none") if some.parts and all(map(is_item, some.parts)) else None
            case ir.AtLeast(number, parts) if all(map(is_item, parts)):
                return tree("at_least", count(number))
            case _:
                return None

    def _keep(self, condition: ir.Expr) -> None:
        """Keep the items of a list, to be said where they stand."""
        match bare(condition):
            case ir.Not(part):
                self._keep(part)
            case ir.All(parts):
                self._keep_each(parts, "ends_and")
            case ir.Any(parts) | ir.AtLeast(_, parts):
                self._keep_each(
                    parts, "ends_or" if isinstance(bare(condition), ir.Any) else "ends"
                )

    def _keep_each(self, parts: Iterable[ir.Expr], end: str) -> None:
        for part in parts:
            assert isinstance(part, ir.Stated)
            assert part.eid is not None
            self.items[part.eid] = (end, self, part.part)

    def made(self, condition: ir.Expr) -> Tree:
        """Return a list of its own making, of which all items apply."""
        clauses = forms.conjunctive(condition, self.is_leaf)
        if self.room is None or len(clauses) < 2:  # noqa: PLR2004 - a list has several items
            raise UnsaidError("its conditions are joined in more ways than a sentence has")
        items = [
            ir.Stated("", forms.joined(clause, ir.Any), eid)
            for clause, eid in zip(clauses, self.room(len(clauses)), strict=True)
        ]
        self._keep_each(items, "ends_and")
        return tree("list_of", tree("all"))

    def closed(self, condition: ir.Expr) -> Tree:
        """Return a condition inside one sentence: clauses that all, or any, hold."""
        if is_item(condition) or self._how(condition) is not None:
            raise UnsaidError("a list stands in a sentence of its own")
        if self.is_clause(condition):
            return self.clause(condition)
        match bare(condition):
            case ir.Compare(ir.Comparison.NE, left, right) if self.is_day(left):
                same = ir.Compare(ir.Comparison.EQ, left, right)
                return tree("not_the_case", self.clause(same))
            case ir.All(parts) if len(parts) > 1:
                return tree("both", *self._clauses(ir.All, parts))
            case ir.Any(parts) if len(parts) > 1:
                return tree("either", *self._clauses(ir.Any, parts))
            case ir.Not(part):
                match bare(part):
                    case ir.Any(parts) if len(parts) > 1:
                        return self.closed(ir.All(tuple(map(ir.Not, parts))))
                    case ir.All(parts) if len(parts) > 1:
                        return self.closed(ir.Any(tuple(map(ir.Not, parts))))
                    case ir.Not(inner):
                        return self.closed(inner)
                return tree("not_the_case", self.clause(part))
        return self.clause(condition)

    def _clauses(self, joined: Any, parts: Iterable[ir.Expr]) -> Iterator[Tree]:
        for part in parts:
            of = bare(part)
            if isinstance(of, joined) and len(of.parts) > 1 and not self.is_clause(part):
                yield from self._clauses(joined, of.parts)
            else:
                yield self.clause(part)

    def is_leaf(self, condition: ir.Expr) -> bool:
        """Tell whether a clause says a condition, or what it denies."""
        part = bare(condition)
        return self.is_clause(condition) or (
            isinstance(part, ir.Not) and self.is_clause(part.part)
        )

    def is_clause(self, condition: ir.Expr) -> bool:
        """Tell whether one clause says a condition."""
        try:
            self.clause(condition)
        except UnsaidError:
            return False
        return True

    # --- clauses ---

    def clause(self, condition: ir.Expr) -> Tree:
        """Return a condition as one clause, which may stand beside others.

        Raises:
            UnsaidError: no clause says it.
        """
        if is_item(condition):
            raise UnsaidError("an item of a list stands in an element of its own")
        ways = (
            self._phrase, self._class, self._decided, self._of_members, self._of_node,
            self._contrary,
        )  # fmt: skip
        for way in ways:
            said = way(condition)
            if said is not None:
                return said
        raise UnsaidError(f"no clause says `{type(bare(condition)).__name__}`")

    def denied_in_words(self, condition: ir.Expr) -> bool:
        """Tell whether a denied condition has words of its own."""
        ways = (self._phrase, self._class, self._decided, self._of_members, self._of_node)
        return any(way(condition) is not None for way in ways)

    def _contrary(self, condition: ir.Expr) -> Tree | None:
        """Return a denied condition by its contrary, where there is one."""
        part = bare(condition)
        match bare(part.part) if isinstance(part, ir.Not) else None:
            case ir.Not(again):
                return self.clause(again)
            case ir.Compare(op, left, right) if not any(
                map(self._may_be_nothing, (left, right))
            ):
                return self._of_node(ir.Compare(CONTRARY[op], left, right))
            case ir.Every(kind, inner):
                return self.clause(ir.Some(1, kind, forms.denied(inner)))
            case _:
                return None

    def _phrase(self, condition: ir.Expr) -> Tree | None:
        for entry, said in self.saying_phrases(condition, "TEST"):
            return tree("test", self._filled(entry, said))
        return None

    def saying_phrases(self, condition: ir.Expr, terminal: str) -> Iterator[tuple[Entry, Said]]:
        """Yield the phrases that say a condition or deny what it denies, with wordings."""
        text = condition.text if isinstance(condition, ir.Stated) else ""
        part = bare(condition)
        ways = [("positive", part)]
        if isinstance(part, ir.Not):
            ways.append(("negative", part.part))
        for form, of in ways:
            for said in self.saying.phrases.saying(of):
                if said.kind not in self.saying.vocabulary.chain(self.kind):
                    continue
                entries = self.saying.named(terminal, said.key, form)
                yield from ((entry, said) for entry in _likest(entries, text))

    def _filled(self, entry: Entry, said: Said) -> Phrase:
        vocabulary = self.saying.vocabulary
        declared = vocabulary.phrases.get(said.key) or vocabulary.classes[said.key]
        return phrase(entry, self.saying.slots(said.slots, declared.slots))

    def _class(self, condition: ir.Expr) -> Tree | None:
        part = bare(condition)
        denied = isinstance(part, ir.Not)
        for noun in self.class_nouns(part.part if isinstance(part, ir.Not) else part, "CLASS"):
            rule = "is_not_class" if denied else "is_class"
            return tree(rule, self.saying.the(noun.about), noun)
        return None

    def class_nouns(self, condition: ir.Expr, terminal: str) -> Iterator[Phrase]:
        """Yield the nouns of the things that a condition holds of."""
        part = bare(condition)
        if isinstance(part, ir.Concept):
            kind = self.saying.vocabulary.concepts[part.key].kind
            for entry in self.saying.named(terminal, f"concept:{kind}.{part.key}"):
                yield phrase(entry)
        for said in self.saying.phrases.classes(part):
            if said.kind not in self.saying.vocabulary.chain(self.kind):
                continue
            for entry in self.saying.named(terminal, f"class:{said.key}"):
                yield self._filled(entry, said)

    def _decided(self, condition: ir.Expr) -> Tree | None:
        part = bare(condition)
        if not any(isinstance(each, ir.Decided) for each in (part, *parts_of(part))):
            return None
        for key, effect in self.saying.vocabulary.effects.items():
            wanted = asked(self.saying, key)
            if wanted == part and not effect.slots:
                for entry in self.saying.named("EFFECT", key):
                    return tree("is_decided", self.saying.the(entry.about), phrase(entry))
        return None

    def _of_node(self, condition: ir.Expr) -> Tree | None:
        match bare(condition):
            case ir.Applies(eids):
                return tree("applies", self.saying.cited(eids), self.saying.the(self.kind))
            case ir.Not(part) if isinstance(part := bare(part), ir.Applies):
                eids = part.eids
                return tree(
                    "does_not_apply", self.saying.cited(eids), self.saying.the(self.kind)
                )
            case ir.Compare(op, left, right) if self._is_sayable(op, left):
                return self._compared(op, left, right)
            case ir.All((first, second)):
                return self._twice(bare(first), bare(second))
            case _:
                return None

    def _of_members(self, condition: ir.Expr) -> Tree | None:
        """Return what is said of so many of several things, also of those of several lists."""
        part = bare(condition)
        for quantifier, levels, inner in self._quantified(part):
            said = self._members(quantifier, levels, inner)
            if said is not None:
                return said
        return None

    def _quantified(self, part: ir.Expr) -> Iterator[tuple[Tree, tuple[Level, ...], ir.Expr]]:
        """Yield of how many of which several things a condition says what."""
        for quantifier, levels, inner in quantified(part):
            parents = [self.saying.vocabulary.kind(level.kind) for level in levels]
            above = [None, *(level.kind for level in levels)]
            if all(
                kind is not None and owner in (None, kind.parent)
                for kind, owner in zip(parents, above, strict=False)
            ):
                yield quantifier, levels, inner

    def _members(
        self, quantifier: Tree, levels: tuple[Level, ...], inner: ir.Expr
    ) -> Tree | None:
        last = levels[-1].kind
        below = Conditions(self.saying, last)
        try:
            several = self.amounts.through(levels)
        except UnsaidError:
            return None
        about = self.saying.noun("MANY", last).about
        predicate = below.predicate(inner, about)
        if predicate is not None:
            return tree("members", quantifier, several, predicate)
        for noun in below.class_nouns(inner, "CLASS"):
            if noun.about == about:
                return tree("members_are", quantifier, several, noun)
        return None

    def predicate(self, condition: ir.Expr, about: str) -> Tree | None:
        """Return a condition as it is said after `who`, None if no phrase is said so."""
        for entry, said in self.saying_phrases(condition, "PREDICATE"):
            if entry.about == about:
                return tree("predicate", self._filled(entry, said))
        return None

    def which(self, kind: str, condition: ir.Expr) -> Tree:
        """Return which of several things are meant: `who are dependent children`."""
        below = Conditions(self.saying, kind)
        about = self.saying.noun("MANY", kind).about

        def said(part: ir.Expr) -> Tree:
            denied = bare(part)
            for noun in below.class_nouns(part, "CLASSES"):
                return tree("are", noun)
            if isinstance(denied, ir.Not):
                for noun in below.class_nouns(denied.part, "CLASSES"):
                    return tree("are_not", noun)
            predicate = below.predicate(part, about)
            if predicate is None:
                raise UnsaidError("no words say which of several things are meant")
            return predicate

        match bare(condition):
            case ir.All(parts) if len(parts) > 1:
                return tree("both_said", *map(said, parts))
            case ir.Any(parts) if len(parts) > 1:
                return tree("either_said", *map(said, parts))
            case _:
                return said(condition)


def is_item(part: ir.Expr) -> bool:
    """Tell whether a condition is an item of a list, with an element of its own."""
    return isinstance(part, ir.Stated) and part.eid is not None


def _likest(entries: Iterable[Entry], text: str) -> Iterator[Entry]:
    """Yield wordings, those first whose every word the law has: one year, two years."""
    have = {*folded(text)}

    def missing(entry: Entry) -> int:
        return sum(isinstance(item, str) and item not in have for item in entry.items)

    yield from sorted(entries, key=missing)
