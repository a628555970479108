"""Pictures as SVG text, made on the server, each with the table that says the same.

They carry classes and plain attributes only (no style attribute, no script), so a strict
Content-Security-Policy lets them through; a stylesheet may repaint them by class. Widths are shares of the
place they stand in, letters keep their size: legible on a phone, a screen and paper. Right-to-left on request;
but WeasyPrint sets letters in SVG one by one, so an Arabic paper shows the table instead of the picture.
"""

from mentorbank.files.pictures.bars import Bar, bars_across, bars_upright
from mentorbank.files.pictures.curves import Curve, step_curves
from mentorbank.files.pictures.drawing import Picture
from mentorbank.files.pictures.qr import qr_code

__all__ = ["Bar", "Curve", "Picture", "bars_across", "bars_upright", "qr_code", "step_curves"]
