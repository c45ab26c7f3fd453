"""The cross at the end of a line that empties it.

The rule: Qt draws it and gives it no name; it says what it does to those who hear it.
"""

from PySide6.QtWidgets import QLineEdit, QToolButton

from app.ui.words import translate


def add_cross(line: QLineEdit) -> None:
    """Let a line be emptied by a click; by the keyboard it is as any text is."""
    line.setClearButtonEnabled(True)
    for cross in line.findChildren(QToolButton):
        cross.setAccessibleName(translate("clear_button", "Empty the line"))
