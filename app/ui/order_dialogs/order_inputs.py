"""Inputs that the windows of the queue have beside those of the cheat-sheet.

The rule: what cannot be read is told in one word and never guessed.
"""

from collections.abc import Callable, Sequence
from datetime import time, timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from app.core.clockwork.moments import half_width
from app.ui.order_dialogs.lengths import BadLength, read_length, written_length
from app.ui.sheet_dialogs.entry_inputs import Line, Picked, text_line
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.words import is_chinese

_V = TypeVar("_V")
Codes = Callable[[], Sequence[tuple[str, str]]]
"""Gives the short codes of phrases, each with the phrase's title."""


class Chips(Picked[_V], Generic[_V]):
    """One of a few chips; a value that none of them has is passed over, and the one that is on stays."""

    def pick(self, value: _V) -> None:
        """Turn a chip on."""
        if value in self._values:
            super().pick(value)


def length_line() -> Line[timedelta | None]:
    """A length of time."""
    return Line(_length, lambda length: written_length(length, is_chinese=is_chinese()))


def clock_line(*, is_end: bool = False) -> Line[time | None]:
    """A time of day; a midnight at the end of something is 24:00."""
    return Line(_clock, lambda at: "24:00" if is_end and at == time() else _written(at))


def code_line(codes: Codes) -> Line[str]:
    """A short code, completed from those that phrases have; the list tells their titles."""
    made = text_line()
    made.setMaxLength(40)
    model = QStandardItemModel(made)
    for code, title in codes():
        item = QStandardItem(f"{code}   {title}")
        item.setData(code, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    completer = QCompleter(model, made)
    completer.setCompletionRole(Qt.ItemDataRole.UserRole)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(8)
    made.setCompleter(completer)
    return made


def _length(text: str) -> timedelta | None:
    try:
        return read_length(text)
    except BadLength as bad:
        raise Unread(bad.rule) from bad


def _written(at: time | None) -> str:
    return "" if at is None else f"{at.hour}:{at.minute:02}"


def _clock(text: str) -> time | None:
    typed = half_width(text).strip()
    if not typed:
        return None
    hour, colon, minute = typed.partition(":")
    is_number = hour.isascii() and hour.isdigit() and (not colon or (minute.isascii() and minute.isdigit()))
    if not is_number:
        raise Unread("not_a_clock")
    hours, minutes = int(hour), int(minute or 0)
    if (hours, minutes) == (24, 0):
        return time()
    if hours > 23 or minutes > 59:
        raise Unread("not_a_clock")
    return time(hours, minutes)
