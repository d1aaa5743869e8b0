"""An independent reading of the amnesty law of 2025, in plain Python.

It was written from a plain description of the law, without the statute file and without the
compiler, so that the two can be compared. It has two halves:

* `decide_known` decides for a person of whom every fact is known;
* `decide_possible` gives, for a person with missing facts, what remains possible over all
  completions of the record, and from that the determined values.

Choices that hold everywhere, where the description is silent:

* A key of the interface *is* the fact. The only link between facts is the one it states:
  a man is not pregnant. So `civil_claims_satisfied` is not implied by the absence of
  a claim, `damage_compensated_in_full` is not implied by the absence of damage, and
  recidivism or life imprisonment count for an open case if the record states them.
* Two unknown dates may be any two dates: an offence before the birth of the person is not
  ruled out (nothing depends on it).
* A record without the key `offences` has no offence to decide.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

Record = Mapping[str, Any]
Citations = frozenset[str]

EFFECTIVE_DAY = dt.date(2025, 7, 5)
DAY = dt.timedelta(days=1)
NOTHING: Citations = frozenset()

UNDETERMINED = "undetermined"
STAGES = ("open", "convicted")
CATEGORIES = ("misdemeanour", "minor", "medium", "serious", "especially_serious")
SEXES = ("female", "male")
EITHER = (False, True)


# --- Days and ages -----------------------------------------------------------------------


def years_after(day: dt.date, years: int) -> dt.date:
    """The same day some years later; 29 February becomes 1 March in a common year.

    So much is fixed for ages. For "one year left" counted from an effective day that is itself
    a 29 February the description is silent; the same direction is taken.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def has_reached(birth: dt.date, age: int, day: dt.date) -> bool:
    """An age is reached on the birthday itself, at the start of the day."""
    return years_after(birth, age) <= day


def date_of(record: Record, key: str) -> dt.date | None:
    """The date a record states under a key."""
    text = record.get(key)
    return None if text is None else dt.date.fromisoformat(text)


# --- Provisions of the Criminal Code -----------------------------------------------------

_PROVISION = re.compile(r"(\d+)(?:-(\d+))?(?:\((\d+(?:-\d+)?)\))?(?:\((\d+(?:-\d+)?)\))?")


class Provision(NamedTuple):
    """An article with its part and point, as far as the record goes."""

    article: tuple[int, int]
    part: str | None
    point: str | None


def parse_provision(text: str) -> Provision:
    """Read `190(3)(2)`, `108-1` or `339(1-1)`."""
    match = _PROVISION.fullmatch(text)
    if match is None:
        raise ValueError(text)
    number, inserted, part, point = match.groups()
    return Provision((int(number), int(inserted or 0)), part, point)


class Entry(NamedTuple):
    """An entry of a list of provisions: articles first to last, perhaps one part or point."""

    first: tuple[int, int]
    last: tuple[int, int]
    part: str | None
    point: str | None


def _entry(text: str) -> Entry:
    first, _, last = text.partition(" to ")
    provision = parse_provision(first)
    end = parse_provision(last).article if last else provision.article
    return Entry(provision.article, end, provision.part, provision.point)


def _entries(text: str) -> tuple[Entry, ...]:
    return tuple(_entry(item.strip()) for item in text.split(","))


# "364 to 370" takes whole articles and every article inserted between the two ends (364-1 lies
# within, 370-1 does not). An article named alone does not take the articles inserted after it
# (184-1 is not 184).
LISTS: dict[str, tuple[Entry, ...]] = {
    "corruption": _entries(
        "361, 362(4)(3), 364 to 370, 450, 451(2)(2), 452, 189(3)(2), 190(3)(2), 218(3)(1),"
        "218-1(4)(1), 234(3)(1), 249(3)(2)"
    ),
    "corruption by office": _entries("189(4), 190(4)"),
    "terrorist": _entries("170, 171, 173, 177, 178, 184, 255 to 261, 269, 270"),
    "extremist": _entries("174, 179 to 182, 184, 258 to 260, 267, 404(2), 404(3), 405"),
    "sexual": _entries("120 to 124, 134, 144, 312(2), 312(3)"),
    "torture": _entries("146"),
    "state secrets": _entries("185"),
    "harm": _entries("107, 108-1, 109-1"),
    "sale of drugs": _entries("297"),
    "entrusted or fraud": _entries("189, 190"),
}


