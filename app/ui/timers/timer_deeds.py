"""What can be done with the countdown that is stood on, as buttons under the list; each shows its key.

The rule: what cannot be done with this one is not there.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.theme import GRID, Look, kind
from app.ui.timers.timer_model import Row


class TimerDeeds(QWidget):
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
        self._look = look
        self.done, self.activity, self.paste = QToolButton(), QToolButton(), QToolButton()
        self.later = {minutes: QToolButton() for minutes in (3, 5, 10)}
        self._lay_out()
        self.done.clicked.connect(finish)
        self.activity.clicked.connect(act)
        self.paste.clicked.connect(paste)
        for minutes, button in self.later.items():
            button.clicked.connect(lambda _=False, minutes=minutes: snooze(minutes))
        self.retranslate()
        self.show_for(None)

    @property
    def stops(self) -> tuple[QToolButton, ...]:
        """What the Tab key comes to, in order."""
        return (self.done, *self.later.values(), self.activity, self.paste)

    def show_for(self, row: Row | None) -> None:
        """Offer what can be done with a row."""
        is_own = row is not None and row.is_own
        is_phase = row is not None and bool(row.countdown.activity_id)
        for button in (self.done, *self.later.values()):
            button.setVisible(is_own)
        for button in (self.activity, self.paste):
            button.setVisible(is_phase)
        self.setVisible(is_own or is_phase)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.done.setText(self.tr("Done"))
        self.done.setToolTip(self.tr("Done: gone from the list (Enter or Del)"))
        for minutes, key in ((3, "3"), (5, "5"), (10, "0")):
            button = self.later[minutes]
            button.setText(self.tr("+{count} min").replace("{count}", str(minutes)))
            told = self.tr("Tell me again in {count} minutes (key {key})")
            button.setToolTip(told.replace("{count}", str(minutes)).replace("{key}", key))
            button.setAccessibleName(button.toolTip())
        self.activity.setText(self.tr("Open activity"))
        self.activity.setToolTip(self.tr("Show this activity (Enter)"))
        self.paste.setText(self.tr("Paste time left"))
        self.paste.setToolTip(self.tr("Tell the buyer how long is left (Ctrl+Enter)"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for button in (self.done, *self.later.values(), self.activity, self.paste):
            button.setProperty(*kind("chip"))
            button.setMinimumHeight(self._look.scale.target)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch()
        self._look.dress(self.done, "check")
        self._look.dress(self.activity, "activities")
        self._look.dress(self.paste, "paste")
