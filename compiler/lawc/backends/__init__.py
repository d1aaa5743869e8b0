"""What a compiled law is written out as."""
