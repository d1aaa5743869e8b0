"""Terms as SQL: what each engine computes of them, where its own habit is another."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.sampling import some

pytest.importorskip("polars")

import duckdb
import polars as pl
import sqlglot
from sqlglot import exp
from tests.backends.relational import postgres

from lawc.backends.relational import duckdb_engine
from lawc.backends.relational import terms as t
from lawc.backends.relational.evaluating import Cell, evaluated
from lawc.backends.relational.layers import AddUp, Compute, Layer, Take
from lawc.backends.relational.sql import statement
from lawc.backends.relational.sql_dialects import DIALECTS, Dialect
from lawc.runtime.values import Period, ProvisionRange, provision

Run = Callable[[tuple[Layer, ...], Mapping[str, pl.DataFrame]], Mapping[str, pl.DataFrame]]
NUMBER, OTHER, TEXT = t.Column("number"), t.Column("other"), t.Column("text")
COLUMNS = {"number": pl.Int64, "other": pl.Int64, "text": pl.String, "truth": pl.Boolean}
# What a drafter may write that is a sign of SQL.
SIGNS = [
    "it's",
    "\\",
    "\\'; drop table a; --",
    "*/ -- /*",
    'a "b" `c`',
    "Әділет\n№ 1",
    "$1 ? :a %s",
]


@pytest.fixture(scope="module", params=["duckdb", "postgres"])
def run(request: pytest.FixtureRequest) -> Iterator[Run]:
    if request.param == "duckdb":
        yield duckdb_engine.run
        return
    if postgres.programs() is None:
        pytest.skip("needs PostgreSQL")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        Path(folder).chmod(0o755)
        with postgres.server(Path(folder)) as server:
            yield server.run


def rows_of(cells: Sequence[Mapping[str, Cell]]) -> dict[str, pl.DataFrame]:
    """Return a table of some rows."""
    made: dict[str, pl.Series] = {
        "key": pl.Series(range(len(cells)), dtype=pl.Int64),
        "owner": pl.Series([0] * len(cells), dtype=pl.Int64),
    }
    for name, type_ in COLUMNS.items():
        made[name] = pl.Series([row.get(name) for row in cells], dtype=type_)
    return {"person": pl.DataFrame(made)}


def check(run: Run, terms: Sequence[t.Term], cells: Sequence[Mapping[str, Cell]]) -> None:
    """Check that an engine computes of rows what terms mean."""
    columns = tuple((f"c{number}", term) for number, term in enumerate(terms))
    frame = run((Compute("person", columns),), rows_of(cells))["person"]
    for name, term in columns:
        wanted = [evaluated(term, {**dict.fromkeys(COLUMNS), **row}) for row in cells]
        assert frame[name].to_list() == wanted, term


def test_a_day_months_after_another_by_the_calendar_of_the_law(run: Run) -> None:
    rng = Random(1)  # noqa: S311
    days = [
        date(year, 2, 28).toordinal() + n for year in (1900, 2000, 2023, 2024) for n in range(3)
    ]
    days += [date(9999, 12, 31).toordinal() + n for n in (-1, 0, 1)] + [-1, 0, 1, 59, 60, 61]
    days += [date(2024, month, 1).toordinal() - n for month in range(1, 13) for n in (0, 1, 2)]
    days += [rng.randrange(-900_000, 5_000_000) for _ in range(some(2_000))]
    periods = [
        Period(18, 0, 0),
        Period(0, 1, 0),
        Period(1, 5, 3),
        Period(0, 0, 40),
        Period(400, 0, 1),
    ]
    shifts: list[t.Term] = [
        t.Shifted(NUMBER, period, before, up)
        for period in periods
        for before in (False, True)
        for up in (False, True)
    ]

    check(run, shifts, [{"number": day} for day in days] + [{}])


def test_a_quotient_goes_down_below_zero_too(run: Run) -> None:
    floors: list[t.Term] = [t.Floor(NUMBER, by) for by in (1, 2, 7, 60, 10**12)]

    check(run, floors, [{"number": number} for number in (*range(-70, 70), -(10**15), 10**15)])


def test_the_largest_of_some_is_unknown_where_one_is(run: Run) -> None:
    terms: list[t.Term] = [t.Most((NUMBER, OTHER)), t.Least((NUMBER, OTHER, t.Constant(0)))]
    values: tuple[int | None, ...] = (-1, 0, 5, None)

    check(run, terms, [{"number": n, "other": o} for n in values for o in values])


def test_truths_have_three_values(run: Run) -> None:
    truth, small = t.Column("truth"), t.Test("<", NUMBER, t.Constant(3))
    terms: list[t.Term] = [
        t.AllOf((truth, small)), t.AnyOf((truth, small)), t.Not(truth),
        t.Unknown(small), t.If(small, t.Constant(1), t.Constant(2)), t.OneOf(TEXT, ("a", "b")),
        t.AllOf((t.AnyOf((truth, small)), t.Not(t.AnyOf((small, t.Unknown(truth)))))),
    ]  # fmt: skip
    cells: list[dict[str, Cell]] = [
        {"truth": truth_, "number": number, "text": text}
        for truth_ in (True, False, None)
        for number in (1, 5, None)
        for text in ("a", "c", None)
    ]

    check(run, terms, cells)


def test_members_are_added_up_also_of_owners_that_have_none(run: Run) -> None:
    persons = rows_of([{}, {}])
    children = rows_of([{"number": 2**40}, {"number": 2**40}])["person"]
    add = AddUp(
        "person", "child", (("sum", NUMBER),), (("any", t.surely(t.Column("truth"))),), "rows"
    )

    frame = run((add,), {**persons, "child": children})["person"]

    assert frame.select("sum", "any", "rows").rows() == [(2**41, False, 2), (0, False, 0)]


def test_a_table_takes_columns_of_its_owner(run: Run) -> None:
    persons = rows_of([{"number": 7}])
    children = rows_of([{}, {}])["person"]
    children = children.with_columns(pl.Series("owner", [0, 9], dtype=pl.Int64))

    frame = run(
        (Take("child", "person", (("taken", "number"),)),), {**persons, "child": children}
    )["child"]

    assert frame["taken"].to_list() == [7, None]


def test_a_number_beyond_64_bits_is_an_error_and_not_another_number(run: Run) -> None:
    layers = (Compute("person", (("product", t.Times((NUMBER, t.Constant(4)))),)),)

    with pytest.raises((AssertionError, duckdb.Error), match=r"(?i)out of range|overflow"):
        run(layers, rows_of([{"number": 2**62}]))


def test_provisions_lie_in_ranges_as_the_runtime_says(run: Run) -> None:
    written = [
        "188", "188-1", "188-2", "188-1-3", "189", "19", "1889", "190(3)", "190(3)(2)",
        "190(10)",
        "190(3)(2-1)", "190(2-1)", "190-1(3)(2)", "999999999", "999999999-999999999(1)(1)", "1",
    ]  # fmt: skip
    ends = [
        ("188", "190"), ("188-1", "188-9"), ("190(3)", "190(3)"), ("190(2)", "190(9)"),
        ("190(3)(1)", "190(3)(3)"), ("190(3)(2)", "190(3)(2)"), ("999999999", "999999999"),
    ]  # fmt: skip
    ranges = [ProvisionRange(provision(first), provision(last)) for first, last in ends]
    terms: list[t.Term] = [t.LiesIn(TEXT, (each,)) for each in ranges]
    terms += [t.LiesIn(TEXT, tuple(ranges[:3])), t.LiesIn(TEXT, tuple(ranges))]
    terms += [t.ProvisionKey(TEXT, level) for level in (1, 2, 3)]

    check(run, terms, [{"text": text} for text in written] + [{}])


def test_texts_of_a_law_stay_texts(run: Run) -> None:
    terms: list[t.Term] = [
        t.If(t.Test("=", TEXT, t.Constant(sign)), t.Constant(sign), TEXT) for sign in SIGNS
    ]
    columns = tuple(
        (f"{number} {sign}"[:20], term)
        for number, (sign, term) in enumerate(zip(SIGNS, terms, strict=True))
    )

    frame = run((Compute("person", columns),), rows_of([{"text": "a"}]))["person"]
    check(run, [t.Test("=", TEXT, t.Constant(sign)) for sign in SIGNS], [{"text": "a"}])

    assert frame.row(0)[-len(SIGNS) :] == ("a",) * len(SIGNS)


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("sign", SIGNS)
def test_each_engine_reads_the_texts_of_a_law_again(dialect: Dialect, sign: str) -> None:
    layers = (Compute("person", ((sign, t.Test("=", TEXT, t.Constant(sign))),)),)
    tables: dict[str, Any] = {"person": exp.select(exp.Star()).from_(exp.table_("person"))}
    made = statement(layers, tables, "person", dialect)

    (read,) = sqlglot.parse(made.sql(dialect=dialect.name, pretty=True), dialect=dialect.name)

    assert read is not None
    assert sign in [literal.name for literal in read.find_all(exp.Literal)]
    assert sign in [alias.alias for alias in read.find_all(exp.Alias)]


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_layers_are_computed_once_where_engines_would_copy_them(dialect: Dialect) -> None:
    layers = tuple(Compute("person", ((f"c{n}", t.Plus((NUMBER, OTHER))),)) for n in range(3))
    tables: dict[str, Any] = {"person": exp.select(exp.Star()).from_(exp.table_("person"))}

    text = statement(layers, tables, "person", dialect).sql(dialect=dialect.name)

    assert text.count(" AS MATERIALIZED (") == (4 if dialect.materialises else 0)
