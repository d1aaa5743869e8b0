"""Slots of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import NOTHING, largest, spoken_of
from lawc.runtime.lookups import ProvisionLists, Shifts
from lawc.runtime.values import Period, Provision, ProvisionRange, Truth

from .facts import (
    Category,
    DisabilityGroup,
    Held,
    Outcome,
    Recidivism,
    Sex,
    Stage,
    pregnant_on_effective_day_of_person,
    sex_of_person,
)

KINDS = (("person", "", ""), ("offence", "person", "offences"), ("child", "person", "children"))

SHIFTS_1 = Shifts(Period(18, 0, 0), month_end_up=True)
FEMALE_2 = Sex.FEMALE
SHIFTS_3 = Shifts(Period(50, 0, 0), month_end_up=True)
MALE_4 = Sex.MALE
SHIFTS_5 = Shifts(Period(60, 0, 0), month_end_up=True)
FIRST_6 = DisabilityGroup.FIRST
SECOND_7 = DisabilityGroup.SECOND
SHIFTS_8 = Shifts(Period(1, 0, 0), month_end_up=True)
RECIDIVISM_9 = Recidivism.RECIDIVISM
DANGEROUS_10 = Recidivism.DANGEROUS
MISDEMEANOUR_11 = Category.MISDEMEANOUR
MINOR_12 = Category.MINOR
MEDIUM_13 = Category.MEDIUM
CONVICTED_14 = Stage.CONVICTED
SERIOUS_15 = Category.SERIOUS
ESPECIALLY_SERIOUS_16 = Category.ESPECIALLY_SERIOUS
OPEN_17 = Stage.OPEN
VALUE_18 = Fraction(1, 3)
VALUE_19 = Fraction(1, 4)
VALUE_20 = Fraction(1, 5)
VALUE_21 = Fraction(1, 2)
NOT_COVERED_22 = Outcome.NOT_COVERED
EXCLUDED_23 = Outcome.EXCLUDED
RELEASED_FROM_LIABILITY_24 = Outcome.RELEASED_FROM_LIABILITY
RELEASED_FROM_MAIN_PUNISHMENT_25 = Outcome.RELEASED_FROM_MAIN_PUNISHMENT
REDUCED_26 = Outcome.REDUCED
NONE_27 = Recidivism.NONE
VALUE_28 = date(1950, 1, 1)
VALUE_29 = date(2100, 1, 1)
VALUE_30 = date(1977, 1, 1)
VALUE_31 = date(2010, 1, 1)
NONE_32 = DisabilityGroup.NONE
THIRD_33 = DisabilityGroup.THIRD
IN_CUSTODY_34 = Held.IN_CUSTODY
ON_PROBATION_35 = Held.ON_PROBATION
UNDER_INVESTIGATION_36 = Held.UNDER_INVESTIGATION
VALUE_37 = Provision((1,), (1,), (1,))
VALUE_38 = Provision((189,), (3,), (2,))
VALUE_39 = Provision((190,), (3,), (2,))
VALUE_40 = Provision((218,), (3,), (1,))
VALUE_41 = Provision((218, 1), (4,), (1,))
VALUE_42 = Provision((234,), (3,), (1,))
VALUE_43 = Provision((249,), (3,), (2,))
VALUE_44 = Provision((361,), (1,), (1,))
VALUE_45 = Provision((362,), (4,), (3,))
VALUE_46 = Provision((364,), (1,), (1,))
VALUE_47 = Provision((450,), (1,), (1,))
VALUE_48 = Provision((451,), (2,), (2,))
VALUE_49 = Provision((452,), (1,), (1,))
VALUE_50 = Provision((189,), (4,), (1,))
VALUE_51 = Provision((190,), (4,), (1,))
VALUE_52 = Provision((170,), (1,), (1,))
VALUE_53 = Provision((171,), (1,), (1,))
VALUE_54 = Provision((173,), (1,), (1,))
VALUE_55 = Provision((177,), (1,), (1,))
VALUE_56 = Provision((178,), (1,), (1,))
VALUE_57 = Provision((184,), (1,), (1,))
VALUE_58 = Provision((255,), (1,), (1,))
VALUE_59 = Provision((269,), (1,), (1,))
VALUE_60 = Provision((270,), (1,), (1,))
VALUE_61 = Provision((174,), (1,), (1,))
VALUE_62 = Provision((179,), (1,), (1,))
VALUE_63 = Provision((258,), (1,), (1,))
VALUE_64 = Provision((267,), (1,), (1,))
VALUE_65 = Provision((404,), (2,), (1,))
VALUE_66 = Provision((404,), (3,), (1,))
VALUE_67 = Provision((405,), (1,), (1,))
VALUE_68 = Provision((120,), (1,), (1,))
VALUE_69 = Provision((134,), (1,), (1,))
VALUE_70 = Provision((144,), (1,), (1,))
VALUE_71 = Provision((312,), (2,), (1,))
VALUE_72 = Provision((312,), (3,), (1,))
VALUE_73 = Provision((146,), (1,), (1,))
VALUE_74 = Provision((185,), (1,), (1,))
VALUE_75 = Provision((107,), (1,), (1,))
VALUE_76 = Provision((108, 1), (1,), (1,))
VALUE_77 = Provision((109, 1), (1,), (1,))
VALUE_78 = Provision((297,), (1,), (1,))
VALUE_79 = Provision((189,), (1,), (1,))
VALUE_80 = Provision((190,), (1,), (1,))
LISTS_1 = ProvisionLists(
    (
        ProvisionRange(Provision((189,), (3,), (2,)), Provision((189,), (3,), (2,))),
        ProvisionRange(Provision((190,), (3,), (2,)), Provision((190,), (3,), (2,))),
        ProvisionRange(Provision((218,), (3,), (1,)), Provision((218,), (3,), (1,))),
        ProvisionRange(Provision((218, 1), (4,), (1,)), Provision((218, 1), (4,), (1,))),
        ProvisionRange(Provision((234,), (3,), (1,)), Provision((234,), (3,), (1,))),
        ProvisionRange(Provision((249,), (3,), (2,)), Provision((249,), (3,), (2,))),
        ProvisionRange(Provision((361,)), Provision((361,))),
        ProvisionRange(Provision((362,), (4,), (3,)), Provision((362,), (4,), (3,))),
        ProvisionRange(Provision((364,)), Provision((370,))),
        ProvisionRange(Provision((450,)), Provision((450,))),
        ProvisionRange(Provision((451,), (2,), (2,)), Provision((451,), (2,), (2,))),
        ProvisionRange(Provision((452,)), Provision((452,))),
    ),
    (
        ProvisionRange(Provision((189,), (4,)), Provision((189,), (4,))),
        ProvisionRange(Provision((190,), (4,)), Provision((190,), (4,))),
    ),
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
    (
        ProvisionRange(Provision((120,)), Provision((124,))),
        ProvisionRange(Provision((134,)), Provision((134,))),
        ProvisionRange(Provision((144,)), Provision((144,))),
        ProvisionRange(Provision((312,), (2,)), Provision((312,), (2,))),
        ProvisionRange(Provision((312,), (3,)), Provision((312,), (3,))),
    ),
    (ProvisionRange(Provision((146,)), Provision((146,))),),
    (ProvisionRange(Provision((185,)), Provision((185,))),),
    (
        ProvisionRange(Provision((107,)), Provision((107,))),
        ProvisionRange(Provision((108, 1)), Provision((108, 1))),
        ProvisionRange(Provision((109, 1)), Provision((109, 1))),
    ),
    (ProvisionRange(Provision((297,)), Provision((297,))),),
    (
        ProvisionRange(Provision((189,)), Provision((189,))),
        ProvisionRange(Provision((190,)), Provision((190,))),
    ),
)


def person_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 25 of one person."""
    s0 = thing.covered_by_law_on_veterans
    s1 = thing.date_of_birth
    if s1 is None:
        s2: Any = None
    else:
        s2 = SHIFTS_1[s1]
    s3 = sex_of_person(thing)
    s4: Truth = s3 is FEMALE_2
    if s3 is None:
        s4 = None
    if s1 is None:
        s5: Any = None
    else:
        s5 = SHIFTS_3[s1]
    s6 = days.effective_day
    s7 = None if s5 is None or s6 is None else s5 <= s6
    s8: Truth = s4 and s7
    if s8 is None and s7 is False:
        s8 = False
    s9: Truth = s3 is MALE_4
    if s3 is None:
        s9 = None
    if s1 is None:
        s10: Any = None
    else:
        s10 = SHIFTS_5[s1]
    s11 = None if s10 is None or s6 is None else s10 <= s6
    s12: Truth = s9 and s11
    if s12 is None and s11 is False:
        s12 = False
    s13: Truth = s8 or s12
    if s13 is False and s8 is None:
        s13 = None
    s14 = pregnant_on_effective_day_of_person(thing)
    s15: Truth = s4 and s14
    if s15 is None and s14 is False:
        s15 = False
    s16 = thing.deprived_of_parental_rights
    s17 = None if s16 is None else not s16
    s18 = thing.dependant_with_disability_at_offence_and_conviction
    s19 = thing.only_parent
    s20 = thing.disability_group
    s21: Truth = s20 is FIRST_6 or s20 is SECOND_7
    if s20 is None:
        s21 = None
    s22 = thing.disability_recognised_on
    s23 = None if s22 is None or s6 is None else s22 < s6
    s24: Truth = s21 and s23
    if s24 is None and s23 is False:
        s24 = False
    if s6 is None:
        s25: Any = None
    else:
        s25 = SHIFTS_8[s6]
    own += (
        s0,
        s1,
        s2,
        s3,
        s4,
        s5,
        s6,
        s7,
        s8,
        s9,
        s10,
        s11,
        s12,
        s13,
        s14,
        s15,
        s16,
        s17,
        s18,
        s19,
        s20,
        s21,
        s22,
        s23,
        s24,
        s25,
    )


