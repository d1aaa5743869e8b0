"""Differences of two laws for programs: in the names and types of their packages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from hashlib import sha256

from lawc.compare.declarations import Redeclared, Words
from lawc.compare.levels import Level
from lawc.compare.matching import Same
from lawc.compare.names import Fact
from lawc.ir import nodes as ir
from lawc.ir.show import type_name
from lawc.ir.types import Choice, Type
from lawc.records import dataclass

FINGERPRINT = 12  # hexadecimal digits of what names a change where it is approved


_KEY = re.compile(r"`([^`]+)`")  # as a difference names it


class Step(Enum):
    """The part of a version number that a change forces up (semver.org)."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference of the interface, in words, and the step that it forces.

    One that only follows from a change of the text, as a citation does, is shown with it
    (`of_text`). `fingerprint` names any other where it is approved, and `declared` is the
    change of the vocabulary.
    """

    what: str
    step: Step
    of_text: bool = False
    fingerprint: str = ""
    declared: Redeclared | None = None


def differences(
    old: ir.Law, new: ir.Law, same: Same, renamed: Mapping[Fact, str]
) -> tuple[Difference, ...]:
    """Return the differences that a program using the package would meet.

    `renamed` has the new keys of facts, which `old` has already.
    """
    of_package = (
        *_package(old, new),
        *_renamings(renamed),
        *_names("kind", *(_kinds(law) for law in (old, new))),
        *_types("fact", *(_facts(law) for law in (old, new)), supplied=True),
        *_limits(old, new),
        *_days(old, new),
        *_types("decision", *(_decisions(law) for law in (old, new)), supplied=False),
        *_names("concept", *(_concepts(law) for law in (old, new))),
        *_types("quantity", *(_quantities(law) for law in (old, new)), supplied=False),
    )
    named = (_with_fingerprint(old, difference) for difference in of_package)
    return (*named, *_provisions(old, new, same))


def _with_fingerprint(law: ir.Law, difference: Difference) -> Difference:
    content = json.dumps([law.package, difference.what, difference.step.value])
    return replace(difference, fingerprint=sha256(content.encode()).hexdigest()[:FINGERPRINT])


def with_declarations(
    differences: Iterable[Difference], words: Words
) -> tuple[Difference, ...]:
    """Return differences with the declarations that they come from."""

    def declared(difference: Difference) -> Difference:
        if difference.of_text:
            return difference
        keys = reversed(_KEY.findall(difference.what))  # of what is renamed, by its new key
        return replace(difference, declared=next(filter(None, map(words.of, keys)), None))

    return tuple(map(declared, differences))


def level_of_interface(differences: Iterable[Difference]) -> Level | None:
    """Return the level of the differences of an interface, None if there are none."""
    apart = [difference for difference in differences if not difference.of_text]
    return Level.INTERFACE if apart else None


def step_of(differences: Iterable[Difference], level: Level | None) -> Step:
    """Return the step that the differences and the level of the change force together.

    The level is that without the interface, whose differences say their steps themselves.
    """
    steps = [difference.step for difference in differences]
    if level is not None and level is not Level.INTERFACE:
        answers = level.decides or level is Level.FACTS
        steps.append(Step.MINOR if answers else Step.PATCH)
    return max(steps, key=list(Step).index, default=Step.NONE)


def _package(old: ir.Law, new: ir.Law) -> Iterator[Difference]:
    if old.package != new.package:
        yield Difference(
            f"the package `{old.package}` is now called `{new.package}`", Step.MAJOR
        )


def _renamings(facts: Mapping[Fact, str]) -> Iterator[Difference]:
    for (kind, key), now in facts.items():
        text = f"the fact `{kind}.{key}` is now called `{kind}.{now}`"
        yield Difference(text, Step.MAJOR)


def _names(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for key in (name for name in old if name not in new):
        yield Difference(f"the {what} `{key}` is gone", Step.MAJOR)
    for key in new:
        if key not in old:
            yield Difference(f"the {what} `{key}` is new", Step.MINOR)
        elif old[key] != new[key]:
            was, now = old[key], new[key]
            yield Difference(f"the {what} `{key}` is of {now}, no longer of {was}", Step.MAJOR)


def _types(
    what: str, old: Mapping[str, Type], new: Mapping[str, Type], *, supplied: bool
) -> Iterator[Difference]:
    """Yield the differences of values that a program supplies, or that it gets."""
    for key in old:
        if key not in new:
            yield Difference(f"the {what} `{key}` is gone", Step.MAJOR)
    for key, type_ in new.items():
        before = old.get(key)
        if before is None:
            yield Difference(f"the {what} `{key}` is new", Step.MINOR)
        elif before != type_:
            yield from _type_changes(f"the {what} `{key}`", before, type_, supplied=supplied)


def _type_changes(what: str, old: Type, new: Type, *, supplied: bool) -> Iterator[Difference]:
    if not (isinstance(old, Choice) and isinstance(new, Choice)):
        changed = f"{what} is a {type_name(new)}, no longer a {type_name(old)}"
        yield Difference(changed, Step.MAJOR)
        return
    for value in old.values:
        if value not in new.values:
            step = Step.MAJOR if supplied else Step.MINOR
            yield Difference(f"{what} has no value `{value}` any more", step)
    for value in new.values:
        if value not in old.values:
            step = Step.MINOR if supplied else Step.MAJOR
            yield Difference(f"{what} has a new value `{value}`", step)


def _limits(old: ir.Law, new: ir.Law) -> Iterator[Difference]:
    """Yield the facts whose limits changed: a value that was taken may be refused."""
    before = {(fact.kind, fact.key): fact for fact in old.facts}
    for fact in new.facts:
        was = before.get((fact.kind, fact.key))
        if was is None or (was.least, was.most) == (fact.least, fact.most):
            continue
        fewer = (fact.least is not None and (was.least is None or fact.least > was.least)) or (
            fact.most is not None and (was.most is None or fact.most < was.most)
        )
        name = f"{fact.kind}.{fact.key}"
        text = f"the fact `{name}` is {_between(fact)}, no longer {_between(was)}"
        yield Difference(text, Step.MAJOR if fewer else Step.MINOR)


def _between(fact: ir.FactDeclaration) -> str:
    least = [] if fact.least is None else [f"at least {fact.least}"]
    most = [] if fact.most is None else [f"at most {fact.most}"]
    return " and ".join([*least, *most]) or "without limit"


def _days(old: ir.Law, new: ir.Law) -> Iterator[Difference]:
    before, after = ({day.key: day for day in law.parameters} for law in (old, new))
    for key in before:
        if key not in after:
            yield Difference(f"the day `{key}` is gone", Step.MAJOR)
    for key, day in after.items():
        dated = day.value is not None
        if key not in before:
            step = Step.MINOR if dated else Step.MAJOR
            yield Difference(
                f"the day `{key}` is new" + ("" if dated else " and asked for"), step
            )
        elif not dated and before[key].value is not None:
            yield Difference(
                f"the day `{key}` must be given: the law no longer says it", Step.MAJOR
            )


def _kinds(law: ir.Law) -> dict[str, str]:
    return {kind.key: f"{kind.parent}.{kind.field}" for kind in law.kinds}


def _facts(law: ir.Law) -> dict[str, Type]:
    return {f"{fact.kind}.{fact.key}": fact.type for fact in law.facts}


def _decisions(law: ir.Law) -> dict[str, Type]:
    return {f"{decision.kind}.{decision.key}": decision.type for decision in law.decisions}


def _concepts(law: ir.Law) -> dict[str, str]:
    return {definition.key: definition.kind for definition in law.definitions}


def _quantities(law: ir.Law) -> dict[str, Type]:
    return {f"{quantity.kind}.{quantity.key}": quantity.type for quantity in law.quantities}


def _provisions(old: ir.Law, new: ir.Law, same: Same) -> Iterator[Difference]:
    """Yield the differences of the citations by which provisions can be asked for.

    All versions of a provision have one citation, which is there as long as one of them is.
    """
    before, after = _citations(old), _citations(new)
    became: dict[str, set[str]] = {citation: set() for citation in before.values()}
    came: dict[str, set[str]] = {citation: set() for citation in after.values()}
    for eid, citation in after.items():
        was = before.get(same.get(eid, ""))
        if was is not None:
            became[was].add(citation)
            came[citation].add(was)
    for citation, others in became.items():
        if not others:
            yield Difference(f"the provision `{citation}` is gone", Step.MAJOR, of_text=True)
        elif citation not in others:
            other = min(others)
            yield Difference(
                f"the provision `{citation}` is now `{other}`", Step.MAJOR, of_text=True
            )
    for citation, others in came.items():
        if not others:
            yield Difference(f"the provision `{citation}` is new", Step.MINOR, of_text=True)


def _citations(law: ir.Law) -> dict[str, str]:
    """Return the citation of each element that has a rule."""
    citations = law.citations
    return {rule.eid: citations[rule.eid] for rule in law.rules if rule.eid in citations}
