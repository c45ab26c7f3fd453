"""Completing variables in a text after `{{` has been typed, in English or Chinese, with what each says now."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QWidget

from app.ui.dialogs.body_edit import BodyEdit
from app.ui.dialogs.form import stand_over
from app.ui.dialogs.sample import started_variable
from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs.fact_lines import FactLine, Values, lines, nothing_known
from app.ui.sheet_dialogs.fact_list import QUESTION, FactList
from app.ui.theme import INSIDE, TARGET

_LINE = Qt.ItemDataRole.UserRole
_FOUND_BY = Qt.ItemDataRole.UserRole + 1
_LONGEST_VALUE = 24
_ROWS = 10


class VariableTyping(QObject):
    """Offers the variables in a text field. `values` tells what they say now, asked whenever the list opens."""

    def __init__(self, edit: BodyEdit, values: Values = nothing_known, meant: Callable[[], str] = str) -> None:
        super().__init__(edit)
        self._edit, self._values, self._meant = edit, values, meant
        self.facts: FactList | None = None
        self._list = QStandardItemModel(self)
        self.completer = QCompleter(self._list, self)
        self.completer.setWidget(edit)
        self.completer.setCompletionRole(_FOUND_BY)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setMaxVisibleItems(_ROWS)
        self.completer.activated[QModelIndex].connect(self._complete)  # type: ignore[index] # an overloaded signal
        edit.completer = self.completer
        edit.textChanged.connect(self._offer)
        self._spoken = Spoken(edit)
        self._spoken.again(lambda: self._fill(nothing_known))

    def choose(self) -> None:
        """Open the list of all facts; the one that is taken goes into the text."""
        if self.facts is not None and self.facts.isVisible():
            self.facts.activateWindow()
            return
        self.facts = FactList(self._values, self._meant, self._edit.window())
        self.facts.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.facts.destroyed.connect(self._forget)
        self.facts.chosen.connect(self._take)
        stand_over(self.facts, self._edit.window())
        self.facts.show()

    def insert(self, name: str) -> None:
        """Put a variable at the cursor; the words of a question are left selected, to be typed over."""
        cursor = self._edit.textCursor()
        cursor.insertText(f"{{{{{name}}}}}")
        if name.startswith("?"):
            end = cursor.position() - 2
            cursor.setPosition(end - len(name) + 1)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._edit.setTextCursor(cursor)
        self._edit.setFocus()

    def _take(self, name: str) -> None:
        self.insert(f"?{self.tr('question')}" if name == QUESTION else name)

    def _forget(self) -> None:
        self.facts = None

    def _fill(self, values: Values) -> None:
        self._list.clear()
        for line in lines(values):
            item = QStandardItem(_shown(line))
            item.setData(line, _LINE)
            item.setData(" ".join((line.name, *line.aliases, line.words)), _FOUND_BY)
            item.setToolTip(line.value)
            item.setSizeHint(target(self._edit, item.text()))
            self._list.appendRow(item)

    def _offer(self) -> None:
        started = self._started() if self._edit.hasFocus() else None
        popup = self.completer.popup()
        if started is None:
            popup.hide()
            return
        if not popup.isVisible():
            self._fill(self._values)
        self.completer.setCompletionPrefix(started.strip())
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        place = self._edit.cursorRect()
        place.setWidth(popup.sizeHintForColumn(0) + 40)
        self.completer.complete(place)

    def _started(self) -> str | None:
        return started_variable(self._beside(QTextCursor.MoveOperation.StartOfBlock))

    def _beside(self, way: QTextCursor.MoveOperation) -> str:
        """The line before or after the cursor. Qt counts in UTF-16, so no place is computed from Python's letters."""
        cursor = self._edit.textCursor()
        cursor.setPosition(cursor.position())
        cursor.movePosition(way, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _complete(self, index: QModelIndex) -> None:
        started = self._started()
        model: QAbstractItemModel = self.completer.completionModel()
        if started is None:
            return
        after = self._beside(QTextCursor.MoveOperation.EndOfBlock)
        closing = "" if after.lstrip().startswith("}}") else "}}"
        cursor = self._edit.textCursor()
        typed = len(started.encode("utf-16-le")) // 2 + len("{{")
        cursor.setPosition(cursor.position() - typed, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{{{{{_meant(model.data(index, _LINE), started)}{closing}")
        self._edit.setTextCursor(cursor)


def target(widget: QWidget, text: str) -> QSize:
    """The room of a line in a list that opens under a field: high enough to be clicked."""
    metrics = widget.fontMetrics()
    return QSize(metrics.horizontalAdvance(text) + 2 * INSIDE, max(TARGET, metrics.lineSpacing() + INSIDE))


def _shown(line: FactLine) -> str:
    """A line of the list: name, Chinese name or word, and what it says now."""
    value = line.value if len(line.value) <= _LONGEST_VALUE else line.value[: _LONGEST_VALUE - 1] + "…"
    words = " · ".join(dict.fromkeys((line.aliases[0], line.words)))
    return f"{line.name}   {words}" + (f"   → {value}" if value else "")


def _meant(line: FactLine, typed: str) -> str:
    """The name to put in: Chinese where Chinese was typed, so that the text reads as the agent writes."""
    wanted = typed.strip()
    if wanted.isascii():
        return line.name
    return next((alias for alias in line.aliases if wanted in alias), line.aliases[0])
