"""Words that a proposal would take away from a drafter: it may not.

Before: `whose spouse has arrears`, where `who has arrears` reads. After: that `whose spouse`
would be lost. Each word that is taken away has a counterpart in what is put for it, which is
spelt nearly so or says the same in another number; or it stands beside itself; or it is empty.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from lawc.syntax.near import Edit
from lawc.syntax.nodes import Tree
from lawc.syntax.senses import groups
from lawc.syntax.spelling import is_near

EMPTY = ("article", "empty")  # rules whose words may be left out
_SEVERAL = ("sum_of_terms", "product_of", "larger_of", "smaller_of")  # amounts after each other
OWN = "own"  # the rule of words that say something each


def lost_words(
    row: tuple[str, ...], edit: Edit, language: str, known: frozenset[str]
) -> tuple[str, ...]:
    """Return the words of a row that an edit takes away and puts nothing like them for.

    Args:
        row: the words.
        edit: the edit.
        language: the language of the words.
        known: the words of the language and of the vocabulary.
    """
    old, new = row[edit.start : edit.end], edit.words
    if "".join(old) == "".join(new):
        return ()
    of = groups(language)
    present = any(of.get(word) in ("doing", "linking") for word in new)
    future = {  # it says nothing before "be", and where the present tense is put for it
        word
        for word, following in pairwise((*old, ""))
        if of.get(word) == "future" and (present or of.get(following) == "being")
    }
    gone = [
        word
        for word in (Counter(old) - Counter(new)).elements()
        if _says(word, language) and word not in future
    ]
    put = list((Counter(new) - Counter(old)).elements())
    if not put and gone:
        around = (*row[edit.start - 1 : edit.start], *row[edit.end : edit.end + 1])
        gone = [word for word in gone if word not in around]
    words = []
    for word in gone:
        counterpart = next(
            (other for other in put if _alike(word, other, language, known)), None
        )
        if counterpart is None:
            words.append(word)
        else:
            put.remove(counterpart)
    return tuple(words)


def _says(word: str, language: str) -> bool:
    """Tell whether a word may say something: no sign, and none that is empty."""
    return any(map(str.isalnum, word)) and groups(language).get(word) not in EMPTY


def _alike(word: str, other: str, language: str, known: frozenset[str]) -> bool:
    of = groups(language)
    if word in of and of[word] == of.get(other):
        return of[word] != OWN
    return is_near(word, other, known=word in known or word in of)


def sets_amounts_apart(row: tuple[str, ...], edit: Edit, tree: Tree) -> bool:
    """Return whether a comma of an edit makes two amounts of one, or one of two.

    `tree` is the reading with the edit, of words numbered as in a row.
    """
    put = {*range(edit.start - 1, edit.start + len(edit.words) + 1)}
    waiting: list[object] = (
        [tree] if "," in {*row[edit.start : edit.end]} ^ {*edit.words} else []
    )
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tree):
            if node.name in _SEVERAL and put.intersection(range(*node.span)):
                return True
            waiting += node.children
    return False
