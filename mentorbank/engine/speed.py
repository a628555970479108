"""Which implementation of the hot paths is active: plain NumPy and SciPy, or compiled ones where numba is there.

`MENTORBANK_SPEED=plain` switches the compiled ones off.
"""

import os
from functools import cache
from importlib.util import find_spec

# Below so many mentors the plain version is quicker than loading the compiled one.
WORTH = 2_000


@cache
def active() -> str:
    """Say "compiled" when numba is installed and not switched off, else "plain"."""
    if os.environ.get("MENTORBANK_SPEED", "") == "plain" or find_spec("numba") is None:
        return "plain"
    return "compiled"


def worth_it(mentors: int) -> bool:
    """Whether to use the compiled version for a bank of this size."""
    return mentors >= WORTH and active() == "compiled"
