"""Reasons of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law
(sha256 93020dd69a3ee2af9321d7e3c36951cb3050b91e409b32b759e16a930c8c44b4).
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# A test may be asked again where its answer is known already.

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.asking import Asked, AskedRule, Read, Skeleton, Source, Version
from lawc.runtime.logic import after, before, every, one_of, product, rounded, spoken_of, under
from lawc.runtime.reasons import Explanation, Rests
from lawc.runtime.results import day, fraction, number
from lawc.runtime.scopes import (
    About,
    Asking,
    Deciding,
    Listed,
    Reader,
    Tables,
    Trace,
    explained,
)
from lawc.runtime.values import Truth

from . import facts, rules
from .decisions import decide, tried_offence
from .facts import (
    EFFECTIVE_DAY_OF_THE_LAW,
    Child,
    Days,
    Offence,
    Person,
    pregnant_on_effective_day_of_person,
    sex_of_person,
)
from .inlined import (
    LATEST_1,
    LATEST_2,
    LATEST_3,
    LATEST_4,
    LISTS_1,
    _needed_14,
    _needed_65,
    _needed_66,
    _needed_69,
    _offence_made,
)


def _leaf_1(offence: Offence, days: Days) -> Truth:
    if not offence.category in {"misdemeanour", "minor", None}:
        return False
    if offence.category in {"misdemeanour", "minor"}:
        return True
    return None


def _leaf_2(offence: Offence, days: Days) -> Truth:
    if not offence.category in {"medium", None}:
        return False
    if offence.category == "medium":
        return True
    return None


def _leaf_3(offence: Offence, days: Days) -> Truth:
    if offence.damage_caused:
        return False
    if not offence.damage_caused is not False:
        return True
    return None


def _leaf_4(offence: Offence, days: Days) -> Truth:
    if not offence.damage_compensated_in_full is not False:
        return False
    if offence.damage_compensated_in_full:
        return True
    return None


def _leaf_5(offence: Offence, days: Days) -> Truth:
    if offence.civil_claim_brought:
        return False
    if not offence.civil_claim_brought is not False:
        return True
    return None


def _leaf_6(offence: Offence, days: Days) -> Truth:
    if not offence.category in {"medium", None}:
        return False
    if offence.category == "medium":
        return True
    return None


def _leaf_7(offence: Offence, days: Days) -> Truth:
    if not (offence.stage in {"convicted", None} and offence.category in {"medium", None}):
        return False
    if offence.stage == "convicted" and offence.category == "medium":
        return True
    return None


def _leaf_8(offence: Offence, days: Days) -> Truth:
    if offence.negative_behaviour:
        return False
    if not offence.negative_behaviour is not False:
        return True
    return None


def _leaf_9(offence: Offence, days: Days) -> Truth:
    if not (
        days.effective_day is None
        or offence.term_ends_on is None
        or days.effective_day > LATEST_4[offence.term_ends_on]
    ):
        return False
    if (
        days.effective_day is not None
        and offence.term_ends_on is not None
        and days.effective_day > LATEST_4[offence.term_ends_on]
    ):
        return True
    return None


def _leaf_10(offence: Offence, days: Days) -> Truth:
    if not (offence.stage in {"convicted", None} and offence.category in {"serious", None}):
        return False
    if offence.stage == "convicted" and offence.category == "serious":
        return True
    return None


def _leaf_11(offence: Offence, days: Days) -> Truth:
    if not (
        offence.stage in {"convicted", None}
        and offence.category in {"especially_serious", None}
    ):
        return False
    if offence.stage == "convicted" and offence.category == "especially_serious":
        return True
    return None


def _leaf_12(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not (offence.stage in {"convicted", None} and in_lists_1 & 262144):
        return False
    if offence.stage == "convicted" and in_lists_1 & 524288:
        return True
    return None


def _leaf_13(offence: Offence, days: Days) -> Truth:
    if not offence.damage_compensated_in_full is not False:
        return False
    if offence.damage_compensated_in_full:
        return True
    return None


def _leaf_14(offence: Offence, days: Days) -> Truth:
    if not offence.civil_claims_satisfied is not False:
        return False
    if offence.civil_claims_satisfied:
        return True
    return None


def _leaf_15(offence: Offence, days: Days) -> Truth:
    if not (offence.stage in {"convicted", None} and offence.category in {"medium", None}):
        return False
    if offence.stage == "convicted" and offence.category == "medium":
        return True
    return None


def _leaf_16(days: Days) -> Truth:
    return True


def _leaf_17(offence: Offence, days: Days) -> Truth:
    if not offence.damage_caused is not False:
        return False
    if offence.damage_caused:
        return True
    return None


def _leaf_18(offence: Offence, days: Days) -> Truth:
    if offence.damage_compensated_in_full:
        return False
    if not offence.damage_compensated_in_full is not False:
        return True
    return None


def _leaf_19(offence: Offence, days: Days) -> Truth:
    if not offence.signs_of_extremism is not False:
        return False
    if offence.signs_of_extremism:
        return True
    return None


def _leaf_20(offence: Offence, person: Person, days: Days) -> Truth:
    if (
        person.date_of_birth is not None
        and offence.committed_on is not None
        and person.date_of_birth <= LATEST_1[offence.committed_on]
    ):
        return False
    if not (
        person.date_of_birth is None
        or offence.committed_on is None
        or person.date_of_birth <= LATEST_1[offence.committed_on]
    ):
        return True
    return None


def _leaf_21(offence: Offence, days: Days) -> Truth:
    if not (
        (offence.victim_age is None or offence.victim_age >= 14)
        and (offence.victim_age is None or offence.victim_age < 18)
    ):
        return False
    if offence.victim_age is not None and offence.victim_age >= 14 and offence.victim_age < 18:
        return True
    return None


def _leaf_22(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 1024:
        return False
    if in_lists_1 & 2048:
        return True
    return None


def _leaf_23(offence: Offence, days: Days) -> Truth:
    if not offence.recidivism in {"recidivism", "dangerous", None}:
        return False
    if offence.recidivism in {"recidivism", "dangerous"}:
        return True
    return None


def _leaf_24(offence: Offence, days: Days) -> Truth:
    if not offence.life_imprisonment is not False:
        return False
    if offence.life_imprisonment:
        return True
    return None


def _leaf_25(offence: Offence, days: Days) -> Truth:
    if not offence.in_criminal_group is not False:
        return False
    if offence.in_criminal_group:
        return True
    return None


def _leaf_26(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 4096:
        return False
    if in_lists_1 & 8192:
        return True
    return None


def _leaf_27(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 16384:
        return False
    if in_lists_1 & 32768:
        return True
    return None


def _leaf_28(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 65536:
        return False
    if in_lists_1 & 131072:
        return True
    return None


def _leaf_29(offence: Offence, days: Days) -> Truth:
    if not (
        offence.committed_on is None
        or days.effective_day is None
        or offence.committed_on < days.effective_day
    ):
        return False
    if (
        offence.committed_on is not None
        and days.effective_day is not None
        and offence.committed_on < days.effective_day
    ):
        return True
    return None


def _leaf_30(person: Person, days: Days) -> Truth:
    if not person.covered_by_law_on_veterans is not False:
        return False
    if person.covered_by_law_on_veterans:
        return True
    return None


def _leaf_31(offence: Offence, person: Person, days: Days) -> Truth:
    if (
        person.date_of_birth is not None
        and offence.committed_on is not None
        and person.date_of_birth <= LATEST_1[offence.committed_on]
    ):
        return False
    if not (
        person.date_of_birth is None
        or offence.committed_on is None
        or person.date_of_birth <= LATEST_1[offence.committed_on]
    ):
        return True
    return None


def _leaf_32(person: Person, days: Days) -> Truth:
    if not (
        person.sex == "female"
        or (person.sex is None and facts.sex_of_person(person) in {"female", None})
    ):
        return False
    if person.sex == "female" or (
        person.sex is None and facts.sex_of_person(person) in {"female"}
    ):
        return True
    return None


def _leaf_33(person: Person, days: Days) -> Truth:
    if not (
        person.date_of_birth is None
        or days.effective_day is None
        or person.date_of_birth <= LATEST_2[days.effective_day]
    ):
        return False
    if (
        person.date_of_birth is not None
        and days.effective_day is not None
        and person.date_of_birth <= LATEST_2[days.effective_day]
    ):
        return True
    return None


def _leaf_34(person: Person, days: Days) -> Truth:
    if not (
        person.sex == "male"
        or (person.sex is None and facts.sex_of_person(person) in {"male", None})
    ):
        return False
    if person.sex == "male" or (person.sex is None and facts.sex_of_person(person) in {"male"}):
        return True
    return None


def _leaf_35(person: Person, days: Days) -> Truth:
    if not (
        person.date_of_birth is None
        or days.effective_day is None
        or person.date_of_birth <= LATEST_3[days.effective_day]
    ):
        return False
    if (
        person.date_of_birth is not None
        and days.effective_day is not None
        and person.date_of_birth <= LATEST_3[days.effective_day]
    ):
        return True
    return None


def _leaf_36(person: Person, days: Days) -> Truth:
    if not (
        person.sex == "female"
        or (person.sex is None and facts.sex_of_person(person) in {"female", None})
    ):
        return False
    if person.sex == "female" or (
        person.sex is None and facts.sex_of_person(person) in {"female"}
    ):
        return True
    return None


def _leaf_37(person: Person, days: Days) -> Truth:
    if not (
        person.pregnant_on_effective_day
        or (
            person.pregnant_on_effective_day is None
            and facts.pregnant_on_effective_day_of_person(person) is not False
        )
    ):
        return False
    if person.pregnant_on_effective_day or (
        person.pregnant_on_effective_day is None
        and facts.pregnant_on_effective_day_of_person(person)
    ):
        return True
    return None


def _leaf_38(person: Person, days: Days) -> Truth:
    if not (
        person.sex == "female"
        or (person.sex is None and facts.sex_of_person(person) in {"female", None})
    ):
        return False
    if person.sex == "female" or (
        person.sex is None and facts.sex_of_person(person) in {"female"}
    ):
        return True
    return None


def _leaf_39(person: Person, days: Days) -> Truth:
    if person.deprived_of_parental_rights:
        return False
    if not person.deprived_of_parental_rights is not False:
        return True
    return None


def _leaf_40(child: Child, days: Days) -> Truth:
    if not (
        (
            child.date_of_birth is None
            or days.effective_day is None
            or child.date_of_birth <= days.effective_day
        )
        and (
            child.date_of_birth is None
            or days.effective_day is None
            or child.date_of_birth > LATEST_1[days.effective_day]
        )
    ):
        return False
    if (
        child.date_of_birth is not None
        and days.effective_day is not None
        and child.date_of_birth <= days.effective_day
        and child.date_of_birth > LATEST_1[days.effective_day]
    ):
        return True
    return None


def _leaf_41(person: Person, days: Days) -> Truth:
    if not person.dependant_with_disability_at_offence_and_conviction is not False:
        return False
    if person.dependant_with_disability_at_offence_and_conviction:
        return True
    return None


def _leaf_42(person: Person, days: Days) -> Truth:
    if not (
        person.sex == "male"
        or (person.sex is None and facts.sex_of_person(person) in {"male", None})
    ):
        return False
    if person.sex == "male" or (person.sex is None and facts.sex_of_person(person) in {"male"}):
        return True
    return None


def _leaf_43(person: Person, days: Days) -> Truth:
    if person.deprived_of_parental_rights:
        return False
    if not person.deprived_of_parental_rights is not False:
        return True
    return None


def _leaf_44(person: Person, days: Days) -> Truth:
    if not person.only_parent is not False:
        return False
    if person.only_parent:
        return True
    return None


def _leaf_45(child: Child, days: Days) -> Truth:
    if not (
        (
            child.date_of_birth is None
            or days.effective_day is None
            or child.date_of_birth <= days.effective_day
        )
        and (
            child.date_of_birth is None
            or days.effective_day is None
            or child.date_of_birth > LATEST_1[days.effective_day]
        )
    ):
        return False
    if (
        child.date_of_birth is not None
        and days.effective_day is not None
        and child.date_of_birth <= days.effective_day
        and child.date_of_birth > LATEST_1[days.effective_day]
    ):
        return True
    return None


def _leaf_46(person: Person, days: Days) -> Truth:
    if not person.dependant_with_disability_at_offence_and_conviction is not False:
        return False
    if person.dependant_with_disability_at_offence_and_conviction:
        return True
    return None


def _leaf_47(person: Person, days: Days) -> Truth:
    if not (
        person.disability_group in {"first", "second", None}
        and (
            person.disability_recognised_on is None
            or days.effective_day is None
            or person.disability_recognised_on < days.effective_day
        )
    ):
        return False
    if (
        person.disability_group in {"first", "second"}
        and person.disability_recognised_on is not None
        and days.effective_day is not None
        and person.disability_recognised_on < days.effective_day
    ):
        return True
    return None


def _leaf_48(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 1:
        return False
    if in_lists_1 & 2:
        return True
    return None


def _leaf_49(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 4:
        return False
    if in_lists_1 & 8:
        return True
    return None


def _leaf_50(offence: Offence, days: Days) -> Truth:
    if not offence.official_position_used is not False:
        return False
    if offence.official_position_used:
        return True
    return None


def _leaf_51(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 16:
        return False
    if in_lists_1 & 32:
        return True
    return None


def _leaf_52(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 64:
        return False
    if in_lists_1 & 128:
        return True
    return None


def _leaf_53(offence: Offence, days: Days) -> Truth:
    in_lists_1 = LISTS_1[offence.provision]
    if not in_lists_1 & 256:
        return False
    if in_lists_1 & 512:
        return True
    return None


def _leaf_54(offence: Offence, days: Days) -> Truth:
    if not (offence.victim_age is None or offence.victim_age < 18):
        return False
    if offence.victim_age is not None and offence.victim_age < 18:
        return True
    return None


def _gifts_1(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (
        ("outcome", one_of(offence.stage, ("open",)), "released_from_liability", False),
        (
            "outcome",
            one_of(offence.stage, ("convicted",)),
            "released_from_main_punishment",
            False,
        ),
    )


def _gifts_2(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (
        ("outcome", one_of(offence.stage, ("open",)), "released_from_liability", False),
        (
            "outcome",
            one_of(offence.stage, ("convicted",)),
            "released_from_main_punishment",
            False,
        ),
    )


def _gifts_3(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (
        ("outcome", one_of(offence.stage, ("open",)), "released_from_liability", False),
        (
            "outcome",
            one_of(offence.stage, ("convicted",)),
            "released_from_main_punishment",
            False,
        ),
    )


def _gifts_4(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "released_from_main_punishment", False),)


def _gifts_5(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "reduced", False), ("reduction", True, Fraction(1, 3), True))


def _gifts_6(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "reduced", False), ("reduction", True, Fraction(1, 4), True))


def _gifts_7(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "reduced", False), ("reduction", True, Fraction(1, 5), True))


def _gifts_8(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "reduced", False), ("reduction", True, Fraction(1, 2), True))


def _gifts_9(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return ()


def _gifts_10(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (
        (
            "days_off",
            True,
            rounded(
                product(rules.unserved_part(offence, person, days), spoken_of(made[3])),
                "up",
                Fraction(1),
            ),
            False,
        ),
    )


def _gifts_11(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("obliged_to_compensate", True, True, False),)


def _gifts_12(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_13(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_14(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_15(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_16(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_17(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_18(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_19(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_20(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_21(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_22(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return (("outcome", True, "excluded", False),)


def _gifts_23(offence: Offence, person: Person, days: Days, made: Any) -> Any:
    return ()


SKELETON = Skeleton(
    (("person", ""), ("offence", "person"), ("child", "person")),
    dict(
        (
            (
                "offence",
                (
                    AskedRule(
                        place=0,
                        citation="2(1)(1)",
                        text="a person who committed a criminal misdemeanour or a crime of minor gravity;",
                        condition=Asked(
                            rests=Rests.FACTS,
                            text="a person who committed a criminal misdemeanour or a crime of minor gravity",
                            place=0,
                            reads=(Read(source=Source.FACT, kind="offence", key="category"),),
                        ),
                        displacers=(
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="official",
                    ),
                    AskedRule(
                        place=1,
                        citation="2(1)(2)",
                        text="a person who committed a crime of medium gravity, if any of the following applies:",
                        condition=Asked(
                            rests=Rests.ALL,
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a person who committed a crime of medium gravity",
                                    place=1,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="category",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.ANY,
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="the offence caused no damage;",
                                            citation="2(1)(2)(a)",
                                            place=2,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="damage_caused",
                                                ),
                                            ),
                                            source="official",
                                        ),
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="the damage is compensated in full; or",
                                            citation="2(1)(2)(b)",
                                            place=3,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="damage_compensated_in_full",
                                                ),
                                            ),
                                            source="official",
                                        ),
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="no civil claim was brought; or",
                                            citation="2(1)(2)(c)",
                                            place=4,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="civil_claim_brought",
                                                ),
                                            ),
                                            source="official",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="official",
                    ),
                    AskedRule(
                        place=2,
                        citation="2(1)(3)",
                        text="a socially vulnerable person who committed a crime of medium gravity.",
                        condition=Asked(
                            rests=Rests.ALL,
                            text="a socially vulnerable person who committed a crime of medium gravity",
                            parts=(
                                Asked(
                                    rests=Rests.DEFINITION,
                                    text="a socially vulnerable person",
                                    kind="offence",
                                    key="socially_vulnerable",
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="committed a crime of medium gravity",
                                    place=5,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="category",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="official",
                    ),
                    AskedRule(
                        place=3,
                        citation="2(2)",
                        text="A person who is convicted of a crime of medium gravity, who has no negative degree of behaviour and who has not more than one year left to serve on the effective day is released from the main punishment.",
                        condition=Asked(
                            rests=Rests.ALL,
                            text="A person who is convicted of a crime of medium gravity, who has no negative degree of behaviour and who has not more than one year left to serve on the effective day",
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="is convicted of a crime of medium gravity",
                                    place=6,
                                    reads=(
                                        Read(source=Source.FACT, kind="offence", key="stage"),
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="category",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="has no negative degree of behaviour",
                                    place=7,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="negative_behaviour",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="has not more than one year left to serve on the effective day",
                                    place=8,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="term_ends_on",
                                        ),
                                        Read(source=Source.DAY, kind="", key="effective_day"),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="official",
                    ),
                    AskedRule(
                        place=4,
                        citation="3(1)",
                        text="The unserved part of the main punishment is reduced by one third for a socially vulnerable person who is convicted of a serious crime.",
                        condition=Asked(
                            rests=Rests.ALL,
                            text="a socially vulnerable person who is convicted of a serious crime",
                            parts=(
                                Asked(
                                    rests=Rests.DEFINITION,
                                    text="a socially vulnerable person",
                                    kind="offence",
                                    key="socially_vulnerable",
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="is convicted of a serious crime",
                                    place=9,
                                    reads=(
                                        Read(source=Source.FACT, kind="offence", key="stage"),
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="category",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (8, "3(4)"),
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="reported",
                        remark="report of the sitting of the Senate, 19 June 2025",
                    ),
                    AskedRule(
                        place=5,
                        citation="3(1)",
                        text="The unserved part of the main punishment is reduced by one quarter for a socially vulnerable person who is convicted of an especially serious crime.",
                        condition=Asked(
                            rests=Rests.ALL,
                            text="a socially vulnerable person who is convicted of an especially serious crime",
                            parts=(
                                Asked(
                                    rests=Rests.DEFINITION,
                                    text="a socially vulnerable person",
                                    kind="offence",
                                    key="socially_vulnerable",
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="is convicted of an especially serious crime",
                                    place=10,
                                    reads=(
                                        Read(source=Source.FACT, kind="offence", key="stage"),
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="category",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (8, "3(4)"),
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="reported",
                        remark="report of the sitting of the Senate, 19 June 2025",
                    ),
                    AskedRule(
                        place=6,
                        citation="3(2)",
                        text="The unserved part of the main punishment is reduced by one fifth for a person who is convicted under Article 189 or 190 of the Criminal Code, if the damage is compensated in full and every civil claim is satisfied.",
                        condition=Asked(
                            rests=Rests.ALL,
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a person who is convicted under Article 189 or 190 of the Criminal Code",
                                    place=11,
                                    reads=(
                                        Read(source=Source.FACT, kind="offence", key="stage"),
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.ALL,
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="the damage is compensated in full",
                                            place=12,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="damage_compensated_in_full",
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="every civil claim is satisfied",
                                            place=13,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="civil_claims_satisfied",
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (8, "3(4)"),
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="reported",
                        remark="press of the Majilis, 11 June 2025",
                    ),
                    AskedRule(
                        place=7,
                        citation="3(3)",
                        text="The unserved part of the main punishment is reduced by one half for a person who is convicted of a crime of medium gravity.",
                        condition=Asked(
                            rests=Rests.FACTS,
                            text="a person who is convicted of a crime of medium gravity",
                            place=14,
                            reads=(
                                Read(source=Source.FACT, kind="offence", key="stage"),
                                Read(source=Source.FACT, kind="offence", key="category"),
                            ),
                        ),
                        displacers=(
                            (8, "3(4)"),
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="assumed",
                        remark="the forecasts require a wide further group; neither group nor fraction was found",
                    ),
                    AskedRule(
                        place=8,
                        citation="3(4)",
                        text="Paragraphs 1 to 3 of this Article apply to an offence only if Article 2 does not apply to the offence.",
                        condition=Asked(
                            rests=Rests.NOT,
                            parts=(
                                Asked(
                                    rests=Rests.NOT,
                                    text="Article 2 does not apply to the offence",
                                    parts=(
                                        Asked(
                                            rests=Rests.PROVISIONS,
                                            parts=(
                                                Asked(
                                                    rests=Rests.APPLIES,
                                                    text="a person who committed a criminal misdemeanour or a crime of minor gravity;",
                                                    citation="2(1)(1)",
                                                    place=0,
                                                    source="official",
                                                ),
                                                Asked(
                                                    rests=Rests.APPLIES,
                                                    text="a person who committed a crime of medium gravity, if any of the following applies:",
                                                    citation="2(1)(2)",
                                                    place=1,
                                                    source="official",
                                                ),
                                                Asked(
                                                    rests=Rests.APPLIES,
                                                    text="a socially vulnerable person who committed a crime of medium gravity.",
                                                    citation="2(1)(3)",
                                                    place=2,
                                                    source="official",
                                                ),
                                                Asked(
                                                    rests=Rests.APPLIES,
                                                    text="A person who is convicted of a crime of medium gravity, who has no negative degree of behaviour and who has not more than one year left to serve on the effective day is released from the main punishment.",
                                                    citation="2(2)",
                                                    place=3,
                                                    source="official",
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        displacers=(
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="reported",
                        remark="in substance",
                    ),
                    AskedRule(
                        place=9,
                        citation="3(6)",
                        text="The reduction in days is the unserved part of the term multiplied by the reduction, rounded up to a whole day.",
                        condition=Asked(
                            rests=Rests.FACTS,
                            text="The reduction in days is the unserved part of the term multiplied by the reduction, rounded up to a whole day.",
                            place=15,
                        ),
                        displacers=(
                            (11, "5(1)"),
                            (12, "5(2)"),
                            (13, "5(3)"),
                            (14, "5(4)"),
                            (15, "5(5)"),
                            (16, "5(6)"),
                            (17, "5(7)"),
                            (18, "5(8)"),
                            (19, "5(9)"),
                            (20, "5(10)"),
                            (21, "5(11)"),
                            (22, "8"),
                        ),
                        source="assumed",
                        remark="not found in the sources",
                    ),
                    AskedRule(
                        place=10,
                        citation="4(2)",
                        text="A person remains obliged to compensate the damage if the offence caused damage and the damage is not compensated in full.",
                        condition=Asked(
                            rests=Rests.ALL,
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence caused damage",
                                    place=16,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="damage_caused",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the damage is not compensated in full",
                                    place=17,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="damage_compensated_in_full",
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        source="reported",
                        remark="financial obligations remain",
                    ),
                    AskedRule(
                        place=11,
                        citation="5(1)",
                        text="the offence is a corruption crime;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.DEFINITION,
                                    text="the offence is a corruption crime;",
                                    citation="5(1)",
                                    kind="offence",
                                    key="corruption_crime",
                                    source="reported",
                                    remark="list published by the prison service, 29 August 2025",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="reported",
                        remark="list published by the prison service, 29 August 2025",
                    ),
                    AskedRule(
                        place=12,
                        citation="5(2)",
                        text="the offence is a terrorist crime;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.DEFINITION,
                                    text="the offence is a terrorist crime;",
                                    citation="5(2)",
                                    kind="offence",
                                    key="terrorist_crime",
                                    source="official",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="official",
                    ),
                    AskedRule(
                        place=13,
                        citation="5(3)",
                        text="the offence is an extremist crime or the offence has signs of extremism;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.ANY,
                                    text="the offence is an extremist crime or the offence has signs of extremism;",
                                    citation="5(3)",
                                    parts=(
                                        Asked(
                                            rests=Rests.DEFINITION,
                                            text="the offence is an extremist crime",
                                            kind="offence",
                                            key="extremist_crime",
                                        ),
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="the offence has signs of extremism",
                                            place=18,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="signs_of_extremism",
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="reported",
                                    remark="list published by the prison service, 29 August 2025",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="reported",
                        remark="list published by the prison service, 29 August 2025",
                    ),
                    AskedRule(
                        place=14,
                        citation="5(4)",
                        text="the offence is a crime against the sexual inviolability of a minor, unless the person had not reached the age of eighteen years on the day of the offence and the victim had reached the age of fourteen years but not of eighteen years;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.ALL,
                                    text="the offence is a crime against the sexual inviolability of a minor, unless the person had not reached the age of eighteen years on the day of the offence and the victim had reached the age of fourteen years but not of eighteen years;",
                                    citation="5(4)",
                                    parts=(
                                        Asked(
                                            rests=Rests.DEFINITION,
                                            text="the offence is a crime against the sexual inviolability of a minor",
                                            kind="offence",
                                            key="crime_against_minor",
                                        ),
                                        Asked(
                                            rests=Rests.NOT,
                                            parts=(
                                                Asked(
                                                    rests=Rests.ALL,
                                                    parts=(
                                                        Asked(
                                                            rests=Rests.FACTS,
                                                            text="the person had not reached the age of eighteen years on the day of the offence",
                                                            place=19,
                                                            reads=(
                                                                Read(
                                                                    source=Source.FACT,
                                                                    kind="person",
                                                                    key="date_of_birth",
                                                                ),
                                                                Read(
                                                                    source=Source.FACT,
                                                                    kind="offence",
                                                                    key="committed_on",
                                                                ),
                                                            ),
                                                        ),
                                                        Asked(
                                                            rests=Rests.FACTS,
                                                            text="the victim had reached the age of fourteen years but not of eighteen years",
                                                            place=20,
                                                            reads=(
                                                                Read(
                                                                    source=Source.FACT,
                                                                    kind="offence",
                                                                    key="victim_age",
                                                                ),
                                                            ),
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="official",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="official",
                    ),
                    AskedRule(
                        place=15,
                        citation="5(5)",
                        text="the offence is under Article 146 of the Criminal Code;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence is under Article 146 of the Criminal Code;",
                                    citation="5(5)",
                                    place=21,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                    source="official",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="official",
                    ),
                    AskedRule(
                        place=16,
                        citation="5(6)",
                        text="the punishment was imposed for recidivism or dangerous recidivism;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the punishment was imposed for recidivism or dangerous recidivism;",
                                    citation="5(6)",
                                    place=22,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="recidivism",
                                        ),
                                    ),
                                    source="official",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="official",
                    ),
                    AskedRule(
                        place=17,
                        citation="5(7)",
                        text="the punishment is life imprisonment;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the punishment is life imprisonment;",
                                    citation="5(7)",
                                    place=23,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="life_imprisonment",
                                        ),
                                    ),
                                    source="reported",
                                    remark="list published by the prison service, 29 August 2025",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="reported",
                        remark="list published by the prison service, 29 August 2025",
                    ),
                    AskedRule(
                        place=18,
                        citation="5(8)",
                        text="the offence was committed as part of a criminal group;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence was committed as part of a criminal group;",
                                    citation="5(8)",
                                    place=24,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="in_criminal_group",
                                        ),
                                    ),
                                    source="reported",
                                    remark="list published by the prison service, 29 August 2025",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="reported",
                        remark="list published by the prison service, 29 August 2025",
                    ),
                    AskedRule(
                        place=19,
                        citation="5(9)",
                        text="the offence is under Article 185 of the Criminal Code;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence is under Article 185 of the Criminal Code;",
                                    citation="5(9)",
                                    place=25,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                    source="assumed",
                                    remark="the number of the Article",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="assumed",
                        remark="the number of the Article",
                    ),
                    AskedRule(
                        place=20,
                        citation="5(10)",
                        text="the offence is under Article 107, 108-1 or 109-1 of the Criminal Code;",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence is under Article 107, 108-1 or 109-1 of the Criminal Code;",
                                    citation="5(10)",
                                    place=26,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                    source="assumed",
                                    remark="the numbers of the Articles",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="assumed",
                        remark="the numbers of the Articles",
                    ),
                    AskedRule(
                        place=21,
                        citation="5(11)",
                        text="the offence is under Article 297 of the Criminal Code.",
                        condition=Asked(
                            rests=Rests.SOME,
                            number=1,
                            kind="offence",
                            reads=(Read(source=Source.MEMBERS, kind="offence", key=""),),
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence is under Article 297 of the Criminal Code.",
                                    citation="5(11)",
                                    place=27,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                    source="reported",
                                    remark="list published by the prison service, 29 August 2025",
                                ),
                            ),
                        ),
                        displacers=((22, "8"),),
                        source="reported",
                        remark="list published by the prison service, 29 August 2025",
                    ),
                    AskedRule(
                        place=22,
                        citation="8",
                        text="Articles 2, 3 and 5 apply to an offence only if the offence was committed before the effective day.",
                        condition=Asked(
                            rests=Rests.NOT,
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="the offence was committed before the effective day",
                                    place=28,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="committed_on",
                                        ),
                                        Read(source=Source.DAY, kind="", key="effective_day"),
                                    ),
                                ),
                            ),
                        ),
                        source="assumed",
                        remark="the day was not found; that only earlier offences are covered is reported",
                    ),
                ),
            ),
        ),
    ),
    dict(
        (
            (
                "socially_vulnerable",
                (
                    Version(
                        condition=Asked(
                            rests=Rests.ANY,
                            text="In this Law, a socially vulnerable person means any of the following:",
                            citation="1(1)",
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a person who is covered by the Law on Veterans;",
                                    citation="1(1)(1)",
                                    place=29,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="person",
                                            key="covered_by_law_on_veterans",
                                        ),
                                    ),
                                    source="official",
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a person who had not reached the age of eighteen years on the day of the offence;",
                                    citation="1(1)(2)",
                                    place=30,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="person",
                                            key="date_of_birth",
                                        ),
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="committed_on",
                                        ),
                                    ),
                                    source="official",
                                ),
                                Asked(
                                    rests=Rests.ANY,
                                    text="a woman who has reached the age of fifty years on the effective day, or a man who has reached the age of sixty years on the effective day;",
                                    citation="1(1)(3)",
                                    parts=(
                                        Asked(
                                            rests=Rests.ALL,
                                            text="a woman who has reached the age of fifty years on the effective day",
                                            parts=(
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="a woman",
                                                    place=31,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="person",
                                                            key="sex",
                                                        ),
                                                    ),
                                                ),
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="has reached the age of fifty years on the effective day",
                                                    place=32,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="person",
                                                            key="date_of_birth",
                                                        ),
                                                        Read(
                                                            source=Source.DAY,
                                                            kind="",
                                                            key="effective_day",
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.ALL,
                                            text="a man who has reached the age of sixty years on the effective day",
                                            parts=(
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="a man",
                                                    place=33,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="person",
                                                            key="sex",
                                                        ),
                                                    ),
                                                ),
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="has reached the age of sixty years on the effective day",
                                                    place=34,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="person",
                                                            key="date_of_birth",
                                                        ),
                                                        Read(
                                                            source=Source.DAY,
                                                            kind="",
                                                            key="effective_day",
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="official",
                                ),
                                Asked(
                                    rests=Rests.ALL,
                                    text="a woman who is pregnant on the effective day;",
                                    citation="1(1)(4)",
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="a woman",
                                            place=35,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="person",
                                                    key="sex",
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="is pregnant on the effective day",
                                            place=36,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="person",
                                                    key="pregnant_on_effective_day",
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="official",
                                ),
                                Asked(
                                    rests=Rests.ALL,
                                    text="a woman to whom all of the following apply:",
                                    citation="1(1)(5)",
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="a woman",
                                            place=37,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="person",
                                                    key="sex",
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.ALL,
                                            parts=(
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="the person is not deprived of parental rights; and",
                                                    citation="1(1)(5)(a)",
                                                    place=38,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="person",
                                                            key="deprived_of_parental_rights",
                                                        ),
                                                    ),
                                                    source="official",
                                                ),
                                                Asked(
                                                    rests=Rests.ANY,
                                                    text="the person has a child, adopted or in custody included, under the age of eighteen years on the effective day or the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood;",
                                                    citation="1(1)(5)(b)",
                                                    parts=(
                                                        Asked(
                                                            rests=Rests.SOME,
                                                            text="the person has a child, adopted or in custody included, under the age of eighteen years on the effective day",
                                                            number=1,
                                                            kind="child",
                                                            reads=(
                                                                Read(
                                                                    source=Source.MEMBERS,
                                                                    kind="child",
                                                                    key="",
                                                                ),
                                                            ),
                                                            parts=(
                                                                Asked(
                                                                    rests=Rests.FACTS,
                                                                    place=39,
                                                                    reads=(
                                                                        Read(
                                                                            source=Source.FACT,
                                                                            kind="child",
                                                                            key="date_of_birth",
                                                                        ),
                                                                        Read(
                                                                            source=Source.DAY,
                                                                            kind="",
                                                                            key="effective_day",
                                                                        ),
                                                                    ),
                                                                ),
                                                            ),
                                                        ),
                                                        Asked(
                                                            rests=Rests.FACTS,
                                                            text="the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood",
                                                            place=40,
                                                            reads=(
                                                                Read(
                                                                    source=Source.FACT,
                                                                    kind="person",
                                                                    key="dependant_with_disability_at_offence_and_conviction",
                                                                ),
                                                            ),
                                                        ),
                                                    ),
                                                    source="official",
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="official",
                                ),
                                Asked(
                                    rests=Rests.ALL,
                                    text="a man to whom all of the following apply:",
                                    citation="1(1)(6)",
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="a man",
                                            place=41,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="person",
                                                    key="sex",
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.ALL,
                                            parts=(
                                                Asked(
                                                    rests=Rests.FACTS,
                                                    text="the person is not deprived of parental rights; and",
                                                    citation="1(1)(6)(a)",
                                                    place=42,
                                                    reads=(
                                                        Read(
                                                            source=Source.FACT,
                                                            kind="person",
                                                            key="deprived_of_parental_rights",
                                                        ),
                                                    ),
                                                    source="reported",
                                                    remark="after Article 1 of the 2021 law",
                                                ),
                                                Asked(
                                                    rests=Rests.ANY,
                                                    text="the person is the only parent of a child, adopted or in custody included, under the age of eighteen years on the effective day or the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood; or",
                                                    citation="1(1)(6)(b)",
                                                    parts=(
                                                        Asked(
                                                            rests=Rests.ALL,
                                                            text="the person is the only parent of a child, adopted or in custody included, under the age of eighteen years on the effective day",
                                                            parts=(
                                                                Asked(
                                                                    rests=Rests.FACTS,
                                                                    place=43,
                                                                    reads=(
                                                                        Read(
                                                                            source=Source.FACT,
                                                                            kind="person",
                                                                            key="only_parent",
                                                                        ),
                                                                    ),
                                                                ),
                                                                Asked(
                                                                    rests=Rests.SOME,
                                                                    number=1,
                                                                    kind="child",
                                                                    reads=(
                                                                        Read(
                                                                            source=Source.MEMBERS,
                                                                            kind="child",
                                                                            key="",
                                                                        ),
                                                                    ),
                                                                    parts=(
                                                                        Asked(
                                                                            rests=Rests.FACTS,
                                                                            place=44,
                                                                            reads=(
                                                                                Read(
                                                                                    source=Source.FACT,
                                                                                    kind="child",
                                                                                    key="date_of_birth",
                                                                                ),
                                                                                Read(
                                                                                    source=Source.DAY,
                                                                                    kind="",
                                                                                    key="effective_day",
                                                                                ),
                                                                            ),
                                                                        ),
                                                                    ),
                                                                ),
                                                            ),
                                                        ),
                                                        Asked(
                                                            rests=Rests.FACTS,
                                                            text="the person had, at the time of the offence and of the conviction, a dependent child with a disability or a dependant disabled since childhood",
                                                            place=45,
                                                            reads=(
                                                                Read(
                                                                    source=Source.FACT,
                                                                    kind="person",
                                                                    key="dependant_with_disability_at_offence_and_conviction",
                                                                ),
                                                            ),
                                                        ),
                                                    ),
                                                    source="reported",
                                                    remark="after Article 1 of the 2021 law",
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="reported",
                                    remark="after Article 1 of the 2021 law",
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="a person who was recognised before the effective day as a person with a disability of the first or second group.",
                                    citation="1(1)(7)",
                                    place=46,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="person",
                                            key="disability_group",
                                        ),
                                        Read(
                                            source=Source.FACT,
                                            kind="person",
                                            key="disability_recognised_on",
                                        ),
                                        Read(source=Source.DAY, kind="", key="effective_day"),
                                    ),
                                    source="reported",
                                    remark="press of the Parliament",
                                ),
                            ),
                            source="official",
                        ),
                    ),
                ),
            ),
            (
                "corruption_crime",
                (
                    Version(
                        condition=Asked(
                            rests=Rests.ANY,
                            text="a corruption crime means any of the following:",
                            citation="the Criminal Code, 3(29)",
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="an offence under point 2) of part three of Article 189, point 2) of part three of Article 190, point 1) of part three of Article 218, point 1) of part four of Article 218-1, point 1) of part three of Article 234, point 2) of part three of Article 249, Article 361, point 3) of part four of Article 362, Articles 364 to 370, Article 450, point 2) of part two of Article 451 or Article 452 of this Code; or",
                                    citation="the Criminal Code, 3(29)(a)",
                                    place=47,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                    source="official",
                                ),
                                Asked(
                                    rests=Rests.ALL,
                                    text="an offence under part four of Article 189 or part four of Article 190 of this Code that was committed with the use of official position by a person equated to one authorised to perform state functions;",
                                    citation="the Criminal Code, 3(29)(b)",
                                    parts=(
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="an offence under part four of Article 189 or part four of Article 190 of this Code",
                                            place=48,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="provision",
                                                ),
                                            ),
                                        ),
                                        Asked(
                                            rests=Rests.FACTS,
                                            text="was committed with the use of official position by a person equated to one authorised to perform state functions",
                                            place=49,
                                            reads=(
                                                Read(
                                                    source=Source.FACT,
                                                    kind="offence",
                                                    key="official_position_used",
                                                ),
                                            ),
                                        ),
                                    ),
                                    source="official",
                                ),
                            ),
                            source="official",
                        ),
                    ),
                ),
            ),
            (
                "terrorist_crime",
                (
                    Version(
                        condition=Asked(
                            rests=Rests.FACTS,
                            text="a terrorist crime means an offence under Articles 170, 171, 173, 177, 178, 184, 255 to 261, 269 or 270 of this Code;",
                            citation="the Criminal Code, 3(30)",
                            place=50,
                            reads=(Read(source=Source.FACT, kind="offence", key="provision"),),
                            source="official",
                        ),
                    ),
                ),
            ),
            (
                "extremist_crime",
                (
                    Version(
                        condition=Asked(
                            rests=Rests.FACTS,
                            text="an extremist crime means an offence under Articles 174, 179 to 182, 184, 258 to 260, 267, parts two and three of Article 404 or Article 405 of this Code;",
                            citation="the Criminal Code, 3(39)",
                            place=51,
                            reads=(Read(source=Source.FACT, kind="offence", key="provision"),),
                            source="official",
                        ),
                    ),
                ),
            ),
            (
                "crime_against_minor",
                (
                    Version(
                        condition=Asked(
                            rests=Rests.ALL,
                            text="a crime against the sexual inviolability of a minor means an offence under Articles 120 to 124, 134, 144 or parts two and three of Article 312 of this Code that was committed against a minor.",
                            citation="the Criminal Code, 3(42)",
                            parts=(
                                Asked(
                                    rests=Rests.FACTS,
                                    text="an offence under Articles 120 to 124, 134, 144 or parts two and three of Article 312 of this Code",
                                    place=52,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="provision",
                                        ),
                                    ),
                                ),
                                Asked(
                                    rests=Rests.FACTS,
                                    text="was committed against a minor",
                                    place=53,
                                    reads=(
                                        Read(
                                            source=Source.FACT,
                                            kind="offence",
                                            key="victim_age",
                                        ),
                                    ),
                                ),
                            ),
                            source="official",
                        ),
                    ),
                ),
            ),
        ),
    ),
    "",
)

TABLES = Tables(
    root="person",
    skeleton=SKELETON,
    leaves=(
        About(_leaf_1, ("offence",)),
        About(_leaf_2, ("offence",)),
        About(_leaf_3, ("offence",)),
        About(_leaf_4, ("offence",)),
        About(_leaf_5, ("offence",)),
        About(_leaf_6, ("offence",)),
        About(_leaf_7, ("offence",)),
        About(_leaf_8, ("offence",)),
        About(_leaf_9, ("offence",)),
        About(_leaf_10, ("offence",)),
        About(_leaf_11, ("offence",)),
        About(_leaf_12, ("offence",)),
        About(_leaf_13, ("offence",)),
        About(_leaf_14, ("offence",)),
        About(_leaf_15, ("offence",)),
        About(_leaf_16, ()),
        About(_leaf_17, ("offence",)),
        About(_leaf_18, ("offence",)),
        About(_leaf_19, ("offence",)),
        About(_leaf_20, ("offence", "person")),
        About(_leaf_21, ("offence",)),
        About(_leaf_22, ("offence",)),
        About(_leaf_23, ("offence",)),
        About(_leaf_24, ("offence",)),
        About(_leaf_25, ("offence",)),
        About(_leaf_26, ("offence",)),
        About(_leaf_27, ("offence",)),
        About(_leaf_28, ("offence",)),
        About(_leaf_29, ("offence",)),
        About(_leaf_30, ("person",)),
        About(_leaf_31, ("offence", "person")),
        About(_leaf_32, ("person",)),
        About(_leaf_33, ("person",)),
        About(_leaf_34, ("person",)),
        About(_leaf_35, ("person",)),
        About(_leaf_36, ("person",)),
        About(_leaf_37, ("person",)),
        About(_leaf_38, ("person",)),
        About(_leaf_39, ("person",)),
        About(_leaf_40, ("child",)),
        About(_leaf_41, ("person",)),
        About(_leaf_42, ("person",)),
        About(_leaf_43, ("person",)),
        About(_leaf_44, ("person",)),
        About(_leaf_45, ("child",)),
        About(_leaf_46, ("person",)),
        About(_leaf_47, ("person",)),
        About(_leaf_48, ("offence",)),
        About(_leaf_49, ("offence",)),
        About(_leaf_50, ("offence",)),
        About(_leaf_51, ("offence",)),
        About(_leaf_52, ("offence",)),
        About(_leaf_53, ("offence",)),
        About(_leaf_54, ("offence",)),
    ),
    rules=(
        About(rules.art_2_1_1, ("offence", "person")),
        About(rules.art_2_1_2, ("offence", "person")),
        About(rules.art_2_1_3, ("offence", "person")),
        About(rules.art_2_2, ("offence", "person")),
        About(rules.art_3_1, ("offence", "person")),
        About(rules.art_3_1_, ("offence", "person")),
        About(rules.art_3_2, ("offence", "person")),
        About(rules.art_3_3, ("offence", "person")),
        About(rules.art_3_4, ("offence", "person")),
        About(rules.art_3_6, ("offence", "person")),
        About(rules.art_4_2, ("offence", "person")),
        About(rules.art_5_1, ("offence", "person")),
        About(rules.art_5_2, ("offence", "person")),
        About(rules.art_5_3, ("offence", "person")),
        About(rules.art_5_4, ("offence", "person")),
        About(rules.art_5_5, ("offence", "person")),
        About(rules.art_5_6, ("offence", "person")),
        About(rules.art_5_7, ("offence", "person")),
        About(rules.art_5_8, ("offence", "person")),
        About(rules.art_5_9, ("offence", "person")),
        About(rules.art_5_10, ("offence", "person")),
        About(rules.art_5_11, ("offence", "person")),
        About(rules.art_8, ("offence", "person")),
    ),
    gifts=(
        About(_gifts_1, ("offence", "person")),
        About(_gifts_2, ("offence", "person")),
        About(_gifts_3, ("offence", "person")),
        About(_gifts_4, ("offence", "person")),
        About(_gifts_5, ("offence", "person")),
        About(_gifts_6, ("offence", "person")),
        About(_gifts_7, ("offence", "person")),
        About(_gifts_8, ("offence", "person")),
        About(_gifts_9, ("offence", "person")),
        About(_gifts_10, ("offence", "person")),
        About(_gifts_11, ("offence", "person")),
        About(_gifts_12, ("offence", "person")),
        About(_gifts_13, ("offence", "person")),
        About(_gifts_14, ("offence", "person")),
        About(_gifts_15, ("offence", "person")),
        About(_gifts_16, ("offence", "person")),
        About(_gifts_17, ("offence", "person")),
        About(_gifts_18, ("offence", "person")),
        About(_gifts_19, ("offence", "person")),
        About(_gifts_20, ("offence", "person")),
        About(_gifts_21, ("offence", "person")),
        About(_gifts_22, ("offence", "person")),
        About(_gifts_23, ("offence", "person")),
    ),
    facts=dict(
        (
            (("person", "sex"), Reader("sex", facts.sex_of_person, False)),
            (("person", "date_of_birth"), Reader("date_of_birth", None, False)),
            (
                ("person", "covered_by_law_on_veterans"),
                Reader("covered_by_law_on_veterans", None, False),
            ),
            (
                ("person", "pregnant_on_effective_day"),
                Reader(
                    "pregnant_on_effective_day",
                    facts.pregnant_on_effective_day_of_person,
                    False,
                ),
            ),
            (
                ("person", "deprived_of_parental_rights"),
                Reader("deprived_of_parental_rights", None, False),
            ),
            (("person", "only_parent"), Reader("only_parent", None, False)),
            (
                ("person", "dependant_with_disability_at_offence_and_conviction"),
                Reader("dependant_with_disability_at_offence_and_conviction", None, False),
            ),
            (("person", "disability_group"), Reader("disability_group", None, False)),
            (
                ("person", "disability_recognised_on"),
                Reader("disability_recognised_on", None, False),
            ),
            (("offence", "stage"), Reader("stage", None, False)),
            (("offence", "provision"), Reader("provision", None, False)),
            (("offence", "category"), Reader("category", None, False)),
            (("offence", "committed_on"), Reader("committed_on", None, False)),
            (("offence", "damage_caused"), Reader("damage_caused", None, False)),
            (
                ("offence", "damage_compensated_in_full"),
                Reader("damage_compensated_in_full", None, False),
            ),
            (("offence", "civil_claim_brought"), Reader("civil_claim_brought", None, False)),
            (
                ("offence", "civil_claims_satisfied"),
                Reader("civil_claims_satisfied", None, False),
            ),
            (
                ("offence", "official_position_used"),
                Reader("official_position_used", None, False),
            ),
            (("offence", "signs_of_extremism"), Reader("signs_of_extremism", None, False)),
            (("offence", "victim_age"), Reader("victim_age", None, False)),
            (("offence", "recidivism"), Reader("recidivism", None, False)),
            (("offence", "life_imprisonment"), Reader("life_imprisonment", None, False)),
            (("offence", "in_criminal_group"), Reader("in_criminal_group", None, False)),
            (("offence", "negative_behaviour"), Reader("negative_behaviour", None, False)),
            (("offence", "term_ends_on"), Reader("term_ends_on", None, False)),
            (("offence", "socially_vulnerable"), Reader("socially_vulnerable", None, False)),
            (("offence", "corruption_crime"), Reader("corruption_crime", None, False)),
            (("offence", "terrorist_crime"), Reader("terrorist_crime", None, False)),
            (("offence", "extremist_crime"), Reader("extremist_crime", None, False)),
            (("offence", "crime_against_minor"), Reader("crime_against_minor", None, False)),
            (("offence", "unserved_part"), Reader("unserved_part", None, False)),
            (("offence", "outcome"), Reader("outcome", None, False)),
            (("offence", "reduction"), Reader("reduction", None, True)),
            (("offence", "days_off"), Reader("days_off", None, False)),
            (
                ("offence", "obliged_to_compensate"),
                Reader("obliged_to_compensate", None, False),
            ),
            (("child", "date_of_birth"), Reader("date_of_birth", None, False)),
        ),
    ),
    values=dict(
        (
            (
                (Source.CONCEPT, "socially_vulnerable"),
                (About(rules.socially_vulnerable, ("offence", "person")), False),
            ),
            (
                (Source.CONCEPT, "corruption_crime"),
                (About(rules.corruption_crime, ("offence", "person")), False),
            ),
            (
                (Source.CONCEPT, "terrorist_crime"),
                (About(rules.terrorist_crime, ("offence", "person")), False),
            ),
            (
                (Source.CONCEPT, "extremist_crime"),
                (About(rules.extremist_crime, ("offence", "person")), False),
            ),
            (
                (Source.CONCEPT, "crime_against_minor"),
                (About(rules.crime_against_minor, ("offence", "person")), False),
            ),
            (
                (Source.QUANTITY, "unserved_part"),
                (About(rules.unserved_part, ("offence", "person")), False),
            ),
            (
                (Source.DECISION, "outcome"),
                (About(rules.outcome, ("offence", "person")), False),
            ),
            (
                (Source.DECISION, "reduction"),
                (About(rules.reduction, ("offence", "person")), True),
            ),
            (
                (Source.DECISION, "days_off"),
                (About(rules.days_off, ("offence", "person")), False),
            ),
            (
                (Source.DECISION, "obliged_to_compensate"),
                (About(rules.obliged_to_compensate, ("offence", "person")), False),
            ),
        ),
    ),
    lists=dict(
        (
            ("offence", Listed("person", "offences", "offences")),
            ("child", Listed("person", "children", "children")),
        ),
    ),
    deciding=dict(
        (
            (
                "offence",
                Deciding(
                    (
                        Asking("outcome", False, _needed_14),
                        Asking("reduction", True, _needed_65),
                        Asking("days_off", False, _needed_66),
                        Asking("obliged_to_compensate", False, _needed_69),
                    ),
                    _offence_made,
                    tried_offence,
                    (
                        0,
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        9,
                        10,
                        11,
                        12,
                        13,
                        14,
                        15,
                        16,
                        17,
                        18,
                        19,
                        20,
                        21,
                        22,
                    ),
                ),
            ),
        ),
    ),
)


def trace(person: Person, *, effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW) -> Trace:
    """Return the decision, with every ground to be had from it when asked for."""
    days = Days(effective_day)
    return Trace(TABLES, person, days, decide(person, effective_day=effective_day))


def explain(
    person: Person,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
) -> tuple[Explanation, ...]:
    """Return every ground of all that the law decides, as trees."""
    days = Days(effective_day)
    return explained(TABLES, person, days)
