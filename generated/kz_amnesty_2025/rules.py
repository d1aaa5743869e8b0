"""Provisions of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import (
    NOTHING,
    after,
    all_of,
    any_of,
    at_most,
    before,
    days_between,
    established,
    known,
    largest,
    none_of,
    not_,
    one_of,
    product,
    rounded,
    some,
    spoken_of,
    supplied_or,
    under,
)
from lawc.runtime.questions import Question
from lawc.runtime.values import Period, Provision, ProvisionRange, Truth

from . import facts
from .facts import Days, Offence, Person, pregnant_on_effective_day_of_person, sex_of_person


def socially_vulnerable(offence: Offence, person: Person, days: Days) -> Truth:
    """In this Law, a socially vulnerable person means any of the following:"""
    return established(
        offence.socially_vulnerable,
        lambda: any_of(
            art_1_1_1(offence, person, days),
            art_1_1_2(offence, person, days),
            art_1_1_3(offence, person, days),
            art_1_1_4(offence, person, days),
            art_1_1_5(offence, person, days),
            art_1_1_6(offence, person, days),
            art_1_1_7(offence, person, days),
        ),
    )


def art_1_1_1(offence: Offence, person: Person, days: Days) -> Truth:
    """a person who is covered by the Law on Veterans;"""
    return person.covered_by_law_on_veterans


def art_1_1_2(offence: Offence, person: Person, days: Days) -> Truth:
    """a person who had not reached the age of eighteen years on the day of the
    offence;
    """
    return not_(
        at_most(
            after(person.date_of_birth, Period(18, 0, 0), month_end_up=True),
            offence.committed_on,
        ),
    )


def art_1_1_3(offence: Offence, person: Person, days: Days) -> Truth:
    """a woman who has reached the age of fifty years on the effective day, or a man
    who has reached the age of sixty years on the effective day;
    """
    return any_of(
        all_of(
            one_of(facts.sex_of_person(person), ("female",)),
            at_most(
                after(person.date_of_birth, Period(50, 0, 0), month_end_up=True),
                days.effective_day,
            ),
        ),
        all_of(
            one_of(facts.sex_of_person(person), ("male",)),
            at_most(
                after(person.date_of_birth, Period(60, 0, 0), month_end_up=True),
                days.effective_day,
            ),
        ),
    )


def art_1_1_4(offence: Offence, person: Person, days: Days) -> Truth:
    """a woman who is pregnant on the effective day;"""
    return all_of(
        one_of(facts.sex_of_person(person), ("female",)),
        facts.pregnant_on_effective_day_of_person(person),
    )


def art_1_1_5(offence: Offence, person: Person, days: Days) -> Truth:
    """a woman to whom all of the following apply:"""
    return all_of(
        one_of(facts.sex_of_person(person), ("female",)),
        art_1_1_5_a(offence, person, days),
        art_1_1_5_b(offence, person, days),
    )


def art_1_1_5_a(offence: Offence, person: Person, days: Days) -> Truth:
    """the person is not deprived of parental rights; and"""
    return not_(person.deprived_of_parental_rights)


def art_1_1_5_b(offence: Offence, person: Person, days: Days) -> Truth:
    """the person has a child, adopted or in custody included, under the age of
    eighteen years on the effective day or the person had, at the time of the
    offence and of the conviction, a dependent child with a disability or a
    dependant disabled since childhood;
    """
    return any_of(
        some(
            1,
            person.children,
            lambda child: all_of(
                at_most(child.date_of_birth, days.effective_day),
                before(
                    days.effective_day,
                    after(child.date_of_birth, Period(18, 0, 0), month_end_up=True),
                ),
            ),
        ),
        person.dependant_with_disability_at_offence_and_conviction,
    )


def art_1_1_6(offence: Offence, person: Person, days: Days) -> Truth:
    """a man to whom all of the following apply:"""
    return all_of(
        one_of(facts.sex_of_person(person), ("male",)),
        art_1_1_6_a(offence, person, days),
        art_1_1_6_b(offence, person, days),
    )


def art_1_1_6_a(offence: Offence, person: Person, days: Days) -> Truth:
    """the person is not deprived of parental rights; and"""
    return not_(person.deprived_of_parental_rights)


def art_1_1_6_b(offence: Offence, person: Person, days: Days) -> Truth:
    """the person is the only parent of a child, adopted or in custody included, under
    the age of eighteen years on the effective day or the person had, at the time of
    the offence and of the conviction, a dependent child with a disability or a
    dependant disabled since childhood; or
    """
    return any_of(
        all_of(
            person.only_parent,
            some(
                1,
                person.children,
                lambda child: all_of(
                    at_most(child.date_of_birth, days.effective_day),
                    before(
                        days.effective_day,
                        after(child.date_of_birth, Period(18, 0, 0), month_end_up=True),
                    ),
                ),
            ),
        ),
        person.dependant_with_disability_at_offence_and_conviction,
    )


def art_1_1_7(offence: Offence, person: Person, days: Days) -> Truth:
    """a person who was recognised before the effective day as a person with a
    disability of the first or second group.
    """
    return all_of(
        one_of(person.disability_group, ("first", "second")),
        before(person.disability_recognised_on, days.effective_day),
    )


def art_2_1_1(offence: Offence, person: Person, days: Days) -> Truth:
    """a person who committed a criminal misdemeanour or a crime of minor gravity;"""
    return all_of(
        one_of(offence.category, ("misdemeanour", "minor")),
        not_(exceptions_art_5_1_art_8(offence, person, days)),
    )


def exceptions_art_5_1_art_8(offence: Offence, person: Person, days: Days) -> Truth:
    """Any of these applies: 5(1), 5(2), 5(3), 5(4), 5(5), 5(6), 5(7), 5(8), 5(9),
    5(10), 5(11), 8.
    """
    return any_of(
        art_5_1(offence, person, days),
        art_5_2(offence, person, days),
        art_5_3(offence, person, days),
        art_5_4(offence, person, days),
        art_5_5(offence, person, days),
        art_5_6(offence, person, days),
        art_5_7(offence, person, days),
        art_5_8(offence, person, days),
        art_5_9(offence, person, days),
        art_5_10(offence, person, days),
        art_5_11(offence, person, days),
        art_8(offence, person, days),
    )


def art_2_1_2(offence: Offence, person: Person, days: Days) -> Truth:
    """a person who committed a crime of medium gravity, if any of the following
    applies:
    """
    return all_of(
        one_of(offence.category, ("medium",)),
        any_of(
            art_2_1_2_a(offence, person, days),
            art_2_1_2_b(offence, person, days),
            art_2_1_2_c(offence, person, days),
        ),
        not_(exceptions_art_5_1_art_8(offence, person, days)),
    )


def art_2_1_2_a(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence caused no damage;"""
    return not_(offence.damage_caused)


