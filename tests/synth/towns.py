"""A small law, and specifications of registers for it."""

from __future__ import annotations

from lawc.diagnostics.explain import example_vocabulary
from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.pipeline import compile_source
from lawc.source import Source
from lawc.synth.reading import read_specification
from lawc.synth.register import Synthesis
from lawc.synth.specification import Specification

CARDS = """\
Article 1. Cards

1. A person is entitled to a card if the person lives in the town or the person attends a school
   of the town.
2. The fine is 5 euro, if the loan is late.
"""
CELLS = """\
law = "act"
persons = 100

[cell.town]
fact = "person.lives_in_town"
[cell.card]
decision = "person.card"
"""
DRAWS = """
[[draw]]
fact = "person.attends_school"
values = { true = 1, false = 3 }
"""


def law(text: str = CARDS, more: str = "") -> ir.Law:
    vocabularies = [Source("example/example.vocabulary", example_vocabulary())]
    if more:
        vocabularies.append(Source("example/more.vocabulary", more))
    compiled = compile_source(
        Source("example/act/en.law", text), "example/act", tuple(vocabularies)
    )
    assert compiled.law is not None, compiled.errors
    return compiled.law


def read(text: str, of: ir.Law | None = None) -> tuple[Specification | None, list[Diagnostic]]:
    specification, problems = read_specification(Source("act/register.toml", text), of or law())
    return specification, list(problems)


def synthesis(text: str, of: ir.Law | None = None) -> Synthesis:
    specification, problems = read(text, of)
    assert specification is not None, problems
    return Synthesis(of or law(), specification)


def figure(name: str, number: str, where: str, more: str = "") -> str:
    return f'\n[[figure]]\nname = "{name}"\n{number}\nwhere = {where}\nsource = "x"\n{more}\n'
