"""A list says without contradiction whether one or all of its items are needed, and is whole.

The lead-in says it ("any of the following"), or the connective after the last item but one
("; or"). If both do, they agree. The last item ends in a full stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree

_ENDS = ("ends", "ends_and", "ends_or", "ends_list")
_WANTED = {"any": "ends_or", "all": "ends_and"}


def check_lists(act: Act) -> Iterator[Diagnostic]:
    """Yield the problems of lists, and of numbers under which nothing stands."""
    for passage in act.elements:
        if passage.level != act.numbering.top and not _filled(passage):
            yield _empty(act, passage)
        items = list(passage.list_items)
        if items:
            yield from _connectives(act, passage, items)
            if not passage.listed:
                yield from _last(act, passage, items[-1])


def _filled(passage: Passage) -> bool:
    """Return whether something stands under a number, if only a note or `...`."""
    parts = (passage.text, passage.notes, passage.items, passage.table, passage.mark)
    return any(parts) or passage.gap_after


def _empty(act: Act, passage: Passage) -> Diagnostic:
    item = passage.listed
    return Diagnostic(
        Code.LIST_NOT_ENDED if item else Code.SENTENCE_NOT_ENDED,
        f"`{passage.labels[-1]}` has no text",
        Label(act.source, passage.span),
        help="write what is missing, or take the number out",
        where=passage.where,
    )


def _connectives(act: Act, passage: Passage, items: list[Passage]) -> Iterator[Diagnostic]:
    lead = _lead(passage.sentences[-1]) if passage.sentences else None
    for number, item in enumerate(items[:-1]):
        end = _end(item)
        if end is None or end.name == "ends":
            continue
        if end.name == "ends_list":
            yield _goes_on(act, item, end, items[number + 1])
            continue
        if lead is not None and _WANTED.get(lead.name) not in (None, end.name):
            yield _disagrees(act, item, end, lead)
        elif number != len(items) - 2:
            yield _too_early(act, item, end, items[-2])


def _last(act: Act, passage: Passage, item: Passage) -> Iterator[Diagnostic]:
    """Yield a problem if the last item of a list leads on to an item that is not there.

    A list inside an item ends as the item does, so only the outermost list is checked.
    """
    after = next(iter(passage.items[passage.items.index(item) + 1 :]), None)
    cut = passage.gap_after if after is None else after.gap_before
    end = _end(item)
    if end is not None and end.name != "ends_list" and not cut:
        ending = act.text(end.span)
        yield Diagnostic(
            Code.LIST_NOT_ENDED,
            f"the last item of this list ends in `{ending}`, and no item follows",
            Label(act.source, end.span),
            help="write the item that is missing, or end the last one with a full stop",
            where=item.where,
        )


def _goes_on(act: Act, item: Passage, end: Tree, after: Passage) -> Diagnostic:
    return _problem(
        act,
        item,
        end,
        f"`{item.labels[-1]}` ends in a full stop, and the list goes on with "
        f"`{after.labels[-1]}`",
        "end it with a semicolon: only the last item of a list ends in a full stop",
    )


def _disagrees(act: Act, item: Passage, end: Tree, lead: Tree) -> Diagnostic:
    ending = act.text(end.span)
    means = "all of the items are needed" if end.name == "ends_and" else "one item is enough"
    wanted = "one item is enough" if lead.name == "any" else "all of the items are needed"
    problem = _problem(
        act,
        item,
        end,
        f"`{ending}` says that {means}, and the lead-in says that {wanted}",
        "change the one or the other",
    )
    return replace(problem, related=(Label(act.source, lead.span, f"here: {wanted}"),))


def _too_early(act: Act, item: Passage, end: Tree, last_but_one: Passage) -> Diagnostic:
    return _problem(
        act,
        item,
        end,
        f"`{act.text(end.span)}` stands after `{item.labels[-1]}`, and the last item but one "
        f"is `{last_but_one.labels[-1]}`",
        "join only the last two items of a list; end the others with a semicolon",
    )


def _lead(tree: Tree) -> Tree | None:
    """Return the words of a lead-in that say how the items are combined."""
    if tree.name in ("list_of", "members_list"):
        how = tree.children[-1]
        return how if isinstance(how, Tree) else None
    if tree.name in ("grants_following", "means_following"):
        return Tree("any", (), tree.span)
    for child in tree.children:
        if isinstance(child, Tree) and (words := _lead(child)):
            return words
    return None


def _end(item: Passage) -> Tree | None:
    """Return the end of an item; if the item opens a list, the end of its last item."""
    if item.items and item.sentences:
        return _end(item.items[-1])
    for sentence in reversed(item.sentences):
        for child in reversed(sentence.children):
            if isinstance(child, Tree) and child.name in _ENDS:
                return child
    return None


def _problem(act: Act, item: Passage, end: Tree, message: str, help_: str) -> Diagnostic:
    label = Label(act.source, end.span)
    return Diagnostic(Code.LEAD_IN_DISAGREES, message, label, (), help_, item.where)
