"""The runtime: modules that generated packages import; the standard library only."""
