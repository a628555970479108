"""Why a file cannot be matched: always which file, where in it, and what was expected."""


class Refused(Exception):
    """Input that cannot be used. The text says the file, the line and column where there is one, and the way out."""

    def __init__(self, file: str, reason: str, line: int | None = None, column: str | None = None) -> None:
        where = [file, f"line {line}" if line else "", f"column “{column}”" if column else ""]
        super().__init__(", ".join(part for part in where if part) + ": " + reason)
        self.file, self.reason, self.line, self.column = file, reason, line, column
