"""Registers of the amnesty law: made, decided by hand and as the compiler writes the law."""
