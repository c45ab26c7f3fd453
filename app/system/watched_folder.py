"""A folder into which somebody saves exports: what is new there is told, once it is whole.

The rule: nothing of the folder is touched on the main thread, and never is more than one look under way, because a
share that has died answers nobody for minutes. A file is told after two looks that saw the same bytes.

Watchers of the system are not used: they see nothing on a share, and nothing more of a file that was replaced.
"""

import hashlib
import os
import re
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.imports.reading import MAX_FILE_BYTES
from app.core.values import dataclass
from app.ports import Clock
from app.system.telling import Telling

EVERY_MS = 10_000
DEADLINE = 20.0
"""Seconds that a look may take before the folder counts as out of reach."""
ENDINGS = (".csv", ".xlsx", ".xls", ".txt", ".tsv")
MAX_FILES = 50
"""The newest files of a folder; a folder of downloads holds thousands of others."""
MAX_AGE = 2 * 86_400.0
"""Seconds; an export that was older when it was first seen is not told: the day it speaks of is over."""
_RACY = 3.0
"""Seconds: a file that was written so shortly before a look may be written again with the same size and time."""
_MARKS = re.compile(r"^(?:~\$|\.|~)|冲突|conflict|\.(?:tmp|crdownload|part|partial|download)$", re.IGNORECASE)
_CHUNK = 1024 * 1024
_AGAIN = 30
_LAST = 5
"""Every so many looks the last files are read again, whatever their size and time say."""

Start = Callable[[Callable[[], None]], None]
"""Starts a piece of work beside the main thread."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look saw of a file: `digest` is that of its bytes. Two looks that saw the same are equal.

    `is_sure` tells one that was read twice, the second time long enough after it was written.
    """

    size: int
    mtime_ns: int
    digest: str
    is_sure: bool = field(default=False, compare=False)


@dataclass(slots=True)
class _Glance:
    """One look at the folder: what it began with and when."""

    number: int
    folder: str
    before: Mapping[str, Look]
    began: float
    now: float
    stopped: threading.Event = field(default_factory=threading.Event)


class WatchedFolder(QObject):
    """Looks into a folder again and again. `found` tells the path of a new file, `reached` whether the folder answers.

    `handed` are the digests of what was told before this start, so that nothing is told twice; keep `handed` again.
    """

    found = Signal(str)
    reached = Signal(bool)
    _seen = Signal(object, object)

    def __init__(
        self, clock: Clock, handed: Iterable[str] = (), start: Start | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._handed = dict.fromkeys(handed)
        self._start = start or _beside
        self._folder = ""
        self._number = 0
        self._glance: _Glance | None = None
        self._telling = Telling()
        self._looks: dict[str, Look] = {}
        self._is_reached = True
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._seen.connect(self._hear)

    @property
    def handed(self) -> tuple[str, ...]:
        """The digests of what was told, the latest last; the latest thousand are enough to keep."""
        return tuple(self._handed)[-1_000:]

    @property
    def folder(self) -> str:
        """The folder that is watched; empty where none is."""
        return self._folder

    def watch(self, folder: str) -> None:
        """Watch a folder in place of the former one, or none."""
        self.close()
        self._folder = folder
        if folder:
            self._timer.start()
            self.look()

    def close(self) -> None:
        """Watch no longer. A look that hangs ends by itself and is not listened to."""
        self._timer.stop()
        self._telling.shut()
        self._telling = Telling()
        if self._glance:
            self._glance.stopped.set()
        self._glance, self._folder, self._looks, self._is_reached = None, "", {}, True

    def look(self) -> None:
        """Look now, unless a look is still under way: one that takes too long tells that the folder is out of reach."""
        if not self._folder:
            return
        if self._glance is not None:
            if self._clock.ticks() - self._glance.began > DEADLINE:
                self._tell_reached(is_reached=False)
            return
        self._number += 1
        now = self._clock.now().timestamp()
        glance = _Glance(self._number, self._folder, dict(self._looks), self._clock.ticks(), now)
        self._glance = glance
        self._start(partial(self._work, glance, self._telling))

    def _work(self, glance: _Glance, telling: Telling) -> None:
        """Beside the main thread."""
        try:
            looks: dict[str, Look] | None = _looks(glance)
        except OSError:
            looks = None
        telling.tell(self._seen.emit, glance, looks)

    def _hear(self, glance: _Glance, looks: dict[str, Look] | None) -> None:
        if self._glance is not glance:
            return
        self._glance = None
        self._tell_reached(is_reached=looks is not None)
        if looks is None:
            return
        before, self._looks = self._looks, looks
        for path, seen in looks.items():
            if seen == before.get(path) and seen.digest not in self._handed:
                self._handed[seen.digest] = None
                self.found.emit(path)

    def _tell_reached(self, *, is_reached: bool) -> None:
        if is_reached is not self._is_reached:
            self._is_reached = is_reached
            self.reached.emit(is_reached)


def _beside(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="folder", daemon=True).start()


def _looks(glance: _Glance) -> dict[str, Look]:
    """The files of a folder that may be exports, the oldest first, so that of two the later one is told last."""
    files = sorted(_files(glance.folder))[-MAX_FILES:]
    looks: dict[str, Look] = {}
    for left, (mtime_ns, path, size) in zip(range(len(files), 0, -1), files, strict=True):
        if glance.stopped.is_set():
            break
        before = glance.before.get(path)
        age = glance.now - mtime_ns / 1e9
        if before is None and age > MAX_AGE:
            continue
        is_known = before is not None and (before.size, before.mtime_ns) == (size, mtime_ns)
        is_read_again = left <= _LAST and not glance.number % _AGAIN
        if before is not None and is_known and before.is_sure and not is_read_again:
            looks[path] = before
            continue
        with suppress(OSError):  # still locked by whoever writes it
            digest = _digest(path)
            looks[path] = Look(size, mtime_ns, digest, is_known and abs(age) > _RACY)
    return looks


def _files(folder: str) -> Iterator[tuple[int, str, int]]:
    """Time, path and size of the files that may be exports."""
    with os.scandir(folder) as listing:
        for entry in listing:
            if entry.name.lower().endswith(ENDINGS) and not _MARKS.search(entry.name):
                with suppress(OSError):  # it went away meanwhile
                    status = entry.stat()
                    if stat.S_ISREG(status.st_mode) and 0 < status.st_size <= MAX_FILE_BYTES:
                        yield status.st_mtime_ns, entry.path, status.st_size


def _digest(path: str) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with Path(path).open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
