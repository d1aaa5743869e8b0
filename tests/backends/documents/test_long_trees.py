"""Trees that would be long: terms that use each other, lists of many members."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.backends.documents.written import compiled, explained

from lawc.backends.documents.as_json import explanation_dict
from lawc.backends.documents.as_markdown import markdown
from lawc.backends.documents.as_terminal import terminal

TERMS = 16


def doubling() -> str:
    """Return an act of terms of which each uses the one before twice."""
    lines = ["1. In this Act, a grade 0 reader means a person who is a student."]
    for term in range(1, TERMS):
        before = f"the person is a grade {term - 1} reader"
        lines += [
            f"{term + 1}. In this Act, a grade {term} reader means any of the following:",
            f"   1) a person, if {before} and the person is a student; or",
            f"   2) a person, if {before}.",
        ]
    lines.append(
        f"{TERMS + 1}. A person gets a card if the person is a grade {TERMS - 1} reader."
    )
    return "\n".join(lines)


GRADES = "".join(
    f'concept person.grade_{term}\n  en a "a grade {term} reader" the "the person"\n'
    for term in range(TERMS)
)


def unwrapped(text: str) -> str:
    """Return a text of the terminal without line breaks and the lines of its trees."""
    return re.sub(r"[\s│├└─]+", " ", text)


def nodes(node: dict[str, Any]) -> int:
    return 1 + sum(map(nodes, node["parts"]))


@pytest.mark.parametrize("student", [True, False, None])
def test_what_a_term_means_is_said_once(student: bool | None) -> None:
    report = explained(compiled(doubling(), GRADES), {"student": student})
    (ground,) = explanation_dict(report)["explanations"][0]["grounds"]
    text = unwrapped(terminal(report, full=True))

    assert nodes(ground["condition"]) < 10 * TERMS
    assert text.count("laid out elsewhere in this ground") == TERMS - 1
    assert all(text.count(f"1({term})") > 0 for term in range(1, TERMS + 1))


def test_where_only_the_reasons_are_opened_the_meaning_is_among_them() -> None:
    act = (
        "1. In this Act, a grade 0 reader means a person who is a student.\n"
        "2. A person gets a card if any of the following applies:\n"
        "   1) the person is a grade 0 reader and the person is a resident; or\n"
        "   2) the person is a grade 0 reader.\n"
    )
    report = explained(compiled(act, GRADES), {"student": True, "resident": False})

    assert "student = yes" in terminal(report)
    assert "`student` = yes" in markdown(report)


@pytest.mark.parametrize("write", [terminal, markdown])
def test_of_many_members_alike_the_others_are_counted(write: Any) -> None:
    act = "1. A person gets a card if at least one of the person's loans is overdue.\n"
    many = explained(compiled(act, ""), {"loans": [{"overdue": False}] * 500})
    few = explained(compiled(act, ""), {"loans": [{"overdue": False}] * 15})

    assert len(write(many).splitlines()) < 60
    assert "and 480 more" in write(many)
    assert "and " not in write(few).split("not true:")[1].partition("\n\n")[0]
    assert write(many, full=True).count("overdue") > 500


def test_a_deep_tree_has_room_for_words() -> None:
    report = explained(compiled(doubling(), GRADES), {"student": True})

    deepest = next(line for line in terminal(report).splitlines() if "1(1) In" in line)
    assert len(deepest.partition("1(1)")[2].split()) > 3
