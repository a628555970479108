"""What the files of the repository say: no workplace, no dead ends."""

import re
import subprocess
from pathlib import Path

TEXT = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".po", ".csv", ".cfg", ".svg", ".sh", ""}
#: Each with one letter in brackets, so that this file does not name what it forbids.
WORKPLACE = re.compile(
    r"/w[o]rk/(?:main|shared|\.library)|/tm[p]/brief|/op[t]/(?:pypi|wheels)|/ro[o]t/"
    r"|pyp[i]\.org|python[h]osted|registry\.n[p]mjs|de[b]\.debian\.org"
    r"|Clau[d]e|Anthro[p]ic|Chat[G]PT|Open[A]I|A[I] assistant"
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def workplace(root: Path) -> list[str]:
    """Paths, hosts and names of the place where this was written."""
    problems = []
    for path in tracked(root):
        if path.suffix not in TEXT:
            continue
        text = (root / path).read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            found = WORKPLACE.search(line)
            if found:
                problems.append(f"{path}:{number} names {found.group()!r}")
    return problems


def links(root: Path) -> list[str]:
    """Links and pictures of the documents that lead nowhere."""
    return [
        f"{path} points to {target}, which is not there"
        for path in tracked(root)
        if path.suffix == ".md"
        for target in LINK.findall((root / path).read_text(encoding="utf-8"))
        if not (root / path.parent / target).exists()
    ]


def tracked(root: Path) -> list[Path]:
    """What git keeps; in a copy without git, every file."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode == 0 and (root / ".git").exists():
        return [Path(name) for name in done.stdout.split("\0") if name and (root / name).is_file()]
    files = (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path.relative_to(root) for path in files)
