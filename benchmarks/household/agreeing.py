"""The package of the Household Benefits Act, and whether it decides as the function by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.household.by_hand import Answers, decide_by_hand
from tests.emitted import package

from lawc.pipeline import compile_path

ACT = Path(__file__).parent / "family-benefits"


def benefits_package(folder: Path) -> Any:
    """Return the package of the act, written below `folder` and imported."""
    compiled = compile_path(ACT)
    assert compiled.law is not None, compiled.errors
    return package(compiled.law, folder)


def disagreements(
    benefits: Any, households: Iterable[Any], payment_day: date, law_day: date
) -> Iterator[str]:
    """Yield each household for which `decide` of the package and by hand answer differently."""
    for household in households:
        by_package = answers(
            benefits.decide(household, payment_day=payment_day, law_day=law_day)
        )
        by_hand = decide_by_hand(household, payment_day, law_day)
        if by_package != by_hand:
            yield f"{by_package} and by hand {by_hand} on {payment_day}: {household}"


def answers(decision: Any) -> tuple[Answers, tuple[Answers, ...]]:
    """Return the answers of the package, in the form of the function by hand."""
    return _answers(decision), tuple(map(_answers, decision.children))


def _answers(thing: Any) -> Answers:
    return tuple((answer.value, answer.provisions) for answer in thing.answers.values())
