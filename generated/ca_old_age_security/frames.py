"""Tables of OLD AGE SECURITY ACT

Written by lawc 0.1.0 from ca/old-age-security/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from datetime import date
from typing import Any


def frame(
    person: Any,
    pensions: Any = None,
    residences: Any = None,
    presences: Any = None,
    absences: Any = None,
    visas: Any = None,
    *,
    payment_month: date | None = None,
    established: bool = False,
) -> Any:
    """Return tables with all that the law decides, a row for a row.

    A table is a frame of polars, pandas or Arrow with a column a fact. The columns `<kind>_id`
    name its things and their owners, unless the first table has lists of members. The answer
    is of the sort of the first table: the things of which the law decides, in their order, with
    the columns `<decision>`, `<decision>_status`, `_provisions` and `_by_cases`; a frame a kind
    where the law decides of several. It needs the extra `data` of lawc.
    """
    from lawc.register.frames import decided_frame

    tables: dict[str, Any] = {
        "person": person,
        "pension": pensions,
        "residence": residences,
        "presence": presences,
        "absence": absences,
        "visa": visas,
    }
    days: dict[str, date | None] = {"payment_month": payment_month}
    return decided_frame(__package__, tables, days, established=established)
