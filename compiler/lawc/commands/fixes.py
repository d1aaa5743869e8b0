"""The fixes of problems, chosen on the terminal and written: `lawc check --fix`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from lawc.commands.usage import UsageError
from lawc.diagnostics.model import Diagnostic, Fix
from lawc.diagnostics.text import render, visible
from lawc.files import write_all
from lawc.source import Source, Span

_AROUND = 40  # characters on each side of a fix that are shown
_BOM = "\ufeff"

Choose = Callable[[Diagnostic, tuple[str, ...]], int | None]
"""Returns the place of the text to write for a problem, None to write none."""


def offer(problems: Iterable[Diagnostic], choose: Choose) -> int:
    """Ask about each problem that has fixes, write the chosen ones, and return their number.

    Nothing is written before the last question is answered; every file is written whole.

    Raises:
        UsageError: a file has changed since it was read.
    """
    chosen: dict[Path, tuple[Source, list[Fix]]] = {}
    for problem in problems:
        source = problem.primary.source
        if not problem.fixes or not source.path:
            continue
        texts = tuple(_line_with(source, fix) for fix in problem.fixes)
        which = choose(problem, texts)
        if which is not None:
            _, fixes = chosen.setdefault(Path(source.path).resolve(), (source, []))
            if _is_apart(problem.fixes[which], fixes):
                fixes.append(problem.fixes[which])
    write_all({path: _file_with(source, fixes) for path, (source, fixes) in chosen.items()})
    return sum(len(fixes) for _, fixes in chosen.values())


def ask(problem: Diagnostic, texts: tuple[str, ...]) -> int | None:
    """Ask on the terminal which text is to be written."""
    click.echo(render(problem, colour=sys.stdout.isatty()))
    for number, text in enumerate(texts, 1):
        click.echo(f"{number}: {visible(text)}")
    question = "write this? (y, n)" if len(texts) == 1 else "write which? (a number, n)"
    answers = {"n": None, **{str(number): number - 1 for number in range(1, len(texts) + 1)}}
    if len(texts) == 1:
        answers |= {"y": 0}
    answer = click.prompt(
        question, type=click.Choice(list(answers)), show_choices=False, default="n"
    )
    click.echo()
    return answers[answer]


def refuse_unasked() -> None:
    """Refuse to ask where nobody answers.

    Raises:
        UsageError: the input or the output is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "--fix asks before it writes, and this is no terminal: `--format json` lists the "
            "texts under `fixes`"
        )


def _line_with(source: Source, fix: Fix) -> str:
    """Return the line that a fix is in with the fix made, cut to its surroundings."""
    before = source.text[: fix.span.start].rpartition("\n")[2]
    after = source.text[fix.span.end :].partition("\n")[0]
    start = before if len(before) <= _AROUND else f"… {before[-_AROUND:]}"
    end = after if len(after) <= _AROUND else f"{after[:_AROUND]} …"
    return " ".join(f"{start}{fix.text}{end}".split())


def _is_apart(fix: Fix, others: Iterable[Fix]) -> bool:
    return all(
        fix.span.end < other.span.start or other.span.end < fix.span.start for other in others
    )


def _file_with(source: Source, fixes: Iterable[Fix]) -> bytes:
    """Return the file of `source` with fixes made; its line ends and byte order mark stay.

    Raises:
        UsageError: the file is no longer what was read of it.
    """
    path = Path(source.path)
    raw = path.read_bytes().decode("utf-8")
    begins = list(_begins(raw))
    if "".join(_plain(raw[at]) for at in begins[:-1]) != source.text:
        raise UsageError(f"`{path}` has changed since it was read: run this again")
    for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
        span = Span(begins[fix.span.start], begins[fix.span.end])
        raw = raw[: span.start] + fix.text + raw[span.end :]
    return raw.encode()


def _begins(raw: str) -> Iterator[int]:
    """Yield where each character that was read begins in the file, and where the file ends."""
    for at, char in enumerate(raw):
        if (char == _BOM and at == 0) or (char == "\n" and at and raw[at - 1] == "\r"):
            continue
        yield at
    yield len(raw)


def _plain(char: str) -> str:
    return "\n" if char == "\r" else char
