"""The developer's introduction shows two provisions in the forms that the compiler makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawc.cli import main

Page = Callable[[str, str], None]
PAGE = Path(__file__).parents[2] / "compiler" / "README.md"
BLOCK = re.compile(r"^```(?:text|python) (.+)\n((?:.*\n)*?)```$", re.MULTILINE)
BLOCKS = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
WRITTEN = [name for name in BLOCKS if name.startswith("xx/")]
SHOWN = [name for name in BLOCKS if name.startswith("--as ")]
MODULES = [name for name in BLOCKS if name.endswith(".py")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vocabulary and the act of the page, as files, and their package."""
    place = tmp_path_factory.mktemp("introduction")
    for name in WRITTEN:
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BLOCKS[name], encoding="utf-8")
    run("build", str(place / "xx"), "--out", str(place / "generated"))
    return place


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Page:
    """Return a check that a block of the page is as it is made; `--update-golden` writes it."""

    def check(name: str, made: str) -> None:
        if request.config.getoption("--update-golden"):
            text = PAGE.read_text(encoding="utf-8")
            PAGE.write_text(text.replace(BLOCKS[name], f"{made}\n"), encoding="utf-8")
        else:
            assert made == BLOCKS[name].rstrip()

    return check


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_page_shows_each_form() -> None:
    assert WRITTEN == ["xx/words.vocabulary", "xx/grants/en.law"]
    assert SHOWN == ["--as tree", "--as ir", "--as plan"]
    assert MODULES == ["rules.py", "slots.py", "decisions.py"]


@pytest.mark.parametrize("options", SHOWN)
def test_a_form_is_as_shown(options: str, folder: Path, page: Page) -> None:
    page(options, run("show", str(folder / "xx" / "grants"), *options.split()).rstrip())


@pytest.mark.parametrize("module", MODULES)
def test_functions_are_as_shown(module: str, folder: Path, page: Page) -> None:
    (path,) = folder.glob(f"generated/*/{module}")
    text = path.read_text(encoding="utf-8")
    names = re.findall(r"^def (\w+)\(", BLOCKS[module], re.MULTILINE)

    page(module, "\n\n\n".join(function(text, name) for name in names))


def function(text: str, name: str) -> str:
    """Return the text of a function of a module."""
    rest = text.partition(f"def {name}(")[2]
    assert rest, f"there is no function {name}"
    body = rest.partition("\n\n\n")[0].rstrip()
    return f"def {name}({body}"


def test_files_of_the_recipes_are_there() -> None:
    page = PAGE.read_text(encoding="utf-8")
    recipes = page.partition("## Recipes")[2].partition("## Where things are")[0]
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_.]+\.(?:py|lark|md|json))`", recipes)
    root = PAGE.parents[1]

    assert len(named) > 40
    for name in named:
        assert (root / name).exists() or (root / "compiler" / "lawc" / name).exists(), name
