"""`lawc show`: a statute as the compiler reads it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.problems import compile_act, law_of, show
from lawc.commands.usage import UsageError
from lawc.diagnostics.text import visible
from lawc.syntax.nodes import Phrase, Tree

if TYPE_CHECKING:
    from lawc.syntax.act import Passage


@click.command("show")
@click.argument("statute", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "form",
    type=click.Choice(["tree", "ir", "plan", "echo", "vocabulary", "official"]),
    default="echo",
    help="Form: tree of the text, logic (ir), plan, sentences in normal form (echo, default), "
    "vocabulary with the sentences that use it, or beside the official text.",
)
def command(statute: Path, form: str) -> None:
    """Show how STATUTE is read."""
    match form:
        case "ir":
            from lawc.ir.show import show as logic

            _print(logic(law_of(statute)).rstrip("\n").split("\n"))
        case "plan":
            from lawc.plan.build import plan_of
            from lawc.plan.show import show as slots

            law = law_of(statute)
            of = law.citations
            citations = [of.get(rule.eid, rule.eid) for rule in law.rules]
            _print(slots(plan_of(law), citations).rstrip("\n").split("\n"))
        case "echo":
            from lawc.echo.text import echo

            result = compile_act(statute)
            law = law_of(statute) if result.law is None else result.law
            said = echo(law, result.vocabulary, result.act.numbering)
            _print(said.text.rstrip("\n").split("\n"))
        case "vocabulary":
            _print(_with_usage(statute))
        case "official":
            _print(_beside_official(statute))
        case _:
            result = compile_act(statute)
            for passage in result.act.passages:
                _print(_passage(passage, 0))
            show(result.errors)
            sys.exit(1 if result.errors else 0)


def _with_usage(statute: Path) -> Iterator[str]:
    """Yield the lines of the vocabularies of an act, with the sentences that use them."""
    from lawc.vocabulary.usage import with_usage

    result = compile_act(statute)
    sources = [each for each in result.sources if each.name.endswith(".vocabulary")]
    yield from with_usage(result.act, result.vocabulary, dict.fromkeys(sources))
    show(result.errors)


def _beside_official(statute: Path) -> Iterator[str]:
    """Yield how the sentences of an act are worded beside those of its official text."""
    from lawc.folders import UnreadableError, find_act, official_text, read_source
    from lawc.syntax.official import worded

    try:
        folder = find_act(statute)
        sides = worded(official_text(folder), read_source(folder.text), folder.language)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    for sentence in sides.sentences:
        if sentence.as_worded:
            yield f"{sentence.citation}  as worded"
            continue
        yield f"{sentence.citation}"
        yield f"    official: {sentence.official}"
        yield "    the act:  " + (
            "has no such element" if sentence.act is None else sentence.act
        )
    for element in sides.added:
        yield f"{element.citation}  stands in the act only: " + " ".join(element.sentences)
    of = len(sides.sentences)
    share = _percent(sides.same, of)
    yield f"{sides.same} of {of} sentences ({share} %) stand as they are worded officially"
    if sides.notes:
        yield f"{sides.notes} elements of the official text are notes, and not counted"


def _percent(part: int, whole: int) -> int:
    """Return a share of a whole in per cent, rounded down; 100 of nothing."""
    return 100 * part // whole if whole else 100


def _print(lines: Iterable[str]) -> None:
    """Print lines with a sign for each character that does not show: texts are not commands."""
    for line in lines:
        click.echo(visible(line))


def _passage(passage: Passage, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{passage.labels[-1]} {passage.heading}".rstrip()
    for note in passage.notes:
        yield f"{indent}  (decides nothing) {note}"
    for tree in (*passage.sentences, *passage.rows):
        yield from _tree(tree, depth + 1)
    for item in passage.items:
        yield from _passage(item, depth + 1)


def _tree(tree: Tree, depth: int) -> Iterator[str]:
    parts = [child for child in tree.children if isinstance(child, Tree)]
    own = [
        _leaf(child)
        for child in tree.children
        if child is not None and not isinstance(child, Tree)
    ]
    yield "  " * depth + " ".join([tree.name, *own])
    for part in parts:
        yield from _tree(part, depth + 1)


def _leaf(node: object) -> str:
    if isinstance(node, Phrase):
        slots = ", ".join(f"{name}={_plain(value)}" for name, value in node.slots.items())
        return f"{node.terminal}:{node.key}" + (f"[{slots}]" if slots else "")
    return str(getattr(node, "text", node))


def _plain(value: object) -> str:
    if isinstance(value, Tree):
        inner = " ".join(_plain(child) for child in value.children if child is not None)
        return f"{value.name}({inner})"
    return _leaf(value)
