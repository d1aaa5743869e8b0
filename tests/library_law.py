"""A small law about who may use a library, and readers to try it on."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.cases import Thing

STATUS = Choice("status", ("student", "retired", "working"))
READER, LOANS = ir.Fact("reader", "resident"), ir.Fact("loan", "overdue")
STUDENT = ir.OneOf(ir.Fact("reader", "status"), ("student",))
AGED = ir.Compare(
    ir.Comparison.GE, ir.Fact("reader", "age"), ir.Literal(Fraction(60), Basic.NUMBER)
)

SENIOR = ir.Definition("senior", "reader", ir.Any((ir.Stated("sixty", AGED),)), "s_2")


def element(
    eid: str, citation: str, parent: str | None = None, mark: ir.Mark | None = None
) -> ir.Element:
    source = None if mark is None else ir.SourceMark(mark, "library council")
    return ir.Element(eid, citation, "", "", f"text of {citation}", parent, source, False)


ELEMENTS = (
    element("s_1", "1", mark=ir.Mark.REPORTED),
    element("s_1__a", "1(a)", "s_1"),
    element("s_1__b", "1(b)", "s_1", ir.Mark.ASSUMED),
    element("s_2", "2"),
    element("s_3", "3"),
)


def rule(
    condition: ir.Expr, eid: str = "s_1", *gives: ir.Gives, displaces: tuple[str, ...] = ()
) -> ir.Rule:
    given_ = gives or (ir.Gives("admitted", ir.Literal(True, Basic.TRUTH), None),)
    return ir.Rule(eid, "reader", condition, given_, displaces, f"rule of {eid}")


def law(*rules: ir.Rule, definitions: tuple[ir.Definition, ...] = ()) -> ir.Law:
    """Return a law about who may use a library."""
    declared: tuple[tuple[str, str, Type], ...] = (
        ("reader", "resident", Basic.TRUTH),
        ("reader", "status", STATUS),
        ("reader", "age", Basic.NUMBER),
        ("loan", "overdue", Basic.TRUTH),
    )
    return ir.Law(
        act="library",
        package="library",
        title="On the library",
        language="en",
        kinds=(ir.Kind("reader", None, None), ir.Kind("loan", "reader", "loans")),
        facts=tuple(ir.FactDeclaration(k, key, t, f"{key}?") for k, key, t in declared),
        clauses=(
            ir.Clause(
                "reader",
                (
                    ir.FactLiteral("status", ("retired", "working")),
                    ir.FactLiteral("resident", (True,)),
                ),
            ),
        ),
        parameters=(ir.ParameterDeclaration("day", None, None, "Which day?"),),
        elements=ELEMENTS,
        definitions=definitions,
        quantities=(),
        decisions=(
            ir.Decision("admitted", "reader", Basic.TRUTH, None, ir.Combine.ONE, ()),
            ir.Decision("discount", "reader", Basic.FRACTION, None, ir.Combine.LARGEST, ()),
        ),
        rules=rules,
        law_day="day",
        month_end_up=None,
    )


def reader(facts: Mapping[str, ir.Value], *overdue: bool | None) -> Thing:
    root = Thing("reader", "", facts, None)
    root.members["loan"] = tuple(
        Thing("loan", f"loans[{place}]", {} if one is None else {"overdue": one}, root)
        for place, one in enumerate(overdue)
    )
    return root
