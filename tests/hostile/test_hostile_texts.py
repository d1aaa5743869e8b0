"""Texts that try to be code: whatever a statute and a vocabulary say, nothing of it runs."""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.commands.running import lines, run
from tests.sampling import some

from lawc.backends.documents.law_html import law_html
from lawc.backends.documents.law_markdown import law_markdown
from lawc.backends.python.emit import Header, emit
from lawc.pipeline import compile_source
from lawc.source import Source

HIDDEN = "\u202e\u202c\u200f\u2066\u2028\u2029\u0085\x01\x07\x1b\x7f"
CODE = "');open('pwned','w')#{{ open('pwned','w') }}{% set x = 1 %}{# x #}{bad}{0}%s$HOME`id`"
MARKUP = "<script>open('pwned')</script><img src=x onerror=alert(1)>]]>--></style></title>&amp;"
SIGNS = "it's \\ \\\\ \\N{BULLET} \\x41 ''' \U0001f600 \u0436\u04d9\u0623 * _ # | ~~~ \\"
# A wording of a vocabulary stands in double quotes: it holds every sign but these.
UNQUOTED = f"{SIGNS} {CODE} {MARKUP} {HIDDEN}[31m \\"
QUOTED = f'{UNQUOTED} "one" """three""" \\""" \\'
REMARK = QUOTED.replace("[", "").replace("]", "")

VOCABULARY = f"""\
# {QUOTED}
month end up
kind person
  en a "a person" the "the person"
kind child of person in children
  en a "a child" the "the child" many "the person's children" each "each child"
fact person.sex: one of female, male
  en ask "{UNQUOTED}" value female "it's {{bad}} {{{{ 7*7 }}}} <b>" value male "a <i>man</i>"
fact person.old: truth
  en ask "{UNQUOTED}"
fact child.born: date
  en ask "{UNQUOTED}"
phrase person.old means old
  en yes "the person | is <script>old</script> {{{{ 7*7 }}}} it's {{bad}} ]]>"
     no  "the person | is not <script>old</script>"
decision person.outcome: one of free, bound
  otherwise bound
effect person.free
  gives outcome = free
  en yes "the person | is free"
"""
ACT = f"""\
{QUOTED}
The second line {QUOTED}

Note. {QUOTED} [assumed: {REMARK}]

Article 1. {QUOTED} [reported: {REMARK}]

1. A person is free if the person is <script>old</script> {{{{ 7*7 }}}} it's {{bad}} ]]>.
   [assumed: {REMARK}]
2. Note. {QUOTED}
"""
LAW = "statutes/hostile/act"
FORMS = ("text", "md", "html", "json")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working directory, with the hostile act; nothing may appear in it by itself."""
    (tmp_path / LAW).mkdir(parents=True)
    (tmp_path / "statutes/hostile/all.vocabulary").write_text(VOCABULARY, encoding="utf-8")
    (tmp_path / LAW / "en.law").write_text(ACT, encoding="utf-8")
    (tmp_path / "case.json").write_text(lines({"id": QUOTED, "old": True, "children": [{}]}))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    assert not list(tmp_path.rglob("pwned*"))


class Tags(HTMLParser):
    """The tags and attributes of a document, and the text outside of styles."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


def assert_harmless(document: str) -> None:
    """Assert that an HTML document has no tag or attribute that a text brought in."""
    page = Tags(document)
    assert not page.tags & {"script", "img", "i", "iframe", "object", "link"}
    assert not {one for one in page.attributes if one.startswith("on") or one == "src"}
    assert "</style>" in document.partition("</head>")[0]
    assert "open('pwned')" in page.text
    assert not set(HIDDEN) & set(document)


def test_the_statute_is_read_without_a_problem(place: Path) -> None:
    assert place.is_dir()
    result = run("check")

    assert (result.exit_code, result.stderr) == (0, "")


def test_generated_modules_compile_and_hold_no_hidden_sign(place: Path) -> None:
    assert run("build").exit_code == 0
    modules = sorted((place / "generated/hostile_act").glob("*.py"))

    assert len(modules) > 3
    for module in modules:
        text = module.read_text(encoding="utf-8")
        calls = [one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.Call)]
        assert not [one for one in calls if ast.unparse(one.func) in ("open", "eval", "exec")]
        assert not set(HIDDEN) & set(text)


def test_the_schema_is_json_and_holds_no_hidden_sign(place: Path) -> None:
    run("build")
    text = (place / "generated/hostile_act/facts.schema.json").read_text(encoding="utf-8")

    assert json.loads(text)["properties"]["sex"]["description"].startswith(SIGNS)
    assert not set(HIDDEN) & set(text)


