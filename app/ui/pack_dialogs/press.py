"""The press: one publishing or going back at a time, which can be stopped as long as nobody has seen anything of it.

The rule: the key that was opened is kept in memory as long as the window stands, and nowhere else.
"""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.imports.reading import Watch
from app.core.packs.lead_choices import LeadChoices
from app.services.packs.publishing import Signer
from app.ui.pack_dialogs import publish_tasks as tasks
from app.ui.pack_dialogs.publish_desk import PublishDesk
from app.ui.pack_dialogs.publish_words import Lack
from app.ui.worker import Worker


class Press(QObject):
    """`ended` emits what came of it: `Opened`, or what stood against it. `broke` the name of an error of our own."""

    ended = Signal(object)
    broke = Signal(str)
    progress = Signal(int, int)

    def __init__(self, desk: PublishDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._signer: Signer | None = None
        self._stop = threading.Event()
        self._worker = Worker(self)
        self._worker.done.connect(self._hear)
        self._worker.failed.connect(self.broke)
        self._worker.progress.connect(self.progress)

    @property
    def is_working(self) -> bool:
        """Whether something is being published."""
        return self._worker.is_working

    @property
    def is_open(self) -> bool:
        """Whether the key has been opened."""
        return self._signer is not None

    def take(self, signer: Signer | None) -> None:
        """Use a key that is open already; None forgets it."""
        self._signer = signer

    def publish(self, wanted: tasks.Wanted, password: str) -> None:
        """Publish a pack."""
        self._start(lambda watch: tasks.published(self._desk, wanted, self._signer, password, watch))

    def roll_back(self, choices: LeadChoices, back: tuple[str, int, str, int], password: str) -> None:
        """Publish again what an older number held."""
        self._start(lambda _watch: tasks.rolled_back(self._desk, choices, back, self._signer, password))

    def stop(self) -> None:
        """Stop if that is still possible; what came of it is told in any case."""
        self._stop.set()

    def _start(self, work: Callable[[Watch], tasks.Opened]) -> None:
        if self.is_working:
            return
        self._stop = stop = threading.Event()

        def task(watch: Watch) -> tasks.Opened | Lack:
            return tasks.answered(partial(work, Watch(watch.progress, stop.is_set)))

        self._worker.start(task)

    def _hear(self, value: object) -> None:
        if isinstance(value, tasks.Opened) and value.signer is not None:
            self._signer = value.signer
        self.ended.emit(value)
