"""Advice from above: the bank, the waiting list, the shortlist and its recipe."""
