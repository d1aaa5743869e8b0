"""The data of a law, as a package holds them, made into the objects that run.

`lawc.backends.python.as_data` writes the data and says what they look like. A condition is made
for the kind of thing that it is asked of, since that says how far above it the things
stand that it speaks of.
"""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from types import ModuleType
from typing import Any

from lawc.runtime import logic
from lawc.runtime.engine import conditions as made
from lawc.runtime.engine import defined, lists, literals
from lawc.runtime.engine.few import Few, Small
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.rules import Applies, Decided, Decision, Giving, Rule
from lawc.runtime.engine.sight import Sight
from lawc.runtime.values import Period, Shift

Data = Mapping[str, Any]
_FEW = {"truth", "choice", "provision"}  # types with few values

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
_COMPUTED: dict[str, Callable[..., Any]] = {
    "total": logic.total,
    "if_any": logic.if_any,
    "product": logic.product,
    "largest": logic.largest,
    "smallest": logic.smallest,
    "less": logic.less,
    "days": logic.days_between,
}


class Law:
    """A law that can be run: the decisions about each kind, and the grounds of each."""

    def __init__(self, text: str, facts: ModuleType) -> None:
        data = json.loads(text)
        self.data = data
        self._facts = facts
        self.kinds: dict[str, Kind] = {}
        for one in data["kinds"]:
            self.kinds[one["key"]] = self._kind(one)
        self.order: dict[str, int] = {cite: n for n, cite in enumerate(data["order"])}
        self._day = self.of_day(data["law_day"]) if data["law_day"] else None
        self._rules: dict[tuple[int, str], Rule] = {}
        self._groups: dict[tuple[str, str], lists.Group | None] = {}
        self._defined: dict[str, defined.Defined] = {}
        self._kept: list[Any] = []
        self._shared: dict[tuple[int | str, ...], Applies] = {}
        # No rule rests on itself, but what it gives may speak of what rests on the rule. So
        # there are decisions first, then rules, then what they give, and then who gives what.
        self._not_giving: list[tuple[Rule, Data, str]] = []
        said: Mapping[str, Data] = data["decisions"]
        self._decisions = {key: self._decision(key, one) for key, one in said.items()}
        for key, one in said.items():
            self._give(self._decisions[key], one)
        self.decisions: dict[str, tuple[Decision, ...]] = {}
        for kind in self.kinds:
            keys = [key for key, one in said.items() if one["kind"] == kind]
            if keys:
                self.decisions[kind] = tuple([self._decisions[key] for key in keys])
        self.sights = tuple(map(Sight, self.decisions.values()))
        # of each kind, those below it of whom something is decided, or of some below them
        self.below: dict[str, tuple[Kind, ...]] = {}
        for key, one in reversed(self.kinds.items()):
            told = [of for of in one.below if of.key in self.decisions or self.below[of.key]]
            self.below[key] = tuple(told)

    def compile(self) -> None:
        """Make functions of what was read so far: for a law that is run for many cases."""
        from lawc.runtime.engine.compiled import compile_law  # noqa: PLC0415 - few ask so often

        versions = [one.version for one in self._rules.values()]
        versions += [one for what in self._defined.values() for one in what.versions]
        gives = [one for rule in self._rules.values() for one in rule.gives]
        asked = [one.part for one in versions] + [one.amount for one in gives]
        asked += [one.when for one in gives if one.when is not None]
        compile_law(asked, self.sights)

    @property
    def root(self) -> Kind:
        """Return the kind that a case is about."""
        return next(iter(self.kinds.values()))

    # --- kinds ---

    def _kind(self, one: Data) -> Kind:
        above = self.kinds.get(one["above"])
        kind = Kind(one["key"], above, one["group"], one["key_of_group"])
        if above is not None:
            above.below.append(kind)
        said = one["facts"]
        kind.attributes = {key: fact["attribute"] for key, fact in said.items()}
        kind.fractions, kind.dates = (
            frozenset(key for key, fact in said.items() if fact["type"] == type_)
            for type_ in ("fraction", "date")
        )
        kind.assumed = {
            key: getattr(self._facts, fact["assumed"])
            for key, fact in said.items()
            if "assumed" in fact
        }
        kind.domains = {key: self._domain(fact) for key, fact in said.items()}
        kind.small = {
            key: (key, *fact.get("mates", ()))
            for key, fact in said.items()
            if fact["type"] in _FEW
        }
        kind.possible = getattr(self._facts, one["possible"])
        kind.types = {key: fact["type"] for key, fact in said.items()}
        kind.clauses = tuple(
            tuple((key, tuple(values)) for key, values in clause)
            for clause in one.get("clauses", ())
        )
        return kind

    def _domain(self, fact: Data) -> tuple[Any, ...]:
        if fact["type"] == "truth":
            return (True, False)
        if fact["type"] == "choice":
            return tuple(map(getattr(self._facts, fact["class"]), fact["values"]))
        return ()

    # --- rules, concepts, decisions ---

    def rule(self, place: int, kind: str) -> Rule:
        """Return the rule that stands at `place`, as it is asked of things of `kind`."""
        found = self._rule(place, kind)
        while self._not_giving:
            one, data, of = self._not_giving.pop()
            one.gives = tuple(
                [self._giving(one, n, given, of) for n, given in enumerate(data["gives"])]
            )
        return found

    def _rule(self, place: int, kind: str) -> Rule:
        """Return a rule that may be without what it gives."""
        if (place, kind) not in self._rules:
            data = self.data["rules"][place]
            version = self._version(data, self._part(data["condition"], kind))
            rule = self._rules[place, kind] = Rule(
                place, data.get("citation"), version, data.get("listed_in")
            )
            rule.by = self._any_of(data.get("by", []), kind)
            if "gives" in data:
                self._not_giving.append((rule, data, kind))
        return self._rules[place, kind]

    def _any_of(self, places: list[int], kind: str) -> Applies:
        """Return whether one of some rules applies; the same object for the same rules."""
        if (*places, kind) not in self._shared:
            found = Applies(tuple([self._rule(one, kind) for one in places]))
            self._shared[*places, kind] = found
        return self._shared[*places, kind]

    def _giving(self, rule: Rule, place: int, data: list[Any], kind: str) -> Giving:
        decision, amount, when = data
        said = self.data["decisions"][decision]
        if amount[0] == "literal" and "class" in said:
            value: made.Condition = made.Literal(self._chosen(said, amount[2]))
        else:
            value = self.condition(amount, kind)
        further = None if when is None else made.Asked(self.condition(when, kind))
        list_ = None if rule.listed_in is None else (rule.listed_in, place)
        return Giving(rule, decision, made.Asked(value), further, self._otherwise(said), list_)

    def _chosen(self, said: Data, value: str) -> Any:
        return getattr(self._facts, said["class"])(value)

    def _version(self, data: Data, part: made.Condition) -> defined.Version:
        start, end = (
            None if one is None else date.fromisoformat(one)
            for one in (data.get("start"), data.get("end"))
        )
        return defined.Version(self._day, start, end, part, data.get("citation", ""))

    def defined(self, key: str) -> defined.Defined:
        """Return a concept or a quantity."""
        if key not in self._defined:
            data = self.data["defined"][key]
            attribute = self.kinds[data["kind"]].attributes[key]
            concept = data["what"] == "concept"
            one = defined.Meaning(attribute) if concept else defined.Amount(attribute)
            self._defined[key] = one
            versions = tuple(
                self._version(version, self._part(version["means"], data["kind"]))
                for version in data["versions"]
            )
            # hardly a case supplies it, so it is counted as one value
            supplied = Few(frozenset({Small(0, attribute, 1)})) if concept else None
            one.means(versions, supplied)
        return self._defined[key]

    def _decision(self, key: str, data: Data) -> Decision:
        """Return what the law decides under `key`, without what gives it a value."""
        fraction = data["type"] == "fraction"
        one = Decision(key, data["how"], self._otherwise(data), fraction=fraction)
        one.supplied_from(self.kinds[data["kind"]].attributes[key])
        one.kept = self._kept
        one.order = self.order
        one.contrary = data["contrary"]
        one.dated = data.get("dated", False)
        one.choice = getattr(self._facts, data["class"]) if "class" in data else None
        one.says_itself = data["type"] in ("truth", "choice")
        return one

    def _give(self, one: Decision, data: Data) -> None:
        """Say what gives a decision a value, and which facts are tried."""
        kind = data["kind"]
        rules = [self.rule(place, kind) for place in data["rules"]]
        one.givings = tuple(g for rule in rules for g in rule.gives if g.decision == one.key)
        one.rests_on(_with_displacers(rules))
        facts = [self.fact(of, fact, kind) for of, fact in data["cases"]]
        one.cases = tuple(fact for fact in facts if isinstance(fact, made.Fact))

    def _otherwise(self, data: Data) -> Any:
        if data["otherwise"] is None:
            return logic.NOTHING
        if "class" in data:
            return self._chosen(data, data["otherwise"][2])
        return literals.literal(data["otherwise"])

    # --- conditions and values ---

    def _part(self, data: Any, kind: str) -> made.Condition:
        """Return the condition of a node of a tree, or a value that is no node."""
        return (
            self._of_node(data, kind) if isinstance(data, dict) else self.condition(data, kind)
        )

    @literals.with_data
    def _of_node(self, data: Data, kind: str) -> made.Condition:
        """Return the condition of a node of a tree."""
        parts = data.get("parts", ())
        match data["rests"]:
            case "facts":
                return self.condition(data["when"], kind)
            case "all":
                return made.All(*[self._of_node(one, kind) for one in parts])
            case "any":
                return made.AnyOf(*[self._of_node(one, kind) for one in parts])
            case "at_least":
                return made.AtLeast(
                    data["number"], *[self._of_node(one, kind) for one in parts]
                )
            case "not":
                return made.Not(self._of_node(parts[0], kind))
            case "definition":
                return self.use(data["key"], kind)
            case "provisions":
                places = [one["place"] for one in parts]
                return self._any_of(places, kind)
            case listed:
                of = data["kind"]
                group = self.group(of, kind)
                if group is None:
                    return made.Absent(self.kinds[of].key_of_group)
                inner = self._of_node(parts[0], of)
                if listed == "every":
                    return lists.Every(group, inner)
                return lists.Some(data["number"], group, inner)

    @literals.with_data
    def condition(self, data: list[Any], kind: str) -> made.Condition:  # noqa: C901
        """Return a condition or a value that is asked of things of `kind`."""
        word, *rest = data
        within = partial(self.condition, kind=kind)
        match word:
            case "literal":
                return made.Literal(literals.literal(data))
            case "fact":
                return self.fact(rest[0], rest[1], kind)
            case "day":
                return self.of_day(rest[0])
            case "use":
                return self.use(rest[0], kind)
            case "decided":
                return self.decided(rest[0], kind)
            case "applies":
                return self._any_of(rest[0], kind)
            case "all":
                return made.All(*map(within, rest))
            case "any":
                return made.AnyOf(*map(within, rest))
            case "at_least":
                return made.AtLeast(rest[0], *map(within, rest[1:]))
            case "not":
                return made.Not(within(rest[0]))
            case "one_of":
                return made.OneOf(frozenset(rest[0]), within(rest[1]))
            case "under":
                return made.Under(
                    tuple(map(literals.provision_range, rest[0])), within(rest[1])
                )
            case "some" | "every" | "number" | "sum":
                return self._of_members(word, rest, kind)
            case "rounded" if rest[:2] == ["up", "1"] and _of_two(rest[2]):
                return made.Computed(literals.share_up, *map(within, rest[2][1:]))
            case "rounded":
                rounded = partial(literals.rounded, direction=rest[0], unit=Fraction(rest[1]))
                return made.Computed(rounded, within(rest[2]))
            case "after" | "ahead":
                up, before = self.data["month_end_up"], word == "ahead"
                return made.Moved(Shift(Period(*rest[0]), up, before), within(rest[1]))
            case "row" | "parts":
                rows = tuple(map(literals.row, rest[0]))
                read = partial(literals.in_rows, in_parts=word == "parts", rows=rows)
                return made.Computed(read, within(rest[1]))
            case _ if word in _COMPARED:
                parts = map(within, rest)
                test, said = _COMPARED[word], tuple(rest)
                return made.Compared(test, parts, where_nothing=word == "!=", said=said)
            case _:
                return made.Computed(_COMPUTED[word], *map(within, rest))

    def _of_members(self, word: str, rest: list[Any], kind: str) -> made.Condition:
        *number, of, part = rest
        group = self.group(of, kind)
        if group is None:
            return made.Absent(self.kinds[of].key_of_group)
        parts = () if part is None else (self.condition(part, of),)
        match word:
            case "some":
                return lists.Some(number[0], group, *parts)
            case "every":
                return lists.Every(group, *parts)
            case "number":
                return lists.Number(group, *parts)
            case _:
                return lists.Sum(group, *parts)

    def fact(self, of: str, key: str, kind: str) -> made.Condition:
        """Return a fact of the thing of kind `of`."""
        depth = self.kinds[kind].depth(of)
        if depth is None:
            return made.Absent(key)
        owner, few = self.kinds[of], None
        if key in owner.small:
            few = Few(
                frozenset(
                    Small(depth, owner.attributes[one], owner.number(one))
                    for one in owner.small[key]
                )
            )
        return made.Fact(depth, owner.attributes[key], key, owner.assumed.get(key), few, owner)

    def of_day(self, key: str) -> made.Day:
        """Return a day that is asked for."""
        return made.Day(self.data["days"][key], key)

    def use(self, key: str, kind: str) -> made.Condition:
        """Return a concept or a quantity."""
        depth = self.kinds[kind].depth(self.data["defined"][key]["kind"])
        return made.Absent() if depth is None else defined.Use(depth, self.defined(key))

    def decided(self, key: str, kind: str) -> made.Condition:
        """Return what is decided."""
        depth = self.kinds[kind].depth(self.data["decisions"][key]["kind"])
        return made.Absent() if depth is None else Decided(depth, self._decisions[key])

    def group(self, of: str, kind: str) -> lists.Group | None:
        """Return the list of things of the kind `of`, None if it is not in sight."""
        if (of, kind) not in self._groups:
            member = self.kinds[of]
            depth = None if member.above is None else self.kinds[kind].depth(member.above.key)
            group = lists.Group(depth or 0, member.group, member.key_of_group)
            self._groups[of, kind] = None if depth is None else group
        return self._groups[of, kind]


def _of_two(data: list[Any]) -> bool:
    return data[0] == "product" and len(data) == 3  # noqa: PLR2004 - the word and two parts


def _with_displacers(rules: list[Rule]) -> tuple[Rule, ...]:
    """Return the rules, and those that displace them, and so on, as the law has them."""
    found = dict.fromkeys(rules)
    waiting = list(rules)
    while waiting:
        further = [by for by in waiting.pop().by.rules if by not in found]
        found |= dict.fromkeys(further)
        waiting += further
    return tuple(sorted(found, key=lambda rule: rule.place))
