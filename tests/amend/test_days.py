"""Random acts, amended from various days: each day is decided as by the text of that day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.amend.test_commencement import ENTRY, NAMED
from tests.sampling import some

from lawc.amend.applying import consolidated
from lawc.amend.wording import wording
from lawc.diagnostics.explain import example_vocabulary
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import Result
from lawc.meaning.world import World
from lawc.pipeline import compile_source
from lawc.source import Source

SHARED = Source("example/example.vocabulary", example_vocabulary())
GENERAL = date(2025, 7, 1)  # as in ENTRY
DAYS = (
    date(2025, 9, 1),
    date(2026, 7, 1),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2030, 1, 1),
)
IS = ("lives in the town", "does not live in the town", "attends a school of the town")
CASES = [
    {"lives_in_town": a, "attends_school": b} for a in (True, False) for b in (True, False)
]


def sentence(rng: Random) -> str:
    start, end = sorted(rng.sample(DAYS, 2))
    say = wording("en").day
    period = rng.choice(("", "", f"from {say(start)}", f"to {say(end)}"))
    begun = f"In force {period}, a" if period else "A"
    gets = rng.choice(("is entitled to a card", "is admitted to the reading room"))
    return f"{begun} person who {rng.choice(IS)} {gets}."


def paragraph(rng: Random, number: int) -> str:
    return f"{number}. " + " ".join(sentence(rng) for _ in range(rng.randint(1, 3)))


def change(rng: Random, number: int) -> str:
    if rng.random() < 0.5:
        new = paragraph(rng, number)
        return f'paragraph {number} of Article 1 is restated as follows: "{new}"'
    old, new = rng.sample(IS, 2)
    words = f'the words "{old}" are replaced by the words "{new}" wherever they occur'
    return f"in paragraph {number} of Article 1, {words}"


def amended(act: str, changes: dict[str, date]) -> str | None:
    listed = ";\n".join(f"{place}) {said}" for place, said in enumerate(changes, 1))
    days = "".join(
        f" Point {place}) of Article 1 enters into force on {wording('en').day(day)}."
        for place, day in enumerate(changes.values(), 1)
    )
    text = f"LAW\n\nArticle 1.\n\n{NAMED}\n{listed}.\n\n{ENTRY}{days}\n"
    found, problems = consolidated(Source("a/en.law", act), Source("b.en.law", text), "en")
    return None if problems else found.text


def lawful(text: str) -> ir.Law:
    made = compile_source(Source("example/act/en.law", text), "example/act", (SHARED,))
    assert made.law is not None, (text, made.errors)
    return made.law


def decided(law: ir.Law, day: date) -> list[dict[str, Result]]:
    found = []
    for case in CASES:
        person = read_case(law, dict(case))
        assert isinstance(person, Thing)
        world = World(law, {"law_day": day})
        made = {one.key: decide(world, one, person) for one in law.decisions}
        found.append({"card": False, "reading_room": False, **made})
    return found


def test_on_each_day_the_versions_decide_as_the_text_of_that_day() -> None:
    compared = 0
    for seed in range(some(60)):
        rng = Random(seed)  # noqa: S311 - to be replayed
        paragraphs = "\n".join(paragraph(rng, number) for number in (1, 2))
        act = f"LAW ON CARDS\n\nArticle 1. Cards\n\n{paragraphs}\n"
        changes = {change(rng, number): rng.choice(DAYS) for number in (1, 2)}
        whole = amended(act, changes)
        if whole is None:
            continue
        law = lawful(whole)
        for day in (*(each - timedelta(1) for each in DAYS), *DAYS):
            done = {one: GENERAL for one, start in changes.items() if start <= day}
            text = amended(act, done) if done else act
            assert text is not None
            assert decided(law, day) == decided(lawful(text), day), (seed, day, whole)
            compared += 1
    assert compared > some(100)
