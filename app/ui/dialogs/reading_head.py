"""The head of a dialog that reads a file: which file, how far its reading is, and a way to stop it.

The rule: a file that is read at once flashes no bar.
"""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.dialogs.drop_card import DropCard, take_room
from app.ui.dialogs.form import button, label
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.work_bar import WorkBar
from app.ui.theme import INSIDE

SHOW_PROGRESS_MS = 400


class ReadingHead(QWidget):
    """`chosen` emits the file to read, `stopped` asks to end the reading.

    `beside` are buttons beside the one that chooses a file: like that one they wait for the end of the reading.
    """

    chosen = Signal(str)
    stopped = Signal()

    def __init__(self, beside: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self._file = ""
        self.told, self.file_button = label(), button()
        self._buttons = (self.file_button, *beside)
        self.drop = DropCard(self.told, self._buttons)
        self.inside = self.drop.inside
        self.work = WorkBar(SHOW_PROGRESS_MS)
        self._lay_out()
        self.work.stopped.connect(self.stopped)
        self.file_button.clicked.connect(self.choose)
        self._spoken = Spoken(self)
        self.settle()

    @property
    def is_inviting(self) -> bool:
        """Whether no file was chosen yet."""
        return not self._file

    def begin(self, file: str) -> None:
        """Show that a file is read: soon with how far it is and a way to stop it."""
        self._file = file
        for each in self._buttons:
            each.setEnabled(False)
        self.work.begin()
        self._say()

    def settle(self, file: str = "") -> None:
        """Show the file that was read, or that none has been chosen yet."""
        self._file = file
        self.work.settle()
        for each in self._buttons:
            each.setEnabled(True)
        self._say()

    # What is read.

    def choose(self) -> None:
        """Ask for a file."""
        raise NotImplementedError

    def invitation(self) -> str:
        """What stands there before a file was chosen."""
        raise NotImplementedError

    def name(self) -> None:
        """Say everything in the language that is on."""
        self._say()

    def _say(self) -> None:
        self.told.setText(PurePath(self._file).name or self.invitation())
        self.drop.invite(is_inviting=self.is_inviting)
        take_room(self, is_inviting=self.is_inviting)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.drop)
        column.addWidget(self.work)
