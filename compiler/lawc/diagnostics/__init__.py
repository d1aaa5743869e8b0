"""Problems in a statute, as values: what, where, what else is involved, what to do."""
