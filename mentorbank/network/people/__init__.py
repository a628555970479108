"""Persons and the parts they play: mentors with their places, mentees, staff; consents and the ledger."""
