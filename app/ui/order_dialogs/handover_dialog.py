"""The handover (交接): what is open as a card to read, copy or save, and the other shift's file taken over.

The rule: nothing of a file is kept before its button is pressed, and one click takes it back.
"""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.core.imports.reading import Watch
from app.core.orders.duties import handover as files
from app.core.orders.duties.handover import BadHandover, Handover
from app.core.orders.duties.handover_merge import Merge
from app.core.storage import NotStored, NotWritten
from app.ui import sentences
from app.ui.dialogs.file_form import FileForm
from app.ui.dialogs.form import Field, button, label, row
from app.ui.dialogs.leaves import Leaves
from app.ui.dialogs.start_folder import in_documents
from app.ui.order_dialogs import handover_words as words
from app.ui.order_dialogs.order_desk import HandoverDesk
from app.ui.theme import BETWEEN, kind


class Leaf(Enum):
    """A page: what this shift leaves, and what it takes over."""

    GIVE = "give"
    TAKE = "take"


class HandoverDialog(FileForm):
    """Two sections: handing over and taking over. `changed` emits what kinds of data changed."""

    changed = Signal(object)

    def __init__(self, desk: HandoverDesk) -> None:
        super().__init__((600, 640))
        self._desk = desk
        self._made: Handover | None = None
        self._read: Handover | None = None
        self._merge = Merge()
        self._is_done = False
        self.card, self.is_masked = _text(), QCheckBox()
        self.card_row = Field(self.card)
        self.file_button, self.told, self.coming = button(), label(), _text()
        self.sum = label("muted")
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Handover"))
        self.spoken.again(self._name)
        self.refresh()
        if self._made and not (self._made.orders or self._made.follow_ups or self._made.changes):
            self.leaves.open(Leaf.TAKE)  # who has nothing to give takes
            self._show_stage()

    def refresh(self) -> None:
        """Write the card again, as everything is now."""
        try:
            self._made = self._desk.made()
            text = self._desk.text(self._made, self.is_masked.isChecked())
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self.card.setPlainText(text)
        self._show_stage()

    def save_to(self, path: str) -> None:
        """Write the file for the next PC."""
        if self._made is None:
            return
        try:
            self._desk.write(path, files.to_bytes(self._made))
        except NotWritten as lost:
            self.tell(sentences.of_unwritten(lost), "error")
            return
        said = self.tr("Saved: {file}. It holds buyers' names: give it to nobody but the next shift.")
        self.tell(said.replace("{file}", Path(path).name), "ok")

    def open_file(self, file: str | Path) -> None:
        """Read the file of another shift and show what it would change."""
        path = str(file)
        self.leaves.open(Leaf.TAKE)
        self._read, self._is_done = None, False
        self.worker.start(lambda watch: _opened(path, watch))
        self.tell(self.tr("Reading…"))
        self._show_stage()

    def take(self) -> None:
        """Take over what was read."""
        if self._read is None:
            return
        taken = self.tried(self._desk.take, self._read)
        if taken is None:
            return
        self._is_done = True
        said = self.tr("Taken over: {what}.").replace("{what}", words.sums(self._read, taken.merge))
        self.tell(said, "ok")
        self._show_stage()
        self.close_button.setFocus()
        self.changed.emit(taken.changed)

    def undo(self) -> None:
        """Take it back, unless something was done since."""
        changed = self.tried(self._desk.undo)
        if changed is None:
            return
        if not changed:
            self.tell(self.tr("Something was done since. Undo step by step in the window with Ctrl+Z."), "error")
            self.undo_button.hide()
            return
        self._is_done = False
        self.changed.emit(changed)
        if self._read is not None:
            self._show_read(self._read)
        self.tell(self.tr("Taken back: everything is as it was before."))

    def _hear(self, value: object) -> None:
        if isinstance(value, Handover):
            self._show_read(value)
        elif isinstance(value, str):
            self.tell(words.refusal(value), "error")
            self._show_stage()

    def _show_read(self, handover: Handover) -> None:
        merge = self.tried(self._desk.plan, handover)
        if merge is None:
            return
        self._merge = merge
        self._read = handover
        self.told.setText(words.source(handover, self._desk.now(), self._desk.zone()))
        self.coming.setPlainText(words.lines(handover, self._merge, self._desk.now(), self._desk.zone()))
        self.sum.setText(words.sums(handover, self._merge))
        self.tell("")
        self._show_stage()
        (self.take_button if self.take_button.isEnabled() else self.close_button).setFocus()

    def _fail(self, place: str) -> None:
        self.tell(sentences.of_error(place), "error")
        self._show_stage()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.card.toPlainText())
        self.tell(self.tr("The card lies on the clipboard."), "ok")

    def _save(self) -> None:
        if self._made is None:
            return
        name = in_documents(self._desk.file_name(self._made))
        path, _pattern = QFileDialog.getSaveFileName(self, self.tr("Where shall the handover go?"), name, "*.json")
        if path:
            self.save_to(path if path.lower().endswith(".json") else f"{path}.json")

    def _choose(self) -> None:
        path, _pattern = QFileDialog.getOpenFileName(self, self.tr("Choose a handover file"), in_documents(), "*.json")
        if path:
            self.open_file(path)

    def _show_stage(self) -> None:
        is_giving = self.leaves.page is Leaf.GIVE
        merge = self._merge if self._read else Merge()
        has_news = bool(merge.orders or merge.follow_ups or merge.kinds or merge.events)
        for each in (self.copy_button, self.save_button):
            each.setVisible(is_giving)
            each.setEnabled(self._made is not None)
        self.coming.setVisible(self._read is not None and bool(self.coming.toPlainText()))
        self.sum.setVisible(self._read is not None)
        self._gap.setVisible(not self.coming.isVisibleTo(self))
        self.take_button.setVisible(not is_giving and self._read is not None and not self._is_done)
        self.take_button.setEnabled(has_news)
        self.undo_button.setVisible(not is_giving and self._is_done)
        if self._read is None:
            self.told.setText(
                self.tr("Drop the file of the other shift here. Nothing doubles, however often it is read.")
            )

    def _lay_out(self) -> None:
        self._gap = QWidget()
        drop = QWidget()
        drop.setLayout(row(self.told, self.file_button, stretch=0))
        pages = {Leaf.GIVE: QWidget(), Leaf.TAKE: QWidget()}
        inside = ((self.card_row, self.is_masked), (drop, self.sum, self.coming, self._gap))
        for page, parts in zip(pages.values(), inside, strict=True):
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(BETWEEN)
            for part in parts:
                column.addWidget(part, 1 if part in (self.card_row, self.coming, self._gap) else 0)
        self.leaves: Leaves[Leaf] = Leaves(pages, self._leaf)
        self.column.addWidget(self.leaves)
        self.undo_button = self.add_button(lambda: self.tr("Undo"), self.undo)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.save_button = self.add_button(lambda: self.tr("Save as a file…"), self._save)
        self.copy_button = self.add_button(lambda: self.tr("Copy the card"), self._copy, "primary")
        self.take_button = self.add_button(lambda: self.tr("Take over"), self.take, "primary")

    def _connect(self) -> None:
        self.worker.done.connect(self._hear)
        self.worker.failed.connect(self._fail)
        self.is_masked.toggled.connect(lambda _is_on: self.refresh())
        self.file_button.clicked.connect(self._choose)
        self.leaves.turned.connect(self._show_stage)
        self.add_keys(lambda: self.leaves.step(1), "Ctrl+PgDown")
        self.add_keys(lambda: self.leaves.step(-1), "Ctrl+PgUp")

    def _leaf(self, leaf: Leaf) -> str:
        return self.tr("Hand over") if leaf is Leaf.GIVE else self.tr("Take over")

    def _name(self) -> None:
        self.leaves.names.rename()
        self.card_row.name(self.tr("Everything that is open"))
        self.is_masked.setText(self.tr("Hide buyers' names and numbers in the card"))
        self.file_button.setText(self.tr("Choose a file…"))
        self.coming.setAccessibleName(self.tr("What would come"))
        self._show_stage()


def _text() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setProperty(*kind("preview"))
    return made


def _opened(path: str, _watch: Watch) -> Handover | str:
    """What a file holds, or the rule why it cannot be taken over; it runs in a helper thread."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(files.MAX_BYTES + 1)
        return files.of_bytes(content)
    except BadHandover as bad:
        return bad.rule
    except OSError:
        return "unreadable"
