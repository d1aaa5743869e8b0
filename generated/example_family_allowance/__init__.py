"""FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law
(sha256 7378fd9e9ccb0405298ea622c515948170b66f41719c401d8468b615b6c4051f).
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
