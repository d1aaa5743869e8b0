"""Two versions of a law: the changes of the text, and their effects on persons."""
