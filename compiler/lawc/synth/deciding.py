"""Candidates decided by the compiled law: into which cell each falls, if into any."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import polars as pl

from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.relations import relations_of
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.synth.asking import IMPLAUSIBLE, concept_key, with_questions
from lawc.synth.drawing import Things, Truths, Wholes, frames_of, tables_for
from lawc.synth.reading import NOTHING
from lawc.synth.specification import Dimension, Scalar, Specification

NOWHERE = -1  # the group of a whole whose things do not all lie in one


@dataclass(frozen=True)
class Deciding:
    """A law that tells in which groups of the decided dimensions drawn wholes lie."""

    law: ir.Law
    specification: Specification

    @cached_property
    def decided(self) -> tuple[Dimension, ...]:
        """The dimensions that the law decides."""
        return tuple(each for each in self.specification.dimensions if not each.drawn)

    @cached_property
    def questioned(self) -> ir.Law:
        """The law with its concepts, and what is implausible, as decisions."""
        concepts = [(each.kind, each.key) for each in self.decided if each.concept]
        return with_questions(self.law, tuple(dict.fromkeys(concepts)))

    def groups(self, things: Mapping[str, Things]) -> tuple[dict[str, Wholes], Truths]:
        """Return the group of each whole in each decided dimension, and which are plausible.

        A whole that has no members of a kind that cells are about lies in none.
        """
        frames, bounds = frames_of(things)
        tables = tables_for(self.questioned, bounds, self.specification.days)
        relations = relations_of(self.questioned, tables)
        frames = run(relations.layers, frames)
        root = things[self.law.kinds[0].key]
        plausible = np.ones(len(root.whole), np.bool_)
        for kind in {dimension.kind for dimension in self.specification.dimensions}:
            plausible &= np.bincount(things[kind].whole, minlength=len(root.whole)) > 0
        for key, answer in relations.answers.items():
            if key.startswith(IMPLAUSIBLE):
                kind = key.removeprefix(IMPLAUSIBLE)
                doubtful = frames[kind][answer.value].fill_null(value=False).to_numpy()
                plausible[things[kind].whole[doubtful.astype(np.bool_)]] = False
        groups = {}
        for dimension in self.decided:
            answer = relations.answers[self.key(dimension)]
            values = frames[dimension.kind].select(answer.value, answer.status)
            codes = codes_of(values, dimension)
            groups[dimension.name] = common(
                codes, things[dimension.kind].whole, len(root.whole)
            )
        return groups, plausible

    def key(self, dimension: Dimension) -> str:
        """Return the decision that tells the group of a dimension."""
        if dimension.concept:
            return concept_key(dimension.kind, dimension.key)
        return dimension.key


def codes_of(values: pl.DataFrame, dimension: Dimension) -> Wholes:
    """Return the place of the group in which each decided value lies, -1 for none."""
    value, status = values.to_series(0), values.to_series(1)
    truth = value.dtype == pl.Boolean
    places: dict[Scalar, int] = {
        each: place for place, group in enumerate(dimension.groups.values()) for each in group
    }
    codes = np.full(len(value), NOWHERE, np.int64)
    decided = (status == "decided").to_numpy()
    for each, place in places.items():
        if each == NOTHING:
            codes[(status == NOTHING).to_numpy()] = place
        elif isinstance(each, bool) is truth:
            same = (value == each).fill_null(value=False).to_numpy()
            codes[decided & same.astype(np.bool_)] = place
    return codes


def common(codes: Wholes, whole: Wholes, count: int) -> Wholes:
    """Return the code that all things of each whole share, -1 if there is none."""
    most = np.full(count, NOWHERE, np.int64)
    least = np.full(count, np.iinfo(np.int64).max, np.int64)
    np.maximum.at(most, whole, codes)
    np.minimum.at(least, whole, codes)
    return np.where(most == least, most, NOWHERE)
