"""The window as the front door knows it: what the agent wants are its signals, what to show are its slots.

The rule: it is painted before anything that fills it is imported, and a click in it never takes the keyboard from the
chat.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.core.glimpse import Glimpse
from app.ui.focus import Focus
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.window.berth import Berth
from app.ui.window.frame import Frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.core.changes import Changed
    from app.core.facts.templates import Variable
    from app.core.first_page import FirstPage
    from app.core.phrases.pasting import Outcome
    from app.core.phrases.phrase import Phrase
    from app.core.pinyin import Readings
    from app.services.phrases.find import Find
    from app.services.phrases.library import Library
    from app.services.settings import Preferences
    from app.services.sheet.subjects import Which
    from app.ui.blank import Offer
    from app.ui.details_desk import DetailsDesk
    from app.ui.inside import Inside
    from app.ui.orders.desk import OrdersDesk
    from app.ui.saying import Saying
    from app.ui.sheet_panel.desk import SheetDesk
    from app.ui.timers.desk import TimersDesk
    from app.ui.window.dimming import Dimming


class MainWindow(Frame):
    """The window. Signals with a phrase, an order or an entry of the cheat-sheet carry its id, `entry_new_wanted` its
    noun, `order_paste_wanted` the ids of a phrase and of the order that it is about, `orders_paste_wanted` a text, and
    those with a list the files that are to be opened, or none.

    `left_search`: the keyboard goes back to the window that had it. `focus_wanted`: for the system's side of that.
    `changed`: phrases were changed from here. `unseen`: something to say while the window is hidden. `second`: one has
    begun while something counts down in sight. `chat_wanted`: choose the chat's window, to stand beside it. `told`:
    kinds of data were changed anywhere and are on show. `filled`: it was painted, and what is in it is there.
    """

    paste_wanted = Signal(str)
    copy_wanted = Signal(str)
    copy_text_wanted = Signal(str)
    answered = Signal(dict)
    which_answered = Signal(str)
    answers_cancelled = Signal()
    new_wanted = Signal(str)
    edit_wanted = Signal(str)
    move_wanted = Signal(list)
    rename_wanted = Signal(tuple)
    import_wanted = Signal(list)
    export_wanted = Signal(list)
    publish_wanted = Signal(list)
    starter_wanted = Signal()
    sources_wanted = Signal()
    settings_wanted = Signal()
    updates_wanted = Signal()
    bin_wanted = Signal()
    keys_wanted = Signal()
    entry_new_wanted = Signal(str)
    entry_edit_wanted = Signal(str)
    entry_copy_wanted = Signal(str)
    workbook_wanted = Signal(list)
    calculator_wanted = Signal()
    sample_wanted = Signal()
    sample_gone_wanted = Signal()
    urge_wanted = Signal(str)
    buyer_copy_wanted = Signal(str)
    order_paste_wanted = Signal(str, str)
    order_edit_wanted = Signal(str)
    order_change_wanted = Signal(str)
    orders_import_wanted = Signal(list)
    orders_paste_wanted = Signal(str)
    report_wanted = Signal()
    handover_wanted = Signal(list)
    pause_wanted = Signal(bool)
    quit_wanted = Signal()
    left_search = Signal()
    focus_wanted = Signal(bool)
    changed = Signal(object)
    unseen = Signal(str)
    second = Signal()
    chat_wanted = Signal()
    told = Signal(object)
    filled = Signal()

    def __init__(self, app: QApplication, look: Look, settings: Glimpse) -> None:
        super().__init__(look)
        self._inside: Inside | None = None
        self._dimming: Dimming | None = None
        self._preferences: Preferences | None = None
        self._initial = settings
        self.focus = Focus(self)
        self.focus.wanted.connect(self.focus_wanted)
        self.berth = Berth(self, app, settings)
        self.files_dropped.connect(self.import_wanted)
        self.setWindowTitle(app.applicationDisplayName())
        self.berth.stand()

    @property
    def settings(self) -> Glimpse:
        """The settings in use."""
        return self._preferences.current if self._preferences else self._initial

    @property
    def inside(self) -> "Inside":
        """What fills the window. It is built after the first paint, or when it is asked for before."""
        if self._inside is None:
            from PySide6.QtWidgets import QVBoxLayout  # noqa: PLC0415 - the window stands before this is imported

            from app.ui.inside import Inside  # noqa: PLC0415 - and this

            self._look.put_on()
            self.is_filled = True
            self._inside = Inside(self._look, self)
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._inside)
        return self._inside

    @property
    def dimming(self) -> "Dimming":
        """What makes it fade while nobody uses it."""
        if self._dimming is None:
            from app.ui.window.dimming import Dimming  # noqa: PLC0415 - it is fresh as long as it is empty

            self._dimming = Dimming(self, self.focus)
        return self._dimming

    def dim(self, percent: int, inside: "Inside") -> None:
        """Fade so far while nobody uses it."""
        if percent < 100 or self._dimming is not None:
            self.dimming.use(percent, inside)

    def show_first(self, page: "FirstPage | None") -> None:
        """Show the first rows, if they are known, before anything else is loaded."""
        self.inside.panel.show_first(page)

    def dress(self) -> None:
        """Show all that is drawn, and the sign of the program where the system shows its windows, and bind the keys."""
        from app.ui import icons  # noqa: PLC0415 - the first rows are painted before the first drawing

        self._look.draw()
        self.setWindowIcon(icons.program())
        self.inside.routing.bind()

    def serve(self, find: "Find", library: "Library", preferences: "Preferences") -> None:
        """Fill the window, now that everything is loaded."""
        self._preferences = preferences
        self.berth.serve(lambda: preferences.current, self.inside.keep)
        self.inside.serve(find, library, preferences)

    def search_again(self) -> None:
        """What is typed is searched by an index that was not there before."""
        self.inside.search_again()

    def serve_places(self, sheet: "SheetDesk", timers: "TimersDesk") -> None:
        """Fill the places beside the phrases, once those stand."""
        self.inside.serve_places(sheet, timers)

    def serve_commands(self, readings: "Callable[[], Readings]") -> None:
        """Find every command of the window in the search, too."""
        self.inside.serve_commands(readings)

    def serve_orders(self, orders: "OrdersDesk") -> None:
        """Fill the place of the unpaid orders, once they were read."""
        self.inside.serve_orders(orders)

    def serve_details(self, details: "DetailsDesk") -> None:
        """Tell of a phrase beside the list, where the window is wide."""
        self.inside.wide.serve(details)

    def open_promises(self) -> None:
        """Show what was promised to buyers."""
        self.show()
        self.inside.show_promises()

    def open_place(self, name: str) -> None:
        """Show a place without taking the keyboard from the chat; where the window has it, it goes into the place."""
        self.show()
        self.inside.rail.open(name)
        if self.focus.is_taken:
            self.inside.routing.stand_on_told()

    # The keyboard.

    def open_search(self) -> None:
        """Get the keyboard and be ready for a word, whatever was typed before; a popup that has it goes."""
        if self.inside.modes.is_called_away():
            self.leave_search()
        else:
            self.inside.open_search()

    def come_back(self) -> None:
        """Get the keyboard back where a dialog took it from."""
        self.inside.routing.come_back()

    def leave_search(self) -> None:
        """Give the keyboard back to the window that had it."""
        self.focus.give_back()
        self.left_search.emit()

    def toggle(self) -> None:
        """Show the window without taking the keyboard, or hide it."""
        self.setVisible(not self.isVisible())

    def keep_on_top(self) -> None:
        """Stand above other windows or not, as the settings want it now."""
        handle, flag = self.windowHandle(), Qt.WindowType.WindowStaysOnTopHint
        wanted = self.settings.is_on_top
        if handle and bool(handle.flags() & flag) != wanted:  # setting it anew makes some systems redraw the window
            handle.setFlag(flag, wanted)

    # What the front door tells.

    def ask(self, phrase: "Phrase", questions: "Sequence[Variable]", remembered: Mapping[str, str]) -> None:
        """Ask the questions of a phrase; `answered` or `answers_cancelled` follows."""
        self.inside.asking.ask(phrase, questions, remembered)

    def ask_which(self, phrase: "Phrase", which: "Which") -> None:
        """Ask what a phrase speaks of; `which_answered` or `answers_cancelled` follows."""
        self.inside.asking.ask_which(phrase, which)

    def show_outcome(self, outcome: "Outcome", phrase: "Phrase | None", instead: "Phrase | None" = None) -> None:
        """Say how a paste ended. `phrase` is None where it was a plain text; `instead` is what a refusal offers."""
        self.inside.served.show(outcome, phrase, instead)
        self.inside.modes.told(outcome)

    def show_notice(
        self, text: str, tone: Tone = Tone.INFO, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say a sentence at the foot of the list, beside it something to do."""
        from app.ui.saying import Saying  # noqa: PLC0415 - nothing is said before the first paint

        self.hear(Saying(text, tone, action, act))

    def hear(self, saying: "Saying") -> None:
        """Say a sentence of this moment, or one that is awaited: that one stays until the agent has acted."""
        self.inside.hear(saying)
        if not self.isVisible():
            self.unseen.emit(saying.text)

    def awaits(self, topic: str) -> bool:
        """Whether something of a topic is still said or waits to be."""
        return self.inside.notice.awaits(topic)

    def show_trouble(self, sentence: str, *offers: "Offer") -> None:
        """Say why there is no list, because the data could not be read, and what can be done."""
        self.inside.panel.show_trouble(sentence, *offers)

    def set_hotkeys(self, *, is_paused: bool, taken: int = 0) -> None:
        """Show how the hotkeys are."""
        self.inside.set_hotkeys(is_paused=is_paused, taken=taken)

    def show_changes(self, kinds: "Changed") -> None:
        """Read again what was changed elsewhere."""
        self.inside.show_changes(kinds)
        self.told.emit(kinds)

    def show_urged(self, order_id: str, next_id: str) -> None:
        """Show in the queue that an urge went out, and stand on the next order if there is one."""
        self.inside.show_urged(order_id, next_id)

    def tell_entry_saved(self) -> None:
        """Say what a form of the cheat-sheet just saved, with an undo beside it."""
        self.inside.tell_entry_saved()

    def tell_saved(self) -> None:
        """Say what a dialog just saved, with an undo beside it."""
        self.inside.panel.tell()

    def follow_group(self, group: tuple[str, ...], name: tuple[str, ...]) -> None:
        """A group of phrases is called otherwise: a list that shows only that goes on showing it."""
        self.inside.panel.chips.follow(group, name)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint, and after the first time fill what was painted."""
        super().paintEvent(event)
        if self._inside is None:
            QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        """Build what is in it; once is enough."""
        if self._inside is None:
            _ = self.inside
            self.filled.emit()
