"""Laws as formulas of a solver (Z3): the same three-valued meaning, of all cases at once.

A case is bounded: each list has at most so many members. Needs the extra `smt`.
"""
