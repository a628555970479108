"""PyPI `mentor-match`: its own matrix of matches with one rule (the points), then munkres."""

import json
import sys
import time

sys.path.pop(0)  # this folder holds a file of the package's name

import numpy as np
from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import generate_match_matrix, match_and_assign_participants

table = np.load(sys.argv[1])


class Points:
    """A rule that gives the points of the table."""

    def apply(self, match):
        return int(table[int(match.mentee.email), int(match.mentor.email)])

    def evaluate(self, match):
        return True


mentors = [Mentor(grade=1, email=str(number)) for number in range(table.shape[1])]
mentees = [Mentee(grade=1, email=str(number)) for number in range(table.shape[0])]
start = time.perf_counter()
match_and_assign_participants(generate_match_matrix(mentors, mentees, [Points()]))
taken = time.perf_counter() - start
total = sum(
    int(table[int(mentee.email), int(mentor.email)]) for mentee in mentees for mentor in mentee.mentors
)
print(json.dumps({"seconds": taken, "total": total}))
