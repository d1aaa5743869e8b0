"""Results: the decisions about a thing, as generated packages return them.

Standard library only. A result is a tuple: the values in the order of the law, the members of
the lists, then three parts that attributes do not show:

- `cited`: the provisions of each decision; None if the engine has to answer for all;
- `open`: None if every decision is decided or nothing; else the table of the thing, from which
  the engine answers, or the answers themselves if they were read from JSON;
- of a whole case, the days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any, ClassVar, NamedTuple, Self

from lawc.runtime.envelopes import VALUES, Envelope, choice_reader
from lawc.runtime.facts import Reader, Reading
from lawc.runtime.reasons import where
from lawc.runtime.results import (
    Answer,
    DecidedUnder,
    Status,
    answer_dict,
    answer_text,
    encode,
    envelope,
    paths_text,
    settled_text,
    thing_dict,
)

_THING = ("decisions", "needed", "members")
_DECIDED, _NOTHING = Status.DECIDED, Status.NOTHING


class Stored(NamedTuple):
    """The answers of a result that was read from JSON, and what the thing needs."""

    answers: tuple[Answer, ...]
    needed: tuple[str, ...]


class OfLaw(NamedTuple):
    """The law of a teller: its act, its days by key, and the beginning of an envelope."""

    act: str
    days: tuple[str, ...]
    under: Callable[[Any], tuple[DecidedUnder, str]]


class Teller:
    """The answers and the JSON of results of a class; an engine makes a teller for each.

    `ask` returns the answer of the decision at a place about the thing of a table; `choice`
    returns the class of its values, where it is a choice.
    """

    def __init__(
        self,
        values: Mapping[str, str],
        lists: Mapping[str, type[Decided]],
        law: OfLaw,
        ask: Callable[[int, Any], Answer],
        choice: Callable[[int], Callable[[str], Any]],
    ) -> None:
        self.keys = tuple(values)
        self.types = tuple(values.values())
        self.lists = tuple(lists)
        self.members = tuple(lists.values())
        self.law = law
        self.choice = choice
        self.cited = len(values) + len(lists)
        self.open = self.cited + 1
        self.ask = ask
        leads = [f"{', ' if n else ''}{encode(key)}: " for n, key in enumerate(values)]
        self.writers = tuple(zip(leads, map(settled_text, self.types), strict=True))
        self.leads = tuple(f"{', ' if n else ''}{encode(key)}: " for n, key in enumerate(lists))

    def read(self, envelope: Envelope) -> tuple[Any, ...]:
        """Return the parts of a result that an envelope has."""
        decisions = envelope.inner("decisions", self.keys)
        answers = tuple(
            decisions.answer(key, self.reader(place)) for place, key in enumerate(self.keys)
        )
        needed, lists = envelope.needed(), envelope.inner("members", self.lists)
        groups = []
        for key, class_ in zip(self.lists, self.members, strict=True):
            group = lists.reading.members(lists.data, key, lists.path)
            inner = class_._teller  # noqa: SLF001 - it is the teller of the members
            groups.append(
                None
                if group is None
                else tuple(
                    class_(inner.read(Envelope(envelope.reading, member, path, _THING)))
                    for path, member in group
                )
            )
        return (*[answer.value for answer in answers], *groups, (), Stored(answers, needed))

    def reader(self, place: int) -> Reader[Any]:
        """Return the reader of the values of a decision."""
        type_ = self.types[place]
        return choice_reader(self.choice(place)) if type_ == "choice" else VALUES[type_]

    def answers(self, result: tuple[Any, ...]) -> Iterator[Answer]:
        """Yield the answers, in the order of the law."""
        open_, cited = result[self.open], result[self.cited]
        if isinstance(open_, Stored):
            yield from open_.answers
            return
        for place, value in enumerate(result[: len(self.keys)]):
            if open_ is not None and (value is None or cited is None):
                yield self.ask(place, open_)
            elif value is None:
                yield Answer(None, _NOTHING, cited[place])
            else:
                yield Answer(value, _DECIDED, cited[place])

    def unknown(self, result: tuple[Any, ...]) -> list[str]:
        """Return the paths of the lists that are not known."""
        if not self.lists:
            return []
        open_ = result[self.open]
        path = open_.path if open_ else ""  # what has an unknown list is the whole, or open
        groups = result[len(self.keys) : self.cited]
        return [
            where(path, key)
            for key, group in zip(self.lists, groups, strict=True)
            if group is None
        ]

    def needed(self, result: tuple[Any, ...]) -> tuple[str, ...]:
        """Return the facts that the open decisions need, and the lists that are not known."""
        if isinstance(result[self.open], Stored):
            stored: Stored = result[self.open]
            return stored.needed
        paths = [path for answer in self.answers(result) for path in answer.needed]
        return tuple(dict.fromkeys([*paths, *self.unknown(result)]))

    def to_dict(self, result: tuple[Any, ...]) -> dict[str, Any]:
        """Return the object of the thing."""
        decisions = {
            key: answer_dict(type_, answer)
            for key, type_, answer in zip(
                self.keys, self.types, self.answers(result), strict=True
            )
        }
        groups = result[len(self.keys) : self.cited]
        members = {
            key: None if group is None else [member.to_dict() for member in group]
            for key, group in zip(self.lists, groups, strict=True)
        }
        thing = thing_dict(decisions, (), members)
        return {**thing, "needed": list(self.needed(result))}

    def body(self, result: tuple[Any, ...]) -> str:
        """Return the text of the object of the thing, without its first bracket."""
        parts = ['"decisions": {']
        open_, needed = result[self.open], "[]"
        if open_ is None:
            for (lead, write), value, cited in zip(
                self.writers, result, result[self.cited], strict=False
            ):
                parts.append(lead)
                parts.append(write(value, cited))
            if self.lists:
                needed = paths_text(self.unknown(result))
        else:
            answers = tuple(self.answers(result))
            for (lead, _), type_, answer in zip(self.writers, self.types, answers, strict=True):
                parts.append(lead)
                parts.append(answer_text(type_, answer))
            needed = paths_text(self.needed(result))
        parts.append(f'}}, "needed": {needed}, "members": {{')
        for lead, group in zip(self.leads, result[len(self.keys) : self.cited], strict=True):
            parts.append(lead)
            if group is None:
                parts.append("null")
            else:
                parts.append("[" + ", ".join([member.to_json() for member in group]) + "]")
        parts.append("}}")
        return "".join(parts)


class Decided(tuple[Any, ...]):
    """The result about a thing: a value for each decision, None unless it is decided."""

    __slots__ = ()
    _teller: ClassVar[Teller]

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The decisions by key: value, status, provisions, needed facts."""
        return dict(zip(self._teller.keys, self._teller.answers(self), strict=True))

    @property
    def needed(self) -> tuple[str, ...]:
        """The paths of missing facts that could settle the open decisions."""
        return self._teller.needed(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as JSON has it."""
        return self._teller.to_dict(self)

    def to_json(self) -> str:
        """Return `to_dict` as a line of JSON."""
        return "{" + self._teller.body(self)

    def __eq__(self, other: object) -> bool:
        """Return whether another result says the same, be it decided or read from JSON."""
        if not isinstance(other, Decided) or type(self) is not type(other):
            return False
        return tuple.__eq__(self, other) or self.to_dict() == other.to_dict()

    def __ne__(self, other: object) -> bool:  # that of a tuple compares the parts
        """Return whether another result says something else."""
        return not self == other

    def __hash__(self) -> int:
        """Return a number that is the same for results that say the same."""
        return hash(self[: self._teller.cited])

    def __reduce__(self) -> tuple[Any, ...]:
        """Return the parts from which a copy is made: its answers stand for the table."""
        parts = list(self)
        place = self._teller.open
        if parts[place] is not None:
            parts[place] = Stored(tuple(self._teller.answers(self)), self.needed)
        return type(self), (tuple(parts),)

    def __repr__(self) -> str:
        """Return the result in one line."""
        parts = [
            *(f"{key}={_brief(answer)}" for key, answer in self.answers.items()),
            *(
                f"{key}={'unknown' if group is None else list(group)}"
                for key, group in zip(
                    self._teller.lists,
                    self[len(self._teller.keys) : self._teller.cited],
                    strict=True,
                )
            ),
        ]
        return f"<{type(self).__name__} {', '.join(parts)}>"


class WholeDecided(Decided):
    """The result about a whole case."""

    __slots__ = ()

    @property
    def law(self) -> DecidedUnder:
        """The law that decides: act, digest of `law.json`, days."""
        return self._teller.law.under(self[-1])[0]

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Return the result that `to_dict` has turned into values of JSON.

        Raises:
            FactError: `data` is no such result; the path says where.
        """
        teller, reading = cls._teller, Reading()
        whole = Envelope(reading, data, "", ("form", "law", "id", *_THING))
        whole.form()
        law = whole.law(teller.law.act, teller.law.days)
        parts = teller.read(whole)
        reading.close()
        return cls((*parts, law))

    def to_dict(self, label: object = None) -> dict[str, Any]:
        """Return the result as JSON has it; `label` becomes the `id`."""
        return envelope(self.law, label, self._teller.to_dict(self))

    def to_json(self, label: object = None) -> str:
        """Return `to_dict` as a line of JSON."""
        teller = self._teller
        named = "" if label is None else f'"id": {encode(label)}, '
        return teller.law.under(self[-1])[1] + named + teller.body(self)


def part(place: int) -> Any:
    """Return the attribute that is the part of a result at `place`."""
    return property(itemgetter(place))


def _brief(answer: Answer) -> str:
    """Return an answer in a few words: `reduced under 3(1)`, `open, needs sex and 2 more`."""
    value = str(answer.value) if answer.status is _DECIDED else str(answer.status)
    if answer.established:
        return f"{value} (established)"
    if answer.needed:
        first, *others = answer.needed
        return f"{value}, needs {first}{f' and {len(others)} more' if others else ''}"
    return f"{value} under {', '.join(answer.provisions)}" if answer.provisions else value
