"""The engine of a law: it decides and explains cases from the slots of the law.

A package has a module of functions that fill the slots of a thing (`tables`) and its law as
data (`law`): which slots are rules and decisions, and the texts. From the slots come the value
of a decision in three values (`makings`), the missing facts (`missing`), the decision as a form
over these (`forms`, `comparing`), the provisions of other days (`lapsed`), and reasoning trees
(`trees`, `reads`, `amounts`; `combined`). `settling` decides in the end, `shown` tries some
completions for decisions without a value, `run` answers a package. Standard library only.
"""
