"""The completions of a case: every way in which its missing facts can turn out.

What a decision comes to is a *form*, a formula over the missing facts (`forms`); a comparison
says at which values it turns (`turns`); a diagram tells the completions apart that differ
(`diagram`); and from it comes whether the answer is the same in all of them, and which facts
matter (`outcomes`). The interpreter and the engine each write the form of a decision; all else
is shared. Standard library only.
"""
