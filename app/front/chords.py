"""The global hotkeys and typed codes of the program: bound as the settings and phrases want them, paused, let go.

The rule: a pause by the agent outlasts everything else, and what could not be bound is shown.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed, Kind
from app.core.typed_codes import codes_of
from app.front.desk import Desk
from app.services.shortcuts import Shortcuts
from app.system.computer import Computer
from app.system.hooks import hooks
from app.ui.main_window import MainWindow


class Chords(QObject):
    """Binds. `paused` tells whether the hotkeys rest.

    `woken`: the PC was unlocked or came back from sleep, so that clocks are to be looked at.
    """

    paused = Signal(bool)
    woken = Signal()

    def __init__(
        self,
        window: MainWindow,
        computer: Computer,
        desk: Desk,
        pressed: Callable[[str], None],
        typed: Callable[..., None],
    ) -> None:
        """`pressed` is called with the name of a hotkey, `typed` with the phrase and the target of a typed code."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._is_resting = False
        self._hooks = hooks(computer, typed, lambda: desk.preferences.current.has_hook_fallback)
        hotkeys = self._hooks.hotkeys if self._hooks else computer.hotkeys
        self.shortcuts = Shortcuts(hotkeys, lambda: desk.preferences.current, desk.library.phrases)
        hotkeys.listen(pressed, self._wake)
        window.pause_wanted.connect(self.pause)

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

    def _watch_codes(self) -> None:
        if self._hooks is None:
            return
        is_on = self._desk.preferences.current.has_typed_codes and not self.shortcuts.is_paused
        self._hooks.codes.turn(codes_of(self._desk.library.phrases()) if is_on else None)
