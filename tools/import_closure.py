"""Checks that nothing which our own modules import was left out of a bundle: PyInstaller writes down what is missing.

The rule: a module that may be missing stands here with its reason; a part of a library that is left out is not asked
for by name. Usage: import_closure.py WARN_FILE; exit code 1 and a line each for what is missing.
"""

import re
import sys
from pathlib import Path

LINE = re.compile(r"^(?:missing|excluded) module named '?(?P<name>[\w.]+)'? - imported by (?P<by>.+)$")
IMPORTER = re.compile(r"(?P<name>[\w.]+)'? \(")
OURS = ("app", "db")
MAY_BE_MISSING = {
    "smbclient": "the extra `smb`, for systems that do not mount Windows' shares; Windows does",
    "smbprotocol": "the same",
    "fsspec.implementations": "the same",
    "fcntl": "of POSIX",
    "posix": "of POSIX",
    "pwd": "of POSIX",
    "resource": "of POSIX",
    "_posixsubprocess": "of POSIX",
    "msvcrt": "of Windows",
    "winreg": "of Windows",
    "winsound": "of Windows",
    "_winapi": "of Windows",
    "nt": "of Windows",
    "app.system.x11": "of Linux",
    "Xlib": "of Linux",
}


def missing(written: str) -> list[str]:
    """A sentence for each module that one of ours imports and that is not in the bundle."""
    found = []
    for line in filter(None, map(LINE.match, written.splitlines())):
        name = line["name"]
        by = [each["name"] for each in IMPORTER.finditer(line["by"]) if each["name"].split(".")[0] in OURS]
        if by and not any(name == known or name.startswith(f"{known}.") for known in MAY_BE_MISSING):
            found.append(f"{name} is not in the bundle, and {', '.join(by)} imports it.")
    return found


def main() -> int:
    found = missing(Path(sys.argv[1]).read_text("utf-8"))
    print("\n".join(found) if found else "All that our own modules import is there.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
