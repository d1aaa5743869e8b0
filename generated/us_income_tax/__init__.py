"""UNITED STATES CODE, TITLE 26 Tax on the income of individuals

Written by lawc 0.1.0 from us/income-tax/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from lawc.runtime.packages import checked_form

checked_form(2, "us_income_tax", "0.1.0")

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
