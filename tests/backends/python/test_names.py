"""Words of a law as names of Python."""

from __future__ import annotations

import keyword

from hypothesis import given
from hypothesis import strategies as st
from tests import small_law as small

from lawc.backends.python.imports import NAMES
from lawc.backends.python.names import RESERVED, classes, identifiers, provision_name
from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir

WORDS = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            ["class", "class_", "None", "a-b", "a_b", "a b", "1a", "_a", "__a", "ﬁ", "fi"]
        ),
    ),
    max_size=8,
)


@given(WORDS)
def test_no_two_words_have_one_name(words: list[str]) -> None:
    names = identifiers(words)

    assert len(set(names.values())) == len(set(words))
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in names.values())
    assert not RESERVED & set(names.values())


@given(WORDS)
def test_no_two_kinds_have_one_class(words: list[str]) -> None:
    names = classes(words)

    assert len(set(names.values())) == len(set(words))
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in names.values())


def test_a_word_that_is_a_name_keeps_it_whoever_comes_first() -> None:
    assert identifiers(["a-b", "a_b"]) == {"a-b": "a_b_", "a_b": "a_b"}


def test_keywords_give_way() -> None:
    assert identifiers(["class", "class_"]) == {"class": "class_2", "class_": "class_"}


def test_classes_are_written_as_one_word() -> None:
    assert classes(["criminal_record", "person"]) == {
        "criminal_record": "CriminalRecord",
        "person": "Person",
    }


def test_a_provision_is_named_by_its_numbers() -> None:
    assert provision_name("art_2__para_1__point_3") == "art_2_1_3"
    assert provision_name("art_3-1__para_7-1") == "art_3_ins_1_7_ins_1"


def test_no_concept_is_named_as_what_modules_import() -> None:
    concepts = [
        ir.Definition(name, "person", small.VETERAN, f"art_{place}")
        for place, name in enumerate(NAMES)
    ]

    names = Plan(small.law(definitions=tuple(concepts))).functions.values()

    assert not {*NAMES} & {*names}


def test_no_kind_is_named_as_what_modules_import() -> None:
    kinds = tuple(
        ir.Kind(name.lower(), "person", f"{name}_list") for name in dict.fromkeys(NAMES)
    )

    plan = Plan(small.law(kinds=(small.KINDS[0], *kinds), facts=()))

    assert not {*NAMES} & {*plan.classes.values(), *plan.variables.values()}
