"""What rests on few values is done in blocks, each remembered by the values it rests on."""

from __future__ import annotations

import pytest

from lawc.runtime.engine import blocks
from lawc.runtime.engine.blocks import Laid, Statement, arranged, laid_out, remembering

TRUTHS = 3


def record(name: str, *uses: str, reads: dict[str, int] | None = None) -> Statement:
    """A statement that makes a record of few values."""
    return Statement(name, f"made({', '.join(uses)})", uses, reads or {})


def truth(name: str, *uses: str, few: bool = True) -> Statement:
    """A statement that finds a truth, of few values or of many."""
    return Statement(name, f"found({', '.join(uses)})", uses, {} if few else None, TRUTHS)


def done(statements: list[Statement], *wanted: str) -> list[Statement | Laid]:
    """What is to be done for the names that are wanted."""
    return laid_out(arranged(statements, {}), wanted)


def test_records_of_the_same_few_values_are_one_block() -> None:
    (block,) = done(
        [record("n1", reads={"t0.held": 3}), record("n2", "n1", reads={"t0.sex": 3})],
        "n1",
        "n2",
    )

    assert isinstance(block, Laid)
    assert block.names == ["n1", "n2"]
    assert block.keys == ["t0.held", "t0.sex"]


def test_a_block_gives_no_more_than_what_is_wanted() -> None:
    statements = [record("n1", reads={"t0.held": 3}), record("n2", "n1")]
    (block,) = done([*statements, record("n3", "n1")], "n2")

    assert isinstance(block, Laid)
    assert block.names == ["n2"]
    assert block.lines == ["n1 = made()", "n2 = made(n1)"]


def test_what_rests_on_many_values_is_left() -> None:
    day = Statement("n1", "made(t0.born)", (), None)

    assert done([day, record("n2", "n1")], "n2") == [day, record("n2", "n1")]


def test_a_truth_that_rests_on_a_day_is_one_of_three_values() -> None:
    first, block = done(
        [truth("v1", few=False), record("n1", "v1"), record("n2", "v1")], "n1", "n2"
    )

    assert first == truth("v1", few=False)
    assert isinstance(block, Laid)
    assert (block.keys, block.given) == (["v1"], ["v1"])


def test_what_is_settled_by_the_keys_of_a_block_is_given_to_it_and_no_key() -> None:
    statements = [
        record("n1", reads={"t0.held": 3}),
        record("n2", reads={"t0.held": 3}),
        truth("v1", "n1"),
        truth("v2", few=False),
        truth("v3", "v1", "v2"),
        record("n3", "v3", "n1"),
        record("n4", "v3", "n2"),
    ]
    *_, block = done(statements, "n3", "n4")

    assert isinstance(block, Laid)
    assert block.keys == ["t0.held", "v2"]
    assert set(block.given) == {"v3", "n1", "n2"}


def test_a_single_record_is_made_again_rather_than_remembered() -> None:
    one = record("n1", reads={"t0.held": 3})

    assert done([one], "n1") == [one]


def test_what_takes_long_is_remembered_by_itself() -> None:
    one = Statement("n1", "called(line)", (), {"t0.provision": 300}, dear=True)
    (block,) = done([one], "n1")

    assert isinstance(block, Laid)
    assert block.keys == ["t0.provision"]


def test_a_block_rests_on_no_more_values_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "LIMIT", 9)
    held, sex = {"t0.held": 3}, {"t0.sex": 3, "t0.stage": 3}
    statements = [record("n1", reads=held), record("n2", reads=held)]
    statements += [record("n3", reads=sex), record("n4", reads=sex)]

    keys = [block.keys for block in done(statements, "n1", "n2", "n3", "n4")]  # type: ignore[union-attr]
    assert keys == [["t0.held"], ["t0.sex", "t0.stage"]]


def test_a_block_that_is_full_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_ROOM", 2)
    known, anew = remembering(lambda number: (number,))

    assert [anew(key, key) for key in (1, 2, 3)] == [(1,), (2,), (3,)]
    assert [known(key) for key in (1, 2, 3)] == [None, None, (3,)]
