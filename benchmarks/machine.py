"""What the figures were measured on, without naming the machine."""

import ctypes
import os
import platform
import subprocess
import sys
from pathlib import Path

import msgspec


class Machine(msgspec.Struct, frozen=True):
    """A machine as far as it matters for speed."""

    cores: int
    cpu: str
    memory_gb: float
    python: str
    os: str


def this_machine() -> Machine:
    """Return what this machine is."""
    return Machine(
        cores=os.cpu_count() or 1,
        cpu=_cpu(),
        memory_gb=round(_memory_bytes() / 2**30, 1),
        python=platform.python_version(),
        os=_system(),
    )


def commit() -> str:
    """Return the commit of the checkout, marked when files differ from it; empty outside git."""
    command = ["git", "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty"]
    checkout = Path(__file__).resolve().parent
    try:
        return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


if sys.platform == "win32":

    def _memory_bytes() -> int:
        kilobytes = ctypes.c_ulonglong()
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return kilobytes.value * 1024

    def _cpu() -> str:
        return platform.processor()

    def _system() -> str:
        return f"Windows {platform.version()}"

else:

    def _memory_bytes() -> int:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")

    def _cpu() -> str:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")

    def _system() -> str:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
