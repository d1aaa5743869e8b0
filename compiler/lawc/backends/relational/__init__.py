"""The plan of a law as tables: a slot is a column, a question of members a grouped sum.

A law is decided for whole tables of things at once. `terms` are expressions over the columns of
one table, whatever engine computes them; `layers` are their order; `slots` writes each slot of
the plan as terms, and `deciding` each decision. `polars_engine` runs layers on data frames.

Values are exact. A number is a whole numerator over a denominator that is known when the layers
are made. A day is its number in the calendar. What the law does not say (nothing) stands in a
column of its own, beside what is not known.
"""
