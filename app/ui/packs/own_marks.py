"""Which phrases in sight are own versions of what a pack says, for the drawing in their rows and their menu.

The rule: painting asks nobody. What is not known yet is asked a moment later for all rows at once, and painted then.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.storage import NotStored
from app.ui.packs.desk import OwnDesk
from app.ui.row_menu import Menus
from app.ui.theme import Look
from app.ui.words import translate

OWN, MOVED = "edit", "swap"
"""The drawings: an own version, and one whose pack has changed since too."""
ASK_MS = 60


class OwnMarks(QObject):
    """`found`: something is known now that was not. `reset_wanted` carries ids, `compare_wanted` nothing."""

    found = Signal()
    reset_wanted = Signal(list)
    compare_wanted = Signal()

    def __init__(self, look: Look, desk: OwnDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._menus = Menus(look)
        self._known: dict[str, tuple[Phrase, str]] = {}
        self._asked: dict[str, Phrase] = {}
        self._timer = QTimer(self, singleShot=True, interval=ASK_MS)
        self._timer.timeout.connect(self.ask)

    def mark(self, phrase: Phrase) -> str:
        """The drawing of a phrase's row; nothing where it is the pack's, of no pack, or not known yet."""
        if phrase.source == PERSONAL:
            return ""
        known = self._known.get(phrase.id)
        if known and known[0] is phrase:
            return known[1]
        self._asked[phrase.id] = phrase
        if not self._timer.isActive():
            self._timer.start()
        return known[1] if known else ""

    def ask(self) -> None:
        """Find out what painting wanted to know."""
        asked, self._asked = self._asked, {}
        try:
            own = set(self._desk.own(list(asked.values())))
        except NotStored:
            return  # the rows stay without a mark; whatever failed is said where it matters
        before = {key: mark for key, (_phrase, mark) in self._known.items() if key in asked}
        for key, phrase in asked.items():
            mark = "" if key not in own else MOVED if self._desk.moved(key) else OWN
            self._known[key] = (phrase, mark)
        if any(self._known[key][1] != before.get(key, "") for key in asked):
            self.found.emit()

    def forget(self) -> None:
        """A pack came, or something was put back."""
        self._known.clear()
        self.found.emit()

    def add_to_menu(self, menu: QMenu, phrases: Sequence[Phrase]) -> None:
        """Put into the menu of some phrases what can be done with own versions among them."""
        own = [phrase.id for phrase in phrases if self.mark(phrase)]
        if not own:
            return
        menu.addSeparator()
        if any(self.mark(phrase) == MOVED for phrase in phrases):
            self._add(menu, translate("row_menu", "Compare with the pack's new one"), MOVED, self.compare_wanted.emit)
        self._add(menu, translate("row_menu", "Back to the pack's words"), "undo", lambda: self.reset_wanted.emit(own))

    def _add(self, menu: QMenu, text: str, drawing: str, act: Callable[[], object]) -> None:
        self._menus.add(menu, text, drawing, act)
