"""Two spreadsheets in, a plan out: what `mentorbank match` does between reading and writing files."""
