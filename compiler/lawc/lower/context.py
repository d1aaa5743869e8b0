"""The context in which an act is lowered, and in which its problems are collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.walk import unstated
from lawc.lower.meanings import Scope, meaning
from lawc.records import dataclass
from lawc.runtime.holdings import plain_citation
from lawc.source import Span
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import Sense, Vocabulary


@dataclass(frozen=True)
class Context:
    """An act being lowered: its text, its vocabulary, and its problems so far.

    `own` is the act's key; `others` are the definitions of other acts, by act. `entry` is the
    day the act enters into force, once known.
    """

    act: Act
    own: str
    vocabulary: Vocabulary
    others: Mapping[str, ir.Law]
    problems: list[Diagnostic] = field(default_factory=list)
    entry: ir.Entry | None = None
    _plain: dict[int, ir.Expr] = field(default_factory=dict, repr=False)
    totals: dict[str, str] = field(default_factory=dict, repr=False)  # added up, and where
    elsewhere: dict[ir.Elsewhere, None] = field(default_factory=dict, repr=False)
    _items: dict[int, Passage] = field(default_factory=dict, repr=False)

    def plain(self, sense: Sense) -> ir.Expr:
        """Return the meaning of a phrase without slots, which is the same in every sentence."""
        expr = self._plain.get(id(sense))
        if expr is None:
            assert sense.meaning is not None
            scope = Scope(self.vocabulary, sense.kind, {}, sense.origin, self.problems)
            self._plain[id(sense)] = expr = meaning(scope, sense.meaning)
        return expr

    def problem(
        self,
        code: Code,
        message: str,
        span: Span,
        where: str = "",
        *,
        help_: str | None = None,
        related: tuple[Label, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a problem at `span` of the act."""
        label = Label(self.act.source, span)
        self.problems.append(Diagnostic(code, message, label, related, help_, where, severity))

    def undefinable(self, name: Phrase, where: str) -> None:
        """Report a provision that defines a fact or a decision."""
        declared = name.key.partition(":")[0]
        message = f"`{self.act.text(name.span)}` is a {declared}, which no provision defines"
        help_ = None if declared == "fact" else "let an effect of the vocabulary give it"
        self.problem(Code.DEFINED_TWICE, message, name.span, where, help_=help_)

    def item(self, label: Span) -> Passage:
        """Return the element whose label stands at a place."""
        if not self._items:
            self._items.update({each.span.start: each for each in self.act.elements})
        return self._items[label.start]

    def defined_elsewhere(self, named: Phrase, citation: Tree) -> None:
        """Note that another provision says what a class of the vocabulary means."""
        sense = self.vocabulary.classes.get(named.key.partition(":")[2])
        meant = None if sense is None or sense.slots else unstated(self.plain(sense))
        if isinstance(meant, ir.Fact):
            cited = plain_citation(self.act.text(citation.span))
            self.elsewhere[ir.Elsewhere(cited, meant.kind, meant.key)] = None

    def label(self, span: Span, text: str) -> Label:
        """Return a label of the act: a span, and the text beside it."""
        return Label(self.act.source, span, text)


@dataclass(frozen=True, slots=True)
class Place:
    """The place where an expression is lowered.

    `kind` is that of the thing in scope; `passage` the element, whose items belong to the list
    that the sentence opens. `around` are the kinds in scope outside of the quantifiers around;
    `subject` is the amount by which the row of a table is chosen, in that row.
    """

    ctx: Context
    kind: str
    passage: Passage
    around: tuple[str, ...] = ()
    subject: ir.Expr | None = None

    def of(self, kind: str) -> Place:
        """Return the same place with a thing of another kind in scope."""
        return Place(self.ctx, kind, self.passage, (*self.around, self.kind))

    def at(self, passage: Passage) -> Place:
        """Return the place in another element."""
        return Place(self.ctx, self.kind, passage, self.around)
