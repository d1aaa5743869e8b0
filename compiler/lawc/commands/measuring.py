"""What `lawc impact` does: compile, bind the register, decide it range by range, count."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from lawc.commands.problems import days_known, days_of, show
from lawc.commands.progress import progress
from lawc.commands.usage import UsageError

if TYPE_CHECKING:
    from lawc.impact.groupings import Grouping
    from lawc.impact.report import Example, Impact
    from lawc.ir import nodes as ir
    from lawc.pipeline import Compiled
    from lawc.register.deciding import Register

MIN_CELL = 5
WHERE = "#where"


class Question(NamedTuple):
    """What is asked on the command line."""

    statute: Path
    register: Path
    names: Path | None
    days: tuple[str, ...]
    groupings: tuple[str, ...]
    where: str
    against: str | None
    amendment: Path | None
    min_cell: int | None
    synthetic: bool
    examples: bool


class Laws(NamedTuple):
    """The law that is counted, the one that it is compared with, and what that is called."""

    new: Compiled
    old: Compiled | None
    label: str


def measure(question: Question, stack: ExitStack) -> Impact:
    """Return the impact that is asked for.

    Raises:
        UsageError: something cannot be read, or does not fit.
    """
    from lawc.impact.counting import Counting
    from lawc.impact.groupings import with_concepts
    from lawc.impact.naming import Names
    from lawc.impact.report import About, impact_of
    from lawc.impact.rows import Side
    from lawc.register.deciding import decided

    laws = _laws(question, stack)
    new = _law(laws.new, question.statute)
    old = None if laws.old is None else _law(laws.old, question.statute)
    days = days_of(days_known(new), question.days)
    register = _register(new, question)
    groupings = _groupings(new, register, days, question.groupings)
    wanted = with_concepts(
        _with_where(laws.new, new, question.statute, question.where), groupings
    )
    parts = decided(wanted, register, days, provisions=True)
    before = None
    changed: frozenset[str] = frozenset()
    if old is not None:
        same = {key: day for key, day in days.items() if key in days_known(old)}
        before = decided(old, _register(old, question, quiet=True), same, provisions=True)
        changed = _changed(old, new)
    counting = None
    with progress(to_file=True) as advance:
        for part in parts:
            earlier = None if before is None else next(before)
            if counting is None:
                sides = (
                    Side(wanted, part.relations, days),
                    (None if earlier is None or old is None else Side(old, earlier.relations)),
                )
                where = WHERE if question.where else ""
                counting = Counting(sides[0], groupings, sides[1], changed, where)
            advance(counting.add(part.frames, None if earlier is None else earlier.frames))
    assert counting is not None, "there is at least one range, which may be empty"
    synthetic = question.synthetic or register.synthetic
    chosen = 0 if synthetic else MIN_CELL
    about = About(
        question.register.name,
        {parameter.key: day for parameter in new.parameters
         if (day := days.get(parameter.key, parameter.value)) is not None},
        synthetic,
        chosen if question.min_cell is None else question.min_cell,
        question.where,
        laws.label,
    )  # fmt: skip
    names = Names(new, _written(laws.new))
    return impact_of(new, counting, about, names, _examples(question, old, new))


def _written(compiled: Compiled) -> dict[str, str]:
    """Return the words of the vocabulary for values and concepts."""
    entries = compiled.vocabulary.entries.get(compiled.act.language, ())
    return {
        entry.key: entry.written
        for entry in reversed(entries)
        if entry.terminal == "CHOICE" or entry.key.startswith("concept:")
    }


def _law(compiled: Compiled, path: Path) -> ir.Law:
    if compiled.law is None:
        show(compiled.errors)
        raise UsageError(f"`{path}` has errors, so there is nothing to count")
    if not compiled.law.decisions:
        raise UsageError(f"`{compiled.law.act}` decides nothing by itself")
    return compiled.law


def _register(law: ir.Law, question: Question, *, quiet: bool = False) -> Register:
    from lawc.commands.registers import opened

    register = opened(law, str(question.register), question.names, established=False)
    if not quiet:
        for misfit in register.misfits:
            click.echo(f"lawc: {misfit}", err=True)
    return register


def _groupings(
    law: ir.Law, register: Register, days: dict[str, date], names: tuple[str, ...]
) -> tuple[Grouping, ...]:
    from lawc.impact.groupings import GroupingError, default_groupings, find_groupings
    from lawc.meaning.world import World

    world = World(law, {})
    kinds = {kind for decision in law.decisions for kind in world.line(decision.kind)}
    columns = register.bounds(days).columns
    try:
        if names:
            return find_groupings(law, columns, names, kinds)
        return default_groupings(law, columns, kinds)
    except GroupingError as error:
        raise UsageError(str(error)) from error


# --- versions ---


def _laws(question: Question, stack: ExitStack) -> Laws:
    from lawc.commands.problems import compile_act

    if question.amendment is not None:
        return _amended(question.statute, question.amendment)
    new = compile_act(question.statute)
    if question.against is None:
        return Laws(new, None, "")
    from lawc.commands.comparing import pair_acts
    from lawc.commands.versions import version_of

    older = stack.enter_context(version_of(question.against))
    newer = stack.enter_context(version_of(str(question.statute)))
    pairs = [pair for pair in pair_acts(older, newer) if pair.old and pair.new]
    if len(pairs) != 1 or pairs[0].old is None:
        raise UsageError(f"`{question.against}` is no version of one act: name its folder")
    from lawc.commands.comparing import compiled_act

    return Laws(new, compiled_act(pairs[0].old), older.label)


def _amended(statute: Path, amendment: Path) -> Laws:
    """Return the law as an amending act makes it, compared with the law as it is."""
    from lawc.commands.amending import Wanted, amended_text
    from lawc.commands.problems import compile_act
    from lawc.folders import find_act
    from lawc.pipeline import compile_text

    if not amendment.is_file():
        raise UsageError(f"there is no file `{amendment}`")
    old = compile_act(statute)
    amended = amended_text(statute, amendment, Wanted(None, None, None), check=None)
    show(amended.problems)
    if amended.text is None:
        raise UsageError(f"`{amendment.name}` cannot be applied, so there is nothing to count")
    folder = find_act(statute)
    text = amended.text.replace("\r\n", "\n").removeprefix("\ufeff")
    source = replace(old.act.source, text=text, path=f"{folder.text.name} + {amendment.name}")
    return Laws(compile_text(folder, source), old, f"the law without {amendment.name}")


def _changed(old: ir.Law, new: ir.Law) -> frozenset[str]:
    """Return the elements that differ in two versions of a law."""
    from lawc.compare.changes import changes
    from lawc.compare.matching import match_elements

    same = match_elements(old.elements, new.elements)
    found: set[str] = set()
    for change in changes(old, new, same):
        found |= {each.eid for each in (change.old, change.new) if each is not None}
    return frozenset(found)


def _examples(question: Question, old: ir.Law | None, new: ir.Law) -> tuple[Example, ...]:
    """Return examples of whom the change turns, as `lawc diff` finds them."""
    from importlib.util import find_spec

    if old is None or not question.examples:
        return ()
    if find_spec("z3") is None:
        click.echo("lawc: examples of whom the change turns need the solver: "
                   "pip install 'lawc[smt]'", err=True)  # fmt: skip
        return ()
    from lawc.impact.comparing import examples_of

    return examples_of(old, new)


def _with_where(compiled: Compiled, law: ir.Law, statute: Path, where: str) -> ir.Law:
    if not where:
        return law
    from lawc.commands.conditions import condition_of
    from lawc.folders import find_act
    from lawc.impact.groupings import with_condition

    kind, condition = condition_of(compiled, find_act(statute), where)
    return with_condition(law, WHERE, kind, condition)
