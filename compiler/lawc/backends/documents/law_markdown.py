"""A law as a Markdown document: the text, the definitions, the tree of each decision."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.documents import law_outline as view
from lawc.backends.documents.showing import code, escaped, in_html
from lawc.backends.documents.words import Words, words
from lawc.ir import nodes as ir


def law_markdown(law: ir.Law) -> str:
    """Return `law` as Markdown: its text, and how it decides."""
    return markdown_of(view.law_view(law), words(law.language))


def markdown_of(law: view.LawView, frame: Words) -> str:
    """Return the Markdown of a law that is in the order of the document."""
    return "\n".join((*_document(law, frame), ""))


def _document(law: view.LawView, frame: Words) -> Iterator[str]:
    yield f"# {escaped(law.title)}"
    yield from ("", f"## {frame('law_text')}")
    for element in law.elements:
        yield _element(element, frame, 0)
    for title, definitions in (
        ("law_definitions", law.definitions),
        ("law_quantities", law.quantities),
    ):
        if definitions:
            yield from ("", f"## {frame(title)}")
        for definition in definitions:
            yield from ("", f"### {_anchor(definition.anchor)}{escaped(definition.name)}", "")
            yield f"{_link(definition.link)}, {escaped(definition.note)}"
            yield ""
            yield from _reading(definition.reading, 0)
    yield from ("", f"## {frame('law_decisions')}")
    for decision in law.decisions:
        yield from _decision(decision, frame)


def _element(element: view.ElementView, frame: Words, depth: int) -> str:
    label = f"{element.label} {element.heading}".strip()
    marks = [frame("law_inert")] if element.inert else []
    marks += (
        [element.source + (f": {element.remark}" if element.remark else "")]
        if element.source
        else []
    )
    mark = f" *({escaped('; '.join(marks))})*" if marks else ""
    notes = "".join([f" → [{escaped(note.text)}](#{note.anchor})" for note in element.notes])
    if depth == 0:
        lines = ["", f"### {_anchor(element.anchor)}{escaped(label)}{mark}"]
        if element.text or notes:
            lines += ["", f"{escaped(element.text)}{notes}".strip()]
        if element.parts:
            lines.append("")
    else:
        words = " ".join([escaped(part) for part in (label, element.text) if part])
        lines = [f"{'  ' * (depth - 1)}- {_anchor(element.anchor)}{words}{mark}{notes}"]
    lines += _table(element.table, "  " * depth)
    lines += [_element(part, frame, depth + 1) for part in element.parts]
    return "\n".join(lines)


def _table(rows: tuple[tuple[str, ...], ...], indent: str) -> Iterator[str]:
    if not rows:
        return
    lines = [f"| {' | '.join(map(escaped, row))} |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    yield from ("", *(f"{indent}{line}" for line in lines), "")


def _decision(decision: view.DecisionView, frame: Words) -> Iterator[str]:
    yield from ("", f"### {_anchor(decision.anchor)}{escaped(decision.name)}")
    if decision.notes:
        yield from ("", *(f"- {escaped(note)}" for note in decision.notes))
    for value, rules in decision.values:
        if value:
            yield from ("", f"#### {escaped(value)}")
        yield ""
        for rule in rules:
            yield _rule(rule, frame)


def _rule(rule: view.RuleView, frame: Words) -> str:
    anchor = _anchor(rule.anchor) if rule.reading else ""
    see = "" if rule.reading else f" ([{frame('law_see')}](#{rule.anchor}))"
    lines = [f"- {anchor}**{_link(rule.link)}** {escaped(rule.text)}{see}"]
    if rule.reading is not None:
        lines += [f"  - *{escaped(note)}*" for note in rule.notes]
        if rule.displaced_by:
            by = ", ".join(map(_link, rule.displaced_by))
            lines.append(f"  - {frame('law_rule_displaced', provisions=by)}")
        if rule.displaces:
            lines.append(f"  - {escaped(rule.displaces)}")
        lines += _reading(rule.reading, 1)
    if rule.when is not None:
        lines.append(f"  - *{escaped(frame('law_when'))}*")
        lines += _reading(rule.when, 2)
    return "\n".join(lines)


def _reading(reading: view.Reading, depth: int) -> list[str]:
    parts = (
        [f"**{_link(view.Link(reading.citation, reading.anchor))}**"]
        if reading.citation
        else []
    )
    parts += [escaped(reading.text)] if reading.text else []
    parts += [f"*{escaped(reading.phrase)}*"] if reading.phrase else []
    parts += [f"→ {', '.join(map(_link, reading.links))}"] if reading.links else []
    parts += [code(reading.formula)] if reading.formula else []
    lines = [f"{'  ' * depth}- {' '.join(parts)}"] if parts else []
    for part in reading.parts:
        lines += _reading(part, depth + bool(parts))
    return lines


def _anchor(name: str) -> str:
    return f'<a id="{in_html(name)}"></a>'


def _link(link: view.Link) -> str:
    return f"[{escaped(link.text)}](#{link.anchor})" if link.anchor else escaped(link.text)
