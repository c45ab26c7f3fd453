"""What came of a publishing: the number, the fingerprint of the key, and the message for the team."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.packs.publishing import Published
from app.core.packs.signatures import PublicKey
from app.ui.dialogs import share_reasons
from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs import change_words, publish_words
from app.ui.pack_dialogs.publish_desk import Saved
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind


class DoneCard(QFrame):
    """A card in the place of what would change."""

    def __init__(self, zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._zone = zone
        self._done: Published | Saved | None = None
        self._key: PublicKey | None = None
        self._place = ""
        self.title, self.told, self.hint = label("title"), label(), label("hint")
        self.copy_button = button()
        self.setProperty(*kind("card"))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        column.setSpacing(INSIDE)
        for part in (self.title, self.told, self.hint):
            column.addWidget(part)
        column.addLayout(row(self.copy_button))
        self.copy_button.clicked.connect(self.copy)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_done(self, done: Published | Saved, place: str, key: PublicKey | None) -> None:
        """Say what came of it."""
        self._done, self._place, self._key = done, place, key
        self._name()

    def message(self) -> str:
        """What the lead sends to the team: what is new, and for a new PC where it is and what to compare."""
        if isinstance(self._done, Published):
            entry = self._done.entry
            first = self.tr("Phrases: publication {number} is out. {note}").replace("{number}", str(entry.number))
            lines = [first.replace("{note}", entry.note).strip()]
        else:
            lines = [self.tr("Phrases: a new file is out.")]
        lines.append(self.tr("Address: {place}").replace("{place}", self._place))
        if self._key and isinstance(self._done, Published):
            said = self.tr("Fingerprint of the key, to compare once: {fingerprint}")
            lines.append(said.replace("{fingerprint}", self._key.fingerprint))
        return "\n".join(lines)

    def copy(self) -> None:
        """Put that message onto the clipboard."""
        QGuiApplication.clipboard().setText(self.message())
        self.copy_button.setText(self.tr("Copied"))

    def _name(self) -> None:
        self.copy_button.setText(self.tr("Copy a message for the team"))
        if isinstance(self._done, Published):
            self._say_published(self._done)
        elif isinstance(self._done, Saved):
            self.title.setText(self.tr("The shared file is written"))
            self.told.setText(self._done.path)
            self.hint.setText(self.tr("Every PC that reads the file takes it over by itself, within minutes."))
        self.hint.setVisible(bool(self.hint.text()))

    def _say_published(self, done: Published) -> None:
        said = self.tr("Publication {number} is out").replace("{number}", str(done.entry.number))
        self.title.setText(said)
        moment = publish_words.moment(done.entry.published_at, self._zone())
        self.told.setText(f"{moment}  ·  {change_words.sums(done.differences)}")
        if done.index_trouble is not None:
            trouble = self.tr("Others may see it later: the folder's list could not be written. {why} Publish again.")
            self.hint.setText(trouble.replace("{why}", share_reasons.of_trouble(done.index_trouble)))
        else:
            taken = self.tr("Every PC that reads the folder takes it over by itself, within minutes.")
            printed = self.tr("Signed with {fingerprint}").replace(
                "{fingerprint}", self._key.fingerprint if self._key else ""
            )
            self.hint.setText(f"{taken}\n{printed}" if self._key else taken)
