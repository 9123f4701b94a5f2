"""Asks the printing system what Qt does not tell: whether a queue takes work at all."""

import os
import shutil
import subprocess

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

_PATIENCE = 2.0  # seconds: the answer comes from this machine


def accepts_work(printer_name: str) -> bool:
    """Tell whether a queue takes work, as far as the system knows.

    A stopped queue keeps what it is given and a rejecting one drops it, and Qt calls both printed.
    """
    if QPrinterInfo.printerInfo(printer_name).state() == QPrinter.PrinterState.Error:
        return False
    lpstat = shutil.which("lpstat")
    if lpstat is None:  # Windows: the state above is all there is
        return True
    try:
        answer = subprocess.run(  # noqa: S603 - no shell, and the name is one argument
            [lpstat, "-a", printer_name],
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return "not accepting" not in answer.stdout
