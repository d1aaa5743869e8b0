"""Names that are almost others."""

from __future__ import annotations

import pytest

from lawc.syntax.spelling import nearest_name

NAMES = ("sex", "category", "date_of_birth", "offence", "offences", "kid")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("catagory", "category"),
        ("Date of birth", "date_of_birth"),
        ("date-of-brith", "date_of_birth"),
        ("sec", "sex"),
        ("kids", "kid"),
        ("offense", "offence"),
        ("person", ""),
        ("", ""),
    ],
)
def test_a_name_is_almost_the_nearest_of_some(name: str, nearest: str) -> None:
    assert nearest_name(name, NAMES) == nearest


def test_of_no_names_none_is_near() -> None:
    assert nearest_name("sex", ()) == ""