def matches(provision: Provision, entry: Entry) -> bool | None:
    """Whether a provision falls under an entry; None if the record stops too early."""
    if not entry.first <= provision.article <= entry.last:
        return False
    for wanted, stated in ((entry.part, provision.part), (entry.point, provision.point)):
        if wanted is None:
            return True
        if stated is None:
            return None
        if stated != wanted:
            return False
    return True


def is_in(provision: str, name: str) -> bool:
    """Whether a provision, recorded finely enough, is in a list."""
    found = [matches(parse_provision(provision), entry) for entry in LISTS[name]]
    if True in found:
        return True
    if None in found:
        raise ValueError(f"{provision} leaves open whether it is in the list '{name}'")
    return False


# --- Social vulnerability (Article 1) -----------------------------------------------------


def is_young_child(birth: dt.date, effective_day: dt.date) -> bool:
    """A child one has on the effective day, under eighteen then.

    A child born only after the effective day is not a child one *has* on that day (this is
    our choice); one born on that day is.
    """
    return birth <= effective_day and not has_reached(birth, 18, effective_day)


def vulnerability(person: Record, offence: Record, effective_day: dt.date) -> Citations:
    """The points of Article 1(1) that make the person vulnerable as to this offence.

    "Not deprived of parental rights" governs both halves of points 5 and 6; "the only parent"
    governs the child alone, not the dependant.
    """
    birth = dt.date.fromisoformat(person["date_of_birth"])
    woman = person["sex"] == "female"
    has_child = any(
        is_young_child(dt.date.fromisoformat(child["date_of_birth"]), effective_day)
        for child in person["children"]
    )
    dependant = person["dependant_with_disability_at_offence_and_conviction"]
    raising = not person["deprived_of_parental_rights"]
    points = {
        1: person["covered_by_law_on_veterans"],
        2: was_minor(person, offence),
        3: has_reached(birth, 50 if woman else 60, effective_day),
        4: woman and person["pregnant_on_effective_day"],
        5: woman and raising and (has_child or dependant),
        6: not woman and raising and ((has_child and person["only_parent"]) or dependant),
        7: person["disability_group"] in {"first", "second"}
        and dt.date.fromisoformat(person["disability_recognised_on"]) < effective_day,
    }
    return frozenset(f"1(1)({point})" for point, holds in points.items() if holds)


def was_minor(person: Record, offence: Record) -> bool:
    """Whether the person was under eighteen when the offence was committed."""
    birth = dt.date.fromisoformat(person["date_of_birth"])
    return not has_reached(birth, 18, dt.date.fromisoformat(offence["committed_on"]))


# --- Exclusion (Article 5) ----------------------------------------------------------------


def exclusions(person: Record, offence: Record) -> Citations:
    """The points of Article 5 that hold for one offence.

    Membership in the lists does not look at the category: a misdemeanour under a listed
    article counts. The exception asks for a victim of 14, 15, 16 or 17 full years.
    """
    provision = offence["provision"]
    age = offence["victim_age"]
    by_office = offence["official_position_used"] and is_in(provision, "corruption by office")
    against_minor = is_in(provision, "sexual") and age < 18
    among_minors = was_minor(person, offence) and 14 <= age < 18
    points = {
        1: is_in(provision, "corruption") or by_office,
        2: is_in(provision, "terrorist"),
        3: is_in(provision, "extremist") or offence["signs_of_extremism"],
        4: against_minor and not among_minors,
        5: is_in(provision, "torture"),
        6: offence["recidivism"] in {"recidivism", "dangerous"},
        7: offence["life_imprisonment"],
        8: offence["in_criminal_group"],
        9: is_in(provision, "state secrets"),
        10: is_in(provision, "harm"),
        11: is_in(provision, "sale of drugs"),
    }
    return frozenset(f"5({point})" for point, holds in points.items() if holds)


