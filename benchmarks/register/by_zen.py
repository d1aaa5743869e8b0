"""The reduced amnesty law in GoRules zen: a graph with an expression, a record at a time."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import polars as pl
import zen
from benchmarks.register.by_hand_polars import BORN_50, BORN_60, DAY


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days


_EXPRESSIONS = {
    "excluded": "signs_of_extremism or recidivism != 'none' or life_imprisonment"
    " or in_criminal_group",
    "woman": "sex == 'female'",
    "vulnerable": "covered_by_law_on_veterans or ($.woman and pregnant_on_effective_day)"
    f" or date_of_birth <= ($.woman ? {_number(BORN_50)} : {_number(BORN_60)})",
    "released": "category in ['misdemeanour', 'minor'] or (category == 'medium' and"
    " (not damage_caused or damage_compensated_in_full or not civil_claim_brought"
    " or $.vulnerable))",
    "reduced": "stage == 'convicted' and (category == 'medium' or $.vulnerable)",
    "outcome": f"committed_on >= {_number(DAY)} ? 'not_covered' : $.excluded ? 'excluded' :"
    " $.released ? 'released' : $.reduced ? 'reduced' : 'not_covered'",
}


def law() -> Any:
    """Return the law as zen has it: days are their numbers."""
    expressions = [{"id": key, "key": key, "value": text} for key, text in _EXPRESSIONS.items()]
    content = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in"},
            {
                "id": "law", "type": "expressionNode", "name": "law",
                "content": {"expressions": expressions},
            },
            {"id": "out", "type": "outputNode", "name": "out"},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "law", "type": "edge"},
            {"id": "2", "sourceId": "law", "targetId": "out", "type": "edge"},
        ],
    }  # fmt: skip
    return zen.ZenEngine().create_decision(json.dumps(content))


def outcomes(decision: Any, frame: pl.DataFrame) -> pl.Series:
    """Return the outcome of each record."""
    rows = frame.with_columns(pl.col(pl.Date).cast(pl.Int32)).iter_rows(named=True)
    return pl.Series("outcome", [decision.evaluate(row)["result"]["outcome"] for row in rows])
