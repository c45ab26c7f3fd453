"""What fills the window, and how its parts and the window's signals hang together.

The rule: here is wiring only; what is shown is the panel's, what is wanted is said by the window.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeyEvent

from app.core.changes import Changed, Kind
from app.core.hotkeys import SEARCH
from app.core.storage import NotStored
from app.ui.asking import Asking
from app.ui.keys import COMMANDS
from app.ui.palette import Tone
from app.ui.place_names import ACTIVITIES, ORDERS, PHRASES
from app.ui.routing import Routing
from app.ui.saying import Saying
from app.ui.theme import Look
from app.ui.window.column import Column
from app.ui.window.menu import WindowMenu
from app.ui.window.modes import Modes
from app.ui.window.named_deeds import named_deeds
from app.ui.window.wide import Wide

if TYPE_CHECKING:
    from app.core.pinyin import Readings
    from app.services.phrases.find import Find
    from app.services.phrases.library import Library
    from app.services.phrases.undoing import Step
    from app.services.settings import Preferences
    from app.ui.commands.commanding import Commanding
    from app.ui.main_window import MainWindow
    from app.ui.notice import Notice
    from app.ui.orders.desk import OrdersDesk
    from app.ui.orders.sought import Sought
    from app.ui.places import Places
    from app.ui.served import Served
    from app.ui.sheet_panel.desk import SheetDesk
    from app.ui.timers.desk import TimersDesk

_SHOWN_BY = frozenset((Kind.PHRASES, Kind.USE, Kind.SHEET, Kind.SETTINGS))


class Inside(Column):
    """The filled window."""

    def __init__(self, look: Look, window: "MainWindow") -> None:
        super().__init__(look, window)
        self._window = window
        self._find: Find | None = None
        self._preferences: Preferences | None = None
        self.is_paused = False
        self._said: tuple[Notice, str] | None = None
        self._undoable_when_typed: Step | None = None
        self.places: Places | None = None
        self.asking = Asking(self, window)
        self.wide = Wide(self, window)
        self.modes = Modes(self, window)
        self._deeds = named_deeds(self, window)
        self._menu = WindowMenu(look, self._deeds)
        self._connect()
        self.routing = Routing(self, window.focus, self._deeds, self.open_search)
        self.modes.apply()

    @cached_property
    def served(self) -> "Served":
        """What says how a paste ended."""
        from app.ui.served import Served  # noqa: PLC0415 - a start has pasted nothing

        return Served(self, self._window, lambda: self.notice, self.show_changes)

    def serve(self, find: "Find", library: "Library", preferences: "Preferences") -> None:
        """Show what was loaded; what was typed meanwhile is searched."""
        self._find, self._preferences = find, preferences
        self.routing.bind()
        had_rows = self.panel.serve(find, library)
        if had_rows:
            chosen = self.panel.chips.stage  # another one, perhaps; what is stored then waits for the database
            QTimer.singleShot(0, self, lambda: self.keep({"stage": chosen}))
        else:
            self.panel.chips.choose(preferences.current.stage)
        if self.search.text() or not had_rows:
            self.panel.search(self.search.text())
        self._window.keep_on_top()
        self.modes.apply()
        QTimer.singleShot(0, self, self.routing.catch_up)  # it may store something, which waits for the database
        if find.is_ready:
            QTimer.singleShot(0, self, self.search_again)  # nobody hears yet what an early Enter wants

    def search_again(self) -> None:
        """Search for what is typed, if anything is; an Enter that came before counts if it was not left since."""
        if self.search.text().strip():
            self.panel.search(self.search.text())
            self.panel.enter_late(is_wanted=self._window.focus.is_taken)

    def serve_places(self, sheet: "SheetDesk", timers: "TimersDesk") -> None:
        """Add the places beside the phrases."""
        from app.ui.places import Places  # noqa: PLC0415 - the list and its hotkeys do not wait for them
        from app.ui.times import Times  # noqa: PLC0415 - nor for what has an end

        self.asking.sheet = sheet
        if self._find:
            self.panel.list.know_times(Times(self._find.validity, timers.now, timers.zone))
        self.places = Places(self._look, self, self._window)
        self.places.left.connect(self._back_to_search)
        self.places.second.connect(self._window.second)
        self.places.sheet.typed.connect(self._go_on_typing)
        self.places.orders.panel.typed.connect(self._go_on_typing)
        self.places.serve(sheet, timers)
        self.modes.apply()
        self.routing.catch_up()

    def serve_commands(self, readings: "Callable[[], Readings]") -> None:
        """Find every command in the search, too; the list of them is built when the first is looked for."""

        def make() -> "Commanding":
            from app.ui.commands.commanding import Commanding  # noqa: PLC0415 - most days nobody commands anything

            return Commanding(self, self._window, self._deeds, readings, lambda: self.is_paused)

        self.panel.know_commands(make)

    def serve_orders(self, orders: "OrdersDesk") -> None:
        """Fill the place of the unpaid orders."""
        self.asking.orders = orders
        if self.places:
            self.places.serve_orders(orders)
            queue = self.places.orders.panel
            self.panel.know_orders(lambda: queue.sought(self.search.whole))

    @property
    def notice(self) -> "Notice":
        """Where a sentence is said: in the place that is in sight."""
        found: Notice | None = getattr(self.place, "notice", None)
        return self.panel.notice if found is None else found

    def hear(self, saying: Saying) -> None:
        """Say a sentence; until it goes it stands in whichever place is opened, so that its key works there."""
        self._said = (self.notice, saying.text)
        self.notice.put(saying)

    def open_search(self) -> None:
        """Get the keyboard for the search, or for the questions that still wait for their answers."""
        self.rail.open(PHRASES)
        awaited = self.asking.awaited
        self._window.focus.take(awaited or self.search)
        if awaited is None:
            self.search.selectAll()

    def set_hotkeys(self, *, is_paused: bool, taken: int) -> None:
        """Show how the hotkeys are."""
        self.is_paused = is_paused
        wanted = self._preferences.current if self._preferences else self.panel.page
        chords = wanted.hotkeys if wanted and not is_paused else {}
        self.search.tell_chord(chords.get(SEARCH, ""))
        self.strip.set_hotkeys(is_paused=is_paused, taken=taken)

    def show_changes(self, kinds: Changed) -> None:
        """Read again what was changed elsewhere."""
        if kinds & _SHOWN_BY:
            self.panel.refresh()
            self.wide.refresh()
        if self.places:
            self.places.show_changes(kinds)
        self.notice.renew()
        if Kind.SETTINGS in kinds:
            self._window.keep_on_top()
            self.modes.apply()

    def show_promises(self) -> None:
        """Show what was promised to buyers, with the keyboard if the window has it."""
        if self.places:
            self.places.orders.show_promises(has_keyboard=self._window.focus.is_taken)

    def show_urged(self, order_id: str, next_id: str) -> None:
        """Show in the queue that an urge went out."""
        if self.places:
            self.places.orders.panel.show_urged(order_id, next_id)

    def tell_entry_saved(self) -> None:
        """Say what a form of the cheat-sheet saved, where it lies."""
        if self.places:
            self.rail.open(ACTIVITIES)
            self.places.sheet.tell()

    def keep(self, fields: dict[str, object]) -> None:
        """Store settings that were changed by the window itself."""
        if self._preferences is None:
            return
        try:
            self._preferences.change(**fields)
        except NotStored as not_stored:
            from app.ui import sentences  # noqa: PLC0415 - rarely is there anything to say

            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
        self._window.keep_on_top()

    # What the agent does.

    def _connect(self) -> None:
        panel, search, window = self.panel, self.search, self._window
        search.textChanged.connect(panel.search)
        search.textEdited.connect(self._has_typed)
        search.escape_pressed.connect(self._escape)
        search.wanted.connect(lambda: window.focus.take(search))
        panel.search_wanted.connect(search.setFocus)
        panel.typed.connect(self._go_on_typing)
        panel.order_wanted.connect(self._note_order)
        panel.stage_chosen.connect(lambda stage: self.keep({"stage": stage}))
        panel.changed.connect(self.show_changes)
        panel.import_wanted.connect(lambda: self._window.import_wanted.emit([]))
        self._pass_on()
        window.focus.wanted.connect(self.strip.set_typing)
        self.strip.keys_wanted.connect(window.keys_wanted)
        self.strip.pause_wanted.connect(window.pause_wanted)
        self.strip.taken_wanted.connect(window.settings_wanted)
        self.more.clicked.connect(self.open_menu)
        self.rail.chosen.connect(self._carry_notice)
        for wanted in (window.paste_wanted, window.copy_wanted):
            wanted.connect(search.mark_served)

    def _pass_on(self) -> None:
        """What the panel wants, the window wants."""
        wanted = ("move_wanted", "paste_wanted", "copy_wanted", "edit_wanted", "new_wanted", "starter_wanted")
        for name in (*wanted, "rename_wanted", "sources_wanted", "changed"):
            getattr(self.panel, name).connect(getattr(self._window, name))

    def command(self) -> None:
        """Be ready for the name of a command."""
        self.rail.open(PHRASES)
        self._window.focus.take(self.search)
        self.search.setText(COMMANDS[0])

    def _note_order(self, order: "Sought") -> None:
        """Note what was typed into the search; copied texts are looked at first."""
        self.search.clear()
        if order.is_many:
            self._window.orders_paste_wanted.emit(order.text)
        elif self.places:
            self.routing.open(ORDERS)
            self.places.orders.panel.note_line(order.text)

    def say_no_news(self) -> None:
        """Say why there is no place for the news of packs."""
        said = self.tr("There is no team pack on this PC yet. Its changes will stand here.")
        self.hear(Saying(said, Tone.INFO, self.tr("Add one…"), self._window.sources_wanted.emit))

    def _carry_notice(self) -> None:
        if self._said is None:
            return
        former, text = self._said
        if former is not self.notice:
            former.hand_to(self.notice, text)
            self._said = (self.notice, text)

    def toggle_sold_out(self) -> None:
        """Mark the product that the row in sight speaks of as sold out, or as there again."""
        if self.places:
            self.places.toggle_sold_out(self.panel.list.current())

    def _back_to_search(self) -> None:
        self.rail.open(PHRASES)
        self.search.setFocus()

    def _escape(self) -> None:
        if self.asking.drop():
            return
        if self.search.text():
            self.search.clear()
        else:
            self._window.leave_search()

    def undo(self) -> None:
        """What was done to phrases while that is still on show, or since a letter was typed; else what was typed."""
        is_typed_last = not self.panel.notice.text and self.panel.undoable is self._undoable_when_typed
        if is_typed_last and self.search.isUndoAvailable() and self.search.hasFocus():
            self.search.undo()
        else:
            self.panel.undo()

    def _has_typed(self, text: str) -> None:
        self._undoable_when_typed = self.panel.undoable
        self.panel.notice.clear_refusal()
        if text:
            self.rail.open(PHRASES)

    def _go_on_typing(self, event: QKeyEvent) -> None:
        self.rail.open(PHRASES)
        self.search.setFocus()
        self.search.insert(event.text())

    def open_menu(self) -> None:
        """Open the menu of the whole window."""
        menu = self._menu.build(self, self._window.settings, is_paused=self.is_paused)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height())))
