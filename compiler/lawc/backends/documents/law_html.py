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
    yield f"<h1>{_said(law.title)}</h1>"
    yield f'<nav aria-label="{shown(frame("law_contents"))}">'
    yield "<ul>"
    for element in law.elements:
        yield _entry(element.anchor, f"{element.label} {element.heading}")
    for one in (*law.definitions, *law.quantities):
        yield _entry(one.anchor, frame("law_defines", concepts=one.name))
    for decision in law.decisions:
        yield _entry(decision.anchor, f"{frame('law_decisions')}: {decision.name}")
    yield from ("</ul>", "</nav>", "</header>")


def _main(law: view.LawView, frame: Words) -> Iterator[str]:
    yield "<main>"
    yield f'<h2 class="part">{shown(frame("law_text"))}</h2>'
    for element in law.elements:
        yield _element(element, frame, top=True)
    yield from _defined(frame("law_definitions"), law.definitions)
    yield from _defined(frame("law_quantities"), law.quantities)
    yield f'<h2 class="part">{shown(frame("law_decisions"))}</h2>'
    for decision in law.decisions:
        yield from _decision(decision, frame)
    yield "</main>"


def _entry(anchor: str, text: str) -> str:
    return f'<li><a href="#{shown(anchor)}">{shown(text)}</a></li>'


def _said(text: str) -> str:
    return f"<bdi>{shown(text)}</bdi>"


def _linked(text: str, anchor: str) -> str:
    return f'<a href="#{shown(anchor)}">{shown(text)}</a>' if anchor else shown(text)


def _goes(links: tuple[view.Link, ...]) -> list[str]:
    return [f'<span class="goes">→ {_linked(one.text, one.anchor)}</span>' for one in links]


# --- the text -----------------------------------------------------------------------------


def _element(one: view.ElementView, frame: Words, *, top: bool) -> str:
    classes = "element" + (" article" if top else "") + (" inert" if one.inert else "")
    lines = [f'<div class="{classes}" id="{shown(one.anchor)}">']
    tags, notes = _tags(one, frame), "".join([f" {note}" for note in _goes(one.notes)])
    if top:
        lines.append(f'<h3 class="head">{_said(one.label)} {_said(one.heading)}{tags}</h3>')
        if one.text or one.notes:
            lines.append(f"<p>{_said(one.text)}{notes}</p>")
    else:
        number = f'<span class="number">{_said(one.label)}</span>' if one.label else ""
        heading = f"<b>{_said(one.heading)}</b> " if one.heading else ""
        lines.append(f"<p>{number}{heading}{_said(one.text)}{tags}{notes}</p>")
    if one.table:
        lines += _table(one.table)
    lines += [_element(part, frame, top=False) for part in one.parts]
    return "\n".join([*lines, "</div>", ""])


def _tags(one: view.ElementView, frame: Words) -> str:
    tags = f' <span class="tag plain">{shown(frame("law_inert"))}</span>' if one.inert else ""
    if one.source:
        plain = " plain" if one.mark is ir.Mark.OFFICIAL else ""
        remark = f": {_said(one.remark)}" if one.remark else ""
        tags += f' <span class="tag{plain}">{shown(one.source)}{remark}</span>'
    return tags


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield '<table class="rows">'
    for number, row in enumerate(rows):
        cell = "td" if number else "th"
        yield f"<tr>{''.join(f'<{cell}>{_said(text)}</{cell}>' for text in row)}</tr>"
    yield "</table>"


# --- what words mean, how it decides --------------------------------------------------------


def _defined(title: str, found: tuple[view.DefinitionView, ...]) -> Iterator[str]:
    if found:
        yield f'<h2 class="part">{shown(title)}</h2>'
    for one in found:
        yield f'<section class="decision" id="{shown(one.anchor)}">'
        yield f"<h3>{_said(one.name)}</h3>"
        link = _linked(one.link.text, one.link.anchor)
        yield f'<p class="meta"><span>{link}</span><span>{shown(one.note)}</span></p>'
        yield _bare(one.reading)
        yield "</section>"
    yield ""


def _decision(one: view.DecisionView, frame: Words) -> Iterator[str]:
    yield f'<section class="decision" id="{shown(one.anchor)}">'
    yield f"<h3>{_said(one.name)}</h3>"
    yield '<ul class="notes">'
    for note in one.notes:
        yield f"<li>{shown(note)}</li>"
    yield "</ul>"
    for value, rules in one.values:
        if value:
            yield f"<h4>{_said(value)}</h4>"
        for rule in rules:
            yield _rule(rule, frame)
    yield "</section>"


def _rule(one: view.RuleView, frame: Words) -> str:
    anchor = f' id="{shown(one.anchor)}"' if one.reading else ""
    cite = f'<span class="cite">{_linked(one.link.text, one.link.anchor)}</span>'
    see = ""
    if one.reading is None:
        above = _linked(frame("law_see"), one.anchor)
        see = f' <span class="goes">({above})</span>'
    lines = [
        f'<div class="ground rule"{anchor}>',
        f'<p class="text">{cite} {_said(one.text)}{see}</p>',
    ]
    if one.reading is not None:
        lines += [f'<p class="note">{_said(note)}</p>' for note in one.notes]
        if one.displaced_by:
            by = ", ".join([_linked(link.text, link.anchor) for link in one.displaced_by])
            says = shown(frame("law_rule_displaced", provisions=""))
            lines.append(f'<p class="effect">{says}{by}</p>')
        if one.displaces:
            lines.append(f'<p class="effect">{shown(one.displaces)}</p>')
        lines.append(_bare(one.reading))
    if one.when is not None:
        lines += [f'<p class="phrase">{shown(frame("law_when"))}</p>', _bare(one.when)]
    return "\n".join([*lines, "</div>", ""])


def _bare(one: view.Reading) -> str:
    """Return a condition where its words stand above it already."""
    if one.parts and not one.text and not one.citation:
        phrase = f'<p class="phrase">{shown(one.phrase)}</p>\n' if one.phrase else ""
        return f"{phrase}{_parts(one.parts)}\n"
    return f'<ul class="parts"><li>{_reading(one)}\n</li></ul>\n'


def _parts(parts: tuple[view.Reading, ...]) -> str:
    items = "\n".join([f"<li>{_reading(part)}\n</li>" for part in parts])
    return f'<ul class="parts">\n{items}\n</ul>'


def _reading(one: view.Reading) -> str:
    """Return a condition with its parts."""
    said = ""
    if one.citation:
        said += f'<span class="cite">{_linked(one.citation, one.anchor)}</span> '
    if one.text:
        said += f"{_said(one.text)} "
    if one.phrase:
        said += f'<span class="phrase">{shown(one.phrase)}</span> '
    for link in _goes(one.links):
        said += f"{link} "
    if one.formula:
        said += f'<code class="read">{_said(one.formula)}</code>'
    if not one.parts:
        return f'<div class="leaf">{said}</div>'
    return f"<details open>\n<summary>{said}</summary>\n{_parts(one.parts)}\n</details>"
