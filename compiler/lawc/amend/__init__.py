"""Amending: an amending act is read and applied to the text of the act that it amends."""
