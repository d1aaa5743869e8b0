"""Two versions of a law: what of the text changed, and what it changes for whom."""
