"""The plan of a law: what is computed of each kind of thing, as flat lists of slots.

`slots` says what a slot is, `build` makes the slots of a checked law, `phases` puts them in an
order in which each uses earlier ones, `verify` says what a right plan is, `show` prints it.
Backends that run a law run its plan; there is no Python in it.
"""
