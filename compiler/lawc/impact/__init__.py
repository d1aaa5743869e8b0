"""Whom a law reaches in a register: counts, the provisions that decide, who moves."""
