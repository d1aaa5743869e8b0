"""Acts as text: a naive reader against the interpreter, the generated package and the solver.

By hand: `python -m tests.differential.texts --laws 10000 --seed 1`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from tests.differential import (
    act_cases,
    act_texts,
    act_writing,
    naive,
    naive_conditions,
    vocabulary_writing,
)
from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.naive_values import CONTRADICTION, NOTHING, UNKNOWN, Day, State
from tests.differential.reckoning import amounts, follows
from tests.emitted import package

from lawc.ir import nodes as ir
from lawc.meaning import truth
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.interpret import applies
from lawc.meaning.read_case import read_case
from lawc.meaning.results import results
from lawc.meaning.world import World
from lawc.pipeline import compile_source
from lawc.source import Source

CASES = 6  # of a law, of each: known in full, and with something missing
COMPLETIONS = 4  # of a case in which something is missing
MISSING = 0.25
_STATES = {
    truth.UNKNOWN: UNKNOWN,
    truth.NOTHING: NOTHING,
    truth.CONTRADICTION: CONTRADICTION,
}


class DifferenceError(AssertionError):
    """Two readers say something else of a case."""


@dataclass
class Figures:
    """Counts of the comparisons that were made."""

    laws: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    cases: int = 0
    comparisons: int = 0
    decided: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """A case as it is asked about: as the naive reader and as the compiler has it."""

    thing: naive_conditions.Thing
    days: dict[str, Day]
    json: dict[str, Any]
    dates: dict[str, date]


def compiled(act: m.Act) -> tuple[ir.Law | None, str]:
    """Return the law that the text of an act is compiled to, or the code of what is wrong."""
    text, words = act_writing.text(act), vocabulary_writing.vocabulary(act.vocabulary)
    found = compile_source(
        Source("en.law", text), "test/act", (Source("test.vocabulary", words),)
    )
    return found.law, "" if found.law else found.errors[0].code.name


def random_case(act: m.Act, law: ir.Law, rng: Random, missing: float) -> Asked:
    """Return a random case."""
    cases = act_cases.Cases(rng, act)
    thing = cases.thing(act.vocabulary.kinds[0].key, missing)
    return as_asked(act.vocabulary, law, thing, cases.days(missing))


def as_asked(
    of: d.Vocabulary, law: ir.Law, thing: naive_conditions.Thing, days: dict[str, Day]
) -> Asked:
    """Return a case with its JSON, and the days that the law asks for."""
    known = {one.key for one in law.parameters}
    dates = {
        f"{key}_day": act_cases.as_date(day)
        for key, day in days.items()
        if f"{key}_day" in known
    }
    return Asked(thing, days, act_cases.as_json(of, thing), dates)


# --- the readers ------------------------------------------------------------------------


def naive_values(act: m.Act, one: Asked) -> dict[tuple[str, str], Any]:
    """Return what the naive reader says: of each thing, by its path, each decision."""
    reader = naive.Reader(act, one.days)
    return {
        (path, decision.key): reader.decided(decision, thing)
        for path, thing in act_cases.things(act.vocabulary, one.thing)
        for decision in act.vocabulary.decisions
        if decision.kind == thing.kind
    }


def values(law: ir.Law, one: Asked) -> dict[tuple[str, str], Any]:
    """Return what the interpreter says; the one place that reads its answers."""
    root = read_case(law, one.json)
    assert isinstance(root, Thing), root
    world = World(law, one.dates)
    return {
        (thing.path, decision.key): _plain(answer(world, decision, thing).value)
        for thing in below(root)
        for decision in law.decisions
        if decision.kind == thing.kind
    }


def _plain(value: Any) -> Any:
    if isinstance(value, truth.State):
        return _STATES[value]
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value


def below(thing: Thing) -> Iterator[Thing]:
    """Yield a thing and those below it."""
    yield thing
    for members in thing.members.values():
        for one in members:
            yield from below(one)


# --- comparisons ------------------------------------------------------------------------


def compare_in_full(act: m.Act, law: ir.Law, one: Asked, figures: Figures) -> None:
    """Compare what is decided of a case of which all is known."""
    expected, found = naive_values(act, one), values(law, one)
    for key, value in found.items():
        wanted = expected[key]
        # What rests on a contradiction is one: no fact is missing that could leave it open.
        wanted = CONTRADICTION if wanted is UNKNOWN else wanted
        figures.comparisons += 1
        figures.decided[value.value if isinstance(value, State) else "value"] += 1
        if value != wanted:
            raise DifferenceError(f"{key}: a reader says {wanted}, the interpreter {value}")


def compare_in_part(act: m.Act, law: ir.Law, one: Asked, rng: Random, figures: Figures) -> None:
    """Compare what is decided of a case with something missing with what it may become."""
    found = {key: value for key, value in values(law, one).items() if value is not UNKNOWN}
    cases = act_cases.Cases(rng, act)
    for _ in range(COMPLETIONS if found else 0):
        whole = cases.completed(one.thing)
        days = {**cases.days(0), **naive.said_days(act), **one.days}
        expected = naive_values(act, Asked(whole, days, {}, {}))
        for key, value in found.items():
            figures.comparisons += 1
            wanted = expected[key]
            if wanted not in (value, CONTRADICTION, UNKNOWN):
                raise DifferenceError(f"{key}: {value} is decided, and it may become {wanted}")


def compare_package(law: ir.Law, module: Any, cases: list[Asked], figures: Figures) -> None:
    """Compare a package with the interpreter."""
    wanted = []
    for one in cases:
        root = read_case(law, one.json)
        assert isinstance(root, Thing)
        world = World(law, one.dates)
        wanted.append((one, results(world, root), explain(world, root)))
        compare_provisions(world, module, root, one)
    for one, result, explanation in wanted:
        person, decided = compare_decision(module, one, result, figures)
        if decided.to_json() != json.dumps(decided.to_dict(), ensure_ascii=False):
            raise DifferenceError(f"to_json says {decided.to_json()}")
        trace = module.trace(person, **one.dates)
        if trace.decision != decided or trace.explanations != explanation:
            raise DifferenceError("trace says otherwise than the interpreter")
        for amount in (one for each in explanation for one in amounts(each)):
            if not follows(amount, month_end_up=bool(law.month_end_up)):
                raise DifferenceError(f"the operands of an amount do not make it: {amount}")


def compare_decision(
    module: Any, one: Asked, result: dict[str, Any], figures: Figures
) -> tuple[Any, Any]:
    """Compare what a package decides with the interpreter, and return the case and it."""
    person = module.Person.from_dict(one.json, established=True)
    decided = module.decide(person, **one.dates)
    said = decided.to_dict()
    figures.comparisons += 1
    if {key: said[key] for key in result} != result:  # and not what the law is called
        raise DifferenceError(f"decide says {said}, the interpreter {result}")
    return person, decided


def compare_provisions(world: World, module: Any, root: Thing, one: Asked) -> None:
    """Compare whether each provision applies, asked by its citation."""
    citations = {one.eid: one.citation for one in world.law.elements}
    rules: dict[str, list[ir.Rule]] = {}
    for rule in world.law.rules:
        rules.setdefault(citations[rule.eid], []).append(rule)
    person = module.Person.from_dict(one.json, established=True)
    days = module.Days(**one.dates)
    deciding = {rule.eid for rule in world.law.rules}
    for citation, cited in rules.items():
        versions = {eid for eid, own in citations.items() if own == citation}
        if not versions <= deciding:  # what is a point that decides in one is none in another
            continue
        for thing, line in lines(world.law, root, (person,)):
            if thing.kind == cited[0].kind:
                found = truth.at_least(1, [applies(world, rule, thing) for rule in cited])
                wanted = None if isinstance(found, truth.State) else found
                if module.PROVISIONS[citation](*line, days) is not wanted:
                    raise DifferenceError(f"{citation} of `{thing.path}`: not {wanted}")


def lines(law: ir.Law, thing: Thing, line: tuple[Any, ...]) -> Iterator[tuple[Thing, Any]]:
    """Yield each thing with the same thing of the package and those above it."""
    yield thing, line
    for kind in law.kinds:
        if kind.parent == thing.kind and kind.field is not None:
            for place, one in enumerate(thing.members.get(kind.key, ())):
                yield from lines(law, one, (getattr(line[0], kind.field)[place], *line))


def compare_act(seed: int, figures: Figures, folder: Path, *, patient: bool) -> None:
    """Compare the readers of the act of a seed; the solver too if `patient`."""
    rng = Random(seed)  # noqa: S311 - to be replayed
    act = act_texts.act(rng)
    law, code = compiled(act)
    if law is None:
        figures.refused[code] += 1
        return
    figures.laws += 1
    cases = []
    for _ in range(CASES):
        cases += [random_case(act, law, rng, 0), random_case(act, law, rng, MISSING)]
        compare_in_full(act, law, cases[-2], figures)
        compare_in_part(act, law, cases[-1], rng, figures)
    figures.cases += len(cases)
    compare_package(law, package(law, folder), cases, figures)
    if patient:
        from tests.backends.smt.test_meaning import check_answers  # noqa: PLC0415 - an extra

        for one in cases[:2]:
            check_answers(law, one.json, one.dates)
            figures.comparisons += 1


def compare_safely(seed: int, figures: Figures, *, patient: bool) -> None:
    """Compare all readers of the act of a seed, and count what differs or fails."""
    folder = Path(tempfile.mkdtemp())
    try:
        compare_act(seed, figures, folder, patient=patient)
    except Exception as error:  # each is a difference, and the next laws are read
        figures.differences.append(f"seed {seed}: {type(error).__name__}: {error}")
        print(figures.differences[-1][:600], flush=True)  # noqa: T201
    finally:
        shutil.rmtree(folder)


def main() -> None:
    """Compare as many acts as are asked for, and print how much was compared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laws", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1, help="of the first law")
    parser.add_argument(
        "--patient", type=int, default=10, help="ask the solver of each so many"
    )
    chosen = parser.parse_args()
    figures = Figures()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # what was compared so far is printed
        for n in range(chosen.laws):
            compare_safely(chosen.seed + n, figures, patient=n % chosen.patient == 0)
    refused = ", ".join(f"{code} {n}" for code, n in sorted(figures.refused.items()))
    decided = ", ".join(f"{name} {n}" for name, n in sorted(figures.decided.items()))
    print(f"laws {figures.laws} (refused: {refused or 'none'})")  # noqa: T201
    print(f"cases {figures.cases}, decisions: {decided}")  # noqa: T201
    print(f"comparisons {figures.comparisons}, differences {len(figures.differences)}")  # noqa: T201
    sys.exit(1 if figures.differences else 0)


if __name__ == "__main__":
    main()
