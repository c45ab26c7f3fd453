"""A window onto which files may be dropped anywhere."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.ui.dialogs.form import Form


class DropForm(Form):
    """`dropped` emits the paths of what was dropped."""

    dropped = Signal(list)

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__(size)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the files."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.dropped.emit(files)
