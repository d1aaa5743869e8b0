"""What generated modules import at run time; the standard library only."""
