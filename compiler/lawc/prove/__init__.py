"""Findings of a solver in a law: contradictions, words that never matter. Needs `smt`."""