def test_the_generated_package_imports_and_decides(place: Path) -> None:
    run("build")
    init = place / "generated/hostile_act/__init__.py"
    spec = importlib.util.spec_from_file_location(
        "hostile_act_here", init, submodule_search_locations=[str(init.parent)]
    )
    assert spec is not None
    assert spec.loader is not None
    package: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = package
    try:
        spec.loader.exec_module(package)
        person = package.Person.from_dict({"old": True, "children": [{}]})
        decision = package.decide(person)
        trees = package.explain(person)
    finally:
        for name in [one for one in sys.modules if one.startswith(spec.name)]:
            del sys.modules[name]

    assert decision.to_dict()["decisions"]["outcome"]["value"] == "free"
    assert "<script>old</script> {{ 7*7 }} it's {bad} ]]>" in repr(trees.to_dict())


def test_the_documents_of_the_law_bring_nothing_in(place: Path) -> None:
    run("build")
    html = (place / "generated/hostile_act/law.html").read_text(encoding="utf-8")
    markdown = (place / "generated/hostile_act/law.md").read_text(encoding="utf-8")

    assert_harmless(html)
    assert "\\<script" in markdown
    assert "<script" not in markdown.replace("\\<script", "")
    assert "{{ 7*7 }}" in Tags(html).text
    assert not set(HIDDEN) & set(markdown)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("full", [[], ["--full"]])
def test_an_explanation_brings_nothing_in(place: Path, form: str, full: list[str]) -> None:
    assert place.is_dir()
    result = run("why", LAW, "case.json", "--format", form, *full)

    assert result.exit_code == 0
    assert "7*7" in result.stdout.replace("\\", "")
    match form:
        case "html":
            assert_harmless(result.stdout)
        case "md":
            assert "<script" not in result.stdout.replace("\\<script", "")
        case "json":
            assert json.loads(result.stdout)["title"].startswith("it's \\ \\\\ \\N{BULLET}")
        case _:
            assert not set(HIDDEN) & set(result.stdout)


@pytest.mark.parametrize("form", ["tree", "ir", "echo"])
def test_what_is_shown_cannot_command_the_terminal(place: Path, form: str) -> None:
    assert place.is_dir()
    result = run("show", LAW, "--as", form)

    assert result.exit_code == 0
    assert not set(HIDDEN) & set(result.stdout)


def test_a_problem_is_told_without_hidden_signs(place: Path) -> None:
    text = place / LAW / "en.law"
    text.write_text(f"{ACT}\n3. {QUOTED}\n", encoding="utf-8")
    result = run("check")

    assert result.exit_code == 1
    assert not set(HIDDEN) & set(result.output)


def test_decisions_are_one_line_each_whatever_the_id(place: Path) -> None:
    (place / "cases.jsonl").write_text(
        lines({"id": QUOTED, "old": True}, {"id": "\n", "old": None})
    )
    result = run("decide", LAW, "cases.jsonl")
    ids = [json.loads(one)["id"] for one in result.stdout.rstrip("\n").split("\n")]

    assert ids == [QUOTED, "\n"]


def test_the_layout_is_reached_and_still_read(place: Path) -> None:
    assert place.is_dir()

    assert run("fmt").exit_code == 0
    assert run("fmt", "--check").exit_code == 0
    assert run("check").exit_code == 0


TEXTS = st.text(
    st.characters(exclude_characters="\n\r", exclude_categories=["Cs"])
    | st.sampled_from("\"'\\{}%#<>&[]`|*_~\u2028\u202e"),
    max_size=40,
)


@settings(max_examples=some(60))
@given(TEXTS, TEXTS, TEXTS)
def test_whatever_headings_and_notes_say_the_package_compiles(
    title: str, heading: str, note: str
) -> None:
    text = (
        f"AN ACT {title}\n\nArticle 1. Heading {heading}\n\n"
        f"1. A person is free if the person is old.\n2. Note. {note}\n"
    )
    words = (
        'kind person\n  en a "a person" the "the person"\n'
        'fact person.old: truth\n  en ask "Is the person old?"\n'
        "phrase person.old means old\n"
        '  en yes "the person | is old" no "the person | is not old"\n'
        "decision person.free: truth\n  otherwise false\n"
        'effect person.free\n  gives free = true\n  en yes "the person | is free"\n'
    )
    sources = (Source("x/all.vocabulary", words),)
    found = compile_source(Source("x/y/en.law", text), "x/y", sources)
    if found.law is None:  # a mark in the middle, a second act, a row
        assert found.errors
        return
    for name, module in emit(found.law, Header("0", "x/y/en.law")).items():
        if name.endswith(".py"):
            compile(module, name, "exec")
        assert all(sign.isprintable() or sign == "\n" for sign in module)
    page = Tags(law_html(found.law))
    assert not page.tags & {"script", "img", "iframe"}
    assert law_markdown(found.law)
