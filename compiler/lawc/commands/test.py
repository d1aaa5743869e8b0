"""`lawc test`: the example cases beside a statute, against what it decides.

With `--coverage` also what the examples show of each provision and point, with `--mutants`
which small changes of the statute they would not notice, with `--boundary` cases at its limits.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawc.commands.boundary import boundary_of, show_boundary
from lawc.commands.examples import Example, examples, table_examples
from lawc.commands.mutants import show_mutants, survivors_of, write_lines
from lawc.commands.problems import STATUTES, acts_under, days_known, days_of, law_of
from lawc.commands.usage import UsageError

if TYPE_CHECKING:
    from lawc.ir import nodes as ir
    from lawc.testing.coverage import Shown

BESIDE = "examples.jsonl"
TABLE = "examples.csv"


@click.command("test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--coverage",
    "measured",
    is_flag=True,
    help="Report provisions and points that are never true, never false, or never decide.",
)
@click.option(
    "--at-least",
    "least",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="With --coverage: exit with 1 if a statute is covered less.",
)
@click.option(
    "--mutants",
    "mutated",
    is_flag=True,
    help="Report small changes that no example notices, with examples that would.",
)
@click.option(
    "--boundary",
    "bounded",
    is_flag=True,
    help="Make examples just before, at and just after each limit of the statute.",
)
@click.option(
    "--write",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --mutants or --boundary: write the new examples to FILE.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    default=2,
    help="With --mutants: number of worker processes (default: 2).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Format of the report (default: text).",
)
def command(
    paths: tuple[Path, ...],
    form: str,
    least: int | None,
    target: Path | None,
    workers: int,
    **wanted: bool,
) -> None:
    """Decide the examples of the statutes at PATHS (default: statutes) as a test.

    The examples of a statute are in `examples.jsonl` beside it: cases with expected decisions;
    or in `examples.csv`: a column a fact or `expect DECISION`, a row a case.
    """
    if least is not None and not wanted["measured"]:
        raise UsageError("`--at-least` needs `--coverage`")
    if target is not None and not (wanted["mutated"] or wanted["bounded"]):
        raise UsageError("`--write` needs `--mutants` or `--boundary`")
    if target is not None and target.name == BESIDE:
        raise UsageError(f"`{target}` holds examples already: name another file")
    reports = []
    bare = False  # an act of which no example shows anything
    for path in acts_under(paths or (STATUTES,)):
        file = (path.parent if path.is_file() else path) / BESIDE
        table = file.with_name(TABLE)
        law = law_of(path)
        if not law.rules:
            continue
        if not file.is_file() and not table.is_file():
            click.echo(f"{law.act}: no examples: write some into {file}", err=True)
            bare = True
            continue
        written = examples(file) if file.is_file() else ()
        own_examples = (*written, *table_examples(table, law))
        report, readable = _run(law, own_examples, measured=wanted["measured"])
        if wanted["mutated"]:
            report["mutants"] = survivors_of(law, readable, workers)
        if wanted["bounded"]:
            report["boundary"] = boundary_of(law, readable)
        reports.append(report)
        if form == "text":
            _print(report, least)
    if target is not None:
        write_lines(target, reports)
    if form == "json":
        data = {"version": 1, "statutes": reports}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    uncovered = bare and bool(least)
    sys.exit(1 if uncovered or any(_bad(report, least or 0) for report in reports) else 0)


def _run(
    law: ir.Law, own_examples: tuple[Example, ...], *, measured: bool
) -> tuple[dict[str, Any], tuple[Example, ...]]:
    """Return the report on the examples of a law, and the examples that can be read."""
    from lawc.backends.python.load import load
    from lawc.backends.python.package import loaded
    from lawc.meaning.read_case import read_case
    from lawc.memory import uncollected
    from lawc.testing.coverage import (
        Case,
        Explaining,
        askable,
        elements_reached,
        goals_shown,
        measure,
    )
    from lawc.testing.expected import differences
    from lawc.testing.report import coverage_dict

    package, explaining = loaded(load(law)), Explaining(law)
    failed: list[str] = []
    reached_eids: set[str] = set()
    cases: list[Shown] = []
    readable: list[Example] = []
    for example in own_examples:
        try:
            days = days_of(days_known(law), example.days)
            case = package.root.from_dict(example.case, established=True)
        except (UsageError, package.error) as error:
            failed.append(f"{example.place} {example.name}: {error}")
            continue
        named = {package.names[key]: day for key, day in days.items()}
        answer = package.decide(case, **named).to_dict()
        failed += [
            f"{example.place} {example.name}: {difference}"
            for difference in differences("", example.expected, answer)
        ]
        thing = read_case(law, example.case)
        assert not isinstance(thing, tuple), "from_dict has read this case"
        readable.append(example)
        with uncollected():  # trees have no cycles, and go before the next case
            trees = explaining.explain(Case(thing, days))
            reached_eids |= elements_reached(trees)
            if measured:
                cases.append(goals_shown(explaining, trees))
    reached_citations = {
        element.citation for element in law.elements if element.eid in reached_eids
    }
    citations = [element.citation for element in law.elements if askable(law, element)]
    report = {
        "statute": law.act,
        "examples": len(own_examples),
        "failed": failed,
        "provisions": len(citations),
        "unreached": [citation for citation in citations if citation not in reached_citations],
    }
    if measured:
        report["coverage"] = coverage_dict(measure(explaining, cases))
    return report, tuple(readable)


def _bad(report: dict[str, Any], percent: int) -> bool:
    """Return whether an example fails, or the coverage is less than `percent`."""
    if report["failed"]:
        return True
    if "coverage" not in report:
        return False
    of = report["coverage"]["all"]
    return bool(of["shown"] * 100 < of["asked"] * percent)


def _print(report: dict[str, Any], least: int | None) -> None:
    good = report["examples"] - len({line.partition(" ")[0] for line in report["failed"]})
    click.echo(f"{report['statute']}: {good} of {report['examples']} examples as expected")
    for line in report["failed"]:
        click.echo(f"  {line}")
    if "coverage" in report:
        from lawc.commands.coverage import show_coverage

        show_coverage(report["coverage"], least)
    else:
        _print_reached(report)
    if "mutants" in report:
        show_mutants(report["mutants"])
    if "boundary" in report:
        show_boundary(report["boundary"])


def _print_reached(report: dict[str, Any]) -> None:
    count, missed = report["provisions"], report["unreached"]
    if missed:
        click.echo(
            f"  {count - len(missed)} of {count} provisions are reached; no example reaches:"
        )
        for citation in missed:
            click.echo(f"    {citation}")
    else:
        click.echo(f"  all {count} provisions are reached by an example")
