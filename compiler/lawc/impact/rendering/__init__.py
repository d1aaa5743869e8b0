"""The impact of a law on a register, a file a format."""
