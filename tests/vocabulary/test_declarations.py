"""Each form of declaration, from its text to what the vocabulary holds."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.vocabulary.declared import declared, terminals

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.source import Source
from lawc.syntax.phrases import Slot
from lawc.vocabulary.read import read_vocabulary

# --- kinds and facts ---------------------------------------------------------------------


def test_kinds_stand_in_the_order_of_their_nesting() -> None:
    assert declared("").kinds == (
        ir.Kind("reader", None, None),
        ir.Kind("loan", "reader", "loans"),
    )


def test_the_chain_of_a_kind_goes_up_to_the_first() -> None:
    found = declared("kind page of loan in pages\n")

    assert found.chain("page") == ("page", "loan", "reader")
    assert found.chain("nothing") == ()


@pytest.mark.parametrize(
    ("written", "type_"),
    [
        ("truth", Basic.TRUTH),
        ("count", Basic.COUNT),
        ("number", Basic.NUMBER),
        ("fraction", Basic.FRACTION),
        ("date", Basic.DATE),
        ('provision of "code"', Basic.PROVISION),
        ("money EUR", Money("EUR")),
        ("one of pupil, student", Choice("reader.x", ("pupil", "student"))),
        ("one of pupil", Choice("reader.x", ("pupil",))),
    ],
)
def test_fact(written: str, type_: Type) -> None:
    found = declared(f"fact reader.x: {written}\n").facts["reader", "x"]

    assert found == ir.FactDeclaration("reader", "x", type_, "")


def test_a_fact_is_found_at_the_nearest_kind_above() -> None:
    found = declared("fact reader.old: truth\nfact reader.name: truth\nfact loan.old: truth\n")

    assert [one.kind for key in ("old", "name") if (one := found.fact("loan", key))] == [
        "loan",
        "reader",
    ]
    assert found.fact("reader", "young") is None


def test_question() -> None:
    found = declared('fact reader.old: truth\n  en ask "Is the reader  old?"\n')

    assert found.questions == {("reader.old", "en"): "Is the reader old?"}


def test_the_act_whose_provisions_a_fact_holds() -> None:
    assert declared('fact loan.rule: provision of "code"\n').provision_acts == ("code",)


@pytest.mark.parametrize(
    ("written", "literals"),
    [
        ("old", [("old", (True,))]),
        ("not old", [("old", (False,))]),
        ("group is pupil", [("group", ("pupil",))]),
        ("group is pupil, student", [("group", ("pupil", "student"))]),
        ("group is pupil or not old", [("group", ("pupil",)), ("old", (False,))]),
    ],
)
def test_assumption(written: str, literals: list[tuple[str, tuple[str | bool, ...]]]) -> None:
    facts = "fact reader.old: truth\nfact reader.group: one of pupil, student\n"
    found = declared(f"{facts}assume reader: {written}\n").clauses

    assert found == (ir.Clause("reader", tuple(ir.FactLiteral(*one) for one in literals)),)


# --- what an act names -------------------------------------------------------------------


def test_parameter() -> None:
    found = declared("parameter day_one\nparameter day_two chooses versions\n").parameters

    assert {key: one.chooses_versions for key, one in found.items()} == {
        "day_one": False,
        "day_two": True,
    }


def test_concept() -> None:
    found = declared("concept loan.late\n").concepts["late"]

    assert (found.key, found.kind) == ("late", "loan")


def test_quantity() -> None:
    found = declared("quantity loan.fee: money EUR\n").quantities["fee"]

    assert (found.kind, found.type) == ("loan", Money("EUR"))


@pytest.mark.parametrize(
    ("tail", "otherwise", "excluded"),
    [
        ("", None, None),
        ("\n  otherwise charged", "charged", None),
        ("\n  excluded barred", None, "barred"),
        ("\n  otherwise charged\n  excluded barred", "charged", "barred"),
    ],
)
def test_decision(tail: str, otherwise: str | None, excluded: str | None) -> None:
    text = f"decision loan.outcome: one of charged, barred{tail}\n"
    found = declared(text).decisions["outcome"]

    assert (found.decision.otherwise, found.excluded) == (otherwise, excluded)
    assert found.decision.combine is ir.Combine.ONE


@pytest.mark.parametrize(
    ("type_", "written", "value"),
    [
        ("truth", "false", False),
        ("truth", "true", True),
        ("count", "0", 0),
        ("fraction", "0.5", Fraction(1, 2)),
        ("fraction", "0", Fraction(0)),
    ],
)
def test_value_of_a_decision_otherwise(type_: str, written: str, value: ir.Value) -> None:
    found = declared(f"decision loan.made: {type_}\n  otherwise {written}\n").decisions["made"]

    assert found.decision.otherwise == value
    assert type(found.decision.otherwise) is type(value)


def test_effect() -> None:
    found = declared(
        "fact loan.lost: truth\ndecision loan.made: truth\ndecision loan.part: fraction\n"
        "effect loan.lower(by: fraction)\n  gives made = true if lost\n  gives part = by\n"
    ).effects["loan.lower"]

    assert found.slots == (Slot("by", "fraction"),)
    assert [one.decision for one in found.gives] == ["made", "part"]
    assert [one.when is None for one in found.gives] == [False, True]


def test_act_unit_and_money() -> None:
    found = declared('act "code"\nunit cent = 0.01\nunit day = 1\nmoney EUR\nmoney KZT\n')

    assert list(found.acts) == ["code"]
    assert dict(found.units) == {"cent": Fraction(1, 100), "day": Fraction(1)}
    assert list(found.currencies) == ["EUR", "KZT"]


@pytest.mark.parametrize(
    ("how", "rounding"),
    [
        ("up 1", "up"),
        ("down 0.05", "down"),
        ("nearest 1", "nearest"),
        ("nearest 1 half up", "half_up"),
        ("nearest 1 half down", "half_down"),
        ("nearest 0.01 half even", "half_even"),
    ],
)
def test_rounding(how: str, rounding: str) -> None:
    found = declared(f'money EUR\nrounding EUR: {how} source "Money Act, section 3"\n')

    one = found.roundings["EUR"]
    assert (one.rounding.value, one.source) == (rounding, "Money Act, section 3")
    assert one.unit == Fraction(how.split()[1])


@pytest.mark.parametrize(
    ("text", "up"), [("month end up\n", True), ("month end down\n", False), ("", None)]
)
def test_month_end(text: str, up: bool | None) -> None:
    assert declared(text).month_end_up is up


# --- phrases and classes -----------------------------------------------------------------


@pytest.mark.parametrize("type_", ["count", "number", "fraction", "money", "day"])
def test_slot(type_: str) -> None:
    found = declared(
        f"fact reader.old: truth\nphrase reader.old(given: {type_}) means old\n"
    ).phrases["reader.old"]

    assert found.slots == (Slot("given", type_),)


def test_slot_for_provisions() -> None:
    found = declared(
        'fact loan.rule: provision of "code"\n'
        "class loan.under(rules: provisions) means rule in rules\n"
    ).classes["loan.under"]

    assert found.slots == (Slot("rules", "citation"),)


def test_slot_for_the_values_of_a_fact_of_the_kind_or_one_above() -> None:
    found = declared(
        "fact reader.group: one of pupil, student\n"
        "phrase loan.for(whom: group) means group in whom\n"
    ).phrases["loan.for"]

    assert found.slots == (Slot("whom", "choice", "reader.group"),)


def test_several_slots_stand_in_their_order() -> None:
    found = declared(
        "fact loan.days: count\n"
        "phrase loan.between(low: count, high: count) means days >= low and days < high\n"
    ).phrases["loan.between"]

    assert [one.name for one in found.slots] == ["low", "high"]


def test_class_without_a_meaning_is_every_one() -> None:
    assert declared('class reader.any\n  en a "anyone"\n').classes["reader.any"].meaning is None


# --- comments, files, languages ----------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# first\nfact reader.old: truth\n",
        "fact reader.old: truth  # of age\n",
        "fact reader.old: # a type follows\n  truth\n",
        "# a\n# b\n\nfact reader.old: truth\n\n# the end",
        '  # indented\nfact reader.old: truth\n   # "a quote\n',
    ],
)
def test_comments_say_nothing(text: str) -> None:
    assert list(declared(text, "kind reader\n").facts) == [("reader", "old")]


def test_a_hash_in_quotes_is_a_word() -> None:
    assert terminals('fact reader.x: count\n  en noun "the # of books" # a comment\n') == {
        "NOUN": "the # of books"
    }


def test_a_declaration_goes_on_over_indented_lines() -> None:
    found = declared("fact reader.group:\n  one of pupil,\n    student\n")

    assert found.facts["reader", "group"].type == Choice("reader.group", ("pupil", "student"))


def test_files_are_one_vocabulary_in_whatever_order_they_come() -> None:
    one = Source("a.vocabulary", "phrase reader.old means old\n")
    two = Source("b.vocabulary", "fact reader.old: truth\nkind reader\n")

    for sources in ((one, two), (two, one)):
        found, problems = read_vocabulary(sources)
        assert problems == ()
        assert list(found.phrases) == ["reader.old"]


def test_a_phrase_stands_in_each_file_with_its_place() -> None:
    one = Source("a.vocabulary", "kind reader\n")
    two = Source("b.vocabulary", "concept reader.old\n")
    found, _ = read_vocabulary((one, two))

    assert found.concepts["old"].origin.source == two


def test_no_file_at_all() -> None:
    found, problems = read_vocabulary(())

    assert (found.kinds, problems) == ((), ())


def test_languages_have_entries_of_their_own() -> None:
    found = declared(
        'concept reader.young\n  en a "a young reader"\n  ru a "юный читатель"\n'
        '  kk a "жас оқырман"\n'
    )

    assert {language: ones[0].written for language, ones in found.entries.items()} == {
        "en": "a young reader",
        "ru": "юный читатель",
        "kk": "жас оқырман",
    }


def test_the_same_question_in_two_languages() -> None:
    found = declared('fact reader.old: truth\n  en ask "Old?"\n  de ask "Alt?"\n')

    assert found.questions == {("reader.old", "en"): "Old?", ("reader.old", "de"): "Alt?"}


def test_an_instrument_is_a_sort_of_acts_by_what_they_give() -> None:
    text = (
        "decision loan.outcome: one of free, charged, barred\ndecision loan.late: truth\n"
        "instrument pardon\n  grants outcome: free, charged\n  grants late\n"
        '  en a "an act of pardon"\n'
    )
    found = declared(text).instruments["pardon"]

    assert found.kind == "loan"
    assert found.granted == (
        ir.Granted("outcome", ("free", "charged")),
        ir.Granted("late", ()),
    )
    assert terminals(text) == {"INSTRUMENT": "an act of pardon"}


def test_what_is_plausible_is_kept_with_its_kind() -> None:
    found = declared("fact loan.pages: count\nplausible loan: pages < 1000\n").plausible

    assert [(one.kind, one.meaning.name) for one in found] == [("loan", "compares")]
