"""A package is refused by a runtime that runs another form of packages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.emitted import package
from tests.written_law import law

from lawc.runtime import packages

WRITTEN = packages.FORM
TEXT = "1. A person is entitled to a card if the person is old."


def test_a_package_of_this_form_is_imported(tmp_path: Path) -> None:
    module = package(law(TEXT), tmp_path)

    assert module.decide(module.Person(old=True)).card is True


@pytest.mark.parametrize(
    ("form", "remedy"),
    [
        (packages.FORM + 1, "build the package again with `lawc build`"),
        (
            packages.FORM - 1,
            "install the lawc that wrote it, or build the package again with `lawc build` of "
            "this one",
        ),
    ],
    ids=["older package", "newer package"],
)
def test_a_package_of_another_form_is_refused(
    form: int, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = law(TEXT)
    monkeypatch.setattr(packages, "FORM", form)

    with pytest.raises(ImportError) as error:
        package(act, tmp_path)

    assert error.value.name == act.package
    assert str(error.value) == (
        f"`{act.package}` was written by lawc 0.0.0 in form {WRITTEN}, this lawc "
        f"runs form {form}: {remedy}"
    )


def test_the_form_is_asked_for_before_anything_that_another_may_not_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "FORM", packages.FORM + 1)
    monkeypatch.delattr("lawc.runtime.engine.run.Engine")

    with pytest.raises(ImportError, match="build the package again"):
        package(law(TEXT), tmp_path)


def test_a_package_of_the_cache_says_no_version() -> None:
    with pytest.raises(ImportError, match="was written by another lawc in form 0"):
        packages.checked_form(0, "an_act", "")


@pytest.mark.parametrize("data", [None, b"", b"[]", b"{}", b'{"title"', b"\xff"])
def test_a_package_whose_data_are_damaged_says_so(data: bytes | None, tmp_path: Path) -> None:
    act = law(TEXT)
    module = package(act, tmp_path)
    path = Path(module.__file__).with_name("law.json")
    path.unlink()
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(ImportError) as error:
        module.explain(module.Person())

    assert error.value.name == module.__name__
    assert str(error.value) == (
        f"`law.json` of `{module.__name__}` is missing or damaged: build the package again "
        "with `lawc build`"
    )
