"""FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 f51d756cbdd5e5bcdbf5e2075c112d3d1f98d71d664dede2c33b0e69b3d6fec7).
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from .decisions import Decision, decide, explain, trace
from .facts import Child, Days, Household
from .rules import PROVISIONS

__all__ = [
    "Child",
    "Days",
    "Decision",
    "Household",
    "PROVISIONS",
    "decide",
    "explain",
    "trace",
]
