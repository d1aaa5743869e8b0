"""The desk of a drafter: texts to begin with, and help to go on; text in, values out."""
