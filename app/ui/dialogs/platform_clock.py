"""The platform's clock as it is set here: it runs beside what is to be set, so that both can be compared by eye.

The rule: what is stored is how far the platform is ahead of the PC; the time shown is worked out from it every second.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.dialogs.form import button, dress, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.theme import GRID, TARGET
from app.ui.timers.ticker import Ticker

STEPS_MS = (-1000, -100, 100, 1000)
FARTHEST_MS = 24 * 3600 * 1000
"""A platform that is farther away is a mistyped one."""


class PlatformClock(QWidget):
    """The clock and its keys. `chosen` carries milliseconds, `refused` that what was typed is no such number."""

    chosen = Signal(int)
    refused = Signal()

    def __init__(self, now: Callable[[], datetime], zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._now, self._zone = now, zone
        self._offset_ms = 0
        self.face, self.seconds = label("big", wraps=False), QLineEdit()
        self.seconds.setFixedWidth(3 * TARGET)
        self.unit, self.zero = label("muted", wraps=False), button("link")
        self.keys = {step: button() for step in STEPS_MS}
        for step, key in self.keys.items():
            key.clicked.connect(lambda _=False, step=step: self._move(self._offset_ms + step))
        self.zero.clicked.connect(lambda: self._move(0))
        self.seconds.editingFinished.connect(self._typed)
        slower, faster = list(self.keys.values())[:2], list(self.keys.values())[2:]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row(self.face, self.zero))
        column.addLayout(row(*slower, self.seconds, self.unit, *faster))
        self.setFocusProxy(self.seconds)
        ticker = Ticker(self.shown_now, self)
        ticker.second.connect(self._show)
        ticker.watch(self.face)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def shown_now(self) -> datetime:
        """The platform's moment."""
        return self._now() + timedelta(milliseconds=self._offset_ms)

    def put(self, offset_ms: int) -> None:
        """Show an offset without telling."""
        self._offset_ms = offset_ms
        self.seconds.setText(said_seconds(offset_ms))
        self.zero.setVisible(bool(offset_ms))
        dress(self.seconds, "")
        self._show(self.shown_now())

    def _move(self, offset_ms: int) -> None:
        if abs(offset_ms) > FARTHEST_MS:
            self._refuse()
            return
        self.put(offset_ms)
        self.chosen.emit(offset_ms)

    def _typed(self) -> None:
        text = self.seconds.text().strip().replace("−", "-").replace("＋", "+").replace("，", ".").replace("。", ".")
        if text == said_seconds(self._offset_ms).replace("−", "-"):
            return
        number, is_number = QLocale.c().toDouble(text.removeprefix("+"))
        if not is_number or abs(number) * 1000 > FARTHEST_MS:
            self._refuse()
        else:
            self._move(round(number * 1000))

    def _refuse(self) -> None:
        dress(self.seconds, "wrong")
        self.refused.emit()

    def _show(self, now: datetime) -> None:
        self.face.setText(f"{now.astimezone(self._zone()):%H:%M:%S}")

    def _name(self) -> None:
        self.unit.setText(self.tr("s"))
        self.zero.setText(self.tr("As the PC"))
        self.seconds.setAccessibleName(self.tr("Seconds that the platform's clock is ahead"))
        self.face.setAccessibleName(self.tr("The platform's time now"))
        for step, key in self.keys.items():
            key.setText(said_seconds(step))
            key.setAccessibleName(self.tr("{seconds} seconds").replace("{seconds}", said_seconds(step)))


def said_seconds(offset_ms: int) -> str:
    """Seconds with their sign, as short as they are exact: `+1`, `−0.1`, `0`."""
    digits = f"{abs(offset_ms) / 1000:.3f}".rstrip("0").rstrip(".")
    return f"{'−' if offset_ms < 0 else '+' if offset_ms else ''}{digits}"
