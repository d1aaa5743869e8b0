"""The form of generated packages that this runtime runs; the standard library only."""

from __future__ import annotations

# What a package imports from `lawc.runtime`, how it calls it, and what `law.json` holds. Raised
# by a change after which a package that was written before would not run, or decide otherwise.
FORM = 2


def checked_form(form: int, package: str, version: str) -> None:
    """Refuse a package of another form; `version` is that of the lawc that wrote it.

    Raises:
        ImportError: the package is of another form; the message says what to do.
    """
    if form == FORM:
        return
    writer = f"lawc {version}" if version else "another lawc"
    cause = f"`{package}` was written by {writer} in form {form}, this lawc runs form {FORM}"
    remedy = "build the package again with `lawc build`"
    if form > FORM:
        remedy = f"install the lawc that wrote it, or {remedy} of this one"
    raise ImportError(f"{cause}: {remedy}", name=package)


def unreadable(package: str | None) -> ImportError:
    """Return the error of a package whose `law.json` is missing or damaged."""
    cause = f"`law.json` of `{package}` is missing or damaged"
    return ImportError(f"{cause}: build the package again with `lawc build`", name=package)
