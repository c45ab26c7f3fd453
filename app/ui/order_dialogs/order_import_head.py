"""The head of the import: which file, how far its reading is, and which folder is watched by itself."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.reading_head import ReadingHead
from app.ui.dialogs.start_folder import in_downloads

_FILES = "(*.csv *.txt *.xlsx *.xlsm *.xls *.et)"


class OrderImportHead(ReadingHead):
    """`settings_wanted` asks to open the settings."""

    settings_wanted = Signal()

    def __init__(self, watched: Callable[[], str]) -> None:
        super().__init__()
        self._watched = watched
        self.watch_told, self.watch_button = label("muted"), button("link")
        self.inside.addLayout(row(self.watch_told, self.watch_button, stretch=0))
        self.watch_button.clicked.connect(self.settings_wanted)
        self._spoken.again(self.name)

    def say_watched(self) -> None:
        """Say which folder is watched."""
        folder = self._watched()
        on = self.tr("New exports in {folder} are read by themselves.").replace("{folder}", folder)
        off = self.tr("No folder is watched. If one is, new exports in it are read by themselves.")
        self.watch_told.setText(on if folder else off)
        self.watch_button.setText(self.tr("Change…") if folder else self.tr("Choose a folder…"))

    def invitation(self) -> str:
        """What stands there before a file was chosen."""
        return self.tr(
            "Drop the platform's order export here, CSV or Excel, again and again: "
            "new orders come in, paid and closed ones leave the queue, nothing doubles."
        )

    def choose(self) -> None:
        """Ask for an export, first where they are looked for anyway."""
        pattern = self.tr("Order exports {files}").replace("{files}", _FILES)
        folder = self._watched() or in_downloads()
        file, _pattern = QFileDialog.getOpenFileName(self, self.tr("Choose an order export"), folder, pattern)
        if file:
            self.chosen.emit(file)

    def name(self) -> None:
        """Say everything in the language that is on."""
        super().name()
        self.file_button.setText(self.tr("Choose an export…"))
        self.say_watched()
