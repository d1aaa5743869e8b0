"""The reasoning trees of a law, made from its data."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from lawc.runtime.engine.reading import Data, Law
from lawc.runtime.engine.reads import Read, Reading, ReadMembers
from lawc.runtime.engine.trees import (
    Grounds,
    GroundTree,
    Joined,
    MeaningTree,
    OfFacts,
    OfMeaning,
    OfMembers,
    OfNobody,
    OfRule,
    Tree,
)
from lawc.runtime.reasons import Cited, Head, Rests


class Growing:
    """The grounds of the decisions of a law."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._meanings: dict[str, MeaningTree] = {}
        # made all at once: what is asked for while another thread makes it would be half made
        self.of = {kind: self._of(kind) for kind in law.decisions}  # the grounds of each kind

    def compile(self) -> None:
        """Make functions of all grounds: for a law whose trees are asked for often."""
        from lawc.runtime.engine.grown import compile_trees  # noqa: PLC0415 - few ask so often

        compile_trees(self.of.values(), self._meanings.values())

    def _of(self, kind: str) -> Grounds:
        places = self._law.data["grounds"][kind]
        trees = tuple([self._ground(place, kind) for place in places])
        return Grounds(self._law.kinds[kind], self._law.decisions[kind], trees)

    def _ground(self, place: int, kind: str) -> GroundTree:
        data = self._law.data["rules"][place]
        rule = self._law.rule(place, kind)
        cited = Cited(data.get("citation", ""), data["text"], *_marks(data))
        fractions = {
            k for k, one in self._law.data["decisions"].items() if one["type"] == "fraction"
        }
        tree = self.tree(data["condition"], kind)
        return GroundTree(rule, cited, tree, frozenset(fractions))

    def tree(self, data: Data, kind: str) -> Tree:
        """Return the node that `data` describe, as it is asked of things of `kind`."""
        head = _head(data)
        parts = data.get("parts", ())
        match data["rests"]:
            case "facts":
                condition = self._law.condition(data["when"], kind)
                reads = tuple(self._reads(data["reads"], kind))
                return OfFacts(head, condition, reads)
            case "definition":
                depth = self._law.kinds[kind].depth(
                    self._law.data["defined"][data["key"]]["kind"]
                )
                if depth is None:
                    return OfNobody(head, None)
                return OfMeaning(head, depth, self._meaning(data["key"]))
            case "applies":
                return OfRule(head, self._law.rule(data["place"], kind))
            case "some" | "every":
                group = self._law.group(data["kind"], kind)
                listed = ReadMembers(group, self._law.kinds[data["kind"]].key_of_group, ())
                return OfMembers(head, group, listed, self.tree(parts[0], data["kind"]))
            case _:
                return Joined(head, tuple(self.tree(one, kind) for one in parts))

    def _meaning(self, key: str) -> MeaningTree:
        if key not in self._meanings:
            data, defined = self._law.data["defined"][key], self._law.defined(key)
            trees = [self.tree(version["means"], data["kind"]) for version in data["versions"]]
            versions = tuple(zip(defined.versions, trees, strict=True))
            one = MeaningTree(key, defined, versions)
            self._meanings[key] = one
        return self._meanings[key]

    def _reads(self, reads: list[list[Any]], kind: str) -> Iterator[Reading]:
        for word, *rest in reads:
            match word:
                case "day":
                    day = self._law.of_day(rest[0])
                    yield Read(rest[0], None, day)
                case "members":
                    of, within = rest
                    group = self._law.group(of, kind)
                    inner = () if group is None else tuple(self._reads(within, of))
                    yield ReadMembers(group, self._law.kinds[of].key_of_group, inner)
                case "fact":
                    yield self._read_fact(rest[0], rest[1], kind)
                case _:
                    yield self._read_value(word, rest[0], rest[1], kind)

    def _read_fact(self, of: str, key: str, kind: str) -> Read:
        depth, owner = self._law.kinds[kind].depth(of), self._law.kinds[of]
        if depth is None:
            return Read(key, None, None)
        fact = self._law.fact(of, key, kind)
        fraction, date = key in owner.fractions, key in owner.dates
        read = Read(key, depth, fact, fraction=fraction, date=date)
        if key in owner.assumed:
            read.supplied = attrgetter(owner.attributes[key])
        return read

    def _read_value(self, word: str, of: str, key: str, kind: str) -> Read:
        depth = self._law.kinds[kind].depth(of)
        if depth is None:
            return Read(key, None, None)
        if word == "decision":
            condition, data = self._law.decided(key, kind), self._law.data["decisions"][key]
        else:
            condition, data = self._law.use(key, kind), self._law.data["defined"][key]
        return Read(key, depth, condition, fraction=data["type"] == "fraction")


def _marks(data: Data) -> tuple[str, str]:
    return data.get("source", ""), data.get("remark", "")


def _head(data: Data) -> Head:
    source, remark = _marks(data)
    return Head(
        data.get("text", ""),
        Rests(data["rests"]),
        data.get("citation", ""),
        data.get("number", 0),
        source,
        remark,
        data.get("key", ""),
    )
