"""A law as one HTML page that needs no script: the text, the definitions, the decisions.

Written element by element and not with a template as other pages are: the page of a large law
has half a million texts to be escaped, which took a fifth of the time of a build.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.documents import law_outline as view
from lawc.backends.documents.showing import in_html as shown
from lawc.backends.documents.showing import template_text
from lawc.backends.documents.words import Words, words
from lawc.ir import nodes as ir


def law_html(law: ir.Law) -> str:
    """Return `law` as an HTML page: its text, and how it decides."""
    return html_of(view.law_view(law), words(law.language), law.language)


def html_of(law: view.LawView, frame: Words, language: str) -> str:
    """Return the HTML page of a law that is in the order of the document."""
    lines = (*_head(law, frame, language), *_main(law, frame), "</body>", "</html>", "")
    return "\n".join(lines)


def _head(law: view.LawView, frame: Words, language: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{shown(language)}">'
    yield from ("<head>", '<meta charset="utf-8">')
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{shown(law.title)}</title>"
    yield "<style>"
    yield f"{template_text('style.css')}</style>"
    yield from ("</head>", "<body>", '<header class="page">')
    yield f"<h1>{_bidi(law.title)}</h1>"
    yield f'<nav aria-label="{shown(frame("law_contents"))}">'
    yield "<ul>"
    for element in law.elements:
        yield _entry(element.anchor, f"{element.label} {element.heading}")
    for definition in (*law.definitions, *law.quantities):
        yield _entry(definition.anchor, frame("law_defines", concepts=definition.name))
    for decision in law.decisions:
        yield _entry(decision.anchor, f"{frame('law_decisions')}: {decision.name}")
    yield from ("</ul>", "</nav>", "</header>")


def _main(law: view.LawView, frame: Words) -> Iterator[str]:
    yield "<main>"
    yield f'<h2 class="part">{shown(frame("law_text"))}</h2>'
    for element in law.elements:
        yield _element(element, frame, top=True)
    yield from _definitions(frame("law_definitions"), law.definitions)
    yield from _definitions(frame("law_quantities"), law.quantities)
    yield f'<h2 class="part">{shown(frame("law_decisions"))}</h2>'
    for decision in law.decisions:
        yield from _decision(decision, frame)
    yield "</main>"


def _entry(anchor: str, text: str) -> str:
    return f'<li><a href="#{shown(anchor)}">{shown(text)}</a></li>'


def _bidi(text: str) -> str:
    return f"<bdi>{shown(text)}</bdi>"


def _link(text: str, anchor: str) -> str:
    return f'<a href="#{shown(anchor)}">{shown(text)}</a>' if anchor else shown(text)


def _goes(links: tuple[view.Link, ...]) -> list[str]:
    return [f'<span class="goes">→ {_link(link.text, link.anchor)}</span>' for link in links]


# --- the text -----------------------------------------------------------------------------


def _element(element: view.ElementView, frame: Words, *, top: bool) -> str:
    classes = "element" + (" article" if top else "") + (" inert" if element.inert else "")
    lines = [f'<div class="{classes}" id="{shown(element.anchor)}">']
    tags, notes = _tags(element, frame), "".join([f" {note}" for note in _goes(element.notes)])
    if top:
        lines.append(
            f'<h3 class="head">{_bidi(element.label)} {_bidi(element.heading)}{tags}</h3>'
        )
        if element.text or element.notes:
            lines.append(f"<p>{_bidi(element.text)}{notes}</p>")
    else:
        number = f'<span class="number">{_bidi(element.label)}</span>' if element.label else ""
        heading = f"<b>{_bidi(element.heading)}</b> " if element.heading else ""
        lines.append(f"<p>{number}{heading}{_bidi(element.text)}{tags}{notes}</p>")
    if element.table:
        lines += _table(element.table)
    lines += [_element(part, frame, top=False) for part in element.parts]
    return "\n".join([*lines, "</div>", ""])


def _tags(element: view.ElementView, frame: Words) -> str:
    tags = (
        f' <span class="tag plain">{shown(frame("law_inert"))}</span>' if element.inert else ""
    )
    if element.source:
        plain = " plain" if element.mark is ir.Mark.OFFICIAL else ""
        remark = f": {_bidi(element.remark)}" if element.remark else ""
        tags += f' <span class="tag{plain}">{shown(element.source)}{remark}</span>'
    return tags


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield '<table class="rows">'
    for number, row in enumerate(rows):
        cell = "td" if number else "th"
        yield f"<tr>{''.join(f'<{cell}>{_bidi(text)}</{cell}>' for text in row)}</tr>"
    yield "</table>"


# --- what words mean, how it decides --------------------------------------------------------


def _definitions(title: str, definitions: tuple[view.DefinitionView, ...]) -> Iterator[str]:
    if definitions:
        yield f'<h2 class="part">{shown(title)}</h2>'
    for definition in definitions:
        yield f'<section class="decision" id="{shown(definition.anchor)}">'
        yield f"<h3>{_bidi(definition.name)}</h3>"
        link = _link(definition.link.text, definition.link.anchor)
        yield f'<p class="meta"><span>{link}</span><span>{shown(definition.note)}</span></p>'
        yield _bare(definition.reading)
        yield "</section>"
    yield ""


def _decision(decision: view.DecisionView, frame: Words) -> Iterator[str]:
    yield f'<section class="decision" id="{shown(decision.anchor)}">'
    yield f"<h3>{_bidi(decision.name)}</h3>"
    yield '<ul class="notes">'
    for note in decision.notes:
        yield f"<li>{shown(note)}</li>"
    yield "</ul>"
    for value, rules in decision.values:
        if value:
            yield f"<h4>{_bidi(value)}</h4>"
        for rule in rules:
            yield _rule(rule, frame)
    yield "</section>"


def _rule(rule: view.RuleView, frame: Words) -> str:
    anchor = f' id="{shown(rule.anchor)}"' if rule.reading else ""
    cite = f'<span class="cite">{_link(rule.link.text, rule.link.anchor)}</span>'
    see = ""
    if rule.reading is None:
        above = _link(frame("law_see"), rule.anchor)
        see = f' <span class="goes">({above})</span>'
    lines = [
        f'<div class="ground rule"{anchor}>',
        f'<p class="text">{cite} {_bidi(rule.text)}{see}</p>',
    ]
    if rule.reading is not None:
        lines += [f'<p class="note">{_bidi(note)}</p>' for note in rule.notes]
        if rule.displaced_by:
            by = ", ".join([_link(link.text, link.anchor) for link in rule.displaced_by])
            says = shown(frame("law_rule_displaced", provisions=""))
            lines.append(f'<p class="effect">{says}{by}</p>')
        if rule.displaces:
            lines.append(f'<p class="effect">{shown(rule.displaces)}</p>')
        lines.append(_bare(rule.reading))
    if rule.when is not None:
        lines += [f'<p class="phrase">{shown(frame("law_when"))}</p>', _bare(rule.when)]
    return "\n".join([*lines, "</div>", ""])


def _bare(reading: view.Reading) -> str:
    """Return a condition whose words stand above it already."""
    if reading.parts and not reading.text and not reading.citation:
        phrase = f'<p class="phrase">{shown(reading.phrase)}</p>\n' if reading.phrase else ""
        return f"{phrase}{_parts(reading.parts)}\n"
    return f'<ul class="parts"><li>{_reading(reading)}\n</li></ul>\n'


def _parts(parts: tuple[view.Reading, ...]) -> str:
    items = "\n".join([f"<li>{_reading(part)}\n</li>" for part in parts])
    return f'<ul class="parts">\n{items}\n</ul>'


def _reading(reading: view.Reading) -> str:
    """Return a condition with its parts."""
    summary = ""
    if reading.citation:
        summary += f'<span class="cite">{_link(reading.citation, reading.anchor)}</span> '
    if reading.text:
        summary += f"{_bidi(reading.text)} "
    if reading.phrase:
        summary += f'<span class="phrase">{shown(reading.phrase)}</span> '
    for link in _goes(reading.links):
        summary += f"{link} "
    if reading.formula:
        summary += f'<code class="read">{_bidi(reading.formula)}</code>'
    if not reading.parts:
        return f'<div class="leaf">{summary}</div>'
    return f"<details open>\n<summary>{summary}</summary>\n{_parts(reading.parts)}\n</details>"