def offence_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 91 of one offence."""
    s0 = thing.committed_on
    s1 = line[0][2]
    s2 = None if s1 is None or s0 is None else s1 <= s0
    s3 = None if s2 is None else not s2
    s4 = line[0][0]
    s5 = line[0][13]
    s6 = line[0][15]
    s7 = line[0][24]
    s8 = thing.provision
    l8 = LISTS_1[s8]
    s9 = True if l8 & 2 else None if l8 & 1 else False
    s10 = True if l8 & 8 else None if l8 & 4 else False
    s11 = thing.official_position_used
    s12: Truth = s10 and s11
    if s12 is None and s11 is False:
        s12 = False
    s13: Truth = s9 or s12
    if s13 is False and s9 is None:
        s13 = None
    # concept corruption_crime
    s14 = thing.corruption_crime
    if s14 is None:
        s14 = s13
    s15 = True if l8 & 32 else None if l8 & 16 else False
    # concept terrorist_crime
    s16 = thing.terrorist_crime
    if s16 is None:
        s16 = s15
    s17 = True if l8 & 128 else None if l8 & 64 else False
    # concept extremist_crime
    s18 = thing.extremist_crime
    if s18 is None:
        s18 = s17
    s19 = True if l8 & 512 else None if l8 & 256 else False
    s20 = thing.victim_age
    s22 = None if s20 is None else s20 < 18
    s23: Truth = s19 and s22
    if s23 is None and s22 is False:
        s23 = False
    # concept crime_against_minor
    s24 = thing.crime_against_minor
    if s24 is None:
        s24 = s23
    s25 = thing.term_ends_on
    s26 = days.effective_day
    if s26 is None or s25 is None:
        s27: Any = None
    else:
        s27 = (s25 - s26).days
    if s27 is None:
        s29: Any = None
    else:
        s29 = max(s27, 0)
    # quantity unserved_part
    s31 = thing.unserved_part
    if s31 is None:
        s31 = s29
    s32 = None if s0 is None or s26 is None else s0 < s26
    s33 = None if s32 is None else not s32
    # 8
    s35: Truth = s33
    s36 = thing.damage_caused
    s37 = thing.damage_compensated_in_full
    s38 = None if s37 is None else not s37
    s39: Truth = s36 and s38
    if s39 is None and s38 is False:
        s39 = False
    # 4(2)
    s40: Truth = s39
    s41 = thing.signs_of_extremism
    s42: Truth = s18 or s41
    if s42 is False and s18 is None:
        s42 = None
    s44 = None if s20 is None else s20 >= 14
    s45: Truth = s44 and s22
    if s45 is None and s22 is False:
        s45 = False
    s46: Truth = s3 and s45
    if s46 is None and s45 is False:
        s46 = False
    s47 = None if s46 is None else not s46
    s48: Truth = s24 and s47
    if s48 is None and s47 is False:
        s48 = False
    s49 = True if l8 & 2048 else None if l8 & 1024 else False
    s50 = thing.recidivism
    s51: Truth = s50 is RECIDIVISM_9 or s50 is DANGEROUS_10
    if s50 is None:
        s51 = None
    s52 = thing.life_imprisonment
    s53 = thing.in_criminal_group
    s54 = True if l8 & 8192 else None if l8 & 4096 else False
    s55 = True if l8 & 32768 else None if l8 & 16384 else False
    s56 = True if l8 & 131072 else None if l8 & 65536 else False
    # decision obliged_to_compensate
    s57 = None
    s58 = thing.category
    s59: Truth = s58 is MISDEMEANOUR_11 or s58 is MINOR_12
    if s58 is None:
        s59 = None
    s60: Truth = s58 is MEDIUM_13
    if s58 is None:
        s60 = None
    s61 = None if s36 is None else not s36
    s62 = thing.civil_claim_brought
    s63 = None if s62 is None else not s62
    s64: Truth = s61 or s37 or s63
    if s64 is False and (s61 is None or s37 is None):
        s64 = None
    s65: Truth = s60 and s64
    if s65 is None and s64 is False:
        s65 = False
    s66 = thing.stage
    s67: Truth = s66 is CONVICTED_14
    if s66 is None:
        s67 = None
    s68: Truth = s67 and s60
    if s68 is None and s60 is False:
        s68 = False
    s69 = thing.negative_behaviour
    s70 = None if s69 is None else not s69
    s71 = line[0][25]
    s72 = None if s25 is None or s71 is None else s25 <= s71
    s73: Truth = s68 and s70 and s72
    if s73 is None and (s70 is False or s72 is False):
        s73 = False
    s74: Truth = s58 is SERIOUS_15
    if s58 is None:
        s74 = None
    s75: Truth = s67 and s74
    if s75 is None and s74 is False:
        s75 = False
    s76: Truth = s58 is ESPECIALLY_SERIOUS_16
    if s58 is None:
        s76 = None
    s77: Truth = s67 and s76
    if s77 is None and s76 is False:
        s77 = False
    s78 = True if l8 & 524288 else None if l8 & 262144 else False
    s79: Truth = s67 and s78
    if s79 is None and s78 is False:
        s79 = False
    s80 = thing.civil_claims_satisfied
    s81: Truth = s37 and s80
    if s81 is None and s80 is False:
        s81 = False
    s82: Truth = s79 and s81
    if s82 is None and s81 is False:
        s82 = False
    s83: Truth = s66 is OPEN_17
    if s66 is None:
        s83 = None
    own += (
        s0,
        s1,
        s2,
        s3,
        s4,
        s5,
        s6,
        s7,
        s8,
        s9,
        s10,
        s11,
        s12,
        s13,
        s14,
        s15,
        s16,
        s17,
        s18,
        s19,
        s20,
        18,
        s22,
        s23,
        s24,
        s25,
        s26,
        s27,
        0,
        s29,
        True,
        s31,
        s32,
        s33,
        False,
        s35,
        s36,
        s37,
        s38,
        s39,
        s40,
        s41,
        s42,
        14,
        s44,
        s45,
        s46,
        s47,
        s48,
        s49,
        s50,
        s51,
        s52,
        s53,
        s54,
        s55,
        s56,
        s57,
        s58,
        s59,
        s60,
        s61,
        s62,
        s63,
        s64,
        s65,
        s66,
        s67,
        s68,
        s69,
        s70,
        s71,
        s72,
        s73,
        s74,
        s75,
        s76,
        s77,
        s78,
        s79,
        s80,
        s81,
        s82,
        s83,
        "released_from_liability",
        "released_from_main_punishment",
        "reduced",
        "excluded",
        VALUE_18,
        VALUE_19,
        VALUE_20,
        VALUE_21,
    )


def child_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 5 of one child."""
    s0 = thing.date_of_birth
    s1 = days.effective_day
    s2 = None if s0 is None or s1 is None else s0 <= s1
    if s0 is None:
        s3: Any = None
    else:
        s3 = SHIFTS_1[s0]
    s4 = None if s3 is None or s1 is None else s3 > s1
    s5: Truth = s2 and s4
    if s5 is None and s4 is False:
        s5 = False
    own += (s0, s1, s2, s3, s4, s5)


