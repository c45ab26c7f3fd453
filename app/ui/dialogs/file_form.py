"""A dialog that reads one file after the other, chosen or dropped.

The rule: a reading goes on in a thread, and ends with the dialog.
"""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.form import Form
from app.ui.worker import Worker


class FileForm(Form):
    """The dialog. `worker` reads."""

    def __init__(self, parent: QWidget | None, size: tuple[int, int]) -> None:
        super().__init__(parent, size)
        self.worker = Worker(self)
        self.setAcceptDrops(True)

    def open_file(self, file: str | Path) -> None:
        """Read a file and show what would happen."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close; a reading that goes on is stopped."""
        self.worker.stop()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a dropped file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.open_file(files[0])
