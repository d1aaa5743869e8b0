"""The file `register.toml`: which table and which columns are which things and facts.

```toml
[person]
table = "people.csv"            # a file of the folder, or a table of the database
key = "iin"                     # the column that names each person
known = { offences = "checked" }  # whether the list of offences of a person is known
ignore = ["remarks"]            # columns that are not used

[person.columns]                # fact = column
sex = "gender"

[person.values.sex]             # what stands in the column = a value of the fact
"1" = "male"
"2" = "female"

[person.days]                   # how days are written
date_of_birth = "%d.%m.%Y"

[offence]
owner = "iin"                   # the column that names the person of each offence
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from lawc.ir import nodes as ir
from lawc.meaning.world import suppliable
from lawc.records import dataclass
from lawc.register.misfits import Misfit, RegisterError
from lawc.syntax.spelling import nearest_name

FILE = "register.toml"


@dataclass(frozen=True)
class Named:
    """What a mapping file says of the table of a kind; what it does not say has its own name.

    `columns` give for a fact its column, `values` what stands in the column and which value
    of the fact it is, `days` how days are written.
    """

    table: str | None = None
    key: str | None = None
    owner: str | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Names:
    """What a mapping file says, by kind; `synthetic` if nobody of the register is real."""

    kinds: Mapping[str, Named] = field(default_factory=dict)
    synthetic: bool = False

    def of(self, kind: str) -> Named:
        """Return what is said of the table of a kind."""
        return self.kinds.get(kind, Named())

    def key(self, law: ir.Law, kind: ir.Kind, columns: Iterable[str]) -> str | None:
        """Return the column that names each thing of a kind, None if there is none."""
        usual = key_names(law, kind)
        named = self.of(kind.key).key
        return next((name for name in ([named] if named else usual) if name in columns), None)

    def owner(self, kind: ir.Kind) -> str:
        """Return the name of the column that names the owner of each thing of a kind."""
        return self.of(kind.key).owner or f"{kind.parent}_id"


def key_names(law: ir.Law, kind: ir.Kind) -> list[str]:
    """Return how the column that names things may be called, unless a fact is called so."""
    facts = suppliable(law, kind.key)
    return [name for name in (f"{kind.key}_id", "id") if name not in facts]


def read_names(law: ir.Law, path: Path) -> Names:
    """Return what a mapping file says.

    Raises:
        RegisterError: the file cannot be read, or names what there is not.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _refused(path, "", f"cannot be read: {error.strerror}") from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise _refused(path, "", f"is no TOML: {error}") from error
    synthetic = data.pop("synthetic", False)
    if not isinstance(synthetic, bool):
        raise _refused(path, "synthetic", "is true or false")
    reading = _Reading(law, path.name, [])
    kinds = {key: reading.named(key, said) for key, said in data.items()}
    if reading.misfits:
        raise RegisterError(tuple(reading.misfits))
    return Names(kinds, synthetic)


def _refused(path: Path, place: str, text: str) -> RegisterError:
    where = f"{path.name}: {place}" if place else path.name
    return RegisterError((Misfit(where, "", text, fatal=True),))


@dataclass(frozen=True)
class _Reading:
    law: ir.Law
    file: str
    misfits: list[Misfit]

    def refuse(self, place: str, text: str, help_: str = "") -> None:
        self.misfits.append(Misfit(f"{self.file}: {place}", "", text, help=help_, fatal=True))

    def named(self, kind: str, said: Any) -> Named:
        """Return what is said of a kind; what is wrong with it is noted."""
        kinds = [each.key for each in self.law.kinds]
        if not self.known(kind, kind, kinds, "kind of thing") or not isinstance(said, dict):
            return Named()
        lists = [each.field for each in self.law.kinds if each.parent == kind and each.field]
        facts = list(suppliable(self.law, kind))
        keys = {"columns": facts, "values": [*facts, *lists], "days": facts, "known": lists}
        texts = ("table", "key", "owner")
        for key, value in said.items():
            place = f"{kind}.{key}"
            if not self.known(place, key, [*texts, "ignore", *keys], "setting"):
                continue
            if key in texts and not isinstance(value, str):
                self.refuse(place, "is not a text in quotes")
            elif key == "ignore" and not _texts(value):
                self.refuse(place, "is not a list of names of columns")
            elif key in keys and not isinstance(value, dict):
                self.refuse(place, f"is not a table such as `[{place}]`")
            elif key in keys:
                for name, inner in value.items():
                    what = "list of members" if key == "known" else "fact"
                    self.known(f"{place}.{name}", name, keys[key], what)
                    if not isinstance(inner, dict if key == "values" else str):
                        self.refuse(f"{place}.{name}", "is not a text in quotes")
        return (
            Named()
            if self.misfits
            else Named(**{**said, "ignore": tuple(said.get("ignore", ()))})
        )

    def known(self, place: str, name: str, names: list[str], what: str) -> bool:
        """Return whether a name is one of some; note it with the nearest if it is not."""
        if name in names:
            return True
        near = nearest_name(name, names)
        self.refuse(place, f"is no {what}", f"write `{near}`" if near else "")
        return False


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
