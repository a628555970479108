"""Sheets in and out, calendars, pictures (SVG) and papers (PDF): plain values in, bytes or text out.

Knows no Django and nothing else of the programme. Importing this package loads nothing heavy; every
library is imported where it is used.
"""
