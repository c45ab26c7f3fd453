"""The head of the import: which files, what they were taken for, how far the reading is, and what is wrong."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from app.core.imports.plan import Plan
from app.ui.dialogs.drop_card import DropCard, take_room
from app.ui.dialogs.form import button, label
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.start_folder import in_documents
from app.ui.dialogs.work_bar import WorkBar
from app.ui.import_dialogs import import_words
from app.ui.theme import INSIDE

SHOW_PROGRESS_MS = 1000
MOST_FILES, MOST_PROBLEMS = 4, 6


class ImportHead(QWidget):
    """`chosen` emits the paths to read, `reread` asks for the same ones again, `stopped` to end the reading."""

    chosen = Signal(list)
    reread = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self.files, self.bad = label(), label("error")
        self.file_button, self.folder_button = button(), button()
        self.format = QComboBox()
        self.drop = DropCard(self.files, (self.file_button, self.folder_button, self.format))
        self.work = WorkBar(SHOW_PROGRESS_MS)
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self.settle(None)

    @property
    def format_name(self) -> str:
        """The reader that the agent chose; empty for whichever recognises the file."""
        return self.format.currentData() or ""

    @property
    def is_inviting(self) -> bool:
        """Whether nothing was read yet."""
        return self._plan is None

    def begin(self) -> None:
        """Show that a reading goes on: after a second with how far it is and a way to stop it."""
        for widget in (self.file_button, self.folder_button, self.format, self.bad):
            widget.hide()
        self.work.begin()

    def settle(self, plan: Plan | None, *, can_reread: bool = True) -> None:
        """Show what was read, or that nothing has been chosen yet."""
        self._plan = plan
        self.work.settle()
        self.file_button.show()
        self.folder_button.show()
        self.format.setVisible(plan is not None and can_reread)
        self._say()

    def _say(self) -> None:
        files = self._files() if self._plan else []
        told = "\n".join(files[:MOST_FILES]) + (f"\n… +{len(files) - MOST_FILES}" if len(files) > MOST_FILES else "")
        if self._plan is None:
            told = self.tr(
                "Drop files or a folder here: Qianniu, Kefubao, Sogou, QuickText, espanso, Beeftext, Text Blaze, "
                "TextExpander, AutoHotkey, AutoKey, or any table with a column of texts."
            )
        self.files.setText(told)
        self.files.setVisible(bool(told))
        self.drop.invite(is_inviting=self.is_inviting)
        take_room(self, is_inviting=self.is_inviting)
        problems = self._problems()
        self.bad.setText("\n".join(problems[:MOST_PROBLEMS]))
        self.bad.setVisible(bool(problems))

    def _files(self) -> list[str]:
        formats = self._plan.formats if self._plan else {}
        return [f"{PurePath(file).name} · {import_words.file_format(name)}" for file, name in formats.items()]

    def _problems(self) -> Sequence[str]:
        if self._plan is None:
            return ()
        bad = [import_words.bad_file(each) for each in self._plan.bad]
        return [*bad, *(import_words.problem(problem) for problem in self._plan.problems)]

    def _choose_files(self) -> None:
        files, _pattern = QFileDialog.getOpenFileNames(self, self.tr("Choose files of phrases"), in_documents())
        if files:
            self.chosen.emit(files)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of phrases"), in_documents())
        if folder:
            self.chosen.emit([folder])

    def _lay_out(self) -> None:
        for name in import_words.FORMATS:
            self.format.addItem("", name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.drop)
        column.addWidget(self.bad)
        column.addWidget(self.work)

    def _connect(self) -> None:
        self.work.stopped.connect(self.stopped)
        self.file_button.clicked.connect(self._choose_files)
        self.folder_button.clicked.connect(self._choose_folder)
        self.format.activated.connect(lambda _number: self.reread.emit())

    def _name(self) -> None:
        self.file_button.setText(self.tr("Choose files…"))
        self.folder_button.setText(self.tr("Choose a folder…"))
        self.format.setAccessibleName(self.tr("Read as"))
        for at, name in enumerate(import_words.FORMATS):
            self.format.setItemText(at, import_words.file_format(name))
        self._say()
