"""FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 6dde4eeb507acaff5e6690418db331fe5933f493475dee09d46b2118398cf107).
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
