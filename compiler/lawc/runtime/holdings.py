"""Holdings: what an element of a law, asked by its citation, comes to in a case.

Standard library only. An element says one of these:

- a rule, whose truth is that of its condition, of an item of a list that of its own words;
- a condition: an item of a list, by its own words;
- a definition, by its truth, or an amount, by its value;
- nothing but what the provisions below it say: its truth is whether one of them applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NamedTuple

from lawc.runtime.explained import as_text, ground_dict
from lawc.runtime.logic import any_of
from lawc.runtime.reasons import Gift, Ground, Node, Rests
from lawc.runtime.results import FORM, SHOWN, Status
from lawc.runtime.values import Truth


class Says(StrEnum):
    """The sort of what an element says."""

    RULE = "rule"
    CONDITION = "condition"
    DEFINITION = "definition"
    AMOUNT = "amount"
    PROVISIONS = "provisions"


class AskError(ValueError):
    """A question about no element that says something, or about no thing of the case."""


class AskedUnder(NamedTuple):
    """The law that is asked: the act and the days, None where a day is unknown."""

    act: str
    days: Mapping[str, date | None]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        days = {key: None if day is None else day.isoformat() for key, day in self.days.items()}
        return {"act": self.act, "days": days}


class Holding(NamedTuple):
    """What an element comes to for a thing: its truth or its amount, with the reasons.

    `value` is None unless `status` is `decided`; `type` is the word for its type. `needed` are
    the paths of the missing facts that matter. Of an element that says several things, each is
    one of `parts`. `law` is the law with its days.
    """

    element: str
    thing: str
    says: Says
    type: str
    value: Any
    status: Status
    needed: tuple[str, ...]
    grounds: tuple[Ground, ...]
    law: AskedUnder
    established: bool = False
    parts: tuple[Holding, ...] = ()

    @property
    def applies(self) -> Truth:
        """Whether a rule applies that the element states: held, and not displaced."""
        if self.says not in (Says.RULE, Says.PROVISIONS):
            return None
        return any_of(*[ground.applies for ground in self.grounds])

    @property
    def displaced_by(self) -> tuple[str, ...]:
        """The citations of the rules that apply and displace what the element states."""
        return _each_once(cite for ground in self.grounds for cite in ground.displaced_by)

    @property
    def may_be_displaced_by(self) -> tuple[str, ...]:
        """The citations of the rules that displace it if they apply, which is unknown."""
        return _each_once(
            cite for ground in self.grounds for cite in ground.may_be_displaced_by
        )

    @property
    def gives(self) -> tuple[Gift, ...]:
        """The values that the rules of the element give if they apply."""
        if self.says not in (Says.RULE, Says.PROVISIONS):
            return ()
        return tuple([gift for ground in self.grounds for gift in ground.gives])

    @property
    def provisions(self) -> tuple[str, ...]:
        """The citations of the provisions that the value rests on, its own first."""
        cited = [ground.citation for ground in self.grounds]
        for ground in self.grounds:
            cited += _cited(ground.condition)
            cited += ground.displaced_by
        return _each_once([self.element, *cited])

    def to_dict(self) -> dict[str, Any]:
        """Return the holding as JSON has it."""
        return {"form": FORM, "law": self.law.to_dict(), **self._own_dict()}

    def to_json(self) -> str:
        """Return `to_dict` as text of JSON."""
        return as_text(self.to_dict())

    def _own_dict(self) -> dict[str, Any]:
        rule = self.says in (Says.RULE, Says.PROVISIONS)
        return {
            "element": self.element,
            "of": self.thing,
            "says": str(self.says),
            "type": self.type,
            "value": None if self.value is None else SHOWN[self.type](self.value),
            "status": str(self.status),
            "established": self.established,
            "provisions": list(self.provisions),
            "needed": list(self.needed),
            "applies": self.applies,
            "displaced": bool(self.displaced_by)
            or (None if self.may_be_displaced_by else False)
            if rule
            else None,
            "displaced_by": list(self.displaced_by),
            "may_be_displaced_by": list(self.may_be_displaced_by),
            "gives": [
                {"decision": gift.decision, "value": gift.value, "when": gift.when}
                for gift in self.gives
            ],
            "grounds": [ground_dict(ground) for ground in self.grounds],
            "parts": [part._own_dict() for part in self.parts],  # noqa: SLF001 - of this class
        }


def together(element: str, thing: str, several: tuple[Holding, ...]) -> Holding:
    """Return the one holding of an element, or one with those of all that it says as parts."""
    if len(several) == 1:
        return several[0]
    first = several[0]
    needed = _each_once(path for part in several for path in part.needed)
    return Holding(
        element,
        thing,
        first.says,
        first.type,
        None,
        Status.OPEN if needed else Status.NOTHING,
        needed,
        (),
        first.law,
        parts=several,
    )


def _cited(node: Node) -> list[str]:
    """Return the citations of the provisions outside the sentence that a node rests on."""
    cited = [part for inner in node.parts for part in _cited(inner)]
    below = (Rests.DEFINITION, Rests.PROVISIONS)
    if node.rests in below:
        cited = [part.citation for part in node.parts if part.citation] + cited
    return cited


def _each_once(citations: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citations))


# --- citations -----------------------------------------------------------------------------


def plain_citation(text: str) -> str:
    """Return a citation as trees write it: `Section 63 (c)(6)(A)` is `63(c)(6)(A)`."""
    without_words = re.sub(r"^[^\d(]*(?=\d)", "", text.strip())
    return re.sub(r"\s+(?=\()", "", without_words) or text


def refusal(asked: str, citations: Iterable[str]) -> AskError:
    """Return the error for an element that says nothing, with the nearest that does."""
    known = list(citations)
    within = [citation for citation in known if citation.startswith(f"{asked}(")]
    if within:
        return AskError(
            f"`{asked}` says nothing of its own that holds or has a value: ask for an element "
            f"in it, such as `{within[0]}`"
        )
    near = get_close_matches(asked[:99], known, n=1, cutoff=0)
    help_ = f": the nearest that does is `{near[0]}`" if near else ""
    return AskError(f"no element `{asked}` says what can hold or have a value{help_}")


def no_such_thing(asked: str, element: str, kind: str, things: Iterable[str]) -> AskError:
    """Return the error for a thing that is missing, or that several could be meant by."""
    paths = [path or "the case itself" for path in things]
    if asked:
        named = ", ".join(f"`{path}`" for path in paths[:5]) or "none"
        return AskError(f"`{asked}` is nothing that `{element}` is about; in the case: {named}")
    if not paths:
        return AskError(f"`{element}` is about a thing of the kind `{kind}`: the case has none")
    return AskError(
        f"`{element}` is about one of {len(paths)} things of the kind `{kind}`: "
        f"say which, such as `{paths[0]}`"
    )
