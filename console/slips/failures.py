"""Why a slip could not be printed."""

from enum import StrEnum

from console.errors import ConsoleError


class PrintFailure(StrEnum):
    """What stood in the way."""

    PRINTER_MISSING = "printer_missing"
    PRINTER_NOT_ACCEPTING = "printer_not_accepting"
    FILE_NOT_WRITTEN = "file_not_written"


class PrintFailed(ConsoleError):
    """Nothing was printed; the operator chooses another printer or a file."""

    def __init__(self, reason: PrintFailure, target: str) -> None:
        super().__init__(f"{reason}: {target}")
        self.reason = reason
        self.target = target  # the printer's name, or the file's path
