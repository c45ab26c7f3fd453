"""What is being written in open windows: written down every few seconds, and brought back after the program ended.

The rule: nothing that was written is lost, whether the program was quit, was ended by an installer or lost its power.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.front.openings import Openings
from app.system.draft_file import DraftFile
from app.ui.dialogs.drafts import Drafts, FormDrafts

STOW_MS = 5_000
PHRASES, SHEET, ORDERS = "phrases", "sheet", "orders"


class Unfinished(QObject):
    """The drafts of all doors, and the file in which they outlive the program."""

    def __init__(self, file: DraftFile, openings: Openings, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._openings = openings
        self.phrases, self.sheet, self.orders = Drafts(), FormDrafts(), FormDrafts()
        self._by_kind = {PHRASES: self.phrases, SHEET: self.sheet, ORDERS: self.orders}
        self._written = self._bring_back()
        self._timer = QTimer(self, interval=STOW_MS)
        self._timer.timeout.connect(self.stow)
        openings.changed.connect(self._follow)

    def kept(self) -> list[tuple[str, str]]:
        """The kind and the key of each draft."""
        return [(kind, key) for kind, drafts in self._by_kind.items() for key in drafts.all]

    def pictures(self) -> frozenset[str]:
        """The picture files that the drafts need."""
        return self._file.pictures()

    def stow(self) -> None:
        """Write down what stands in the open windows; without anything new nothing is written."""
        for dialog in self._openings.all():
            stow: Callable[[], object] = getattr(dialog, "stow", lambda: None)
            stow()
        now = {kind: drafts.all for kind, drafts in self._by_kind.items()}
        if now != self._written and self._file.keep(now):
            self._written = now

    def close(self) -> None:
        """The program ends: write down the last of it."""
        self._timer.stop()
        self.stow()

    def _follow(self) -> None:
        """Something was opened or closed: only while a window is open is there anything to write down."""
        if self._openings.all():
            self._timer.start()
        else:
            self._timer.stop()
            self.stow()

    def _bring_back(self) -> Mapping[str, Mapping[str, Any]]:
        found = self._file.read()
        for kind, drafts in self._by_kind.items():
            drafts.bring_back(found.get(kind, {}))
        return {kind: drafts.all for kind, drafts in self._by_kind.items()}
