"""The door to the window of a lead: check a pack, publish it, see who has read it, and go back.

The rule: what is out is looked at by this PC too, as by every other.
"""

from pathlib import Path

from PySide6.QtCore import Signal

from app.front.door import Door, Hall
from app.ui.palette import Tone

PUBLISH = "publish"


class PackPublishingDoors(Door):
    """Opens the window. `published` tells that something is out, so that this PC may look at its own sources."""

    published = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        hall.window.publish_wanted.connect(self.publish)

    def publish(self, files: list[Path]) -> None:
        """Open the window, with a file if there is one."""
        from app.front.packs.publishing_asked import by_publishing
        from app.ui.pack_dialogs.publish_window import PublishWindow

        desk, paths = self._desk, self._hall.paths
        opened = self._openings.show(
            PUBLISH, lambda: PublishWindow(self._look, by_publishing(desk, paths)), published=self._tell
        )
        if files:
            opened.open_file(files[0])

    def _tell(self, sentence: str) -> None:
        self._window.show_notice(sentence, Tone.OK)
        self.published.emit()
