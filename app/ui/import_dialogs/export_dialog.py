"""Phrases into a file of another program: which ones, which kind of file, what is lost, and where it goes.

The rule: what the file does not carry stands there before the button can be pressed.
"""

from collections.abc import Collection, Sequence
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from app.core.imports.exports import ENDINGS, Manner, Preview, Target, Written
from app.core.imports.reading import Group, Watch
from app.core.phrases.phrase import Phrase
from app.core.storage import NotWritten
from app.ui import sentences
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, Form, label
from app.ui.dialogs.group_field import path_text
from app.ui.dialogs.work_bar import WorkBar
from app.ui.import_dialogs import export_words as words
from app.ui.import_dialogs.export_desk import ExportDesk
from app.ui.import_dialogs.export_kinds import ExportKinds
from app.ui.import_dialogs.export_losses import ExportLosses
from app.ui.worker import Worker

SHOW_PROGRESS_MS = 1000


class Which(Enum):
    """Which phrases are meant."""

    ALL = "all"
    GROUP = "group"
    CHOSEN = "chosen"


class ExportDialog(Form):
    """`written` emits what was written (`Written`)."""

    written = Signal(object)

    def __init__(self, desk: ExportDesk, chosen: Collection[str] = ()) -> None:
        super().__init__((560, 720))
        self._desk = desk
        self._ids: Collection[str] = ()
        self._phrases: Sequence[Phrase] = ()
        self._preview: Preview | None = None
        self._path = ""
        self.worker = Worker(self)
        self.which, self.group = Choice(list(Which), self._which_word), QComboBox()
        self.which_row = Field(self.which, self.group)
        self.kinds, self.losses = ExportKinds(), ExportLosses()
        self.kinds_row, self.losses_row = Field(self.kinds), Field(self.losses)
        self.empty, self.work = label("muted"), WorkBar(SHOW_PROGRESS_MS)
        self._lay_out()
        self._connect()
        self.spoken.again(self._name)
        self.choose(chosen)

    def choose(self, ids: Collection[str]) -> None:
        """Mean the phrases that were found or selected in the window; without any, all."""
        self._ids = [phrase.id for phrase in self._desk.some(ids)]
        self._offer_groups()
        self.which.show_only([each for each in Which if self._is_offered(each)])
        self.which.pick(Which.CHOSEN if self._ids else Which.ALL)
        self.which.rename()
        self.look_again()
        self.kinds.setFocus()

    def look_again(self) -> None:
        """Find out what the file would lose, for the choices as they are now."""
        self._phrases = self._meant()
        self.group.setVisible(self.which.value is Which.GROUP)
        self._path = ""
        target, manner = self.kinds.value, self._desk.manner()
        self._begin()
        self.worker.start(partial(self._look, target, self._phrases, manner))

    def write_to(self, path: str) -> None:
        """Write the file."""
        if self._preview is None or not self._preview.kept:
            return
        self._path = path
        self._let_choose(is_free=False)
        target, manner = self._preview.target, self._desk.manner()
        told = None if self.worker.is_working else self._preview  # what is being looked at may have changed since
        self.tell(self.tr("Writing…"))
        self._begin()
        self.worker.start(partial(_write, self._desk, path, target, self._phrases, manner, told))

    def stop(self) -> None:
        """End what goes on; no file was touched by it."""
        self.worker.stop()
        if not self._path:  # nobody knows what the file would lose
            self._preview = None
            self.losses.show_preview(None)
        self.tell(self.tr("Stopped. Nothing was written."))
        self._settle()

    def reject(self) -> None:
        """Close; what goes on is stopped."""
        self.worker.stop()
        super().reject()

    def event(self, event: QEvent) -> bool:
        """Whoever comes back from the window may have changed phrases there."""
        is_back = event.type() == QEvent.Type.WindowActivate and not self.worker.is_working
        if is_back and tuple(self._meant()) != tuple(self._phrases):
            self._offer_groups()
            self.which.rename()
            self.look_again()
        return super().event(event)

    # What was found out and written.

    def _look(self, target: Target, phrases: Sequence[Phrase], manner: Manner, watch: Watch) -> Preview:
        return self._desk.preview(target, phrases, manner, watch)

    def _hear(self, value: object) -> None:
        if isinstance(value, Preview):
            self._preview = value
            self.losses.show_preview(value)
            self.tell("")
        elif isinstance(value, NotWritten):
            self.tell(sentences.of_unwritten(value), "error")
        elif isinstance(value, Written):
            self.tell(words.written(value, Path(value.path).name), "ok")
            self.written.emit(value)
        self._settle()
        if isinstance(value, Written):
            self.folder_button.show()
            self.folder_button.setFocus()

    def _fail(self, place: str) -> None:
        self.tell(sentences.of_error(place), "error")
        self._settle()

    def _ask(self) -> None:
        if not self.export_button.isEnabled():
            return
        target = self.kinds.value
        ending = ENDINGS[target]
        suggested = str(Path(self._desk.folder()) / f"{words.file_name(target)}{ending}")
        title = self.tr("Where shall the file go?")
        path, _pattern = QFileDialog.getSaveFileName(self, title, suggested, f"*{ending}")
        if not path:
            return
        if path.lower().endswith(ending):
            self.write_to(path)
        elif Path(f"{path}{ending}").exists():  # nobody was asked whether it may go
            said = self.tr("{file} is there already. Choose it by its whole name to replace it.")
            self.tell(said.replace("{file}", f"{Path(path).name}{ending}"), "error")
        else:
            self.write_to(f"{path}{ending}")

    # What is in sight.

    def _begin(self) -> None:
        self.export_button.setEnabled(False)
        self.folder_button.hide()
        self.work.begin()

    def _let_choose(self, *, is_free: bool) -> None:
        """Another choice would end the writing, so there is none meanwhile."""
        self.which_row.setEnabled(is_free)
        self.kinds_row.setEnabled(is_free)

    def _settle(self) -> None:
        self._let_choose(is_free=True)
        self.work.settle()
        is_empty = not self._phrases
        self.empty.setVisible(is_empty)
        for each in (self.which_row, self.kinds_row, self.losses_row):
            each.setVisible(not is_empty)
        self.export_button.setVisible(not is_empty)
        self.export_button.setEnabled(bool(self._preview and self._preview.kept))
        self._say_button()

    def _meant(self) -> Sequence[Phrase]:
        if self.which.value is Which.CHOSEN:
            return self._desk.some(self._ids)
        group: Group | None = self.group.currentData()
        return self._desk.in_group(group) if self.which.value is Which.GROUP and group else self._desk.every()

    def _offer_groups(self) -> None:
        kept: Group | None = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        for group in self._desk.groups():
            self.group.addItem(path_text(group), group)
        places = [at for at in range(self.group.count()) if self.group.itemData(at) == kept]
        self.group.setCurrentIndex(places[0] if places else 0)
        self.group.blockSignals(False)

    def _is_offered(self, which: Which) -> bool:
        if which is Which.GROUP:
            return bool(self.group.count())
        return which is Which.ALL or bool(self._ids)

    def _which_word(self, which: Which) -> str:
        if which is Which.GROUP:
            return self.tr("One group")
        if which is Which.ALL:
            return self.tr("All {count}").replace("{count}", f"{len(self._desk.every()):,}")
        return self.tr("Chosen in the window {count}").replace("{count}", f"{len(self._ids):,}")

    def _say_button(self) -> None:
        kept = self._preview.kept if self._preview else 0
        said = self.tr("Export {phrases}…").replace("{phrases}", words.count(kept))
        self.export_button.setText(said if kept else self.tr("Export…"))

    def _lay_out(self) -> None:
        self.group.hide()
        self.empty.hide()
        for part in (self.which_row, self.empty, self.kinds_row, self.losses_row):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.foot.addWidget(self.work, 1)
        self.folder_button = self.add_button(lambda: self.tr("Open the folder"), self._show_folder)
        self.folder_button.hide()
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.export_button = self.add_button(lambda: "", self._ask, "primary")
        self.add_keys(self._ask, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")

    def _show_folder(self) -> None:
        self._desk.show_folder(self._path)

    def _connect(self) -> None:
        self.worker.done.connect(self._hear)
        self.worker.failed.connect(self._fail)
        self.worker.progress.connect(self.work.progress)
        self.work.stopped.connect(self.stop)
        self.which.chosen.connect(self.look_again)
        self.group.currentIndexChanged.connect(lambda _at: self.look_again())
        self.kinds.chosen.connect(self.look_again)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Export phrases"))
        self.which_row.name(self.tr("Which phrases"))
        self.group.setAccessibleName(self.tr("Group"))
        self.kinds_row.name(self.tr("What the file is for"))
        self.losses_row.name(self.tr("What the file does not carry"))
        self.empty.setText(self.tr("There is no phrase here yet. Write one with Ctrl+N, or import some with Ctrl+I."))
        self._say_button()


def _write(
    desk: ExportDesk,
    path: str,
    target: Target,
    phrases: Sequence[Phrase],
    manner: Manner,
    told: Preview | None,
    watch: Watch,
) -> Written | NotWritten:
    """Runs in a helper thread; why it could not be written is an answer too."""
    try:
        return desk.write(path, target, phrases, manner, watch, told)
    except NotWritten as lost:
        return lost
