"""Forms made small: what stands in one place alone is folded into one truth.

If no fact of a part of a form stands anywhere else, the part can hold and can fail whatever the
rest is, and each of its facts can be what this turns on. So it is one truth that may be
either way, and a fact of it matters if that truth does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.runtime.completions.forms import Form, Formed, all_of, any_of, at_least, negation


def reads_of(atom: Form) -> tuple[str, ...]:
    """Return the paths of the facts that a form reads which is not made of others."""
    if atom[0] == "either":
        found: tuple[str, ...] = atom[2]
        return found
    return (atom[1].removeprefix("day "),)


def folded(formed: Formed) -> Formed:
    """Return a decision with what stands in one place alone folded."""
    fold = _Folding(formed)
    given = tuple([one._replace(form=fold.form(one.form)) for one in formed.given])
    only = tuple([(fold.form(form), cite) for form, cite in formed.only])
    assumed = tuple([fold.form(form) for form in formed.assumed])
    return formed._replace(parts=fold.parts, given=given, only=only, assumed=assumed)


class _Folding:
    """The forms of one decision; `times` counts how often paths and parts stand in them."""

    def __init__(self, formed: Formed) -> None:
        self.old = formed.parts
        self.parts: dict[int, Form] = {}
        self.times: dict[Any, int] = {}
        self.alone = 0
        self._count([one.form for one in formed.given])
        self._count([form for form, _ in formed.only])
        self._count(formed.assumed)

    def _count(self, forms: Iterable[Form]) -> None:
        times, waiting = self.times, list(forms)
        while waiting:
            form = waiting.pop()
            if form is True or form is False:
                continue
            word = form[0]
            if word == "part":
                if form[1] not in times:
                    waiting.append(self.old[form[1]])
                times[form[1]] = times.get(form[1], 0) + 1
            elif word == "not":
                waiting.append(form[1])
            elif word in {"all", "any", "at_least"}:
                waiting += form[-1]
            else:
                for path in reads_of(form):
                    times[path] = times.get(path, 0) + 1

    def form(self, form: Form) -> Form:
        """Return a form with what stands in one place alone folded."""
        if form is True or form is False:
            return form
        match form[0]:
            case "part":
                return self.part(form[1])
            case "not":
                inner = self.form(form[1])
                return inner if _is_alone(inner) else negation(inner)
            case "all":
                return all_of(self.gathered(map(self.form, form[1])))
            case "any":
                return any_of(self.gathered(map(self.form, form[1])))
            case "at_least":
                several = [self.form(one) for one in form[2]]
                if all(map(_is_alone, several)):
                    return self.one_of(several)
                return at_least(form[1], several)
            case "values" if len(set(form[2])) == 1:
                return form[2][0]
            case "turns" if not form[2][1]:
                return form[2][0]
        reads = reads_of(form)
        if any(self.times[path] > 1 for path in reads):
            return form
        return self.one_of([("either", None, reads, form[0] != "either" or form[3])])

    def part(self, number: int) -> Form:
        """Return what stands for a part; one that others speak of as well is alone no more."""
        if number not in self.parts:
            self.parts[number] = self.form(self.old[number])
        inner = self.parts[number]
        if inner is True or inner is False or (self.times[number] == 1 and _is_alone(inner)):
            return inner
        return ("part", number)

    def gathered(self, forms: Iterable[Form]) -> list[Form]:
        """Return the forms with those that stand alone as one, the last."""
        several = list(forms)
        alone = [one for one in several if _is_alone(one)]
        if len(alone) < 2:  # noqa: PLR2004 - nothing to gather
            return several
        return [one for one in several if not _is_alone(one)] + [self.one_of(alone)]

    def one_of(self, alone: list[Form]) -> Form:
        """Return one truth for several."""
        self.alone += 1
        reads = tuple([path for one in alone for path in one[2]])
        return ("either", ("alone", self.alone), reads, all(one[3] for one in alone))


def _is_alone(form: Form) -> bool:
    return (
        form is not True
        and form is not False
        and form[0] == "either"
        and form[1].__class__ is tuple
        and form[1][0] == "alone"
    )
