"""The bin: what was deleted in the last 30 days, to be brought back or deleted for good.

The rule: deleting for good has no way back in the library, so it waits until the window closes; until then one click
undoes it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.changes import NOTHING, Changed
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import Entry
from app.core.storage import NotStored
from app.core.values import dataclass
from app.services.phrases.library import KEPT_IN_BIN, Library
from app.ui import sentences
from app.ui.blank import Sign
from app.ui.dialogs.bin_rows import LEFT, NOUN, TITLE, Binned, BinRows, of_entry, of_phrase
from app.ui.dialogs.clear_button import add_cross
from app.ui.dialogs.form import Form, bind_inside, button, dress, grown, label, row
from app.ui.dialogs.table import table_of
from app.ui.theme import BETWEEN, Look, kind

Verb = Callable[[Collection[str]], Changed]


@dataclass(frozen=True, slots=True)
class SheetBin:
    """The bin of the cheat-sheet: `in_bin`, `restore` and `purge` of `CheatSheet`; the latter raise `NotStored`.

    `zone` is the shop's; `withdrawn` are those of some things, phrases too, that lie there because their pack took them
    back.
    """

    in_bin: Callable[[], Sequence[Entry]] = tuple
    restore: Callable[[Collection[str]], Changed] = lambda _ids: NOTHING
    purge: Callable[[Collection[str]], Changed] = lambda _ids: NOTHING
    zone: Callable[[], ZoneInfo] = lambda: ZoneInfo("Asia/Shanghai")
    withdrawn: Callable[[Sequence[Phrase | Entry]], Collection[str]] = lambda _things: ()


class BinDialog(Form):
    """A window with what lies in the bin. `changed` emits what kinds of data changed (`Changed`)."""

    changed = Signal(object)

    def __init__(
        self,
        library: Library,
        now: Callable[[], datetime],
        *,
        sheet: SheetBin | None = None,
        look: Look | None = None,
    ) -> None:
        super().__init__((520, 560))
        self._library, self._sheet = library, sheet or SheetBin()
        self._doomed: set[str] = set()
        self.search = QLineEdit()
        add_cross(self.search)
        self.empty = label("calm")
        self.nothing = _nothing(self.empty, look)
        self.model = BinRows(now, look, self)
        self.table = table_of(self.model, {NOUN: grown(self, 150), LEFT: grown(self, 80)}, TITLE)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty(*kind("preview"))
        self.text.setFixedHeight(4 * self.text.fontMetrics().lineSpacing() + 24)
        self.doomed_text, self.undo_button = label("error"), button("link")
        self._lay_out()
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.delete_button = self.add_button(lambda: self.tr("Delete for good"), self.delete)
        self.restore_button = self.add_button(lambda: self.tr("Restore"), self.restore)
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what lies in the bin now."""
        phrases, entries = self._library.in_bin(), self._sheet.in_bin()
        told = partial(of_entry, zone=self._sheet.zone())
        withdrawn = self._sheet.withdrawn([*phrases, *entries])
        things = (*map(of_phrase, phrases), *map(told, entries))
        self.model.show_things([replace(one, is_withdrawn=one.id in withdrawn) for one in things], self._doomed)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._choose()

    def chosen(self) -> list[str]:
        """The ids of what is selected."""
        return [thing.id for thing in self._chosen_things()]

    def restore(self) -> None:
        """Bring what is selected back to where it was."""
        self._do(self.chosen(), self._library.restore, self._sheet.restore)

    def delete(self) -> None:
        """Have what is selected deleted for good when the window closes."""
        self._doomed.update(self.chosen())
        self.refresh()

    def undo(self) -> None:
        """Keep everything that was to be deleted."""
        self._doomed.clear()
        self.refresh()

    def reject(self) -> None:
        """Close, and delete for good what was to be."""
        doomed = set(self._doomed)
        self._doomed.clear()
        if doomed and not self._do(doomed, self._library.purge, self._sheet.purge):
            self._doomed = doomed
            return
        super().reject()

    def _do(self, ids: Collection[str], of_phrases: Verb, of_entries: Verb) -> bool:
        """Do something with phrases and with entries; what was done before one of them failed stays done."""
        entries = {entry.id for entry in self._sheet.in_bin()}.intersection(ids)
        changed = NOTHING
        try:
            for verb, meant in ((of_phrases, set(ids) - entries), (of_entries, entries)):
                if meant:
                    changed |= verb(meant)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return False
        finally:
            if changed:
                self.changed.emit(changed)
        self.tell("")
        self.refresh()
        return True

    def _chosen_things(self) -> list[Binned]:
        rows = self.table.selectionModel().selectedRows()
        return [thing for index in rows if (thing := self.model.row(index))]

    def _choose(self) -> None:
        chosen = self._chosen_things()
        for each, look in ((self.restore_button, "primary"), (self.delete_button, "link")):
            each.setEnabled(bool(chosen))
            dress(each, look if chosen else "")
        self.text.setPlainText(chosen[0].text if len(chosen) == 1 else "")
        self._say_rest()

    def _say_rest(self) -> None:
        is_empty = not self.model.rowCount()
        is_narrowed = bool(self.search.text())
        empty = self.tr("The bin is empty: what you delete is kept here for {days} days.")
        said = self.tr("Nothing in the bin holds this text.") if is_narrowed else empty
        self.empty.setText(said.replace("{days}", str(KEPT_IN_BIN // timedelta(days=1))))
        self.nothing.setVisible(is_empty)
        self.table.setVisible(not is_empty)
        self.text.setVisible(not is_empty)
        for each in (self.search, self.restore_button, self.delete_button):
            each.setVisible(is_narrowed or not is_empty)
        one = self.tr("One thing is deleted for good when you close this window.")
        many = self.tr("{count} things are deleted for good when you close this window.")
        told = one if len(self._doomed) == 1 else many
        self.doomed_text.setText(told.replace("{count}", str(len(self._doomed))))
        self.doomed_text.setVisible(bool(self._doomed))
        self.undo_button.setVisible(bool(self._doomed))

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        if self.model.rowCount():
            self.table.selectRow(0)
        self._choose()

    def _go_down(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self.column.addWidget(self.search)
        for widget in (self.nothing, self.table):
            self.column.addWidget(widget, 1)
        self.column.addWidget(self.text)
        self.column.addLayout(row(self.doomed_text, self.undo_button, stretch=0))
        self.column.addStretch(0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.undo_button.clicked.connect(self.undo)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._choose())
        self.search.returnPressed.connect(self.restore)
        self.table.activated.connect(lambda _index: self.restore())  # Enter, and a double click
        bind_inside(self.search, "Down", self._go_down)
        self.add_keys(self.delete, "Del")

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Bin"))
        self.search.setPlaceholderText(self.tr("Find in the bin"))
        self.search.setAccessibleName(self.tr("Find in the bin"))
        self.text.setAccessibleName(self.tr("What it says"))
        self.undo_button.setText(self.tr("Undo"))
        self.table.setAccessibleName(self.tr("What lies in the bin"))
        self.model.retranslate()
        self._say_rest()


def _nothing(said: QLabel, look: Look | None) -> QWidget:
    """What stands there instead of the table."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setSpacing(BETWEEN)
    column.addStretch(2)
    if look is not None:
        column.addWidget(Sign(look, "bin"), 0, Qt.AlignmentFlag.AlignHCenter)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(said)
    column.addStretch(3)
    return made
