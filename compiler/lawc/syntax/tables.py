"""LALR tables: Lark compiles a grammar file once, what it computed is kept.

Lark reads the grammar and proves it free of conflicts (`strict=True`). The parser that runs
on the tables is `lawc.syntax.readings`, because it must find every reading, and Lark's stops
at the first. The tables are cached by the text of the grammar, so that a second run does not
even import Lark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from zlib import crc32

from lawc.cache import cache_folder
from lawc.files import write_file
from lawc.records import dataclass

FORMAT = 6  # of the cached tables
END = "$END"
_NUMBERED = re.compile(r"[a-z](\d+)")

Take: TypeAlias = tuple[int, bool, int]  # a child's place; spread it?; empty places before it


@dataclass(frozen=True, slots=True)
class Production:
    """A rule of the grammar, as the parser needs it when the rule is complete.

    `name` is the alias or the rule; `take` says which children the node keeps; `lift` puts a
    single child in the place of its node. A `hidden` rule, whose name begins with `_`, is no
    node: its children are spread into the node above. A rule named by a letter and a number
    says this `number`.

    What follows from these: `single` is a rule of one child, which it keeps, and `lone` one
    that lifts it; `kept` are the places of the children if none is spread, where the place
    after the last is one that is not there.
    """

    origin: str
    name: str
    length: int
    take: tuple[Take, ...]
    empty_after: int
    lift: bool
    hidden: bool
    number: int | None
    single: bool
    lone: bool
    kept: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """A compiled grammar.

    `actions[state][terminal]` is the next state, or `~number` of a production to reduce.
    `productions` stand in the order of the grammar. `texts` are the terminals written as words,
    `patterns` those written as expressions; terminals of neither are given by the vocabulary
    or by the closed grammars.
    """

    starts: Mapping[str, int]
    actions: tuple[Mapping[str, int], ...]
    gotos: tuple[Mapping[str, int], ...]
    productions: tuple[Production, ...]
    texts: Mapping[str, str]
    patterns: Mapping[str, str]


@cache
def table(names: tuple[str, ...], starts: tuple[str, ...]) -> Table:
    """Return the table of the files `grammar/<name>.lark`, read as one, by its start rules."""
    text = "\n".join(
        (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8") for name in names
    )
    of = [FORMAT, *names, *starts, text]
    path = cache_folder() / f"{names[0]}-{crc32(repr(of).encode()):08x}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _from_json(_kept(path, of))
    data = _compile(text, starts)
    with suppress(OSError):
        body = json.dumps({**data, "of": of})
        write_file(path, f"{crc32(body.encode()):08x}\n{body}")
    return _from_json(data)


def _kept(path: Path, of: list[Any]) -> dict[str, Any]:
    """Return what was kept at `path`.

    Raises:
        ValueError: it is damaged, or was computed from another grammar.
    """
    checksum, _, body = path.read_bytes().partition(b"\n")
    if int(checksum, 16) != crc32(body):
        raise ValueError("damaged")
    data: dict[str, Any] = json.loads(body)
    if data["of"] != of:
        raise ValueError("of another grammar")
    return data


@cache
def grammar_folder() -> Path:
    """Return `grammar/`: inside the wheel, or beside `compiler/` in a checkout."""
    here = Path(__file__)
    packaged = here.parents[1] / "grammar"
    return packaged if packaged.is_dir() else here.parents[3] / "grammar"


def _compile(text: str, starts: tuple[str, ...]) -> dict[str, Any]:
    from lark import Lark  # noqa: PLC0415 - a warm cache does not need it
    from lark.grammar import Terminal  # noqa: PLC0415
    from lark.lexer import Lexer, PatternStr  # noqa: PLC0415
    from lark.parsers.lalr_analysis import Shift  # noqa: PLC0415

    class NoLexer(Lexer):
        """The parser is ours; Lark only compiles."""

        def __init__(self, _: object) -> None:
            pass

        def lex(self, *_: object) -> Any:
            raise NotImplementedError

    lark = Lark(
        text,
        parser="lalr",
        lexer=NoLexer,
        start=list(starts),
        strict=True,
        maybe_placeholders=True,
    )
    parser: Any = lark.parser.parser
    parse_table = parser._parse_table  # noqa: SLF001 - the tables have no public name
    used = {
        target
        for row in parse_table.states.values()
        for kind, target in row.values()
        if kind is not Shift
    }
    rules = [rule for rule in lark.rules if rule in used]  # in the order of the grammar
    numbers = {rule: number for number, rule in enumerate(rules)}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    for _, row in sorted(parse_table.states.items()):
        action: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol, (kind, target) in sorted(row.items()):
            if kind is Shift:
                (goto if symbol.islower() else action)[symbol] = target
            else:
                action[symbol] = ~numbers[target]
        actions.append(action)
        gotos.append(goto)
    for state in parse_table.end_states.values():
        actions[state][END] = state
    terminals: dict[str, Any] = {t.name: t.pattern for t in lark.terminals}
    return {
        "starts": parse_table.start_states,
        "actions": actions,
        "gotos": gotos,
        "productions": [_production(rule, Terminal) for rule in rules],
        "texts": {n: p.value for n, p in terminals.items() if isinstance(p, PatternStr)},
        "patterns": {
            n: p.to_regexp() for n, p in terminals.items() if not isinstance(p, PatternStr)
        },
    }


def _production(rule: Any, terminal: type) -> list[Any]:
    """Return the fields of a `Production` as lists, from a rule of Lark's."""
    empty = rule.options.empty_indices
    marks = (
        "".join(str(int(is_empty)) for is_empty in empty)
        if empty
        else "0" * len(rule.expansion)
    )
    before = [len(ones) for ones in marks.split("0")]
    take: list[Take] = []
    pending = 0
    for place, symbol in enumerate(rule.expansion):
        pending += before[place]
        is_terminal = isinstance(symbol, terminal)
        if is_terminal and symbol.filter_out and not rule.options.keep_all_tokens:
            continue
        take.append((place, not is_terminal and symbol.name.startswith("_"), pending))
        pending = 0
    pending += before[len(rule.expansion)]
    origin = str(rule.origin.name)
    lift = bool(rule.options.expand1) and rule.alias is None
    return [origin, rule.alias or origin, len(rule.expansion), take, pending, lift]


def _from_json(data: dict[str, Any]) -> Table:
    return Table(
        starts=data["starts"],
        actions=tuple(data["actions"]),
        gotos=tuple(data["gotos"]),
        productions=tuple(_from_fields(*fields) for fields in data["productions"]),
        texts=data["texts"],
        patterns=data["patterns"],
    )


def _from_fields(
    origin: str, name: str, length: int, take: list[Take], *rest: Any
) -> Production:
    empty_after, lift = rest
    places: list[int] = []
    for place, _, empty in take:
        places += [length] * empty
        places.append(place)
    places += [length] * empty_after
    kept = None if any(spread for _, spread, _ in take) else tuple(places)
    numbered = _NUMBERED.fullmatch(name)
    single = length == 1 and kept == (0,)
    return Production(
        origin,
        name,
        length,
        tuple((place, spread, empty) for place, spread, empty in take),
        empty_after,
        lift,
        origin.startswith("_"),
        int(numbered.group(1)) if numbered else None,
        single,
        lift and single,
        kept,
    )
