"""Amounts of a case: the amounts of the law, with the values that a thing has in its slots.

`lawc.meaning.reckoning` says what the parts of an amount are. Its value is that of its slot. A
quantity is one amount for the thing that has it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from lawc.runtime.amounts import (
    Amount,
    AmountHead,
    Makes,
    Moved,
    Plain,
    Rounding,
    Row,
    rows_used,
)
from lawc.runtime.engine.law import Data, Kind, Law, Ref
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.reads import plain
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING, in_force
from lawc.runtime.reasons import where
from lawc.runtime.values import Truth


class Written:
    """A value that the law says."""

    __slots__ = ("always", "head")

    def __init__(self, head: AmountHead, value: Plain) -> None:
        self.head = head
        self.always = Amount(head, value)

    def amount(self, table: Table) -> Amount:  # noqa: ARG002 - as the others
        """Return the amount, the same in every case."""
        return self.always


class OfDay:
    """A day that a case is decided for."""

    __slots__ = ("head",)

    def __init__(self, head: AmountHead) -> None:
        self.head = head

    def amount(self, table: Table) -> Amount:
        """Return the amount for the thing of a table."""
        return Amount(self.head, plain(table.memo.days[self.head.key], fraction=False))


class OfFact:
    """A fact; `assumed` is its attribute where assumptions may say it."""

    __slots__ = ("assumed", "fraction", "head", "ref")

    def __init__(self, head: AmountHead, ref: Ref, assumed: str | None) -> None:
        self.head = head
        self.ref = ref
        self.fraction = head.type == "fraction"
        self.assumed = assumed

    def amount(self, table: Table) -> Amount:
        """Return the amount for the thing of a table."""
        at = table.up(self.ref.depth)
        value = at.own[self.ref.number]
        assumed = (
            self.assumed is not None
            and value is not None
            and getattr(at.thing, self.assumed) is None
        )
        path = where(at.path, self.head.key)
        return Amount(self.head, plain(value, fraction=self.fraction), False, path, assumed)


class Computed:
    """A value that is computed from its parts."""

    __slots__ = ("fraction", "head", "parts", "ref")

    def __init__(self, head: AmountHead, ref: Ref, parts: tuple[Tree, ...]) -> None:
        self.head = head
        self.ref = ref
        self.fraction = head.type == "fraction"
        self.parts = parts

    def amount(self, table: Table) -> Amount:
        """Return the amount for the thing of a table."""
        value, nothing = _value(table, self.ref, fraction=self.fraction)
        parts = tuple([part.amount(table) for part in self.parts])
        rows = rows_used(self.head, parts[0].value) if self.head.rows else ()
        return Amount(self.head, value, nothing, parts=parts, rows=rows)


class OfMembers:
    """The number of some members of a list, or a sum over all.

    `condition` is the slot of a member that tells whether it is counted; None: all are.
    """

    __slots__ = ("condition", "depth", "fraction", "head", "kind", "member", "part", "ref")

    def __init__(
        self,
        head: AmountHead,
        ref: Ref,
        kind: Kind,
        depth: int,
        condition: int | None,
        part: Tree | None,
    ) -> None:
        self.head = head
        self.ref = ref
        self.fraction = head.type == "fraction"
        self.kind = kind
        self.depth = depth
        self.condition = condition
        self.part = part
        if part is not None:
            self.member = AmountHead(Makes.MEMBER, part.head.type, part.head.currency)

    def amount(self, table: Table) -> Amount:
        """Return the amount for the thing of a table."""
        value, nothing = _value(table, self.ref, fraction=self.fraction)
        at = table.up(self.depth)
        members = at.members(self.kind)
        path = where(at.path, self.kind.field)
        number = None if members is None else len(members)
        parts: tuple[Amount, ...] = ()
        counted: tuple[str, ...] = ()
        if self.part is not None:
            parts = tuple([self._member(self.part, member) for member in members or ()])
        else:
            wanted = None if value is None else True
            counted = tuple(
                [member.path for member in members or () if self._counts(member) is wanted]
            )
        return Amount(
            self.head, value, nothing, path, parts=parts, counted=counted, number=number
        )

    def _member(self, part: Tree, table: Table) -> Amount:
        amount = part.amount(table)
        return Amount(self.member, amount.value, amount.nothing, table.path, parts=(amount,))

    def _counts(self, table: Table) -> Any:
        return True if self.condition is None else table.own[self.condition]


class OfDecision:
    """A decision about the thing, or about one above it."""

    __slots__ = ("depth", "fraction", "head", "law", "ref")

    def __init__(self, law: Law, head: AmountHead, depth: int, ref: Ref) -> None:
        self.law = law
        self.head = head
        self.fraction = head.type == "fraction"
        self.depth = depth
        self.ref = ref

    def amount(self, table: Table) -> Amount:
        """Return the amount for the thing of a table."""
        value, nothing = _value(table, self.ref, fraction=self.fraction)
        at = table.up(self.depth)
        decision = self.law.decisions[self.head.key]
        provisions: tuple[str, ...] = ()
        if value is not None or nothing:
            provisions = making_of(self.law, decision, at).provisions
        path = where(at.path, self.head.key)
        return Amount(self.head, value, nothing, path, provisions=provisions)


class OfQuantity:
    """A quantity as an expression names it."""

    __slots__ = ("depth", "head", "quantity")

    def __init__(self, head: AmountHead, depth: int, quantity: Quantity) -> None:
        self.head = head
        self.depth = depth
        self.quantity = quantity

    def amount(self, table: Table) -> Amount:
        """Return the amount for the thing of a table."""
        return self.quantity.amount(table.up(self.depth), self.head)


class Quantity:
    """A quantity: its versions, of which one may be in force; made once for a thing."""

    __slots__ = ("attribute", "law", "number", "versions")

    def __init__(self, law: Law, number: int, attribute: str) -> None:
        self.law = law
        self.number = number
        self.attribute = attribute
        self.versions: tuple[tuple[AmountHead, Tree], ...] = ()

    def amount(self, table: Table, head: AmountHead) -> Amount:
        """Return the amount for the thing of a table."""
        key = (table.path, head.key)
        amount = table.memo.amounts.get(key)
        if amount is None:
            amount = table.memo.amounts[key] = self._amount(table, head)
        return amount

    def _amount(self, table: Table, head: AmountHead) -> Amount:
        fraction = head.type == "fraction"
        value, nothing = _value(table, Ref(0, self.number), fraction=fraction)
        path = where(table.path, head.key)
        if getattr(table.thing, self.attribute) is not None:
            return Amount(head._replace(makes=Makes.SUPPLIED), value, nothing, path)
        for version, part in self.versions:
            now: Truth = True
            if version.start is not None or version.end is not None:
                now = in_force(table.memo.days[self.law.law_day], version.start, version.end)
            if now is None:
                break
            if now:
                return Amount(version, value, nothing, path, parts=(part.amount(table),))
        return Amount(head, value, nothing, path)


Tree = Written | OfDay | OfFact | Computed | OfMembers | OfDecision | OfQuantity


def _value(table: Table, ref: Ref, *, fraction: bool) -> tuple[Plain | None, bool]:
    value = table.value(ref)
    return plain(value, fraction=fraction), value is NOTHING


class Amounts:
    """The amounts of a law."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.slots = {
            key: {
                (slot.op, slot.detail): number
                for number, slot in enumerate(kind.slots)
                if slot.op in ("fact", "quantity")
            }
            for key, kind in law.kinds.items()
        }
        self.quantities: dict[str, Quantity] = {}
        defined = {k: v for k, v in law.data["defined"].items() if v["what"] == "quantity"}
        for key, definition in defined.items():
            kind = law.kinds[definition["kind"]]
            number = self.slots[kind.key]["quantity", key]
            self.quantities[key] = Quantity(law, number, kind.attributes[key])
        for key, definition in defined.items():
            self.quantities[key].versions = tuple(
                [self._version(data, definition["kind"]) for data in definition["versions"]]
            )

    def _version(self, data: Data, kind: str) -> tuple[AmountHead, Tree]:
        days = [data.get(name) for name in ("start", "end")]
        start, end = (None if day is None else date.fromisoformat(day) for day in days)
        head = _head(data["head"])._replace(start=start, end=end)
        return head, self.tree(data["amount"], kind)

    def tree(self, data: Data, kind: str) -> Tree:
        """Return an amount of things of `kind`, read from the data of the law."""
        head, line = _head(data), self.law.kinds[kind].line
        match head.makes:
            case Makes.WRITTEN:
                return Written(head, data["value"])
            case Makes.DAY:
                return OfDay(head)
            case Makes.FACT:
                owner = self.law.kinds[data["kind"]]
                ref = Ref(line.index(owner.key), self.slots[owner.key]["fact", head.key])
                known = owner.attributes[head.key] if head.key in owner.assumed else None
                return OfFact(head, ref, known)
            case Makes.QUANTITY:
                return OfQuantity(head, line.index(data["kind"]), self.quantities[head.key])
            case Makes.DECISION:
                depth = line.index(data["kind"])
                return OfDecision(self.law, head, depth, _ref(data["slot"]))
            case Makes.COUNT | Makes.SUM:
                return self._of_members(head, data, kind)
            case _:
                parts = tuple([self.tree(part, kind) for part in data.get("parts", ())])
                return Computed(head, _ref(data["slot"]), parts)

    def _of_members(self, head: AmountHead, data: Data, kind: str) -> OfMembers:
        line, ref = self.law.kinds[kind].line, _ref(data["slot"])
        member = self.law.kinds[data["kind"]]
        slot = self.law.kinds[line[ref.depth]].slots[ref.number]
        part = None if head.makes is Makes.COUNT else self.tree(data["parts"][0], member.key)
        condition = None if part is not None else slot.detail[1]
        return OfMembers(head, ref, member, line.index(member.line[1]), condition, part)


def _ref(data: Any) -> Ref:
    return Ref(0, data) if isinstance(data, int) else Ref(*data)


def _head(data: Data) -> AmountHead:
    rounding, period = data.get("rounding"), data.get("period")
    return AmountHead(
        Makes(data["makes"]),
        data["type"],
        data.get("currency", ""),
        data.get("text", ""),
        data.get("key", ""),
        data.get("citation", ""),
        rounding=rounding and Rounding(*rounding),
        period=period and Moved(*period),
        rows=tuple([Row(*row) for row in data.get("rows", ())]),
    )
