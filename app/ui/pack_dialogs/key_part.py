"""The key that publications are signed with: made once, told to the team by its fingerprint, and kept safe by a copy.

The rule: a key is never written over, its password is kept nowhere, and what is shown of it is only its public half.
"""

from dataclasses import replace
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.core.imports.reading import Watch
from app.core.packs.lead_choices import LeadChoices
from app.services.packs.publishing import Signer
from app.ui import sentences
from app.ui.dialogs.form import Field, button, dress, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs import publish_words as words
from app.ui.pack_dialogs.publish_desk import KeyDesk, KeyLook, NoSigner
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind
from app.ui.worker import Worker

_NOT_THERE = "not_there"


class KeyPart(QFrame):
    """`edited`: another key signs. `made` emits the key that was just made, open. `folder_wanted` asks for its folder,
    `told` emits a sentence for the foot of the window.
    """

    edited = Signal()
    made = Signal(object)
    folder_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, desk: KeyDesk) -> None:
        super().__init__()
        self._desk = desk
        self._key_file = ""
        self.look = KeyLook("")
        self.worker = Worker(self)
        self.title, self.fingerprint = label("title"), label()
        self.hint, self.status = label("hint"), label("muted")
        self.first, self.again = QLineEdit(), QLineEdit()
        self.first_field, self.again_field = Field(self.first), Field(self.again)
        self.making = QWidget()
        self.make_button, self.copy_button = button(), button("link")
        self.folder_button, self.other_button, self.own_button = button("link"), button("link"), button("link")
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def put(self, choices: LeadChoices) -> None:
        """Show the key that is chosen."""
        self._key_file = choices.key_file
        self.look = self._desk.look(self._key_file)
        self._show()

    def read(self, choices: LeadChoices) -> LeadChoices:
        """The choices with what is chosen here."""
        return replace(choices, key_file=self._key_file)

    def use_file(self, path: str) -> None:
        """Sign with the key of a file; an empty one is this PC's own."""
        self._key_file = path
        self.look = self._desk.look(path)
        self._show()
        self.edited.emit()

    def make(self) -> None:
        """Make this PC's own key, with the password that was typed twice."""
        password = self.first.text()
        short = self.tr("Choose a password; whoever copies the file cannot sign without it.")
        self.first_field.refuse("" if password else short)
        is_same = password == self.again.text()
        self.again_field.refuse("" if is_same or not password else self.tr("The two passwords are different."))
        if not password or not is_same or self.worker.is_working:
            return
        self.make_button.setEnabled(False)
        self._tell(self.tr("Making the key…"))
        self.worker.start(partial(_made, self._desk, password))

    def copy_fingerprint(self) -> None:
        """Put the fingerprint onto the clipboard, to be told to the team."""
        if self.look.public:
            QGuiApplication.clipboard().setText(self.look.public.fingerprint)
            self.told.emit(self.tr("The fingerprint lies on the clipboard. Tell it by another way than the folder."))

    def _hear(self, value: object) -> None:
        self.make_button.setEnabled(True)
        self.first.clear()
        self.again.clear()
        self.look = self._desk.look(self._key_file)
        self._show()
        if isinstance(value, NoSigner):
            self._tell(words.lack(value), "error")
            return
        self.made.emit(value)
        self.edited.emit()
        self.copy_button.setFocus()  # what comes next: the team is told

    def _fail(self, place: str) -> None:
        self.make_button.setEnabled(True)
        self._tell(sentences.of_error(place), "error")

    def _ask_file(self) -> None:
        title = self.tr("Choose the key file")
        path, _pattern = QFileDialog.getOpenFileName(self, title, str(PurePath(self.look.path).parent), "*.key (*)")
        if path:
            self.use_file(path)

    def _tell(self, text: str, look: str = "muted") -> None:
        dress(self.status, look)
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _show(self) -> None:
        look = self.look
        is_there = look.public is not None
        self.making.setVisible(not is_there and not self._key_file and look.trouble in ("", _NOT_THERE))
        for part in (self.fingerprint, self.copy_button, self.folder_button):
            part.setVisible(is_there)
        self.own_button.setVisible(bool(self._key_file))
        self.fingerprint.setText(look.public.fingerprint if look.public else "")
        is_trouble = bool(look.trouble) and (bool(self._key_file) or look.trouble != _NOT_THERE)
        self._tell(words.lack(NoSigner(look.trouble, look.path)) if is_trouble else "", "error")
        self._say()

    def _say(self) -> None:
        none = self.tr(
            "What you publish is signed, so that nobody can put something else into the folder. Make the key once; "
            "leads who publish together use the same one."
        )
        there = self.tr(
            "Tell this fingerprint to everybody by another way than the folder; each PC compares it once. Keep a copy "
            "of {file} in a safe place: no backup of QinDesk holds it."
        )
        self.hint.setText(there.replace("{file}", PurePath(self.look.path).name) if self.look.public else none)

    def _lay_out(self) -> None:
        self.setProperty(*kind("card"))
        self.fingerprint.setProperty(*kind("title"))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        inside = QVBoxLayout(self.making)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(INSIDE)
        inside.addLayout(beside((self.first_field, 1), (self.again_field, 1)))
        inside.addLayout(row(self.make_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        column.setSpacing(INSIDE)
        for each in (self.title, self.fingerprint, self.hint, self.making, self.status):
            column.addWidget(each)
        column.addLayout(row(self.copy_button, self.folder_button, self.other_button, self.own_button))

    def _connect(self) -> None:
        self.worker.done.connect(self._hear)
        self.worker.failed.connect(self._fail)
        self.make_button.clicked.connect(self.make)
        self.again.returnPressed.connect(self.make)
        self.copy_button.clicked.connect(self.copy_fingerprint)
        self.folder_button.clicked.connect(lambda: self.folder_wanted.emit(self.look.path))
        self.other_button.clicked.connect(self._ask_file)
        self.own_button.clicked.connect(lambda: self.use_file(""))

    def _name(self) -> None:
        self.title.setText(self.tr("The key that signs"))
        self.first_field.name(self.tr("Password for the key"))
        self.again_field.name(self.tr("The same again"))
        self.make_button.setText(self.tr("Make the key"))
        self.copy_button.setText(self.tr("Copy the fingerprint"))
        self.folder_button.setText(self.tr("Show its folder"))
        self.other_button.setText(self.tr("Use another key file…"))
        self.own_button.setText(self.tr("Back to this PC's own"))
        self._say()


def _made(desk: KeyDesk, password: str, _watch: Watch) -> Signer | NoSigner:
    """Runs in a helper thread; why there is no key is an answer too."""
    try:
        return desk.make(password)
    except NoSigner as lack:
        return lack
