"""Slots of UNITED STATES CODE, TITLE 26 Tax on the income of individuals

Written by lawc 0.1.0 from us/income-tax/en.law.
Do not edit: change the statute and run `lawc build`.
"""

# mypy: disable-error-code="comparison-overlap"
# pyright: reportGeneralTypeIssues=false

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from lawc.runtime.combining import decided
from lawc.runtime.logic import NOTHING, by_case, if_any, quotient, spoken_of, total
from lawc.runtime.lookups import Shifts
from lawc.runtime.values import Period, Truth, added, round_nearest

from .facts import Discounted

KINDS = (("person", "", ""),)

SHIFTS_1 = Shifts(Period(65, 0, 0), month_end_up=True)
VALUE_2 = date(2017, 12, 31)
VALUE_3 = date(2026, 1, 1)
VALUE_4 = Fraction(1, 2)
VALUE_5 = Fraction(1, 50)
VALUE_6 = Fraction(3, 100)
VALUE_7 = Fraction(4, 5)
VALUE_8 = Fraction(3, 20)
VALUE_9 = Fraction(1, 100)
VALUE_10 = Fraction(7, 25)
VALUE_11 = Fraction(31, 100)
VALUE_12 = Fraction(9, 25)
VALUE_13 = Fraction(71857, 2)
VALUE_14 = Fraction(99, 250)
VALUE_15 = Fraction(151057, 2)
VALUE_16 = Fraction(5535, 2)
VALUE_17 = Fraction(20165, 2)
VALUE_18 = Fraction(71857, 4)
VALUE_19 = Fraction(151057, 4)
VALUE_20 = Fraction(0)
PROPERTY_21 = Discounted.PROPERTY
SERVICES_22 = Discounted.SERVICES
VALUE_23 = Fraction(1000000)
VALUE_24 = date(1950, 1, 1)
VALUE_25 = date(2100, 1, 1)
VALUE_26 = date(1977, 1, 1)
VALUE_27 = date(2010, 1, 1)


