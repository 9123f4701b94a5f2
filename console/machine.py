"""Which machine and folder a desk lives in, so that a cloned or restored disk is noticed (protocol rule 10)."""

import sys
from hashlib import sha256
from pathlib import Path
from uuid import getnode


def fingerprint(desk_folder: Path) -> str:
    """Return a text that another machine, or a copy of the folder elsewhere on this one, does not share."""
    return sha256(f"{_machine_id()}\0{desk_folder.resolve()}".encode()).hexdigest()[:32]


def _machine_id() -> str:
    """Return what the system calls this installation: the MachineGuid of Windows, the machine-id of systemd."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    file = Path("/etc/machine-id")
    return file.read_text("ascii").strip() if file.exists() else f"{getnode():012x}"
