"""Grounds as statements: the rules of a kind of things, what they give and what is decided.

In a function `a1` is whether a rule applies, `b1` whether it is displaced, `d1` what displaces
it; `x1` a value that is given, `j1` what is decided and how that is told, `g1` a ground. Nodes
are those of `nodes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from lawc.runtime.engine.blocks import Statement
from lawc.runtime.engine.cases import answer
from lawc.runtime.engine.compiled import within
from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.engine.few import ROOM
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.nodes import TRUTHS, Nodes
from lawc.runtime.engine.rules import Applies, Decided, Decision, Giving, Made, Rule
from lawc.runtime.engine.statements import Maker
from lawc.runtime.engine.trees import Displaced, GroundTree, in_force
from lawc.runtime.reasons import Answer
from lawc.runtime.values import Remembered, Truth

_DISPLACED = 8  # what displaces a rule: nothing, as a rule, or one of a few


class GroundNodes(Nodes):
    """Statements that make grounds, with the nodes of their conditions, and answers."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []  # what is left in the memory of the case
        self._conditions: dict[Rule, str] = {}
        self._holds: dict[Rule, str] = {}  # whether the condition of a rule holds
        self._displacing: dict[Applies, tuple[str, str, str, str]] = {}
        self._judged: dict[Decision, str] = {}
        self._whens: dict[Condition, str] = {}
        self._amounts: dict[Giving, str] = {}

    def explanation(self, answers: list[str], grounds: list[str], *, lasting: bool) -> Maker:
        """Return the function of an explanation."""
        told = f"({''.join(f'{one}, ' for one in grounds)})"
        if not lasting:
            told = f"{self.source.constant(in_force)}{told}"
        said = "".join(f"{one}, " for one in answers)
        last = f"new(Explanation, ({self.path(0)}, ({said}), {told}))"
        return self.function(last, [*self._judged.values(), *self.kept, *grounds])

    # --- rules and grounds ---

    def condition(self, tree: GroundTree) -> None:
        """Write the node of the condition of a rule, and whether the rule applies."""
        rule = tree.rule
        if not lasts(tree):
            self.applies(rule)
            return
        self._conditions[rule], holds = self.node(tree.condition)
        self.applying[rule] = self._holds[rule] = holds
        if rule.by.rules:
            _, by, _, _ = self._displaced(rule.by)
            stands = f"{holds} if {holds} is False or {by} is False"
            text = f"{stands} else False if {by} else None"
            self.applying[rule] = self.put("a", text, [holds, by], {}, TRUTHS)

    def applies(self, rule: Rule) -> None:
        """Write whether a rule applies that the objects know of."""
        text = f"{self.source.constant(rule.applies)}(line)"
        self.applying[rule] = self.put("a", text, values=TRUTHS)

    def _displaced(self, by: Applies) -> tuple[str, str, str, str]:
        """Return the names of all that displaces a rule: whether, by what, by what perhaps."""
        if by not in self._displacing:
            names = [self.applying[rule] for rule in by.rules]
            known = self.source.constant(Remembered(partial(Displaced, by.rules)))
            whole = self.put("d", f"{known}[({_listed(names)})]", names, {}, _DISPLACED)
            truth = self.put("b", f"{whole}.truth", [whole], {}, TRUTHS)
            sure, open_ = (
                self.put("d", f"{whole}.{which}", [whole], {}, _DISPLACED)
                for which in ("sure", "open")
            )
            self._displacing[by] = whole, truth, sure, open_
        return self._displacing[by]

    def ground(self, tree: GroundTree) -> str:
        """Return the name of a ground; None where it is not in force."""
        rule = tree.rule
        if not lasts(tree):
            judged = [
                self._judged[one]
                for given in rule.gives
                for one in spoken_by(given)
                if one in self._judged
            ]
            return self.put("g", f"{self.source.constant(tree.ground)}(line, paths)", judged)
        by = self._displaced(rule.by)[2:] if rule.by.rules else ()
        cited = self.constant(tree.cited)
        gifts, names = self._gifts(tree)
        applies, node = self.applying[rule], self._conditions[rule]
        found = f"{cited}, {applies}, {node}, {gifts}, {', '.join(by or ('()', '()'))}"
        uses = [applies, node, *names, *by]
        return self.put("g", f"new(Ground, ({found}, True))", uses, {})

    def _gifts(self, tree: GroundTree) -> tuple[str, list[str]]:
        """Return an expression of what a rule gives, and the names in it."""
        gives = tree.rule.gives
        whens = [self._further(one.when.condition) for one in gives if one.when is not None]
        amounts = [self._amount(one) for one in gives]
        names = whens + [
            name for name, given in zip(amounts, gives, strict=True) if not given.said
        ]
        if not names:
            said = tuple([one.amount.condition.said for one in gives])  # type: ignore[attr-defined]
            return self.constant(tree.gifts_of(((), said))), []
        known = self.source.constant(Remembered(tree.gifts_of))
        return f"{known}[({_listed(whens)}), ({_listed(amounts)})]", names

    def _amount(self, giving: Giving) -> str:
        """Return an expression of a value: a name where the law itself does not say it."""
        if giving not in self._amounts:
            condition = giving.amount.condition
            text, spoken_of = self.text(condition, truth=False)
            if not giving.said:
                text = self.put("x", text, spoken_of)
            self._amounts[giving] = text
        return self._amounts[giving]

    # --- decisions ---

    def decision(self, decision: Decision, kind: Kind) -> None:
        """Write what comes of the rules for a decision, and leave it in the memory."""
        truths = [self.applying[rule] for rule in decision.every]
        whens = [self._further(one.condition) for _, one in decision.further]
        values = {
            self._amount(one): self.applying[one.rule]
            for one in decision.givings
            if not one.said
        }
        live = [f"None if {truth} is False else {value}" for value, truth in values.items()]
        supplied = self.source.read(0, decision.attribute)
        stopped = self._stopped(decision)
        key = [supplied, *self._told(decision.every), *whens, *live, *(stopped or ())]
        judging = _Judging(kind, decision, refused=stopped is None)
        known, anew = map(self.source.constant, (judging.found.get, judging.anew))
        given = f"q, {supplied}, ({_listed(truths)}), line, paths"
        text = f"{known}(q := ({_listed(key)})) or {anew}({given})"
        uses = [*self._told(decision.every), *truths, *whens, *values, *(stopped or ())]
        name = self.put("j", text, dict.fromkeys(uses))
        self._judged[decision] = name
        self.source.decided[decision] = name
        if decision.spoken_of:
            keep = f"memory[{self.source.constant(decision)}, me]"
            self._statements.append(Statement(keep, f"{name}[0]", (name,)))
            self.kept.append(keep)
            self.remembers = True

    def _stopped(self, decision: Decision) -> list[str] | None:
        """Return the names of the conditions of rules that others refuse to let give a value.

        None where what they would give rests on more than these.
        """
        stopped = [decision.givings[place] for one in decision.only for place in one.stopped]
        if any(one.when or not one.said or one.rule not in self._holds for one in stopped):
            return None
        return list(dict.fromkeys(self._holds[one.rule] for one in stopped))

    def _told(self, every: tuple[Rule, ...]) -> list[str]:
        """Return names by which it is told which rules apply.

        What displaces a rule tells it of all that may.
        """
        within = [by for by in self._displacing if set(by.rules) <= set(every)]
        if not within:
            return [self.applying[rule] for rule in every]
        most = max(within, key=lambda by: len(by.rules))
        others = [self.applying[rule] for rule in every if rule not in most.rules]
        return [*others, self._displacing[most][0]]

    def _further(self, condition: Condition) -> str:
        """Return the name of whether a further condition holds, looked at once."""
        if condition not in self._whens:
            text, spoken_of = self.text(condition)
            keys = self.keys(condition.few)
            self._whens[condition] = self.put("v", text, spoken_of, keys, TRUTHS)
        return self._whens[condition]

    def told(self, decision: Decision) -> str:
        """Return an expression of what is decided, as it is told."""
        return f"{self._judged[decision]}[1]"


