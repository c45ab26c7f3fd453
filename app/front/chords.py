"""The global hotkeys and typed codes of the program: bound as the settings and phrases want them, paused, let go.

The rule: a pause by the agent outlasts everything else, and what could not be bound is shown.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.core.desktop import Window
from app.core.first_page import FirstPage
from app.services.shortcuts import Shortcuts
from app.system.computer import Computer
from app.system.hooks import hooks
from app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from app.core.phrases.phrase import Phrase
    from app.core.settings import Settings
    from app.front.desk import Desk

Typed = Callable[[str, Window | None], None]


class Chords(QObject):
    """Binds what a first page wants and, once there is a desk, what that wants. `paused` tells whether they rest.

    `woken`: the PC was unlocked or came back from sleep, so that clocks are to be looked at.
    """

    paused = Signal(bool)
    woken = Signal()

    def __init__(
        self,
        window: MainWindow,
        computer: Computer,
        pressed: Callable[[str], None],
        page: FirstPage | None,
    ) -> None:
        """`pressed` is called with the name of a hotkey. Without a page nothing is bound before `serve`."""
        super().__init__(window)
        self._window = window
        self._page = page or FirstPage(hotkeys={})
        self._desk: Desk | None = None
        self._typed: Typed | None = None
        self._is_resting = False
        self._hooks = hooks(computer, self._code_typed, lambda: self._wanted.has_hook_fallback)
        hotkeys = self._hooks.hotkeys if self._hooks else computer.hotkeys
        self.shortcuts = Shortcuts(hotkeys, lambda: self._wanted, self._phrases)
        hotkeys.listen(pressed, self._wake)
        window.pause_wanted.connect(self.pause)

    def serve(self, desk: "Desk", typed: Typed) -> None:
        """From now on bind what the settings and phrases want; `typed` gets the phrase and target of a typed code."""
        self._desk, self._typed = desk, typed

    def bind(self) -> None:
        """Bind hotkeys and typed codes as the settings and phrases want them now, and show how that went."""
        self._watch_codes()
        self._show(self.shortcuts.bind())

    def pause(self, is_paused: bool) -> None:
        """Let all hotkeys go, or take them back."""
        self._is_resting = is_paused
        if is_paused:
            self.shortcuts.pause()
        else:
            self.shortcuts.resume()
        self._watch_codes()
        self._show(self.shortcuts.taken)
        self.paused.emit(is_paused)

    def record(self, is_recording: bool) -> None:
        """Let all hotkeys go while a new one is pressed; a pause by the agent outlasts that."""
        if is_recording:
            self.shortcuts.pause()
        elif not self._is_resting:
            self.shortcuts.resume()

    def changed(self, kinds: Changed) -> None:
        """Phrases or settings were changed: their chords may have been too."""
        if kinds & {Kind.PHRASES, Kind.SETTINGS}:
            self.bind()

    def close(self) -> None:
        """Take the keyboard hook off, before the computer is let go of."""
        if self._hooks:
            self._hooks.close()

    def _wake(self) -> None:
        self._show(self.shortcuts.again())
        self.woken.emit()

    def _show(self, taken: tuple[object, ...]) -> None:
        self._window.set_hotkeys(is_paused=self.shortcuts.is_paused, taken=len(taken))

    @property
    def _wanted(self) -> "Settings | FirstPage":
        return self._desk.preferences.current if self._desk else self._page

    def _phrases(self) -> Sequence["Phrase"]:
        return self._desk.library.phrases() if self._desk else ()

    def _code_typed(self, phrase_id: str, target: Window) -> None:
        if self._typed:
            self._typed(phrase_id, target)

    def _watch_codes(self) -> None:
        if self._hooks is None or self._desk is None:
            return
        from app.core.typed_codes import codes_of

        is_on = self._desk.preferences.current.has_typed_codes and not self.shortcuts.is_paused
        self._hooks.codes.turn(codes_of(self._desk.library.phrases()) if is_on else None)
