"""The door to the settings, and to single sections of them.

The rule: the dialog is imported when it is opened first, and there is one at most.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Kind
from app.front import asked
from app.front.counter import Counter
from app.front.desk import Desk
from app.front.openings import Openings
from app.front.orders.asked import by_order_settings
from app.front.packs.room import PackRoom
from app.ports import Sounds
from app.system.paths import Paths
from app.ui.main_window import MainWindow
from app.ui.theme import Look

if TYPE_CHECKING:
    from app.ui.settings_dialog.dialog import SettingsDialog
    from app.ui.settings_dialog.sections import Section


class SettingsDoor(QObject):
    """Opens them. `changed` tells what was changed there, `forgotten` that all that was known of buyers is gone,
    `kinds_wanted` asks for the kinds of orders.
    """

    changed = Signal(object)
    forgotten = Signal()
    kinds_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        look: Look,
        desk: Desk,
        counter: Counter,
        paths: Paths,
        openings: Openings,
        sounds: Sounds,
        packs: PackRoom,
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._desk, self._counter = window, look, desk, counter
        self._paths, self._openings, self._sounds, self._packs = paths, openings, sounds, packs

    def open(self) -> None:
        """Open them; hotkeys that another program holds want to be looked at first."""
        from app.ui.settings_dialog.sections import Section

        dialog = self._shown()
        if self._counter.chords.shortcuts.taken:
            dialog.show_section(Section.HOTKEYS)

    def open_orders(self) -> None:
        """Open them where those of the orders are."""
        from app.ui.settings_dialog.sections import Section

        self._open_at(Section.ORDERS)

    def open_sources(self) -> None:
        """Open them where the sources of packs are."""
        from app.ui.settings_dialog.sections import Section

        self._open_at(Section.SOURCES)

    def _open_at(self, section: "Section") -> None:
        dialog = self._shown()
        dialog.show_section(section)
        dialog.page(section).begin()

    def _shown(self) -> "SettingsDialog":
        dialog = self._openings.show("settings", self._make)
        dialog.refresh()
        return dialog

    def _make(self) -> "SettingsDialog":
        from app.ui.settings_dialog.dialog import SettingsDialog

        own = asked.by_settings(self._desk, self._counter, self._paths, self._sounds)
        dialog = SettingsDialog(self._look, own, by_order_settings(self._desk), self._packs.sources())
        self._packs.stirred.connect(dialog.refresh_sources)
        dialog.kinds_wanted.connect(self.kinds_wanted)
        dialog.changed.connect(self.changed)
        dialog.forgotten.connect(self.forgotten)
        dialog.restored.connect(lambda: self.changed.emit(frozenset(Kind)))
        dialog.chat_wanted.connect(self._window.chat_wanted)
        dialog.recording.connect(self._counter.chords.record)
        return dialog
