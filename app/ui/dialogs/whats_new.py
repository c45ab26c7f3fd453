"""What is new since the last time: a page to read, opened when the agent likes.

The rule: it is offered once after an update and never in the way; the same page can be opened again any time.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.release_news import Novelty, Release
from app.core.versions import Version
from app.ui.dialogs.form import Form, label
from app.ui.dialogs.scroll_keys import scroll_by_keys
from app.ui.theme import BETWEEN, GRID, INSIDE, kind
from app.ui.words import translate


class WhatsNew(Form):
    """A window with the versions, the newest first."""

    def __init__(self, releases: Sequence[Release]) -> None:
        super().__init__((440, 620))
        self._releases = releases
        for release in releases:
            head = label("big")
            self.spoken.say(head.setText, partial(_name, release.version))
            self.column.addWidget(head)
            for novelty in release.news:
                self.column.addWidget(_card(novelty))
            self.column.addSpacing(INSIDE)
        if not releases:
            self._say_nothing()
        self.column.addStretch(1)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject, "primary")
        self.spoken.say(self.setWindowTitle, lambda: self.tr("What is new"))
        self.close_button.setFocus()
        scroll_by_keys(self)

    def _say_nothing(self) -> None:
        told = label("muted")
        self.spoken.say(told.setText, lambda: self.tr("Nothing is written about this version."))
        self.column.addWidget(told)


def _name(version: Version) -> str:
    return f"{translate('house', 'QinDesk')} {version}"


def _card(novelty: Novelty) -> QFrame:
    made = QFrame()
    made.setProperty(*kind("card"))
    name, text = label("title"), label("muted")
    name.setText(novelty.name)
    text.setText(novelty.text)
    column = QVBoxLayout(made)
    column.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
    column.setSpacing(GRID // 2)
    column.addWidget(name)
    column.addWidget(text)
    return made
