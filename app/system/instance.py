"""One program a data folder: the second start hands its wish to the first and ends.

The rule: the lock decides who is first; a wish is an empty file in a folder of the data, which the first one deletes as
its answer. Nothing but the user's own folder is used, so nobody else can wish for anything, and no network library is
needed for a word.
"""

import os
import threading
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QLockFile, QObject, Signal

SHOW = "show"
QUIT = "quit"
_ANSWER_WITHIN_MS = 2000
_LOOK_EVERY_S = 0.01


class Instance(QObject):
    """This start of the program. `asked` tells the first one what a later start wants: `SHOW` or `QUIT`."""

    asked = Signal(str)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = data / "wishes"
        self._lock = QLockFile(str(data / "instance.lock"))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def is_first(self) -> bool:
        """Whether no other one runs. A lock left by a killed one does not count, and neither does a wish to it."""
        if not self._lock.tryLock(0):
            return False
        self._take()
        return True

    @property
    def is_barred(self) -> bool:
        """Whether it is not another one that keeps this from being first: the folder takes no lock."""
        return self._lock.error() not in (QLockFile.LockError.NoError, QLockFile.LockError.LockFailedError)

    def listen(self) -> None:
        """Hear what later starts wish, those included that came meanwhile; for the first one alone."""
        with suppress(OSError):  # a full disk: then nobody can wish for anything either
            self._folder.mkdir(mode=0o700, exist_ok=True)
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._answer)  # a lambda would hold us, and let us go amid its end
        self._answer()

    def tell_first(self, wish: str) -> bool:
        """Hand a wish to the first one; False where it did not answer within two seconds."""
        file = self._folder / f"{wish}-{os.getpid()}"
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            file.touch()
        except OSError:
            return False
        ends = QDeadlineTimer(_ANSWER_WITHIN_MS)
        pause = threading.Event()
        while file.exists() and not ends.hasExpired():
            pause.wait(_LOOK_EVERY_S)
        return not _deleted(file)

    def close(self) -> None:
        """Make room for the next start."""
        if self._watcher:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _answer(self, _folder: str = "") -> None:
        for wish in self._take():
            if wish in (SHOW, QUIT):
                self.asked.emit(wish)

    def _take(self) -> list[str]:
        """The wishes that lie there, each deleted."""
        found = sorted(self._folder.glob("*-*")) if self._folder.is_dir() else []
        return [file.name.partition("-")[0] for file in found if _deleted(file)]


def _deleted(file: Path) -> bool:
    """Delete a file; whether it was there and is no more."""
    try:
        file.unlink()
    except OSError:
        return False
    return True
