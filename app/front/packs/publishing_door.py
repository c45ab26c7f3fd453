"""The door to the window of a lead: check a pack, publish it, see who has read it, and go back.

The rule: as in `Doors`, the window is imported when it is opened first, and at most one is open.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.front.desk import Desk
from app.front.openings import Openings
from app.system.paths import Paths
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.theme import Look

PUBLISH = "publish"


class PackPublishingDoors(QObject):
    """Opens the window. `published` tells that something is out, so that this PC may look at its own sources."""

    published = Signal()

    def __init__(self, window: MainWindow, look: Look, desk: Desk, paths: Paths, openings: Openings) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._desk = desk
        self._paths = paths
        self._openings = openings
        window.publish_wanted.connect(self.publish)

    def publish(self, files: list[Path]) -> None:
        """Open the window, with a file if there is one."""
        from app.front.packs.publishing_asked import by_publishing
        from app.ui.pack_dialogs.publish_window import PublishWindow

        def make() -> PublishWindow:
            made = PublishWindow(self._look, by_publishing(self._desk, self._paths))
            made.published.connect(self._tell)
            return made

        opened = self._openings.show(PUBLISH, make)
        if files:
            opened.open_file(files[0])

    def _tell(self, sentence: str) -> None:
        self._window.show_notice(sentence, Tone.OK)
        self.published.emit()
