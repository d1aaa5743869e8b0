"""Synthetic registers: persons drawn so that published figures and the law are both met."""
