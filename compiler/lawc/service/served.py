"""A law as it is served: what answers about it, and the documents that describe it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from lawc.backends.documents.as_json import explanation_json
from lawc.backends.documents.law_html import html_of
from lawc.backends.documents.law_outline import law_view
from lawc.backends.documents.report import report
from lawc.backends.documents.words import words
from lawc.backends.python.load import load
from lawc.backends.python.package import loaded
from lawc.desk.next_question import next_question
from lawc.ir import nodes as ir
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.runtime.facts import read_date
from lawc.whatif.told import what_if


class DayError(ValueError):
    """A day that is asked for cannot be read, or the law has none of this name."""


class Served:
    """A law that is served; `text` is the statute as it was written."""

    def __init__(self, law: ir.Law, text: str) -> None:
        self.law, self.text, self.name = law, text, law.package
        module = load(law)
        self._package = loaded(module)
        self._module: Any = sys.modules[module.name]
        self._engine = self._module.decisions.ENGINE
        self._files = dict(module.files)
        self._folder = module.folder
        self.decide(self.read({}), {})  # what is made once is made before the first request
        self.digest: str = self._engine.digest

    def file(self, name: str) -> str:
        """Return a file of the package."""
        if self._folder is not None:
            return (self._folder / name).read_text(encoding="utf-8")
        return self._files[name]

    @cached_property
    def schemas(self) -> Mapping[str, Any]:
        """The schemas of facts and of decisions."""
        return {
            kind: json.loads(self.file(f"{kind}.schema.json")) for kind in ("facts", "decision")
        }

    @cached_property
    def questions(self) -> Mapping[str, str]:
        """The question of each fact, by its key."""
        found: Mapping[str, str] = json.loads(self.file("law.json"))["questions"]
        return found

    @cached_property
    def page(self) -> str:
        """The law as a page of HTML."""
        return html_of(law_view(self.law), words(self.law.language), self.law.language)

    def summary(self) -> dict[str, Any]:
        """Return what the list of laws says of it."""
        return {
            "name": self.name,
            "act": self.law.act,
            "title": self.law.title,
            "language": self.law.language,
            "digest": self.digest,
            "days": list(self._package.names),
        }

    def days(self, given: Mapping[str, str]) -> dict[str, date]:
        """Return the days of a request, by the names of their arguments.

        Raises:
            DayError: the law has no such day, or its date cannot be read.
        """
        days = {}
        for key, text in given.items():
            if key not in self._package.names:
                names = ", ".join(self._package.names) or "none"
                raise DayError(f"`{key}` is no day of this law: its days are {names}")
            try:
                days[self._package.names[key]] = read_date(text)
            except ValueError as error:
                raise DayError(f"{key}: {error}") from None
        return days

    def read(self, data: object) -> Any:
        """Return the case that `data` describes.

        Raises:
            FactError: a value cannot be read.
        """
        return self._package.root.from_dict(data)

    def decide(self, case: Any, days: Mapping[str, date], label: object = None) -> str:
        """Return the decision as JSON, on one line; `label` is the `id` of the case."""
        decision: str = self._package.decide(case, **days).to_json(label)
        return decision

    def explain(self, case: Any, days: Mapping[str, date]) -> str:
        """Return the reasoning trees as JSON."""
        explanation: str = self._module.explain(case, **days).to_json()
        return explanation

    def ask(self, case: Any, days: Mapping[str, date], element: str, of: str) -> str:
        """Return whether an element of the law holds, or its amount, as JSON.

        Raises:
            AskError: there is no such element or thing.
        """
        holding: str = self._module.ask(case, element, of, **days).to_json()
        return holding

    def next(self, case: Any, days: Mapping[str, date]) -> str:
        """Return the question to ask next as JSON, null if there is none."""
        question = next_question(json.loads(self.decide(case, days)), self.questions)
        return json.dumps({"next": question and question.to_dict()}, ensure_ascii=False)

    def what_if(self, data: object, days: Mapping[str, date]) -> str:
        """Return the reasoning trees with what would change the answers, as JSON.

        Raises:
            FactError: a value cannot be read.
        """
        keys = {name: key for key, name in self._package.names.items()}
        all_days = {day.key: day.value for day in self.law.parameters if day.value is not None}
        all_days |= {keys[name]: day for name, day in days.items()}
        thing = read_case(self.law, data)
        if isinstance(thing, tuple):
            raise thing[0]
        world = World(self.law, all_days)
        changes = what_if(world, thing)
        return explanation_json(
            report(self.law, "case", all_days, explain(world, thing), what_if=changes)
        )
