"""The fences: each rule of the house as a question to a tree of files, and a break that shows it bites."""
