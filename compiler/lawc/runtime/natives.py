"""Values of facts as other libraries hand them over: numpy, pandas and polars.

Standard library only: a value is recognised by the module of its type, and turned into the
value of Python that it stands for. What stands for "not known" becomes None; a NaN does not,
since it may also be the result of a computation that failed.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum
from typing import Any

_LIBRARIES = ("numpy", "pandas", "polars")
_UNKNOWN = ("NaTType", "NAType")  # `pandas.NaT` and `pandas.NA`, each the only one of its type


def native(value: Any) -> Any:
    """Return the value of Python that `value` stands for; what is unknown is None.

    A moment of numpy or pandas at midnight is a day: they have no type for days. Other moments
    are returned as `datetime`.
    """
    if isinstance(value, Enum):
        return value if isinstance(value, str | int) else value.value
    class_ = type(value)
    if class_.__module__.partition(".")[0] not in _LIBRARIES:
        return value
    name = class_.__name__
    if name in _UNKNOWN:
        return None
    if name == "datetime64":
        return _day(value.astype("datetime64[us]").item())
    if name == "Timestamp":
        return _day(value.to_pydatetime(warn=False)) if not value.nanosecond else value
    if name == "timedelta64" or not hasattr(value, "dtype"):
        return value
    if name in {"ndarray", "Series"}:
        return value.tolist() if hasattr(value, "tolist") else value.to_list()
    return value.item() if hasattr(value, "item") else value


def _day(moment: date | datetime | int | None) -> date | datetime | int | None:
    """Return a moment without a zone at midnight as its day."""
    if isinstance(moment, datetime) and moment.tzinfo is None and moment.time() == time():
        return moment.date()
    return moment
