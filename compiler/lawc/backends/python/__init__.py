"""The Python package of a law."""
