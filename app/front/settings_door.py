"""The door to the settings, and to single sections of them.

The rule: the dialog is imported when it is opened first, and there is one at most.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.core.changes import Kind
from app.front import asked
from app.front.door import Door, Hall
from app.front.orders.asked import by_order_settings
from app.front.packs.room import PackRoom

if TYPE_CHECKING:
    from app.ui.settings_dialog.dialog import SettingsDialog
    from app.ui.settings_dialog.sections import Section


class SettingsDoor(Door):
    """Opens them. `forgotten`: all that was known of buyers is gone; `kinds_wanted` asks for the kinds of orders."""

    forgotten = Signal()
    kinds_wanted = Signal()

    def __init__(self, hall: Hall, packs: PackRoom) -> None:
        super().__init__(hall)
        self._packs = packs

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

        own = asked.by_settings(self._desk, self._counter, self._hall.paths, self._hall.sounds)
        dialog = SettingsDialog(self._look, own, by_order_settings(self._desk), self._packs.sources())
        self._packs.stirred.connect(dialog.refresh_sources)
        dialog.kinds_wanted.connect(self.kinds_wanted)
        dialog.changed.connect(self.changed)
        dialog.forgotten.connect(self.forgotten)
        dialog.restored.connect(lambda: self.changed.emit(frozenset(Kind)))
        dialog.chat_wanted.connect(self._window.chat_wanted)
        dialog.recording.connect(self._counter.chords.record)
        return dialog
