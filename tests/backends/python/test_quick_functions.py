"""The plain case is decided by the quick functions, whatever the law is made of."""

from __future__ import annotations

import re
import sys
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from benchmarks.corpus import statute, vocabulary
from tests.differential import laws
from tests.differential.law_crossings import crossed
from tests.differential.test_python_backend import check, check_package
from tests.emitted import HEADER, package
from tests.written_law import CaseOf, law

from lawc.backends.python import quickly, splitting
from lawc.backends.python.emit import emit
from lawc.pipeline import compile_source
from lawc.source import Source

DAY = date(2025, 7, 5)
BONUS = """\
decision child.bonus: money EUR
  en noun "the bonus"
effect child.bonus(sum: money)
  gives bonus = sum
  en clause "a bonus of [sum] is paid"
"""
GRANTS = "1. A grant of 7 euro is paid for a child who is good.\n"
CARD = "1. A person who is old is entitled to a card.\n"
SUM = "the sum of the grant, if any, of each of the children"
TOTAL = "3. Where several cuts apply to one person, the total is applied."
FAMILY: tuple[CaseOf, ...] = tuple(
    {
        "old": old,
        "ill": ill,
        "resident": True,
        "points": 3,
        "income": 5,
        "share": "1/2",
        "children": [
            {"good": one, "born": "2020-01-01", "value": n} for n, one in enumerate(good)
        ],
    }
    for old, ill in product((True, False), repeat=2)
    for good in ((), (True,), (True, False), (True, True))
)


def by_quick_functions(
    folder: Path, text: str, cases: tuple[CaseOf, ...] = FAMILY, more: str = "", day: date = DAY
) -> list[Any]:
    """Return what the quick functions decide, after checking that the interpreter agrees."""
    given = law(text, more)
    days = {one.key: day for one in given.parameters}
    if given.law_day is not None:
        days[given.law_day] = day
    module = package(given, folder)
    quick = sys.modules[f"{module.__name__}.decisions"]._quick_person  # noqa: SLF001
    for case in cases:
        check_package(given, module, dict(case), days)
    return [quick(module.Person.from_dict(dict(case)), module.Days(**days)) for case in cases]


@pytest.mark.parametrize(
    "text",
    [
        f"{CARD}2. A grant of 7 euro is paid for a child if the person is entitled to a card.",
        f"{GRANTS}2. The amount due is the sum of the grant of each of the children.",
        f"{GRANTS}2. The amount due is {SUM}.",
        f"{GRANTS}2. The tax is {SUM}.\n"
        "3. A person is entitled to a card if the tax is more than 8 euro.",
        f"{CARD}2. A grant of 7 euro is paid for a child who is good if the person is "
        f"entitled to a card.\n3. The amount due is {SUM}, if the person is ill.",
        "1. The fee is 5 euro, if the person is old.\n2. The amount due is the fee, if any, "
        "plus the income.",
        "1. The fee is 5 euro, if the person is old.\n2. A person is entitled to a card if "
        "the fee is less than the income.",
    ],
    ids=["above", "sum", "if-any", "asked", "there-and-back", "amount", "compared"],
)
def test_a_decision_may_rest_on_others(text: str, tmp_path: Path) -> None:
    assert None not in by_quick_functions(tmp_path, text)


def test_members_may_be_decided_in_two_stages(tmp_path: Path) -> None:
    text = (
        f"{GRANTS}2. The tax is {SUM}.\n"
        "3. A person is entitled to a card if the tax is more than 8 euro.\n"
        "4. A bonus of 2 euro is paid for a child if the person is entitled to a card.\n"
        "5. A bonus of 1 euro is paid for a child if the person is ill.\n"
        "6. Paragraph 5 of this Article does not apply to a child if the person is entitled "
        "to a card."
    )

    found = by_quick_functions(tmp_path, text, more=BONUS)

    assert None not in found
    assert [[one.bonus for one in whole.children] for whole in found[:4]] == [
        [],
        [1],
        [1, 1],
        [2, 2],
    ]


def test_a_list_whose_cuts_are_added_up_gives_once(tmp_path: Path) -> None:
    text = (
        "1. The term is reduced by one third for a person if any of the following applies:\n"
        "   1) the person is old; or\n   2) the person is ill.\n"
        "2. The term is reduced by one half for a person who is resident.\n" + TOTAL
    )

    assert None not in by_quick_functions(tmp_path, text)


