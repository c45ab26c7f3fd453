"""The watched folder of the platform's exports: what is new in it is taken over by itself, each export once.

The rule: an export is read beside the main thread and taken over in one transaction, with a way back; what is no export
of orders is left alone without a word.
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.core.orders.incoming.intake import OrderPlan
from app.core.storage import NotStored
from app.front.desk import Desk
from app.services.orders.importing import OrdersImported
from app.system.watched_folder import WatchedFolder
from app.ui import sentences
from app.ui.main_window import MainWindow
from app.ui.order_dialogs import order_import_words
from app.ui.palette import Tone
from app.ui.words import translate
from app.ui.worker import Worker

_log = logging.getLogger(__name__)
MARK = "export:"
"""Begins the marks of exports that were taken over, among those of what was told; they go with them after some days."""


class OrderFolder(QObject):
    """Watches as the settings want it. `changed` tells that an export brought something."""

    changed = Signal(object)

    def __init__(self, window: MainWindow, desk: Desk, show: Callable[[list[Path]], None]) -> None:
        """`show` opens an export in the window of the import."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._show = show
        self._watched: WatchedFolder | None = None
        self._waiting: list[str] = []
        self._known: frozenset[str] = frozenset()
        self._worker = Worker(self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(self._broke)

    def watch(self) -> None:
        """Begin, now that what is taken over can be stored."""
        self._known = frozenset(each.removeprefix(MARK) for each in self._marks() if each.startswith(MARK))
        self._watched = watched = WatchedFolder(self._desk.clock, self._known, parent=self)
        watched.found.connect(self._found)
        watched.reached.connect(self._tell_reached)
        self._follow()

    def show_changes(self, kinds: Changed) -> None:
        """Another folder may be wanted."""
        if Kind.SETTINGS in kinds:
            self._follow()

    def look(self) -> None:
        """Look now."""
        if self._watched:
            self._watched.look()

    def close(self) -> None:
        """Look no more."""
        self._worker.stop()
        if self._watched:
            self._watched.close()

    def _follow(self) -> None:
        folder = self._desk.preferences.current.order_folder
        if self._watched and self._watched.folder != folder:
            self._watched.watch(folder)

    def _marks(self) -> list[str]:
        try:
            return list(self._desk.stores.countdowns.told())
        except NotStored:
            return []

    def _found(self, path: str) -> None:
        self._waiting.append(path)
        self._read_next()

    def _read_next(self) -> None:
        if self._waiting and not self._worker.is_working:
            importing = self._desk.office.importing
            path, known = self._waiting.pop(0), importing.known()
            self._worker.start(lambda watch: importing.plan(path, watch, known))

    def _take(self, plan: OrderPlan) -> None:
        try:
            if plan.reading.is_export:
                self._say(self._desk.office.importing.apply(plan))
            self._keep_marks()
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
        self._read_next()

    def _say(self, imported: OrdersImported) -> None:
        """What it brought, with the way back; where rows were refused, too, and with them one step away."""
        plan = imported.plan
        if not (imported.changed or plan.has_failed):
            return
        self.changed.emit(imported.changed)
        name = Path(plan.file).name
        said = f"{name}: {order_import_words.sums(plan, is_done=bool(imported.changed))}"
        if plan.has_failed:
            show = partial(self._show, [Path(plan.file)])
            self._window.show_notice(said, Tone.SOON, translate("order_folder", "Show the rows"), show)
        else:
            undo: Callable[[], None] = partial(self._undo, imported)
            self._window.show_notice(said, Tone.OK, translate("order_folder", "Undo"), undo)

    def _undo(self, imported: OrdersImported) -> None:
        try:
            self.changed.emit(self._desk.office.importing.undo(imported))
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)

    def _keep_marks(self) -> None:
        new = [digest for digest in (self._watched.handed if self._watched else ()) if digest not in self._known]
        if new:
            self._desk.stores.countdowns.mark([MARK + digest for digest in new], self._desk.shop_time.now())
            self._known |= set(new)

    def _broke(self, error: str) -> None:
        _log.error("An export of the watched folder could not be read: %s", error)
        self._read_next()

    def _tell_reached(self, is_reached: bool) -> None:
        if is_reached:
            said = translate("order_folder", "The folder of exports can be reached again.")
        else:
            said = translate("order_folder", "The folder of exports cannot be reached; orders stay as they are.")
        self._window.show_notice(said, Tone.OK if is_reached else Tone.SOON)
