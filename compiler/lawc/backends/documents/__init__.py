"""Reasoning trees and laws as documents: terminal, Markdown, HTML, JSON.

In the order of the work:

report       the contents of a document about a case
words        the words of the frame, `words/<language>.json`
showing      texts with nothing hidden in them, escaped for Markdown and HTML
simplify     removes nodes of reasoning trees that no reader needs
reckoned     amounts as lines: a computation, and below it those of its operands
outline      an explanation in the order a reader asks; every string ready to be shown
brief        the parts of it that the shorter renderings leave out
as_terminal, as_markdown, as_html, as_json     one rendering each
law_outline  a law: the text, the definitions, the tree of each decision
law_markdown, law_html                         one rendering each
table        the comparative table of an amendment, cell by cell
table_markdown, table_html, table_docx         one rendering each
redline      an amended text as a document with tracked changes
word         documents of word processors, the same bytes every time
pages        fills `templates/`
"""
