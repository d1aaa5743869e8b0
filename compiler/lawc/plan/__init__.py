"""The plan of a law: the computation for each kind of thing, as flat lists of slots.

`slots` says what a slot is, `build` makes the slots of a checked law, `phases` puts them in an
order in which each uses earlier ones, `verify` checks a plan, `show` prints it.
Backends that run a law run its plan; there is no Python in it.
"""
