"""Where the program keeps its things.

The rule: everything lies in one folder, which `--data` moves as a whole.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Paths:
    """The data folder and what lies in it."""

    data: Path

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.data / "qindesk.db"

    @property
    def images(self) -> Path:
        """Pictures attached to phrases."""
        return self.data / "images"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """The log file; it holds no text of a buyer."""
        return self.data / "logs" / "qindesk.log"

    @property
    def drafts(self) -> Path:
        """What was being written in open windows; there is one only while something is."""
        return self.data / "drafts"

    @property
    def updates(self) -> Path:
        """A newer version that waits to be installed; made when there is one."""
        return self.data / "updates"

    def command(self) -> tuple[str, ...]:
        """The command that starts the program on this folder, hidden, as it is done when the system starts."""
        program = (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "app.main")
        folder = () if self.data == _users_own() else ("--data", str(self.data))
        return (*program, *folder, "--hidden")

    def make(self) -> None:
        """Create the folders that are missing, readable by this user only. Raises `OSError`."""
        for folder in (self.data, self.images, self.backups, self.log.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def paths(data: Path | None = None) -> Paths:
    """The paths under the given folder, else under the user's own data folder."""
    return Paths((data or _users_own()).expanduser().absolute())


def _users_own() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "qindesk"
