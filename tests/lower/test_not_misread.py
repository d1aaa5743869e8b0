"""Texts that once had another reading than a lawyer gives them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lawc.diagnostics.codes import Code
from lawc.folders import read_source
from lawc.ir import nodes as ir
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

STATUTES = Path(__file__).parents[2] / "statutes"


@cache
def _source(path: str) -> Source:
    return read_source(STATUTES / path)


def _compiled(act: str, text: str) -> Compiled:
    jurisdiction = act.partition("/")[0]
    found = sorted((STATUTES / jurisdiction).glob("*.vocabulary"))
    vocabularies = tuple(_source(f"{jurisdiction}/{one.name}") for one in found)

    def library(name: str) -> Source:
        return _source(f"{jurisdiction}/{name}/en.law")

    return compile_source(Source(f"{act}/en.law", text), act, vocabularies, library)


def _with(article: str) -> Compiled:
    act = "kz/amnesty-2025"
    return _compiled(act, f"{_source(f'{act}/en.law').text}\nArticle 9. New\n\n{article}\n")


def _codes(found: Compiled) -> set[Code]:
    return {one.code for one in found.errors}


def _rules(found: Compiled, eid: str) -> list[ir.Rule]:
    assert found.law is not None, found.errors
    return [rule for rule in found.law.rules if rule.eid == eid]


def test_a_paragraph_after_a_list_is_no_item_of_it() -> None:
    found = _with(
        "The following persons are released from the main punishment:\n"
        "1) a person who is convicted of a serious crime; or\n"
        "2) a person who is pregnant on the effective day.\n"
        "1. A person remains obliged to compensate the damage if the offence caused damage."
    )

    given = {g.decision for rule in _rules(found, "art_9__para_1") for g in rule.gives}

    assert given == {"obliged_to_compensate"}


def test_an_exclusion_from_a_part_of_what_grants_excludes_nobody() -> None:
    found = _with("Article 2 does not apply to an offence if the offence caused damage.")

    (rule,) = _rules(found, "art_9")

    assert rule.displaces == ("art_2",)
    assert rule.gives == ()


def test_a_subordination_said_as_an_exclusion_leaves_the_exclusions_alone() -> None:
    text = " ".join(_source("kz/amnesty-2025/en.law").text.split(" "))
    place = text.index("apply to an offence only if Article 2")
    end = text.index("[reported: in substance]", place)
    reworded = "do not apply to an offence if Article 2 applies to the offence. "
    said = f"{text[:place]}{reworded}{text[end:]}"

    found = _compiled("kz/amnesty-2025", said)

    assert all(rule.gives for rule in _rules(found, "art_5__point_1"))
    assert [rule.gives for rule in _rules(found, "art_3__para_4")] == [()]


OBLIGED = "A person remains obliged to compensate the damage if "


@pytest.mark.parametrize(
    ("article", "code"),
    [
        (f"{OBLIGED}Articles 2 and 3 apply to the offence.", Code.TWO_READINGS),
        (f"{OBLIGED}Article 2 applies to the person.", Code.WRONG_CLASS),
        (
            f"{OBLIGED}the offence is under part two of Article 298, 299 or 300 of the "
            "Criminal Code.",
            Code.UNKNOWN_REFERENCE,
        ),
        (
            f"{OBLIGED}it is not the case that the damage is compensated in full and the "
            "offence caused damage.",
            Code.NOT_UNDERSTOOD,
        ),
        (
            "Where several reductions apply to one offence, the smallest is applied.",
            Code.DEFINED_TWICE,
        ),
        ("This Law enters into force on 6 July 2025.", Code.DEFINED_TWICE),
        ("In this Law, the effective day means 1 January 2024.", Code.DEFINED_TWICE),
        (
            "A corruption crime means an offence under Article 400 of the Criminal Code.",
            Code.DEFINED_TWICE,
        ),
        (
            "In force from the effective day, a person who is convicted of a serious crime is "
            "released from the main punishment.",
            Code.WRONG_VALUE,
        ),
        ("In this Law, the effective day means 5 July 25.", Code.WRONG_VALUE),
    ],
)
def test_what_could_be_read_otherwise_is_refused(article: str, code: Code) -> None:
    assert code in _codes(_with(article))


@pytest.mark.parametrize(
    ("written", "instead", "code"),
    [
        ("| 32 per cent", "| 32         ", Code.WRONG_TYPE),
        (
            "3. The full amount is",
            "3. Notwithstanding paragraph 1 of this Article, the full amount is",
            Code.DECIDES_NOTHING,
        ),
        (
            "if the household is entitled to the allowance.",
            "if the child is entitled to the allowance.",
            Code.WRONG_CLASS,
        ),
    ],
)
def test_an_allowance_that_could_be_read_otherwise_is_refused(
    written: str, instead: str, code: Code
) -> None:
    text = " ".join(_source("example/family-allowance/en.law").text.split(" "))
    assert written in text

    assert code in _codes(_compiled("example/family-allowance", text.replace(written, instead)))
