"""What a solver finds in a law: contradictions, and words that never matter. Needs `smt`."""
