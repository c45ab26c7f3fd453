"""The place of the phrases: filters, questions, the list or what stands in its place, and the notice.

The rule: it shows what the search and the library say now; after any change it reads again and keeps the selection.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QKeyEvent

from app.core.phrases.phrase import SHEET
from app.ui.palette import Tone
from app.ui.phrases.model import PAGE
from app.ui.phrases.shown import ShownPhrases
from app.ui.row_menu import RowMenu
from app.ui.theme import Look

if TYPE_CHECKING:
    from app.core.phrases.shelf import Group
    from app.services.phrases.find import Find
    from app.services.phrases.library import Library
    from app.services.phrases.undoing import Step
    from app.ui.deeds import Deeds

_FAR = 1000
"""So many rows are looked through for a phrase that is to be shown."""


class PhrasesPanel(ShownPhrases):
    """The place of the phrases. Signals with a phrase carry its id; `new_wanted` carries a text to begin with."""

    paste_wanted = Signal(str)
    copy_wanted = Signal(str)
    edit_wanted = Signal(str)
    move_wanted = Signal(list)
    rename_wanted = Signal(tuple)
    unfold_wanted = Signal()
    stage_chosen = Signal(object)
    search_wanted = Signal()
    typed = Signal(QKeyEvent)
    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._deeds: Deeds | None = None
        self._early_enter: bool | None = None
        named = ("paste", "copy", "edit", "duplicate", "pin", "rename_group", "delete")
        deeds = {name: getattr(self, name) for name in named}
        self.menu = RowMenu(look, deeds, self._move)
        self._connect()

    def serve(self, find: "Find", library: "Library") -> bool:
        """Show what is there from now on; whether the first rows were on show before, and what is stood on stays."""
        from app.ui.deeds import Deeds  # noqa: PLC0415 - the first rows are shown before anything can be done to them

        self._find, self._library = find, library
        self._deeds = Deeds(library, self)
        self._deeds.done.connect(self.changed)
        self._deeds.said.connect(lambda said: self.notice.say(said, Tone.OK, self.tr("Undo"), self.undo))
        self._deeds.undone.connect(lambda sentence: self.notice.say(sentence, Tone.OK))
        self._deeds.failed.connect(lambda sentence: self.notice.say(sentence, Tone.LATE))
        had_rows, self.page, self._trouble = self.page is not None, None, ""
        self.refresh()
        return had_rows

    @property
    def is_served(self) -> bool:
        """Whether all phrases were read, not the first rows alone."""
        return self._library is not None

    def search(self, text: str) -> None:
        """Search for what is typed now and stand on the best hit."""
        former, self._text = self._text, text.strip()
        if self._text != former:
            self._early_enter = None
        if self._is_over_shown and self._text != former:
            self._is_over_shown = False
            self.chips.show_over(False)
        self._ask()
        self.list.choose([], 0)
        self.list.scrollToTop()

    def refresh(self) -> None:
        """Read everything again; what was selected stays so."""
        if self._library:
            self.chips.set_groups(self._library.groups())
            ids, row = self.list.selected(), self.list.currentIndex().row()
            offset = self.list.verticalScrollBar().value()
            self._ask(max(self.model.rowCount(), PAGE))
            self.list.choose(ids, max(row, 0))
            self.list.verticalScrollBar().setValue(offset)

    def paste(self) -> None:
        """Paste the current phrase."""
        if self.list.current():
            self.paste_wanted.emit(self.list.current())

    def copy(self) -> None:
        """Copy the current phrase."""
        if self.list.current():
            self.copy_wanted.emit(self.list.current())

    def take_digit(self, digit: int) -> None:
        """Paste the visible row of a digit."""
        if self.is_folded:
            self.unfold_wanted.emit()
            return
        phrase_id = self.list.visible(digit) if digit else ""
        if phrase_id:
            self.paste_wanted.emit(phrase_id)

    def edit(self) -> None:
        """Edit the current phrase."""
        if self.list.current():
            self.edit_wanted.emit(self.list.current())

    def duplicate(self) -> None:
        """Copy the selected phrases."""
        self._with_selected("duplicate")

    def pin(self) -> None:
        """Pin or unpin the selected phrases."""
        self._with_selected("pin")

    def delete(self) -> None:
        """Put the selected phrases into the bin."""
        self._with_selected("delete")

    @property
    def undoable(self) -> "Step | None":
        """The last deed, while it can be undone."""
        return self._library.undoable if self._library else None

    def undo(self) -> bool:
        """Undo the last deed, and stand on what it was done to; False where there is none."""
        self.notice.clear()
        step = self.undoable
        if step is None or self._deeds is None or not self._deeds.undo():
            return False
        back = [phrase_id for phrase_id in step.ids if self.model.row_of(phrase_id) >= 0]
        if back:
            self.list.choose(back)
        return True

    def tell(self) -> None:
        """Say what a dialog just did, with an undo beside it, and stand on the one phrase that it was done to."""
        if self._deeds is None or self._library is None:
            return
        self._deeds.tell()
        step = self._library.undoable
        if step and step.count == 1:
            self.show_phrase(step.ids[0])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_state()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.chips.changed.connect(self._filter)
        self.chips.left.connect(self.search_wanted)
        self.chips.rename_wanted.connect(self.rename_wanted)
        self.list.chosen.connect(self.paste_wanted)
        self.list.enter_pressed.connect(self.enter)
        self.list.delete_pressed.connect(self.delete)
        self.list.escape_pressed.connect(self.search_wanted)
        self.list.typed.connect(self.typed)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.dropped.connect(self._drop)

    def enter(self, is_copying: bool) -> None:
        """Enter, with Ctrl held or not; where nothing was found it is what the button there says."""
        if self.is_folded:
            self.unfold_wanted.emit()
        elif self._text and not self._can_search and not self.is_commanding:
            self._early_enter = is_copying
        elif self.commanding and self.is_commanding:
            self.commanding.list.enter()
        elif not self.model.rowCount() and not is_copying:
            self.blank.enter()
        elif is_copying:
            self.copy()
        else:
            self.paste()

    def take_key(self, event: QKeyEvent) -> None:
        """Move in the list that is in sight, as on a key."""
        shown = self.commanding.list if self.commanding and self.is_commanding else self.list
        shown.take_key(event)

    def enter_late(self, *, is_wanted: bool) -> None:
        """Do what an Enter meant that came before anything could be searched, if that is still wanted."""
        early, self._early_enter = self._early_enter, None
        if early is not None and is_wanted:
            self.enter(early)

    def _filter(self) -> None:
        self.stage_chosen.emit(self.chips.stage)
        self.search(self._text)

    def show_phrase(self, phrase_id: str) -> None:
        """Stand on a phrase if it is in the list, also where it was not scrolled to yet."""
        if self.model.row_of(phrase_id) < 0 and self.model.canFetchMore():
            selected, offset = self.list.selected(), self.list.verticalScrollBar().value()
            self._ask(_FAR)
            self.list.choose(selected)
            self.list.verticalScrollBar().setValue(offset)
        if self.model.row_of(phrase_id) >= 0:
            self.list.choose([phrase_id])

    def _with_selected(self, deed: str) -> None:
        if self._deeds and (ids := self._kept()):
            getattr(self._deeds, deed)(ids)

    def _kept(self) -> list[str]:
        """The selected phrases; answers are made of the cheat-sheet and changed there, which is said."""
        ids = self.list.selected()
        kept = [phrase_id for phrase_id in ids if not phrase_id.startswith(f"{SHEET}:")]
        if ids and not kept:
            said = self.tr("This answer is made of the cheat-sheet and is changed there.")
            self.notice.say(said, Tone.INFO, self.tr("Edit…"), self.edit)
        return kept

    def choose_group(self) -> None:
        """Ask where the selected phrases shall go."""
        if ids := self._kept():
            self.move_wanted.emit(ids)

    def rename_group(self) -> None:
        """Ask for another name of the group that is shown, or of the one that the current phrase lies in."""
        phrase = self._library.get(self.list.current()) if self._library else None
        if group := self.chips.group or (phrase.group if phrase else ()):
            self.rename_wanted.emit(group)
        else:
            self.notice.say(self.tr("Stand on a phrase of the group that is to be renamed."))

    def _move(self, group: "Group") -> None:
        if self._deeds:
            self._deeds.move(self._kept(), group)

    def _drop(self, ids: list[str], anchor: str, is_after: bool) -> None:
        if self._deeds is None or self._text:
            return
        if self.chips.group:
            self._deeds.drop(ids, anchor, is_after=is_after)
        elif not self._deeds.drop_pinned(ids, anchor, is_after=is_after):
            self.notice.say(self.tr("Only pinned phrases can be sorted here. Choose a group to sort it."))

    def _open_menu(self, point: QPoint) -> None:
        ids = self.list.selected()
        if self._library is None or not ids:
            return
        phrases = [phrase for phrase in map(self._library.get, ids) if phrase]
        menu = self.menu.build(self, self._library.groups(), phrases, is_single=len(ids) == 1)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))