def test_amounts_may_be_added_up_in_another_order_than_the_laws(tmp_path: Path) -> None:
    text = (
        "1. The term is reduced by one third for a person who is old.\n"
        "2. The term is reduced by one half for a person who is ill.\n" + TOTAL + "\n"
        "4. Paragraph 1 of this Article does not apply to a person if paragraph 2 of this "
        "Article applies to the person.\n"
    )

    assert None not in by_quick_functions(tmp_path, text)


@pytest.mark.parametrize(
    ("several", "cited"),
    [
        ("Paragraph 1 of this Article does", [("1(4)",), ("1(1)",), (), ()]),
        ("Paragraphs 1 and 2 of this Article do", [("1(4)",), ("1(1)",), ("1(4)",), ()]),
    ],
)
def test_a_refusal_is_cited_where_it_stops_something(
    several: str, cited: list[tuple[str, ...]], tmp_path: Path
) -> None:
    text = (
        "1. The term is reduced by one third for a person who is old.\n"
        "2. The term is reduced by one half for a person who is not resident.\n"
        "3. Where several cuts apply to one person, the largest is applied.\n"
        f"4. {several} not apply to a person who is ill."
    )

    found = by_quick_functions(tmp_path, text)

    assert None not in found
    assert [one.answers["cut"].provisions for one in found[::4]] == cited


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "1. The fee is 5 euro, if the person is old.\n"
            "2. A person is entitled to a card if the fee is at least 3 euro.\n"
            "3. Paragraph 2 of this Article does not apply to a person.\n"
            "4. A person who is ill is entitled to a card.",
            "card",
        ),
        (
            "1. A person who is old is entitled to a card.\n"
            "2. The fee is 5 euro, if the person is entitled to a card.\n"
            "3. Paragraph 2 of this Article does not apply to a person.\n"
            "4. The fee is 3 euro, if the person is ill.",
            "fee",
        ),
    ],
    ids=["amount", "truth"],
)
def test_what_is_refused_may_rest_on_a_decision(text: str, key: str, tmp_path: Path) -> None:
    found = by_quick_functions(tmp_path, text)

    assert None not in found
    assert [one.answers[key].provisions for one in found[::4]] == [
        ("1(4)",),
        ("1(3)",),
        ("1(4)",),
        (),
    ]


def test_what_has_no_value_on_a_day_on_which_all_is_in_force_is_decided(tmp_path: Path) -> None:
    text = (
        "1. In force from 1 January 2024, the fee is 5 euro, if the person is old.\n"
        "2. The amount due is the fee plus the income."
    )

    assert None not in by_quick_functions(tmp_path / "now", text)
    before = by_quick_functions(tmp_path / "before", text, day=date(2023, 1, 1))
    assert set(before) == {None}, "whether a provision of another day is told is asked there"


def test_what_several_rules_ask_is_computed_once(tmp_path: Path) -> None:
    text = (
        f"{GRANTS}2. The tax is {SUM} plus the income.\n"
        "3. A person is entitled to a card if the tax is more than 8 euro.\n"
        "4. The fee is the tax, if the tax is less than 20 euro.\n"
        "5. The amount due is the tax plus the fee, if any."
    )

    assert None not in by_quick_functions(tmp_path, text)
    assert emit(law(text), HEADER)["decisions.py"].count("+ person.income") == 1


@pytest.mark.parametrize("excluding", [False, True])
def test_long_functions_come_in_pieces(
    excluding: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quickly, "LONG", 40)
    monkeypatch.setattr(quickly, "MOST_IN_A_LOOP", 3)
    monkeypatch.setattr(splitting, "MOST_LINES", 15)
    for seed in range(8):
        rng = Random(seed)  # noqa: S311 - to be replayed
        made = crossed(laws.law(rng, excluding=excluding), rng)
        module = package(made, tmp_path)
        for _ in range(8):
            check(made, module, rng)


def test_a_piece_is_given_no_variable_that_nothing_reads_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(splitting, "MOST_LINES", 1)
    body = ["    r1 = False", "    if person.good:", "        r1 = True", "    return None"]

    functions, _ = splitting.in_pieces("f", (), "Any", body, lambda *made: "\n".join(made[3]))

    assert functions[0] == "    r1 = False\n    return kept"
    assert functions[1] == "    if person.good:\n        r1 = True\n    return kept"


