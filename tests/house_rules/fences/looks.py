"""Styles that work in both directions, and what a first view may weigh."""

import gzip
import re
from pathlib import Path

CSS_AT_MOST = 16 * 1024  # gzipped
SCRIPT_AT_MOST = 5 * 1024
COMMENT = re.compile(r"/\*.*?\*/", re.S)
#: A side of the page, in a property or a value; `top` and `bottom` are the same in every language.
SIDED = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?<![\w-])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b",
    re.I,
)


def logical(root: Path) -> list[str]:
    """Declarations that name left or right, where start and end are meant."""
    problems = []
    for path in styles(root):
        text = COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), path.read_text(encoding="utf-8"))
        for match in SIDED.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            problems.append(f"{path.relative_to(root)}:{line} {match.group()} is not a logical property")
    return problems


def weights(root: Path) -> list[str]:
    """All our styles together within 16 KB gzipped, all our script within 5 KB."""
    css = sum(len(gzip.compress(path.read_bytes(), 9)) for path in styles(root))
    script = sum(path.stat().st_size for path in own(root, "*.js"))
    problems = []
    if css > CSS_AT_MOST:
        problems.append(f"our styles weigh {css} bytes gzipped, more than {CSS_AT_MOST}")
    if script > SCRIPT_AT_MOST:
        problems.append(f"our script weighs {script} bytes, more than {SCRIPT_AT_MOST}")
    return problems


def styles(root: Path) -> list[Path]:
    return own(root, "*.css")


def own(root: Path, pattern: str) -> list[Path]:
    return sorted((root / "mentorbank" / "pages").rglob(f"static/**/{pattern}"))
