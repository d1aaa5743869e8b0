"""What would change an answer: the facts it rests on, the values they turn at, the search."""
