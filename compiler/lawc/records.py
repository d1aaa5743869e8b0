"""Dataclasses that cost little when a program starts.

`dataclasses` compiles six methods for every frozen class, and a command spends more time on it
than on reading a law. Here `__init__` alone is compiled, when the first object is made; the
others are the same functions for all classes. What comes out is a dataclass: `fields` and
`replace` work on it. To type checkers this is `dataclasses.dataclass`, which makes what is not
just frozen.
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
    names = tuple(one.name for one in fields(cls))
    elsewhere = {*names, "__dict__", "__weakref__"}  # a default would stand in a slot's way
    inside = {name: value for name, value in vars(cls).items() if name not in elsewhere}
    made = type(cls)(cls.__name__, cls.__bases__, {**inside, "__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


def _with_methods(cls: Any) -> Any:
    """Add what a frozen dataclass has; what the class itself defines stays."""
    compared = [one.name for one in fields(cls) if one.compare]
    key = attrgetter(*compared) if compared else _nothing
    shown = tuple(one.name for one in fields(cls) if one.repr)

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
    """Compile `__init__`: it sets each field past the method that refuses to."""
    named: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    parameters = ["self"]
    lines = ["pass"]
    for one in fields(cls):
        if not one.init and one.default is MISSING and one.default_factory is MISSING:
            continue  # `__post_init__` sets it
        value = _value(one, named)
        if one.init:
            parameters.append(one.name + _default(one, named))
        if "__slots__" in vars(cls):  # the slot sets itself in half of the time
            named[f"_set_{one.name}"] = vars(cls)[one.name].__set__
            lines.append(f"_set_{one.name}(self, {value})")
        else:
            lines.append(f"_set(self, {one.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    text = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines)
    exec(text, named)  # noqa: S102 - as `dataclasses` does; the text is made of names of fields
    return named["__init__"]


def _default(one: Field[Any], named: dict[str, Any]) -> str:
    """Return the default of a parameter, as text, and name what the text names."""
    if one.default_factory is not MISSING:
        return "=_missing"
    if one.default is MISSING:
        return ""
    named[f"_default_{one.name}"] = one.default
    return f"=_default_{one.name}"


def _value(one: Field[Any], named: dict[str, Any]) -> str:
    """Return what a field is set to, as text, and name what the text names."""
    if one.default_factory is MISSING:
        if one.init:
            return one.name
        named[f"_default_{one.name}"] = one.default
        return f"_default_{one.name}"
    named[f"_make_{one.name}"] = one.default_factory
    made = f"_make_{one.name}()"
    return f"{made} if {one.name} is _missing else {one.name}" if one.init else made


def _nothing(_: Any) -> tuple[()]:
    return ()


def _refuse(_: Any, name: str, *__: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
