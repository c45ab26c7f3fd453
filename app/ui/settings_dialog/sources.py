"""The settings' sources of packs: added by an address, a folder or a file, put in order, paused, confirmed, given up.

The rule: nothing here waits for a share; what a source says is shown when it is there.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.core.shares.places import BOOK_ENDINGS
from app.core.shares.share import Secret
from app.core.source_states import SourceState
from app.core.storage import NotStored
from app.services.packs.removal import Keeping, Removed
from app.ui import sentences
from app.ui.dialogs.form import Field, button, dress, label, row
from app.ui.dialogs.scrolling import show_whole
from app.ui.packs import pack_words
from app.ui.packs.desk import NotAdded, SourcesDesk
from app.ui.packs.source_card import SourceCard
from app.ui.packs.source_forms import LineAsked, RemovalAsked, SecretAsked, SecretFields
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.theme import INSIDE, Look
from app.ui.words import translate

_AGES_MS = 30_000
_REMOTE = ("http://", "https://", "webdav", "dav://", "davs://", "s3://", "oss://", "smb://")
_BUCKETS = ("s3://", "oss://")


class SourcesPage(Page):
    """The section. `changed` carries nothing: what was changed is told by who changed it."""

    changed = Signal(object)

    def __init__(self, look: Look, desk: SettingsDesk, change: Change, sources: SourcesDesk) -> None:
        super().__init__(desk, change)
        self._look, self._sources = look, sources
        self.cards: dict[str, SourceCard] = {}
        self.intro, self.nameless, self.told = label("hint"), label("error"), label("ok")
        self.undo_button = button("link")
        self._removed: Removed | None = None
        self.address, self.secret = QLineEdit(), SecretFields()
        self.folder_button, self.file_button, self.add_button = button(), button(), button("primary")
        self.address_row = Field(self.address)
        self._ages = QTimer(self, interval=_AGES_MS)
        self._lay_out()
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show how every source stands now."""
        states = self._sources.states()
        for source_id in [key for key in self.cards if all(key != state.source.id for state in states)]:
            gone = self.cards.pop(source_id)
            gone.hide()
            gone.deleteLater()
        now, zone = self._sources.now(), self._sources.zone()
        for at, state in enumerate(states):
            card = self.cards.get(state.source.id) or self._make(state)
            if self._list.indexOf(card) != at:
                self._list.insertWidget(at, card)
            card.show_state(state, now, zone, is_first=at == 0, is_last=at == len(states) - 1)
        self.nameless.setVisible(bool(states) and not self._sources.has_name())
        self._say_intro(states)
        self._offer_secret()

    def findable(self) -> Mapping[str, QWidget]:
        """How a source is added."""
        return {"address": self.address_row, "folder": self.folder_button, "file": self.file_button}

    def add(self) -> None:
        """Subscribe to what was typed."""
        secret = self.secret.read() if self.secret.isVisibleTo(self) else None
        self.add_address(self.address.text(), secret)

    def add_address(self, text: str, secret: Secret | None = None) -> None:
        """Subscribe to an address."""
        self.address_row.refuse("")
        try:
            source_id = self._sources.add(text, secret)
        except NotAdded as not_added:
            self.address_row.refuse(not_added.sentence)
            self.address.setFocus()
            return
        except NotStored as lack:
            self.address_row.refuse(sentences.of_trouble(lack.trouble))
            return
        self.address.clear()
        self.secret.clear()
        self._tell("")
        self.refresh()
        card = self.cards.get(source_id)
        if card:
            show_whole(card)

    def undo(self) -> None:
        """Take a removal back."""
        removed, self._removed = self._removed, None
        if removed and self._try(lambda: self._sources.put_back(removed)):
            self._tell(self.tr("It is there again with all that it brought."))
        self.undo_button.hide()

    def _do(self, source_id: str, name: str) -> None:
        """What a card wants."""
        card, sources = self.cards[source_id], self._sources
        source = card.state.source
        deeds: dict[str, Callable[[], object]] = {
            "up": partial(self._move, source_id, -1),
            "down": partial(self._move, source_id, 1),
            "pause": lambda: sources.pause(source_id, not source.is_paused),
            "look": lambda: sources.look(source_id),
            "confirm": lambda: self._confirm(card),
        }
        if name in deeds:
            self._try(deeds[name])
        else:
            self._ask(card, name)

    def _confirm(self, card: SourceCard) -> None:
        """The publisher is known; the button goes, so that the keyboard is led on and what it meant is said."""
        key = card.state.key
        self._sources.confirm(card.state.source.id, key.text if key else "")
        signed = self.tr("Confirmed. From “{name}” nothing is taken any more that another key has signed.")
        plain = self.tr("Confirmed. All that “{name}” brings is in use.")
        self._tell((signed if key else plain).replace("{name}", pack_words.name_of(card.state.source)))
        card.look_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Whoever came here for a source may write its address at once."""
        if not self.cards:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, card: SourceCard, name: str) -> None:
        source, sources = card.state.source, self._sources
        if name == "sign_in":
            secret = SecretAsked(is_bucket=source.url.startswith(_BUCKETS), has_secret=card.state.has_secret)
            secret.answered.connect(lambda one: self._answer(card, lambda: sources.sign_in(source.id, one)))
            card.ask(secret)
        elif name == "remove":
            removal = RemovalAsked(sources.count(source.id))
            removal.kept.connect(lambda: self._remove(card, Keeping.AS_OWN))
            removal.thrown.connect(lambda: self._remove(card, Keeping.IN_BIN))
            card.ask(removal)
        else:
            is_name = name == "rename"
            title = (lambda: self.tr("Name")) if is_name else (lambda: self.tr("Address"))
            verb = sources.rename if is_name else sources.move_to
            line = LineAsked(title, lambda: self.tr("Keep"), source.name if is_name else source.url)
            line.answered.connect(lambda text: self._answer(card, lambda: verb(source.id, text)))
            card.ask(line)

    def _answer(self, card: SourceCard, verb: Callable[[], object]) -> None:
        try:
            verb()
        except (NotAdded, NotStored) as fault:
            if card.asked:
                card.asked.refuse(
                    fault.sentence if isinstance(fault, NotAdded) else sentences.of_trouble(fault.trouble)
                )
            return
        card.answer()
        self.refresh()

    def _remove(self, card: SourceCard, keeping: Keeping) -> None:
        def remove() -> None:
            self._removed = self._sources.remove(card.state.source.id, keeping)

        self._answer(card, remove)
        removed = self._removed
        if removed is None:
            return
        said = {
            Keeping.AS_OWN: self.tr("“{name}” was removed; its {count} things are your own now."),
            Keeping.IN_BIN: self.tr("“{name}” was removed; its {count} things lie in the bin."),
        }[keeping]
        self._tell(said.replace("{name}", pack_words.name_of(removed.source)).replace("{count}", f"{removed.count:,}"))
        self.undo_button.show()
        self.undo_button.setFocus()

    def _move(self, source_id: str, by: int) -> None:
        ids = [state.source.id for state in self._sources.states()]
        at = ids.index(source_id)
        ids.insert(max(at + by, 0), ids.pop(at))
        self._sources.reorder(ids)

    def _try(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except (NotAdded, NotStored) as fault:
            self._tell(fault.sentence if isinstance(fault, NotAdded) else sentences.of_trouble(fault.trouble), "error")
            return False
        self.refresh()
        return True

    def _make(self, state: SourceState) -> SourceCard:
        source_id = state.source.id
        card = SourceCard(self._look, state)
        card.wanted.connect(partial(self._do, source_id))
        card.chosen.connect(lambda pack_id: self._try(lambda: self._sources.choose(source_id, pack_id)))
        self.cards[source_id] = card
        return card

    def _tell(self, text: str, look: str = "ok") -> None:
        dress(self.told, look)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _offer_secret(self) -> None:
        """A web address may ask who is there; one that asks for nothing is added without."""
        text = self.address.text().strip().lower()
        self.secret.is_bucket = text.startswith(_BUCKETS)
        self.secret.setVisible(text.startswith(_REMOTE))
        self.secret.name()

    def _choose_folder(self) -> None:
        title = self.tr("Which folder does your team publish in?")
        folder = QFileDialog.getExistingDirectory(self, title, self._sources.start_folder())
        if folder:
            self.add_address(folder)

    def _choose_file(self) -> None:
        endings = " ".join(f"*{ending}" for ending in BOOK_ENDINGS)
        title = self.tr("Which file does your team keep its phrases in?")
        path, _pattern = QFileDialog.getOpenFileName(self, title, self._sources.start_folder(), endings)
        if path:
            self.add_address(path)

    def _say_intro(self, states: Sequence[SourceState]) -> None:
        if states:
            said = self.tr(
                "What your team publishes comes by itself. Where two say the same, the upper one goes first. What you "
                "wrote or changed yourself always stays."
            )
        else:
            said = self.tr(
                "Your team publishes phrases? Add its address: a shared folder, a file such as an Excel workbook, or a "
                "web address. From then on everything comes by itself, and what you wrote yourself stays."
            )
        self.intro.setText(said)

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(INSIDE)
        self.column.addWidget(self.intro)
        self.column.addWidget(self.nameless)
        self.column.addLayout(self._list)
        self.column.addLayout(row(self.told, self.undo_button, stretch=0))
        self.column.addWidget(self.address_row)
        self.column.addWidget(self.secret)
        self.column.addLayout(row(self.add_button, self.folder_button, self.file_button))
        self.column.addStretch(1)
        self.told.hide()
        self.undo_button.hide()
        self.secret.hide()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.address.returnPressed.connect(self.add)
        self.address.textChanged.connect(self._offer_secret)
        self.folder_button.clicked.connect(self._choose_folder)
        self.file_button.clicked.connect(self._choose_file)
        self.undo_button.clicked.connect(self.undo)
        self._ages.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        self._ages.start()

    def _name(self) -> None:
        self.nameless.setText(
            self.tr("Your name is missing under “General”: your lead does not see what you have read.")
        )
        self.address_row.name(self.tr("Address"))
        self.address.setPlaceholderText(translate("sources", "\\\\server\\packs  ·  D:\\packs  ·  https://…"))
        self.add_button.setText(self.tr("Add"))
        self.folder_button.setText(self.tr("Folder…"))
        self.file_button.setText(self.tr("File…"))
        self.undo_button.setText(self.tr("Undo"))
        self._say_intro(list(self._sources.states()))
