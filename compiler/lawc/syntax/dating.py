"""Days, periods in force and entry into force that a drafter writes otherwise.

Before: `01.01.2026`, `A reader is entitled to a card until 31 December 2026`, `This Act takes
effect on`. After: a calendar day, `in force until`, and `enters into force on`.
"""

from __future__ import annotations

from lawc.syntax.failed import Failed
from lawc.syntax.listing import value_help
from lawc.syntax.phrases import Slot
from lawc.syntax.reader import Row
from lawc.syntax.spoken import months, spoken_ways, words_of

_AHEAD = 3  # words in which a month is looked for: `the first of January`
_DAY = Slot("", "day")


def way_to_say_when(failure: Failed) -> str | None:
    """Return how a day or a period is written that stands where reading stopped."""
    return _period(failure) or _calendar_day(failure) or _entry_into_force(failure)


def _calendar_day(failure: Failed) -> str | None:
    """Return how a day is written that is written in another form: `2026-01-01`."""
    if all(option.entry.terminal != "DAY_NAME" for option in failure.reach.options):
        return None
    ahead = [word.folded for word in failure.words[failure.place :][:_AHEAD]]
    is_figure = any(map(str.isdigit, ahead[0])) and not ahead[0].isdigit()
    has_month = not months(failure.sentences.language).isdisjoint(ahead)
    return value_help(failure, _DAY) if is_figure or has_month else None


def _period(failure: Failed) -> str | None:
    """Return how it is said from when, or until when, a provision is in force."""
    language = failure.sentences.language
    row = Row(failure.sentences.reader, failure.words)
    conditions = words_of(language, "if_closed")
    ends = any(option.entry.written in conditions for option in failure.reach.options)
    if failure.piece != "sentence" or (failure.place and not ends):
        return None
    for start in range(failure.place + 1, min(failure.place + _AHEAD, len(failure.words))):
        days = [end for end, _ in row.value(_DAY, start)]
        if days:
            day = failure.written(start, max(days))
            ways = spoken_ways(language, "in_force.in_force", {"day": day})
            word = failure.words[failure.place].folded
            own = [way for way in ways if word in way.split()]
            shown = ", ".join(f"`{way}`" for way in own or ways if way.count(day) == 1)
            return f"say at the beginning of the sentence when it is in force: {shown}"
    return None


def _entry_into_force(failure: Failed) -> str | None:
    """Return how the day is said on which an act enters into force."""
    texts = words_of(failure.sentences.language, "enters_into_force")
    text = next((text for text in texts if text[0].isalpha()), "")
    words = (failure.place, failure.place + 1)
    if all(failure.way(place) != "commencement" for place in words):
        return None
    return f"write `{text}` and a day" if failure.goes_on(failure.place, (text,)) else None
