"""The place of an entry in a text of TOML, which its reader does not tell."""

from __future__ import annotations

import re
from functools import cached_property

from lawc.records import dataclass
from lawc.source import Source, Span

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^[ \t]*(\[\[?)[ \t]*(.+?)[ \t]*\]\]?[ \t]*(#.*)?$", re.MULTILINE)
_ENTRY = re.compile(
    r"^[ \t]*((?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*'|[ \t]*\.[ \t]*)+?)[ \t]*=", re.MULTILINE
)
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")


@dataclass(frozen=True)
class Places:
    """The places of the tables and entries of a text."""

    source: Source

    @cached_property
    def spans(self) -> dict[Path, tuple[Span, Span]]:
        """The place of each table and entry: that of its name, and all of it."""
        text, spans, counts = (
            self.source.text,
            dict[Path, tuple[Span, Span]](),
            dict[Path, int](),
        )
        headers = list(_HEADER.finditer(text))
        ends = [*[header.start() for header in headers], len(text)]
        tables: list[tuple[Path, int, int]] = [((), 0, ends[0])]
        for header, end in zip(headers, ends[1:], strict=True):
            path: Path = _parts(header[2])
            if header[1] == "[[":
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            spans[path] = Span(header.start(2), header.end(2)), Span(header.start(), end)
            for length in range(1, len(path)):
                spans.setdefault(path[:length], spans[path])
            tables.append((path, header.end(), end))
        for path, start, end in tables:
            entries = list(_ENTRY.finditer(text, start, end))
            stops = [*[entry.start() for entry in entries[1:]], end]
            for entry, stop in zip(entries, stops, strict=True):
                name = Span(entry.start(1), entry.end(1))
                whole = Span(entry.start(1), len(text[:stop].rstrip()))
                parts = _parts(entry[1])
                for length in range(1, len(parts) + 1):
                    spans.setdefault((*path, *parts[:length]), (name, whole))
        return spans

    def of(self, path: Path, word: str = "") -> Span:
        """Return the place of an entry, or of a word in it, or of the nearest that has it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.spans:
                name, whole = self.spans[path[:length]]
                for sought in (word, *map(str, reversed(path[length:]))):
                    match = sought and re.search(
                        rf"(?<![\w-]){re.escape(sought)}(?![\w-])",
                        self.source.text[whole.start : whole.end],
                    )
                    if match:
                        return Span(whole.start + match.start(), whole.start + match.end())
                return name
        return Span(0, 0)


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a dotted name."""
    return tuple(part.strip("\"'") for part in _PART.findall(name))
