"""The first page: what is published, where it goes, and the key that signs it. All of it is remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.packs.lead_choices import LeadChoices, Manner
from app.core.phrases.shelf import Group
from app.core.storage import NotWritten
from app.ui.pack_dialogs import publish_words as words
from app.ui.pack_dialogs.key_part import KeyPart
from app.ui.pack_dialogs.place_part import PlacePart
from app.ui.pack_dialogs.publish_desk import PublishDesk
from app.ui.pack_dialogs.what_part import WhatPart
from app.ui.theme import BETWEEN


class SourcePage(QWidget):
    """`chosen` emits the choices as they are now, when one of them was changed; `told` a sentence for the foot of the
    window, and how it looks.
    """

    chosen = Signal(object)
    told = Signal(str, str)

    def __init__(self, desk: PublishDesk) -> None:
        super().__init__()
        self._desk = desk
        self.what, self.place, self.key = WhatPart(), PlacePart(desk), KeyPart(desk.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        for part in (self.what, self.place, self.key):
            column.addWidget(part)
            part.edited.connect(self._tell)
        column.addStretch(1)
        self.what.template_wanted.connect(self.write_template)

    def put(self, choices: LeadChoices, groups: Sequence[tuple[Group, int]]) -> None:
        """Show what was chosen."""
        self.what.put(choices, groups, self._desk.agent())
        self.place.put(choices)
        self.key.put(choices)
        self.key.setVisible(choices.manner is Manner.FOLDER)

    def write_template(self, path: str, is_in_chinese: bool) -> None:
        """Write a blank workbook, which is then what is published, and open it."""
        try:
            self._desk.template(path, is_in_chinese)
        except NotWritten as lack:
            self.told.emit(words.lack(lack), "error")
            return
        self.what.open_file(path)
        self.told.emit(self.tr("Written. Fill it in and save it; it is checked by itself."), "ok")
        self._desk.open_file(path)

    def _tell(self) -> None:
        choices = self.key.read(self.place.read(self.what.read(self._desk.choices())))
        self.key.setVisible(choices.manner is Manner.FOLDER)
        self.chosen.emit(choices)
