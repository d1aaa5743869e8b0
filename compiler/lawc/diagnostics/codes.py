"""The codes of all diagnostics, in one table; never renumbered, never reused."""

from __future__ import annotations

from enum import Enum

KINDS = {
    "1": "text",
    "2": "names",
    "3": "types and dates",
    "4": "logic",
    "5": "amendments",
    "6": "what a solver finds",
    "7": "how far a change goes",
    "8": "registers",
}


class Code(Enum):
    """The codes; the first digit says what they are about, as `KINDS` has it."""

    NOT_UNDERSTOOD = "L101"
    TWO_READINGS = "L102"
    WRONG_VALUE = "L103"
    NUMBERING = "L104"
    LIST_WITHOUT_LEAD_IN = "L105"
    LEAD_IN_WITHOUT_LIST = "L106"
    MIXED_CONNECTIVES = "L107"
    ONE_OR_ALL = "L108"
    LEAD_IN_DISAGREES = "L109"
    SENTENCE_NOT_ENDED = "L110"
    MIXED_ALPHABETS = "L111"
    EMPTY_ACT = "L112"
    HEADING_DECIDES = "L113"
    LIST_NOT_ENDED = "L114"
    TOO_MANY_DECIMALS = "L115"
    UNFINISHED_MERGE = "L118"
    DECLARATION_NOT_UNDERSTOOD = "L120"
    UNKNOWN_REFERENCE = "L201"
    UNKNOWN_NAME = "L202"
    DECLARED_TWICE = "L203"
    OVERLAPPING_PHRASES = "L204"
    WHICH_ONE = "L205"
    UNDEFINED_CONCEPT = "L206"
    UNUSED = "L207"
    NOT_DISPLACED = "L208"
    NOT_INTRODUCED = "L209"
    DEFINED_TWICE = "L210"
    WRONG_CLASS = "L211"
    WRONG_LIMIT = "L212"
    WRONG_TYPE = "L301"
    ROUNDING_MISSING = "L302"
    TABLE_GAP = "L303"
    TABLE_OVERLAP = "L304"
    VERSIONS_OVERLAP = "L305"
    VERSIONS_GAP = "L306"
    MONTH_END_UNDECLARED = "L307"
    INSERTED_OR_RANGE = "L308"
    ROW_BACKWARDS = "L312"
    DISPLACEMENT_CYCLE = "L401"
    DEFINITION_CYCLE = "L402"
    DECIDES_NOTHING = "L403"
    NOT_SEPARATE = "L404"
    COMPARED_WITH_ITSELF = "L405"
    MAY_BE_NOTHING = "L406"
    LIMITS_EXCLUDE = "L408"
    EACH_OF_NONE = "L409"
    ENTRY_NOT_APPLIED = "L410"
    WORDS_NOT_FOUND = "L501"
    MORE_THAN_ONE = "L502"
    ELEMENT_NOT_FOUND = "L503"
    ELEMENT_EXISTS = "L504"
    ANOTHER_ACT = "L505"
    NO_AMENDMENT = "L506"
    WRONG_ELEMENT = "L507"
    NOT_AMENDABLE = "L508"
    NO_VERSIONS = "L509"
    HIDDEN_SIGN = "L510"
    LIST_LEFT_OPEN = "L511"
    NUMBER_LEFT_OUT = "L512"
    CLOSING_WORDS = "L513"
    WHERE_SENTENCES_END = "L514"
    WORDS_LEFT = "L515"
    LATER_VERSION_STAYS = "L516"
    CONTRADICTION = "L601"
    NEVER_APPLIES = "L602"
    NEVER_HOLDS = "L603"
    ALWAYS_TRUE = "L604"
    UNUSED_TERM = "L605"
    FORBIDDEN_BY_FRAMEWORK = "L606"
    GAP = "L607"
    CHANGE_WORDING = "L701"
    CHANGE_STRUCTURE = "L702"
    CHANGE_EXPLAIN = "L703"
    CHANGE_FACTS = "L704"
    CHANGE_WIDER = "L705"
    CHANGE_NARROWER = "L706"
    CHANGE_MIXED = "L707"
    CHANGE_UNPROVED = "L708"
    CHANGE_INTERFACE = "L709"
    CHANGE_NEW = "L710"
    SPECIFICATION_NOT_UNDERSTOOD = "L821"
    FIGURES_CONTRADICT = "L822"
    LAW_CONTRADICTS_FIGURES = "L823"
    CELL_NOT_REACHED = "L824"

    @property
    def slug(self) -> str:
        """The name people say: `unknown-reference`."""
        return self.name.lower().replace("_", "-")

    @property
    def short(self) -> str:
        """The slug, of a level of changes the name that `lawc diff` has for it: `wider`."""
        return self.slug.removeprefix("change-")
