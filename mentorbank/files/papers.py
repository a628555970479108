"""Papers (contract, certificate, invitation, report): HTML in, tagged PDF out, nothing fetched from anywhere.

WeasyPrint takes seconds to import and needs Pango from the system: it is imported with the first paper.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-core")
RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"))
OURS = "paper:"  # addresses of what the caller gives with the paper

CSS = """
@page { size: A4; margin: 22mm 20mm 24mm;
  @bottom-center { content: counter(page) " / " counter(pages);
    font: 9pt "Noto Sans", sans-serif; color: #5a686a } }
html { font: 11pt/1.5 "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", "Noto Sans Hebrew",
  "Noto Sans Devanagari", "Noto Sans Tamil", "Noto Sans Thai", "Noto Sans Georgian", "Noto Sans Armenian",
  sans-serif;
  color: #1d2a2c; font-variant-numeric: tabular-nums; hyphens: manual }
h1, h2, h3 { font-family: "Noto Serif", "Noto Naskh Arabic", "Noto Serif Ethiopic", serif; line-height: 1.2;
  color: #0a423d; break-after: avoid; margin-block: 1.4em .5em }
h1 { font-size: 22pt; margin-block-start: 0 } h2 { font-size: 15pt } h3 { font-size: 12pt }
p, ul, ol, dl, table { margin-block: 0 .8em } ul, ol { padding-inline-start: 1.4em }
a { color: #0f5c54 } img, svg { max-width: 100% }
table { width: 100%; border-collapse: collapse }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { text-align: start; vertical-align: top; padding-block: .35em; padding-inline: 0 .8em;
  border-block-end: .5pt solid #857f6f }
dt { font-weight: 700 } dd { margin-inline: 0; margin-block-end: .5em }
.quiet { color: #5a686a; font-size: 9.5pt } .keep { break-inside: avoid }
.sign { display: flex; gap: 12mm; margin-block-start: 18mm; break-inside: avoid }
.sign > * { flex: 1; border-block-start: .5pt solid #1d2a2c; padding-block-start: .3em }
"""


class PaperToolsMissing(Exception):
    """This machine cannot make papers; str() says what to install."""

    def __init__(self) -> None:
        super().__init__(
            "Papers (PDF) need Pango and the Noto fonts from the system. On Debian: apt-get install "
            + " ".join(DEBIAN)
        )


def paper(
    html: str,
    *,
    language: str,
    title: str,
    css: str = "",
    resources: Mapping[str, tuple[str, bytes]] | None = None,
) -> bytes:
    """The inside of a body as a PDF/UA document: tagged, with its language, its title and its fonts in it.

    `language` is the paper's own ("da", "ar", "nb-NO"), which also gives the direction; `css` is added to the
    print look here. `resources` are (media type, content) by name, for `<img src="paper:logo.svg">`; every
    other address is refused except `data:`, and what it was for is left out.

    Raises PaperToolsMissing when Pango is not there.
    """
    weasyprint = _weasyprint()
    direction = "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
    document = (
        f'<!doctype html><html lang="{escape(language)}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>{html}</body></html>"
    )
    fetcher = _only_ours(weasyprint, resources or {})
    looks = [weasyprint.CSS(string=text, url_fetcher=fetcher) for text in (CSS, css) if text]
    page = weasyprint.HTML(string=document, url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=looks, pdf_variant="pdf/ua-1", pdf_tags=True))


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as missing:  # a shared library is not there
        raise PaperToolsMissing from missing
    return weasyprint


def _only_ours(weasyprint: Any, resources: Mapping[str, tuple[str, bytes]]) -> Any:
    """A fetcher that opens no file and no connection."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyOurs(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            name = url.removeprefix(OURS)
            if name != url and name in resources:
                kind, content = resources[name]
                return URLFetcherResponse(url, content, {"Content-Type": kind})
            return super().fetch(url, headers)

    return OnlyOurs(allowed_protocols=("data",), allow_redirects=False)