def art_2_1_2_b(offence: Offence, person: Person, days: Days) -> Truth:
    """the damage is compensated in full; or"""
    return offence.damage_compensated_in_full


def art_2_1_2_c(offence: Offence, person: Person, days: Days) -> Truth:
    """no civil claim was brought; or"""
    return not_(offence.civil_claim_brought)


def art_2_1_3(offence: Offence, person: Person, days: Days) -> Truth:
    """a socially vulnerable person who committed a crime of medium gravity."""
    return all_of(
        socially_vulnerable(offence, person, days),
        one_of(offence.category, ("medium",)),
        not_(exceptions_art_5_1_art_8(offence, person, days)),
    )


def art_2_2(offence: Offence, person: Person, days: Days) -> Truth:
    """A person who is convicted of a crime of medium gravity, who has no negative
    degree of behaviour and who has not more than one year left to serve on the
    effective day is released from the main punishment.
    """
    return all_of(
        one_of(offence.stage, ("convicted",)),
        one_of(offence.category, ("medium",)),
        not_(offence.negative_behaviour),
        at_most(
            offence.term_ends_on,
            after(days.effective_day, Period(1, 0, 0), month_end_up=True),
        ),
        not_(exceptions_art_5_1_art_8(offence, person, days)),
    )


def art_3_1(offence: Offence, person: Person, days: Days) -> Truth:
    """The unserved part of the main punishment is reduced by one third for a socially
    vulnerable person who is convicted of a serious crime.
    """
    return all_of(
        socially_vulnerable(offence, person, days),
        one_of(offence.stage, ("convicted",)),
        one_of(offence.category, ("serious",)),
        not_(exceptions_art_3_4_art_8(offence, person, days)),
    )


