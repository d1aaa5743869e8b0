"""The forms in which a compiled law is written out."""
