"""A condition in the words of the vocabulary: `the person is a woman`, `a woman`.

It is read as one more provision of the act: what the act defines has its meaning there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lawc.commands.usage import UsageError

if TYPE_CHECKING:
    from lawc.diagnostics.model import Diagnostic
    from lawc.folders import ActFolder
    from lawc.ir import nodes as ir
    from lawc.pipeline import Compiled

_COUNTED = "case_is_counted"


def condition_of(compiled: Compiled, folder: ActFolder, words: str) -> tuple[str, ir.Expr]:
    """Return the kind of things that a condition is about, and the condition.

    Raises:
        UsageError: it cannot be read.
    """
    from lawc.diagnostics.model import Severity

    problems: tuple[Diagnostic, ...] = ()
    law = compiled.law
    assert law is not None, "the act has no errors"
    kinds = [kind.key for kind in law.kinds]
    for kind in kinds:
        for sentence in _sentences(words):
            result = _with_article(compiled, folder, kind, sentence)
            if result.law is not None:
                rules = [r for r in result.law.rules if r.gives and
                         r.gives[0].decision == _COUNTED]  # fmt: skip
                if len(rules) == 1:
                    return kind, rules[0].condition
            if not problems:
                mine = result.problems
                problems = tuple(p for p in mine if p.severity is Severity.ERROR)
    why = problems[0].message if problems else "it is no condition"
    raise UsageError(
        f"`{words}` is not understood: {why}; write it as the law would, such as "
        "`the person is ...`"
    )


def _sentences(words: str) -> Iterator[str]:
    words = words.strip().removesuffix(".")
    yield f"This case is counted if {words}."
    yield f"This case is counted for {words}."


def _with_article(compiled: Compiled, folder: ActFolder, kind: str, sentence: str) -> Compiled:
    """Compile the act with one more article, which counts a case if the condition holds."""
    from lawc.pipeline import compile_text

    source, language = compiled.act.source, compiled.act.language
    assert compiled.law is not None, "the act has no errors"
    heading = _heading(compiled.law)
    text = f"{source.text.rstrip()}\n\n{heading}\n\n{sentence}\n"
    with TemporaryDirectory(prefix="lawc-") as name:
        extra = Path(name) / "condition.vocabulary"
        extra.write_text(
            f"decision {kind}.{_COUNTED}: truth\n\n"
            f"effect {kind}.count_case\n"
            f"  gives {_COUNTED} = true\n"
            f'  {language} clause "this case is counted"\n',
            encoding="utf-8",
        )
        wider = replace(folder, vocabularies=(*folder.vocabularies, extra))
        return compile_text(wider, replace(source, text=text))


def _heading(law: ir.Law) -> str:
    """Return the heading of one more article, numbered as the last one is."""
    tops = [each for each in law.elements if each.parent is None and "#" not in each.eid]
    numbered = [each.label for each in tops if re.search(r"\d", each.label)]
    last = numbered[-1] if numbered else "1"
    label = re.sub(r"\d+", lambda digits: str(int(digits.group()) + 1), last, count=1)
    return f"{label.removesuffix('.')}. X"