def person_slots_26(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 26 to 44 of one person."""
    group = members["child"]
    if group is None:
        s26: Any = None
    else:
        parts = [one[5] for one in group]
        s26 = True if True in parts else None if None in parts else False
    s27: Truth = s26 or own[18]
    if s27 is False and s26 is None:
        s27 = None
    s28: Truth = own[17] and s27
    if s28 is None and s27 is False:
        s28 = False
    s29: Truth = own[4] and s28
    if s29 is None and s28 is False:
        s29 = False
    s30: Truth = own[19] and s26
    if s30 is None and s26 is False:
        s30 = False
    s31: Truth = s30 or own[18]
    if s31 is False and s30 is None:
        s31 = None
    s32: Truth = own[17] and s31
    if s32 is None and s31 is False:
        s32 = False
    s33: Truth = own[9] and s32
    if s33 is None and s32 is False:
        s33 = False
    group = members["offence"]
    if group is None:
        s34: Any = None
    else:
        parts = [one[14] for one in group]
        s34 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s35: Any = None
    else:
        parts = [one[16] for one in group]
        s35 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s36: Any = None
    else:
        parts = [one[42] for one in group]
        s36 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s37: Any = None
    else:
        parts = [one[48] for one in group]
        s37 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s38: Any = None
    else:
        parts = [one[49] for one in group]
        s38 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s39: Any = None
    else:
        parts = [one[51] for one in group]
        s39 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s40: Any = None
    else:
        parts = [one[52] for one in group]
        s40 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s41: Any = None
    else:
        parts = [one[53] for one in group]
        s41 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s42: Any = None
    else:
        parts = [one[54] for one in group]
        s42 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s43: Any = None
    else:
        parts = [one[55] for one in group]
        s43 = True if True in parts else None if None in parts else False
    group = members["offence"]
    if group is None:
        s44: Any = None
    else:
        parts = [one[56] for one in group]
        s44 = True if True in parts else None if None in parts else False
    own += (
        s26,
        s27,
        s28,
        s29,
        s30,
        s31,
        s32,
        s33,
        s34,
        s35,
        s36,
        s37,
        s38,
        s39,
        s40,
        s41,
        s42,
        s43,
        s44,
    )


def offence_slots_92(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 92 to 148 of one offence."""
    s92 = line[0][29]
    s93 = line[0][33]
    s94: Truth = own[4] or own[3] or own[5] or own[6] or s92 or s93 or own[7]
    if s94 is False and (
        own[4] is None
        or own[3] is None
        or own[5] is None
        or own[6] is None
        or s92 is None
        or s93 is None
    ):
        s94 = None
    # concept socially_vulnerable
    s95 = thing.socially_vulnerable
    if s95 is None:
        s95 = s94
    s96 = line[0][34]
    # 5(1)
    s97: Truth = s96
    if s97 is not False and own[35] is not False:
        s97 = False if own[35] else None
    s98 = line[0][35]
    # 5(2)
    s99: Truth = s98
    if s99 is not False and own[35] is not False:
        s99 = False if own[35] else None
    s100 = line[0][36]
    # 5(3)
    s101: Truth = s100
    if s101 is not False and own[35] is not False:
        s101 = False if own[35] else None
    s102 = line[0][37]
    # 5(4)
    s103: Truth = s102
    if s103 is not False and own[35] is not False:
        s103 = False if own[35] else None
    s104 = line[0][38]
    # 5(5)
    s105: Truth = s104
    if s105 is not False and own[35] is not False:
        s105 = False if own[35] else None
    s106 = line[0][39]
    # 5(6)
    s107: Truth = s106
    if s107 is not False and own[35] is not False:
        s107 = False if own[35] else None
    s108 = line[0][40]
    # 5(7)
    s109: Truth = s108
    if s109 is not False and own[35] is not False:
        s109 = False if own[35] else None
    s110 = line[0][41]
    # 5(8)
    s111: Truth = s110
    if s111 is not False and own[35] is not False:
        s111 = False if own[35] else None
    s112 = line[0][42]
    # 5(9)
    s113: Truth = s112
    if s113 is not False and own[35] is not False:
        s113 = False if own[35] else None
    s114 = line[0][43]
    # 5(10)
    s115: Truth = s114
    if s115 is not False and own[35] is not False:
        s115 = False if own[35] else None
    s116 = line[0][44]
    # 5(11)
    s117: Truth = s116
    if s117 is not False and own[35] is not False:
        s117 = False if own[35] else None
    s118: Truth = (
        s97
        or s99
        or s101
        or s103
        or s105
        or s107
        or s109
        or s111
        or s113
        or s115
        or s117
        or own[35]
    )
    if s118 is False and (
        s97 is None
        or s99 is None
        or s101 is None
        or s103 is None
        or s105 is None
        or s107 is None
        or s109 is None
        or s111 is None
        or s113 is None
        or s115 is None
        or s117 is None
    ):
        s118 = None
    # 2(1)(1)
    s119: Truth = own[59]
    if s119 is not False and s118 is not False:
        s119 = False if s118 else None
    # 2(1)(2)
    s120: Truth = own[65]
    if s120 is not False and s118 is not False:
        s120 = False if s118 else None
    s121: Truth = s95 and own[60]
    if s121 is None and own[60] is False:
        s121 = False
    # 2(1)(3)
    s122: Truth = s121
    if s122 is not False and s118 is not False:
        s122 = False if s118 else None
    # 2(2)
    s123: Truth = own[73]
    if s123 is not False and s118 is not False:
        s123 = False if s118 else None
    # 3(6)
    s124: Truth = True
    if s124 is not False and s118 is not False:
        s124 = False if s118 else None
    s125: Truth = s119 or s120 or s122 or s123
    if s125 is False and (s119 is None or s120 is None or s122 is None):
        s125 = None
    s126 = None if s125 is None else not s125
    s127 = None if s126 is None else not s126
    # 3(4)
    s128: Truth = s127
    if s128 is not False and s118 is not False:
        s128 = False if s118 else None
    s129: Truth = s95 and own[75]
    if s129 is None and own[75] is False:
        s129 = False
    s130: Truth = (
        s128
        or s97
        or s99
        or s101
        or s103
        or s105
        or s107
        or s109
        or s111
        or s113
        or s115
        or s117
        or own[35]
    )
    if s130 is False and (
        s128 is None
        or s97 is None
        or s99 is None
        or s101 is None
        or s103 is None
        or s105 is None
        or s107 is None
        or s109 is None
        or s111 is None
        or s113 is None
        or s115 is None
        or s117 is None
    ):
        s130 = None
    # 3(1)
    s131: Truth = s129
    if s131 is not False and s130 is not False:
        s131 = False if s130 else None
    s132: Truth = s95 and own[77]
    if s132 is None and own[77] is False:
        s132 = False
    # 3(1)
    s133: Truth = s132
    if s133 is not False and s130 is not False:
        s133 = False if s130 else None
    # 3(2)
    s134: Truth = own[82]
    if s134 is not False and s130 is not False:
        s134 = False if s130 else None
    # 3(3)
    s135: Truth = own[68]
    if s135 is not False and s130 is not False:
        s135 = False if s130 else None
    s136: Truth = s119 and own[83]
    if s136 is None and own[83] is False:
        s136 = False
    s137: Truth = s119 and own[67]
    if s137 is None and own[67] is False:
        s137 = False
    s138: Truth = s120 and own[83]
    if s138 is None and own[83] is False:
        s138 = False
    s139: Truth = s120 and own[67]
    if s139 is None and own[67] is False:
        s139 = False
    s140: Truth = s122 and own[83]
    if s140 is None and own[83] is False:
        s140 = False
    s141: Truth = s122 and own[67]
    if s141 is None and own[67] is False:
        s141 = False
    # decision outcome
    s142 = None
    # decision reduction
    s143 = decided(
        "largest",
        NOTHING,
        thing.reduction,
        (s131, VALUE_18),
        (s133, VALUE_19),
        (s134, VALUE_20),
        (s135, VALUE_21),
    )
    s144 = spoken_of(s143)
    if s144 is NOTHING:
        s145: Any = NOTHING
    elif own[31] is None or s144 is None:
        s145 = None
    else:
        s145 = own[31] * s144
    if s145 is NOTHING:
        s146: Any = NOTHING
    elif s145 is None:
        s146 = None
    else:
        s146 = -(-s145.numerator // s145.denominator)
    # decision days_off
    s147 = None
    s148: Truth = s131 or s133
    if s148 is False and s131 is None:
        s148 = None
    own += (
        s92,
        s93,
        s94,
        s95,
        s96,
        s97,
        s98,
        s99,
        s100,
        s101,
        s102,
        s103,
        s104,
        s105,
        s106,
        s107,
        s108,
        s109,
        s110,
        s111,
        s112,
        s113,
        s114,
        s115,
        s116,
        s117,
        s118,
        s119,
        s120,
        s121,
        s122,
        s123,
        s124,
        s125,
        s126,
        s127,
        s128,
        s129,
        s130,
        s131,
        s132,
        s133,
        s134,
        s135,
        s136,
        s137,
        s138,
        s139,
        s140,
        s141,
        s142,
        s143,
        s144,
        s145,
        s146,
        s147,
        s148,
    )


PHASES = (
    ("person", person_slots_0),
    ("offence", offence_slots_0),
    ("child", child_slots_0),
    ("person", person_slots_26),
    ("offence", offence_slots_92),
)
