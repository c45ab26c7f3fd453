"""Where a key of the window goes: to the place that is in sight.

The rule: a key never does something to what cannot be seen.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeyEvent

from app.core.window_choices import Mode
from app.ui.focus import Focus
from app.ui.keys import KEYS
from app.ui.place_names import ACTIVITIES, NEWS, ORDERS, PHRASES, TIMERS
from app.ui.row_menu import Act
from app.ui.window.column import Column

_OF_PHRASES = frozenset(("new", "edit", "duplicate", "pin", "move", "rename_group", "undo", "act", "sold_out"))
"""What is done to phrases; a place with a deed of that name does its own."""
_OF_LIBRARY = frozenset(("duplicate", "pin", "move", "rename_group"))
"""What is done to the rows as they are stored: the first ones are in sight before the rest has been read."""
_OF_ROWS = _OF_PHRASES - {"new", "undo", "act"}
"""What is done to those that are selected: not while their list is folded up."""


class Routing:
    """Binds the keys of the window and those that the search box hands on."""

    def __init__(self, column: Column, focus: Focus, deeds: Mapping[str, Act], open_search: Callable[[], None]) -> None:
        self._column = column
        self._focus = focus
        self._deeds = deeds
        self._open_search = open_search
        self._awaited: Act | None = None
        column.search.list_key.connect(self._list_key)
        column.search.enter_pressed.connect(self._enter)
        column.search.delete_pressed.connect(self._delete)
        self._is_bound = False

    def bind(self) -> None:
        """Bind the keys; once is enough."""
        if not self._is_bound:
            self._is_bound = True
            self._bind()

    def do(self, name: str) -> None:
        """Do what a key means here."""
        own = getattr(self._column.place, "acts", {}).get(name)
        if own:
            own()
        elif name in _OF_ROWS and self._is_folded:
            self._column.panel.unfold_wanted.emit()
        elif name in _OF_LIBRARY and not self._column.panel.is_served:
            self._awaited = partial(self.do, name)
        elif self._is_at_phrases or name not in _OF_PHRASES:
            self._deeds[name]()

    def open(self, name: str) -> None:
        """Go to a place with the keyboard; one that nothing has filled yet opens as soon as it is there."""
        self._awaited = None
        if name == PHRASES:
            self._open_search()
            return
        if not self._column.rail.has(name):
            if name == NEWS:
                self._deeds["no_news"]()
            else:
                self._awaited = partial(self.open, name)
            return
        self._column.rail.open(name)
        self._focus.take(getattr(self._column.place, "first", self._column.search))

    def catch_up(self) -> None:
        """More is there: do what was wanted of it, unless the agent has gone on typing or left since."""
        act, self._awaited = self._awaited, None
        if act and self._focus.is_taken and not self._column.search.text():
            act()

    def stand_on_told(self) -> None:
        """Get the keyboard for what was told of the place in sight, so that the keys it names are about that."""
        place = self._column.place
        stand = getattr(place, "stand_on_told", None)
        self._focus.take(stand() if stand else getattr(place, "first", self._column.search))

    def come_back(self) -> None:
        """Get the keyboard for the place in sight: what it says of a form that was closed stands there."""
        if self._is_at_phrases:
            self._open_search()
            return
        had = self._column.place.focusWidget()
        first = getattr(self._column.place, "first", self._column.search)
        self._focus.take(had if had is not None and had.isVisible() else first)

    @property
    def _is_at_phrases(self) -> bool:
        return self._column.place is self._column.panel

    @property
    def _is_folded(self) -> bool:
        return self._is_at_phrases and self._column.panel.is_folded

    def _bind(self) -> None:
        for key in KEYS:
            if key.is_bound:
                self._add(key.chord, partial(self.do, key.name))
        for digit in range(10):
            self._add(f"Alt+{digit}", partial(self._take_digit, digit))
        for number, name in enumerate((PHRASES, ACTIVITIES, ORDERS, TIMERS, NEWS), start=1):
            self._add(f"Ctrl+{number}", partial(self.open, name))
        for number, mode in enumerate(Mode, start=1):
            self._add(f"Ctrl+Shift+{number}", self._deeds[f"mode_{mode.value}"])

    def _add(self, chord: str, act: Act) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 - its table costs as much as ten modules

        QShortcut(QKeySequence(chord), self._column.window()).activated.connect(act)

    def _take_digit(self, digit: int) -> None:
        if self._column.asked:
            self._column.asked.choose(digit)
        elif hasattr(self._column.place, "take_digit"):
            self._column.place.take_digit(digit)

    def _list_key(self, event: QKeyEvent) -> None:
        """An arrow in the search box: the list of phrases moves, another place gets the keyboard."""
        if self._is_at_phrases:
            self._column.panel.take_key(event)
        else:
            getattr(self._column.place, "first", self._column.search).setFocus()

    def _enter(self, is_copying: bool) -> None:
        if self._is_at_phrases:
            self._column.panel.enter(is_copying)

    def _delete(self) -> None:
        if not self._is_at_phrases or self._is_folded:
            return
        if self._column.panel.is_served:
            self._column.panel.delete()
        else:
            self._awaited = self._delete
