"""Other programs on the same table; each runs in an environment of its own and prints JSON."""
