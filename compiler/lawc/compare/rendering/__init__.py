"""Comparisons for readers and for programs, a file a format."""