def art_3_1_(offence: Offence, person: Person, days: Days) -> Truth:
    """The unserved part of the main punishment is reduced by one quarter for a
    socially vulnerable person who is convicted of an especially serious crime.
    """
    return all_of(
        socially_vulnerable(offence, person, days),
        one_of(offence.stage, ("convicted",)),
        one_of(offence.category, ("especially_serious",)),
        not_(exceptions_art_3_4_art_8(offence, person, days)),
    )


def exceptions_art_3_4_art_8(offence: Offence, person: Person, days: Days) -> Truth:
    """Any of these applies: 3(4), 5(1), 5(2), 5(3), 5(4), 5(5), 5(6), 5(7), 5(8),
    5(9), 5(10), 5(11), 8.
    """
    return any_of(
        art_3_4(offence, person, days),
        art_5_1(offence, person, days),
        art_5_2(offence, person, days),
        art_5_3(offence, person, days),
        art_5_4(offence, person, days),
        art_5_5(offence, person, days),
        art_5_6(offence, person, days),
        art_5_7(offence, person, days),
        art_5_8(offence, person, days),
        art_5_9(offence, person, days),
        art_5_10(offence, person, days),
        art_5_11(offence, person, days),
        art_8(offence, person, days),
    )


def art_3_2(offence: Offence, person: Person, days: Days) -> Truth:
    """The unserved part of the main punishment is reduced by one fifth for a person
    who is convicted under Article 189 or 190 of the Criminal Code, if the damage is
    compensated in full and every civil claim is satisfied.
    """
    return all_of(
        one_of(offence.stage, ("convicted",)),
        under(
            offence.provision,
            (
                ProvisionRange(Provision((189,)), Provision((189,))),
                ProvisionRange(Provision((190,)), Provision((190,))),
            ),
        ),
        offence.damage_compensated_in_full,
        offence.civil_claims_satisfied,
        not_(exceptions_art_3_4_art_8(offence, person, days)),
    )


def art_3_3(offence: Offence, person: Person, days: Days) -> Truth:
    """The unserved part of the main punishment is reduced by one half for a person who
    is convicted of a crime of medium gravity.
    """
    return all_of(
        one_of(offence.stage, ("convicted",)),
        one_of(offence.category, ("medium",)),
        not_(exceptions_art_3_4_art_8(offence, person, days)),
    )


def art_3_4(offence: Offence, person: Person, days: Days) -> Truth:
    """Paragraphs 1 to 3 of this Article apply to an offence only if Article 2 does not
    apply to the offence.
    """
    return all_of(
        any_of(
            art_2_1_1(offence, person, days),
            art_2_1_2(offence, person, days),
            art_2_1_3(offence, person, days),
            art_2_2(offence, person, days),
        ),
        not_(exceptions_art_5_1_art_8(offence, person, days)),
    )


def art_3_6(offence: Offence, person: Person, days: Days) -> Truth:
    """The reduction in days is the unserved part of the term multiplied by the
    reduction, rounded up to a whole day.
    """
    return not_(exceptions_art_5_1_art_8(offence, person, days))


