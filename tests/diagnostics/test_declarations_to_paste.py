"""A phrase that is not declared is answered with the declaration to paste."""

from __future__ import annotations

import json
import re
from collections import Counter
from random import Random

import pytest
from tests.differential import act_texts, act_writing, vocabulary_writing
from tests.sampling import some

from lawc.check.proposals import pasted
from lawc.diagnostics.codes import Code
from lawc.diagnostics.json import as_dict
from lawc.diagnostics.model import Diagnostic
from lawc.diagnostics.text import render
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

VOCABULARY = """\
kind tenant
  en a "a tenant" the "the tenant"
kind member of tenant in members
  en a "a member" the "the member" many "the members"
money EUR
  en noun "euro"
act "code"
  en noun "the Code"
fact tenant.rent: money EUR
  en noun "the rent"
fact tenant.arrears: truth
phrase tenant.arrears means arrears
  en yes "the tenant | has arrears" no "the tenant | has no arrears"
fact tenant.flat: one of small, large
  en value small "a small flat" value large "a large flat"
decision tenant.entitled: truth
effect tenant.entitle gives entitled = true
  en yes "the tenant | is entitled to the benefit"
"""
CASES = [
    (
        "A tenant who keeps a dog is entitled to the benefit.",
        "fact tenant.keeps_a_dog: truth\n"
        "phrase tenant.keeps_a_dog means keeps_a_dog\n"
        '  en yes "the tenant | keeps a dog"\n',
    ),
    (
        "A tenant is entitled to the benefit if the tenant does not keep a dog.",
        "fact tenant.does_keep_a_dog: truth\n"
        "phrase tenant.does_keep_a_dog means does_keep_a_dog\n"
        '  en no "the tenant | does not keep a dog"\n',
    ),
    (
        "A tenant who has lived there for ten years on 1 July 2020 is entitled to the benefit.",
        "fact tenant.has_lived_there_for_years_on_number: count\n"
        "fact tenant.has_lived_there_for_years_on_day: date\n"
        "phrase tenant.has_lived_there_for_years_on(number: count, day: day) means "
        "has_lived_there_for_years_on_number >= number and "
        "has_lived_there_for_years_on_day <= day\n"
        '  en yes "the tenant | has lived there for [number] years on [day]"\n',
    ),
    (
        "A tenant who rents a small flat or a large flat is entitled to the benefit.",
        "phrase tenant.rents(flat: flat) means flat in flat\n"
        '  en yes "the tenant | rents [flat]"\n',
    ),
    (
        "A tenant is released from the rent.",
        "decision tenant.is_released_from_the_rent: truth\n"
        "effect tenant.is_released_from_the_rent\n"
        "  gives is_released_from_the_rent = true\n"
        '  en yes "the tenant | is released from the rent"\n',
    ),
    (
        "A tenant may keep a dog.",
        "decision tenant.may_keep_a_dog: truth\n"
        "effect tenant.may_keep_a_dog\n"
        "  gives may_keep_a_dog = true\n"
        '  en yes "the tenant | may keep a dog"\n',
    ),
    (
        "The supplement of 300 euro is due for a tenant who has arrears.",
        "decision tenant.the_supplement_of_is_due: money EUR\n"
        "effect tenant.the_supplement_of_is_due(amount: money)\n"
        "  gives the_supplement_of_is_due = amount\n"
        '  en clause "the supplement of [amount] is due"\n',
    ),
    (
        "The full rent is the rent plus 5 euro.",
        'quantity tenant.full_rent: money EUR\n  en noun "the full rent"\n',
    ),
    (
        "The supplement is 5 euro, if the tenant has arrears.",
        'decision tenant.supplement: money EUR\n  en noun "the supplement"\n',
    ),
    (
        "A tenant is entitled to the benefit if the number of rooms is more than 3.",
        'fact tenant.number_of_rooms: count\n  en noun "the number of rooms"\n',
    ),
    (
        "In this Law, a large family means a tenant who has arrears.",
        'concept tenant.large_family\n  en a "a large family" the "the tenant"\n',
    ),
    (
        "A large family is entitled to the benefit.",
        "fact tenant.large_family: truth\n"
        "class tenant.large_family means large_family\n"
        '  en a "a large family" the "the tenant"\n',
    ),
    (
        "A tenant is entitled to the benefit if the rent is 5 pounds less than the rent.",
        None,
    ),
]


def compiled(sentence: str, vocabulary: str) -> Compiled:
    act = Source("xx/act/en.law", f"AN ACT\n\nArticle 1. A heading\n\n1. {sentence}\n")
    return compile_source(act, "xx/act", (Source("xx/words.vocabulary", vocabulary),))


