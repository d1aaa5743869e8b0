"""From a specification to a synthetic register, step by step."""

from __future__ import annotations

from functools import cached_property

from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.synth.cells import Cell, expected_cells
from lawc.synth.counting import Counts, count_out
from lawc.synth.deciding import Deciding
from lawc.synth.drawing import Drawing
from lawc.synth.specification import Specification


@dataclass(frozen=True)
class Synthesis:
    """A synthetic register of a specification: each step is made when it is asked for."""

    law: ir.Law
    specification: Specification

    @cached_property
    def drawing(self) -> Drawing:
        """The draws of the specification."""
        return Drawing(self.law, self.specification)

    @cached_property
    def deciding(self) -> Deciding:
        """The law as a judge of candidates."""
        return Deciding(self.law, self.specification)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All cells that no assumption empties."""
        return expected_cells(self.specification, self.drawing, self.deciding)

    @cached_property
    def reached(self) -> tuple[Cell, ...]:
        """The cells into which some candidates fell."""
        return tuple(cell for cell in self.cells if cell.hits)

    @cached_property
    def counts(self) -> Counts:
        """The number of persons in each cell."""
        specification = self.specification
        return count_out(self.reached, specification.figures, specification.persons)
