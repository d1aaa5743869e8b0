"""The version of the compiler, which every generated package names."""

__version__ = "0.1.0"
