"""The modes of the window: a column, only search and strip, a popup, or a list with details beside it.

The rule: a mode changes what is in sight and nothing else; what cannot be seen is not acted on, so the first key opens
the list of a window that was folded up.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.core.window_choices import Mode
from app.ui.place_names import PHRASES

if TYPE_CHECKING:
    from app.core.phrases.pasting import Outcome
    from app.ui.inside import Inside
    from app.ui.main_window import MainWindow

_SHOWN = frozenset((QEvent.Type.ShowToParent, QEvent.Type.HideToParent))
OPEN_HEIGHT = 460
"""So high a compact window is at most while its list is open, before the text setting."""
_AROUND_ROWS = 10
"""What the card puts around its rows."""


class Modes(QObject):
    """Applies the mode that is set."""

    def __init__(self, inside: "Inside", window: "MainWindow") -> None:
        super().__init__(inside)
        self._inside = inside
        self._window = window
        self._is_opened = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self._connect()

    @property
    def mode(self) -> Mode:
        """The mode that is on."""
        return self._window.settings.mode

    def apply(self) -> None:
        """Show what belongs to the mode."""
        if self.mode is not Mode.COMPACT:
            self._unfold()
            self._window.berth.set_height(0)
        self._inside.wide.turn(self.mode is Mode.WIDE)
        self._settle()
        self._window.berth.stand()
        self._window.dim(self._window.settings.idle_opacity, self._inside)

    def switch(self, mode: Mode) -> None:
        """Turn a mode on and remember it."""
        self._is_opened = False
        self._inside.keep({"mode": mode})
        self.apply()

    def open(self) -> None:
        """Show the list of a window that is folded up."""
        self._is_opened = True
        self._settle()

    def told(self, outcome: "Outcome") -> None:
        """A paste ended: a popup goes, unless there is something to say of it."""
        from app.core.phrases.pasting import NotPasted  # noqa: PLC0415 - a start pastes nothing

        if self.mode is not Mode.POPUP:
            return
        if isinstance(outcome, NotPasted):
            self._window.show()
        elif not self._inside.notice.text:
            self._window.hide()

    def is_called_away(self) -> bool:
        """Whether the hotkey means that an open popup shall go."""
        return self.mode is Mode.POPUP and self._window.isVisible() and self._window.focus.is_taken

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A notice or a question came or went."""
        if event.type() in _SHOWN:
            self._settle_soon()
        return False

    def _connect(self) -> None:
        inside = self._inside
        inside.search.textChanged.connect(self._typed)
        inside.search.list_key.connect(self._opened_by_key)
        inside.panel.unfold_wanted.connect(self.open)
        inside.panel.model.modelReset.connect(self._settle_soon)
        inside.panel.model.rowsInserted.connect(self._settle_soon)
        inside.rail.chosen.connect(self._place_chosen)
        self._window.focus.wanted.connect(self._keyboard)
        inside.row_made.connect(self._watch)

    def _watch(self, row: QWidget) -> None:
        row.installEventFilter(self)

    def _typed(self) -> None:
        """Open the list at once: Enter may come before the window has got its new height."""
        if self.mode is Mode.COMPACT and self._is_open:
            self._open_list()
        self._settle_soon()

    def _opened_by_key(self) -> None:
        if self.mode is Mode.COMPACT:
            self.open()

    def _place_chosen(self, name: str) -> None:
        if name != PHRASES:
            self._is_opened = True
        self._settle_soon()

    def _keyboard(self, is_taken: bool) -> None:
        """Without the keyboard a compact window folds up again, and a popup goes."""
        if is_taken:
            return
        self._is_opened = False
        if self.mode is Mode.COMPACT:
            self._settle_soon()
        elif self.mode is Mode.POPUP and not QApplication.activePopupWidget():
            self._window.hide()

    def _settle_soon(self) -> None:
        if self.mode is Mode.COMPACT:
            self._soon.start()

    def _settle(self) -> None:
        """Fold a compact window up or open it, and give it the height that it needs."""
        if self.mode is not Mode.COMPACT:
            return
        if self._is_open:
            self._open_list()
        else:
            self._fold()
        self._window.berth.set_height(self._height())

    @property
    def _is_open(self) -> bool:
        return self._is_opened or bool(self._inside.search.text())

    def _fold(self) -> None:
        inside = self._inside
        if inside.place is not inside.panel:
            inside.rail.open(PHRASES)
        inside.panel.fold(True)
        inside.rail.hide()
        inside.show_places(inside.panel.has_more_to_show)

    def _open_list(self) -> None:
        self._unfold(has_rail=self._inside.place is not self._inside.panel)

    def _unfold(self, *, has_rail: bool = True) -> None:
        inside = self._inside
        inside.panel.fold(False)
        inside.rail.setVisible(has_rail and inside.rail.is_wanted)
        inside.show_places(True)

    def _height(self) -> int:
        """As high as its parts want to be; a list is as high as its rows."""
        inside, factor = self._inside, self._inside.look.scale.text
        wanted = inside.wanted_height(self._window.width())
        if not self._is_open:
            return wanted
        most = round(OPEN_HEIGHT * max(factor, 1.0))
        if inside.place is not inside.panel:
            return most
        rows = inside.panel.rows_height
        card = rows + _AROUND_ROWS if rows else inside.panel.blank.sizeHint().height()
        return min(most, wanted - inside.panel.card_hint + card)
