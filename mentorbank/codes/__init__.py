"""What do these words mean, and how sure: occupations, education, languages, places, goals, dates.

Small tables of our own (folder ``data``) and readers that turn what people write into codes.
Every reader takes any text, never raises, and answers with a :class:`~mentorbank.codes.reading.Reading`.
No Django here; nothing heavy is imported before it is used.
"""
