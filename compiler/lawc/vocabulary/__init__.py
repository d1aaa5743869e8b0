"""Vocabularies: what may be known, said and decided, shared by the acts of a jurisdiction."""
