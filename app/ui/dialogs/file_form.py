"""A dialog that reads one file after the other, chosen or dropped.

The rule: a reading goes on in a thread, and ends with the dialog.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.ui.dialogs.drop_form import DropForm
from app.ui.worker import Worker


class FileForm(DropForm):
    """The dialog. `worker` reads."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size)
        self.worker = Worker(self)
        self.dropped.connect(self.open_files)

    def open_files(self, paths: Sequence[str]) -> None:
        """Read what was dropped; of several files the first."""
        self.open_file(paths[0])

    def open_file(self, file: str | Path) -> None:
        """Read a file and show what would happen."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close; a reading that goes on is stopped."""
        self.worker.stop()
        super().reject()

    def add_plan_buttons(
        self, copy: Callable[[], object], undo: Callable[[], object], apply: Callable[[], object]
    ) -> None:
        """The foot of a window that takes over what was read; the primary button has its words from elsewhere."""
        self.copy_button = self.add_button(lambda: self.tr("Copy report"), copy)
        self.undo_button = self.add_button(lambda: self.tr("Undo"), undo)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.apply_button = self.add_button(lambda: "", apply, "primary")

    def copy_report(self, text: str) -> None:
        """Put what was read, as text, onto the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.tell(self.tr("The report lies on the clipboard."))
