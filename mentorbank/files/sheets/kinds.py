"""What a file really is, by its first bytes: names and endings are not to be trusted."""

from mentorbank.files.sheets.refusals import Unreadable

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and new ones locked with a password
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
DOCUMENTS = {b"%PDF": "PDF", b"{\\rtf": "RTF"}
ARCHIVES = {b"\x1f\x8b": "gzip", b"7z\xbc\xaf": "7z", b"Rar!": "rar", b"PK\x05\x06": "zip", b"BZh9": "bzip2"}
MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<meta")


def refuse_other_kinds(data: bytes) -> None:
    """Raise Unreadable for pictures, documents, archives, old or locked workbooks and web pages."""
    _refuse_pictures(data)
    for start, kind in DOCUMENTS.items():
        if data.startswith(start):
            raise Unreadable("document", kind=kind)
    for start, kind in ARCHIVES.items():
        if data.startswith(start):
            raise Unreadable("archive", kind=kind)
    if data.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable("locked") if locked else Unreadable("other_workbook", kind="Excel 97-2003, .xls")
    if data[:400].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(MARKUP):
        raise Unreadable("web_page")


def _refuse_pictures(data: bytes) -> None:
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    bitmap = data[:2] == b"BM" and data[6:10] == bytes(4)
    phone = data[4:8] == b"ftyp"
    drawing = b"<svg" in data[:1000]
    if data.startswith(PICTURES) or webp or bitmap or phone or drawing:
        raise Unreadable("picture")


def is_workbook(data: bytes) -> bool:
    """Whether the bytes start like a zip, as every .xlsx does."""
    return data.startswith(ZIP)
