"""The place of the cheat-sheet: three parts, the changes, and the notice below.

The rule: it shows what the sheet says now; after any change it reads again and stands where it stood.
"""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.core.changes import Changed
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import EMPTY
from app.ui.palette import Tone
from app.ui.sheet_panel.deeds import SheetDeeds
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.facts import FILL_IN
from app.ui.sheet_panel.parts import Parts
from app.ui.sheet_panel.row import Part, Row
from app.ui.sheet_panel.segments import Noun
from app.ui.sheet_panel.sheet_menu import KEYS, Act, SheetMenu
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker

_EXACT = QKeySequence.SequenceMatch.ExactMatch
_NEXT, _BEFORE = QKeySequence("Ctrl+PgDown"), QKeySequence("Ctrl+PgUp")


class SheetPanel(Parts):
    """The place. Signals with an answer or an entry carry its id; `new_wanted` carries the value of a `Noun`.

    `left`: Esc where nothing is left to close. `typed`: a letter that goes on in the search. `keyboard_wanted`: the
    widget that was clicked to type in. `chosen_changed`: phrases speak of something else now.
    """

    paste_wanted = Signal(str)
    copy_wanted = Signal(str)
    new_wanted = Signal(str)
    edit_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    workbook_wanted = Signal()
    calculator_wanted = Signal()
    sample_wanted = Signal()
    sample_gone_wanted = Signal()
    chosen_changed = Signal()
    changed = Signal(object)
    left = Signal()
    typed = Signal(QKeyEvent)
    keyboard_wanted = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._deeds: SheetDeeds | None = None
        self.acts = self._named_acts()
        self._menu = SheetMenu(look, self.acts)
        self._connect()

    def serve(self, desk: SheetDesk, ticker: Ticker | None = None) -> None:
        """Show what is there from now on, and the time left by the beats of a ticker."""
        self._desk, self._trouble = desk, ("", ())
        self._deeds = SheetDeeds(desk, self)
        self._deeds.done.connect(self._done)
        self._deeds.said.connect(lambda said: self.notice.say(said, Tone.OK, self.tr("Undo"), self.undo))
        self._deeds.undone.connect(lambda said: self.notice.say(said, Tone.OK))
        self._deeds.came_back.connect(self.stand_on)
        self._deeds.failed.connect(lambda said: self.notice.say(said, Tone.LATE))
        if ticker:
            ticker.second.connect(self.tick)
            ticker.watch(self.activities.timeline)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        if self._desk is None:
            return
        desk = self._desk
        self.banner.show_changes(desk.changes())
        sample = (self.tr("Load the Double Eleven sample"), self.sample_wanted.emit)
        self.activities.refresh(desk, sample, (self.tr("New activity"), self.new))
        book = (self.tr("Import a workbook…"), self.workbook_wanted.emit)
        self.products.page.refresh(desk, book, (self.tr("New product"), self.new))
        self.shop.refresh(desk, (self.tr("New fact"), self.new))
        self.changes.refresh(desk)
        if self.products.is_open and not self.products.card.refresh(desk):
            self.products.close_card()
        self._show_state()

    def tick(self, now: datetime) -> None:
        """A second has begun: repaint the times that can be seen."""
        if self.activities.isVisible():
            self.activities.tick(now)

    def show_entry(self, entry_id: str) -> None:
        """Open an activity, a product or a fact of the shop, as from another place."""
        entry = self._desk.sheet().get(entry_id) if self._desk else None
        if isinstance(entry, Product):
            self.segments.choose(Noun.PRODUCT)
            self.open_product(entry_id)
        elif isinstance(entry, Activity):
            self.segments.choose(Noun.ACTIVITY)
            self.activities.show_activity(entry_id)
        elif entry:
            self.segments.choose(Noun.FACT)
            self.shop.list.choose_entry(entry_id)

    def open_product(self, product_id: str) -> None:
        """Show the card of a product and choose it."""
        if self._desk is None:
            return
        self.choose(product_id=product_id)
        self.products.open_card(product_id, self._desk)
        self.products.card.list.setFocus()

    def choose(self, *, activity_id: str | None = None, product_id: str | None = None) -> None:
        """Say what phrases speak of; an empty id takes a choice back."""
        if self._desk is None:
            return
        chosen = self._desk.subjects.chosen
        activity = chosen.activity_id if activity_id is None else activity_id
        product = chosen.product_id if product_id is None else product_id
        self._desk.subjects.chosen = replace(chosen, activity_id=activity, product_id=product)
        self.refresh()
        self.chosen_changed.emit()

    def tell(self) -> None:
        """Say what a dialog just did, with an undo beside it, and show what it was done to."""
        if self._deeds and self._deeds.tell():
            self.show_entry(self._deeds.last_id())

    # What a key or an entry of the menu does.

    def paste(self) -> None:
        """Do what Enter does."""
        if self.page:
            self.page.list.enter()

    def copy(self) -> None:
        """Copy the answer that is stood on."""
        row = self.row()
        if row and row.answer_id:
            self.copy_wanted.emit(row.answer_id)

    def take_digit(self, digit: int) -> None:
        """Paste the visible row of a digit."""
        row = self.page.list.visible(digit) if self.page else None
        if row:
            self.paste_wanted.emit(row.answer_id)

    def new(self) -> None:
        """Make an activity, a product or a fact, as is the part that is on."""
        self.new_wanted.emit(self.segments.noun.value)

    def edit(self) -> None:
        """Edit the entry that is stood on."""
        entry = self.entry()
        if entry:
            self.edit_wanted.emit(entry.id)

    def duplicate(self) -> None:
        """Duplicate the activity that is stood on, with other dates."""
        entry = self.entry()
        if isinstance(entry, Activity):
            self.duplicate_wanted.emit(entry.id)

    def delete(self) -> None:
        """Put the entry that is stood on into the bin."""
        entry = self.entry()
        if entry and self._deeds:
            self._deeds.delete(entry)

    def toggle_sold_out(self) -> None:
        """Say that the product that is stood on is sold out, or is there again."""
        entry = self.entry()
        if isinstance(entry, Product) and self._deeds:
            self._deeds.toggle_sold_out(entry)
            if self.page is self.products.card:
                self.page.list.start()

    def undo(self) -> bool:
        """Undo what was done last; False where there is nothing."""
        self.notice.clear()
        return bool(self._deeds and self._deeds.undo())

    def open_changes(self) -> None:
        """Show what was changed."""
        if self._desk:
            self._stack.setCurrentWidget(self.changes)
            self.changes.list.setFocus()
            self.changes.list.start()

    # What the widgets tell.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the place, as far as the window has not taken them."""
        pressed = QKeySequence(event.keyCombination())
        deed = next((name for name, keys in KEYS.items() if pressed.matches(QKeySequence(keys)) is _EXACT), "")
        digit = next((at for at in range(1, 10) if pressed == QKeySequence(f"Alt+{at}")), 0)
        if deed:
            self.acts[deed]()
        elif digit:
            self.take_digit(digit)
        elif pressed in (_NEXT, _BEFORE):
            self.segments.step(1 if pressed == _NEXT else -1)
            self.first.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            for page in self.pages:
                page.retranslate()
            self.refresh()
            self._show_state()
        super().changeEvent(event)

    def _connect(self) -> None:
        for page in self.pages:
            page.paste_wanted.connect(self.paste_wanted)
            page.copy_wanted.connect(self.copy_wanted)
            page.opened.connect(self._open_row)
            page.delete_pressed.connect(self.delete)
            page.typed.connect(self.typed)
            page.menu_wanted.connect(self.open_menu)
            page.left.connect(self._leave)
        self.segments.chosen.connect(self._open)
        self.segments.entered.connect(self._enter)
        self.segments.left.connect(self.left)
        self.segments.new.clicked.connect(self.new)
        self.segments.more.clicked.connect(self._open_more)
        self.banner.opened.connect(self.open_changes)
        self.activities.chosen.connect(lambda activity_id: self.choose(activity_id=activity_id))
        self.products.page.keyboard_wanted.connect(self.keyboard_wanted)
        self.products.card.sold_out.connect(self.toggle_sold_out)
        self.products.card.unchosen.connect(lambda: self.choose(product_id=""))
        self.changes.confirmed.connect(self._confirm)

    def _enter(self) -> None:
        self.first.setFocus()

    def _confirm(self, ids: list[str]) -> None:
        if self._deeds:
            self._deeds.confirm(ids)

    def _done(self, kinds: Changed) -> None:
        self.refresh()
        self.changed.emit(kinds)

    def _open_row(self, row: Row) -> None:
        if row.key == FILL_IN:
            self.edit()
        elif row.part in (Part.PRODUCT, Part.OFFER):
            self.open_product(row.entry_id)

    def _leave(self) -> None:
        """One step back: from a card to the list, from the changes to the part, else out of the place."""
        if self.page is self.products.card:
            self.products.close_card()
            self.products.page.list.setFocus()
        elif self.page is self.changes:
            self._open(self.segments.noun)
            self.first.setFocus()
        else:
            self.left.emit()

    def _open_more(self) -> None:
        button = self.segments.more
        self.open_menu(button.mapToGlobal(QPoint(0, button.height())))

    def open_menu(self, point: QPoint) -> None:
        """The menu of what is stood on, at a point of the screen."""
        row = self.row()
        sheet, changes = (self._desk.sheet(), self._desk.changes()) if self._desk else (EMPTY, ())
        noun, can_paste = self.segments.noun, bool(row and row.answer_id)
        menu = self._menu.build(self, noun, sheet, self.entry(), can_paste=can_paste, changes=len(changes))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _named_acts(self) -> dict[str, Act]:
        return {
            "paste": self.paste,
            "copy": self.copy,
            "new": self.new,
            "edit": self.edit,
            "duplicate": self.duplicate,
            "delete": self.delete,
            "sold_out": self.toggle_sold_out,
            "undo": self.undo,
            "act": self.notice.do,
            "changes": self.open_changes,
            "calculate": self.calculator_wanted.emit,
            "workbook": self.workbook_wanted.emit,
            "sample_gone": self.sample_gone_wanted.emit,
        }
