"""`lawc check`: what is wrong with statutes, and how much of them is read."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.problems import STATUTES, acts_under, compile_act, show, worth_showing
from lawc.commands.progress import question_counter
from lawc.commands.usage import UsageError
from lawc.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawc.diagnostics.model import Diagnostic
    from lawc.ir import nodes as ir
    from lawc.pipeline import Compiled


MILLION = 1_000_000
LIMIT = 50  # millions of steps of the solver, for an act


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="Format of the report (default: text).",
)
@click.option(
    "--notes", is_flag=True, help="Also report what is never used, and what is left open."
)
@click.option("--prove", is_flag=True, help="Also search the acts with a solver (extra `smt`).")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    metavar="N",
    help=f"With --prove: millions of steps of the solver for an act (default: {LIMIT}).",
)
@click.option(
    "--fix", is_flag=True, help="Offer the texts that mend problems, and write the chosen ones."
)
def command(
    paths: tuple[Path, ...], form: str, notes: bool, prove: bool, limit: int, fix: bool
) -> None:
    """Report what is wrong with the statutes at PATHS (default: statutes).

    With --prove a solver searches each act for: provisions that contradict each other;
    provisions that can never apply; provisions that give what another act forbids; conditions
    that are always true; with --notes also cases that no provision decides. Each finding comes
    with a smallest case, in JSON under `example`. Questions that are still open at the limit
    are reported as such. The limit counts steps, not seconds: every machine reports the same.

    Some problems come with texts that mend them, in JSON and SARIF under `fixes`: each makes
    its whole sentence, or the vocabulary, readable. With --fix these are offered on the
    terminal, the chosen ones are written into the files, and everything is checked again.
    """
    if fix:
        _fix(paths, form)
    acts = tuple(acts_under(paths or (STATUTES,)))
    results = [compile_act(path) for path in acts]
    proofs = [
        tuple(_prove(path, result, notes=notes, limit=limit)) if prove else ()
        for path, result in zip(acts, results, strict=True)
    ]
    by_act = [(*result.problems, *more) for result, more in zip(results, proofs, strict=True)]
    problems = tuple(
        dict.fromkeys(p for each in by_act for p in worth_showing(each, notes=notes))
    )
    if form == "json":
        from lawc.diagnostics.json import as_json

        data = {**as_json(problems), "statutes": [_shares(result) for result in results]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif form == "sarif":
        from lawc.diagnostics.sarif import sarif

        click.echo(sarif(problems, __version__), nl=False)
    else:
        show(problems)
        for result, more in zip(results, proofs, strict=True):
            if len(results) > 1 or not result.errors:  # of one act the summary says how many
                click.echo(_line(result))
            if prove and result.law is not None and not worth_showing(more, notes=False):
                click.echo(f"  a solver found no contradiction, {_searched(result.law)}")
    sys.exit(1 if problems else 0)


def _fix(paths: tuple[Path, ...], form: str) -> None:
    """Ask for what mends the problems of acts, and write it.

    Raises:
        UsageError: nobody can be asked.
    """
    from lawc.commands.fixes import ask, offer, refuse_unasked

    if form != "text":
        raise UsageError("--fix asks on the terminal: leave out `--format`")
    refuse_unasked()
    by_act = [compile_act(path).problems for path in acts_under(paths or (STATUTES,))]
    written = offer(dict.fromkeys(problem for each in by_act for problem in each), ask)
    click.echo(f"fixes written: {written}" if written else "nothing was written", err=True)


def _prove(path: Path, result: Compiled, *, notes: bool, limit: int) -> Iterator[Diagnostic]:
    """Yield what a solver finds in an act that compiles."""
    from lawc.commands.bound import law_with_bans

    if result.law is None:
        return
    try:
        from lawc.prove.findings import findings
        from lawc.prove.questions import Work
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        raise UsageError("--prove needs the solver: pip install 'lawc[smt]'") from error
    law, unknown = law_with_bans(path, result)
    yield from unknown
    with question_counter(result.act.source.shown) as count:
        work = Work(limit * MILLION, count)
        yield from findings(law, result.act, notes=notes, work=work)


def _searched(law: ir.Law) -> str:
    """Return the end of a line that says that nothing was found."""
    from lawc.prove.questions import Questions
    from lawc.prove.telling import lists

    questions = Questions(law)
    if questions.whole:
        return "and nothing that never matters"
    return f"and nothing that is sure never to matter, with {lists(questions)}"


def _shares(result: Compiled) -> dict[str, object]:
    act = result.act
    return {
        "statute": act.source.shown,
        "words": act.words_read + act.words_inert,
        "words_read": act.words_read,
        "words_marked_inert": act.words_inert,
        "errors": len(result.errors),
    }


def _line(result: Compiled) -> str:
    act = result.act
    total = max(1, act.words_read + act.words_inert)
    if result.errors:
        count = len(result.errors)
        return f"{act.source.shown}: {count} {'error' if count == 1 else 'errors'}"
    read = f"{act.words_read} words read ({_share(act.words_read, total)})"
    inert = f"{act.words_inert} marked as deciding nothing ({_share(act.words_inert, total)})"
    return f"{act.source.shown}: {read}, {inert}, none left over"


def _share(part: int, total: int) -> str:
    tenths = (part * 1000 + total // 2) // total
    return f"{tenths // 10}.{tenths % 10} %"
