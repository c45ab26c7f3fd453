"""A time zone chosen from all there are: the ones that shops use first, the rest found by typing a part of the name.

The rule: what is typed and is no zone is never taken; the box then says so and keeps it.
"""

import zoneinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from app.core.clockwork.moments import BadMoment, zone_of

COMMON = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "UTC",
)


class ZoneBox(QComboBox):
    """The box. `chosen` carries the name of a zone, `refused` what was typed and is none."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_full = False
        self._current = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(len(COMMON) + 4)
        self.addItems(list(COMMON))
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.textActivated.connect(self._take)
        line = self.lineEdit()
        assert line is not None  # it is editable
        line.editingFinished.connect(self.settle)

    def put(self, name: str) -> None:
        """Show a zone without telling."""
        self._current = name
        self.setEditText(name)

    def settle(self) -> None:
        """Take what is typed."""
        if self.currentText().strip() != self._current:
            self._take(self.currentText())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the names of all zones when they are first needed: it takes some hundredths of a second."""
        super().showEvent(event)
        if not self._is_full:
            self._is_full = True
            text = self.currentText()
            self.insertSeparator(len(COMMON))
            self.addItems(sorted(name for name in zoneinfo.available_timezones() - set(COMMON) if "/" in name))
            self.setEditText(text)

    def _take(self, text: str) -> None:
        name = text.strip().replace(" ", "_")
        known = next((self.itemText(at) for at in range(self.count()) if _same(self.itemText(at), name)), name)
        try:
            zone_of(known)
        except BadMoment:
            self.refused.emit(text)
            return
        self.put(known)
        self.chosen.emit(known)


def _same(one: str, other: str) -> bool:
    return bool(other) and one.casefold() == other.casefold()
