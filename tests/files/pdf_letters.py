"""Which letters a PDF really shows: its text as drawn, and those without an outline in the fonts embedded in it."""

import io
import re
import unicodedata
import zlib
from dataclasses import dataclass

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"(.*?)stream\n(.*)\nendstream", re.DOTALL)
SHOWN = re.compile(rb"/([A-Z]{6}) [\d.]+ Tf|<([0-9a-f]{4,})>")
INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")


@dataclass
class Font:
    name: str
    program: TTFont
    meanings: dict[int, str]

    def draws(self, glyph: int) -> bool:
        if glyph == 0 or glyph >= len(self.program.getGlyphOrder()):
            return False
        letters = self.program.getGlyphSet()
        pen = BoundsPen(letters)
        letters[self.program.getGlyphName(glyph)].draw(pen)
        invisible = all(unicodedata.category(letter) in INVISIBLE for letter in self.meanings.get(glyph, "?"))
        return pen.bounds is not None or invisible


class Letters:
    """`fonts` by tag, and `glyphs` as drawn: (font, glyph number) in the order of the pages."""

    def __init__(self, pdf: bytes) -> None:
        self._objects, self._streams = _parts(pdf)
        self.fonts = {
            found[1].decode(): self._font(found[2].decode(), text)
            for text in self._objects.values()
            if (found := re.search(rb"/Subtype /Type0/BaseFont /([A-Z]{6})\+([^/]+)", text))
        }
        self.glyphs = [pair for content in self._streams.values() for pair in self._drawn(content)]

    @property
    def text(self) -> str:
        return "".join(font.meanings.get(glyph, "�") for font, glyph in self.glyphs)

    @property
    def missing(self) -> set[str]:
        return {font.meanings.get(glyph, "�") for font, glyph in self.glyphs if not font.draws(glyph)}

    def glyphs_of(self, letter: str) -> set[int]:
        return {glyph for font, glyph in self.glyphs if font.meanings.get(glyph) == letter}

    def _font(self, name: str, text: bytes) -> Font:
        descendant = self._objects[_reference(text, rb"DescendantFonts \[")]
        descriptor = self._objects[_reference(descendant, b"FontDescriptor ")]
        program = TTFont(io.BytesIO(self._streams[_reference(descriptor, rb"FontFile\d ")]))
        table = self._streams[_reference(text, b"ToUnicode ")].split(b"beginbfchar", 1)[-1]
        pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>", table)
        meanings = {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in pairs}
        return Font(name, program, meanings)

    def _drawn(self, content: bytes) -> list[tuple[Font, int]]:
        drawn: list[tuple[Font, int]] = []
        for block in re.findall(rb"\nBT\n(.*?)\nET", content, re.DOTALL):
            font = None
            for tag, codes in SHOWN.findall(block):
                font = self.fonts[tag.decode()] if tag else font
                drawn += [(font, int(codes[at : at + 4], 16)) for at in range(0, len(codes), 4)]
        return drawn


def _reference(text: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb"(\d+) 0 R", text)
    assert found, (key, text)
    return int(found[1])


def _parts(pdf: bytes) -> tuple[dict[int, bytes], dict[int, bytes]]:
    """Dictionaries and unpacked streams by object number; objects within object streams too."""
    objects: dict[int, bytes] = {}
    streams: dict[int, bytes] = {}
    for number, inside in OBJECT.findall(pdf):
        stream = STREAM.fullmatch(inside)
        objects[int(number)] = stream[1] if stream else inside
        if stream:
            content = zlib.decompress(stream[2]) if b"FlateDecode" in stream[1] else stream[2]
            streams[int(number)] = content
            if b"/ObjStm" in stream[1]:
                objects |= _within(content, int(re.search(rb"/First (\d+)", stream[1])[1]))
    return objects, streams


def _within(content: bytes, first: int) -> dict[int, bytes]:
    numbers = list(map(int, content[:first].split()))
    starts = [*numbers[1::2], len(content) - first]
    return {
        number: content[first + start : first + end]
        for number, start, end in zip(numbers[::2], starts, starts[1:], strict=False)
    }
