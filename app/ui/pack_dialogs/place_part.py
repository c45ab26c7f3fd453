"""Where a pack goes: into a folder where each publication is signed and kept, or over one plain file.

The rule: what lets somebody in is never part of the address that is shown and remembered.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.core.packs.lead_choices import LeadChoices, Manner
from app.core.shares.share import Secret, ShareTrouble
from app.ui.dialogs import share_reasons
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.start_folder import in_documents
from app.ui.pack_dialogs.publish_desk import PublishDesk
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind

_FILES = "Excel (*.xlsx);;JSON (*.json);;YAML (*.yaml);;CSV (*.csv)"


class PlacePart(QFrame):
    """`edited`: it goes elsewhere. `told` emits a sentence of trouble for the foot of the window."""

    edited = Signal()
    told = Signal(str)

    def __init__(self, desk: PublishDesk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = ("", "")
        self.title, self.hint = label("title"), label("hint")
        self.manner: Choice[Manner] = Choice(tuple(Manner), self._manner_word)
        self.address, self.file = QLineEdit(), QLineEdit()
        self.user, self.password = QLineEdit(), QLineEdit()
        self.address_field, self.file_field = Field(self.address), Field(self.file)
        self.user_field, self.password_field = Field(self.user), Field(self.password)
        self.folder_button, self.file_button = button(), button()
        self.way_in = QWidget()
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def put(self, choices: LeadChoices) -> None:
        """Show what is chosen."""
        self.manner.pick(choices.manner)
        self.address.setText(choices.folder)
        self.file.setText(choices.plain_file)
        self._kept = (choices.folder, choices.plain_file)
        self._show()
        self._judge()

    def read(self, choices: LeadChoices) -> LeadChoices:
        """The choices with what is chosen here."""
        is_good = not self.address_field.refusal
        folder = self.address.text().strip() if is_good else choices.folder
        return replace(choices, manner=self.manner.value, folder=folder, plain_file=self.file.text().strip())

    @property
    def first_field(self) -> Field:
        """Where the place is written."""
        return self.address_field if self.manner.value is Manner.FOLDER else self.file_field

    def choose_folder(self, folder: str) -> None:
        """Publish into a folder."""
        self.address.setText(folder)
        self._leave()

    def _leave(self) -> None:
        """A field was left: an address loses what lets somebody in, which is kept beside the data."""
        said = (self.address.text().strip(), self.file.text().strip())
        if said != self._kept:
            self._judge()
            self._kept = (self.address.text().strip(), said[1])
            self.edited.emit()

    def _judge(self) -> None:
        text = self.address.text().strip()
        if not text:
            self.address_field.refuse("")
            self.way_in.hide()
            return
        try:
            address, secret, is_remote = self._desk.clean(text)
        except ShareTrouble as trouble:
            self.address_field.refuse(share_reasons.of_trouble(trouble))
            self.way_in.hide()
            return
        self.address_field.refuse("")
        self.address.setText(address)
        self.way_in.setVisible(is_remote)
        if secret is not None:
            self._keep(secret)
        known = (secret or self._known(address)) if is_remote else None
        self.user.setText(known.user if known else "")
        self.password.setText(known.password if known else "")

    def _known(self, address: str) -> Secret | None:
        try:
            return self._desk.secret(address)
        except OSError:
            return None

    def _let_in(self) -> None:
        user, password = self.user.text().strip(), self.password.text()
        known = self._known(self.address.text().strip()) or Secret()
        if (user, password) != (known.user, known.password):
            self._keep(replace(known, user=user, password=password))
            self.edited.emit()

    def _keep(self, secret: Secret) -> None:
        try:
            self._desk.keep_secret(self.address.text().strip(), secret if secret != Secret() else None)
        except OSError:
            self.told.emit(self.tr("The password could not be kept: the data folder cannot be written."))

    def _ask_folder(self) -> None:
        title = self.tr("Choose the folder that your team reads")
        folder = QFileDialog.getExistingDirectory(self, title, self.address.text() or in_documents())
        if folder:
            self.choose_folder(folder)

    def _ask_file(self) -> None:
        title = self.tr("Choose the shared file")
        path, _pattern = QFileDialog.getSaveFileName(
            self, title, self.file.text() or in_documents("话术包.xlsx"), _FILES
        )
        if path:
            self.file.setText(path)
            self._leave()

    def _turn(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        is_folder = self.manner.value is Manner.FOLDER
        self.of_folder.setVisible(is_folder)
        self.of_file.setVisible(not is_folder)
        self._say()

    def _say(self) -> None:
        folder = self.tr(
            "Every publication is kept, numbered and signed; each PC takes it over by itself, refuses what was "
            "tampered with, and you see who has read it."
        )
        plain = self.tr("For a small shop: one file that everybody reads. Nothing is signed, and there is no history.")
        self.hint.setText(folder if self.manner.value is Manner.FOLDER else plain)

    def _manner_word(self, manner: Manner) -> str:
        return self.tr("A signed folder") if manner is Manner.FOLDER else self.tr("One plain shared file")

    def _lay_out(self) -> None:
        self.setProperty(*kind("card"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        inside = beside((self.user_field, 1), (self.password_field, 1))
        inside.setContentsMargins(0, 0, 0, 0)
        self.way_in.setLayout(inside)
        self.of_folder, self.of_file = QWidget(), QWidget()
        for part, field, press in (
            (self.of_folder, self.address_field, self.folder_button),
            (self.of_file, self.file_field, self.file_button),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(INSIDE)
            column.addWidget(field)
            column.addLayout(row(press))
        self.of_folder.layout().addWidget(self.way_in)  # type: ignore[union-attr] # it has just been given one
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        whole.setSpacing(INSIDE)
        for each in (self.title, self.manner, self.hint, self.of_folder, self.of_file):
            whole.addWidget(each)

    def _connect(self) -> None:
        self.manner.chosen.connect(self._turn)
        for field in (self.address, self.file):
            field.editingFinished.connect(self._leave)
        for field in (self.user, self.password):
            field.editingFinished.connect(self._let_in)
        self.folder_button.clicked.connect(self._ask_folder)
        self.file_button.clicked.connect(self._ask_file)

    def _name(self) -> None:
        self.title.setText(self.tr("Where it goes"))
        self.address_field.name(self.tr("Folder of the team"))
        self.address_field.remark(
            self.tr(
                "A folder, \\\\server\\share, https:// (WebDAV), s3:// or oss://; the team's PCs get the same address."
            )
        )
        self.file_field.name(self.tr("Shared file"))
        self.user_field.name(self.tr("User name, or the id of the key"))
        self.password_field.name(self.tr("Password, or the key"))
        self.folder_button.setText(self.tr("Choose a folder…"))
        self.file_button.setText(self.tr("Choose a file…"))
        self.manner.rename()
        self._say()
