"""For which moment a price is asked: now, or a phase that is still to begin.

The rule: what is chosen stays chosen while it is still to come; once it has begun, now is meant.
"""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from app.core.prices.pricing import Coming
from app.services.sheet.offers import Offers
from app.ui.sheet_dialogs import calculator_words as words


class MomentBox(QComboBox):
    """A list that opens: now, and the beginning of each phase in which one will buy."""

    def __init__(
        self,
        offers: Offers,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
    ) -> None:
        super().__init__()
        self._offers, self._now, self._zone = offers, now, zone
        self._coming: tuple[Coming, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def at(self) -> datetime | None:
        """The moment that is chosen; None for now."""
        chosen = self.chosen()
        return chosen.phase.starts_at if chosen else None

    def chosen(self) -> Coming | None:
        """The phase that is chosen; None for now."""
        place = self.currentIndex() - 1
        return self._coming[place] if 0 <= place < len(self._coming) else None

    def refresh(self) -> None:
        """Offer what is still to come, in the words of now; nobody is told of it."""
        chosen, self._coming = self.chosen(), self._offers.coming()
        keys = [_key(each) for each in self._coming]
        was_blocked = self.blockSignals(True)
        self.clear()
        self.addItems([words.now(), *(words.phase(each, self._now(), self._zone()) for each in self._coming)])
        self.setCurrentIndex(keys.index(_key(chosen)) + 1 if chosen and _key(chosen) in keys else 0)
        self.blockSignals(was_blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the window: who scrolls must not change the moment in passing."""
        event.ignore()


def _key(coming: Coming) -> tuple[str, str]:
    return (coming.activity.id, coming.phase.id)
