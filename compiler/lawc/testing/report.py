"""Reports on the examples of a law as JSON; `report.schema.json` describes them."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from lawc.testing.boundary import AtLimit, lines, name_of
from lawc.testing.coverage import Coverage, Goal
from lawc.testing.notice import DecidedCase
from lawc.testing.survivors import Survivor


def report_schema() -> dict[str, Any]:
    """Return the JSON schema of `lawc test --format json`."""
    schema = files("lawc.testing") / "report.schema.json"
    contents: dict[str, Any] = json.loads(schema.read_text("utf-8"))
    return contents


def coverage_dict(coverage: Coverage) -> dict[str, Any]:
    """Return the coverage, in a form for `json.dumps`."""
    return {
        "provisions": [
            {
                "citation": row.citation,
                "eid": row.eid,
                **{goal.value: row.shown[goal] for goal in Goal},
                "missing": [goal.value for goal in row.missing],
                "always": Goal.FALSE not in row.goals,
            }
            for row in coverage.rows
        ],
        "unmeasured": list(coverage.unmeasured),
        **{goal.value: _share(coverage, goal) for goal in Goal},
        "all": _share(coverage, *Goal),
    }


def mutants_dict(number: int, survivors: tuple[Survivor, ...]) -> dict[str, Any]:
    """Return the survivors among `number` mutants, in a form for `json.dumps`."""
    return {
        "number": number,
        "noticed": number - len(survivors),
        "survivors": [
            {
                "citation": survivor.citation,
                "was": survivor.was,
                "now": survivor.now,
                "example": survivor.example,
            }
            for survivor in survivors
        ],
    }


def boundary_dict(
    limits: tuple[AtLimit, ...], known: tuple[DecidedCase, ...]
) -> dict[str, Any]:
    """Return the cases at the limits of a law, in a form for `json.dumps`."""
    return {
        "limits": [
            {
                "citation": limit.citation,
                "text": limit.text,
                "fact": limit.varied,
                "sides": [name_of(limit, side) for side in limit.sides if side in limit.cases],
                "reached": limit.reached,
                "differs": limit.differs,
            }
            for limit in limits
        ],
        "examples": list(lines(limits, known)),
    }


def _share(coverage: Coverage, *goals: Goal) -> dict[str, int]:
    shown, wanted = coverage.share(*goals)
    return {"shown": shown, "asked": wanted}
