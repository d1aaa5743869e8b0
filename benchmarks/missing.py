"""Cases with facts taken away."""

from __future__ import annotations

import random
from typing import Any

Case = dict[str, Any]


def with_facts_missing(case: Case, chance: random.Random, rate: float) -> Case:
    """Return a case of which each fact is missing with the chance `rate`, but no list is."""
    return {
        key: [with_facts_missing(member, chance, rate) for member in value]
        if isinstance(value, list)
        else value
        for key, value in case.items()
        if isinstance(value, list) or chance.random() >= rate
    }
