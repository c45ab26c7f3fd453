"""What phrases speak of because it was chosen in the cheat-sheet, above the list, each with a key to take it back.

The rule: it is shown as long as it counts, because an agent who forgot it would tell a buyer of the wrong thing.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.core.facts.table import Subject
from app.ui.palette import Tone
from app.ui.theme import GRID, Look, Type, kind
from app.ui.words import Speaking

SUBJECTS = (Subject.ACTIVITY, Subject.PRODUCT)
_DRAWING = 12
_AROUND = 38
"""What a button needs beside its words: its drawing, its edges and the gap between them."""
_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MeantChip(QToolButton):
    """One thing that is meant; a click or a key takes it back. A name without room ends in `…`."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = ""
        self.setProperty(*kind("chip"))
        look.dress(self, "close", Tone.ACCENT_TEXT)
        self.setIconSize(QSize(_DRAWING, _DRAWING))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)

    @property
    def wanted(self) -> int:
        """The width that its whole name needs; nothing without one."""
        return round(self._metrics().horizontalAdvance(self._name)) + _AROUND if self._name else 0

    def put(self, name: str) -> None:
        """Name what is meant; nothing hides it."""
        self._name = name
        self.setChecked(True)
        self.setVisible(bool(name))
        said = self.tr("Phrases speak of “{name}” because it was chosen. Take it back")
        self.setToolTip(said.replace("{name}", name))
        self.setAccessibleName(self.toolTip())

    def fit(self, width: int) -> None:
        """Be so wide, with as much of the name as there is room for."""
        self.setFixedWidth(width)
        said = self._metrics().elidedText(self._name, Qt.TextElideMode.ElideRight, width - _AROUND + 1)
        self.setText(said.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Enter and Space take it back; Escape goes to the search."""
        if event.key() in _BACK:
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _metrics(self) -> QFontMetricsF:
        font = self._look.font(Type.MUTED)
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetricsF(font)


class MeantRow(Speaking, QWidget):
    """The row. `taken_back` carries the subject that shall be open again, `left` that the search gets the keyboard."""

    taken_back = Signal(Subject)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._names = ("", "")
        self._label = QLabel()
        self._label.setProperty(*kind("muted"))
        self.chips = tuple(MeantChip(look) for _ in SUBJECTS)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._label)
        for subject, chip in zip(SUBJECTS, self.chips, strict=True):
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, subject=subject: self._take_back(subject))
            chip.left.connect(self.left)
        row.addStretch(1)
        self.retranslate()
        self.hide()

    @property
    def stops(self) -> Sequence[QWidget]:
        """What the Tab key comes to, in order."""
        return self.chips

    def show_names(self, activity: str, product: str) -> None:
        """Show what is meant; two empty names hide the row."""
        self._names = (activity, product)
        self.setVisible(any(self._names))
        for chip, name in zip(self.chips, self._names, strict=True):
            chip.put(name)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        self._share()
        super().resizeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self._label.setText(self.tr("About"))
        self.show_names(*self._names)

    def _share(self) -> None:
        """The shorter name has what it needs, as long as that is not more than its half."""
        room = self.width() - self._label.sizeHint().width() - 3 * GRID
        first, second = self.chips
        if first.wanted + second.wanted <= room:
            widths = first.wanted, second.wanted
        elif first.wanted <= second.wanted:
            least = min(first.wanted, room // 2)
            widths = least, min(second.wanted, room - least)
        else:
            least = min(second.wanted, room // 2)
            widths = min(first.wanted, room - least), least
        for chip, width in zip(self.chips, widths, strict=True):
            chip.fit(max(width, _AROUND))

    def _take_back(self, subject: Subject) -> None:
        self.left.emit()  # the chip with the keyboard is about to go
        self.taken_back.emit(subject)
