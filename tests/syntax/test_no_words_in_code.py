"""The compiler's code knows no word of any language: its words stand in the grammar files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from lawc.amend.reading import grammar as amendments
from lawc.syntax.sentences import grammar
from lawc.syntax.tables import table

COMPILER = Path(__file__).parents[2] / "compiler" / "lawc"
STAGES = [
    path
    for folder in ("syntax", "vocabulary", "lower", "check", "amend")
    for path in sorted((COMPILER / folder).glob("*.py"))
]


def texts() -> set[str]:
    """Return the words of statutes: those of the grammar that are no names of its nodes."""
    sentences, structure = grammar("en"), table(("words.en",), ("words",))
    amending = amendments("en")
    tables = (sentences, structure, amending)
    said = {text for one in tables for text in one.texts.values()}
    names = {one.name for of in (sentences, amending) for one in of.productions}
    return {text for text in said if any(map(str.isalpha, text)) and text not in names}


def data(tree: ast.AST) -> Iterator[str]:
    """Yield the strings that logic rests on: compared, matched, looked up, listed, keyed."""
    for node in ast.walk(tree):
        parts: list[ast.expr | None] = []
        match node:
            case ast.Compare():
                parts = [node.left, *node.comparators]
            case ast.MatchValue():
                parts = [node.value]
            case ast.Dict():
                parts = [*node.keys, *node.values]
            case ast.Set() | ast.Tuple() | ast.List():
                parts = [*node.elts]
            case ast.Subscript():
                parts = [node.slice]
            case ast.Call(func=ast.Attribute(attr="startswith" | "endswith" | "get")):
                parts = [*node.args]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


@pytest.mark.parametrize("path", STAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_word_of_a_statute_is_data_of_the_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    other = {
        "article",
        "paragraph",
        "point",
        "part",
        "subpoint",
        "section",
        "clauses",
    }  # levels, named as their rules
    other |= {
        "following",
        "no",
    }  # a form of wordings; the word for what is false in assumptions
    other |= {"and", "or", "of", "not", "in", "is", "total", "largest", "smallest"}

    found = {one for one in data(tree) if one.casefold() in texts() and not one.isupper()}

    assert sorted(found - other) == []
