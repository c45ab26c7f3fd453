"""The window: one calm column beside the chat.

The rule: it is painted before anything is loaded, and a click in it never takes the keyboard from the chat.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from app.core.changes import Changed, Kind
from app.core.pasting import Copied, NotPasted, Outcome, Pasted
from app.core.phrases import Phrase
from app.core.settings import Edge, Settings
from app.core.storage import NotStored
from app.core.templates import Variable
from app.services.find import Find
from app.services.library import Library
from app.services.settings import Preferences
from app.ui import outcomes, sentences
from app.ui.berth import Berth
from app.ui.column import Column
from app.ui.focus import Focus
from app.ui.keys import KEYS
from app.ui.outcomes import Remedy
from app.ui.palette import Tone
from app.ui.row_menu import Act
from app.ui.theme import Look
from app.ui.window_menu import WindowMenu

_SHOWN_BY = frozenset((Kind.PHRASES, Kind.USE))


class MainWindow(Column):
    """The window. Signals say what the agent wants; those with a phrase carry its id.

    `left_search`: the keyboard goes back to the window that had it. `focus_wanted`: for the system's side of that.
    `changed`: phrases were changed from here. `unseen`: something to say while the window is hidden.
    """

    paste_wanted = Signal(str)
    copy_wanted = Signal(str)
    copy_text_wanted = Signal(str)
    answered = Signal(dict)
    answers_cancelled = Signal()
    new_wanted = Signal(str)
    edit_wanted = Signal(str)
    import_wanted = Signal(list)
    starter_wanted = Signal()
    settings_wanted = Signal()
    bin_wanted = Signal()
    keys_wanted = Signal()
    pause_wanted = Signal(bool)
    quit_wanted = Signal()
    left_search = Signal()
    focus_wanted = Signal(bool)
    changed = Signal(object)
    unseen = Signal(str)

    def __init__(self, app: QApplication, look: Look, settings: Settings) -> None:
        super().__init__(look)
        self._initial = settings
        self._preferences: Preferences | None = None
        self._is_paused = False
        self._last = ""
        self.focus = Focus(self)
        self.berth = Berth(self, app, settings)
        self._deeds = self._named_deeds()
        self._menu = WindowMenu(look, self._deeds)
        self._connect()
        self._bind_keys()
        self.berth.stand()

    @property
    def settings(self) -> Settings:
        """The settings in use."""
        return self._preferences.current if self._preferences else self._initial

    def serve(self, find: Find, library: Library, preferences: Preferences) -> None:
        """Fill the window, now that everything is loaded."""
        self._preferences = preferences
        self.berth.serve(lambda: preferences.current, self._keep)
        self.panel.serve(find, library)
        self.panel.choose_stage(preferences.current.stage)
        self.panel.search(self.search.text())
        self._show_on_top()

    # The keyboard.

    def open_search(self) -> None:
        """Get the keyboard and be ready for a word, whatever was typed before."""
        self.rail.open("phrases")
        self.focus.take(self.search)
        self.search.selectAll()

    def leave_search(self) -> None:
        """Give the keyboard back to the window that had it."""
        self.focus.give_back()
        self.left_search.emit()

    def toggle(self) -> None:
        """Show the window without taking the keyboard, or hide it."""
        self.setVisible(not self.isVisible())

    # What the front door tells.

    def ask(self, phrase: Phrase, questions: Sequence[Variable], remembered: Mapping[str, str]) -> None:
        """Ask the questions of a phrase; `answered` or `answers_cancelled` follows."""
        self.rail.open("phrases")
        self.panel.questions.ask(phrase.title, questions, remembered)
        first = self.panel.questions.first
        if first:
            self.focus.take(first)

    def show_outcome(self, outcome: Outcome, phrase: Phrase | None) -> None:
        """Say how a paste ended. `phrase` is None where it was a plain text."""
        said = outcomes.said(outcome)
        if isinstance(outcome, Pasted) and phrase:
            self._last = phrase.id
            self.strip.set_last(phrase.title)
        if said:
            label = outcomes.of_remedy(said.remedy)
            self.show_notice(said.text, said.tone, label, partial(self._remedy, said.remedy, outcome))
        else:
            self.panel.notice.clear()
        self._after(outcome)

    def show_notice(
        self, text: str, tone: Tone = Tone.INFO, action: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say a sentence at the foot of the list, beside it something to do."""
        self.panel.notice.say(text, tone, action, act)
        if not self.isVisible():
            self.unseen.emit(text)

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no list: the data could not be read."""
        self.panel.show_trouble(sentence)

    def set_hotkeys(self, *, is_paused: bool, taken: int = 0) -> None:
        """Show how the hotkeys are."""
        self._is_paused = is_paused
        self.strip.set_hotkeys(is_paused=is_paused, taken=taken)

    def show_changes(self, kinds: Changed) -> None:
        """Read again what was changed elsewhere."""
        if kinds & _SHOWN_BY:
            self.panel.refresh()
        if Kind.SETTINGS in kinds:
            self._show_on_top()

    def tell_saved(self) -> None:
        """Say what a dialog just saved, with an undo beside it."""
        self.panel.tell()

    # What the agent does.

    def _connect(self) -> None:
        panel, search = self.panel, self.search
        search.textChanged.connect(panel.search)
        search.list_key.connect(panel.list.take_key)
        search.enter_pressed.connect(panel.enter)
        search.delete_pressed.connect(panel.delete)
        search.escape_pressed.connect(self._escape)
        search.wanted.connect(lambda: self.focus.take(self.search))
        panel.search_wanted.connect(self.search.setFocus)
        panel.typed.connect(self._go_on_typing)
        panel.stage_chosen.connect(lambda stage: self._keep({"stage": stage}))
        panel.questions.answered.connect(self._answered)
        panel.questions.cancelled.connect(self._cancelled)
        panel.changed.connect(self.show_changes)
        panel.import_wanted.connect(lambda: self.import_wanted.emit([]))
        for name in ("paste_wanted", "copy_wanted", "edit_wanted", "new_wanted", "starter_wanted", "changed"):
            getattr(panel, name).connect(getattr(self, name))
        self.files_dropped.connect(self.import_wanted)
        self.focus.wanted.connect(self.focus_wanted)
        self.strip.pause_wanted.connect(self.pause_wanted)
        self.strip.taken_wanted.connect(self.settings_wanted)
        self.strip.last_wanted.connect(lambda: panel.show_phrase(self._last))
        self.more.clicked.connect(self._open_menu)

    def _bind_keys(self) -> None:
        for key in KEYS:
            if key.is_bound:
                QShortcut(QKeySequence(key.chord), self).activated.connect(self._deeds[key.name])
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(partial(self.panel.paste_visible, number))

    def _named_deeds(self) -> dict[str, Act]:
        panel = self.panel
        docks = {f"dock_{edge.value}": partial(self.berth.dock, edge) for edge in Edge}
        return {
            "new": panel.new,
            "edit": panel.edit,
            "duplicate": panel.duplicate,
            "pin": panel.pin,
            "undo": self._undo,
            "act": panel.notice.do,
            "import": lambda: self.import_wanted.emit([]),
            "settings": self.settings_wanted.emit,
            "keys": self.keys_wanted.emit,
            "bin": self.bin_wanted.emit,
            "on_top": lambda: self._keep({"is_on_top": not self.settings.is_on_top}),
            "pause": lambda: self.pause_wanted.emit(not self._is_paused),
            "hide": self.hide,
            "quit": self.quit_wanted.emit,
            **docks,
        }

    def _escape(self) -> None:
        if self.panel.questions.is_asking:
            self.panel.questions.cancel()
        elif self.search.text():
            self.search.clear()
        else:
            self.leave_search()

    def _undo(self) -> None:
        """What was done to phrases while that is still on show; else what was typed; else again the phrases."""
        if not self.panel.notice.text and self.search.isUndoAvailable() and self.search.hasFocus():
            self.search.undo()
        else:
            self.panel.undo()

    def _go_on_typing(self, event: QKeyEvent) -> None:
        self.search.setFocus()
        self.search.insert(event.text())

    def _answered(self, answers: dict[str, str]) -> None:
        self.search.setFocus()
        self.answered.emit(answers)

    def _cancelled(self) -> None:
        self.search.setFocus()
        self.answers_cancelled.emit()

    def _open_menu(self) -> None:
        menu = self._menu.build(self, self.settings, is_paused=self._is_paused)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height())))

    def _after(self, outcome: Outcome) -> None:
        if isinstance(outcome, NotPasted):
            return
        if isinstance(outcome, Pasted):
            self.show_changes(outcome.changed)
            if outcome.parts_left:
                return
        self.search.clear()
        if isinstance(outcome, Copied) and self.focus.is_taken:
            self.leave_search()

    def _remedy(self, remedy: Remedy, outcome: Outcome) -> None:
        if remedy is Remedy.COPY:
            self.copy_text_wanted.emit(outcome.text)
        elif remedy is Remedy.EDIT:
            self.edit_wanted.emit(outcome.phrase_id)
        elif remedy is Remedy.FILL_IN:
            self.settings_wanted.emit()
        elif remedy is Remedy.NEXT_PART:
            self.paste_wanted.emit(outcome.phrase_id)

    def _keep(self, fields: dict[str, object]) -> None:
        if self._preferences is None:
            return
        try:
            self._preferences.change(**fields)
        except NotStored as not_stored:
            self.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
        self._show_on_top()

    def _show_on_top(self) -> None:
        handle = self.windowHandle()
        if handle:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, self.settings.is_on_top)
