"""Sentences in normal form: who, what, if, unless; from the parts of a condition.

Before: a rule under `category in (serious) and concept(vulnerable) and not (...)`. After: `a
socially vulnerable person who is convicted of a serious crime`, and what stands after `if` and
`unless`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from lawc.echo import forms
from lawc.echo.conditions import Conditions
from lawc.echo.phrases import bare
from lawc.echo.writing import UnsaidError, phrase, tree
from lawc.ir import nodes as ir
from lawc.syntax.nodes import Phrase, Tree

Parts = tuple[ir.Expr, ...]
_Result = TypeVar("_Result")


class Sentences:
    """Says classes, and what follows `if` and `unless`."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.saying = conditions.saying

    def classes(self, condition: ir.Expr, about: str) -> Tree:
        """Return a class, or one of several classes, that says the whole of a condition."""
        whole, left = self.class_(self.conditions.conjuncts(condition), about)
        if not left:
            return whole
        match bare(condition):
            case ir.Any(parts) if len(parts) > 1:
                return tree("one_of_classes", *(self.classes(part, about) for part in parts))
            case _:
                raise UnsaidError("no class of things is those of the condition")

    def class_(self, parts: Parts, about: str) -> tuple[Tree, Parts]:
        """Return a class with as much as can be said of it after `who`, and what is left."""
        noun, left = self._noun(parts, about)
        said = [(part, self.conditions.predicate(part, about)) for part in left]
        predicates = [predicate for _, predicate in said if predicate is not None]
        rest = tuple(part for part, predicate in said if predicate is None)
        if not predicates:
            for part in rest:
                either = self._either(part, about)
                if either is not None:
                    others = tuple(each for each in rest if each is not part)
                    return tree("class", noun, either), others
            return tree("class", noun), rest
        who = predicates[0] if len(predicates) == 1 else tree("both_predicates", *predicates)
        return tree("class", noun, who), rest

    def plain(self, parts: Parts, about: str) -> tuple[Tree, Parts]:
        """Return a class without anything said after `who`, and what is left."""
        noun, left = self._noun(parts, about)
        return tree("class", noun), left

    def either(self, parts: Parts, about: str) -> tuple[Tree, Parts]:
        """Return a class of which one of several things is said, and what is left."""
        noun, left = self._noun(parts, about)
        for part in left:
            either = self._either(part, about)
            if either is not None:
                return tree("class", noun, either), tuple(e for e in left if e is not part)
        return tree("class", noun), left

    def _either(self, part: ir.Expr, about: str) -> Tree | None:
        match bare(part):
            case ir.Any(parts) if len(parts) > 1:
                predicates = [self.conditions.predicate(each, about) for each in parts]
                if all(predicates):
                    return tree("either_predicates", *predicates)
        return None

    def _noun(self, parts: Parts, about: str) -> tuple[Phrase, Parts]:
        parts = tuple(part for part in parts if bare(part) != ir.All(()))
        for part in parts:
            for noun in self.conditions.class_nouns(part, "CLASS"):
                if noun.about == about:
                    return noun, tuple(each for each in parts if each is not part)
        for entry in self.saying.entries:
            if entry.terminal == "CLASS" and entry.key == f"kind:{about}":
                return phrase(entry), parts
        raise UnsaidError(f"a thing of the kind `{about}` has no noun")

    def several(self, parts: Parts, about: str) -> tuple[Tree, Parts]:
        """Return one of several classes, which says one of the parts, and what is left."""
        for part in parts:
            if isinstance(bare(part), ir.Any):
                try:
                    classes = self.classes(part, about)
                except UnsaidError:
                    continue
                return classes, tuple(each for each in parts if each is not part)
        raise UnsaidError("no part is that of several classes")

    @property
    def ways(self) -> tuple[Callable[[Parts, str], tuple[Tree, Parts]], ...]:
        """The ways to say a class with a part of a condition."""
        return (self.class_, self.either, self.several, self.plain)

    # --- what follows a sentence ---

    def tail(self, parts: Parts) -> tuple[Tree | None, ...]:
        """Return what follows `if` and `unless`, if anything."""
        denials = [part for part in reversed(parts) if isinstance(bare(part), ir.Not)]
        natural = [part for part in denials if not self._is_natural(part)]
        ways: list[Callable[[], tuple[Tree | None, ...]]] = [
            lambda unless=unless: self._tail(parts, unless)  # type: ignore[misc]
            for unless in (*natural[:1], None, *denials)
        ]
        return first_said((*ways, lambda: self._arranged(parts), lambda: self._made(parts)))

    def _is_natural(self, part: ir.Expr) -> bool:
        """Tell whether something denied has words of its own, as `has no dog` has."""
        return self.conditions.denied_in_words(part)

    def _tail(self, parts: Parts, unless: ir.Expr | None) -> tuple[Tree | None, ...]:
        rest = tuple(part for part in parts if part is not unless)
        if_part = self._opened("if_part", rest)
        of = None if unless is None else bare(unless)
        unless_part = (
            self._opened("unless_part", (of.part,)) if isinstance(of, ir.Not) else None
        )
        if if_part is not None and _opens(if_part):
            if unless_part is not None:
                raise UnsaidError("nothing follows a list")
            return (if_part,)
        return if_part, unless_part

    def _opened(self, name: str, parts: Parts) -> Tree | None:
        if not parts:
            return None
        if len(parts) == 1:
            return tree(name, self.conditions.open(parts[0]))
        return tree(name, self.conditions.closed(ir.All(parts)))

    def _arranged(self, parts: Parts) -> tuple[Tree | None, Tree | None]:
        """Return conditions of which some hold `if`, and others `unless`."""
        condition = forms.joined(list(parts), ir.All)
        clauses = forms.conjunctive(condition, self.conditions.is_leaf)
        alone = [clause[0] for clause in clauses if len(clause) == 1]
        several = [clause for clause in clauses if len(clause) > 1]
        beside = [part for part in alone if self.conditions.is_clause(part)]
        contrary = [forms.denied(part) for part in alone if part not in beside]
        if several and (beside or len(several) > 1) and not contrary:
            contrary = [forms.joined(list(map(forms.denied, several.pop())), ir.All)]
        if len(beside) == 0 and len(several) == 0 and len(contrary) == 1 and alone:
            beside, contrary = alone, []
        if len(several) + bool(beside) > 1:
            raise UnsaidError("its conditions are joined in more ways than a sentence has")
        closed = self.conditions.closed
        if_: list[ir.Expr] = [ir.Any(tuple(clause)) for clause in several]
        if_ = if_ or beside
        return (
            tree("if_part", closed(forms.joined(if_, ir.All))) if if_ else None,
            tree("unless_part", closed(forms.joined(contrary, ir.Any))) if contrary else None,
        )

    def _made(self, parts: Parts) -> tuple[Tree]:
        return (tree("if_part", self.conditions.made(forms.joined(list(parts), ir.All))),)

    def _implied(self, condition: ir.Expr) -> tuple[Tree, Tree]:
        """Return in which case something is to hold, and what."""
        of = bare(condition)
        parts = of.parts if isinstance(of, ir.Any) else (condition,)
        case = [part.part for each in parts if isinstance(part := bare(each), ir.Not)]
        then = [each for each in parts if not isinstance(bare(each), ir.Not)]
        if not case:
            raise UnsaidError("there is no case in which it is to hold")
        if not then:
            then = [ir.Not(case.pop())]
        if not case:
            raise UnsaidError("it is to hold in every case")
        closed = self.conditions.closed
        return closed(forms.joined(case, ir.All)), closed(forms.joined(then, ir.Any))

    # --- items ---

    def class_item(self, condition: ir.Expr, about: str, end: str) -> Tree:
        """Return an item that describes a class."""
        parts = self.conditions.conjuncts(condition)

        def with_tail(way: Callable[[Parts, str], tuple[Tree, Parts]]) -> Tree:
            cls, left = way(parts, about)
            opened = self._list(left)
            tail = self.tail(left) if opened is None else (tree("if_part", opened),)
            first = tail[0]
            if first is not None and _opens(first) and len(tail) == 1:
                opened = first.children[0]
                if opened.name == "list_of" and cls.name == "class":
                    return tree("item", cls, opened)
                return tree("item", cls, first)
            if any(part is not None and _opens(part) for part in tail):
                raise UnsaidError("an item ends in no list of exceptions")
            return tree("item", cls, *tail, tree(end))

        def several() -> Tree:
            return tree("item", self.classes(condition, about), None, None, tree(end))

        ways = [lambda way=way: with_tail(way) for way in self.ways]
        return first_said([several, *ways])

    def _list(self, parts: Parts) -> Tree | None:
        """Return a single condition that is a list with elements of its own, else None."""
        if len(parts) != 1:
            return None
        try:
            opened = self.conditions.open(parts[0])
        except UnsaidError:
            return None
        return opened if opened.name in ("list_of", "members_list") else None

    def condition_item(self, condition: ir.Expr, end: str) -> Tree:
        """Return an item that states a condition."""
        parts = self.conditions.conjuncts(condition)
        opened = self._list(parts)
        if opened is not None:
            return tree("condition_item", opened)

        def whole() -> Tree:
            return tree("condition_item", self.conditions.closed(condition), None, tree(end))

        def with_unless() -> Tree:
            *most, last = parts
            of = bare(last)
            if not most or not isinstance(of, ir.Not):
                raise UnsaidError("no item says the condition")
            if_ = most[0] if len(most) == 1 else ir.All(tuple(most))
            unless = tree("unless_part", self.conditions.closed(of.part))
            return tree("condition_item", self.conditions.closed(if_), unless, tree(end))

        def arranged() -> Tree:
            if_part, unless_part = self._arranged(parts)
            if if_part is None:
                raise UnsaidError("no item says the condition")
            return tree("condition_item", if_part.children[0], unless_part, tree(end))

        def implied() -> Tree:
            case = tree("in_case", *self._implied(condition))
            return tree("condition_item", case, tree(end))

        def made() -> Tree:
            return tree("condition_item", self.conditions.made(condition))

        natural = bool(parts) and self._is_natural(parts[-1])
        ways = [whole, with_unless] if natural else [with_unless, whole]
        if isinstance(bare(condition), ir.Any):
            ways.append(implied)
        return first_said([*ways, arranged, made])


def _opens(part: Tree) -> bool:
    return part.children[0].name in ("list_of", "members_list")


def first_said(ways: Iterable[Callable[[], _Result]]) -> _Result:
    """Return the first result for which there are words.

    Raises:
        UnsaidError: there is none.
    """
    reasons: list[UnsaidError] = []
    for way in ways:
        try:
            return way()
        except UnsaidError as reason:
            reasons.append(reason)
    raise reasons[0] if reasons else UnsaidError("nothing says it")
