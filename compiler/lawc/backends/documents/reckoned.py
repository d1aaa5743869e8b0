"""Amounts as lines: a computation on one line, below it those of its operands.

Before: LESS(QUANTITY "the full amount" (...), QUANTITY "the deduction" (...)). After::

    346.30 euro (the full amount, 3(3)) less 0.01 euro (the deduction, 3(4)) = 346.29 euro
      the full amount, 3(3): 474.37 euro (the monthly base, 3(1)) × 73 per cent (the rate) ...

A quantity that the law says as a number, a fact and a day stand in the computation alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lawc.backends.documents.report import Report
from lawc.backends.documents.showing import tidy
from lawc.backends.documents.words import Words
from lawc.records import dataclass
from lawc.runtime.amounts import Amount, Makes, Moved, Plain, Row, amounts_once, exact, number
from lawc.runtime.reasons import Combined, Gift

_JOINED = {Makes.TOTAL: "amount_plus", Makes.LESS: "amount_less", Makes.PRODUCT: "amount_times"}
_CHOSEN = {Makes.LARGEST: "amount_largest", Makes.SMALLEST: "amount_smallest"}
_LIMITS = {Makes.LARGEST: "amount_not_less", Makes.SMALLEST: "amount_not_more"}
_NAMED = (
    Makes.FACT,
    Makes.DAY,
    Makes.DECISION,
    Makes.QUANTITY,
    Makes.SUPPLIED,
    Makes.ELSEWHERE,
)
_ATOMS = (*_NAMED, Makes.WRITTEN, Makes.CONDITION)
_OF_DAYS = (Makes.DAYS, Makes.SPAN, Makes.MONTHS, Makes.START, Makes.SHIFTED)
_SHORT = (*_JOINED, *_OF_DAYS, Makes.QUOTIENT, Makes.IF_ANY)  # in brackets, if of atoms
_MOST = 10  # of a list or of rivals, as many as a reader looks at


@dataclass(frozen=True, slots=True)
class AmountLine:
    """A computation on one line; the parts are those of its operands."""

    text: str
    parts: tuple[AmountLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The report that has the amounts, and the words for them."""

    report: Report
    words: Words

    def gifts(self, gifts: tuple[Gift, ...]) -> tuple[AmountLine, ...]:
        """Return the computations of values, each once, with the names of several decisions."""
        amounts = amounts_once([gift.amount for gift in gifts])
        several = len({gift.decision for gift in gifts if gift.amount}) > 1
        lines = []
        for gift, amount in zip(gifts, amounts, strict=True):
            if amount is not None:
                line = self.root(amount)
                name = f"{tidy(self.report.label(gift.decision))}: " if several else ""
                lines.append(AmountLine(f"{name}{line.text}", line.parts))
        return tuple(dict.fromkeys(lines))

    def combined(self, combined: Combined, decision: str) -> str:
        """Return the values that a decision combines, with the provisions."""
        type_ = self.report.decided.get(decision)
        values = [
            self.words(
                "combined_value",
                value=tidy(self.report.value(value, type_)),
                provision=tidy(provision),
            )
            for provision, value in combined.values[:_MOST]
        ]
        if len(combined.values) > _MOST:
            values.append(self.words("and_more", number=len(combined.values) - _MOST))
        values_combined = self.words(f"combined_{combined.how}", values=", ".join(values))
        by = tidy(combined.citation)
        return (
            f"{values_combined}, {self.words('combined_by', provision=by)}"
            if by
            else values_combined
        )

    def line(self, amount: Amount) -> AmountLine:
        """Return an amount as a line, with the lines of its operands below it."""
        below: list[AmountLine] = []
        match amount.makes:
            case Makes.MEMBER:
                text = f"{tidy(amount.path)}: {self.computation(amount.parts[0], below)}"
            case Makes.QUANTITY if amount.parts:
                text = f"{self.notes(amount)}: {self.computation(amount.parts[0], below)}"
            case _:
                text = self.computation(amount, below)
        return AmountLine(text, tuple(below))

    def root(self, amount: Amount) -> AmountLine:
        """Return the amount that a rule gives as a line."""
        below: list[AmountLine] = []
        text = self.computation(amount, below)
        return AmountLine(text, tuple(below))

    # --- computations ---------------------------------------------------------------------

    def computation(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return how a value is computed; the lines of its operands are added to `below`."""
        if amount.makes in _ATOMS:
            return self.operand(amount, below)
        if amount.makes is Makes.ROUNDED:
            return self.rounded(amount, below)
        if amount.makes is Makes.COUNT:
            return self.counted(amount)
        limited = self.limited(amount, below)
        sign = "amount_is" if amount.makes in (Makes.ROW, Makes.BY_CASE) else "amount_equals"
        return limited or self.words(
            sign, computation=self.operation(amount, below), value=self.value(amount)
        )

    def operation(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return the operation of an amount on its operands."""
        match amount.makes:
            case Makes.SUM:
                below += self.members(amount)
                members = "" if amount.number is None else str(amount.number)
                return self.words("amount_sum", list=tidy(amount.path), number=members)
            case Makes.PARTS:
                return self.by_parts(amount, below)
            case Makes.BY_CASE:
                return self.by_case(amount, below)
        parts = [self.operand(part, below) for part in amount.parts]
        match amount.makes:
            case Makes.TOTAL | Makes.LESS | Makes.PRODUCT:
                return self.words(_JOINED[amount.makes]).join(parts)
            case Makes.QUOTIENT:
                by_zero = {"if_zero": parts[2]} if parts[2:] else {}
                key = "amount_divided_or" if by_zero else "amount_divided"
                return self.words(key, value=parts[0], by=parts[1], **by_zero)
            case Makes.LARGEST | Makes.SMALLEST:
                days = "_day" if amount.head.type == "date" else ""
                return self.words(f"{_CHOSEN[amount.makes]}{days}", values=", ".join(parts))
            case Makes.DAYS:
                return self.words("amount_days", start=parts[0], end=parts[1])
            case Makes.SPAN:
                return self.words("amount_span", start=parts[0], end=parts[1])
            case Makes.MONTHS:
                return self.words("amount_months", start=parts[0], end=parts[1])
            case Makes.START:
                return self.words(f"amount_start_{amount.head.key}", day=parts[0])
            case Makes.SHIFTED:
                moved = amount.head.period
                assert moved is not None, "a day is moved by a period"
                key = "amount_before" if moved.before else "amount_after"
                return self.words(key, period=self.period(moved), day=parts[0])
            case Makes.ROW:
                rows = [self.row(used.row, amount.parts[0]) for used in amount.rows]
                key = "amount_row" if rows else "amount_no_row"
                return self.words(key, subject=parts[0], row="".join(rows))
            case _:
                assert amount.makes is Makes.IF_ANY, amount.makes
                return self.words("amount_if_any", value=parts[0])

    def operand(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return an operand: its value with its name, or its computation if that is short."""
        value = self.value(amount)
        if amount.makes in _NAMED:
            if amount.makes is Makes.QUANTITY and not _is_written(amount) and amount.parts:
                below.append(self.line(amount))
            return f"{value} ({self.notes(amount)})"
        if amount.makes in _ATOMS:
            return value
        if amount.makes in _SHORT and all(part.makes in _ATOMS for part in amount.parts):
            return f"({self.operation(amount, below)} = {value})"
        below.append(self.line(amount))
        return value

    def rounded(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return the computation of a value before rounding, and the unit it is rounded to."""
        (part,), rounding = amount.parts, amount.head.rounding
        assert rounding is not None, "it is rounded"
        rounding_words = self.words(
            f"amount_rounded_{rounding.direction}", unit=self.unit(amount)
        )
        return self.step(self.computation(part, below), rounding_words, part, amount)

    def unit(self, amount: Amount) -> str:
        """Return the unit that a value is rounded to: `a whole cent`."""
        rounding, head = amount.head.rounding, amount.head
        assert rounding is not None, "it is rounded"
        word = self.report.units.get(exact(rounding.unit)) if head.type == "money" else None
        if word is not None:
            nearest = rounding.direction not in {"up", "down"}
            return tidy(word) if nearest else self.words("amount_whole", unit=tidy(word))
        value = self.report.worded(rounding.unit, head.type, head.currency)
        return self.words("amount_multiple", unit=tidy(value))

    def limited(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return the computation of a value and its limits, empty if it has none.

        Limits are values that the law writes, or named values if the value alone is computed.
        """
        if amount.makes not in _LIMITS:
            return ""
        subjects = [part for part in amount.parts if part.makes is not Makes.WRITTEN]
        if len(subjects) > 1:
            subjects = [part for part in subjects if part.makes not in _ATOMS]
        if len(subjects) != 1:
            return ""
        (part,) = subjects
        text = self.computation(part, below)
        limits = [self.operand(limit, below) for limit in amount.parts if limit is not part]
        if not limits:
            return ""
        key = _LIMITS[amount.makes]
        days = "_day" if amount.head.type == "date" else ""
        limit_words = ", ".join(self.words(f"{key}{days}", limit=limit) for limit in limits)
        return self.step(text, limit_words, part, amount)

    def step(self, text: str, change: str, before: Amount, after: Amount) -> str:
        """Return a computation with the `change` to its value, and a value that differs."""
        if (before.value, before.nothing) == (after.value, after.nothing):
            return f"{text}, {change}"
        return f"{text}, {change}: {self.value(after)}"

    # --- lists and tables -----------------------------------------------------------------

    def counted(self, amount: Amount) -> str:
        """Return which members are counted."""
        members = [tidy(path) for path in amount.counted[:_MOST]]
        if len(amount.counted) > _MOST:
            left = len(amount.counted) - _MOST
            members.append(self.words("and_more", number=left))
        text = self.value(amount)
        if amount.number is not None:
            list_ = tidy(amount.path)
            text = self.words("amount_count", value=text, number=amount.number, list=list_)
        return f"{text}: {', '.join(members)}" if members else text

    def members(self, amount: Amount) -> Iterator[AmountLine]:
        """Yield the members of a sum that matter, and how many others there are.

        Those that are zero do not matter.
        """
        mattering = [part for part in amount.parts if part.value != 0]
        yield from map(self.line, mattering[:_MOST])
        left = mattering[_MOST:]
        known = [exact(part.value) for part in left if part.value is not None]
        if left and len(known) == len(left):
            fraction = amount.head.type == "fraction"
            added = number(sum(known, start=Fraction(0)), fraction=fraction)
            yield self.others(len(left), added, amount)
        elif left:
            yield AmountLine(self.words("and_more", number=len(left)))
        if len(mattering) < len(amount.parts):
            yield self.others(len(amount.parts) - len(mattering), 0, amount)

    def others(self, many: int, value: Plain, amount: Amount) -> AmountLine:
        """Return the members of a sum that are not laid out as a line."""
        key = "amount_other" if many == 1 else "amount_others"
        return AmountLine(self.words(key, number=many, value=self.plain(value, amount)))

    def by_parts(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return the value to which a table is applied; the parts of it stand below."""
        (subject,) = amount.parts
        value = self.operand(subject, below)
        for row, part, product in amount.rows:
            says = {
                "part": self.plain(part, subject),
                "row": self.row(row, subject),
                "value": self.report.worded(row.value, "fraction"),
                "product": self.plain(product, amount),
            }
            below.append(AmountLine(self.words("amount_part", **says)))
        return self.words("amount_parts" if amount.rows else "amount_no_part", value=value)

    def by_case(self, amount: Amount, below: list[AmountLine]) -> str:
        """Return the value of the case that applies, with its condition."""
        parts = amount.parts
        for test, then in zip(parts[::2], parts[1::2], strict=False):
            if test.value is True:
                condition = tidy(test.head.text)
                key = "amount_case" if condition else "amount_one_case"
                return self.words(key, value=self.operand(then, below), condition=condition)
            if test.value is None and not test.nothing:
                return self.words("amount_open_case")
        if len(parts) % 2:
            return self.words("amount_other_case", value=self.operand(parts[-1], below))
        return self.words("amount_no_case")

    def row(self, row: Row, subject: Amount) -> str:
        """Return the row of a table as it is written: `over 2 to 4`."""
        limits = [
            self.plain(limit, subject) for limit in (row.over, row.up_to) if limit is not None
        ]
        if len(limits) > 1:
            return self.words("row_between", over=limits[0], up_to=limits[1])
        if row.over is not None:
            return self.words("row_over", over=limits[0])
        return self.words("row_up_to", up_to=limits[0]) if limits else self.words("row_any")

    # --- words ----------------------------------------------------------------------------

    def notes(self, amount: Amount) -> str:
        """Return the name of a value, its citation and its period in force."""
        head = amount.head
        name = tidy(head.text) or tidy(self.report.label(head.key))
        if amount.makes is Makes.FACT or "[" in amount.path:
            name = f"{name} [{tidy(amount.path)}]" if head.text else tidy(amount.path)
        notes = [name]
        notes += [tidy(head.citation)] if head.citation else []
        ends = []
        if head.start is not None:
            ends.append(self.words("in_force_from", start=self.words.day(head.start)))
        if head.end is not None:
            ends.append(self.words("in_force_to", end=self.words.day(head.end)))
        notes += [self.words("in_force", period=" ".join(ends))] if ends else []
        if amount.provisions:
            cited = ", ".join(map(tidy, amount.provisions))
            notes.append(self.words("answer_under", provisions=cited))
        notes += [self.words("answer_supplied")] if amount.makes is Makes.SUPPLIED else []
        notes += [self.words("amount_as_above")] if amount.makes is Makes.ELSEWHERE else []
        notes += [self.words("fact_assumed")] if amount.assumed else []
        if amount.makes is Makes.QUANTITY and amount.nothing and not amount.parts:
            notes.append(self.words("answer_not_in_force"))
        return ", ".join(notes)

    def value(self, amount: Amount) -> str:
        """Return a value as the law writes it."""
        if amount.nothing:
            return self.words("answer_nothing")
        return self.plain(amount.value, amount)

    def plain(self, value: Plain | None, amount: Amount) -> str:
        """Return a value of the type of an amount."""
        return tidy(self.report.worded(value, amount.head.type, amount.head.currency))

    def period(self, moved: Moved) -> str:
        """Return a period in words: `1 year 6 months`."""
        parts = {"year": moved.years, "month": moved.months, "day": moved.days}
        named = [
            self.words(f"period_{unit}" if many == 1 else f"period_{unit}s", number=many)
            for unit, many in parts.items()
            if many
        ]
        return " ".join(named) or self.words("period_days", number=0)


def _is_written(amount: Amount) -> bool:
    """Return whether the law says a quantity as a number, so that nothing is to be laid out."""
    return len(amount.parts) == 1 and amount.parts[0].makes is Makes.WRITTEN
