"""Checks of a compiled law that need no solver."""
