"""Text of a statute inside Python: nothing in it can end the string it stands in."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap

from hypothesis import example, given
from hypothesis import strategies as st

from lawc.backends.python.text import as_json, comment, docstring, literal

HOSTILE = (
    '"""',
    "'''",
    "\\",
    'a"',
    '"a',
    "{{ bad }}",
    "{bad}",
    "\u202e",
    "\u2028",
    "\x00",
    "\ud800",
)


@given(st.text())
@example('"')
@example("'\"")
@example("\\'\"")
def test_a_literal_is_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text


@given(st.lists(st.text("ab-é", min_size=1, max_size=120), max_size=40))
def test_the_lines_of_a_docstring_are_as_long_as_they_may_be(words: list[str]) -> None:
    lines = docstring(" ".join(words), 4).strip().strip('"').rstrip().split("\n    ")

    if len(lines) > 1:
        text = " ".join(words)
        assert lines == textwrap.wrap(text, 80, break_long_words=False, break_on_hyphens=False)


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)))
def test_a_docstring_is_the_words_of_the_text(text: str) -> None:
    tree = ast.parse(f"def f() -> None:\n{docstring(text, 4)}\n")

    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    assert len(tree.body) == len(function.body) == 1
    assert inspect.cleandoc(ast.get_docstring(function) or "").split() == text.split()


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)))
def test_a_comment_is_one_line(text: str) -> None:
    tree = ast.parse(f"{comment(text)}\nx = 1\n")

    assert len(tree.body) == 1


def test_letters_stay_and_hidden_characters_are_escaped() -> None:
    assert literal("ғылым “a”") == '"ғылым “a”"'
    assert literal("a\u202eb\u2028") == '"a\\u202eb\\u2028"'
    assert docstring("a\u202eb", 4) == '    """a\\u202eb"""'


@given(st.text())
def test_json_is_the_text(text: str) -> None:
    made = as_json({"a": text})

    assert json.loads(made) == {"a": text}
    assert all(char == "\n" or char.isprintable() for char in made)
