"""Comparisons as JUnit XML: a suite an act, a test a change; what is to be stopped has failed.

The form is the one that the xunit plugin of Jenkins reads (junit-10.xsd).
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from lawc.compare.acts import Alone, Comparisons
from lawc.compare.levels import Level
from lawc.compare.rendering.outline import ActOutline, outlines


def junit(found: Comparisons, stopping: Level | None) -> str:
    """Return a comparison as JUnit XML; changes that reach `stopping` have failed."""
    suites = ET.Element("testsuites", name="lawc diff")
    for one, lines in zip(found.acts, outlines(found), strict=True):
        suite = ET.SubElement(suites, "testsuite", name=one.name)
        if isinstance(one.found, Alone) or not lines.rows:
            _case(suite, one.name, lines.verdict, one.found.level, stopping, "")
        for row in lines.rows:
            said = f"{row.place} {row.how}"
            _case(suite, said, _turns(lines), row.level, stopping, row.approved)
        tests = list(suite)
        suite.set("tests", str(len(tests)))
        suite.set("failures", str(sum(one.find("failure") is not None for one in tests)))
        suite.set("errors", "0")
        suite.set("skipped", str(sum(one.find("skipped") is not None for one in tests)))
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=False) + "\n"


def _case(
    suite: ET.Element,
    name: str,
    said: str,
    level: Level | None,
    stopping: Level | None,
    approved: str,
) -> None:
    case = ET.SubElement(suite, "testcase", name=_legal(name), classname=str(suite.get("name")))
    if level is None or stopping is None or not level.reaches(stopping):
        return
    if approved:
        ET.SubElement(case, "skipped", message=_legal(approved))
        return
    failure = ET.SubElement(case, "failure", type=level.value, message=level.value)
    failure.text = _legal(said)


def _turns(lines: ActOutline) -> str:
    turns = (f"{one.decision}: {one.old} → {one.new} ({one.because})" for one in lines.persons)
    return "\n".join([lines.verdict, *turns])


def _legal(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return "".join(one if one in "\t\n" or one >= " " else "?" for one in text)
