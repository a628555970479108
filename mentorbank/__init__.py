"""Mentorbank: the software a mentor network runs on."""
