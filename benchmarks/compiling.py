"""Speed of reading, checking and writing acts: the amnesty law, and acts made by chance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import statute, vocabulary
from benchmarks.figures import Figure, number, of_times
from benchmarks.timing import FailedError, Finished, Spread, lawc, seconds, uncollected

from lawc.backends.python.emit import Header, emit
from lawc.pipeline import compile_source
from lawc.source import Source
from lawc.syntax.act import read_act
from lawc.syntax.sentences import Sentences
from lawc.vocabulary.read import read_vocabulary

COMMANDS = "`lawc` as a process of its own, by processor time"
LARGE = "acts made by chance, 400 phrases: `check` by processor time, `build` by the clock"
TOGETHER = "acts made by chance, 400 phrases: `build` by the time of all processors together"
STAGES = "stages, by processor time"
LINEAR = "growth"
AMNESTY = "statutes/kz/amnesty-2025"
PHRASES = 400
LIMIT = 60.0  # seconds that a build may take; more is not waited for


def figures(root: Path, folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield the times of commands, of large acts, and of each stage."""
    yield from _commands(root, folder, passes)
    sizes = (10, 20, 40) if quick else (1_000, 2_500, 5_000)
    yield from _large(folder, sizes, passes, "check", at_most=4)
    yield from _large(folder, sizes, passes, "build", at_most=4)
    yield from _stages(sizes[-1], 20 if quick else 250, passes)


def _commands(root: Path, folder: Path, passes: int) -> Iterator[Figure]:
    cache = folder / "cache"

    def runs(*arguments: object) -> list[Finished]:
        lawc(*arguments, folder=root, cache=cache)  # bytecode and tables are there
        return [lawc(*arguments, folder=root, cache=cache) for _ in range(passes)]

    yield _of_runs(COMMANDS, "`lawc --help`", runs("--help"), at_most=0.3)
    yield _of_runs(
        COMMANDS, "`lawc check` of the amnesty law", runs("check", AMNESTY), at_most=0.3
    )
    builds = [
        lawc("build", AMNESTY, "--out", folder / f"built-{n}", folder=root, cache=cache)
        for n in range(passes + 1)
    ]
    yield _of_runs(COMMANDS, "`lawc build` of the amnesty law", builds[1:], at_most=0.3)
    again = runs("build", AMNESTY, "--out", folder / "built-0")
    yield _of_runs(COMMANDS, "`lawc build` with nothing changed", again, at_most=0.2)
    first = lawc("check", AMNESTY, folder=root, cache=folder / "empty")
    what = "`lawc check` of the amnesty law, grammar tables made too"
    yield _of_runs(COMMANDS, what, [first])


def _of_runs(
    group: str, what: str, runs: list[Finished], at_most: float | None = None
) -> Figure:
    """Return the figure of a command: processor time, which other programs add less to."""
    note = f"by the clock {number(min(one.wall for one in runs))}"
    times = Spread.of([one.cpu for one in runs])
    return of_times(group, what, "s", times, at_most=at_most, note=note)


def _by_both(what: str, runs: list[Finished], at_most: float | None) -> Iterator[Figure]:
    """Yield the figures of a command of two processes: by the clock, and of both together."""
    wall = Spread.of([run.wall for run in runs])
    yield of_times(LARGE, what, "s", wall, at_most=at_most)
    cpu = Spread.of([run.cpu for run in runs])
    yield of_times(TOGETHER, what, "s", cpu, at_most=at_most)


