"""Reasoning trees and laws as documents: terminal, Markdown, HTML, JSON.

In the order of the work:

report       what a document about a case is made from
words        the words of the frame, `words/<language>.json`
showing      texts with nothing hidden in them, escaped for Markdown and HTML
simplify     takes the joints out of reasoning trees that no reader needs
reckoned     amounts as lines: the computation, and what its operands are made of
outline      what is said, in the order a reader asks; every string ready to be shown
brief        what the shorter renderings leave out of it
as_terminal, as_markdown, as_html, as_json     one rendering each
law_outline  a law: the text, the definitions, the tree of each decision
law_markdown, law_html                         one rendering each
table        the comparative table of an amendment: what is in its cells
table_markdown, table_html, table_docx         one rendering each
redline      an amended text as a document with tracked changes
word         documents of word processors, the same bytes every time
pages        fills `templates/`
"""
