"""`python -m tests.house_rules catalogues` renews the catalogues; `sizes` and `words` print what is long or hard."""

import sys
from pathlib import Path

from tests.house_rules.fences import catalogues, sizes
from tests.house_rules.words import listed

if __name__ == "__main__":
    match sys.argv[1:]:
        case ["catalogues"]:
            catalogues.renew(Path.cwd())
        case ["sizes"]:
            print(sizes.shape(Path.cwd()))
        case ["words"]:
            lines, all_reasoned = listed(Path.cwd())
            print("\n".join(lines) or "no participant's text is over LIX 30 or 14 words a sentence")
            sys.exit(not all_reasoned)
        case _:
            sys.exit(__doc__)