def all_exclusions(person: Record) -> Citations:
    """The points of Article 5 that hold for at least one offence of the person.

    Every offence of the person counts, those committed on or after the effective day
    included: Article 5 speaks of "the person's offences" without a day, and Article 8 limits
    which offences are amnestied.
    """
    return NOTHING.union(*(exclusions(person, offence) for offence in person["offences"]))


# --- Release and reduction (Articles 2 and 3) ---------------------------------------------


class Matter(NamedTuple):
    """The facts of one offence that Articles 2 and 3 read.

    `unencumbered` is the alternative of 2(1)(2): no damage, or compensated in full, or no
    claim. `settled` is the condition of 3(2): compensated in full and claims satisfied.
    """

    category: str
    stage: str
    vulnerable: bool
    entrusted_or_fraud: bool
    unencumbered: bool
    settled: bool
    negative_behaviour: bool
    term_ends_on: dt.date


class Effect(NamedTuple):
    """The effect of Articles 2 and 3 on one offence."""

    outcome: str
    reduction: str | None = None
    days_off: int | None = None
    deciding: Citations = NOTHING
    supporting: Citations = NOTHING


def release(matter: Matter, effective_day: dt.date) -> Citations:
    """The rules of Article 2 that release.

    A term that has already ended leaves not more than one year.
    """
    grounds = set()
    if matter.category in {"misdemeanour", "minor"}:
        grounds.add("2(1)(1)")
    if matter.category == "medium":
        if matter.unencumbered:
            grounds.add("2(1)(2)")
        if matter.vulnerable:
            grounds.add("2(1)(3)")
        short = matter.term_ends_on <= years_after(effective_day, 1)
        if matter.stage == "convicted" and not matter.negative_behaviour and short:
            grounds.add("2(2)")
    return frozenset(grounds)


def reductions(matter: Matter) -> dict[str, Fraction]:
    """The rules of Article 3 that reduce, each with its fraction (convicted persons only)."""
    if matter.stage != "convicted":
        return {}
    found = {}
    if matter.vulnerable and matter.category == "serious":
        found["3(1)"] = Fraction(1, 3)
    if matter.vulnerable and matter.category == "especially_serious":
        found["3(1)"] = Fraction(1, 4)
    if matter.entrusted_or_fraud and matter.settled:
        found["3(2)"] = Fraction(1, 5)
    if matter.category == "medium":
        found["3(3)"] = Fraction(1, 2)
    return found


