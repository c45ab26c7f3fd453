"""Putting variables into a text: from a menu, or completed after `{{` has been typed."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QMenu

from app.core.templates import ALIASES
from app.services.facts import NAMES
from app.ui.dialogs import terms
from app.ui.dialogs.body_edit import BodyEdit
from app.ui.dialogs.sample import started_variable
from app.ui.dialogs.spoken import Spoken

_NAME = Qt.ItemDataRole.UserRole
_FOUND_BY = Qt.ItemDataRole.UserRole + 1


class VariableTyping(QObject):
    """Offers the variables in a text field."""

    def __init__(self, edit: BodyEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._list = QStandardItemModel(self)
        self.completer = QCompleter(self._list, self)
        self.completer.setWidget(edit)
        self.completer.setCompletionRole(_FOUND_BY)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated[QModelIndex].connect(self._complete)  # type: ignore[index] # an overloaded signal
        edit.completer = self.completer
        edit.textChanged.connect(self._offer)
        self._spoken = Spoken(edit)
        self._spoken.again(self._fill)

    def menu(self) -> QMenu:
        """The variables with what each stands for."""
        menu = QMenu(self._edit)
        for name in NAMES:
            menu.addAction(f"{{{{{name}}}}}   {terms.variable(name)}", lambda name=name: self.insert(name))
        menu.addSeparator()
        menu.addAction(self.tr("{{?…}}   Ask me when pasting"), lambda: self.insert("?" + self.tr("question")))
        return menu

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

    def _fill(self) -> None:
        self._list.clear()
        chinese = {name: alias for alias, name in ALIASES.items()}
        for name in NAMES:
            item = QStandardItem(f"{name}   {terms.variable(name)}")
            item.setData(name, _NAME)
            item.setData(f"{name} {chinese.get(name, '')} {terms.variable(name)}", _FOUND_BY)
            self._list.appendRow(item)

    def _offer(self) -> None:
        started = self._started() if self._edit.hasFocus() else None
        if started is None:
            self.completer.popup().hide()
            return
        self.completer.setCompletionPrefix(started.strip())
        popup = self.completer.popup()
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
        cursor.insertText(f"{{{{{model.data(index, _NAME)}{closing}")
        self._edit.setTextCursor(cursor)
