"""No rule of the grammar is without a text that uses it: here, or in the tests of meanings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from tests.syntax.test_grammar_rules import FREE, GIVEN, TEXTS, VOCABULARY, compiled

from lawc.source import Source
from lawc.syntax.laid_in_items import ITEM, LIST
from lawc.syntax.laid_in_items import LIST_END as ENDS
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.sentences import Sentences, grammar
from lawc.syntax.spoken import spoken
from lawc.syntax.words import words
from lawc.vocabulary.read import read_vocabulary

# What the texts of the meanings do not use: a piece of the grammar, and a text for it.
MORE = (
    ("sentence", f"{FREE} if paragraph 1 of Article 2 does not apply to the loan."),
    ("sentence", "A pupil may borrow free of charge if the reader may borrow free of charge."),
    ("sentence", "No pupil may borrow free of charge if the reader may not borrow free of "
     "charge."),
    ("sentence", f"{FREE} unless none of the following applies:"),
    ("sentence", "If the reader is a member, the reader may borrow free of charge if the loan "
     "is of a lost book, provided that the income is between 1 euro and 2 euro, regardless of "
     "the income."),
    ("sentence", "If a reader is a pupil, the reader may not borrow free of charge, "
     "notwithstanding Article 2."),
    ("sentence", "Where the reader is a member, the reader may borrow free of charge if the "
     "income is 1 euro or more and the income is 2 euro or less, except that a pupil may not "
     "borrow free of charge."),
    ("sentence", "A reader, except for a pupil, may borrow free of charge."),
    ("sentence", "The following readers who are a member may borrow free of charge:"),
    ("sentence", f"{FREE} if neither the reader is a member nor the loan is of a lost book."),
    ("sentence", f"{FREE} if the reader is a member and/or the loan is of a lost book."),
    ("sentence", "This Act applies only to a pupil."),
    ("sentence", "This Act does not apply to a pupil."),
    ("sentence", "A pupil is deemed to be a young reader."),
    ("sentence", "A pupil is not a young reader."),
    ("sentence", f"{FREE}, unless any of the following applies:"),
    ("sentence", f"{FREE} if all of the following apply:"),
    ("sentence", f"{FREE} if each of the reader's loans satisfies none of the following:"),
    ("sentence", f"{FREE} if each of the reader's loans satisfies any of the following:"),
    ("sentence", f"{FREE} if each of the reader's loans satisfies all of the following:"),
    ("sentence", f"{FREE} if at least two of the following apply:"),
    ("sentence", f"{FREE} if none of the reader's loans is of a lost book or at least one of "
     "the reader's loans is of a lost book or each of the reader's loans is of a lost book."),
    ("sentence", f"{FREE} if the income is more than 1 euro or the income is less than 2 euro "
     "or the income is not more than 2 euro."),
    ("sentence", f"{FREE} if the income is more than 1 euro and does not exceed the fee and "
     "not more than 5 euro and not less than 1 euro and less than 9 euro and not equal to 3 "
     "euro and equal to 2 euro and more than 1 euro."),
    ("sentence", "A reader who has a loan that is of a lost book and who has not more than "
     "three loans that are late loans may borrow free of charge."),
    ("sentence", f"{FREE} if the reader has no loans."),
    ("sentence", "Readers who have a loan may borrow free of charge."),
    ("sentence", "A reader each of whose loans is of a lost book may borrow free of charge."),
    ("sentence", "A reader none of whose loans are of a lost book may borrow free of charge."),
    ("sentence", "A reader at least two of whose loans are of a lost book may borrow free of "
     "charge."),
    ("sentence", "A reader one or more of whose loans are of a lost book may borrow free of "
     "charge."),
    ("condition_item", "if the income exceeds 1 euro, the income is less than the fee;"),
    ("sentence", f"{FREE} if the income is equal to 1 euro or the income is at least 2 euro."),
    ("sentence", "Where several discounts apply to one loan, the smallest is applied."),
    ("sentence", "Where several discounts apply to one loan, the total is applied."),
    ("sentence", "The terms defined in Articles 2 to 4 of the Code have the same meaning in "
     "this Act."),
    ("sentence", "The fee is the income plus 0.5 euro, not less than 1 euro, rounded up to a "
     "whole cent, rounded down to a whole cent, rounded to the nearest cent."),
    ("sentence", "The fee bears the same ratio to the income as the ratio of the income to 1/3 "
     "bears to 2 euro, or zero if the income is zero."),
    ("sentence", "The fee is one eleventh of one twelfth of one fifteenth of one twentieth of "
     "one thirtieth of one fortieth of one hundredth of the income."),
    ("sentence", "The fee is 5 euro if the reader is a member, and 7 euro otherwise."),
    ("sentence", "The fee is 5 euro for a reader who is a member."),
    ("sentence", "For a reader who is a member and who is among students, the fee is 5 euro."),
    ("sentence", "For a reader who is a member or who is among students, the fee is 5 euro."),
    ("sentence", "The fee is:"),
    ("case_item", "5 euro, if the reader is a member;"),
    ("case_item", "in the case of a pupil or a pupil, 5 euro;"),
    ("sentence", "The fee is 5 euro for each complete 7 or part thereof of the income plus "
     "5 euro for each day between 1 May 2024 and 2 May 2024 plus 1 euro for each complete week "
     "from 1 May 2024 to 2 May 2024 plus 5 euro for each loan."),
    ("sentence", "Article 2 applies with 5 euro in place of 3 euro for a pupil."),
    ("sentence", "The fee is 5 euro, rounded to the nearest cent, a half being rounded up."),
    ("sentence", "The fee is 5 euro, rounded to the nearest multiple of 5 euro, half down."),
    ("sentence", "The fee is the income, rounded to the nearest cent, half even."),
    ("sentence", f"{FREE} if the reader has reached the age of nine years on the lending day."),
    ("sentence", f"{FREE} if all of the reader's loans that are late loans, that are not late "
     "loans and that is of a lost book satisfy any of the following:"),
    ("sentence", f"{FREE} if one or more of the reader's loans that is of a lost book or that "
     "are late loans is of a lost book."),
    ("sentence", f"{FREE} if one or more of the reader's loans of the reader's loans that are "
     "late loans is of a lost book or all of the reader's loans of the reader's loans is of a "
     "lost book."),
    ("sentence", "The fee is the income less 1 euro."),
    ("sentence", "The fee is the larger of the income and 1 euro."),
    ("sentence", "The fee is the smaller of the fee, if any, and the income."),
    ("sentence", "The fee is the sum of the fee, if any, the income plus the fee, if any, and "
     "2 euro."),
    ("sentence", "The fee is the product of the income and 2, increased by 1 euro, reduced by "
     "10 per cent, divided by 2, multiplied by 3, plus 1 euro, less 1 euro."),
    ("sentence", "The fee is 10 per cent of the excess of the income over twice the fee "
     "increased by 1 euro reduced by 1 euro divided by 2 multiplied by 3."),
    ("sentence", "The fee is the amount by which the income exceeds so much of the income as "
     "exceeds 1 euro."),
    ("sentence", "The fee is the income or 1 euro, whichever is the higher."),
    ("sentence", "The fee is the income or 1 euro, whichever is lower."),
    ("sentence", f"{FREE} if the income is at least 1 euro but not equal to 2 euro or the "
     "income exceeds 1 euro or the income does not exceed 2 euro or the income is not equal to "
     "2 euro."),
    ("sentence", "The fee is the sum of the fee of each of the reader's loans."),
    ("sentence", "The fee is the sum of the fee, if any, of each of the reader's loans."),
    ("sentence", "The fee is the fee, if any, plus the income plus the fee, if any."),
    ("sentence", "The number of late loans is the number of the reader's loans."),
    ("sentence", "The number of late loans is the number of days from 1 May 2024 to 2 May "
     "2024."),
    ("sentence", "The fee is the sum of the rates, each applied to the part of the income that "
     "falls in its row:"),
    ("sentence", "The due day is the later of the lending day, the day on which the reader was "
     "born and the earlier of the last day of the month in which the reader was born and the "
     "close of the year in which the lending day falls."),
    ("sentence", "The due day is two weeks after the day following the first day of the week "
     "in which the reader was born."),
    ("sentence", "The due day is ten days before the day preceding the close of the quarter "
     "following the quarter before the quarter in which the lending day falls."),
    ("sentence", "The due day is the 1 July that follows the 1 May preceding the lending day."),
    ("sentence", f"{FREE} if the reader was born on 1 May 2024 or the reader was born before "
     "the end of July 2013 or the reader was born after the expiration of six months from 1 "
     "May 2024 or the reader was born on or after 1 May 2024 or the reader was born not later "
     "than 1 May 2024 or the reader was born between 1 May 2024 and 2 May 2024."),
    ("sentence", "A reader who was born within six months after the lending day but not later "
     "than 1 May 2024 may borrow free of charge."),
    ("sentence", f"{FREE} if the lending day is within ten days before 1 May 2024 or the "
     "lending day is in the ten years following 1 May 2024 or the lending day is in the ten "
     "years immediately preceding 1 May 2024 or the lending day is in the period beginning on "
     "1 May 2024 and ending on 2 May 2024 or the lending day is during the period of ten days "
     "ending on 1 May 2024 or the lending day is during the period of ten days beginning on 1 "
     "May 2024 or the lending day is in the year 2024."),
    ("sentence", "The number of late loans is the number of whole weeks between 1 May 2024 and "
     "2 May 2024, both days included."),
    ("sentence", "The number of late loans is the number of full months from 1 May 2024 to 2 "
     "May 2024 plus the number of complete years, both days included, from 1 May 2024 to 2 "
     "May 2024."),
    ("sentence", f"The fee is the sum of {LIST} {ITEM} 1 euro, and {ITEM} the product of "
     f"{LIST} {ITEM} 2; and {ITEM} 3 {ENDS} {ENDS}."),
    ("sentence", f"The fee is the larger of {LIST} {ITEM} 1 euro, or {ITEM} the smaller of "
     f"{LIST} {ITEM} 2 euro and {ITEM} 3 euro {ENDS} {ENDS}."),
    ("sentence", f"The fee is the excess of {LIST} {ITEM} the income, over {ITEM} the amount "
     f"by which {LIST} {ITEM} 2 euro, is less than {ITEM} 3 euro {ENDS} {ENDS}."),
    ("sentence", f"The fee is the income, less {LIST} {ITEM} 2 euro, and {ITEM} 3 euro "
     f"{ENDS}."),
    ("sentence", "Except as provided in Article 2, the fee is 3 euro."),
    ("sentence", "In the case of a pupil or a pupil (as defined in section 2(a)), for purposes "
     "of this chapter, the fee is 3 euro, if the reader is a member."),
    ("sentence", f"In the case of {LIST} {ITEM} a reader who is a member and who is a member, "
     f"or {ITEM} a reader who is a member or is a member {ENDS}, the fee is 3 euro."),
    ("sentence", f"For purposes of Article 2, the fee is {LIST} {ITEM} 3 euro in the case of a "
     f"pupil, {ITEM} 4 euro if the reader is a member, or {ITEM} 5 euro in any other case "
     f"{ENDS}."),
    ("sentence", f"{FREE} if {LIST} {ITEM} {GIVEN}, and {ITEM} {LIST} {ITEM} {GIVEN}, or "
     f"{ITEM} {GIVEN} {ENDS} {ENDS}."),
    ("sentence", f"A reader who {LIST} {ITEM} is a member, and {ITEM} is a member {ENDS}, "
     "may borrow free of charge."),
    ("sentence", f"A reader who {LIST} {ITEM} is a member, or {ITEM} is a member {ENDS} "
     "may borrow free of charge."),
    ("sentence", "In the case of a pupil with respect to whom the reader is a member, the fee "
     "shall not exceed 5 euro."),
    ("sentence", "In the case of a pupil is a member, and is a member, Article 2 shall be "
     'applied by substituting "5 euro" for "3 euro".'),
    ("sentence", f"Article 2 shall be applied {LIST} {ITEM} by substituting “5” for “3” in "
     f"subparagraph (B), and {ITEM} by substituting “5” for “3” {ENDS}."),
    ("sentence", "The fee is 200% of the dollar amount in effect under subparagraph (C) for "
     "the taxable year."),
    ("sentence", "The fee is the income provided in section 151."),
    ("sentence", "The fee is the sum of each the fee to which the reader is entitled under "
     "section 5."),
    ("sentence", f"The fee is the income other than {LIST} {ITEM} 1 euro, and {ITEM} 2 euro "
     f"{ENDS}."),
    ("sentence", f"The rate is the percent which {LIST} {ITEM} 1 euro, is of {ITEM} 2 euro "
     f"{ENDS}."),
    ("sentence", "The term “the fee” means any the fee with respect to a pupil to the extent "
     f"the fee does not exceed {LIST} {ITEM} in the case of a pupil, 1 euro, or {ITEM} in the "
     f"case of a pupil, 2 euro {ENDS}."),
    ("sentence", f"The reader may borrow free of charge {LIST} {ITEM} for the reader if "
     f"{GIVEN}, and {ITEM} for the reader if {GIVEN} under section 5 {ENDS}."),
    ("sentence", "In the case of a pupil whose the income exceeds 5 euro, the fee shall be "
     "reduced by 2 euro."),
    ("sentence", "In the case of a pupil is a member, the fee is 2 euro."),
    ("sentence", "Article 2 shall not apply to a pupil is a member, and is a member."),
    ("sentence", "There is hereby imposed on the income of a pupil (as defined in section 2) "
     "who is a member the fee determined in accordance with the following "
     f"{LIST} {ITEM} 15% of the income if the income is not over 9 euro; {ITEM} 2 euro, plus "
     f"20% of the excess over 9 euro if the income is over 9 euro {ENDS}."),
    ("sentence", "For purposes of this chapter—"),
    ("sentence", f"{FREE} if the reader borrowed a book on 1 May 2024 or the reader borrowed a "
     "book throughout the year 2024 or the reader borrowed a book for the ten days preceding 1 "
     "May 2024 or the reader borrowed a book for at least ten days immediately preceding 1 May "
     "2024 or the reader borrowed a book for any period after 1 May 2024."),
    ("sentence", "A reader who borrowed a book after 1 May 2024 and before 1 July 2024 for a "
     "total of at least ten days but less than two years in all may borrow free of charge."),
    ("sentence", f"{FREE} if the reader borrowed a book from 1 May 2024 and until 1 July 2024 "
     "for at least ten days or the reader borrowed a book during the year 2024 for at least "
     "ten days or the reader borrowed a book between 1 May 2024 and 2 May 2024 for at least "
     "one day."),
    ("sentence", f"{FREE} if the number of late loans exceeds two years."),
    ("sentence", "The number of late loans is the number of days of the reader's loans that "
     "fall between 1 May 2024 and 2 May 2024."),
    ("class_item", "a pupil, or a reader who is a member, unless the reader is among pupils;"),
    ("class_item", "a reader to whom at least two of the following apply:"),
    ("class_item", "a reader, if any of the following applies:"),
    ("condition_item", f"{GIVEN}; and"),
    ("condition_item", f"{GIVEN}; or"),
    ("condition_item", "at least one of the reader's loans satisfies at least two of the "
     "following:"),
    ("term_item", "a young reader means a pupil."),
    ("term_item", "a young reader means any of the following:"),
    ("step_item", "the fee is 2 euro;"),
    ("row", "up to 3 | 10 per cent"),
    ("row", "over 3 to 36 900 | one half"),
    ("row", "over 36 900 | 0.5"),
    ("row", "pupils or students | 1 000 or more | 5 euro plus 2 per cent of the excess over 3"),
    ("row", "at least 1 but less than 2 | at least 1 but not over 2 | over 1 but less than 2 | "
     "less than 2 | 2018 to 2025 | 3 | if the loan is of a lost book | any other | 0"),
    ("heads", "If the income is: | The fee is:"),
    ("row_of_table", "row 2"),
    ("sentence", "The fee is determined in accordance with the following table:"),
    ("citation", "Article 188-1"),
    ("citation", "this Article"),
    ("citation", "Articles 2, 3 to 5, and 9 of this Law"),
    ("citation", "parts two and three of Article 404 of the Code"),
    ("citation", "subpoint a) of points 1) to 3) of paragraph twenty-one of Article 2"),
    ("citation", "sections 63(c)(6)(A) to 64, s 8A and § 7.1"),
    ("citation", "Article 3(1)(a-1)"),
    ("citation", "subclause (I) of clause (i) of subparagraph (A) of paragraph (1)"),
    ("citation", "subsection (a) of section 5 and this section"),
    ("citation", "point (a), subpoint (i) or (ii)"),
    ("citation", "items (1) and (2) of this subsection"),
    ("citation", "paragraph (a) of this paragraph or this subparagraph"),
    ("choice", "pupils, students or others"),
    ("count", "ninety-nine"),
    ("period", "one year"),
    ("period", "six months"),
    ("period", "two weeks"),
    ("period", "ten days"),
)  # fmt: skip
ACTS = 'act "code"\n  en noun "the Code"\n'


# Rules that name their nodes alike, with the node where each stands and its place there.
ALIKE = {
    "how": ("list_of", 0),
    "how_many": ("members_list", -1),
    "quantifier": ("members", 0),
    "comparison": ("compares", 1),
}


def within(node: object) -> Iterator[Tree]:
    """Yield the nodes of a tree, those in the slots of its phrases included."""
    match node:
        case Tree(_, inside):
            yield node
            for one in inside:
                yield from within(one)
        case Phrase(slots=slots):
            for one in slots.values():
                yield from within(one)


@cache
def english() -> Sentences:
    vocabulary, _ = read_vocabulary((Source("a.vocabulary", VOCABULARY + ACTS),))
    return Sentences("en", vocabulary.entries["en"])


@cache
def occurring() -> tuple[Tree, ...]:
    """Return the nodes of all texts; each has one reading."""
    found: list[Tree] = []
    for text, _ in TEXTS.values():
        for top in compiled(text).act.passages:
            for passage in top.within():
                for one in (*passage.sentences, *passage.rows):
                    found += within(one)
    for piece, text in MORE:
        tree = english().read(piece, words(text))
        assert isinstance(tree, Tree), text
        found += within(tree)
    return tuple(found)


def nodes(*rules: str) -> set[str]:
    """Return the names that nodes can bear, of all rules or of some.

    What is put in the place of its child bears none, and a number is no node.
    """
    return {
        one.name
        for one in grammar("en").productions
        if not (one.hidden or one.lift or one.number is not None)
        and (one.origin in rules or not rules)
    }


def test_no_rule_that_becomes_a_node_is_without_a_text() -> None:
    assert sorted(nodes() - {one.name for one in occurring()}) == []


@pytest.mark.parametrize("rule", ALIKE)
def test_no_rule_hides_behind_another_that_names_its_nodes_alike(rule: str) -> None:
    name, place = ALIKE[rule]
    said = {one.children[place].name for one in occurring() if one.name == name}

    assert sorted(nodes(rule) - said) == []


def test_every_rule_named_by_a_number_says_that_number() -> None:
    for one in grammar("en").productions:
        if one.number is None or one.length != 1:
            continue
        said = spoken("en", f"{one.origin}.{one.name}")
        text = {"unit": said, "teen": said, "tens": said, "month": f"1 {said} 2024"}
        piece = {"month": "day", "denominator": "fraction"}.get(one.origin, "count")
        tree = english().read(piece, words(text.get(one.origin, f"one {said}")))

        assert one.number in numbers(tree), said


def numbers(node: object) -> Iterator[int]:
    """Yield the numbers that stand in a tree."""
    match node:
        case int():
            yield node
        case Tree(_, inside):
            for one in inside:
                yield from numbers(one)
