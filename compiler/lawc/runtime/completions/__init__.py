"""The completions of a case: every way in which its missing facts can turn out.

A decision becomes a *form*, a formula over the missing facts (`forms`); a comparison becomes
the values at which it turns (`turns`). In a *graph* each condition of forms stands once
(`graph`, `variables`). Conditions that share no facts are searched apart, others together
(`opening`, `search`), as truth tables (`tables`) or, if there are too many choices, as decision
diagrams (`diagram`). The search tells whether the answer is the same in all completions, and
which facts matter (`outcomes`). The interpreter and the engine each write the form of a
decision; all else is shared. Standard library only.
"""
