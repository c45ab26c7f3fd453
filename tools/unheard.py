"""Finds what those who cannot see a widget, or cannot hit a small one, would miss.

The rule: it is asked what a screen reader asks, so that a name which is set and not handed on counts as none.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

LEAST = 28
"""Pixels that can be hit with a shaking hand."""
_ROWS = 40
_COLUMNS = 12
_USED = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
_HIT = (QAbstractButton, QComboBox, QLineEdit)
_UNSPEAKABLE = re.compile(r"\{\{|<qt>|[○●✓✔▸▾⏎]")
"""Signs of a template or of a drawing, which are read out letter by letter or not at all."""


def unheard(widget: QWidget) -> Iterator[str]:
    """What is missing in a widget as it is shown, each with the class of what misses it."""
    if isinstance(widget, QDialog) and widget.isActiveWindow() and QApplication.focusWidget() is None:
        yield f"{type(widget).__name__}: nothing has the keyboard"
    for part in widget.findChildren(QWidget):
        if part.isVisible() and isinstance(part, _USED) and not isinstance(part, QHeaderView):
            yield from (f"{type(part).__name__} in {type(part.parentWidget()).__name__}: {lack}" for lack in _of(part))


def _of(part: QWidget) -> Iterator[str]:
    name = _name(part)
    if not name:
        yield f"no name ({part.objectName() or part.toolTip()})"
    elif _UNSPEAKABLE.search(name):
        yield f"a name that cannot be said: {name}"
    is_inside = isinstance(part.parentWidget(), (QLineEdit, QComboBox))  # as large as Qt makes it
    hit = QAccessible.queryAccessibleInterface(part).rect()  # of a check box what takes the click, not all that it has
    if isinstance(part, _HIT) and not is_inside and min(hit.width(), hit.height()) < LEAST:
        yield f"too small to be hit, {hit.width()}×{hit.height()}: {name}"
    if isinstance(part, QAbstractItemView):
        yield from _of_rows(part)


def _name(part: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(part)
    return found.text(QAccessible.Text.Name).strip() if found else ""


def _of_rows(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    for at in range(min(model.rowCount(root), _ROWS) if model else 0):
        words = _words(model.index(at, 0, root))
        if not words.strip():
            yield f"row {at} says nothing"
        elif _UNSPEAKABLE.search(words):
            yield f"row {at} cannot be said: {words}"


def _words(index: QModelIndex) -> str:
    cells = (index.siblingAtColumn(column) for column in range(_COLUMNS))
    asked = Qt.ItemDataRole.AccessibleTextRole
    return " ".join(str(cell.data(asked) or cell.data() or "") for cell in cells if cell.isValid())
