"""A report as JSON; `impact.schema.json` says the same of it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from lawc.impact.layers import Head
from lawc.impact.report import Impact
from lawc.impact.tables import Table

VERSION = 1  # of the form; raised when a key changes its meaning or goes


def impact_json(impact: Impact) -> str:
    """Return a report as JSON text."""
    return json.dumps(impact_dict(impact), ensure_ascii=False, indent=2) + "\n"


def impact_schema() -> dict[str, Any]:
    """Return the JSON Schema of reports."""
    schema = files("lawc.impact.rendering") / "impact.schema.json"
    loaded: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    return loaded


def impact_dict(impact: Impact) -> dict[str, Any]:
    """Return a report as values of JSON, every key always present; null is hidden."""
    about, names = impact.about, impact.names
    return {
        "version": VERSION,
        "act": impact.law.act,
        "register": about.register,
        "synthetic": about.synthetic,
        "min_cell": about.min_cell,
        "hidden": impact.hidden,
        "where": about.where or None,
        "against": about.old or None,
        "days": {key: day.isoformat() for key, day in about.days.items()},
        "units": dict(impact.units),
        "by": list(impact.groupings),
        "tables": [_table(impact, table) for table in impact.tables],
        "sums": [
            {
                "decision": sums.decision.key,
                "unit": sums.unit,
                "rows": [
                    {"section": head[0], "key": head[1], "sum": str(number)}
                    for head, number in sums.rows.items()
                ],
            }
            for sums in impact.sums
        ],
        "nobody": {decision.key: list(of) for decision, of in impact.nobody},
        "examples": [
            {
                "decision": each.decision.key,
                "old": names.outcome(each.decision, each.old),
                "new": names.outcome(each.decision, each.new),
                "because": list(each.because),
                "facts": list(each.facts),
            }
            for each in impact.examples
        ],
    }


def _table(impact: Impact, table: Table) -> dict[str, Any]:
    names = impact.names
    return {
        "key": table.key,
        "what": table.what,
        "unit": table.unit,
        "decision": table.decision.key,
        "columns": [
            {"key": column, "name": names.column(table, column)} for column in table.columns
        ],
        "rows": [_row(impact, table, head) for head in table.rows],
    }


def _row(impact: Impact, table: Table, head: Head) -> dict[str, Any]:
    return {
        "section": head[0],
        "key": head[1],
        "name": impact.names.row(table, head),
        "counts": [table.count(head, column) for column in table.columns],
    }
