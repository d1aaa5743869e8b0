"""Rules in words: what they decide, of whom, under which conditions, and what they displace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lawc.echo.conditions import Conditions
from lawc.echo.defining import Defining
from lawc.echo.phrases import bare, plain
from lawc.echo.sentences import Parts, Sentences, first_said
from lawc.echo.writing import UnsaidError, phrase, tree
from lawc.ir import nodes as ir
from lawc.ir.walk import inside
from lawc.syntax.nodes import Tree

_Way = Callable[[Parts, str], tuple[Tree, Parts]]


class Ruling(Defining):
    """Says what acts decide."""

    def _rule(self, rules: tuple[ir.Rule, ...]) -> None:
        """Say a rule, or the rules of one list."""
        first = rules[0]
        ways: list[Callable[[], None]] = []
        if first.listed_in is None:
            ways += [lambda: self._said_of(first, first.condition, first.eid)]
        else:
            ways += [lambda: self._grounds(rules), lambda: self._following(rules)]
        first_said(ways)

    def _said_of(self, rule: ir.Rule, condition: ir.Expr, eid: str) -> None:
        """Say a rule as one sentence."""
        conditions = self._in(eid, rule.kind)
        body, despite = first_said(
            self._bodies(rule, conditions.conjuncts(condition), conditions)
        )
        self._put(eid, body, conditions, force=rule.force, despite=despite)

    def _bodies(
        self, rule: ir.Rule, parts: Parts, conditions: Conditions
    ) -> Iterator[Callable[[], tuple[Tree, tuple[str, ...]]]]:
        """Yield ways to say a rule: by an effect, as an amount, as a displacement."""
        decides = not rule.displaces or bool(rule.gives)
        for said in self.saying.phrases.effects(rule.gives) if rule.gives and decides else ():
            if said.kind != rule.kind:
                continue
            slots = self.saying.vocabulary.effects[said.key].slots
            for entry in self.saying.named("EFFECT", said.key):
                effect = phrase(entry, self.saying.slots(said.slots, slots))
                for way in self._subjects(parts, (entry.about,), conditions):
                    yield lambda way=way, effect=effect: (  # type: ignore[misc]
                        _inserted("grants", way(), effect),
                        rule.displaces,
                    )
            for entry in self.saying.named("EFFECT_CLAUSE", said.key):
                effect = phrase(entry, self.saying.slots(said.slots, slots))
                if not _needed(parts):
                    yield lambda effect=effect: (  # type: ignore[misc]
                        tree("imposes", effect, None, None, None),
                        rule.displaces,
                    )
                for way in self._subjects(parts, self._abouts(rule.kind), conditions):
                    yield lambda way=way, effect=effect: (  # type: ignore[misc]
                        tree("imposes", effect, *way()),
                        rule.displaces,
                    )
                yield lambda effect=effect: (  # type: ignore[misc]
                    tree("imposes", effect, None, *Sentences(conditions).tail(_needed(parts))),
                    rule.displaces,
                )
        if len(rule.gives) == 1 and rule.gives[0].when is None:
            yield lambda: (self._decided(rule, parts, conditions), rule.displaces)
        if rule.displaces and all(map(self._excludes, rule.gives)):
            yield from self._displacing(rule, parts, conditions)

    def _excludes(self, gives: ir.Gives) -> bool:
        """Tell whether a value is that of an exclusion, which no sentence says."""
        declared = self.saying.vocabulary.decisions.get(gives.decision)
        value = gives.value
        return (
            declared is not None
            and isinstance(value, ir.Literal)
            and value.value == declared.excluded
        )

    def _decided(self, rule: ir.Rule, parts: Parts, conditions: Conditions) -> Tree:
        ((gives),) = rule.gives
        key = self.saying.decided(gives.decision)
        if key.partition(":")[2].partition(".")[0] != rule.kind:
            raise UnsaidError("an amount is decided of another thing")
        tail = Sentences(conditions).tail(_needed(parts)) if _needed(parts) else ()
        return self._amount(key, gives.value, conditions, tail, rule.eid)

    def cases(self, above: str, rules: tuple[ir.Rule, ...]) -> None:
        """Say an amount by case, each in an item of a list."""
        first = rules[0]
        key = self.saying.decided(first.gives[0].decision)
        noun = self.saying.noun("NOUN", key)
        lines: dict[str, str] = {}
        earlier: list[ir.Expr] = []
        for place, rule in enumerate(rules):
            end = "ends_list" if place == len(rules) - 1 else "ends"
            conditions = self._in(rule.eid, rule.kind)
            parts = _needed(conditions.conjuncts(rule.condition))
            others = parts[-1:] if _is_any_other(parts[-1:], earlier) else ()
            earlier.append(_all(parts) if parts else ir.All(()))
            base, limits = conditions.amounts.limited(rule.gives[0].value)
            said: list[Tree | None] = [conditions.amounts.term(base), *limits]
            if others and len(parts) == 1:
                said += [tree("otherwise"), tree(end)]
            else:
                tail = Sentences(conditions).tail(parts)
                if len(tail) == 1:
                    raise UnsaidError("a case ends in a list")
                said += [*tail, tree(end)]
            item = tree("amount_of_case", *said)
            lines[rule.eid] = self.saying.writer.sentence(item, "case_item")
            lines |= self._items(conditions, end)
        body = tree("amounts_listed", None, noun)
        nobody = Conditions(self.saying, first.kind)
        self._put(above, body, nobody, force=first.force, despite=first.displaces)
        for eid, line in lines.items():
            self.said.setdefault(eid, []).append(line)

    def _displacing(
        self, rule: ir.Rule, parts: Parts, conditions: Conditions
    ) -> Iterator[Callable[[], tuple[Tree, tuple[str, ...]]]]:
        cited = self.saying.cited(rule.displaces)
        abouts = self._abouts(rule.kind)
        *most, last = parts
        denied = bare(last)
        if not rule.gives and isinstance(denied, ir.Not):
            for about in abouts:
                yield lambda about=about: (  # type: ignore[misc]
                    self._limits(cited, tuple(most), denied.part, about, conditions),
                    (),
                )
        for way in self._subjects(parts, abouts, conditions):
            yield lambda way=way: (_cites("excludes", cited, way()), ())  # type: ignore[misc]

    def _limits(
        self, cited: object, most: Parts, only: ir.Expr, about: str, conditions: Conditions
    ) -> Tree:
        sentences = Sentences(conditions)
        cls, left = sentences.class_(most, about)
        if left:
            raise UnsaidError("more is required than a class says")
        return tree("limits", cited, cls, tree("if_part", conditions.open(only)))

    def _subjects(
        self, parts: Parts, abouts: Iterable[str], conditions: Conditions
    ) -> Iterator[Callable[[], tuple[Tree | None, ...]]]:
        """Yield ways to say of whom something is, and under which conditions."""
        sentences = Sentences(conditions)
        for about in self._fitting(parts, abouts, sentences):
            for way in sentences.ways:

                def said(about: str = about, way: _Way = way) -> tuple[Tree | None, ...]:
                    cls, left = way(_needed(parts), about)
                    return (cls, *sentences.tail(left))

                yield said

            def several(about: str = about) -> tuple[Tree | None, ...]:
                return (sentences.classes(_all(parts), about), None, None)

            yield several

    def _fitting(self, parts: Parts, abouts: Iterable[str], sentences: Sentences) -> list[str]:
        """Return the kinds of things a sentence may speak of, the most telling first."""
        owners = {
            kind.parent
            for part in parts
            for each in inside(part)
            if isinstance(each, ir.Some | ir.Every)
            for kind in self.saying.vocabulary.kinds
            if kind.key == each.kind
        }

        def fits(about: str) -> tuple[int, bool]:
            try:
                _, left = sentences.class_(_needed(parts), about)
            except UnsaidError:
                left = parts
            return len(left), about not in owners

        return sorted(abouts, key=fits)

    def _abouts(self, kind: str) -> tuple[str, ...]:
        return self.saying.vocabulary.chain(kind)

    def _grounds(self, rules: tuple[ir.Rule, ...]) -> None:
        """Say rules as one sentence of which any of several conditions is enough."""
        own = [(rule.eid, rule.condition) for rule in rules]
        whole = self._together(rules[0].kind, own)
        self._said_of(rules[0], whole, rules[0].listed_in or "")

    def _together(self, kind: str, grounds: list[tuple[str, ir.Expr]]) -> ir.Expr:
        """Return a condition that holds if any of those holds that stand in items of a list."""
        of = Conditions(self.saying, kind)
        taken = [_ground(of.conjuncts(condition), eid) for eid, condition in grounds]
        known = [each for each in taken if each is not None]
        if len(known) < len(taken):
            raise UnsaidError("a provision of the list has no condition of its own")
        required, members, _ = known[0]
        if any(each[:2] != (required, members) for each in known):
            raise UnsaidError("the provisions of the list have not the same beginning")
        items = ir.Any(tuple(each[2] for each in known))
        opened = items if members is None else ir.Some(1, members, items)
        return ir.All((*required, opened))

    def _following(self, rules: tuple[ir.Rule, ...]) -> None:
        """Say rules as a list of those of whom something is."""
        first = rules[0]
        saying = self.saying
        nouns = [e for e in saying.entries if e.terminal == "FOLLOWING"]
        nouns.sort(key=lambda entry: entry.key != first.kind)
        for said in saying.phrases.effects(first.gives):
            slots = saying.vocabulary.effects[said.key].slots
            for entry in saying.named("EFFECTS", said.key) if nouns else ():
                effect = phrase(entry, saying.slots(said.slots, slots))
                body = tree("grants_following", phrase(nouns[0]), effect)
                parts = tuple(ir.Stated("", rule.condition, rule.eid) for rule in rules)
                lines = self._class_items(first.kind, nouns[0].about or nouns[0].key, parts)
                self._put(
                    first.listed_in or "",
                    body,
                    Conditions(saying, first.kind),
                    force=first.force,
                    despite=first.displaces,
                )
                for eid, line in lines.items():
                    self.said.setdefault(eid, []).append(line)
                return
        raise UnsaidError("no effect is said of the things of a list")


def _inserted(rule: str, parts: tuple[Tree | None, ...], second: object) -> Tree:
    first, *rest = parts
    return tree(rule, first, second, *rest)


def _cites(rule: str, cited: object, parts: tuple[Tree | None, ...]) -> Tree:
    return tree(rule, cited, *parts)


def _is_any_other(last: Parts, earlier: list[ir.Expr]) -> bool:
    """Tell whether a condition is that none of the earlier ones holds."""
    if not (last and earlier):
        return False
    part = bare(last[0])
    of = bare(part.part) if isinstance(part, ir.Not) else None
    wanted = ir.Any(tuple(earlier)) if len(earlier) > 1 else earlier[0]
    return of is not None and repr(plain(of)) == repr(plain(wanted))


def _needed(parts: Parts) -> Parts:
    return tuple(part for part in parts if bare(part) != ir.All(()))


def _all(parts: Parts) -> ir.Expr:
    return parts[0] if len(parts) == 1 else ir.All(parts)


def _ground(parts: Parts, eid: str) -> tuple[Parts, str | None, ir.Expr] | None:
    """Return what is required beside the item of a rule, of which members, and the item."""
    required: list[ir.Expr] = []
    found: tuple[str | None, ir.Expr] | None = None
    for part in parts:
        of = bare(part)
        if isinstance(part, ir.Stated) and part.eid == eid:
            found = None, part
        elif isinstance(of, ir.Some) and of.number == 1 and _is_of(of.condition, eid):
            found = of.kind, of.condition
        else:
            required.append(part)
    return None if found is None else (tuple(required), *found)


def _is_of(condition: ir.Expr, eid: str) -> bool:
    return isinstance(condition, ir.Stated) and condition.eid == eid
