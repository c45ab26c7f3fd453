"""The shape that all dialogs share: one column, labels above fields, the primary button at the right.

The rule: a refusal stands in words under the field that it is about, and the field is brought into sight.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.storage import NotStored
from app.ui import sentences
from app.ui.aloud import announce
from app.ui.dialogs.scrolling import scrolling
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.tab_order import neighbour
from app.ui.theme import BETWEEN, EDGE, GRID, INSIDE, Type, kind

_P = ParamSpec("_P")
_T = TypeVar("_T")


def label(text_kind: str = "", *, wraps: bool = True) -> QLabel:
    """A label that shows plain text only, because texts come from outside."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if text_kind:
        made.setProperty(*kind(text_kind))
    return made


class PushButton(QPushButton):
    """A button that Enter presses while it has the focus, and that Enter in a field does not press by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; one that is held down presses once, and not what comes into its place."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or held:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(look: str = "") -> PushButton:
    """A button in one of the looks of the style sheet."""
    made = PushButton()
    if look:
        made.setProperty(*kind(look))
    return made


def grown(widget: QWidget, length: int) -> int:
    """A length that fits normal text, for the text size that the user has set."""
    return round(length * max(1.0, widget.fontInfo().pixelSize() / Type.BODY.value))


def dress(widget: QWidget, look: str) -> None:
    """Give a widget another look of the style sheet while it is shown."""
    if widget.property("kind") != look:
        widget.setProperty(*kind(look))
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def row(*widgets: QWidget, stretch: int = -1) -> QHBoxLayout:
    """Widgets side by side; the one numbered `stretch` takes what room is left, by default an empty end does."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(INSIDE)
    for number, widget in enumerate(widgets):
        made.addWidget(widget, 1 if number == stretch else 0)
    if stretch < 0:
        made.addStretch(1)
    return made


class Field(QWidget):
    """A label above, a field, and under it a remark (muted) or a refusal (red), each only while there is one."""

    def __init__(self, content: QWidget, *extra: QWidget) -> None:
        super().__init__()
        self.content = content
        self.title = label()
        self.side = label("muted", wraps=False)
        self._remark = label("hint")
        self._refusal = label("error")
        self.title.setBuddy(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._head = QWidget()
        self._head.setLayout(row(self.title, self.side, stretch=0))
        self._head.hide()
        column.addWidget(self._head)
        for widget in (content, *extra, self._remark, self._refusal):
            is_link = isinstance(widget, QPushButton) and widget is not content
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if is_link else Qt.AlignmentFlag(0))
        self._remark.hide()
        self._refusal.hide()

    def name(self, text: str) -> None:
        """Put the label, for the eye and for a screen reader."""
        self.title.setText(text)
        self._head.show()
        self.content.setAccessibleName(text)
        be_named = getattr(self.content, "be_named", None)  # what says more than its name does so itself
        if be_named:
            be_named(text)
        elif isinstance(entry := _entry(self.content), QWidget):
            entry.setAccessibleName(text)

    def remark(self, text: str) -> None:
        """Say something that helps; an empty text takes it away."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def refuse(self, reason: str) -> None:
        """Say why the field cannot be taken; an empty reason takes it away."""
        says = getattr(self.content, "refuse", None)  # what has fields of its own says it at the very one
        is_said = says(reason) if says else False
        self._refusal.setText(reason)
        self._refusal.setVisible(bool(reason) and not is_said)
        self.content.setAccessibleDescription(reason)
        dress(self.content, "wrong" if reason else "")

    @property
    def refusal(self) -> str:
        """The reason that is shown, or nothing."""
        return self._refusal.text()


def _entry(content: QWidget) -> QWidget | None:
    """What has the keyboard in a field of several parts: a screen reader hears of it alone."""
    entry: QWidget | None = content.lineEdit() if isinstance(content, QComboBox) else content.focusProxy()
    texts = [*content.findChildren(QPlainTextEdit), *content.findChildren(QTextEdit)]
    entry = entry or (texts[0] if len(texts) == 1 else None)
    return entry if isinstance(entry, (QLineEdit, QPlainTextEdit, QTextEdit)) else None


class Form(QDialog):
    """A non-modal window with a column that scrolls and a foot of buttons."""

    def __init__(self, size: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spoken = Spoken(self)
        self._key_from: QWidget | None = None
        self.setModal(False)
        self.resize(*(grown(self, side) for side in size))
        self.column = QVBoxLayout()
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.column.setSpacing(BETWEEN)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(EDGE, INSIDE + GRID, EDGE, INSIDE + GRID)
        self.foot.setSpacing(INSIDE)
        self.status = label("muted")
        self.foot.addWidget(self.status, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inside = QWidget()
        inside.setLayout(self.column)
        self._scroll = scrolling(inside)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(line())
        outer.addLayout(self.foot)

    def add_button(self, words: Callable[[], str], press: Callable[[], object], look: str = "") -> QPushButton:
        """Add a button at the right end of the foot; the primary one comes last."""
        made = button(look)
        self.spoken.say(made.setText, words)
        made.clicked.connect(press)
        self.foot.addWidget(made)
        return made

    def add_keys(self, press: Callable[[], object], *keys: str) -> None:
        """Let keys do what a button does, wherever the focus is in the window."""
        for key in keys:
            QShortcut(QKeySequence(key), self, press)

    def tell(self, text: str, look: str = "muted") -> None:
        """Say something beside the buttons: `muted`, `error` or `ok`."""
        dress(self.status, look)
        if text != self.status.text():
            announce(self, text, is_urgent=look == "error")
        self.status.setText(text)

    def tried(self, verb: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T | None:
        """What a verb of the desk gives; where it raises `NotStored`, that is said beside the buttons instead."""
        try:
            return verb(*given, **named)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return None

    def event(self, event: QEvent) -> bool:
        """Remember where the keyboard was when a key went down: this comes before the key itself."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._key_from = self.focusWidget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses whatever button has the keyboard: arrows, crosses and chips too.

        Not the one that a line handed the keyboard to when it took this very Enter.
        """
        focus, pressed_in = self.focusWidget(), self._key_from
        self._key_from = None
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
        if is_enter and isinstance(focus, QAbstractButton):
            if not event.isAutoRepeat() and pressed_in in (None, focus):
                focus.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab and Shift+Tab go as the eye does."""
        stop = neighbour(self, 1 if is_next else -1)
        if stop is None:
            return super().focusNextPrevChild(is_next)
        stop.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        return True

    def show_field(self, field: QWidget) -> None:
        """Bring a field into sight and give it the keyboard."""
        target = field.content if isinstance(field, Field) else field
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(field, 0, EDGE))


def bind_inside(widget: QWidget, keys: str, press: Callable[[], object]) -> None:
    """Let keys do something while the keyboard is in a widget or in something inside it, and nowhere else.

    PySide6 6.9 drops the context that is handed over together with what to call: the key would be the whole window's.
    """
    shortcut = QShortcut(QKeySequence(keys), widget, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(press)


def stand_over(dialog: QWidget, window: QWidget) -> None:
    """Put a window that another one opened over that one, reaching out to its roomier side.

    On the other side stands the main window as a rule, above all others.
    """
    area, frame = window.screen().availableGeometry(), window.frameGeometry()
    is_left_roomier = frame.left() - area.left() >= area.right() - frame.right()
    left = frame.right() + 1 - dialog.width() if is_left_roomier else frame.left()
    dialog.move(max(area.left(), left), frame.top() + EDGE)


def line() -> QFrame:
    """A hairline between what scrolls and what does not."""
    made = QFrame()
    made.setProperty(*kind("line"))
    return made
