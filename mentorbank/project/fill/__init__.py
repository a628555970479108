"""An invented network: a story drawn from a seed, told to the actions or written in bulk."""
