"""The order in which Tab walks a form whose rows come and go.

The rule: Tab goes as the eye does, down the layouts, whatever was made first.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget


def order_tabs(window: QWidget) -> None:
    """Let Tab walk everything in a window in the order in which it is laid out."""
    for before, after in pairwise(stops(window)):
        QWidget.setTabOrder(before, after)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard inside a widget, in its order."""
    can_be = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or _is_one_of_several(widget)
    is_stop = can_be and widget.focusProxy() is None
    layout = widget.layout()
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from stops(widget.widget())
    elif layout is not None:
        if is_stop:
            yield widget
        yield from _below(layout)
    elif is_stop:
        yield widget


def _is_one_of_several(widget: QWidget) -> bool:
    """A chip beside others: Tab comes to the one that is on, and that may be another one soon."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


def _below(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inside, widget = item.layout(), item.widget()
        if inside is not None:
            yield from _below(inside)
        elif widget is not None:
            yield from stops(widget)
