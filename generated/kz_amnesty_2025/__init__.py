"""LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from lawc.runtime.packages import checked_form

checked_form(2, "kz_amnesty_2025", "0.1.0")

from lawc.runtime.facts import FactError

from .decisions import Decision, OffenceDecision, ask, decide, explain, trace
from .facts import (
    Category,
    Child,
    Days,
    DisabilityGroup,
    Held,
    Offence,
    Outcome,
    Person,
    Recidivism,
    Sex,
    Stage,
)
from .frames import frame
from .rules import PROVISIONS

__all__ = [
    "Category",
    "Child",
    "Days",
    "Decision",
    "DisabilityGroup",
    "FactError",
    "Held",
    "Offence",
    "OffenceDecision",
    "Outcome",
    "PROVISIONS",
    "Person",
    "Recidivism",
    "Sex",
    "Stage",
    "ask",
    "decide",
    "explain",
    "frame",
    "trace",
]
