"""A law that is run from its slots: what generated packages decide and explain with.

A package has a module of functions that fill the slots of a thing (`tables`) and its law as
data (`law`): which slots are rules and decisions, and the texts. From the slots come what rules
make of a decision (`makings`), what is missing (`missing`), the decision as a form over what is
missing (`forms`, `comparing`), the provisions of other days (`lapsed`), and reasoning trees
(`trees`, `reads`, `amounts`; `combined`). `settling` says what is decided in the end, `shown`
what completions show, `run` is what a package asks. Standard library only.
"""
