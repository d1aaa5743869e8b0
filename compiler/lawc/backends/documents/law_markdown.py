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
    for title, found in (
        ("law_definitions", law.definitions),
        ("law_quantities", law.quantities),
    ):
        if found:
            yield from ("", f"## {frame(title)}")
        for one in found:
            yield from ("", f"### {_anchor(one.anchor)}{escaped(one.name)}", "")
            yield f"{_link(one.link)}, {escaped(one.note)}"
            yield ""
            yield from _reading(one.reading, 0)
    yield from ("", f"## {frame('law_decisions')}")
    for decision in law.decisions:
        yield from _decision(decision, frame)


def _element(one: view.ElementView, frame: Words, depth: int) -> str:
    label = f"{one.label} {one.heading}".strip()
    marks = [frame("law_inert")] if one.inert else []
    marks += [one.source + (f": {one.remark}" if one.remark else "")] if one.source else []
    mark = f" *({escaped('; '.join(marks))})*" if marks else ""
    notes = "".join([f" → [{escaped(note.text)}](#{note.anchor})" for note in one.notes])
    if depth == 0:
        lines = ["", f"### {_anchor(one.anchor)}{escaped(label)}{mark}"]
        if one.text or notes:
            lines += ["", f"{escaped(one.text)}{notes}".strip()]
        if one.parts:
            lines.append("")
    else:
        said = " ".join([escaped(part) for part in (label, one.text) if part])
        lines = [f"{'  ' * (depth - 1)}- {_anchor(one.anchor)}{said}{mark}{notes}"]
    lines += _table(one.table, "  " * depth)
    lines += [_element(part, frame, depth + 1) for part in one.parts]
    return "\n".join(lines)


def _table(rows: tuple[tuple[str, ...], ...], indent: str) -> Iterator[str]:
    if not rows:
        return
    lines = [f"| {' | '.join(map(escaped, row))} |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    yield from ("", *(f"{indent}{line}" for line in lines), "")


def _decision(one: view.DecisionView, frame: Words) -> Iterator[str]:
    yield from ("", f"### {_anchor(one.anchor)}{escaped(one.name)}")
    if one.notes:
        yield from ("", *(f"- {escaped(note)}" for note in one.notes))
    for value, rules in one.values:
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


def _reading(one: view.Reading, depth: int) -> list[str]:
    parts = [f"**{_link(view.Link(one.citation, one.anchor))}**"] if one.citation else []
    parts += [escaped(one.text)] if one.text else []
    parts += [f"*{escaped(one.phrase)}*"] if one.phrase else []
    parts += [f"→ {', '.join(map(_link, one.links))}"] if one.links else []
    parts += [code(one.formula)] if one.formula else []
    lines = [f"{'  ' * depth}- {' '.join(parts)}"] if parts else []
    for part in one.parts:
        lines += _reading(part, depth + bool(parts))
    return lines


def _anchor(name: str) -> str:
    return f'<a id="{in_html(name)}"></a>'


def _link(link: view.Link) -> str:
    return f"[{escaped(link.text)}](#{link.anchor})" if link.anchor else escaped(link.text)
