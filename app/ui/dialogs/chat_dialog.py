"""Which window is the chat? Pointed at with the mouse, or chosen from a list by keys.

The rule: titles are shown to choose by and kept nowhere; while the agent points, Esc only ends the pointing.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.core.desktop import Sight
from app.core.values import dataclass
from app.core.window_choices import ChatWindow
from app.ui.blank import Sign
from app.ui.dialogs.form import Form, button, label, row
from app.ui.theme import Look

_SIGHT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ChatDesk:
    """What is asked of the system; `current` is the window that is followed now."""

    windows: Callable[[], Sequence[Sight]]
    can_see: Callable[[], bool]
    point: Callable[[Callable[[Sight | None], None]], bool]
    stop_pointing: Callable[[], None]
    current: Callable[[], ChatWindow]


class ChatDialog(Form):
    """A small window. `chosen` emits the chat's window, or one that is none: stand free."""

    chosen = Signal(object)

    def __init__(self, look: Look, desk: ChatDesk) -> None:
        super().__init__((460, 420))
        self._desk = desk
        self._is_pointing = False
        self.sentence = label()
        self.list = QListWidget()
        self.point_button = button()
        self.nothing = Sign(look, "window")
        self._pointing = row(self.point_button)
        self._pointing.insertStretch(0, 0)
        self._ends = (QWidget(), QWidget())
        self.column.addWidget(self._ends[0], 2)
        self.column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._pointing)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._ends[1], 3)
        self._row_height = look.scale.target + 4
        self.free_button = self.add_button(lambda: self.tr("Stand free"), self._free)
        self.add_button(lambda: self.tr("Cancel"), self.reject)
        self.take_button = self.add_button(lambda: self.tr("Stand beside it"), self.take, "primary")
        self.point_button.clicked.connect(self.point)
        self.list.itemActivated.connect(lambda _item: self.take())
        self.list.currentRowChanged.connect(lambda at: self.take_button.setEnabled(at >= 0))
        self.add_keys(self.refresh, "F5")
        self.spoken.again(self._name)
        self.refresh()
        (self.list if self.list.count() else self.point_button).setFocus()

    def refresh(self) -> None:
        """List the windows that are open now."""
        self.list.clear()
        current = self._desk.current()
        for sight in self._desk.windows():
            item = QListWidgetItem(_named(sight))
            item.setData(_SIGHT, sight)
            item.setToolTip(_named(sight))
            item.setSizeHint(QSize(0, self._row_height))
            self.list.addItem(item)
            if ChatWindow(sight.window.program, sight.kind) == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show_list(has_windows=self.list.count() > 0)
        self.free_button.setVisible(current.is_chosen)
        self.take_button.setEnabled(self.list.count() > 0)
        self.point_button.setEnabled(self._desk.can_see())
        self._say()

    def point(self) -> None:
        """Let the agent click the window."""
        self._is_pointing = self._desk.point(self._pointed)
        self._say()

    def take(self) -> None:
        """Give the window that is stood on."""
        item = self.list.currentItem()
        if item is not None:
            self._give(item.data(_SIGHT))

    def reject(self) -> None:
        """Close; while the agent points, only that ends."""
        if self._is_pointing:
            self._desk.stop_pointing()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Whatever closes it, the pointer is free again."""
        if self._is_pointing:
            self._is_pointing = False
            self._desk.stop_pointing()
        super().done(result)

    def _show_list(self, *, has_windows: bool) -> None:
        """The list under what is said; where there is none, that stands in the middle as in every empty place."""
        self.list.setVisible(has_windows)
        for widget in (self.nothing, *self._ends):
            widget.setVisible(not has_windows)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft if has_windows else Qt.AlignmentFlag.AlignHCenter)
        self._pointing.setStretch(0, 0 if has_windows else 1)

    def _free(self) -> None:
        self.chosen.emit(ChatWindow())
        self.accept()

    def _pointed(self, sight: Sight | None) -> None:
        was_pointing, self._is_pointing = self._is_pointing, False
        if not was_pointing:
            return
        if sight is None:
            self._say()
            self.tell(self.tr("No window was chosen."))
        else:
            QTimer.singleShot(0, self, lambda: self._give(sight))  # the pointer's own work ends first

    def _give(self, sight: Sight) -> None:
        self.chosen.emit(ChatWindow(sight.window.program, sight.kind))
        self.accept()

    def _say(self) -> None:
        self.tell("")
        self.point_button.setEnabled(not self._is_pointing and self._desk.can_see())
        if self._is_pointing:
            said = self.tr("Click the chat's window now. Esc cancels.")
        elif not self._desk.can_see():
            said = self.tr("This system does not let the windows of other programs be seen, so none can be followed.")
        elif not self.list.count():
            said = self.tr("No window of another program is open. Start the chat, then press F5.")
        else:
            said = self.tr(
                "The window then stands beside the chat and goes where it goes. "
                "Point at the chat's window, or choose it from the list:"
            )
        self.sentence.setText(said)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Beside the chat"))
        self.point_button.setText(self.tr("Point at it…"))
        self.list.setAccessibleName(self.tr("Open windows"))
        self._say()


def _named(sight: Sight) -> str:
    title = sight.title.strip() or sight.window.program
    return f"{title} · {sight.window.program}" if sight.window.program else title
