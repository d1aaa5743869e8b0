"""Line ends of an amended text: a line that stays keeps its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawc.amend.line_ends import with_line_ends


@pytest.mark.parametrize(
    ("typed", "text", "written"),
    [
        ("a\r\nb\r\n", "a\nc\nb\n", "a\r\nc\r\nb\r\n"),
        ("a\r\nb\nc\r\n", "a\nx\nb\nc\n", "a\r\nx\r\nb\nc\r\n"),
        ("a\nb\r\nc\n", "b\nc\n", "b\r\nc\n"),
        ("a\nb\r\nc\nd", "a\nb\nc\nd\ne", "a\nb\r\nc\nd\ne"),
        ("\ufeffa\r\nb", "b", "\ufeffb"),
        ("", "a\nb\n", "a\nb\n"),
    ],
)
def test_a_line_that_stays_keeps_its_end(typed: str, text: str, written: str) -> None:
    assert with_line_ends(typed, text) == written


TYPED = st.lists(
    st.tuples(st.sampled_from(("a", "b", "", "long")), st.sampled_from(("\r\n", "\n", "\r")))
)


@given(TYPED, st.text("ab\n", max_size=20))
def test_a_text_that_is_the_same_has_the_same_bytes(
    lines: list[tuple[str, str]], new: str
) -> None:
    typed = "".join(f"{line}x{end}" for line, end in lines)
    read = typed.replace("\r\n", "\n").replace("\r", "\n")

    assert with_line_ends(typed, read) == typed
    other = with_line_ends(typed, new)
    assert other.replace("\r\n", "\n").replace("\r", "\n") == new
