"""Compile legislation to logic."""
