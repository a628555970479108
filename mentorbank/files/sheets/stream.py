"""XML read as a stream, without the parts of XML that are only ever used to do harm."""

from collections.abc import Callable, Iterable
from typing import Any

from defusedxml.expatreader import DefusedExpatParser

from mentorbank.files.sheets.refusals import Unreadable

DEEPEST = 64  # elements within elements; a workbook needs about ten

Begin = Callable[[dict[str, str]], None]
End = Callable[[], None]


class Listener:
    """What to do at the beginning and the end of which elements (by local name), and with text."""

    def __init__(self) -> None:
        self.at_begin: dict[str, Begin] = {}
        self.at_end: dict[str, End] = {}
        self.into: list[str] | None = None  # where text goes at the moment


def listen(pieces: Iterable[bytes], listener: Listener, whole: bool = True) -> None:
    """Feed the pieces of one XML part to the listener; `whole` unless only its beginning is wanted.

    Raises Unreadable(damaged) when elements nest deeper than any workbook's, DefusedXmlException for a DTD,
    SAXException for broken XML.
    """
    parser = _Parser(listener)
    for piece in pieces:
        parser.feed(piece)
    if whole:
        parser.close()


class _Parser(DefusedExpatParser):
    """defusedxml's guards, but elements go to the listener directly: files have millions of them."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._depth = 0
        super().__init__(forbid_dtd=True)

    def reset(self) -> None:
        super().reset()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable("damaged")
        action = self._listener.at_begin.get(name) or _by_local_name(self._listener.at_begin, name)
        if action:
            action(attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        action = self._listener.at_end.get(name) or _by_local_name(self._listener.at_end, name)
        if action:
            action()

    def _text(self, content: str) -> None:
        if self._listener.into is not None:
            self._listener.into.append(content)


def _by_local_name(actions: dict[str, Any], name: str) -> Any:
    """Some programs write <x:row> for <row>."""
    return actions.get(name.rpartition(":")[2]) if ":" in name else None
