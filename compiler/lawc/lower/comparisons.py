"""Comparisons: the words of the language for them, as those of the checked form."""

from __future__ import annotations

from lawc.ir import nodes as ir

COMPARISONS = {
    "less": ir.Comparison.LT,
    "at_most": ir.Comparison.LE,
    "equal": ir.Comparison.EQ,
    "unequal": ir.Comparison.NE,
    "at_least": ir.Comparison.GE,
    "more": ir.Comparison.GT,
}
