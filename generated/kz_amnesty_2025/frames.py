"""Tables of LAW OF THE REPUBLIC OF KAZAKHSTAN On Amnesty in Connection with the Thirtieth Anniversary of the Constitution of the Republic of Kazakhstan 23 June 2025, No. 195-VIII

Written by lawc 0.1.0 from kz/amnesty-2025/en.law.
Do not edit: change the statute and run `lawc build`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from .facts import EFFECTIVE_DAY_OF_THE_LAW


def frame(
    person: Any,
    offences: Any = None,
    children: Any = None,
    *,
    effective_day: date | None = EFFECTIVE_DAY_OF_THE_LAW,
    law_day: date | None = None,
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

    tables: dict[str, Any] = {"person": person, "offence": offences, "child": children}
    days: dict[str, date | None] = {"effective_day": effective_day, "law_day": law_day}
    return decided_frame(__package__, tables, days, established=established)
