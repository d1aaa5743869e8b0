"""Dataclasses that cost little when a program starts.

`dataclasses` compiles six methods for every frozen class, and a command spends more time on it
than on reading a law. Here `__init__` alone is compiled, when the first object is created; the
others are the same functions for all classes. The result is a dataclass: `fields` and `replace`
work on it. For type checkers, and for classes that are not just frozen, this is
`dataclasses.dataclass`.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, fields
from dataclasses import dataclass as _standard
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, **options):
        """Make a class a dataclass, as `dataclasses.dataclass` does."""
        if options == {"frozen": True, "slots": True}:
            return lambda cls: _with_methods(_with_slots(_bare(cls)))
        if options == {"frozen": True}:
            return lambda cls: _with_methods(_bare(cls))
        return _standard(cls, **options)


__all__ = ["dataclass"]

_bare = _standard(init=False, repr=False, eq=False)


def _with_slots(cls: Any) -> Any:
    """Return the class again, with its fields in slots."""
    names = tuple(field.name for field in fields(cls))
    elsewhere = {*names, "__dict__", "__weakref__"}  # a default would stand in a slot's way
    inside = {name: value for name, value in vars(cls).items() if name not in elsewhere}
    slotted = type(cls)(cls.__name__, cls.__bases__, {**inside, "__slots__": names})
    slotted.__qualname__ = cls.__qualname__
    return slotted


def _with_methods(cls: Any) -> Any:
    """Add the methods of a frozen dataclass; those that the class itself defines stay."""
    compared = [field.name for field in fields(cls) if field.compare]
    key = attrgetter(*compared) if compared else _nothing
    shown = tuple(field.name for field in fields(cls) if field.repr)

    def equal(self: Any, other: object) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    def shown_as(self: Any) -> str:
        values = (f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({', '.join(values)})"

    def first(self: Any, *arguments: Any, **named: Any) -> None:
        cls.__init__ = _initializer(cls)
        cls.__init__(self, *arguments, **named)

    own = {
        "__init__": first,
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": shown_as,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _restore,
    }
    defined = vars(cls)
    for name, method in own.items():
        if name not in defined or (name == "__hash__" and defined[name] is None):
            setattr(cls, name, method)
    return cls


def _initializer(cls: Any) -> Any:
    """Compile `__init__`, which sets fields directly, past the `__setattr__` that refuses."""
    named: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters = ["self"]
    lines = ["pass"]
    for field in fields(cls):
        if not field.init and field.default is MISSING and field.default_factory is MISSING:
            continue  # `__post_init__` sets it
        value = _value(field, named)
        if field.init:
            parameters.append(field.name + _default(field, named))
        if "__slots__" in vars(cls):  # the slot sets itself in half of the time
            named[f"_set_{field.name}"] = vars(cls)[field.name].__set__
            lines.append(f"_set_{field.name}(self, {value})")
        else:
            lines.append(f"_set(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    text = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines)
    exec(text, named)  # noqa: S102 - as `dataclasses` does; the text consists of names of fields
    return named["__init__"]


def _default(field: Field[Any], named: dict[str, Any]) -> str:
    """Return the default of a parameter, as text; add the names in it to `named`."""
    if field.default_factory is not MISSING:
        return "=_missing"
    if field.default is MISSING:
        return ""
    named[f"_default_{field.name}"] = field.default
    return f"=_default_{field.name}"


def _value(field: Field[Any], named: dict[str, Any]) -> str:
    """Return the value set to a field, as text; add the names in it to `named`."""
    if field.default_factory is MISSING:
        if field.init:
            return field.name
        named[f"_default_{field.name}"] = field.default
        return f"_default_{field.name}"
    named[f"_make_{field.name}"] = field.default_factory
    value = f"_make_{field.name}()"
    return f"{value} if {field.name} is _missing else {field.name}" if field.init else value


def _nothing(_: Any) -> tuple[()]:
    return ()


def _refuse(_: Any, name: str, *__: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
