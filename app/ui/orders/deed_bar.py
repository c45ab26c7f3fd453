"""What can be done with the row that is stood on, as buttons under the list; each shows its key.

The rule: where there is no room for all, drawings give way, then the last ones are only in the menu. That letters want
Alt is said once, before the first of them, for there is no room to say it of each.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.key_button import KeyButton
from app.ui.theme import GRID, Look, kind
from app.ui.words import Speaking, translate

OF_QUEUE = ("urge", "paid", "snooze", "closed", "give_up")
OF_PAID = ("help", "change", "reopen", "note", "copy", "history")
OF_LOST = ("reopen", "note", "copy", "history")
OF_PROMISES = ("answer", "keep", "put_off")
_DRAWINGS = {
    "urge": "send",
    "paid": "check",
    "snooze": "later",
    "closed": "refused",
    "give_up": "minus",
    "help": "paste",
    "copy": "copy",
    "change": "swap",
    "note": "note",
    "history": "timers",
    "reopen": "restore",
    "answer": "paste",
    "keep": "check",
    "put_off": "later",
}


_ALT = "Alt+"


class DeedBar(Speaking, QWidget):
    """The buttons; the deeds are handed in by name, with their keys."""

    def __init__(
        self,
        look: Look,
        names: Sequence[str],
        keys: Mapping[str, str],
        deeds: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__()
        self._keys = keys
        self._offered = tuple(names)
        self._buttons = {name: KeyButton(look, _DRAWINGS[name]) for name in names}
        self.held = QLabel(f"{_ALT} ")
        self.held.setProperty(*kind("held"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has a key of its own
            button.clicked.connect(lambda _=False, name=name: deeds[name]())
            row.addWidget(button)
        row.insertWidget(sum(keys[name] == "Return" for name in names), self.held)
        row.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        words = _words()
        for name, button in self._buttons.items():
            key = self._keys[name]
            button.say(words[name], key.removeprefix(_ALT) if "Ctrl+" not in key else "")
            button.setToolTip(f"{words[name]} ({key.replace('Return', 'Enter')})")
            button.setAccessibleName(button.toolTip())
        self._fit()

    def offer(self, names: Sequence[str]) -> None:
        """Only these can be done with the row that is stood on."""
        self._offered = tuple(names)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Buttons give way, the column does not."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters = [name for name in self._offered if self._keys[name].startswith(_ALT)]
        self.held.ensurePolished()
        left = self.width() - GRID - (self.held.sizeHint().width() if letters else 0)
        self._shed_drawings(letters, left)
        for name, button in self._buttons.items():
            if name not in self._offered:
                button.hide()
                continue
            left -= button.sizeHint().width()
            button.setVisible(left >= 0)
        self.held.setVisible(any(not self._buttons[name].isHidden() for name in letters))

    def _shed_drawings(self, letters: Sequence[str], room: int) -> None:
        """Where there is no room for all, words and keys say it better."""
        buttons = [self._buttons[name] for name in self._offered]
        for button in buttons:
            button.ensurePolished()
            button.bare(is_bare=False)
        is_tight = sum(button.sizeHint().width() for button in buttons) > room
        for name in letters:
            self._buttons[name].bare(is_tight)


def _words() -> Mapping[str, str]:
    return {
        "urge": translate("orders", "Urge"),
        "paid": translate("orders", "Has paid"),
        "snooze": translate("orders", "Later"),
        "closed": translate("orders", "Close"),
        "give_up": translate("orders", "Give up"),
        "help": translate("orders", "Paste phrase"),
        "copy": translate("orders", "Copy name"),
        "change": translate("orders", "Change"),
        "note": translate("orders", "Note"),
        "history": translate("orders", "History"),
        "reopen": translate("orders", "Open again"),
        "answer": translate("orders", "Answer"),
        "keep": translate("orders", "Done"),
        "put_off": translate("orders", "Later"),
    }