def days_off(fraction: Fraction, term_ends_on: dt.date, effective_day: dt.date) -> int:
    """The reduction in days, a part of a day counted as a whole one."""
    unserved = max(0, (term_ends_on - effective_day).days)
    return -(-unserved * fraction.numerator // fraction.denominator)


def effect(matter: Matter, effective_day: dt.date) -> Effect:
    """Article 2, else Article 3, else nothing.

    Where nothing applies no provision decides, so none is a ground.
    """
    released = release(matter, effective_day)
    if released:
        outcome = (
            "released_from_liability"
            if matter.stage == "open"
            else "released_from_main_punishment"
        )
        return Effect(outcome, deciding=released)
    reduced = reductions(matter)
    if reduced:
        fraction = max(reduced.values())
        several = {"3(5)"} if len(reduced) > 1 else set()
        return Effect(
            "reduced",
            str(fraction),
            days_off(fraction, matter.term_ends_on, effective_day),
            frozenset(rule for rule, part in reduced.items() if part == fraction),
            frozenset({"3(4)", "3(6)"} | several),
        )
    return Effect("not_covered")


# --- A person of whom everything is known -------------------------------------------------


@dataclass(frozen=True)
class Decision:
    """The decision of one offence.

    `deciding` are the citations that could be named as its ground; `supporting` those that
    may stand beside one of them: the point of Article 1 that makes the person vulnerable,
    the rules on several reductions and on days, the duty to compensate.
    """

    outcome: str
    reduction: str | None
    days_off: int | None
    obliged_to_compensate: bool
    deciding: Citations
    supporting: Citations


def decide_known(person: Record, effective_day: dt.date = EFFECTIVE_DAY) -> list[Decision]:
    """Decide for a person of whom every fact is known."""
    excluded = all_exclusions(person)
    return [
        _decide_offence(person, offence, excluded, effective_day)
        for offence in person["offences"]
    ]


def _decide_offence(
    person: Record, offence: Record, excluded: Citations, effective_day: dt.date
) -> Decision:
    # The duty of Article 4(2) is stated "whether released, reduced or neither", so also for
    # an excluded offence and for one committed after the effective day.
    compensated = offence["damage_compensated_in_full"]
    obliged = offence["damage_caused"] and not compensated
    points = vulnerability(person, offence, effective_day)
    if dt.date.fromisoformat(offence["committed_on"]) >= effective_day:
        result = Effect("not_covered", deciding=frozenset({"8"}))
    elif excluded:
        result = Effect("excluded", deciding=excluded)
    else:
        provision = offence["provision"]
        matter = Matter(
            category=offence["category"],
            stage=offence["stage"],
            vulnerable=bool(points),
            entrusted_or_fraud=is_in(provision, "entrusted or fraud"),
            unencumbered=not offence["damage_caused"]
            or compensated
            or not offence["civil_claim_brought"],
            settled=compensated and offence["civil_claims_satisfied"],
            negative_behaviour=offence["negative_behaviour"],
            term_ends_on=dt.date.fromisoformat(offence["term_ends_on"]),
        )
        result = effect(matter, effective_day)
    return Decision(
        result.outcome,
        result.reduction,
        result.days_off,
        obliged,
        result.deciding,
        result.supporting | _support(result.deciding, points, may_owe=obliged),
    )


def _support(deciding: Citations, points: Citations, *, may_owe: bool) -> Citations:
    by_vulnerability = points if deciding & {"2(1)(3)", "3(1)"} else NOTHING
    return by_vulnerability | ({"4(2)"} if may_owe else NOTHING)


# --- A person with missing facts ----------------------------------------------------------


@dataclass
class Possible:
    """The outcomes that remain possible for one offence over all completions of the record.

    `certain` are the deciding citations common to all completions, `deciding` those of any,
    `unfounded` says that some completion has no deciding citation at all.
    """

    outcomes: set[str] = field(default_factory=set)
    reductions: set[str | None] = field(default_factory=set)
    days: set[int | None] = field(default_factory=set)
    obliged: set[bool] = field(default_factory=set)
    deciding: set[str] = field(default_factory=set)
    supporting: set[str] = field(default_factory=set)
    certain: Citations | None = None
    unfounded: bool = False

    @property
    def outcome(self) -> str:
        """The determined outcome, or that it is undetermined."""
        return next(iter(self.outcomes)) if len(self.outcomes) == 1 else UNDETERMINED

    @property
    def reduction(self) -> str | None:
        """The determined reduction; None if there is none or it is open."""
        return next(iter(self.reductions)) if len(self.reductions) == 1 else None

    @property
    def days_off(self) -> int | None:
        """The determined number of days; None if there is none or it is open."""
        return next(iter(self.days)) if len(self.days) == 1 else None

    @property
    def obliged_to_compensate(self) -> bool | None:
        """The determined duty; None if it is open."""
        return next(iter(self.obliged)) if len(self.obliged) == 1 else None

    def add(self, result: Effect, certain: Citations, supporting: Citations) -> None:
        """Take one more way the record may be completed."""
        self.outcomes.add(result.outcome)
        self.reductions.add(result.reduction)
        self.days.add(result.days_off)
        self.deciding |= result.deciding
        self.supporting |= result.supporting | supporting
        self.certain = certain if self.certain is None else self.certain & certain
        self.unfounded = self.unfounded or not result.deciding


class Bounds(NamedTuple):
    """Citations that hold in every completion, and in at least one."""

    must: Citations
    may: Citations


class Situation(NamedTuple):
    """One way the day and the provision of an offence may turn out."""

    not_before: bool
    minor: bool
    entrusted_or_fraud: bool
    excluded: Bounds


def options(record: Record, key: str, values: Sequence[Any]) -> Sequence[Any]:
    """The stated value alone, or every value the fact may take."""
    stated = record.get(key)
    return values if stated is None else (stated,)


def _bounds(cases: Mapping[str, Iterable[bool]]) -> Bounds:
    seen = {citation: set(values) for citation, values in cases.items()}
    return Bounds(
        frozenset(citation for citation, values in seen.items() if values == {True}),
        frozenset(citation for citation, values in seen.items() if True in values),
    )


@functools.cache
def kinds(text: str | None) -> frozenset[Citations]:
    """The combinations of lists that a provision, however coarsely recorded, may be in.

    A missing provision may be any article of the Code, one inserted article after each
    included; a missing part or point may be any that a list names, or another one.
    """
    if text is None:
        articles = itertools.product(range(1, 500), (0, 1))
        names = (f"{number}-{extra}" if extra else f"{number}" for number, extra in articles)
        return frozenset().union(*(kinds(name) for name in names))
    provision = parse_provision(text)
    entries = [
        entry
        for listed in LISTS.values()
        for entry in listed
        if entry.first <= provision.article <= entry.last
    ]
    parts = _alternatives(provision.part, (entry.part for entry in entries))
    points = _alternatives(provision.point, (entry.point for entry in entries))
    return frozenset(
        frozenset(
            name
            for name, listed in LISTS.items()
            if any(matches(Provision(provision.article, *rest), entry) for entry in listed)
        )
        for rest in itertools.product(parts, points)
    )


def _alternatives(stated: str | None, named: Iterable[str | None]) -> set[str]:
    another = "999"
    return {stated} if stated else {another} | {name for name in named if name}


def _exclusion_bounds(offence: Record, kind: Citations, *, minor: bool) -> Bounds:
    """Once the provision and the age are given, the points of Article 5 share no fact."""
    ages = options(offence, "victim_age", (13, 14, 18))
    office = options(offence, "official_position_used", EITHER)
    signs = options(offence, "signs_of_extremism", EITHER)
    recidivism = options(offence, "recidivism", ("none", "recidivism", "dangerous"))
    by_kind = {"5": "torture", "9": "state secrets", "10": "harm", "11": "sale of drugs"}
    return _bounds(
        {
            "5(1)": [
                "corruption" in kind or ("corruption by office" in kind and used)
                for used in office
            ],
            "5(2)": ["terrorist" in kind],
            "5(3)": ["extremist" in kind or sign for sign in signs],
            "5(4)": [
                "sexual" in kind and age < 18 and not (minor and age >= 14) for age in ages
            ],
            "5(6)": [grade != "none" for grade in recidivism],
            "5(7)": options(offence, "life_imprisonment", EITHER),
            "5(8)": options(offence, "in_criminal_group", EITHER),
        }
        | {f"5({point})": [name in kind] for point, name in by_kind.items()}
    )


def _days_of_offence(
    offence: Record, birth: dt.date, effective_day: dt.date
) -> set[tuple[bool, bool]]:
    """(Committed on or after the effective day, committed under eighteen), as possible."""
    adult = years_after(birth, 18)
    committed = date_of(offence, "committed_on")
    cuts = (effective_day, adult)
    days = [min(cuts) - DAY, *cuts] if committed is None else [committed]
    return {(day >= effective_day, day < adult) for day in days}


class _Offence:
    """One offence with its missing facts, and what was found about it so far."""

    def __init__(self, record: Record, effective_day: dt.date) -> None:
        self.record = record
        self.effective_day = effective_day
        self.damages = self._damages()
        self.possible = Possible(obliged={obliged for *_, obliged in self.damages})
        self._situations: dict[tuple[bool, bool], frozenset[Situation]] = {}
        self._effects: dict[tuple[bool, bool], frozenset[Effect]] = {}

    def _damages(self) -> set[tuple[bool, bool, bool]]:
        """(Unencumbered, settled, obliged), the three that share the facts on damage."""
        keys = (
            "damage_caused",
            "damage_compensated_in_full",
            "civil_claim_brought",
            "civil_claims_satisfied",
        )
        return {
            (
                not caused or compensated or not claimed,
                compensated and satisfied,
                caused and not compensated,
            )
            for caused, compensated, claimed, satisfied in itertools.product(
                *(options(self.record, key, EITHER) for key in keys)
            )
        }

    def situations(self, birth: dt.date) -> frozenset[Situation]:
        """The ways the day and the provision may turn out for one born on a day."""
        days = _days_of_offence(self.record, birth, self.effective_day)
        return frozenset().union(*(self._situations_of(*day) for day in days))

    def _situations_of(self, not_before: bool, minor: bool) -> frozenset[Situation]:
        key = (not_before, minor)
        if key not in self._situations:
            self._situations[key] = frozenset(
                Situation(
                    not_before,
                    minor,
                    "entrusted or fraud" in kind,
                    _exclusion_bounds(self.record, kind, minor=minor),
                )
                for kind in kinds(self.record.get("provision"))
            )
        return self._situations[key]

    def effects(self, *, vulnerable: bool, entrusted_or_fraud: bool) -> frozenset[Effect]:
        """The effects that Articles 2 and 3 may have."""
        key = (vulnerable, entrusted_or_fraud)
        if key not in self._effects:
            self._effects[key] = frozenset(
                effect(matter, self.effective_day) for matter in self._matters(*key)
            )
        return self._effects[key]

    def _matters(self, vulnerable: bool, entrusted_or_fraud: bool) -> Iterator[Matter]:
        next_year = years_after(self.effective_day, 1)
        term = date_of(self.record, "term_ends_on")
        regions = (
            self.effective_day,
            self.effective_day + DAY,
            next_year,
            next_year + DAY,
            next_year + 100 * DAY,
        )
        for category, stage, (unencumbered, settled), negative, ends in itertools.product(
            options(self.record, "category", CATEGORIES),
            options(self.record, "stage", STAGES),
            {damage[:2] for damage in self.damages},
            options(self.record, "negative_behaviour", EITHER),
            regions if term is None else (term,),
        ):
            yield Matter(
                category,
                stage,
                vulnerable,
                entrusted_or_fraud,
                unencumbered,
                settled,
                negative,
                ends,
            )


def _vulnerability_bounds(
    person: Record, birth: dt.date, effective_day: dt.date
) -> dict[str, Bounds]:
    """By possible sex, the points of Article 1(1) other than point 2.

    Once the sex and the date of birth are given, the points share no fact. A person known to
    be pregnant is known to be a woman, and a man is known not to be pregnant.
    """
    pregnant = person.get("pregnant_on_effective_day")
    sexes = options(person, "sex", ("female",) if pregnant else SEXES)
    recognised = date_of(person, "disability_recognised_on")
    in_time = EITHER if recognised is None else (recognised < effective_day,)
    disability = [
        group in {"first", "second"} and early
        for group in options(person, "disability_group", ("first", "none"))
        for early in in_time
    ]
    found = {}
    for sex in sexes:
        woman = sex == "female"
        raising = [
            not deprived and ((child and (woman or only)) or dependant)
            for deprived, child, only, dependant in itertools.product(
                options(person, "deprived_of_parental_rights", EITHER),
                _has_young_child(person, effective_day),
                options(person, "only_parent", EITHER),
                options(person, "dependant_with_disability_at_offence_and_conviction", EITHER),
            )
        ]
        age = has_reached(birth, 50 if woman else 60, effective_day)
        found[sex] = _bounds(
            {
                "1(1)(1)": options(person, "covered_by_law_on_veterans", EITHER),
                "1(1)(3)": [age],
                "1(1)(4)": options(person, "pregnant_on_effective_day", EITHER)
                if woman
                else (False,),
                "1(1)(5)" if woman else "1(1)(6)": raising,
                "1(1)(7)": disability,
            }
        )
    return found


def _has_young_child(person: Record, effective_day: dt.date) -> Sequence[bool]:
    children = person.get("children")
    if children is None:
        return EITHER
    births = [date_of(child, "date_of_birth") for child in children]
    if any(birth and is_young_child(birth, effective_day) for birth in births):
        return (True,)
    return EITHER if None in births else (False,)


def _births(
    person: Record, offences: Sequence[Record], effective_day: dt.date
) -> Iterable[dt.date]:
    """The date of birth, or one for every region between the thresholds of the law."""
    stated = date_of(person, "date_of_birth")
    if stated is not None:
        return (stated,)
    thresholds = {(age, effective_day) for age in (18, 50, 60)}
    thresholds |= {
        (18, day) for record in offences if (day := date_of(record, "committed_on")) is not None
    }
    near = {
        dt.date(day.year - age, day.month, min(day.day, 28)) + step * DAY
        for age, day in thresholds
        for step in range(-2, 5)
    }
    return {
        tuple(has_reached(birth, age, day) for age, day in sorted(thresholds)): birth
        for birth in near
    }.values()


def decide_possible(person: Record, effective_day: dt.date = EFFECTIVE_DAY) -> list[Possible]:
    """The outcomes that remain possible for each offence over all completions of the record.

    The offences share only the date of birth, the vulnerability and whether any of them
    excludes the person. So for every region of the date of birth each offence is looked at by
    itself, with what the others may contribute to Article 5.
    """
    records = person.get("offences") or []
    offences = [_Offence(record, effective_day) for record in records]
    for birth in _births(person, records, effective_day):
        vulnerable = _vulnerability_bounds(person, birth, effective_day)
        situations = [offence.situations(birth) for offence in offences]
        for index, offence in enumerate(offences):
            others = situations[:index] + situations[index + 1 :]
            _explore(offence, situations[index], others, vulnerable)
    return [offence.possible for offence in offences]


def _explore(
    offence: _Offence,
    situations: frozenset[Situation],
    others: Sequence[frozenset[Situation]],
    vulnerable: Mapping[str, Bounds],
) -> None:
    must = NOTHING.union(*(_common(one.excluded.must for one in other) for other in others))
    may = NOTHING.union(*(one.excluded.may for other in others for one in other))
    others_clear = all(any(not one.excluded.must for one in other) for other in others)
    owes: Citations = frozenset({"4(2)"}) if True in offence.possible.obliged else NOTHING
    for own in situations:
        if own.not_before:
            eight = frozenset({"8"})
            offence.possible.add(Effect("not_covered", deciding=eight), eight, owes)
            continue
        if own.excluded.may or may:
            excluded = Effect("excluded", deciding=own.excluded.may | may)
            offence.possible.add(excluded, own.excluded.must | must, owes)
        if others_clear and not own.excluded.must:
            _explore_effects(offence, own, vulnerable.values(), owes)


def _explore_effects(
    offence: _Offence, own: Situation, vulnerable: Iterable[Bounds], owes: Citations
) -> None:
    as_minor: Citations = frozenset({"1(1)(2)"}) if own.minor else NOTHING
    for bounds in vulnerable:
        points = bounds.may | as_minor
        holds = [True] if points else []
        if not bounds.must | as_minor:
            holds.append(False)
        for vulnerably in holds:
            for result in offence.effects(
                vulnerable=vulnerably, entrusted_or_fraud=own.entrusted_or_fraud
            ):
                support = _support(result.deciding, points, may_owe=False)
                offence.possible.add(result, result.deciding, support | owes)


def _common(sets: Iterable[Citations]) -> Citations:
    return functools.reduce(frozenset.intersection, sets)