def person_slots_0(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 0 to 199 of one person."""
    s0 = thing.itemizes
    s1 = None if s0 is None else not s0
    # 63(b)
    s4: Truth = s1
    s5 = thing.married
    s6 = thing.joint_return
    s7 = None if s6 is None else not s6
    s8 = thing.spouse_itemizes
    s9: Truth = s7 and s8
    if s9 is None and s8 is False:
        s9 = False
    s10: Truth = s5 and s9
    if s10 is None and s9 is False:
        s10 = False
    s11 = thing.nonresident_alien
    s12 = thing.trust
    s13: Truth = s12 or s12
    if s13 is False and s12 is None:
        s13 = None
    s14: Truth = s10 or s11 or s13
    if s14 is False and (s10 is None or s11 is None):
        s14 = None
    # 63(c)(6)
    s15: Truth = s14
    s16 = thing.surviving_spouse
    s17: Truth = s6 or s16
    if s17 is False and s6 is None:
        s17 = None
    # 63(c)(2)(A)
    s18: Truth = s17
    s19 = thing.head_of_household
    # 63(c)(2)(B)
    s20: Truth = s19
    s21: Truth = s17 or s19
    if s21 is False and s17 is None:
        s21 = None
    s22 = None if s21 is None else not s21
    # 63(c)(2)(C)
    s23: Truth = s22
    # 63(d)
    s24: Truth = True
    s25 = thing.date_of_birth
    if s25 is None:
        s26: Any = None
    else:
        s26 = SHIFTS_1[s25]
    s27 = thing.year_ends_on
    s28 = None if s26 is None or s27 is None else s26 <= s27
    # 63(f)(1)(A)
    s29: Truth = s28
    s30 = thing.spouse_born_on
    if s30 is None:
        s31: Any = None
    else:
        s31 = SHIFTS_1[s30]
    s32 = None if s31 is None or s27 is None else s31 <= s27
    s33 = thing.spouse_exemption
    s34: Truth = s32 and s33
    if s34 is None and s33 is False:
        s34 = False
    # 63(f)(1)(B)
    s35: Truth = s34
    s36 = thing.blind
    # 63(f)(2)(A)
    s37: Truth = s36
    s38 = thing.spouse_blind
    s39: Truth = s38 and s33
    if s39 is None and s33 is False:
        s39 = False
    # 63(f)(2)(B)
    s40: Truth = s39
    s41 = thing.year_begins_on
    s43 = None if s41 is None else s41 > VALUE_2
    s45 = None if s41 is None else s41 < VALUE_3
    s46: Truth = s43 and s45
    if s46 is None and s45 is False:
        s46 = False
    # 68(f)
    s47: Truth = s46
    # 151(a)
    s48: Truth = True
    s49 = thing.spouse_without_income
    s50: Truth = s7 and s49
    if s50 is None and s49 is False:
        s50 = False
    # 151(b)
    s51: Truth = s50
    s52 = thing.of_another
    # 151(d)(2)
    s53: Truth = s52
    # 151(d)(5)
    s54: Truth = s46
    # 151(d)(3)(B)
    s55: Truth = True
    # 63(a)
    s56: Truth = True
    if s56 is not False and s4 is not False:
        s56 = False if s4 else None
    # 63(c)(1)
    s57: Truth = True
    if s57 is not False and s15 is not False:
        s57 = False if s15 else None
    s60 = by_case(s46, 12000, 3000)
    if s60 is None:
        s62: Any = None
    else:
        s62 = 2 * s60
    s63 = thing.earned_income
    if s63 is None:
        s65: Any = None
    else:
        s65 = 250 + s63
    if s65 is None:
        s67: Any = None
    else:
        s67 = max(500, s65)
    if s62 is None or s67 is None:
        s68: Any = None
    else:
        s68 = min(s62, s67)
    s69 = by_case(s52, s68, s62)
    s72 = by_case(s46, 18000, 4400)
    if s72 is None or s67 is None:
        s73: Any = None
    else:
        s73 = min(s72, s67)
    s74 = by_case(s52, s73, s72)
    if s60 is None or s67 is None:
        s75: Any = None
    else:
        s75 = min(s60, s67)
    s76 = by_case(s52, s75, s60)
    # decision basic_standard_deduction
    s77 = decided("one", 0, thing.basic_standard_deduction, (s18, s69), (s20, s74), (s23, s76))
    s78 = None if s5 is None else not s5
    s79 = None if s16 is None else not s16
    s80: Truth = s78 and s79
    if s80 is None and s79 is False:
        s80 = False
    s83 = by_case(s80, 750, 600)
    # decision additional_amount
    s84 = decided(
        "total",
        0,
        thing.additional_amount,
        (s29, s83),
        (s35, s83),
        (s37, s83),
        (s40, s83),
    )
    # 68(b)(1)(A)
    s85: Truth = s17
    if s85 is not False and s47 is not False:
        s85 = False if s47 else None
    # 68(b)(1)(B)
    s86: Truth = s19
    if s86 is not False and s47 is not False:
        s86 = False if s47 else None
    s87 = None if s19 is None else not s19
    s88: Truth = s78 and s79 and s87
    if s88 is None and (s79 is False or s87 is False):
        s88 = False
    # 68(b)(1)(C)
    s89: Truth = s88
    if s89 is not False and s47 is not False:
        s89 = False if s47 else None
    s90: Truth = s5 and s7
    if s90 is None and s7 is False:
        s90 = False
    # 68(b)(1)(D)
    s91: Truth = s90
    if s91 is not False and s47 is not False:
        s91 = False if s47 else None
    s92: Truth = s53 or s54
    if s92 is False and s53 is None:
        s92 = None
    # 151(d)(1)
    s93: Truth = True
    if s93 is not False and s92 is not False:
        s93 = False if s92 else None
    s94 = spoken_of(s84)
    # quantity additional_standard_deduction
    s95 = thing.additional_standard_deduction
    if s95 is None:
        s95 = s94
    s100 = VALUE_4 * 300000
    # decision applicable_amount
    s101 = decided(
        "one",
        0,
        thing.applicable_amount,
        (s85, 300000),
        (s86, 275000),
        (s89, 250000),
        (s91, s100),
    )
    s102 = spoken_of(s77)
    if s102 is None or s95 is None:
        s103: Any = None
    else:
        s103 = s102 + s95
    # decision standard_deduction
    s105 = decided("one", 0, thing.standard_deduction, (s57, s103), (s15, 0))
    s106 = thing.income
    s107 = spoken_of(s101)
    if s106 is None or s107 is None:
        s108: Any = None
    else:
        s108 = s106 - s107
    if s108 is None:
        s109: Any = None
    else:
        s109 = max(s108, 0)
    if s109 is None:
        s111: Any = None
    else:
        s111 = quotient(s109, 1250)
    if s111 is None:
        s112: Any = None
    else:
        s112 = -(-s111.numerator // s111.denominator)
    if s112 is None:
        s114: Any = None
    else:
        s114 = VALUE_5 * s112
    if s109 is None:
        s116: Any = None
    else:
        s116 = quotient(s109, 2500)
    if s116 is None:
        s117: Any = None
    else:
        s117 = -(-s116.numerator // s116.denominator)
    if s117 is None:
        s118: Any = None
    else:
        s118 = VALUE_5 * s117
    s119 = by_case(s90, s114, s118)
    if s119 is None:
        s121: Any = None
    else:
        s121 = min(s119, 1)
    # decision applicable_percentage
    s122 = decided("one", 0, thing.applicable_percentage, (s55, s121))
    s123 = spoken_of(s122)
    if s123 is None:
        s124: Any = None
    else:
        s124 = 1 - s123
    if s124 is None:
        s126: Any = None
    else:
        s126 = 2000 * s124
    s127 = None if s106 is None or s107 is None else s106 > s107
    s128 = by_case(s127, s126, 2000)
    if s124 is None:
        s129: Any = None
    else:
        s129 = 0 * s124
    s130 = by_case(s127, s129, 0)
    # decision exemption_amount
    s131 = decided("one", 0, thing.exemption_amount, (s93, s128), (s53, s130), (s54, s130))
    s132 = spoken_of(s131)
    s133 = thing.dependents
    if s132 is None or s133 is None:
        s134: Any = None
    else:
        s134 = s132 * s133
    # quantity exemptions_for_dependents
    s135 = thing.exemptions_for_dependents
    if s135 is None:
        s135 = s134
    # decision additional_exemption
    s136 = decided("one", NOTHING, thing.additional_exemption, (s51, s132))
    s137 = spoken_of(s136)
    s138 = if_any(s137)
    if s132 is None or s138 is None or s135 is None:
        s139: Any = None
    else:
        s139 = added(s132, s138, s135)
    # decision exemptions
    s140 = decided("one", 0, thing.exemptions, (s48, s139))
    s141 = thing.deductions_allowable
    s142 = thing.deductions_for_adjusted_gross_income
    s143 = spoken_of(s140)
    if s142 is None or s143 is None:
        s144: Any = None
    else:
        s144 = s142 + s143
    if s141 is None or s144 is None:
        s145: Any = None
    else:
        s145 = s141 - s144
    if s109 is None:
        s147: Any = None
    else:
        s147 = VALUE_6 * s109
    if s145 is None:
        s149: Any = None
    else:
        s149 = VALUE_7 * s145
    if s147 is None or s149 is None:
        s150: Any = None
    else:
        s150 = min(s147, s149)
    if s145 is None or s150 is None:
        s151: Any = None
    else:
        s151 = s145 - s150
    s152 = None if s46 is None else not s46
    s153: Truth = s127 and s152
    if s153 is None and s152 is False:
        s153 = False
    s154 = by_case(s153, s151, s145)
    # decision itemized_deductions
    s155 = decided("one", 0, thing.itemized_deductions, (s24, s154))
    s156 = spoken_of(s155)
    if s156 is None or s143 is None:
        s157: Any = None
    else:
        s157 = s156 + s143
    if s106 is None or s157 is None:
        s158: Any = None
    else:
        s158 = s106 - s157
    s159 = spoken_of(s105)
    if s159 is None or s143 is None:
        s160: Any = None
    else:
        s160 = s159 + s143
    if s106 is None or s160 is None:
        s161: Any = None
    else:
        s161 = s106 - s160
    # decision taxable_income
    s162 = decided("one", 0, thing.taxable_income, (s56, s158), (s4, s161))
    s163: Truth = s5 and s6
    if s163 is None and s6 is False:
        s163 = False
    s164: Truth = s163 or s16
    if s164 is False and s163 is None:
        s164 = None
    s165 = spoken_of(s162)
    s167 = None if s165 is None else s165 <= 36900
    s168: Truth = s164 and s167
    if s168 is None and s167 is False:
        s168 = False
    # 1(a)(i)
    s169: Truth = s168
    s170 = None if s165 is None else s165 > 36900
    s172 = None if s165 is None else s165 <= 89150
    s173: Truth = s170 and s172
    if s173 is None and s172 is False:
        s173 = False
    s174: Truth = s164 and s173
    if s174 is None and s173 is False:
        s174 = False
    # 1(a)(ii)
    s175: Truth = s174
    s176 = None if s165 is None else s165 > 89150
    s178 = None if s165 is None else s165 <= 140000
    s179: Truth = s176 and s178
    if s179 is None and s178 is False:
        s179 = False
    s180: Truth = s164 and s179
    if s180 is None and s179 is False:
        s180 = False
    # 1(a)(iii)
    s181: Truth = s180
    s182 = None if s165 is None else s165 > 140000
    s183 = None if s165 is None else s165 <= 250000
    s184: Truth = s182 and s183
    if s184 is None and s183 is False:
        s184 = False
    s185: Truth = s164 and s184
    if s185 is None and s184 is False:
        s185 = False
    # 1(a)(iv)
    s186: Truth = s185
    s187 = None if s165 is None else s165 > 250000
    s188: Truth = s164 and s187
    if s188 is None and s187 is False:
        s188 = False
    # 1(a)(v)
    s189: Truth = s188
    s191 = None if s165 is None else s165 <= 29600
    s192: Truth = s19 and s191
    if s192 is None and s191 is False:
        s192 = False
    # 1(b)(i)
    s193: Truth = s192
    s194 = None if s165 is None else s165 > 29600
    s196 = None if s165 is None else s165 <= 76400
    s197: Truth = s194 and s196
    if s197 is None and s196 is False:
        s197 = False
    s198: Truth = s19 and s197
    if s198 is None and s197 is False:
        s198 = False
    # 1(b)(ii)
    s199: Truth = s198
    own += (
        s0,
        s1,
        True,
        False,
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
        VALUE_2,
        s43,
        VALUE_3,
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
        12000,
        3000,
        s60,
        2,
        s62,
        s63,
        250,
        s65,
        500,
        s67,
        s68,
        s69,
        18000,
        4400,
        s72,
        s73,
        s74,
        s75,
        s76,
        s77,
        s78,
        s79,
        s80,
        750,
        600,
        s83,
        s84,
        s85,
        s86,
        s87,
        s88,
        s89,
        s90,
        s91,
        s92,
        s93,
        s94,
        s95,
        300000,
        275000,
        250000,
        VALUE_4,
        s100,
        s101,
        s102,
        s103,
        0,
        s105,
        s106,
        s107,
        s108,
        s109,
        1250,
        s111,
        s112,
        VALUE_5,
        s114,
        2500,
        s116,
        s117,
        s118,
        s119,
        1,
        s121,
        s122,
        s123,
        s124,
        2000,
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
        VALUE_6,
        s147,
        VALUE_7,
        s149,
        s150,
        s151,
        s152,
        s153,
        s154,
        s155,
        s156,
        s157,
        s158,
        s159,
        s160,
        s161,
        s162,
        s163,
        s164,
        s165,
        36900,
        s167,
        s168,
        s169,
        s170,
        89150,
        s172,
        s173,
        s174,
        s175,
        s176,
        140000,
        s178,
        s179,
        s180,
        s181,
        s182,
        s183,
        s184,
        s185,
        s186,
        s187,
        s188,
        s189,
        29600,
        s191,
        s192,
        s193,
        s194,
        76400,
        s196,
        s197,
        s198,
        s199,
    )


def person_slots_200(
    thing: Any,
    own: list[Any],
    line: tuple[list[Any], ...],
    days: Any,
    members: dict[str, Any],
) -> None:
    """Fill slots 200 to 356 of one person."""
    s200 = None if own[165] is None else own[165] > 76400
    s202 = None if own[165] is None else own[165] <= 127500
    s203: Truth = s200 and s202
    if s203 is None and s202 is False:
        s203 = False
    s204: Truth = own[19] and s203
    if s204 is None and s203 is False:
        s204 = False
    # 1(b)(iii)
    s205: Truth = s204
    s206 = None if own[165] is None else own[165] > 127500
    s207: Truth = s206 and own[183]
    if s207 is None and own[183] is False:
        s207 = False
    s208: Truth = own[19] and s207
    if s208 is None and s207 is False:
        s208 = False
    # 1(b)(iv)
    s209: Truth = s208
    s210: Truth = own[19] and own[187]
    if s210 is None and own[187] is False:
        s210 = False
    # 1(b)(v)
    s211: Truth = s210
    s213 = None if own[165] is None else own[165] <= 22100
    s214: Truth = own[88] and s213
    if s214 is None and s213 is False:
        s214 = False
    # 1(c)(i)
    s215: Truth = s214
    s216 = None if own[165] is None else own[165] > 22100
    s218 = None if own[165] is None else own[165] <= 53500
    s219: Truth = s216 and s218
    if s219 is None and s218 is False:
        s219 = False
    s220: Truth = own[88] and s219
    if s220 is None and s219 is False:
        s220 = False
    # 1(c)(ii)
    s221: Truth = s220
    s222 = None if own[165] is None else own[165] > 53500
    s224 = None if own[165] is None else own[165] <= 115000
    s225: Truth = s222 and s224
    if s225 is None and s224 is False:
        s225 = False
    s226: Truth = own[88] and s225
    if s226 is None and s225 is False:
        s226 = False
    # 1(c)(iii)
    s227: Truth = s226
    s228 = None if own[165] is None else own[165] > 115000
    s229: Truth = s228 and own[183]
    if s229 is None and own[183] is False:
        s229 = False
    s230: Truth = own[88] and s229
    if s230 is None and s229 is False:
        s230 = False
    # 1(c)(iv)
    s231: Truth = s230
    s232: Truth = own[88] and own[187]
    if s232 is None and own[187] is False:
        s232 = False
    # 1(c)(v)
    s233: Truth = s232
    s235 = None if own[165] is None else own[165] <= 18450
    s236: Truth = own[90] and s235
    if s236 is None and s235 is False:
        s236 = False
    # 1(d)(i)
    s237: Truth = s236
    s238 = None if own[165] is None else own[165] > 18450
    s240 = None if own[165] is None else own[165] <= 44575
    s241: Truth = s238 and s240
    if s241 is None and s240 is False:
        s241 = False
    s242: Truth = own[90] and s241
    if s242 is None and s241 is False:
        s242 = False
    # 1(d)(ii)
    s243: Truth = s242
    s244 = None if own[165] is None else own[165] > 44575
    s246 = None if own[165] is None else own[165] <= 70000
    s247: Truth = s244 and s246
    if s247 is None and s246 is False:
        s247 = False
    s248: Truth = own[90] and s247
    if s248 is None and s247 is False:
        s248 = False
    # 1(d)(iii)
    s249: Truth = s248
    s250 = None if own[165] is None else own[165] > 70000
    s252 = None if own[165] is None else own[165] <= 125000
    s253: Truth = s250 and s252
    if s253 is None and s252 is False:
        s253 = False
    s254: Truth = own[90] and s253
    if s254 is None and s253 is False:
        s254 = False
    # 1(d)(iv)
    s255: Truth = s254
    s256 = None if own[165] is None else own[165] > 125000
    s257: Truth = own[90] and s256
    if s257 is None and s256 is False:
        s257 = False
    # 1(d)(v)
    s258: Truth = s257
    if own[165] is None:
        s260: Any = None
    else:
        s260 = VALUE_8 * own[165]
    if s260 is None:
        s261: Any = None
    else:
        s261 = round_nearest(s260, VALUE_9)
    if own[165] is None:
        s262: Any = None
    else:
        s262 = own[165] - 36900
    if s262 is None:
        s263: Any = None
    else:
        s263 = max(s262, 0)
    if s263 is None:
        s265: Any = None
    else:
        s265 = VALUE_10 * s263
    if s265 is None:
        s267: Any = None
    else:
        s267 = 5535 + s265
    if s267 is None:
        s268: Any = None
    else:
        s268 = round_nearest(s267, VALUE_9)
    if own[165] is None:
        s269: Any = None
    else:
        s269 = own[165] - 89150
    if s269 is None:
        s270: Any = None
    else:
        s270 = max(s269, 0)
    if s270 is None:
        s272: Any = None
    else:
        s272 = VALUE_11 * s270
    if s272 is None:
        s274: Any = None
    else:
        s274 = 20165 + s272
    if s274 is None:
        s275: Any = None
    else:
        s275 = round_nearest(s274, VALUE_9)
    if own[165] is None:
        s276: Any = None
    else:
        s276 = own[165] - 140000
    if s276 is None:
        s277: Any = None
    else:
        s277 = max(s276, 0)
    if s277 is None:
        s279: Any = None
    else:
        s279 = VALUE_12 * s277
    if s279 is None:
        s281: Any = None
    else:
        s281 = VALUE_13 + s279
    if s281 is None:
        s282: Any = None
    else:
        s282 = round_nearest(s281, VALUE_9)
    if own[165] is None:
        s283: Any = None
    else:
        s283 = own[165] - 250000
    if s283 is None:
        s284: Any = None
    else:
        s284 = max(s283, 0)
    if s284 is None:
        s286: Any = None
    else:
        s286 = VALUE_14 * s284
    if s286 is None:
        s288: Any = None
    else:
        s288 = VALUE_15 + s286
    if s288 is None:
        s289: Any = None
    else:
        s289 = round_nearest(s288, VALUE_9)
    if own[165] is None:
        s290: Any = None
    else:
        s290 = own[165] - 29600
    if s290 is None:
        s291: Any = None
    else:
        s291 = max(s290, 0)
    if s291 is None:
        s292: Any = None
    else:
        s292 = VALUE_10 * s291
    if s292 is None:
        s294: Any = None
    else:
        s294 = 4440 + s292
    if s294 is None:
        s295: Any = None
    else:
        s295 = round_nearest(s294, VALUE_9)
    if own[165] is None:
        s296: Any = None
    else:
        s296 = own[165] - 76400
    if s296 is None:
        s297: Any = None
    else:
        s297 = max(s296, 0)
    if s297 is None:
        s298: Any = None
    else:
        s298 = VALUE_11 * s297
    if s298 is None:
        s300: Any = None
    else:
        s300 = 17544 + s298
    if s300 is None:
        s301: Any = None
    else:
        s301 = round_nearest(s300, VALUE_9)
    if own[165] is None:
        s302: Any = None
    else:
        s302 = own[165] - 127500
    if s302 is None:
        s303: Any = None
    else:
        s303 = max(s302, 0)
    if s303 is None:
        s304: Any = None
    else:
        s304 = VALUE_12 * s303
    if s304 is None:
        s306: Any = None
    else:
        s306 = 33385 + s304
    if s306 is None:
        s307: Any = None
    else:
        s307 = round_nearest(s306, VALUE_9)
    if s286 is None:
        s309: Any = None
    else:
        s309 = 77485 + s286
    if s309 is None:
        s310: Any = None
    else:
        s310 = round_nearest(s309, VALUE_9)
    if own[165] is None:
        s311: Any = None
    else:
        s311 = own[165] - 22100
    if s311 is None:
        s312: Any = None
    else:
        s312 = max(s311, 0)
    if s312 is None:
        s313: Any = None
    else:
        s313 = VALUE_10 * s312
    if s313 is None:
        s315: Any = None
    else:
        s315 = 3315 + s313
    if s315 is None:
        s316: Any = None
    else:
        s316 = round_nearest(s315, VALUE_9)
    if own[165] is None:
        s317: Any = None
    else:
        s317 = own[165] - 53500
    if s317 is None:
        s318: Any = None
    else:
        s318 = max(s317, 0)
    if s318 is None:
        s319: Any = None
    else:
        s319 = VALUE_11 * s318
    if s319 is None:
        s321: Any = None
    else:
        s321 = 12107 + s319
    if s321 is None:
        s322: Any = None
    else:
        s322 = round_nearest(s321, VALUE_9)
    if own[165] is None:
        s323: Any = None
    else:
        s323 = own[165] - 115000
    if s323 is None:
        s324: Any = None
    else:
        s324 = max(s323, 0)
    if s324 is None:
        s325: Any = None
    else:
        s325 = VALUE_12 * s324
    if s325 is None:
        s327: Any = None
    else:
        s327 = 31172 + s325
    if s327 is None:
        s328: Any = None
    else:
        s328 = round_nearest(s327, VALUE_9)
    if s286 is None:
        s330: Any = None
    else:
        s330 = 79772 + s286
    if s330 is None:
        s331: Any = None
    else:
        s331 = round_nearest(s330, VALUE_9)
    if own[165] is None:
        s332: Any = None
    else:
        s332 = own[165] - 18450
    if s332 is None:
        s333: Any = None
    else:
        s333 = max(s332, 0)
    if s333 is None:
        s334: Any = None
    else:
        s334 = VALUE_10 * s333
    if s334 is None:
        s336: Any = None
    else:
        s336 = VALUE_16 + s334
    if s336 is None:
        s337: Any = None
    else:
        s337 = round_nearest(s336, VALUE_9)
    if own[165] is None:
        s338: Any = None
    else:
        s338 = own[165] - 44575
    if s338 is None:
        s339: Any = None
    else:
        s339 = max(s338, 0)
    if s339 is None:
        s340: Any = None
    else:
        s340 = VALUE_11 * s339
    if s340 is None:
        s342: Any = None
    else:
        s342 = VALUE_17 + s340
    if s342 is None:
        s343: Any = None
    else:
        s343 = round_nearest(s342, VALUE_9)
    if own[165] is None:
        s344: Any = None
    else:
        s344 = own[165] - 70000
    if s344 is None:
        s345: Any = None
    else:
        s345 = max(s344, 0)
    if s345 is None:
        s346: Any = None
    else:
        s346 = VALUE_12 * s345
    if s346 is None:
        s348: Any = None
    else:
        s348 = VALUE_18 + s346
    if s348 is None:
        s349: Any = None
    else:
        s349 = round_nearest(s348, VALUE_9)
    if own[165] is None:
        s350: Any = None
    else:
        s350 = own[165] - 125000
    if s350 is None:
        s351: Any = None
    else:
        s351 = max(s350, 0)
    if s351 is None:
        s352: Any = None
    else:
        s352 = VALUE_14 * s351
    if s352 is None:
        s354: Any = None
    else:
        s354 = VALUE_19 + s352
    if s354 is None:
        s355: Any = None
    else:
        s355 = round_nearest(s354, VALUE_9)
    # decision tax
    s356 = None
    own += (
        s200,
        127500,
        s202,
        s203,
        s204,
        s205,
        s206,
        s207,
        s208,
        s209,
        s210,
        s211,
        22100,
        s213,
        s214,
        s215,
        s216,
        53500,
        s218,
        s219,
        s220,
        s221,
        s222,
        115000,
        s224,
        s225,
        s226,
        s227,
        s228,
        s229,
        s230,
        s231,
        s232,
        s233,
        18450,
        s235,
        s236,
        s237,
        s238,
        44575,
        s240,
        s241,
        s242,
        s243,
        s244,
        70000,
        s246,
        s247,
        s248,
        s249,
        s250,
        125000,
        s252,
        s253,
        s254,
        s255,
        s256,
        s257,
        s258,
        VALUE_8,
        s260,
        s261,
        s262,
        s263,
        VALUE_10,
        s265,
        5535,
        s267,
        s268,
        s269,
        s270,
        VALUE_11,
        s272,
        20165,
        s274,
        s275,
        s276,
        s277,
        VALUE_12,
        s279,
        VALUE_13,
        s281,
        s282,
        s283,
        s284,
        VALUE_14,
        s286,
        VALUE_15,
        s288,
        s289,
        s290,
        s291,
        s292,
        4440,
        s294,
        s295,
        s296,
        s297,
        s298,
        17544,
        s300,
        s301,
        s302,
        s303,
        s304,
        33385,
        s306,
        s307,
        77485,
        s309,
        s310,
        s311,
        s312,
        s313,
        3315,
        s315,
        s316,
        s317,
        s318,
        s319,
        12107,
        s321,
        s322,
        s323,
        s324,
        s325,
        31172,
        s327,
        s328,
        79772,
        s330,
        s331,
        s332,
        s333,
        s334,
        VALUE_16,
        s336,
        s337,
        s338,
        s339,
        s340,
        VALUE_17,
        s342,
        s343,
        s344,
        s345,
        s346,
        VALUE_18,
        s348,
        s349,
        s350,
        s351,
        s352,
        VALUE_19,
        s354,
        s355,
        s356,
    )


PHASES = (("person", person_slots_0), ("person", person_slots_200))
