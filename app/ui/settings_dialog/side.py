"""The left side of the settings: a line to search with, and under it the sections, or what was found.

The rule: the keyboard stays in the line while arrows walk the list; Enter goes to the setting in hand.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.composing import ComposingEdit
from app.ui.dialogs.form import label
from app.ui.dialogs.spoken import Spoken
from app.ui.icons import NORMAL
from app.ui.palette import Tone
from app.ui.settings_dialog import sections
from app.ui.settings_dialog.finding import Found
from app.ui.settings_dialog.sections import DRAWINGS, Section
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, kind

_WIDTH = 208
_KEYS = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}


class SearchLine(ComposingEdit):
    """`walked` by an arrow, `entered` by Enter, `left` by Esc while nothing stands in it."""

    walked = Signal(int)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty(*kind("search"))
        self.setMinimumHeight(look.scale.target + 2)
        self._lens, self.cross = QAction(self), QAction(self)
        self.cross.setVisible(False)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self.cross, QLineEdit.ActionPosition.TrailingPosition)
        self.cross.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: self.cross.setVisible(bool(text)))
        look.changed.connect(self._draw)
        self._draw()

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Arrows walk, Enter goes there, Esc empties."""
        if event.key() in _KEYS:
            self.walked.emit(_KEYS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            return False
        return True

    def say_keys(self, words: str) -> None:
        """Name what stands in the line beside the text."""
        self._lens.setText(self.accessibleName())
        self.cross.setText(words)

    def _draw(self) -> None:
        self._lens.setIcon(self._look.icon("search"))
        self.cross.setIcon(self._look.icon("close"))


class Side(QWidget):
    """`opened` carries the section that is stood on, `pointed` what was found and is stood on, `taken` that Enter was
    pressed (or a click made) on it.
    """

    opened = Signal(object)
    pointed = Signal(object)
    taken = Signal()

    def __init__(self, look: Look, find: Callable[[str], Sequence[Found]]) -> None:
        super().__init__()
        self._look, self._find = look, find
        self.line, self.list, self.found, self.nothing = SearchLine(look), QListWidget(), QListWidget(), label("muted")
        self._results: list[Found] = []
        self._lay_out()
        for section in Section:
            self.list.addItem(QListWidgetItem())
            self.list.item(section).setData(Qt.ItemDataRole.UserRole, section)
        self.line.textChanged.connect(lambda _text: self.search())
        self.line.walked.connect(self.walk)
        self.line.entered.connect(self.taken)
        self.list.currentRowChanged.connect(self._open)
        self.list.itemActivated.connect(lambda _item: self.taken.emit())
        self.found.currentRowChanged.connect(self._point)
        self.found.itemClicked.connect(lambda _item: self.taken.emit())
        self.found.itemActivated.connect(lambda _item: self.taken.emit())
        look.changed.connect(self._draw)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self._draw()

    @property
    def is_searching(self) -> bool:
        """Whether something is typed."""
        return bool(self.line.text().strip())

    @property
    def in_hand(self) -> Found | None:
        """What was found and is stood on."""
        at = self.found.currentRow()
        return self._results[at] if self.is_searching and 0 <= at < len(self._results) else None

    def show_section(self, section: Section) -> None:
        """Stand on a section; nothing is searched any more."""
        self.line.clear()
        self.list.setCurrentRow(section)

    def stand_on(self, section: Section) -> None:
        """Show which section is open, without telling."""
        self.list.blockSignals(True)
        self.list.setCurrentRow(section)
        self.list.blockSignals(False)
        self._draw()

    def walk(self, by: int) -> None:
        """Go to the neighbour in the list that is shown."""
        shown = self.found if self.is_searching else self.list
        if shown.count():
            shown.setCurrentRow((shown.currentRow() + by) % shown.count())

    def search(self) -> None:
        """Show what is found now, or the sections where nothing is typed."""
        is_on = self.is_searching
        self._results = list(self._find(self.line.text())) if is_on else []
        self.found.blockSignals(True)
        self.found.clear()
        for one in self._results:
            item = QListWidgetItem(self._look.icon(DRAWINGS[one.section], size=NORMAL), one.title)
            item.setToolTip(f"{sections.name(one.section)} › {one.title}")
            self.found.addItem(item)
        self.found.blockSignals(False)
        self.list.setVisible(not is_on)
        self.found.setVisible(bool(self._results))
        self.nothing.setVisible(is_on and not self._results)
        self._say_nothing()
        self.found.setCurrentRow(0)
        if not self._results:
            self.pointed.emit(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, BETWEEN, 0, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self.line)
        for shown in (self.list, self.found):
            shown.setProperty(*kind("side"))
            shown.setIconSize(QSize(NORMAL, NORMAL))
            shown.setTextElideMode(Qt.TextElideMode.ElideRight)
            shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            column.addWidget(shown, 1)
        column.addWidget(self.nothing)
        self.nothing.setContentsMargins(INSIDE, GRID, INSIDE, GRID)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.setStretchFactor(self.nothing, 1)
        self.found.hide()
        self.nothing.hide()
        self.setFixedWidth(round(_WIDTH * max(1.0, self._look.scale.text)))

    def _open(self, row: int) -> None:
        if row >= 0:
            self.opened.emit(Section(row))

    def _point(self, _row: int) -> None:
        self.pointed.emit(self.in_hand)

    def _say_nothing(self) -> None:
        said = self.tr("No setting is called “{words}”. Try another word, or the first letters of its pinyin.")
        self.nothing.setText(said.replace("{words}", self.line.text().strip()))

    def _draw(self) -> None:
        self.setFixedWidth(round(_WIDTH * max(1.0, self._look.scale.text)))
        for section in Section:
            tone = Tone.ACCENT_TEXT if section == self.list.currentRow() else Tone.MUTED
            self.list.item(section).setIcon(self._look.icon(DRAWINGS[section], tone, NORMAL))
        for at, one in enumerate(self._results):
            self.found.item(at).setIcon(self._look.icon(DRAWINGS[one.section], size=NORMAL))

    def _name(self) -> None:
        self.line.setPlaceholderText(self.tr("Find a setting"))
        self.line.setAccessibleName(self.tr("Find a setting"))
        self.line.say_keys(self.tr("Clear the search (Esc)"))
        self.list.setAccessibleName(self.tr("Sections"))
        self.found.setAccessibleName(self.tr("Found settings"))
        for section in Section:
            self.list.item(section).setText(sections.name(section))
        QTimer.singleShot(0, self, self.search)  # the pages say the new words after this