class _Judging:
    """What is decided and how that is told, by which rules apply and what they give.

    `refused`: what rules refuse is not told by the key.
    """

    __slots__ = ("_decision", "_kind", "_refused", "found")

    def __init__(self, kind: Kind, decision: Decision, *, refused: bool) -> None:
        self._kind = kind
        self._refused = refused
        self._decision = decision
        self.found: dict[Any, tuple[Made, Answer]] = {}

    def anew(
        self, key: Any, supplied: Any, truths: tuple[Truth, ...], line: Line, paths: Paths
    ) -> tuple[Made, Answer]:
        """Decide where it is known which rules apply."""
        if supplied is None and self._refused and self._decision.partly_refused(truths):
            key = (self._decision.refusing(line, truths), key)
            if (found := self.found.get(key)) is not None:
                return found
        self._decision.judge(line, truths)
        made = self._decision.made(line)
        found = made, answer(self._decision, line, paths)
        if supplied is None and made.value is not None and not self._decision.dated:
            if len(self.found) >= ROOM:
                self.found.clear()
            self.found[key] = found
        return found


def spoken_by(giving: Giving) -> list[Decision]:
    """Return the decisions that a value or its further condition speaks of."""
    asked = [part for part in (giving.amount, giving.when) if part is not None]
    return [one for part in asked for one in decided(part.condition)]


def decided(condition: Condition) -> list[Decision]:
    """Return the decisions about the same thing that a condition speaks of."""
    parts = within(condition)
    return [one.decision for one in parts if isinstance(one, Decided) and not one.depth]


def lasts(ground: GroundTree) -> bool:
    """Tell whether a rule is in force always."""
    return ground.rule.version.day is None


def _listed(names: Iterable[str]) -> str:
    return "".join(f"{one}, " for one in names)
