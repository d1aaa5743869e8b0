"""The text of the act: every element with its number, words and source mark."""

from __future__ import annotations

from lawc.ir import nodes as ir

OFFICIAL = ir.SourceMark(ir.Mark.OFFICIAL, "adilet.zan.kz, Z2500000195")
REPORTED = ir.SourceMark(ir.Mark.REPORTED, "press service of the Majilis, 11 June 2025")
ASSUMED = ir.SourceMark(ir.Mark.ASSUMED, "to be replaced by the official text")


def element(
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
