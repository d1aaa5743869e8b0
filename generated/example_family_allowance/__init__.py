"""FAMILY ALLOWANCE ACT An example: no country's law

Written by lawc 0.1.0 from example/family-allowance/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from lawc.runtime.packages import checked_form

checked_form(2, "example_family_allowance", "0.1.0")

from lawc.runtime.facts import FactError

from .decisions import Decision, ask, decide, explain, trace
from .facts import Child, Days, Household
from .frames import frame
from .rules import PROVISIONS

__all__ = [
    "Child",
    "Days",
    "Decision",
    "FactError",
    "Household",
    "PROVISIONS",
    "ask",
    "decide",
    "explain",
    "frame",
    "trace",
]
