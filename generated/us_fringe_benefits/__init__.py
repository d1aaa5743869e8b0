"""UNITED STATES CODE, TITLE 26 Qualified employee discounts

Written by lawc 0.1.0 from us/fringe-benefits/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from lawc.runtime.packages import checked_form

checked_form(2, "us_fringe_benefits", "0.1.0")

from lawc.runtime.facts import FactError

from .decisions import Decision, ask, decide, explain, trace
from .facts import Days, Discounted, Person
from .frames import frame
from .rules import PROVISIONS

__all__ = [
    "Days",
    "Decision",
    "Discounted",
    "FactError",
    "PROVISIONS",
    "Person",
    "ask",
    "decide",
    "explain",
    "frame",
    "trace",
]
