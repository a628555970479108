"""Values of cells that need no table: dates, phones, names, places, times, rests, yes or no, wishes."""

from mentorbank.codes.values.contact import read_email, read_name, read_phone
from mentorbank.codes.values.dates import read_date, read_year
from mentorbank.codes.values.numbers import read_number_of_places, read_whole_number, read_yes_no
from mentorbank.codes.values.times import Rest, read_rest, read_times
from mentorbank.codes.values.wishes import Wish, read_gender, read_wishes

__all__ = [
    "Rest",
    "Wish",
    "read_date",
    "read_email",
    "read_gender",
    "read_name",
    "read_number_of_places",
    "read_phone",
    "read_rest",
    "read_times",
    "read_whole_number",
    "read_wishes",
    "read_year",
    "read_yes_no",
]
