"""Proposal, partnership, contract with goals, meetings: the life of a pair."""
