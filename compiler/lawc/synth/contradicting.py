"""Figures that cannot all be right: which of them, by how much, and whether it is the law.

Of figures that no register meets, a set is looked for of which each is needed for that: without
any one of them the others can be met. If they can all be met once persons may have outcomes
that the law gives nobody, they contradict the law and not each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.synth.cells import Cell
from lawc.synth.counting import Programme, possible
from lawc.synth.proving import proof_of
from lawc.synth.register import Synthesis
from lawc.synth.specification import Figure

_CELLS = 3  # cells that a message names
_HELP = "`weight = 1` on the figure that is to yield makes it the one that is missed"


def contradictions(synthesis: Synthesis) -> Iterator[Diagnostic]:
    """Yield the figures that contradict each other, or the law, one set at a time."""
    missed = synthesis.counts.missed
    figures = [each for each in synthesis.specification.figures if not each.shown]
    while not possible(synthesis.reached, figures):
        together = _needed(synthesis.reached, figures, missed)
        first = max(together, key=lambda figure: abs(missed[figure.name]))
        if possible(synthesis.cells, together):
            yield _about_law(synthesis, first, together)
        else:
            yield _about_figures(synthesis, first, together)
        figures.remove(first)
    for figure in figures:
        if missed[figure.name]:
            yield _yielding(synthesis, figure)


def _needed(
    cells: Sequence[Cell], figures: Sequence[Figure], missed: Mapping[str, Fraction]
) -> list[Figure]:
    """Return figures that cannot all be met, each of which is needed for that."""
    together = list(figures)
    for figure in sorted(figures, key=lambda each: missed[each.name] != 0):
        others = [other for other in together if other is not figure]
        if not possible(cells, others):
            together = others
    return together


def _about_figures(
    synthesis: Synthesis, first: Figure, together: Sequence[Figure]
) -> Diagnostic:
    source = synthesis.specification.source
    others = tuple(
        Label(source, other.span, f"`{other.name}`") for other in together if other is not first
    )
    message = f"{_missed(synthesis, first)}, since these figures contradict each other"
    if not others:
        message = f"{_missed(synthesis, first)}: no cells can give it"
    return Diagnostic(
        Code.FIGURES_CONTRADICT, message, Label(source, first.span), others,
        help=_HELP if others else None, severity=Severity.WARNING,
    )  # fmt: skip


def _yielding(synthesis: Synthesis, figure: Figure) -> Diagnostic:
    """Return that a figure is missed only because others that are rounded are met exactly."""
    label = Label(synthesis.specification.source, figure.span)
    message = (
        f"{_missed(synthesis, figure)}: figures that are rounded, and weigh more, are exact"
    )
    return Diagnostic(
        Code.FIGURES_CONTRADICT, message, label, help="give it more `weight` if they may yield",
        severity=Severity.WARNING,
    )  # fmt: skip


def _about_law(synthesis: Synthesis, first: Figure, together: Sequence[Figure]) -> Diagnostic:
    """Return that figures need persons whom the law does not put where they are needed."""
    source = synthesis.specification.source
    others = tuple(
        Label(source, other.span, f"`{other.name}`") for other in together if other is not first
    )
    needed = _empty_cells(synthesis, together)[:_CELLS]
    proofs = [proof_of(synthesis.law, synthesis.specification, each[0]) for each in needed]
    cells = "; ".join(
        f"{number:,} of {cell.name}" + (f" (the law: {instead})" if instead else "")
        for cell, number, instead in needed
    )
    tries = needed[0][0].tries
    why, code = f"nobody of {tries} drawn is where it needs persons", Code.CELL_NOT_REACHED
    help_ = f"let the draws reach {cells}"
    if all(proof.possible is False for proof in proofs):
        why, code = "the law puts nobody where it needs persons", Code.LAW_CONTRADICTS_FIGURES
        help_ = f"it needs {cells}"
    return Diagnostic(
        code, f"{_missed(synthesis, first)}: {why}", Label(source, first.span), others, help_,
        severity=Severity.WARNING,
        example=next((proof.example for proof in proofs if proof.example), None),
    )  # fmt: skip


def _empty_cells(
    synthesis: Synthesis, together: Sequence[Figure]
) -> list[tuple[Cell, int, str]]:
    """Return the cells that nobody fell into and figures need, with how many, most first."""
    programme = Programme(list(synthesis.cells))
    for figure in together:
        programme.aim_at(figure)
    for place, cell in enumerate(synthesis.cells):
        if not cell.hits:
            programme.prices[place] = 1
    numbers = programme.solved()
    needed = [
        (cell, round(number), _instead(synthesis, cell))
        for cell, number in zip(synthesis.cells, numbers, strict=False)
        if not cell.hits and round(number)
    ]
    return sorted(needed, key=lambda each: (-each[1], each[0].groups))


def _instead(synthesis: Synthesis, cell: Cell) -> str:
    """Return the groups into which the law puts most persons who are like those of a cell."""
    decided = [each.name for each in synthesis.deciding.decided]
    facts = tuple((name, group) for name, group in cell.groups if name not in decided)
    alike = [
        other
        for other in synthesis.reached
        if tuple((n, g) for n, g in other.groups if n not in decided) == facts
    ]
    if not alike:
        return ""
    groups = dict(max(alike, key=lambda other: (other.hits, other.groups)).groups)
    return ", ".join(f"{name} {groups[name]}" for name in decided)


def _missed(synthesis: Synthesis, figure: Figure) -> str:
    """Return by how much a figure is missed, in words."""
    off = synthesis.counts.missed[figure.name]
    if figure.of:
        return f"`{figure.name}` is missed by {abs(round(off, 1))} points"
    persons = "1 person" if abs(off) == 1 else f"{abs(round(off)):,} persons"
    return f"`{figure.name}` is {'too high' if off > 0 else 'short'} by {persons}"


def unreached(synthesis: Synthesis, missing: Mapping[Cell, int]) -> Iterator[Diagnostic]:
    """Yield the facts with which nobody fell into a cell, and the cells that lack persons."""
    for facts, number in _nobody_with(synthesis):
        yield _not_reached(synthesis, f"nobody drawn with {facts} fell into a cell", number)
    for cell, number in missing.items():
        yield _not_reached(synthesis, f"too few who were drawn fell into {cell.name}", number)


def _nobody_with(synthesis: Synthesis) -> Iterator[tuple[str, int]]:
    """Yield facts that persons are expected to have and nobody who fell into a cell has."""
    decided = [each.name for each in synthesis.deciding.decided]
    hits: dict[str, int] = {}
    expected: dict[str, int] = {}
    for cell in synthesis.cells:
        facts = ", ".join(
            f"{name} {group}" for name, group in cell.groups if name not in decided
        )
        hits[facts] = hits.get(facts, 0) + cell.hits
        expected[facts] = round(cell.alike)
    yield from (
        (facts, number) for facts, number in expected.items() if number and not hits[facts]
    )


def _not_reached(synthesis: Synthesis, message: str, number: int) -> Diagnostic:
    persons = "1 person is" if number == 1 else f"{number:,} persons are"
    specification = synthesis.specification
    return Diagnostic(
        Code.CELL_NOT_REACHED,
        f"{persons} missing: {message}",
        Label(specification.source, specification.dimensions[0].span),
        help="let the draws give the facts of such persons more often",
    )