def _large(
    folder: Path, sizes: tuple[int, ...], passes: int, command: str, *, at_most: float
) -> Iterator[Figure]:
    """Yield how long `command` takes for acts of so many provisions, and how that grows."""
    (folder / "x" / "corpus").mkdir(parents=True, exist_ok=True)
    (folder / "x" / "words.vocabulary").write_text(vocabulary(PHRASES), encoding="utf-8")
    found: dict[int, float] = {}
    for size in sizes:
        text = statute(size, PHRASES)
        (folder / "x" / "corpus" / "en.law").write_text(text, encoding="utf-8")
        what = f"`lawc {command}`, {size:,} provisions, {len(text.encode()) / 1e3:,.0f} KB"
        bar = at_most if size == sizes[-1] else None
        try:
            runs = [
                _once(folder, command, n)
                for n in range(min(passes, 3) if size > 2_000 else passes)
            ]
        except FailedError as error:
            yield Figure(LARGE, what, "s", None, at_most=bar, note=str(error))
            break  # a larger one would take longer
        if command == "build":
            yield from _by_both(what, runs, bar)
        else:
            yield _of_runs(LARGE, what, runs, bar)
        found[size] = min(one.cpu for one in runs)
    yield _growth(command, sizes, found)


def _once(folder: Path, command: str, pass_: int) -> Finished:
    options = ("--out", folder / f"large-{pass_}") if command == "build" else ()
    act = folder / "x" / "corpus"
    return lawc(
        command,
        act,
        *options,
        folder=folder,
        cache=folder / "cache",
        limit=LIMIT,
        may_report=command == "check",
    )


def _growth(command: str, sizes: tuple[int, ...], found: dict[int, float]) -> Figure:
    first, last = sizes[0], sizes[-1]
    what = f"`lawc {command}`: time for {last:,} provisions over {first:,}, by number"
    if last not in found:
        return Figure(LINEAR, what, "", None, at_most=1.2, note="it took too long")
    value = found[last] / found[first] / (last / first)
    return Figure(LINEAR, what, "", value, at_most=1.2, note="1 is linear")


def _stages(provisions: int, emitted: int, passes: int) -> Iterator[Figure]:
    """Yield the time of each stage: words, reading, then checking and writing a smaller act."""
    words = Source("words.vocabulary", vocabulary(PHRASES))
    with uncollected():
        read, _ = read_vocabulary((words,))  # from here on the tables are there
        declared = [seconds(lambda: read_vocabulary((words,))) for _ in range(passes)]
        phrases = [
            seconds(lambda: Sentences("en", read.entries["en"]).reader) for _ in range(passes)
        ]
        text = statute(provisions, PHRASES)
        source = Source("en.law", text)
        reading = [
            seconds(lambda: read_act(source, "en", Sentences("en", read.entries["en"])))
            for _ in range(min(passes, 2))
        ]
    size = len(text.encode()) / 1e3
    yield of_times(
        STAGES,
        f"taking in the wordings of {PHRASES} phrases",
        "ms",
        Spread.of([one * 1e3 for one in phrases]),
        at_most=15,
    )
    yield of_times(
        STAGES,
        f"reading the declarations of {PHRASES} phrases, {len(words.text) / 1e3:.0f} KB",
        "ms",
        Spread.of([one * 1e3 for one in declared]),
    )
    speed = Spread.of([size / one for one in reading])
    what = f"reading {provisions:,} provisions, {size:,.0f} KB"
    yield Figure(STAGES, what, "KB/s", speed.high, speed.low, speed.high, at_least=600)
    yield from _after_reading(words, emitted)


def _after_reading(words: Source, provisions: int) -> Iterator[Figure]:
    source = Source("en.law", statute(provisions, PHRASES))
    with uncollected():
        whole = seconds(lambda: compile_source(source, "x/corpus", (words,)))
        again = seconds(lambda: compile_source(source, "x/corpus", (words,)))
        law = compile_source(source, "x/corpus", (words,)).law
        assert law is not None
        written = seconds(lambda: emit(law, Header("", law.act)))
    what = f"{provisions} provisions: reading, lowering and checking"
    yield Figure(STAGES, what, "s", whole)
    what = f"{provisions} provisions: lowering and checking, sentences remembered"
    yield Figure(STAGES, what, "s", again)
    yield Figure(STAGES, f"{provisions} provisions: writing the package", "s", written)