def test_a_piece_is_measured_by_its_lines_also_where_a_condition_takes_many() -> None:
    condition = "".join(f"        person.fact_{n}\n" for n in range(98))
    body = [f"    if (\n{condition}    ):", "        return None"] * 20

    functions, _ = splitting.in_pieces("f", (), "Any", body, lambda *made: "\n".join(made[3]))

    assert max(one.count("\n") for one in functions[:-1]) < splitting.MOST_LINES + 101
    assert splitting.size(body) == 20 * 101


def test_of_a_law_of_many_rules_no_function_is_long() -> None:
    words = Source("words.vocabulary", vocabulary(40))
    made = compile_source(Source("en.law", statute(400, 40)), "x/corpus", (words,)).law
    assert made is not None

    functions = re.split(r"^def ", emit(made, HEADER)["decisions.py"], flags=re.MULTILINE)

    assert len(made.rules) > 800
    assert max(one.count("\n") for one in functions) < splitting.MOST_LINES + 100


@pytest.mark.parametrize("seed", range(12))
def test_every_law_has_quick_functions(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - to be replayed
    made = crossed(laws.law(rng, excluding=seed % 2 == 0), rng)

    assert "def _quick_person(" in emit(made, HEADER)["decisions.py"]


def test_no_function_is_written_that_none_calls() -> None:
    for seed in range(20):
        text = emit(laws.law(Random(seed)), HEADER)["decisions.py"]  # noqa: S311
        for name in re.findall(r"def (_slot_\w+)", text):
            assert len(re.findall(rf"\b{name}\b", text)) > 1


def test_an_amount_that_one_of_two_rules_gives_is_computed_by_that_rule(tmp_path: Path) -> None:
    table = (
        "1. The tax is given by the row in which the income falls:\n"
        "   | Income  | Tax    |\n   |---------|--------|\n"
        "   | up to 4 | 1 euro |\n   | over 4  | 2 euro |\n"
    )
    rules = (
        "2. The amount due is the tax plus 1 euro, if the person is old.\n"
        "3. The amount due is the tax plus 2 euro, if the person is not old."
    )

    text = emit(law(table + rules), HEADER)["decisions.py"]

    assert text.count("in_row(person.income, ROWS_1)") == 2
    assert None not in by_quick_functions(tmp_path, table + rules)


def test_what_each_member_asks_of_all_is_found_before_any_is_decided(tmp_path: Path) -> None:
    bad = "at least one of the children is not good"
    text = (
        f"1. A grant of 7 euro is paid for a child who is good if {bad} or the person is old.\n"
        f"2. A person is entitled to a card if {bad}.\n"
        f"3. The amount due is 5 euro, if {bad}."
    )
    case = {**FAMILY[0], "old": False, "children": [{"good": True}, {"good": False}]}

    (decision,) = by_quick_functions(tmp_path, text, (case,))

    assert [child.grant for child in decision.children] == [7, None]


RICH = """\
fact child.rich: truth
phrase child.rich means rich
  en yes "the child | is rich" no "the child | is not rich"
  en yes "the children | are rich" no "the children | are not rich"
"""
BY_ANY = (
    "1. A grant of 7 euro is paid for a child if at least one of the children is good.\n"
    "2. A grant of 7 euro is paid for a child if at least one of the children is rich.\n"
    "3. Paragraphs 1 and 2 of this Article do not apply to a child if the child's value is "
    "more than 5 euro.\n"
)


def test_of_a_member_with_the_last_word_nothing_else_is_asked(tmp_path: Path) -> None:
    case = {**FAMILY[0], "children": [{"good": True, "value": 1}]}

    (decision,) = by_quick_functions(tmp_path, BY_ANY, (case,), more=RICH)

    assert [child.grant for child in decision.children] == [7]


def test_a_member_with_the_last_word_is_asked_what_another_rule_needs(tmp_path: Path) -> None:
    text = (
        f"{BY_ANY}4. A bonus of 2 euro is paid for a child if the child is good and at least "
        "one of the children is rich."
    )
    case = {**FAMILY[0], "children": [{"good": True, "rich": True, "value": 1}]}

    (decision,) = by_quick_functions(tmp_path, text, (case,), more=RICH + BONUS)

    assert [child.bonus for child in decision.children] == [2]
