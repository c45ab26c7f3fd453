"""The order in which Tab walks a form whose rows come and go.

The rule: Tab goes as the eye does, down the layouts, whatever was made first, and from the last stop to the first.

Qt's own ring of widgets will not do: on its way from the last stop to the first it gives the keyboard to every widget
that has a focus proxy, so that Tab never comes to the top again.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def neighbour(window: QWidget, by: int) -> QWidget | None:
    """The stop that Tab (1) or Shift+Tab (-1) goes to; None where the keyboard is in none."""
    found = [each for each in stops(window) if each.isVisible() and each.isEnabled()]
    focus = window.focusWidget()
    return found[(found.index(focus) + by) % len(found)] if focus in found else None


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard inside a widget, in its order."""
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    layout = widget.layout()
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from stops(widget.widget())
    elif layout is not None:
        if is_stop:
            yield widget
        yield from _below(layout)
    elif is_stop:
        yield widget


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
