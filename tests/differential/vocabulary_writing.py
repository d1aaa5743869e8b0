"""A vocabulary as text, from its tree."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tests.differential import act_declared as d
from tests.differential.act_vocabulary import AMOUNTS
from tests.differential.act_words import grouped


def vocabulary(of: d.Vocabulary) -> str:
    """Return the text of a vocabulary."""
    return "\n".join(_declarations(of)) + "\n"


def _declarations(of: d.Vocabulary) -> Iterator[str]:
    yield f"month end {'up' if of.month_end_up else 'down'}"
    for one in of.kinds:
        inside = f" of {one.parent} in {one.field}" if one.parent else ""
        yield f"kind {one.key}{inside}"
        many = f'many "the {one.parent}\'s {one.field}"' if one.parent else ""
        yield (
            f'  en a "a {one.key}" the "the {one.key}" {many} one "one {one.key}"'
            f' following "the following {one.field or "persons"}"'
        )
    yield 'unit cent = 0.01\n  en noun "cent"'
    yield 'unit euro = 1\n  en noun "euro"'
    yield 'unit whole = 1\n  en noun "number"'
    yield 'money EUR\n  en noun "euro"'
    yield 'act "old-code"\n  en noun "the Old Code"'
    for place, day_ in enumerate(of.days):
        chooses = "" if place else " chooses versions"
        yield f'parameter {day_}_day{chooses}\n  en noun "the {day_} day"'
    for fact in of.facts:
        yield from _fact(fact)
    for span in of.spans:
        owner = of.kind(span.kind).parent
        yield f"span {span.kind} from {span.first.key} to {span.last.key}"
        yield f'  en yes "the {owner} | was {span.word}" no "the {owner} | was not {span.word}"'
    for concept in of.concepts:
        yield f"concept {concept.kind}.{concept.key}"
        word = concept.word
        yield f'  en a "a {word}" the "the {concept.kind}" many "{word}s"'
    for quantity in of.quantities:
        yield f"quantity {quantity.kind}.{quantity.key}: {_type(quantity.type)}"
        yield f'  en noun "the {quantity.noun}" many "{quantity.noun}s"'
    for decision in of.decisions:
        yield from _decision(decision)
    for sense_ in of.senses:
        yield from _sense(of, sense_)
    for effect in of.effects:
        yield from _effect(of, effect)


def _fact(fact: d.Fact) -> Iterator[str]:
    type_ = _type(fact.type)
    yield f"fact {fact.kind}.{fact.key}: {type_ if not fact.values else ''}".rstrip() + (
        f" one of {', '.join(fact.values)}" if fact.values else ""
    )
    words = " ".join(f'value {one} "{one}"' for one in fact.values)
    noun = f'noun "the {fact.noun}"' if fact.noun else ""
    noun += f' many "{fact.noun}s"' if fact.noun and fact.type in AMOUNTS else ""
    if words or noun:
        yield f"  en {words} {noun}"


def _decision(one: d.Decision) -> Iterator[str]:
    type_ = f"one of {', '.join(one.values)}" if one.values else _type(one.type)
    yield f"decision {one.kind}.{one.key}: {type_}"
    for word, value in (("otherwise", one.otherwise), ("excluded", one.excluded)):
        if value is not None:
            said = str(value).lower() if isinstance(value, bool) else str(value)
            yield f"  {word} {said}"
    yield f'  en noun "the {one.noun}" many "{one.noun}s"'


_SLOTS = {"date": "day", "provision": "provisions"}


def _sense(of: d.Vocabulary, one: d.Sense) -> Iterator[str]:
    names = [f"s{n}" for n in range(len(one.slots))]
    slots = ", ".join(
        f"{name}: {_SLOTS.get(type_, type_)}"
        for name, type_ in zip(names, one.slots, strict=True)
    )
    head = f"({slots})" if slots else ""
    yield f"{one.form} {one.kind}.{one.key}{head} means {meaning(of, one.meaning)}"
    said = one.words.format(*(f"[{name}]" for name in names))
    if one.form == "class":
        yield f'  en a "a {said}" the "the {one.kind}"'
    else:
        yield f'  en yes "the {one.kind} | is {said}" no "the {one.kind} | is not {said}"'


def _effect(of: d.Vocabulary, one: d.Effect) -> Iterator[str]:
    when = "" if one.when is None else f" if {meaning(of, one.when)}"
    if one.value is None:
        yield f"effect {one.kind}.{one.key}(s0: {one.decision.type})"
        yield f"  gives {one.decision.key} = s0{when}"
        yield f'  en clause "the {one.word} of [s0] is due"'
        return
    value = str(one.value).lower() if isinstance(one.value, bool) else str(one.value)
    yield f"effect {one.kind}.{one.key}\n  gives {one.decision.key} = {value}{when}"
    yield f'  en yes "the {one.kind} | is {one.word}" many "are {one.word}"'


def _type(type_: str) -> str:
    return {"money": "money EUR", "provision": 'provision of "old-code"'}.get(type_, type_)


def meaning(of: d.Vocabulary, one: d.Meaning) -> str:
    """Return a meaning as the vocabulary writes it; every part of a chain in brackets."""

    def operand(part: d.Operand | str) -> str:
        match part:
            case d.Name(fact):
                return fact.key
            case d.InSlot(place):
                return f"s{place}"
            case d.Moved(start, earlier, number, unit):
                by = number if isinstance(number, int) else operand(number)
                return f"{operand(start)} {'-' if earlier else '+'} {by} {unit}"
            case Fraction():
                return grouped(part).replace(" ", "")
            case str():
                return part
            case _:
                raise AssertionError(part)

    match one:
        case d.Name(fact):
            return fact.key
        case d.Negated(part):
            return f"not ({meaning(of, part)})"
        case d.Joined(word, parts):
            return f" {word} ".join(f"({meaning(of, part)})" for part in parts)
        case d.Stands(left, sign, right):
            return f"{operand(left)} {sign} {operand(right)}"
        case d.Within(fact, place):
            return f"{fact.key} in s{place}"
        case d.Has(quantifier, kind, part):
            return f"{quantifier} {of.kind(kind).field} has ({meaning(of, part)})"
