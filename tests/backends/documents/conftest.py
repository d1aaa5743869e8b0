"""A law to render: parts of a real act, written in the checked form by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from lawc.cases import Thing
from lawc.interpret import World
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.runtime.values import Period, provision
from lawc.runtime.values import ProvisionRange as Range

OFFICIAL = ir.SourceMark(ir.Mark.OFFICIAL, "adilet.zan.kz, Z2500000195")
REPORTED = ir.SourceMark(ir.Mark.REPORTED, "press service of the Majilis, 11 June 2025")
ASSUMED = ir.SourceMark(ir.Mark.ASSUMED, "to be replaced by the official text")

SEX = Choice("sex", ("female", "male"))
CATEGORY = Choice(
    "category", ("misdemeanour", "minor", "medium", "serious", "especially_serious")
)
STAGE = Choice("stage", ("open", "convicted"))
OUTCOME = Choice(
    "outcome",
    (
        "released_from_liability",
        "released_from_main_punishment",
        "reduced",
        "excluded",
        "not_covered",
    ),
)

DAY = ir.Parameter("effective_day")


def person(key: str) -> ir.Fact:
    return ir.Fact("person", key)


def offence(key: str) -> ir.Fact:
    return ir.Fact("offence", key)


def aged(number: int, day: ir.Expr = DAY) -> ir.Expr:
    born = ir.Shifted(person("date_of_birth"), Period(number))
    return ir.Compare(ir.Comparison.LE, born, day)


def element(  # noqa: PLR0913, PLR0917 - an element has this many sides
    eid: str,
    citation: str,
    label: str,
    text: str,
    heading: str = "",
    source: ir.SourceMark | None = None,
    inert: bool = False,
) -> ir.Element:
    parent, _, last = eid.rpartition("__")
    return ir.Element(
        eid, citation, label, heading, text, parent if last != eid else None, source, inert
    )


ELEMENTS = (
    element("preamble", "Preamble", "", "This Law is an act of humanity.", inert=True),
    element("art_1", "1", "Article 1.", "", "Concepts", OFFICIAL),
    element(
        "art_1__para_1",
        "1(1)",
        "1.",
        "A socially vulnerable person is a person of whom any of the following is true:",
    ),
    element(
        "art_1__para_1__point_1",
        "1(1)(1)",
        "1)",
        "the person is a veteran or another person to whom the Law “On Veterans” applies;",
    ),
    element(
        "art_1__para_1__point_2",
        "1(1)(2)",
        "2)",
        "the person was under eighteen when the offence was committed;",
    ),
    element(
        "art_1__para_1__point_3",
        "1(1)(3)",
        "3)",
        "the person is a woman aged fifty or older, or a man aged sixty or older, on the "
        "effective day;",
    ),
    element(
        "art_1__para_1__point_4",
        "1(1)(4)",
        "4)",
        "the person is a woman who is pregnant on the effective day;",
    ),
    element(
        "art_1__para_1__point_5",
        "1(1)(5)",
        "5)",
        "the person is a woman who is not deprived of parental rights and at least one of "
        "whose children is under eighteen on the effective day;",
    ),
    element(
        "art_1__para_1__point_7",
        "1(1)(7)",
        "7)",
        "the person was recognised before the effective day as a person with a disability of "
        "the first or second group.",
        source=REPORTED,
    ),
    element(
        "art_2",
        "2",
        "Article 2.",
        "",
        "Release from criminal liability or from the main punishment",
        OFFICIAL,
    ),
    element(
        "art_2__para_1",
        "2(1)",
        "1.",
        "A person who committed an offence is released from criminal liability, and a "
        "convicted person from the main punishment, if any of the following is true:",
    ),
    element(
        "art_2__para_1__point_1",
        "2(1)(1)",
        "1)",
        "the offence is a criminal misdemeanour or a crime of minor gravity;",
    ),
    element(
        "art_2__para_1__point_2",
        "2(1)(2)",
        "2)",
        "the offence is a crime of medium gravity, and any of the following is true:",
    ),
    element("art_2__para_1__point_2__sub_a", "2(1)(2)(a)", "a)", "the crime caused no damage;"),
    element(
        "art_2__para_1__point_2__sub_b",
        "2(1)(2)(b)",
        "b)",
        "the person compensated the damage in full;",
    ),
    element(
        "art_2__para_1__point_2__sub_c",
        "2(1)(2)(c)",
        "c)",
        "no civil claim was brought against the person;",
    ),
    element(
        "art_2__para_1__point_3",
        "2(1)(3)",
        "3)",
        "the person is a socially vulnerable person, and the offence is a crime of medium "
        "gravity.",
    ),
    element("art_3", "3", "Article 3.", "", "Reduction of the main punishment", REPORTED),
    element(
        "art_3__para_1",
        "3(1)",
        "1.",
        "The unserved part of the main punishment of a convicted socially vulnerable person "
        "is reduced by one third for a serious crime.",
    ),
    element(
        "art_3__para_3",
        "3(3)",
        "3.",
        "For a crime of medium gravity the unserved part of the main punishment is reduced "
        "by one half.",
        source=ASSUMED,
    ),
    element(
        "art_3__para_4",
        "3(4)",
        "4.",
        "This Article applies only where Article 2 does not apply.",
    ),
    element(
        "art_5", "5", "Article 5.", "", "Persons to whom the amnesty does not apply", REPORTED
    ),
    element(
        "art_5__para_1",
        "5(1)",
        "",
        "Articles 2 and 3 do not apply to a person if at least one of the person’s offences "
        "is any of the following:",
    ),
    element("art_5__para_1__point_1", "5(1)(1)", "1)", "torture (Article 146);"),
    element(
        "art_5__para_1__point_2",
        "5(1)(2)",
        "2)",
        "an offence for which punishment was imposed for recidivism;",
    ),
    element("art_5__para_1__point_3", "5(1)(3)", "3)", "the sale of drugs (Article 297)."),
    element(
        "art_7",
        "7",
        "Article 7.",
        "The court decides for each person within six months.",
        "Procedure",
        inert=True,
    ),
)
TEXTS = {one.eid: one.text for one in ELEMENTS}


def point(eid: str, part: ir.Expr) -> ir.Stated:
    return ir.Stated(TEXTS[eid], part, eid)


def under(article: str) -> ir.Expr:
    return ir.Under(offence("provision"), (Range(provision(article), provision(article)),))


WOMAN = ir.OneOf(person("sex"), ("female",))
MAN = ir.OneOf(person("sex"), ("male",))
MEDIUM = ir.Stated(
    "the offence is a crime of medium gravity", ir.OneOf(offence("category"), ("medium",))
)
CONVICTED = ir.Stated("the person is convicted", ir.OneOf(offence("stage"), ("convicted",)))

VULNERABLE = ir.Any(
    (
        point("art_1__para_1__point_1", person("covered_by_law_on_veterans")),
        point("art_1__para_1__point_2", ir.Not(aged(18, offence("committed_on")))),
        point(
            "art_1__para_1__point_3",
            ir.Any(
                (
                    ir.Stated(
                        "a woman aged fifty or older on the effective day",
                        ir.All((WOMAN, aged(50))),
                    ),
                    ir.Stated(
                        "a man aged sixty or older on the effective day",
                        ir.All((MAN, aged(60))),
                    ),
                )
            ),
        ),
        point(
            "art_1__para_1__point_4",
            ir.All((ir.Stated("the person is a woman", WOMAN), person("pregnant"))),
        ),
        point(
            "art_1__para_1__point_5",
            ir.All(
                (
                    ir.Stated("the person is a woman", WOMAN),
                    ir.Stated(
                        "the person is not deprived of parental rights",
                        ir.Not(person("deprived_of_parental_rights")),
                    ),
                    ir.Stated(
                        "at least one of the person’s children is under eighteen on the "
                        "effective day",
                        ir.Some(
                            1,
                            "child",
                            ir.Compare(
                                ir.Comparison.GT,
                                ir.Shifted(ir.Fact("child", "date_of_birth"), Period(18)),
                                DAY,
                            ),
                        ),
                    ),
                )
            ),
        ),
        point(
            "art_1__para_1__point_7",
            ir.OneOf(person("disability_group"), ("first", "second")),
        ),
    )
)
IS_VULNERABLE = ir.Stated(
    "the person is a socially vulnerable person", ir.Concept("socially_vulnerable")
)
RELEASES = ir.Any(
    (
        point(
            "art_2__para_1__point_1", ir.OneOf(offence("category"), ("misdemeanour", "minor"))
        ),
        point(
            "art_2__para_1__point_2",
            ir.All(
                (
                    MEDIUM,
                    ir.Any(
                        (
                            point(
                                "art_2__para_1__point_2__sub_a",
                                ir.Not(offence("damage_caused")),
                            ),
                            point(
                                "art_2__para_1__point_2__sub_b",
                                offence("damage_compensated_in_full"),
                            ),
                            point(
                                "art_2__para_1__point_2__sub_c",
                                ir.Not(offence("civil_claim_brought")),
                            ),
                        )
                    ),
                )
            ),
        ),
        point("art_2__para_1__point_3", ir.All((IS_VULNERABLE, MEDIUM))),
    )
)
UNLESS_RELEASED = ir.Stated(
    "Article 2 does not apply", ir.Not(ir.Applies(("art_2",))), "art_3__para_4"
)
EXCLUDES = ir.Stated(
    "at least one of the person’s offences is any of the following",
    ir.Some(
        1,
        "offence",
        ir.Any(
            (
                point("art_5__para_1__point_1", under("146")),
                point(
                    "art_5__para_1__point_2",
                    ir.OneOf(offence("recidivism"), ("recidivism", "dangerous")),
                ),
                point("art_5__para_1__point_3", under("297")),
            )
        ),
    ),
)


def gives(key: str, value: ir.Value, type_: Basic | Choice, when: ir.Expr | None) -> ir.Gives:
    return ir.Gives(key, ir.Literal(value, type_), when)


def rule(
    eid: str, condition: ir.Expr, given: tuple[ir.Gives, ...], displaces: tuple[str, ...] = ()
) -> ir.Rule:
    return ir.Rule(eid, "offence", condition, given, displaces, TEXTS[eid])


def reduces(by: Fraction) -> tuple[ir.Gives, ...]:
    return (
        gives("outcome", "reduced", OUTCOME, None),
        gives("reduction", by, Basic.FRACTION, None),
    )


RULES = (
    rule(
        "art_2__para_1",
        RELEASES,
        (
            gives(
                "outcome",
                "released_from_liability",
                OUTCOME,
                ir.OneOf(offence("stage"), ("open",)),
            ),
            gives("outcome", "released_from_main_punishment", OUTCOME, CONVICTED),
        ),
    ),
    rule(
        "art_3__para_1",
        ir.All(
            (
                CONVICTED,
                IS_VULNERABLE,
                ir.Stated(
                    "the offence is a serious crime",
                    ir.OneOf(offence("category"), ("serious",)),
                ),
                UNLESS_RELEASED,
            )
        ),
        reduces(Fraction(1, 3)),
    ),
    rule(
        "art_3__para_3",
        ir.All((CONVICTED, MEDIUM, UNLESS_RELEASED)),
        reduces(Fraction(1, 2)),
    ),
    rule(
        "art_5__para_1",
        EXCLUDES,
        (gives("outcome", "excluded", OUTCOME, None),),
        ("art_2", "art_3"),
    ),
)


def _facts() -> tuple[ir.FactDeclaration, ...]:
    def declared(kind: str, key: str, type_: Basic | Choice, ask: str) -> ir.FactDeclaration:
        return ir.FactDeclaration(kind, key, type_, ask)

    groups = Choice("disability_group", ("none", "first", "second", "third"))
    relapse = Choice("recidivism", ("none", "recidivism", "dangerous"))
    return (
        declared("person", "sex", SEX, "Is the person a woman or a man?"),
        declared("person", "date_of_birth", Basic.DATE, "When was the person born?"),
        declared(
            "person",
            "covered_by_law_on_veterans",
            Basic.TRUTH,
            "Does the Law “On Veterans” apply to the person?",
        ),
        declared("person", "pregnant", Basic.TRUTH, "Is the person pregnant?"),
        declared(
            "person",
            "deprived_of_parental_rights",
            Basic.TRUTH,
            "Is the person deprived of parental rights?",
        ),
        declared("person", "disability_group", groups, "Which disability group is it?"),
        declared("child", "date_of_birth", Basic.DATE, "When was the child born?"),
        declared("offence", "stage", STAGE, "Is the case open, or is there a conviction?"),
        declared("offence", "provision", Basic.PROVISION, "Which provision is it under?"),
        declared("offence", "category", CATEGORY, "How grave is the offence?"),
        declared("offence", "committed_on", Basic.DATE, "When was the offence committed?"),
        declared("offence", "damage_caused", Basic.TRUTH, "Did the offence cause damage?"),
        declared(
            "offence",
            "damage_compensated_in_full",
            Basic.TRUTH,
            "Is the damage compensated in full?",
        ),
        declared("offence", "civil_claim_brought", Basic.TRUTH, "Was a civil claim brought?"),
        declared("offence", "recidivism", relapse, "Was it recidivism?"),
    )


LAW = ir.Law(
    act="act",
    package="act",
    title="On amnesty in connection with the thirtieth anniversary of the Constitution",
    language="en",
    kinds=(
        ir.Kind("person", None, None),
        ir.Kind("child", "person", "children"),
        ir.Kind("offence", "person", "offences"),
    ),
    facts=_facts(),
    clauses=(
        ir.Clause(
            "person",
            (ir.FactLiteral("sex", ("female",)), ir.FactLiteral("pregnant", (False,))),
        ),
    ),
    parameters=(
        ir.ParameterDeclaration(
            "effective_day", date(2025, 7, 5), None, "On which day does the Law take effect?"
        ),
    ),
    elements=ELEMENTS,
    definitions=(ir.Definition("socially_vulnerable", "offence", VULNERABLE, "art_1__para_1"),),
    quantities=(),
    decisions=(
        ir.Decision(
            "outcome", "offence", OUTCOME, "not_covered", ir.Combine.ONE, (person("sex"),)
        ),
        ir.Decision("reduction", "offence", Basic.FRACTION, None, ir.Combine.LARGEST, ()),
    ),
    rules=RULES,
    law_day=None,
    month_end_up=True,
)


def case(
    facts: Mapping[str, ir.Value],
    *offences: Mapping[str, ir.Value],
    children: tuple[date, ...] | None = None,
) -> Thing:
    """Return a person with offences, and with children born on the days given."""
    root = Thing("person", "", facts, None)
    root.members["offence"] = tuple(
        Thing("offence", f"offences[{place}]", one, root) for place, one in enumerate(offences)
    )
    if children is not None:
        root.members["child"] = tuple(
            Thing("child", f"children[{place}]", {"date_of_birth": born}, root)
            for place, born in enumerate(children)
        )
    return root


@pytest.fixture
def law() -> ir.Law:
    return LAW


@pytest.fixture
def world() -> World:
    return World(LAW, {"effective_day": date(2025, 7, 5)})


@pytest.fixture
def released() -> Thing:
    """A woman of fifty-five, convicted of a medium crime whose damage is not compensated."""
    return case(
        {"sex": "female", "date_of_birth": date(1970, 3, 8), "pregnant": False},
        {
            "stage": "convicted",
            "provision": provision("188(2)"),
            "category": "medium",
            "committed_on": date(2023, 5, 1),
            "damage_caused": True,
            "damage_compensated_in_full": False,
            "civil_claim_brought": True,
            "recidivism": "none",
        },
        children=(),
    )


@pytest.fixture
def mixed() -> Thing:
    """A man of sixty-two of whom little is known, with two offences, one of them a sale."""
    return case(
        {"date_of_birth": date(1963, 1, 2)},
        {"stage": "convicted", "provision": provision("188(2)"), "category": "serious"},
        {"stage": "convicted", "provision": provision("297"), "category": "serious"},
    )


@pytest.fixture
def open_case() -> Thing:
    """A person of sixty-five, of unknown sex, about whose second offence much is missing."""
    return case(
        {"date_of_birth": date(1960, 1, 2)},
        {
            "stage": "convicted",
            "provision": provision("188(2)"),
            "category": "serious",
            "recidivism": "none",
        },
        {"provision": provision("190"), "recidivism": "none"},
    )
