"""The declarations to paste into a vocabulary for a text that none of its phrases says.

Before: `A person who keeps a dog is entitled to a card.`, where no phrase says `keeps a dog`.
After: the text of a fact, and of a phrase that means it, in the words of the sentence. What the
words cannot tell stands as the plainest choice: a fact is a truth, a number at least what is
said. The drafter sees it in the declaration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawc.diagnostics.model import Declaration
from lawc.syntax import phrases
from lawc.syntax.failed import Failed
from lawc.syntax.gaps import Gap, find_gaps, values_at
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import Row
from lawc.syntax.senses import definite_article, groups, sort_of

_LETTERS = 60  # of a name that is made up
_WHOLE = ("TEST", "PREDICATE")
_NOUNS = ("CLASS", "CLASSES", "THE", "MANY", "FOLLOWING", "SINGLE", "EACH")
_TYPES = {"count": "count", "number": "number", "fraction": "fraction", "day": "date"}
_SLOTS = {"citation": "provisions"}
_FORMS = {"EFFECTS": "many", "EFFECT_CLAUSE": "clause", "EFFECT": "yes"}


class _Said(NamedTuple):
    """The words of a gap: its wording with slots, a name, the slots; whether it denies that."""

    wording: str
    name: str
    slots: tuple[Slot, ...]
    denied: bool


def declarations(failure: Failed) -> tuple[Declaration, ...]:
    """Return the declarations that a text lacks, none if it cannot be told which."""
    ways = (_Declaring(failure, gaps).all() for gaps in find_gaps(failure))
    texts = next(filter(None, ways), ())
    kinds = (e.label for e in failure.sentences.entries if e.key.startswith("kind:"))
    source = next((label.source for label in kinds if label), None)
    return tuple(Declaration(each, failure.whole, source) for each in texts)


def _slot_type(slot: Slot) -> str:
    if slot.rule == "choice":
        return slot.choice.rpartition(".")[2]
    return _SLOTS.get(slot.rule, slot.rule)


class _Declaring:
    """Writes declarations for the gaps of one text."""

    def __init__(self, failure: Failed, gaps: tuple[Gap, ...]) -> None:
        self.failure = failure
        self.gaps = gaps
        self.row = Row(failure.sentences.reader, failure.words)
        self.language = failure.sentences.language
        self.taken = {
            entry.key.rpartition(":")[2].partition("=")[0].rpartition(".")[2]
            for entry in failure.sentences.entries
        }
        self.names: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        self.own: dict[tuple[str, ...], str] = {}  # kinds that gaps name, by noun

    def all(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts of each declaration; gaps of the same words have one."""
        in_order = sorted(self.gaps, key=self._is_defined)  # kinds before what is defined
        made = tuple(tuple(self._texts(gap)) for gap in in_order)
        return tuple(self._together(made)) if all(made) else ()

    def _together(self, made: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
        """Yield declarations, those of the same with all their wordings."""
        begins = f"\n  {self.language} "
        wordings: dict[str, dict[str, None]] = {}
        for text, *_ in made:
            head, sign, wording = text.partition(begins)
            wordings.setdefault(head, {})[f"{sign}{wording}".rstrip()] = None
        for texts in made:
            own = wordings.pop(texts[0].partition(begins)[0], None)
            if own is None:
                continue
            more = "".join(list(own)[1:]) + "\n"
            yield tuple(text.rstrip("\n") + more for text in texts)

    def _texts(self, gap: Gap) -> Iterator[str]:
        match gap.terminal:
            case "TEST" | "PREDICATE":
                yield from self._phrase(gap)
            case "EFFECT" | "EFFECTS" | "EFFECT_CLAUSE":
                yield from self._effect(gap)
            case "NOUN" | "RESULTS":
                yield from self._amount(gap)
            case "CLASS" | "CLASSES":
                yield from self._class(gap)
            case "MANY":
                yield from self._members(gap)
            case "DAY_NAME":
                kind, noun = self._kind(gap), self._noun(gap)
                name = self._name(gap.start, gap.end)
                if kind and name:
                    yield f'fact {kind}.{name}: date\n  {self.language} noun "{noun}"\n'
            case "CURRENCY":
                unit = self._noun(gap)
                if unit.isidentifier() and unit.isascii():
                    yield f'money {unit.casefold()}\n  {self.language} noun "{unit}"\n'
            case "ACT":
                name = self._name(gap.start, gap.end).replace("_", "-")
                if name:
                    yield f'act "{name}"\n  {self.language} noun "{self._noun(gap)}"\n'
            case _:
                raise AssertionError(gap)

    # --- of several kinds of gaps ---

    def _phrase(self, gap: Gap) -> Iterator[str]:
        subject, start, kind = self._subject(gap)
        said = self._said(start, gap.end)
        if kind is None or not said.name:
            return
        bar = f"{subject} | " if subject else ""
        form = "no" if said.denied else "yes"
        wording = f'  {self.language} {form} "{bar}{said.wording}"\n'
        yield self._meaning("phrase", kind, said) + wording

    def _meaning(self, declared: str, kind: str, said: _Said) -> str:
        """Return a phrase or a class with its meaning, below the facts that it speaks of."""
        if not said.slots:
            key = f"{kind}.{said.name}"
            return f"fact {key}: truth\n{declared} {key} means {said.name}\n"
        facts, conditions = "", []
        for slot in said.slots:
            if slot.rule == "choice":
                conditions.append(f"{slot.choice.rpartition('.')[2]} in {slot.name}")
                continue
            fact = said.name if len(said.slots) == 1 else f"{said.name}_{slot.name}"
            facts += f"fact {kind}.{fact}: {self._type(slot.rule)}\n"
            sign = {"citation": "in", "day": "<="}.get(slot.rule, ">=")
            conditions.append(f"{fact} {sign} {slot.name}")
        slots = ", ".join(f"{slot.name}: {_slot_type(slot)}" for slot in said.slots)
        means = " and ".join(conditions)
        return f"{facts}{declared} {kind}.{said.name}({slots}) means {means}\n"

    def _effect(self, gap: Gap) -> Iterator[str]:
        said = self._said(gap.start, gap.end)
        kind = self._kind(gap)
        if kind is None or not said.name or len(said.slots) > 1 or said.denied:
            return
        form = _FORMS[gap.terminal]
        subject = f"{self._definite(kind)} | " if form == "yes" else ""
        key = f"{kind}.{said.name}"
        wording = f'  {self.language} {form} "{subject}{said.wording}"\n'
        if not said.slots:
            yield (
                f"decision {key}: truth\neffect {key}\n  gives {said.name} = true\n{wording}"
            )
            return
        (slot,) = said.slots
        if slot.rule != "choice":
            yield (
                f"decision {key}: {self._type(slot.rule)}\n"
                f"effect {key}({slot.name}: {_slot_type(slot)})\n"
                f"  gives {said.name} = {slot.name}\n{wording}"
            )

    def _amount(self, gap: Gap) -> Iterator[str]:
        kind, name = self._kind(gap), self._name(gap.start, gap.end)
        if kind is None or not name:
            return
        form = "many" if gap.terminal == "RESULTS" else "noun"
        for declared in self._declared(gap):
            for type_ in self._amount_types():
                yield (
                    f"{declared} {kind}.{name}: {type_}\n"
                    f'  {self.language} {form} "{self._noun(gap)}"\n'
                )

    def _declared(self, gap: Gap) -> tuple[str, ...]:
        """Return as what an amount may be declared: under a condition it is decided."""
        if gap.terminal == "RESULTS":
            return ("decision",)
        if gap.start > 0:
            return ("fact",)
        rest = self.row.folded[gap.end : -1]
        conditional = any(sort_of(word, self.language) == "condition" for word in rest)
        return ("decision",) if conditional else ("quantity", "decision")

    def _class(self, gap: Gap) -> Iterator[str]:
        name = self._name(gap.start, gap.end)
        noun = self._noun(gap)
        if not name:
            return
        kind = self._root() if self._is_defined(gap) else self._kind(gap)
        form = "a" if gap.terminal == "CLASS" else "many"
        definite = self._definite_of(gap)
        if kind is None:
            the = f' the "{definite}"'
            self.own[self.row.folded[gap.start + 1 : gap.end]] = name
            yield f'kind {name}\n  {self.language} {form} "{noun}"{the}\n'
            return
        the = f' the "{self._definite(kind)}"'
        if self._is_defined(gap):
            yield f'concept {kind}.{name}\n  {self.language} {form} "{noun}"{the}\n'
            return
        said = self._said(gap.start, gap.end)
        said = said._replace(name=name if not said.slots else said.name)
        meaning = self._meaning("class", kind, said)
        yield f'{meaning}  {self.language} {form} "{said.wording}"{the}\n'

    def _members(self, gap: Gap) -> Iterator[str]:
        name = self._name(gap.start, gap.end)
        above = self._root()
        if name and above:
            noun = self._noun(gap)
            yield f'kind {name} of {above} in {name}\n  {self.language} many "{noun}"\n'

    # --- words ---

    def _noun(self, gap: Gap) -> str:
        return self._written(gap.start, gap.end)

    def _written(self, start: int, end: int) -> str:
        """Return words as they stand inside a sentence."""
        text = self.failure.written(start, end) if start < end else ""
        return f"{text[0].lower()}{text[1:]}" if start == 0 and text else text

    def _name(self, start: int, end: int) -> str:
        """Return a name for words without their article, empty if there is none."""
        while start < end and self._group(start) == "article":
            start += 1
        return self._named(self.row.folded[start:end])

    def _named(self, row: tuple[str, ...], values: tuple[str, ...] = ()) -> str:
        """Return a name for words; the same words with other kinds of values have another."""
        parts = ("".join(c for c in word if c.isalnum() and c.isascii()) for word in row)
        name = "_".join(filter(None, parts))
        if len(name) > _LETTERS:
            name = name[:_LETTERS].rpartition("_")[0]
        if not name[:1].isalpha() or name in ("true", "false", "not", "and", "or"):
            return ""
        if (row, values) not in self.names:
            names = (name, *(f"{name}_{number}" for number in range(2, 100)))
            self.names[row, values] = next(each for each in names if each not in self.taken)
            self.taken.add(self.names[row, values])
        return self.names[row, values]

    def _said(self, start: int, end: int) -> _Said:
        """Return what a gap says, with slots for its values."""
        words: list[str] = []
        wording: list[str] = []
        slots: list[Slot] = []
        denied = False
        place, written = start, start
        while place < end:
            value = next(values_at(self.row, place, end), None)
            if value is None:
                sort = sort_of(self.row.folded[place], self.language)
                denied = denied or sort == "negation"
                if sort != "negation":
                    words.append(self.row.folded[place])
                place += 1
                continue
            slot, after = value
            names = [each.name for each in slots]
            name = slot.name
            if name in names:
                name = next(n for i in range(2, 100) if (n := f"{name}_{i}") not in names)
            slots.append(slot._replace(name=name))
            wording += [self._written(written, place), f"[{name}]"]
            place = written = after
        wording.append(self._written(written, end))
        text = " ".join(filter(None, wording))
        values = tuple(slot.rule for slot in slots)
        return _Said(text, self._named(tuple(words), values), tuple(slots), denied)

    def _group(self, place: int) -> str | None:
        return groups(self.language).get(self.row.folded[place])

    # --- things ---

    def _subject(self, gap: Gap) -> tuple[str, int, str | None]:
        """Return the subject that a gap begins with or follows, where it ends, and its kind."""
        if gap.terminal == "PREDICATE":
            kind = self._kind(gap)
            return (self._definite(kind) if kind else "", gap.start, kind)
        for noun, kind in self.own.items():
            end = gap.start + 1 + len(noun)
            if (
                self.row.folded[gap.start + 1 : end] == noun
                and self._group(gap.start) == "article"
            ):
                return self.failure.written(gap.start, end), end, kind
        nouns = [
            each
            for each in phrases.find(
                self.row.reader.root, self.row.folded, gap.start, self.row.value
            )
            if each.entry.terminal == "THE" and each.end < gap.end
        ]
        if not nouns:
            return "", gap.start, self._kind(gap)
        longest = max(nouns, key=lambda each: each.end)
        return longest.entry.written, longest.end, longest.entry.about or longest.entry.key

    def _kind(self, gap: Gap) -> str | None:
        """Return the kind of what was named last before a gap, else the first kind."""
        before = (
            self.failure.kind_before(gap.start)
            if gap.terminal not in ("NOUN", "RESULTS")
            else None
        )
        return before or self._root()

    def _root(self) -> str | None:
        kinds = (e.key for e in self.failure.sentences.entries if e.key.startswith("kind:"))
        first = next(kinds, None)
        return first.removeprefix("kind:") if first else next(iter(self.own.values()), None)

    def _definite(self, kind: str) -> str:
        for entry in self.failure.sentences.entries:
            if entry.terminal == "THE" and (entry.about or entry.key) == kind:
                return entry.written
        own = next((noun for noun, key in self.own.items() if key == kind), ())
        for gap in self.gaps:
            if self.row.folded[gap.start + 1 : gap.end] == own:
                return self._definite_of(gap)
        return kind

    def _definite_of(self, gap: Gap) -> str:
        """Return the noun of a gap as it is named later: `the person` for `a person`."""
        the = definite_article(self.language)
        return f"{the} {self.failure.written(gap.start + 1, gap.end)}"

    def _is_defined(self, gap: Gap) -> bool:
        """Tell whether the text defines what a gap names: it follows at once, or is its own."""
        follows = self.failure.sentences.reader.table.texts
        said = next((text for name, text in follows.items() if name == "MEANS"), "")
        return self.row.folded[gap.end] == said

    # --- types ---

    def _type(self, rule: str) -> str:
        if rule == "citation":
            acts = (e.key for e in self.failure.sentences.entries if e.terminal == "ACT")
            return f'provision of "{next(acts, "act")}"'
        return self._money() if rule == "money" else _TYPES[rule]

    def _money(self) -> str:
        return f"money {next(self._currencies(), 'EUR')}"

    def _currencies(self) -> Iterator[str]:
        """Yield the currencies that are declared, or are to be with the same text."""
        for entry in self.failure.sentences.entries:
            if entry.terminal == "CURRENCY":
                yield entry.key
        for gap in self.gaps:
            if gap.terminal == "CURRENCY":
                yield self._noun(gap).casefold()

    def _amount_types(self) -> Iterator[str]:
        """Yield the types that an amount may have, those that the text speaks of first."""
        rules = [
            slot.rule
            for place in range(len(self.failure.words))
            for slot, _ in values_at(self.row, place, len(self.failure.words))
        ]
        has_money = any(self._currencies())
        types = ["money", "count", "number", "fraction"]
        types.sort(key=lambda type_: type_ not in rules)
        for type_ in types:
            if type_ != "money" or has_money:
                yield self._type(type_)
