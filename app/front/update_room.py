"""New versions of the program, behind the window: looked for, told once, and installed as the last thing of a quit.

The rule: nothing of it is imported before the first look is due or the window about it is opened.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from app.front.openings import Openings
from app.ports import Clock
from app.system.paths import Paths
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.saying import Saying
from app.ui.words import translate

if TYPE_CHECKING:
    from app.services.updates import Looked, Updates
    from app.system.updating import UpdateWatch
    from app.ui.updates.desk import UpdateDesk

FIRST_MS = 20_000
KEY = "updates"
_DEADLINE = 60.0
"""Seconds that a share may take to answer; the installer itself may take six times as long."""
Make = Callable[[Paths, Clock], "Updates"]
Begin = Callable[[Callable[[], None]], None]


class UpdateRoom(QObject):
    """Connects. `make` builds the service, `begin` runs a look beside the main thread; both are given by tests."""

    def __init__(
        self,
        window: MainWindow,
        openings: Openings,
        paths: Paths,
        clock: Clock,
        make: Make | None = None,
        begin: Begin | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._openings, self._paths, self._clock = window, openings, paths, clock
        self._make, self._begin = make or _updates, begin or _beside
        self._updates: Updates | None = None
        self._watch: UpdateWatch | None = None
        self._comes_back = False
        window.updates_wanted.connect(self.show)

    def start(self) -> None:
        """The program stands: look for new versions after a while."""
        QTimer.singleShot(FIRST_MS, self, self.look)

    def look(self) -> None:
        """Tell what lies ready since the last time, and begin to look."""
        from app.core.updates.update import Stage

        updates, watch = self._open()
        if not updates.can_look():
            return
        if updates.standing.stage in (Stage.READY, Stage.FAILED):
            self._tell()
        watch.begin()

    def show(self) -> None:
        """Open the window about new versions."""
        from app.ui.updates.dialog import UpdateDialog

        self._open()
        self._openings.show(KEY, lambda: UpdateDialog(self._desk()))

    def close(self) -> None:
        """The program ends: look no more."""
        if self._watch:
            self._watch.close()

    def install(self) -> None:
        """The very last thing of a quit: start the installer of what the user agreed to."""
        if self._updates is None and self._paths.updates.exists():
            self._open()
        if self._updates:
            self._updates.install(then_start=self._comes_back)

    def _open(self) -> "tuple[Updates, UpdateWatch]":
        if self._updates is None or self._watch is None:
            from app.system.updating import UpdateWatch

            self._updates = updates = self._make(self._paths, self._clock)
            self._watch = UpdateWatch(lambda is_asked: updates.look(is_asked=is_asked), self._begin, self)
            self._watch.arrived.connect(self._hear)
        return self._updates, self._watch

    def _hear(self, looked: "Looked") -> None:
        updates, _ = self._open()
        if updates.take(looked):
            self._tell()
        dialog = self._openings.get(KEY)
        if dialog is not None:
            dialog.refresh()  # type: ignore[attr-defined] # nothing else is opened by this key

    def _tell(self) -> None:
        from app.ui.updates import words

        said = words.of_news(self._open()[0].standing)
        action = translate("updates", "What it brings")
        self._window.hear(Saying(said, Tone.INFO, action, self.show, is_patient=True))

    def _desk(self) -> "UpdateDesk":
        from app.ui.updates.desk import UpdateDesk

        updates, watch = self._open()
        folder = QUrl.fromLocalFile(str(self._paths.updates))
        return UpdateDesk(
            standing=lambda: updates.standing,
            look=watch.look,
            agree=updates.agree,
            take_back=updates.take_back,
            skip=updates.skip,
            turn=updates.turn,
            quit_and_install=self._quit,
            show_file=partial(QDesktopServices.openUrl, folder),
            can_install=updates.can_install(),
        )

    def _quit(self) -> None:
        self._comes_back = True
        self._window.quit_wanted.emit()


def _updates(paths: Paths, clock: Clock) -> "Updates":
    from app.services.updates import Updates
    from app.system.shares.opening import open_share
    from app.system.updating import UpdateFiles, installed_version, this_policy, this_system

    opened = partial(open_share, deadline=_DEADLINE)
    return Updates(installed_version(), this_system(), this_policy(), UpdateFiles(paths.updates), opened, clock)


def _beside(work: Callable[[], None]) -> None:
    def do() -> None:
        with suppress(RuntimeError):  # the program ended in this very moment
            work()

    threading.Thread(target=do, name="updates", daemon=True).start()
