"""The register of the amnesty law counted in a plain loop, by its package and by the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import kz_amnesty_2025 as amnesty
import polars as pl

DAY = date(2025, 7, 5)
SUBJECTS = {
    "339": "saiga", "335": "environment", "337": "environment", "340": "environment",
    "297": "drug_sale", "296": "drug_possession", "189": "fraud", "190": "fraud",
    **dict.fromkeys(
        ["107", "108-1", "109-1", "121", "122", "124", "146", "174", "185", "255", "256",
         "366", "367"], "barred",
    ),
}  # fmt: skip
OUTCOMES = {"released_from_liability": "released", "released_from_main_punishment": "released"}

Groups = tuple[tuple[str, str], ...]


def counted(folder: Path) -> Counter[Groups]:
    """Return how many persons are alike in what the figures are about."""
    counts: Counter[Groups] = Counter()
    for row, offences, children in wholes(folder):
        (groups,) = {
            groups_of(row, *each, children)
            for each in zip(offences, outcomes(row, offences, children), strict=True)
        }
        counts[groups] += 1
    return counts


def wholes(folder: Path) -> Any:
    """Yield each person, the offences and the children; None if these are not known."""
    members: dict[str, dict[int, list[dict[str, Any]]]] = {}
    for kind in ("offence", "child"):
        members[kind] = defaultdict(list)
        for row in pl.read_parquet(folder / f"{kind}.parquet").to_dicts():
            members[kind][row.pop("person_id")].append(row)
    for row in pl.read_parquet(folder / "person.parquet").to_dicts():
        key, known = row.pop("person_id"), row.pop("children_known", True)
        yield row, members["offence"][key], members["child"][key] if known else None


def outcomes(row: Any, offences: Any, children: Any) -> list[str]:
    """Return what the package decides of each offence."""
    case: dict[str, Any] = facts(row) | {"offences": [facts(each) for each in offences]}
    if children is not None:
        case["children"] = [facts(each) for each in children]
    decision = amnesty.decide(amnesty.Person.from_dict(case))
    return [str(each.outcome) for each in decision.offences or ()]


def facts(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as a case has it."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in row.items()
        if value is not None and not key.endswith("_id")
    }


def groups_of(row: Any, offence: Any, outcome: str, children: Any) -> Groups:
    """Return the groups of a person with an offence, by the words of the statute."""
    article = offence["provision"].partition("(")[0]
    subject = SUBJECTS.get(article, "barred" if offence["provision"] == "120(3)" else "other")
    return (
        ("held", row["held"]),
        ("sex", row["sex"]),
        ("category", offence["category"]),
        ("subject", subject),
        ("recidivist", "no" if offence["recidivism"] == "none" else "yes"),
        ("vulnerable", "yes" if vulnerable(row, offence, children or []) else "no"),
        ("outcome", OUTCOMES.get(outcome, outcome)),
    )


def vulnerable(row: Any, offence: Any, children: Any) -> bool:
    """Return whether Article 1, read by hand, calls the person socially vulnerable."""
    woman, born = row["sex"] == "female", row["date_of_birth"]
    minor = any(later(child["date_of_birth"], 18) > DAY for child in children)
    dependant = row["dependant_with_disability_at_offence_and_conviction"] is True
    parent = row["deprived_of_parental_rights"] is False and (
        dependant or (minor and (woman or row["only_parent"] is True))
    )
    recognised = row["disability_recognised_on"]
    return (
        row["covered_by_law_on_veterans"] is True
        or offence["committed_on"] < later(born, 18)
        or later(born, 50 if woman else 60) <= DAY
        or (woman and row["pregnant_on_effective_day"] is True)
        or parent
        or (row["disability_group"] in ("first", "second") and recognised < DAY)
    )


def later(day: date, years: int) -> date:
    """Return the day some years later, the first of March for a day that is not there."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
