"""What can be done with the countdown that is stood on, as buttons under the list; each shows its key.

The rule: what cannot be done with this one is not there; where there is no room for all, keycaps of the digits give
way, then the last buttons are left to their keys. That digits want Alt is said once, before the first of them.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.key_button import ENTER, KeyButton
from app.ui.theme import Look, kind
from app.ui.timers.timer_model import Row
from app.ui.words import Speaking


class TimerDeeds(Speaking, QWidget):
    """The buttons; the deeds are handed in."""

    def __init__(
        self,
        look: Look,
        act: Callable[[], object],
        finish: Callable[[], object],
        snooze: Callable[[int], object],
        paste: Callable[[], object],
    ) -> None:
        super().__init__()
        self._offered: tuple[KeyButton, ...] = ()
        self.done, self.activity = KeyButton(look, "check"), KeyButton(look, "activities")
        self.paste = KeyButton(look, "paste")
        self.later = {minutes: KeyButton(look) for minutes in (3, 5, 10)}
        self.held = QLabel("Alt+ ")
        self.held.setProperty(*kind("held"))
        self._lay_out()
        self.done.clicked.connect(finish)
        self.activity.clicked.connect(act)
        self.paste.clicked.connect(paste)
        for minutes, button in self.later.items():
            button.clicked.connect(lambda _=False, minutes=minutes: snooze(minutes))
        self.retranslate()
        self.show_for(None)

    @property
    def stops(self) -> tuple[KeyButton, ...]:
        """What the Tab key comes to, in order."""
        return (self.done, *self.later.values(), self.activity, self.paste)

    def show_for(self, row: Row | None) -> None:
        """Offer what can be done with a row."""
        is_own = row is not None and row.is_own
        is_phase = row is not None and bool(row.countdown.activity_id)
        own = (self.done, *self.later.values()) if is_own else ()
        self._offered = (*own, *((self.activity, self.paste) if is_phase else ()))
        self._fit()
        self.setVisible(bool(self._offered))

    def minimumSizeHint(self) -> QSize:
        """No list is made wider for the buttons under it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.done.say(self.tr("Done"), ENTER)
        self.done.setToolTip(self.tr("Done: gone from the list (Enter or Del)"))
        for minutes, key in ((3, "3"), (5, "5"), (10, "0")):
            button = self.later[minutes]
            button.say(self.tr("+{count} min").replace("{count}", str(minutes)), key)
            told = self.tr("Tell me again in {count} minutes (Alt+{key})")
            button.setToolTip(told.replace("{count}", str(minutes)).replace("{key}", key))
            button.setAccessibleName(button.toolTip())
        self.activity.say(self.tr("Open activity"), ENTER)
        self.activity.setToolTip(self.tr("Show this activity (Enter)"))
        self.paste.say(self.tr("Paste time left"))
        self.paste.setToolTip(self.tr("Tell the buyer how long is left (Ctrl+Enter)"))
        for button in (self.done, self.activity, self.paste):
            button.setAccessibleName(button.toolTip())
        self._fit()

    def _fit(self) -> None:
        for button in self.later.values():
            button.shorten(is_short=False)
        self.held.ensurePolished()
        is_later = self.later[3] in self._offered
        wanted = sum(button.sizeHint().width() for button in self._offered) + self.held.sizeHint().width() * is_later
        for button in self.later.values():
            button.shorten(is_short=wanted > self.width())
        self.held.setVisible(is_later and wanted <= self.width())
        room = self.width() - (self.held.sizeHint().width() if not self.held.isHidden() else 0)
        for button in self.stops:
            button.ensurePolished()
            room -= button.sizeHint().width() if button in self._offered else 0
            button.setVisible(button in self._offered and room >= 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.done, *self.later.values(), self.activity, self.paste):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.insertWidget(1, self.held)
        row.addStretch()
