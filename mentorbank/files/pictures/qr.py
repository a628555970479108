"""QR codes, so that paper leads to a page."""

import re
from collections.abc import Iterable

from mentorbank.files.pictures.drawing import Picture, element, frame


def qr_code(address: str, *, key: str, title: str, headings: tuple[str] = ("",)) -> Picture:
    """A QR code for a web address, dark on light in every mode; its twin is the address itself.

    `title` says where it leads. Raises ValueError when the address is empty or too long for a code.
    """
    import segno

    if not address:
        raise ValueError("a code needs an address")
    code = segno.make_qr(address, error="m")
    border = 4
    size = code.symbol_size(border=border)[0]
    parts = [
        element("rect", class_="qr-light", width=size, height=size, fill="#fff"),
        element("path", class_="qr-dark", d=_path(code.matrix, border), fill="#000", shape_rendering="crispEdges"),
    ]
    drawing = element("svg", *parts, view_box=f"0 0 {size} {size}", width="100%", height="100%")
    svg = frame([drawing], key=key, title=title, kind="qr", width=4 * size, height=4 * size)
    return Picture(svg, headings, ((address,),))


def _path(matrix: Iterable[Iterable[int]], border: int) -> str:
    """Runs of dark squares, row by row."""
    return "".join(
        f"M{run.start() + border} {y + border}h{len(run[0])}v1h-{len(run[0])}z"
        for y, row in enumerate(matrix)
        for run in re.finditer(b"\x01+", bytes(row))
    )