def only_error(sentence: str, vocabulary: str) -> Diagnostic:
    (error,) = [
        each
        for each in compiled(sentence, vocabulary).errors
        if each.primary.source.name.endswith(".law")
    ]
    return error


def with_declarations(error: Diagnostic, vocabulary: str) -> str:
    (after,) = pasted((Source("xx/words.vocabulary", vocabulary),), error.declarations)
    return after.text


@pytest.mark.parametrize(("sentence", "declared"), CASES)
def test_a_sentence_is_read_with_the_declaration_it_lacks(
    sentence: str, declared: str | None
) -> None:
    error = only_error(sentence, VOCABULARY)

    if declared is None:
        assert not error.declarations
        return
    assert [each.text for each in error.declarations] == [declared]
    assert not compiled(sentence, with_declarations(error, VOCABULARY)).errors


def test_a_wording_that_is_missing_has_its_place_in_its_declaration() -> None:
    sentence = "The rent is 5 euro multiplied by the number of the tenants."
    error = only_error(sentence, VOCABULARY)
    after = with_declarations(error, VOCABULARY)

    assert 'en a "a tenant" many "the tenants" the "the tenant"' in after


@pytest.mark.parametrize(
    "sentence",
    [
        "A person is entitled to a card if the person lives in the town.",
        "A person who lives in the town is entitled to a card.",
        "A person who was born before 1 July 1990 and who keeps no dog is entitled to a card, "
        "unless the damage is paid in full.",
        "In this Act, a large family means a person who has three children.",
    ],
)
def test_the_first_sentence_of_all_declares_its_kind(sentence: str) -> None:
    error = only_error(sentence, "")
    after = compiled(sentence, with_declarations(error, ""))

    assert error.declarations[0].texts[0].startswith('kind person\n  en a "a person" the ')
    assert not after.errors


def test_editors_get_the_file_the_place_and_the_text() -> None:
    error = only_error(CASES[0][0], VOCABULARY)
    (record,) = json.loads(json.dumps(as_dict(error)))["declare"]

    end = {"offset": len(VOCABULARY), "line": 19, "column": 1}
    assert record == {
        "file": "xx/words.vocabulary",
        "start": end,
        "end": end,
        "text": CASES[0][1],
    }
    assert render(error).endswith(
        "declare: in xx/words.vocabulary\n"
        "  fact tenant.keeps_a_dog: truth\n"
        "  phrase tenant.keeps_a_dog means keeps_a_dog\n"
        '    en yes "the tenant | keeps a dog"'
    )


def answered(seed: int) -> str | None:
    """Return whether a random act is read again, one declaration of which is taken away."""
    rng = Random(seed)  # noqa: S311 - to be replayed
    act = act_texts.act(rng)
    vocabulary = vocabulary_writing.vocabulary(act.vocabulary)
    text = Source("xx/act/en.law", act_writing.text(act))

    def errors(vocabulary: str) -> tuple[Diagnostic, ...]:
        of = (Source("xx/words.vocabulary", vocabulary),)
        return compile_source(text, "xx/act", of).errors

    declarations = re.split(r"\n(?=\S)", vocabulary.rstrip("\n"))
    taken = [
        place
        for place, each in enumerate(declarations)
        if re.match("phrase|class|effect|quantity|concept|unit|act|money", each)
    ]
    del declarations[rng.choice(taken)]
    without = "\n".join(declarations) + "\n"
    codes = (Code.NOT_UNDERSTOOD, Code.WRONG_VALUE)
    unread = [each for each in errors(without) if each.code in codes]
    if not unread or errors(vocabulary):
        return None
    first, *_ = unread
    if not first.declarations:
        return "not declared"
    of = first.declarations[0].of
    for error in errors(with_declarations(first, without)):
        if error.primary.source.name.endswith(".vocabulary"):
            return f"{seed}: {error.message}"
        if error.code in codes and error.primary.span.start < of.end <= error.primary.span.end:
            return f"{seed}: {error.message}"
    return "read"


def counted(seeds: range) -> Counter[str | None]:
    return Counter(map(answered, seeds))


def test_sentences_of_random_acts_are_read_with_what_they_lack() -> None:
    acts = some(25)
    counts = counted(range(acts))

    assert {*counts} <= {None, "read", "not declared"}
    assert counts["read"] >= 0.4 * acts
    assert counts["not declared"] <= 1


@pytest.mark.slow
def test_sentences_of_many_random_acts_are_read_with_what_they_lack() -> None:
    """Sentences of 40 acts; of 400 with `pytest --samples 10`, in some minutes."""
    acts = some(40)
    counts = counted(range(1000, 1000 + acts))

    # Of a choice that is declared further on, the declaration stands too early: two of 400.
    unfit = {*counts} - {None, "read", "not declared"}
    assert len(unfit) <= acts / 40, unfit
    assert counts["read"] > 20 * counts["not declared"]
