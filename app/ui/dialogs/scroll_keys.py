"""The keys that move through a window that is only read.

The rule: whatever button has the keyboard, the page moves; what only a mouse can scroll is half unread.
"""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QScrollArea

from app.ui.dialogs.form import Form

_Step = QAbstractSlider.SliderAction
_STEPS = {
    "PgDown": _Step.SliderPageStepAdd,
    "PgUp": _Step.SliderPageStepSub,
    "Down": _Step.SliderSingleStepAdd,
    "Up": _Step.SliderSingleStepSub,
    "Home": _Step.SliderToMinimum,
    "End": _Step.SliderToMaximum,
}


def scroll_by_keys(form: Form) -> None:
    """Let arrows, pages, Home and End move the form's page, wherever in it the keyboard is."""
    area = form.findChild(QScrollArea)
    if area is None:
        return
    bar = area.verticalScrollBar()
    for key, step in _STEPS.items():
        QShortcut(QKeySequence(key), form, partial(bar.triggerAction, step))