def unserved_part(offence: Offence, person: Person, days: Days) -> Any:
    """The unserved part of the term is the number of days from the effective day to
    the end of the term, and not less than zero.
    """
    return supplied_or(
        offence.unserved_part,
        lambda: largest(days_between(days.effective_day, offence.term_ends_on), 0),
    )


def art_4_2(offence: Offence, person: Person, days: Days) -> Truth:
    """A person remains obliged to compensate the damage if the offence caused damage
    and the damage is not compensated in full.
    """
    return all_of(offence.damage_caused, not_(offence.damage_compensated_in_full))


def art_5_1(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is a corruption crime;"""
    return all_of(
        some(1, person.offences, lambda offence_2: corruption_crime(offence_2, person, days)),
        none_of(art_8(offence, person, days)),
    )


def art_5_2(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is a terrorist crime;"""
    return all_of(
        some(1, person.offences, lambda offence_2: terrorist_crime(offence_2, person, days)),
        none_of(art_8(offence, person, days)),
    )


def art_5_3(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is an extremist crime or the offence has signs of extremism;"""
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: any_of(
                extremist_crime(offence_2, person, days),
                offence_2.signs_of_extremism,
            ),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_5_4(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is a crime against the sexual inviolability of a minor, unless the
    person had not reached the age of eighteen years on the day of the offence and
    the victim had reached the age of fourteen years but not of eighteen years;
    """
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: all_of(
                crime_against_minor(offence_2, person, days),
                not_(
                    all_of(
                        not_(
                            at_most(
                                after(
                                    person.date_of_birth,
                                    Period(18, 0, 0),
                                    month_end_up=True,
                                ),
                                offence_2.committed_on,
                            ),
                        ),
                        at_most(14, offence_2.victim_age),
                        before(offence_2.victim_age, 18),
                    ),
                ),
            ),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_5_5(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is under Article 146 of the Criminal Code;"""
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: under(
                offence_2.provision,
                (ProvisionRange(Provision((146,)), Provision((146,))),),
            ),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_5_6(offence: Offence, person: Person, days: Days) -> Truth:
    """the punishment was imposed for recidivism or dangerous recidivism;"""
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: one_of(offence_2.recidivism, ("recidivism", "dangerous")),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_5_7(offence: Offence, person: Person, days: Days) -> Truth:
    """the punishment is life imprisonment;"""
    return all_of(
        some(1, person.offences, lambda offence_2: offence_2.life_imprisonment),
        none_of(art_8(offence, person, days)),
    )


def art_5_8(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence was committed as part of a criminal group;"""
    return all_of(
        some(1, person.offences, lambda offence_2: offence_2.in_criminal_group),
        none_of(art_8(offence, person, days)),
    )


def art_5_9(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is under Article 185 of the Criminal Code;"""
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: under(
                offence_2.provision,
                (ProvisionRange(Provision((185,)), Provision((185,))),),
            ),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_5_10(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is under Article 107, 108-1 or 109-1 of the Criminal Code;"""
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: under(
                offence_2.provision,
                (
                    ProvisionRange(Provision((107,)), Provision((107,))),
                    ProvisionRange(Provision((108, 1)), Provision((108, 1))),
                    ProvisionRange(Provision((109, 1)), Provision((109, 1))),
                ),
            ),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_5_11(offence: Offence, person: Person, days: Days) -> Truth:
    """the offence is under Article 297 of the Criminal Code."""
    return all_of(
        some(
            1,
            person.offences,
            lambda offence_2: under(
                offence_2.provision,
                (ProvisionRange(Provision((297,)), Provision((297,))),),
            ),
        ),
        none_of(art_8(offence, person, days)),
    )


def art_8(offence: Offence, person: Person, days: Days) -> Truth:
    """Articles 2, 3 and 5 apply to an offence only if the offence was committed before
    the effective day.
    """
    return not_(before(offence.committed_on, days.effective_day))


def corruption_crime(offence: Offence, person: Person, days: Days) -> Truth:
    """a corruption crime means any of the following:"""
    return established(
        offence.corruption_crime,
        lambda: any_of(
            kz_criminal_ins_code_art_3_29_a(offence, person, days),
            kz_criminal_ins_code_art_3_29_b(offence, person, days),
        ),
    )


def kz_criminal_ins_code_art_3_29_a(offence: Offence, person: Person, days: Days) -> Truth:
    """an offence under point 2) of part three of Article 189, point 2) of part three
    of Article 190, point 1) of part three of Article 218, point 1) of part four of
    Article 218-1, point 1) of part three of Article 234, point 2) of part three of
    Article 249, Article 361, point 3) of part four of Article 362, Articles 364 to
    370, Article 450, point 2) of part two of Article 451 or Article 452 of this
    Code; or
    """
    return known(
        under(
            offence.provision,
            (
                ProvisionRange(Provision((189,), (3,), (2,)), Provision((189,), (3,), (2,))),
                ProvisionRange(Provision((190,), (3,), (2,)), Provision((190,), (3,), (2,))),
                ProvisionRange(Provision((218,), (3,), (1,)), Provision((218,), (3,), (1,))),
                ProvisionRange(
                    Provision((218, 1), (4,), (1,)),
                    Provision((218, 1), (4,), (1,)),
                ),
                ProvisionRange(Provision((234,), (3,), (1,)), Provision((234,), (3,), (1,))),
                ProvisionRange(Provision((249,), (3,), (2,)), Provision((249,), (3,), (2,))),
                ProvisionRange(Provision((361,)), Provision((361,))),
                ProvisionRange(Provision((362,), (4,), (3,)), Provision((362,), (4,), (3,))),
                ProvisionRange(Provision((364,)), Provision((370,))),
                ProvisionRange(Provision((450,)), Provision((450,))),
                ProvisionRange(Provision((451,), (2,), (2,)), Provision((451,), (2,), (2,))),
                ProvisionRange(Provision((452,)), Provision((452,))),
            ),
        ),
    )


def kz_criminal_ins_code_art_3_29_b(offence: Offence, person: Person, days: Days) -> Truth:
    """an offence under part four of Article 189 or part four of Article 190 of this
    Code that was committed with the use of official position by a person equated to
    one authorised to perform state functions;
    """
    return all_of(
        under(
            offence.provision,
            (
                ProvisionRange(Provision((189,), (4,)), Provision((189,), (4,))),
                ProvisionRange(Provision((190,), (4,)), Provision((190,), (4,))),
            ),
        ),
        offence.official_position_used,
    )


def terrorist_crime(offence: Offence, person: Person, days: Days) -> Truth:
    """a terrorist crime means an offence under Articles 170, 171, 173, 177, 178, 184,
    255 to 261, 269 or 270 of this Code;
    """
    return established(
        offence.terrorist_crime,
        lambda: known(
            under(
                offence.provision,
                (
                    ProvisionRange(Provision((170,)), Provision((170,))),
                    ProvisionRange(Provision((171,)), Provision((171,))),
                    ProvisionRange(Provision((173,)), Provision((173,))),
                    ProvisionRange(Provision((177,)), Provision((177,))),
                    ProvisionRange(Provision((178,)), Provision((178,))),
                    ProvisionRange(Provision((184,)), Provision((184,))),
                    ProvisionRange(Provision((255,)), Provision((261,))),
                    ProvisionRange(Provision((269,)), Provision((269,))),
                    ProvisionRange(Provision((270,)), Provision((270,))),
                ),
            ),
        ),
    )


def extremist_crime(offence: Offence, person: Person, days: Days) -> Truth:
    """an extremist crime means an offence under Articles 174, 179 to 182, 184, 258 to
    260, 267, parts two and three of Article 404 or Article 405 of this Code;
    """
    return established(
        offence.extremist_crime,
        lambda: known(
            under(
                offence.provision,
                (
                    ProvisionRange(Provision((174,)), Provision((174,))),
                    ProvisionRange(Provision((179,)), Provision((182,))),
                    ProvisionRange(Provision((184,)), Provision((184,))),
                    ProvisionRange(Provision((258,)), Provision((260,))),
                    ProvisionRange(Provision((267,)), Provision((267,))),
                    ProvisionRange(Provision((404,), (2,)), Provision((404,), (2,))),
                    ProvisionRange(Provision((404,), (3,)), Provision((404,), (3,))),
                    ProvisionRange(Provision((405,)), Provision((405,))),
                ),
            ),
        ),
    )


def crime_against_minor(offence: Offence, person: Person, days: Days) -> Truth:
    """a crime against the sexual inviolability of a minor means an offence under
    Articles 120 to 124, 134, 144 or parts two and three of Article 312 of this Code
    that was committed against a minor.
    """
    return established(
        offence.crime_against_minor,
        lambda: all_of(
            under(
                offence.provision,
                (
                    ProvisionRange(Provision((120,)), Provision((124,))),
                    ProvisionRange(Provision((134,)), Provision((134,))),
                    ProvisionRange(Provision((144,)), Provision((144,))),
                    ProvisionRange(Provision((312,), (2,)), Provision((312,), (2,))),
                    ProvisionRange(Provision((312,), (3,)), Provision((312,), (3,))),
                ),
            ),
            before(offence.victim_age, 18),
        ),
    )


def outcome(offence: Offence, person: Person, days: Days) -> Any:
    """What is decided under `outcome`, before cases are tried."""
    return decided(
        "one",
        "not_covered",
        offence.outcome,
        (
            all_of(art_2_1_1(offence, person, days), one_of(offence.stage, ("open",))),
            "released_from_liability",
        ),
        (
            all_of(art_2_1_1(offence, person, days), one_of(offence.stage, ("convicted",))),
            "released_from_main_punishment",
        ),
        (
            all_of(art_2_1_2(offence, person, days), one_of(offence.stage, ("open",))),
            "released_from_liability",
        ),
        (
            all_of(art_2_1_2(offence, person, days), one_of(offence.stage, ("convicted",))),
            "released_from_main_punishment",
        ),
        (
            all_of(art_2_1_3(offence, person, days), one_of(offence.stage, ("open",))),
            "released_from_liability",
        ),
        (
            all_of(art_2_1_3(offence, person, days), one_of(offence.stage, ("convicted",))),
            "released_from_main_punishment",
        ),
        (art_2_2(offence, person, days), "released_from_main_punishment"),
        (art_3_1(offence, person, days), "reduced"),
        (art_3_1_(offence, person, days), "reduced"),
        (art_3_2(offence, person, days), "reduced"),
        (art_3_3(offence, person, days), "reduced"),
        (art_5_1(offence, person, days), "excluded"),
        (art_5_2(offence, person, days), "excluded"),
        (art_5_3(offence, person, days), "excluded"),
        (art_5_4(offence, person, days), "excluded"),
        (art_5_5(offence, person, days), "excluded"),
        (art_5_6(offence, person, days), "excluded"),
        (art_5_7(offence, person, days), "excluded"),
        (art_5_8(offence, person, days), "excluded"),
        (art_5_9(offence, person, days), "excluded"),
        (art_5_10(offence, person, days), "excluded"),
        (art_5_11(offence, person, days), "excluded"),
    )


def reduction(offence: Offence, person: Person, days: Days) -> Any:
    """What is decided under `reduction`, before cases are tried."""
    return decided(
        "largest",
        NOTHING,
        offence.reduction,
        (art_3_1(offence, person, days), Fraction(1, 3)),
        (art_3_1_(offence, person, days), Fraction(1, 4)),
        (art_3_2(offence, person, days), Fraction(1, 5)),
        (art_3_3(offence, person, days), Fraction(1, 2)),
    )


def days_off(offence: Offence, person: Person, days: Days) -> Any:
    """What is decided under `days_off`, before cases are tried."""
    return decided(
        "one",
        NOTHING,
        offence.days_off,
        (
            art_3_6(offence, person, days),
            rounded(
                product(
                    unserved_part(offence, person, days),
                    spoken_of(reduction(offence, person, days)),
                ),
                "up",
                Fraction(1),
            ),
        ),
    )


def obliged_to_compensate(offence: Offence, person: Person, days: Days) -> Any:
    """What is decided under `obliged_to_compensate`, before cases are tried."""
    return decided(
        "one",
        False,
        offence.obliged_to_compensate,
        (art_4_2(offence, person, days), True),
    )


PROVISIONS: dict[str, Question] = {
    "1(1)(1)": Question(("offence", "person"), (art_1_1_1, 0)),
    "1(1)(2)": Question(("offence", "person"), (art_1_1_2, 0)),
    "1(1)(3)": Question(("offence", "person"), (art_1_1_3, 0)),
    "1(1)(4)": Question(("offence", "person"), (art_1_1_4, 0)),
    "1(1)(5)": Question(("offence", "person"), (art_1_1_5, 0)),
    "1(1)(5)(a)": Question(("offence", "person"), (art_1_1_5_a, 0)),
    "1(1)(5)(b)": Question(("offence", "person"), (art_1_1_5_b, 0)),
    "1(1)(6)": Question(("offence", "person"), (art_1_1_6, 0)),
    "1(1)(6)(a)": Question(("offence", "person"), (art_1_1_6_a, 0)),
    "1(1)(6)(b)": Question(("offence", "person"), (art_1_1_6_b, 0)),
    "1(1)(7)": Question(("offence", "person"), (art_1_1_7, 0)),
    "2(1)(1)": Question(("offence", "person"), (art_2_1_1, 0)),
    "2(1)(2)": Question(("offence", "person"), (art_2_1_2, 0)),
    "2(1)(2)(a)": Question(("offence", "person"), (art_2_1_2_a, 0)),
    "2(1)(2)(b)": Question(("offence", "person"), (art_2_1_2_b, 0)),
    "2(1)(2)(c)": Question(("offence", "person"), (art_2_1_2_c, 0)),
    "2(1)(3)": Question(("offence", "person"), (art_2_1_3, 0)),
    "2(2)": Question(("offence", "person"), (art_2_2, 0)),
    "3(1)": Question(("offence", "person"), (art_3_1, 0), (art_3_1_, 0)),
    "3(2)": Question(("offence", "person"), (art_3_2, 0)),
    "3(3)": Question(("offence", "person"), (art_3_3, 0)),
    "3(4)": Question(("offence", "person"), (art_3_4, 0)),
    "3(6)": Question(("offence", "person"), (art_3_6, 0)),
    "4(2)": Question(("offence", "person"), (art_4_2, 0)),
    "5(1)": Question(("offence", "person"), (art_5_1, 0)),
    "5(2)": Question(("offence", "person"), (art_5_2, 0)),
    "5(3)": Question(("offence", "person"), (art_5_3, 0)),
    "5(4)": Question(("offence", "person"), (art_5_4, 0)),
    "5(5)": Question(("offence", "person"), (art_5_5, 0)),
    "5(6)": Question(("offence", "person"), (art_5_6, 0)),
    "5(7)": Question(("offence", "person"), (art_5_7, 0)),
    "5(8)": Question(("offence", "person"), (art_5_8, 0)),
    "5(9)": Question(("offence", "person"), (art_5_9, 0)),
    "5(10)": Question(("offence", "person"), (art_5_10, 0)),
    "5(11)": Question(("offence", "person"), (art_5_11, 0)),
    "8": Question(("offence", "person"), (art_8, 0)),
    "the Criminal Code, 3(29)(a)": Question(
        ("offence", "person"),
        (kz_criminal_ins_code_art_3_29_a, 0),
    ),
    "the Criminal Code, 3(29)(b)": Question(
        ("offence", "person"),
        (kz_criminal_ins_code_art_3_29_b, 0),
    ),
}
