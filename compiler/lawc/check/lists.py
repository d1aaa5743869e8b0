"""A list says once whether one or all of its items are needed, and never two things.

The lead-in says it ("any of the following"), or the connective after the last item but one
("; or"), or both, and then they agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Span
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree

_ENDS = ("ends", "ends_and", "ends_or", "ends_list")
_WANTED = {"any": "ends_or", "all": "ends_and"}


def check_lists(act: Act) -> Iterator[Diagnostic]:
    """Yield a problem for each list whose items and lead-in disagree."""
    for top in act.passages:
        for passage in top.within():
            items = [one for one in passage.items if one.level in ("point", "subpoint")]
            if items:
                yield from _connectives(act, passage, items)


def _connectives(act: Act, passage: Passage, items: list[Passage]) -> Iterator[Diagnostic]:
    lead = _lead(passage.sentences[-1]) if passage.sentences else None
    for number, item in enumerate(items):
        end = _end(item)
        if end is None or number == len(items) - 1:
            continue
        if end.name == "ends_list":
            message = f"`{item.labels[-1]}` ends in a full stop, and the list goes on after it"
            yield _problem(
                act, item, end, Code.LEAD_IN_DISAGREES, message, "end it with a semicolon"
            )
        elif end.name in ("ends_and", "ends_or"):
            wanted = _WANTED.get(lead.name) if lead else None
            if wanted is not None and end.name != wanted:
                assert lead is not None
                yield _problem(
                    act,
                    item,
                    end,
                    Code.LEAD_IN_DISAGREES,
                    f"`{act.text(end.span)}` disagrees with the lead-in of the list",
                    "change the one or the other: as written, they say different things",
                    (Label(act.source, lead.span, "the lead-in"),),
                )
            if number != len(items) - 2:
                yield _problem(
                    act,
                    item,
                    end,
                    Code.LEAD_IN_DISAGREES,
                    f"`{act.text(end.span)}` stands after `{item.labels[-1]}`, which is not the "
                    "last item but one",
                    "join only the last two items of a list",
                )


def _lead(tree: Tree) -> Tree | None:
    """Return the words of a lead-in that say how the items are combined."""
    if tree.name in ("list_of", "members_list"):
        how = tree.children[-1]
        return how if isinstance(how, Tree) else None
    if tree.name in ("grants_following", "means_following"):
        return Tree("any", (), tree.span)
    for child in tree.children:
        if isinstance(child, Tree) and (found := _lead(child)):
            return found
    return None


def _end(item: Passage) -> Tree | None:
    """Return how an item ends; of one that opens a list, how its last item ends."""
    if item.items and item.sentences:
        return _end(item.items[-1])
    for sentence in reversed(item.sentences):
        for child in reversed(sentence.children):
            if isinstance(child, Tree) and child.name in _ENDS:
                return child
    return None


def _problem(
    act: Act,
    item: Passage,
    end: Tree,
    code: Code,
    message: str,
    help_: str,
    related: tuple[Label, ...] = (),
) -> Diagnostic:
    span = end.span if end.span != (0, 0) else Span(item.span.start, item.span.start)
    return Diagnostic(code, message, Label(act.source, span), related, help_, item.where)
