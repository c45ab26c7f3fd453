"""One program a data folder: the second start hands its wish to the first and ends.

The rule: the lock decides who is first; a wish is an empty file in a folder of the data, which the first one deletes as
its answer; an errand is a file with its words, which is answered by another one. Nothing but the user's own folder is
used, so nobody else can wish for anything, and no network library is needed for a word.
"""

import os
import threading
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QFileSystemWatcher, QLockFile, QObject, Signal

SHOW = "show"
QUIT = "quit"
_ANSWER_WITHIN_MS = 2000
_ERRAND = "errand"
_LOOK_EVERY_S = 0.01
LONGEST = 64 * 1024
"""So many bytes an errand has at most, which is some words and paths."""
TAKE_WITHIN_S, ANSWER_WITHIN_S = 10.0, 60.0
"""A start takes a second or two before it does errands; an export of many orders takes some, too."""


class Instance(QObject):
    """This start of the program. `asked` tells the first one what a later start wants: `SHOW` or `QUIT`. `handed`
    gives it an errand: its name, to be given back with the answer, and its words.
    """

    asked = Signal(str)
    handed = Signal(str, object)

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._folder = data / "wishes"
        self._lock = QLockFile(str(data / "instance.lock"))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        self._is_doing_errands = False

    def is_first(self) -> bool:
        """Whether no other one runs. A lock left by a killed one does not count, and neither does a wish to it."""
        if not self._lock.tryLock(0):
            return False
        for file in self._found():
            deleted(file)
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
        return not deleted(file)

    def take_errands(self) -> None:
        """Take errands from now on, those that wait already too; for the first one alone."""
        self._is_doing_errands = True
        self._answer()

    def answer(self, name: str, content: bytes) -> None:
        """Answer an errand."""
        from app.system import errand_files  # noqa: PLC0415 - a start does no errand

        errand_files.answer(self._folder, name, content)

    def hand_over(self, content: bytes) -> bytes:
        """Have the first one do an errand; its answer. Raises `NotAnswered` and `OSError`."""
        from app.system import errand_files  # noqa: PLC0415 - as above

        return errand_files.hand_over(self._folder, content, TAKE_WITHIN_S, ANSWER_WITHIN_S, self._is_gone)

    def close(self) -> None:
        """Make room for the next start."""
        if self._watcher:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _answer(self, _folder: str = "") -> None:
        for file in self._found():
            sort = file.name.partition("-")[0]
            if sort == _ERRAND and self._is_doing_errands:
                self._take(file)
            elif not sort.endswith(_ERRAND) and deleted(file) and sort in (SHOW, QUIT):
                self.asked.emit(sort)

    def _take(self, file: Path) -> None:
        from app.system import errand_files  # noqa: PLC0415 - as above

        content = errand_files.take(file, LONGEST)
        if content is not None:
            self.handed.emit(file.name, content)

    def _found(self) -> list[Path]:
        """What lies in the folder: wishes, errands, answers to errands."""
        return sorted(self._folder.glob("*-*")) if self._folder.is_dir() else []

    def _is_gone(self) -> bool:
        """Whether the first one has ended."""
        if not self._lock.tryLock(0):
            return False
        self._lock.unlock()
        return True


def deleted(file: Path) -> bool:
    """Delete a file; whether it was there and is no more."""
    try:
        file.unlink()
    except OSError:
        return False
    return True
