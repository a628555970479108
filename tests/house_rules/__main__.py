"""`python -m tests.house_rules catalogues` renews the catalogues; `… sizes` prints how long things are."""

import sys
from pathlib import Path

from tests.house_rules.fences import catalogues, sizes

if __name__ == "__main__":
    match sys.argv[1:]:
        case ["catalogues"]:
            catalogues.renew(Path.cwd())
        case ["sizes"]:
            print(sizes.shape(Path.cwd()))
        case _:
            sys.exit(__doc__)
