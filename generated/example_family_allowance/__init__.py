"""FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 fc01e258f6fc58c258fe3bc10da94e0b13c26bbc9764450d08245d52471b5896).
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from .decisions import Decision, decide
from .facts import Child, Days, Household
from .reasons import explain, trace
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
