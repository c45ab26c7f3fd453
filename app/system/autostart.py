"""Starting with the system: a value under HKCU's Run key on Windows, a desktop entry in the autostart folder elsewhere.

The rule: for this user only, and what the user turned off in the system's own settings counts as off.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.system.faults import not_stored

NAME = "QinDesk"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Autostart:
    """`command` starts the program; `folder` is where autostart entries lie, where it is not the user's own."""

    def __init__(self, command: Sequence[str], folder: Path | None = None) -> None:
        self._command = command
        self._entry = (folder or _autostart_folder()) / "qindesk.desktop"

    def is_on(self) -> bool:
        """Whether the program starts with the system."""
        if sys.platform == "win32":
            return _run_value() is not None and not _is_disapproved()
        return self._entry.is_file() and "Hidden=true" not in self._entry.read_text("utf-8", "replace").splitlines()

    def turn(self, is_on: bool) -> None:
        """Start with the system from now on, or no more. Raises `NotStored`."""
        try:
            if sys.platform == "win32":
                _set_run_value(subprocess.list2cmdline(self._command) if is_on else None)
            elif is_on:
                self._entry.parent.mkdir(parents=True, exist_ok=True)
                self._entry.write_text(desktop_entry(self._command), "utf-8")
            else:
                self._entry.unlink(missing_ok=True)
        except OSError as error:
            raise not_stored(error) from error


def desktop_entry(command: Sequence[str]) -> str:
    """The autostart entry of a command (Desktop Entry Specification 1.5, quoting in its section on Exec)."""
    line = " ".join(_quoted(word) for word in command)
    return f"[Desktop Entry]\nType=Application\nName={NAME}\nExec={line}\nX-GNOME-Autostart-enabled=true\n"


def _quoted(word: str) -> str:
    for mark in ("\\", '"', "`", "$"):
        word = word.replace(mark, "\\" + mark)
    # The value of a key is unescaped once more before it is read as a command line.
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _autostart_folder() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "autostart"


if sys.platform == "win32":
    import winreg

    def _run_value() -> object:
        return _value(_RUN)

    def _is_disapproved() -> bool:
        """Whether it was turned off in the task manager: then the first byte there is odd."""
        mark = _value(_APPROVED)
        return isinstance(mark, bytes) and bool(mark) and mark[0] % 2 == 1

    def _value(path: str) -> object:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return winreg.QueryValueEx(key, NAME)[0]
        except FileNotFoundError:
            return None

    def _set_run_value(command: str | None) -> None:
        for path in (_RUN, _APPROVED):
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, path) as key:
                if path == _RUN and command is not None:
                    winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, command)
                elif _value(path) is not None:
                    winreg.DeleteValue(key, NAME)
