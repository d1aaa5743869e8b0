"""Parts of a real act in the checked form, written by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.backends.documents.act_text import ELEMENTS, TEXTS

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.runtime.values import Period, provision
from lawc.runtime.values import ProvisionRange as Range

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
        ir.Decision(
            "reduction", "offence", Basic.FRACTION, None, ir.Combine.LARGEST, (person("sex"),)
        ),
    ),
    rules=RULES,
    law_day=None,
    month_end_up=True,
)
