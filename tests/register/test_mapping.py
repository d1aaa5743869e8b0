"""The mapping file: a register with other names, and what is told that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written_law import law as law_of

pytest.importorskip("polars")

from lawc.pipeline import compile_path
from lawc.register.deciding import Register, bound
from lawc.register.mapping import read_names
from lawc.register.misfits import RegisterError

LAW = "1. A person is entitled to a card if at least one of the children is good.\n"
PEOPLE = "iin;alt\n7;J\n9;N\n".replace(";", ",")
CHILDREN = "iin,ok,born\n7,1,31.12.2020\n9,0,01.02.2019\n"
MAPPING = """
synthetic = true
[person]
table = "people.csv"
key = "iin"
[person.columns]
old = "alt"
[person.values.old]
J = true
N = false
[child]
table = "kids.csv"
owner = "iin"
[child.columns]
good = "ok"
[child.values.good]
1 = true
0 = false
[child.days]
born = "%d.%m.%Y"
"""


def register(folder: Path, mapping: str = MAPPING) -> Register:
    (folder / "people.csv").write_text(PEOPLE)
    (folder / "kids.csv").write_text(CHILDREN)
    (folder / "register.toml").write_text(mapping)
    return bound(law_of(LAW), folder)


def test_tables_with_other_names_and_values(tmp_path: Path) -> None:
    (part,) = register(tmp_path).ranges()

    assert part["person"]["fact.old"].to_list() == [True, False]
    assert part["child"]["fact.good"].to_list() == [True, False]
    assert part["child"]["fact.born"].to_list() == [737790, 737091]


def test_a_register_says_that_it_is_synthetic(tmp_path: Path) -> None:
    assert register(tmp_path).synthetic


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[person.columns]\nold", "[person.columns]\nolt",
         "register.toml: person.columns.olt: is no fact; write `old`"),
        ("[child]", "[chidl]", "register.toml: chidl: is no kind of thing; write `child`"),
        ('key = "iin"', "key = 3", "register.toml: person.key: is not a text in quotes"),
        ('key = "iin"', 'kye = "iin"', "register.toml: person.kye: is no setting"),
        ('"people.csv"', '"persons.csv"', "person: there is no file `persons.csv` in"),
        ('old = "alt"', 'old = "age"', "person: has no column `age`, which is to be `old`"),
        ("[child]", "[child", "register.toml: is no TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_mapping_is_told(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(RegisterError) as error:
        register(tmp_path, MAPPING.replace(old, new, 1))

    assert message in str(error.value)


def test_a_day_that_is_written_otherwise_is_told(tmp_path: Path) -> None:
    made = register(tmp_path, MAPPING.replace("%d.%m.%Y", "%Y/%m/%d"))

    assert [str(misfit) for misfit in made.misfits if misfit.rows] == [
        "child.born: not a day written as `%Y/%m/%d`: `31.12.2020`, `01.02.2019` (2 rows)"
    ]


def test_the_mapping_of_the_documentation_is_one_of_the_amnesty_law(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    page = (root / "compiler/lawc/register/README.md").read_text(encoding="utf-8")
    (tmp_path / "register.toml").write_text(page.partition("```toml\n")[2].partition("```")[0])
    amnesty = compile_path(root / "statutes/kz/amnesty-2025").law
    assert amnesty is not None

    names = read_names(amnesty, tmp_path / "register.toml")

    assert names.of("person").values["offences"] == {"yes": True, "no": False}
