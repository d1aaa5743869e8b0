"""Comparisons as JUnit XML: a suite an act, a test a change; what is to be stopped has failed.

The form is the one that the xunit plugin of Jenkins reads (junit-10.xsd).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from lawc.backends.documents.words import words
from lawc.compare.acts import ActCompared, Alone, Comparisons
from lawc.compare.levels import Level
from lawc.compare.rendering.outline import ActOutline, PersonLine, caused, causes_of, outlines
from lawc.compare.stops import Stops
from lawc.records import dataclass

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(found: Comparisons, stops: Stops) -> str:
    """Return a comparison as JUnit XML; changes that are stopped have failed."""
    suites = ET.Element("testsuites", name="lawc diff")
    making = _Making(stops, found.approved)
    for one, act in zip(found.acts, outlines(found), strict=True):
        suites.append(making.suite(one, act))
    ET.indent(suites)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
    )


@dataclass(frozen=True, slots=True)
class _Making:
    stops: Stops
    approved: Mapping[str, str]

    def suite(self, one: ActCompared, act: ActOutline) -> ET.Element:
        suite = ET.Element("testsuite", name=_legal(act.name))
        made = one.found
        if isinstance(made, Alone):
            name = f"{act.name} ({act.fingerprint})"
            self.test(suite, name, act.level, (act.verdict,), act.approved)
        else:
            for row, line in zip(made.rows, act.rows, strict=True):
                name = f"{line.place} {line.how} ({line.fingerprint})"
                meant = words("en")(f"diff_{line.level.value}")
                said = (meant, *_turns(caused(act, made, row)))
                self.test(suite, name, line.level, said, line.approved)
            for difference in (one for one in act.interface if one.fingerprint):
                name = f"{difference.what} ({difference.fingerprint})"
                what = (difference.what,)
                self.test(
                    suite,
                    name,
                    Level.INTERFACE,
                    what,
                    difference.approved,
                    breaks=difference.breaks,
                )
        failed = suite.find("testcase/failure") is not None
        stops = self.stops.act(made, self.approved)
        if len(suite) == 0 or (stops and not failed):  # nothing, or all of it together
            level = act.level if stops else None
            self.test(suite, act.name, level, (act.verdict, *_turns(act.persons)), "")
        tests = list(suite)
        suite.set("tests", str(len(tests)))
        suite.set("failures", str(sum(one.find("failure") is not None for one in tests)))
        suite.set("errors", "0")
        suite.set("skipped", str(sum(one.find("skipped") is not None for one in tests)))
        return suite

    def test(
        self,
        suite: ET.Element,
        name: str,
        level: Level | None,
        said: Iterable[str],
        approved: str,
        *,
        breaks: bool = False,
    ) -> None:
        called = str(suite.get("name"))
        test = ET.SubElement(suite, "testcase", name=_legal(name), classname=called)
        if level is None or not (self.stops.level(level) or (self.stops.major and breaks)):
            return
        if approved:
            ET.SubElement(test, "skipped", message=_legal(approved))
            return
        failure = ET.SubElement(test, "failure", type=level.value, message=level.value)
        failure.text = _legal("\n".join(said))


def _turns(persons: Iterable[PersonLine]) -> list[str]:
    frame = words("en")
    return [
        f"{one.decision}: {one.old} → {one.new} ({causes_of(one, frame)})" for one in persons
    ]


def _legal(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("?", text)
