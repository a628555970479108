"""Pages of mentor and mentee: the one next thing."""
