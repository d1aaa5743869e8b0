"""The completions of a case: every way in which its missing facts can turn out.

What a decision comes to is a *form*, a formula over the missing facts (`forms`); a comparison
says at which values it turns (`turns`). In a *graph* each condition of forms stands once
(`graph`, `variables`). Conditions that share no facts are found out apart, others together
(`opening`, `search`), as truth tables (`tables`) or, where there are too many choices, as
decision diagrams (`diagram`). From that comes whether the answer is the same in all
completions, and which facts matter (`outcomes`). The interpreter and the engine each write the
form of a decision; all else is shared. Standard library only.
"""
