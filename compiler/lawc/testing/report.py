"""What was found out about the examples, as JSON; `report.schema.json` says the same of it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from lawc.testing.boundary import AtLimit, lines, name_of
from lawc.testing.coverage import Coverage, Goal
from lawc.testing.notice import Tried
from lawc.testing.survivors import Survivor


def report_schema() -> dict[str, Any]:
    """Return the JSON schema of `lawc test --format json`."""
    schema = files("lawc.testing") / "report.schema.json"
    found: dict[str, Any] = json.loads(schema.read_text("utf-8"))
    return found


def coverage_dict(coverage: Coverage) -> dict[str, Any]:
    """Return what the examples show, in a form that `json.dumps` takes."""
    return {
        "provisions": [
            {
                "citation": row.citation,
                "eid": row.eid,
                **{goal.value: row.shown[goal] for goal in Goal},
                "missing": [goal.value for goal in row.missing],
                "always": Goal.FALSE not in row.asked,
            }
            for row in coverage.rows
        ],
        "unmeasured": list(coverage.unmeasured),
        **{goal.value: _share(coverage, goal) for goal in Goal},
        "all": _share(coverage, *Goal),
    }


def mutants_dict(number: int, found: tuple[Survivor, ...]) -> dict[str, Any]:
    """Return which of `number` changes no example notices, in a form for `json.dumps`."""
    return {
        "number": number,
        "noticed": number - len(found),
        "survivors": [
            {
                "citation": one.citation,
                "was": one.was,
                "now": one.now,
                "example": one.example,
            }
            for one in found
        ],
    }


def boundary_dict(found: tuple[AtLimit, ...], known: tuple[Tried, ...]) -> dict[str, Any]:
    """Return the cases at the limits of a law, in a form for `json.dumps`."""
    return {
        "limits": [
            {
                "citation": one.citation,
                "text": one.text,
                "fact": one.varied,
                "sides": [name_of(one, side) for side in one.sides if side in one.cases],
                "reached": one.reached,
                "differs": one.differs,
            }
            for one in found
        ],
        "examples": list(lines(found, known)),
    }


def _share(coverage: Coverage, *goals: Goal) -> dict[str, int]:
    shown, asked = coverage.share(*goals)
    return {"shown": shown, "asked": asked}
