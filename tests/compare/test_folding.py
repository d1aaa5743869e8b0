"""Parts that two reasoning trees of one person share are closed in both."""

from __future__ import annotations

from lawc.backends.documents.outline import GroundLine, Group, Line, ThingOutline
from lawc.compare.rendering.folding import fold
from lawc.runtime.reasons import Rests


def line(text: str, *parts: Line, truth: bool = False) -> Line:
    rests = Rests.ANY if parts else Rests.FACTS
    return Line(rests, truth, "", text, "", (), "", None, parts)


def tree(*parts: Line, citation: str = "1") -> ThingOutline:
    ground = GroundLine(
        Group.WHY_NONE, False, citation, "", "", "", (), (), line("any of", *parts)
    )
    return ThingOutline("", (), ((Group.WHY_NONE, (ground,)),), ())


def opened(found: ThingOutline) -> list[str]:
    (_, (ground,)) = found.groups[0]
    return [part.text for part in ground.condition.parts if part.carries]


OLD, NEW, SAME = line("aged sixty", truth=True), line("aged sixty-three"), line("a pupil")


def test_what_is_the_same_in_both_is_closed() -> None:
    assert opened(fold(tree(NEW, SAME), tree(OLD, SAME))) == ["aged sixty-three"]
    assert opened(fold(tree(OLD, SAME), tree(NEW, SAME))) == ["aged sixty"]


def test_what_is_true_of_one_text_only_stays_open() -> None:
    turned = line("a pupil", truth=True)

    assert opened(fold(tree(NEW, SAME), tree(OLD, turned))) == ["aged sixty-three", "a pupil"]


def test_where_all_is_the_same_nothing_is_closed() -> None:
    assert opened(fold(tree(SAME, NEW), tree(SAME, NEW))) == ["a pupil", "aged sixty-three"]


def test_another_provision_that_says_the_same_closes_nothing() -> None:
    other = tree(OLD, SAME, citation="2")

    assert opened(fold(tree(NEW, SAME), other)) == ["aged sixty-three", "a pupil"]
