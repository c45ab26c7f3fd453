"""The place of packs in the window, with its badge in the rail and its cell in the strip.

The rule: it comes with the first source of packs; without one there is nothing of it to be seen.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.core.phrases.phrase import Phrase
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.packs.desk import NewsDesk, OwnDesk
from app.ui.packs.news_panel import NewsPanel
from app.ui.packs.own_marks import OwnMarks
from app.ui.packs.pack_cell import PackCell
from app.ui.palette import Tone
from app.ui.place_names import NEWS, PHRASES, word
from app.ui.rail import Place
from app.ui.theme import Look
from app.ui.window.column import Column

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_SHOWN_BY = frozenset((Kind.PACKS, Kind.SETTINGS, Kind.PHRASES, Kind.SHEET))


class PackPlace(QObject):
    """The panel, the badge and the cell. `sources_wanted` asks for the page of sources."""

    sources_wanted = Signal()

    def __init__(self, look: Look, column: Column, window: "MainWindow", desk: NewsDesk, own: OwnDesk) -> None:
        super().__init__(column)
        self._own = own
        self.marks = OwnMarks(look, own, self)
        self._column, self._window, self._desk = column, window, desk
        self.panel = NewsPanel(look, desk)
        self.cell = PackCell(look, desk)
        column.add_place(Place(NEWS, "news", partial(word, NEWS)), self.panel)
        column.strip.add(self.cell)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again; while the place is out of sight only its badge and its cell."""
        if self.panel.isVisible():
            self.panel.refresh()
        else:
            self._column.rail.count(NEWS, self._desk.summary().must_reads)
        self.cell.refresh()

    def refresh_state(self) -> None:
        """A source answered, or did not."""
        if self.panel.isVisible():
            self.panel.refresh_state()
        self.cell.refresh()

    def show_changes(self, kinds: Changed) -> None:
        """Read again what was changed elsewhere; while it is out of sight only its badge and its cell."""
        if Kind.PACKS in kinds:
            self.marks.forget()
        if Kind.PACKS in kinds or (kinds & _SHOWN_BY and self.panel.isVisible()):
            self.refresh()

    def open(self) -> None:
        """Show what changed."""
        self._window.open_place(NEWS)

    def _connect(self) -> None:
        panel, window, column = self.panel, self._window, self._column
        panel.waiting.connect(partial(column.rail.count, NEWS))
        panel.changed.connect(window.changed)
        panel.sources_wanted.connect(self.sources_wanted)
        panel.opened.connect(self._show_item)
        panel.left.connect(self._leave)
        panel.typed.connect(column.panel.typed)
        self.cell.room_changed.connect(column.strip.share)
        self.cell.clicked.connect(self.open)
        column.panel.list.know_own(self.marks.mark)
        column.panel.menu.more = self.marks.add_to_menu
        self.marks.found.connect(column.panel.list.viewport().update)
        self.marks.reset_wanted.connect(self._reset)
        self.marks.compare_wanted.connect(self.open)

    def _reset(self, ids: list[str]) -> None:
        """Own versions give way to the pack's words; the list says so with an undo."""
        try:
            changed = self._own.reset(ids)
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            return
        if changed:
            self._window.changed.emit(changed | {Kind.PACKS})
            self._column.panel.tell()

    def _leave(self) -> None:
        self._column.rail.open(PHRASES)
        self._column.search.setFocus()

    def _show_item(self, item_id: str) -> None:
        """Show a thing where it is used: a phrase in the list, an entry in the cheat-sheet."""
        item = self._desk.item(item_id)
        places = self._window.inside.places
        if isinstance(item, Phrase):
            self._column.rail.open(PHRASES)
            self._column.panel.chips.narrow(None, ())
            self._column.panel.chips.choose(None)
            self._column.search.setText(item.title)
            self._column.panel.show_phrase(item_id)
        elif item is not None and places:
            places.show_entry(item_id)
