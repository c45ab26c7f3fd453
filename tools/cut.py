"""Finds texts that are cut off, in the widgets that a picture is taken of.

The rule: what is elided with a tooltip is meant to be; everything else has room for its whole text.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QToolButton, QWidget

_SLACK = 2


def cut_texts(widget: QWidget) -> Iterator[str]:
    """The texts in a widget that do not fit, each with the class of what shows it."""
    for part in widget.findChildren(QWidget):
        text = _text(part)
        if text and part.isVisible() and _is_cut(part, text) and text not in part.toolTip():
            yield f"{type(part).__name__}: {text}"


def _text(part: QWidget) -> str:
    if isinstance(part, QLabel):
        return part.text()
    return part.text() if isinstance(part, QPushButton | QToolButton | QCheckBox | QRadioButton) else ""


def _is_cut(part: QWidget, text: str) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() + _SLACK < part.heightForWidth(part.width())
    if isinstance(part, QAbstractButton) and part.width() + _SLACK < part.sizeHint().width():
        return part.width() < part.fontMetrics().horizontalAdvance(text) + _SLACK
    widest = max(part.fontMetrics().horizontalAdvance(line) for line in text.splitlines() or [""])
    return isinstance(part, QLabel) and part.contentsRect().width() + _SLACK < widest
