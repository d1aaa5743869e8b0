"""Tests of a law by its examples: what they reach, and which slips in it they would notice."""
