"""Changes of an answer: the facts it rests on, the values they turn at, the search."""
