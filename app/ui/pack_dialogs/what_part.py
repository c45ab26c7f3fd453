"""What is published: a file of the lead's, or what this PC holds; and where the blank workbook comes from."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from app.core.packs.lead_choices import LeadChoices, Origin
from app.core.phrases.shelf import Group
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.start_folder import in_documents
from app.ui.pack_dialogs.own_part import OwnPart
from app.ui.theme import BETWEEN, EDGE, INSIDE, kind
from app.ui.words import is_chinese

_FILES = "(*.xlsx *.xlsm *.csv *.yaml *.yml *.json)"


class WhatPart(QFrame):
    """`edited`: something else is published. `template_wanted` emits where a blank workbook goes, and whether it is in
    Chinese; `file_wanted` and `folder_wanted` ask for the file and its folder.
    """

    edited = Signal()
    template_wanted = Signal(str, bool)
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file = ""
        self.title, self.told, self.hint = label("title"), label(), label("hint")
        self.origin: Choice[Origin] = Choice(tuple(Origin), self._origin_word)
        self.choose_button, self.open_button, self.folder_button = button(), button("link"), button("link")
        self.chinese_button, self.english_button = button("link"), button("link")
        self.own = OwnPart()
        self.of_file = QWidget()
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def put(self, choices: LeadChoices, groups: Sequence[tuple[Group, int]], agent: str = "") -> None:
        """Show what is chosen."""
        self._file = choices.file
        self.origin.pick(choices.origin)
        self.own.put(choices, groups, agent)
        self._show()

    def read(self, choices: LeadChoices) -> LeadChoices:
        """The choices with what is chosen here."""
        return self.own.read(replace(choices, origin=self.origin.value, file=self._file))

    def open_file(self, file: str) -> None:
        """Publish a file."""
        self._file = file
        self.origin.pick(Origin.FILE)
        self._show()
        self.edited.emit()

    def ask_template(self, is_in_chinese: bool) -> None:
        """Ask where a blank workbook goes, and write it."""
        name = "话术包.xlsx" if is_in_chinese else "pack.xlsx"
        title = self.tr("Where shall the blank workbook go?")
        path, _pattern = QFileDialog.getSaveFileName(self, title, in_documents(name), "Excel (*.xlsx)")
        if path:
            self.template_wanted.emit(path if path.lower().endswith(".xlsx") else f"{path}.xlsx", is_in_chinese)

    def _ask_file(self) -> None:
        pattern = self.tr("Packs {files}").replace("{files}", _FILES)
        folder = str(PurePath(self._file).parent) if self._file else in_documents()
        file, _pattern = QFileDialog.getOpenFileName(self, self.tr("Choose what is published"), folder, pattern)
        if file:
            self.open_file(file)

    def _turn(self) -> None:
        if self.origin.value is Origin.OWN:
            self.own.offer_id()
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        is_file = self.origin.value is Origin.FILE
        self.of_file.setVisible(is_file)
        self.own.setVisible(not is_file)
        self.open_button.setVisible(bool(self._file))
        self.folder_button.setVisible(bool(self._file))
        self._say()

    def _say(self) -> None:
        nothing = self.tr("Drop the workbook of your team here. Without one, write a blank workbook and fill it in.")
        self.told.setText(PurePath(self._file).name or nothing)
        again = self.tr("Fill it in and save it; it is checked again by itself each time.")
        self.hint.setText(f"{PurePath(self._file).parent}\n{again}")
        self.hint.setVisible(bool(self._file))

    def _origin_word(self, origin: Origin) -> str:
        return self.tr("A file") if origin is Origin.FILE else self.tr("What this PC holds")

    def _lay_out(self) -> None:
        self.setProperty(*kind("card"))
        inside = QVBoxLayout(self.of_file)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(INSIDE)
        inside.addWidget(self.told)
        inside.addWidget(self.hint)
        inside.addLayout(row(self.choose_button, self.open_button, self.folder_button))
        inside.addLayout(row(self.chinese_button, self.english_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        column.setSpacing(INSIDE)
        for part in (self.title, self.origin, self.of_file, self.own):
            column.addWidget(part)

    def _connect(self) -> None:
        self.origin.chosen.connect(self._turn)
        self.own.edited.connect(self.edited)
        self.choose_button.clicked.connect(self._ask_file)
        self.open_button.clicked.connect(self.file_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.chinese_button.clicked.connect(lambda: self.ask_template(is_in_chinese=True))
        self.english_button.clicked.connect(lambda: self.ask_template(is_in_chinese=False))

    def _name(self) -> None:
        self.title.setText(self.tr("What is published"))
        self.choose_button.setText(self.tr("Choose a file…"))
        self.open_button.setText(self.tr("Open it"))
        self.folder_button.setText(self.tr("Show its folder"))
        first, second = self.tr("Blank workbook…"), self.tr("Blank workbook in English…")
        self.chinese_button.setText(first if is_chinese() else self.tr("Blank workbook in Chinese…"))
        self.english_button.setText(second if is_chinese() else first)
        self.origin.rename()
        self._say()
