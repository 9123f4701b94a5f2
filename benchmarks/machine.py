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


def _cpu() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    if sys.platform == "linux":
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    return f"{platform.system()} {platform.version()}"


def _memory_bytes() -> int:
    if sys.platform == "win32":
        kilobytes = ctypes.c_ulonglong()
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
        return kilobytes.value * 1024
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
