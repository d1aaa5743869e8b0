"""Registers: tables of a user, bound to the facts of a law and decided range by range.

`sources` opens tables, `binding` finds which column is which fact and what does not fit,
`columns` reads the values of a column, `deciding` decides a range of wholes after another.
"""
