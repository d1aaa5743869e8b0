"""Conditions that ask for a number of others."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

import z3

from lawc.backends.smt.terms import so_many


def test_more_than_there_are_is_false_however_many_are_asked_for() -> None:
    assert z3.is_false(so_many(10**18, [z3.Bool("a"), z3.Bool("b")]))
