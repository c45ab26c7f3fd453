"""The lists of words that the check goes by: forbidden, doubtful, promises, with whole phrases that are exempt.

The rule: a list with a line that is not understood is not kept; the line is named while it is written.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.core.packs.check_rules import read_rules, rules_text
from app.core.packs.lead_choices import LeadChoices
from app.ui.dialogs.form import Field, Form, label

_MOST_SAID = 3


class RulesDialog(Form):
    """`kept` emits the list as it is to be stored: an empty text is the program's own."""

    kept = Signal(str)

    def __init__(self, rules: str, parent: QWidget) -> None:
        super().__init__((560, 640), parent)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.field, self.legend = Field(self.text), label("hint")
        self.column.addWidget(self.legend)
        self.column.addWidget(self.field, 1)
        self.own_button = self.add_button(lambda: self.tr("Back to the program's own"), self.put_back)
        self.close_button = self.add_button(lambda: self.tr("Cancel"), self.reject)
        self.keep_button = self.add_button(lambda: self.tr("Keep and check again"), self.keep, "primary")
        self.text.setPlainText(rules or rules_text())
        self.text.textChanged.connect(self._look)
        self.add_keys(self.keep, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
        self.spoken.again(self._name)

    def show_at(self, word: str) -> None:
        """Open it at the line of a word, or at its top where there is none; closed it is gone."""
        self.finished.connect(self.deleteLater)
        self.show()
        self.point(word)

    def point(self, word: str) -> None:
        """Go to the line of a word, ready to write where it is harmless."""
        lines = self.text.toPlainText().split("\n")
        at = next((at for at, line in enumerate(lines) if word and _word_of(line) == word), None)
        if at is None:
            return
        cursor = QTextCursor(self.text.document().findBlockByNumber(at))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText(" " if "|" in lines[at] else " | ")
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self.text.setFocus()
        said = self.tr("Write the longer word in which “{word}” is harmless behind the bar, then keep the list.")
        self.field.remark(said.replace("{word}", word))

    def put_back(self) -> None:
        """Write the program's own lists; Ctrl+Z brings back what stood there."""
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(rules_text())
        self.field.remark(self.tr("These are the program's own. Ctrl+Z brings yours back."))

    def keep(self) -> None:
        """Keep the list, unless a line of it is not understood."""
        if self._look():
            return
        text = self.text.toPlainText()
        self.kept.emit("" if text.strip() == rules_text().strip() else text)
        self.accept()

    def _look(self) -> bool:
        """Name the lines that are not understood; True where there are any."""
        _rules, bad = read_rules(self.text.toPlainText())
        line = self.tr("Line {line} is no rule: {text}")
        said = [line.replace("{line}", str(each.line)).replace("{text}", each.text[:60]) for each in bad[:_MOST_SAID]]
        self.field.refuse("\n".join(said))
        self.keep_button.setEnabled(not bad)
        return bool(bad)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Lists of words"))
        self.field.name(self.tr("One rule a line"))
        self.legend.setText(
            self.tr(
                "block: stops a publication. refuse: never to be said. warn: with care. promise: hard to keep. "
                "Behind the bar stand longer words in which the word is harmless. allow: a text in which nothing is "
                "looked for. host: the platform's own addresses. network: other networks. longest: characters of one "
                "message."
            )
        )
        self._look()


def _word_of(line: str) -> str:
    """The word that a line is about."""
    return line.partition(" ")[2].partition("|")[0].strip()


def edit_rules(
    window: QWidget, choices: Callable[[], LeadChoices], choose: Callable[[LeadChoices], object], word: str
) -> None:
    """Let the lists be edited, at a word; what is kept is chosen."""
    dialog = RulesDialog(choices().rules, window)
    dialog.kept.connect(lambda text: choose(replace(choices(), rules=text)))
    dialog.show_at(word)
