"""What a template may carry: no style, script or handler of its own, nothing from elsewhere."""

import re
from pathlib import Path

from tests.house_rules.fences.trees import templates

#: Papers are printed, not served: the content policy of pages does not reach them.
PAPERS = ("mentorbank", "network")
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a handler attribute": re.compile(r"<[a-z][^>{}]*\son[a-z]+\s*=\s*[\"']", re.I),
    "a javascript: address": re.compile(r"[\"']\s*javascript:", re.I),
    "a script without a file": re.compile(
        r"<script(?![^>]*\b(?:src=|type=[\"']application/json))[^>]*>", re.I
    ),
    "a style element": re.compile(r"<style\b", re.I),
    "htmx code in an attribute": re.compile(r"\shx-on[:\w-]*\s*=|hx-vals\s*=\s*[\"']js:", re.I),
}
ELSEWHERE = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|link|form|use|image)\b[^>]*?"
    r"\b(?:src|href|action|data|srcset|xlink:href)\s*=\s*[\"']\s*(?:https?:)?//[^\"']*"
    r"|@import[^;]*//[^;]*|url\(\s*[\"']?\s*(?:https?:)?//[^)]*",
    re.I,
)
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.S)


def inline(root: Path) -> list[str]:
    """Style, script and handlers that a strict content policy would refuse."""
    return [
        f"{path}:{line_of(text, match.start())} {what}: {match.group()[:60]!r}"
        for path, text in spoken(root)
        for what, pattern in INLINE.items()
        for match in pattern.finditer(text)
        if not (what == "a style element" and path.parts[:2] == PAPERS)
    ]


def third_party(root: Path) -> list[str]:
    """Files or forms of other hosts; a link a person may follow is none."""
    return [
        f"{path}:{line_of(text, match.start())} loads from elsewhere: {match.group()[:80]!r}"
        for path, text in spoken(root)
        for match in ELSEWHERE.finditer(text)
    ]


def spoken(root: Path) -> list[tuple[Path, str]]:
    """Templates with their comments blanked, so that lines keep their numbers."""
    return [(path, COMMENT.sub(blank, text)) for path, text in templates(root)]


def blank(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", comment.group())


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
