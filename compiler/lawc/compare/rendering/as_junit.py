"""Comparisons as JUnit XML: a suite an act, a test a change, failed if it is stopped.

The form is the one that the xunit plugin of Jenkins reads (junit-10.xsd).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from lawc.backends.documents.words import words
from lawc.compare.acts import ActCompared, Alone, Comparisons
from lawc.compare.levels import Level
from lawc.compare.rendering.outline import (
    ActOutline,
    PersonLine,
    causes_of,
    outlines,
    persons_of,
)
from lawc.compare.stops import Stops
from lawc.records import dataclass

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(comparisons: Comparisons, stops: Stops) -> str:
    """Return a comparison as JUnit XML; changes that are stopped have failed."""
    suites = ET.Element("testsuites", name="lawc diff")
    making = _Making(stops, comparisons.approved)
    for act, outline in zip(comparisons.acts, outlines(comparisons), strict=True):
        suites.append(making.suite(act, outline))
    ET.indent(suites)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
    )


@dataclass(frozen=True, slots=True)
class _Making:
    stops: Stops
    approved: Mapping[str, str]

    def suite(self, act: ActCompared, outline: ActOutline) -> ET.Element:
        suite = ET.Element("testsuite", name=_legal(outline.name))
        result = act.result
        if isinstance(result, Alone):
            name = f"{outline.name} ({outline.fingerprint})"
            self.test(suite, name, outline.level, (outline.verdict,), outline.approved)
        else:
            for row, line in zip(result.rows, outline.rows, strict=True):
                name = f"{line.place} {line.how} ({line.fingerprint})"
                meant = words("en")(f"diff_{line.level.value}")
                texts = (meant, *_turns(persons_of(outline, result, row)))
                self.test(suite, name, line.level, texts, line.approved)
            for difference in (line for line in outline.interface if line.fingerprint):
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
        stops = self.stops.act(result, self.approved)
        if len(suite) == 0 or (stops and not failed):  # nothing, or all of it together
            level = outline.level if stops else None
            texts = (outline.verdict, *_turns(outline.persons))
            self.test(suite, outline.name, level, texts, "")
        tests = list(suite)
        suite.set("tests", str(len(tests)))
        suite.set("failures", str(sum(test.find("failure") is not None for test in tests)))
        suite.set("errors", "0")
        suite.set("skipped", str(sum(test.find("skipped") is not None for test in tests)))
        return suite

    def test(
        self,
        suite: ET.Element,
        name: str,
        level: Level | None,
        texts: Iterable[str],
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
        failure.text = _legal("\n".join(texts))


def _turns(persons: Iterable[PersonLine]) -> list[str]:
    frame = words("en")
    return [
        f"{line.decision}: {line.old} → {line.new} ({causes_of(line, frame)})"
        for line in persons
    ]


def _legal(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("?", text)
