"""The same statute gives the same bytes, wherever, whenever and by whomever it is compiled."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KZ = "statutes/kz/amnesty-2025"
FAMILY = "statutes/example/family-allowance"
DAYS = ("--set", "payment_day=2025-07-01", "--set", "law_day=2025-07-01")
UNLIKE = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Honolulu", "LC_ALL": "tr_TR.UTF-8", "USER": "x"},
]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Copies of the statutes in folders of different names, each with a cache of its own."""
    folder = tmp_path_factory.mktemp("places")
    made = [folder / name for name in ("one", "zwei drei/\u0442\u0440\u0438", "4")]
    for place in made:
        shutil.copytree(ROOT / "statutes", place / "statutes")
        lines = (place / KZ / "examples.jsonl").read_text(encoding="utf-8").splitlines()
        cases = [one.partition('"case": ')[2].partition(', "expected": ')[0] for one in lines]
        (place / "cases.jsonl").write_text("\n".join(cases[:40]), encoding="utf-8")
        (place / "household.json").write_text('{"income": "2500.50", "children": [{}]}')
    return made


def outputs(places: list[Path], *arguments: str) -> list[tuple[int, bytes]]:
    """Return the exit code and the output of a command in places that are unlike."""
    found = []
    for place, changes in zip(places, UNLIKE, strict=True):
        environment = {**os.environ, **changes, "XDG_CACHE_HOME": str(place / "cache")}
        command = [sys.executable, "-m", "lawc", *arguments]
        done = subprocess.run(  # noqa: S603 - our own program
            command, cwd=place, env=environment, capture_output=True, check=False
        )
        found.append((done.returncode, done.stdout + done.stderr))
    return found


@pytest.mark.slow
def test_a_build_is_the_same_wherever_it_is_made(places: list[Path]) -> None:
    assert [code for code, _ in outputs(places, "build")] == [0, 0, 0]
    built = [
        {
            path.relative_to(place).as_posix(): path.read_bytes()
            for path in (place / "generated").rglob("*")
            if path.is_file()
        }
        for place in places
    ]

    assert len(built[0]) > 12
    assert built[0] == built[1] == built[2]


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", KZ, "cases.jsonl"],
        ["decide", FAMILY, "household.json", *DAYS],
        ["why", KZ, f"{KZ}/example.json"],
        ["why", KZ, f"{KZ}/example.json", "--full", "--format", "html"],
        ["why", KZ, f"{KZ}/example.json", "--full", "--format", "json"],
        ["why", FAMILY, "household.json", "--format", "md"],
        ["check"],
        ["show", KZ, "--as", "ir"],
        ["show", KZ, "--as", "echo"],
        ["show", KZ, "--as", "tree"],
        ["test", "--format", "json"],
    ],
    ids=" ".join,
)
def test_an_output_is_the_same_wherever_it_is_printed(
    places: list[Path], arguments: list[str]
) -> None:
    first, *others = outputs(places, *arguments)

    assert first[0] == 0
    assert others == [first, first]


@pytest.mark.slow
def test_a_comparison_has_the_same_persons_wherever_it_is_made(places: list[Path]) -> None:
    pytest.importorskip("z3")
    for place in places:
        shutil.copytree(place / "statutes", place / "new")
        text = place / "new" / "kz" / "amnesty-2025" / "en.law"
        law = text.read_text(encoding="utf-8")
        was, now = "Article 297 of the Criminal Code.", "Article 298 of the Criminal Code."
        assert was in law
        text.write_text(law.replace(was, now), encoding="utf-8")

    first, *others = outputs(places, "diff", f"{KZ}/en.law", "new/kz/amnesty-2025/en.law")

    assert first[0] == 1
    assert b"Whom it touches" in first[1]
    assert others == [first, first]


@pytest.mark.slow
def test_what_is_built_here_is_up_to_date_elsewhere(places: list[Path]) -> None:
    here = ("build", FAMILY, "--out", "here")
    made = outputs(places, *here)
    checked = outputs(places[::-1], *here, "--check")  # each place under another hash seed

    assert [code for code, _ in (*made, *checked)] == [0] * 6


def test_a_package_is_the_same_under_another_hash(tmp_path: Path) -> None:
    said = (
        "import sys; from pathlib import Path; from lawc.pipeline import compile_path;"
        "from lawc.backends.python.emit import Header, emit;"
        "print(emit(compile_path(Path(sys.argv[1])).law, Header('', '')))"
    )
    command = [sys.executable, "-c", said, str(ROOT / FAMILY)]
    one, two = (
        subprocess.run(  # noqa: S603 - our own program
            command,
            cwd=tmp_path,
            env={**os.environ, **changes},
            capture_output=True,
            check=True,
        )
        for changes in UNLIKE[1:]
    )

    assert one.stdout == two.stdout != b""
