"""The checks, in order; each is a function from the compiled act to problems."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.check.displacement import check_displacement
from lawc.check.lists import check_lists
from lawc.check.numbering import check_numbering
from lawc.check.usage import check_usage
from lawc.check.versions import check_versions
from lawc.diagnostics.model import Diagnostic
from lawc.ir import nodes as ir
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary


def check(act: Act, law: ir.Law, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield every problem of an act that was read and lowered."""
    yield from check_numbering(act)
    yield from check_lists(act)
    yield from check_versions(act, law)
    yield from check_displacement(act, law)
    yield from check_usage(act, law, vocabulary)
