"""The hint over an own version of what a pack says, in the editor of it: both texts, and one key for each of them.

The rule: nothing is lost by looking; the pack's words only fill the fields, and are kept when the editor saves.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.packs.differences import changes
from app.core.packs.overlays import Overlay, as_original
from app.core.packs.pack import Difference, Fate, name_of, noun_of
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import Entry
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs import change_words
from app.ui.pack_dialogs.difference_text import DifferenceText
from app.ui.packs.desk import OwnDesk
from app.ui.packs.news_parts import KEEP, TAKE
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, kind
from app.ui.words import translate

_LINES = 4
_A_LINE = 36
"""About so many characters stand in one."""


class OwnHint(QFrame):
    """`filled` carries the thing as its pack says it; `changed` what was changed, when the hint was answered."""

    filled = Signal(object)
    changed = Signal(object)

    def __init__(self, look: Look, desk: OwnDesk, thing: Phrase | Entry, own: Overlay) -> None:
        super().__init__()
        self._desk, self._thing, self._own = desk, thing, own
        self._has_moved = desk.moved(thing.id) is not None
        self.setProperty(*kind("card"))
        self.said, self.trouble = label(), label("error")
        self.difference = DifferenceText(look)
        self.difference.setProperty(*kind("preview"))
        self.take, self.keep = button("link"), button("link")
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, INSIDE, BETWEEN, GRID)
        column.setSpacing(GRID)
        for widget in (self.said, self.difference, self.trouble):
            column.addWidget(widget)
        column.addLayout(row(self.take, self.keep))
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self._keep)
        for each, key in ((self.take, TAKE), (self.keep, KEEP)):
            QShortcut(QKeySequence(key), each, each.click)  # a button's own key is lost with every new text
        self._show()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def _show(self) -> None:
        told = changes(self._own.own, self._own.original, self._desk.zone(), self._desk.sheet())
        thing = self._own.original
        self.difference.show_difference(Difference(thing.id, noun_of(thing), name_of(thing), Fate.CHANGED, told))
        lines = 1 + sum(1 + sum(map(len, change_words.values(each))) // _A_LINE for each in told)
        self.difference.setFixedHeight(min(lines, _LINES) * self.difference.fontMetrics().lineSpacing() + 3 * INSIDE)

    def _take(self) -> None:
        self.filled.emit(as_original(self._thing, self._own.original))

    def _keep(self) -> None:
        try:
            changed = self._desk.keep_own([self._thing.id])
        except NotStored as not_stored:
            self.trouble.setText(sentences.of_trouble(not_stored.trouble))
            self.trouble.show()
            return
        self._has_moved = False
        self._name()
        self.changed.emit(changed)

    def _name(self) -> None:
        moved = translate(
            "packs_agent", "This is your own version, and the pack has changed it since: yours → the pack's"
        )
        calm = translate("packs_agent", "This is your own version: yours → the pack's")
        self.said.setText(moved if self._has_moved else calm)
        self.difference.setAccessibleName(self.said.text())
        self.take.setText(translate("packs_agent", "Take the pack's"))
        self.keep.setText(translate("packs_agent", "Keep mine"))
        self.take.setToolTip(TAKE)
        self.keep.setToolTip(KEEP)
        self.keep.setVisible(self._has_moved)
        self.difference.draw()


def hint_of(look: Look, desk: OwnDesk, thing: Phrase | Entry) -> OwnHint | None:
    """The hint for a thing; None where it is as its pack says, or of no pack. Raises `NotStored`."""
    own = desk.overlay(thing.id)
    return OwnHint(look, desk, thing, own) if own else None
