"""A law that is run from its data: what generated packages decide and explain with.

A package holds its law as data (`law.json`); `reading` makes of it the objects of the other
modules: `conditions` (their value, and what is missing of it), `rules` (which apply, what is
decided), `trees` (why). Where many cases are asked about, functions are made of these: `source`
(of conditions), `compiled` (of rules), `grown` (of trees: `nodes` and `grounds` are
`statements`, of which some are done once for many cases, in `blocks`). Standard library only.

A thing is seen as a *line*: itself, the thing above it ..., and last the `Case` that it is
looked at in. Beside the line runs a tuple of the paths of the same things. So
`line[2:]` is the line of a grandparent; how deep a kind stands is known when a law is read.
"""
