"""OLD AGE SECURITY ACT

Written by lawc 0.1.0 from ca/old-age-security/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from lawc.runtime.packages import checked_form

checked_form(2, "ca_old_age_security", "0.1.0")

from lawc.runtime.facts import FactError

from .decisions import Decision, ask, decide, explain, trace
from .facts import Absence, Days, Pension, Person, Presence, Residence, Visa
from .frames import frame
from .rules import PROVISIONS

__all__ = [
    "Absence",
    "Days",
    "Decision",
    "FactError",
    "PROVISIONS",
    "Pension",
    "Person",
    "Presence",
    "Residence",
    "Visa",
    "ask",
    "decide",
    "explain",
    "frame",
    "trace",
]
