"""The icon beside the clock: shows and hides the window, pauses the hotkeys, ends the program.

The rule: it works without a window, and says what the window cannot say while it is hidden.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from app.ui import icons


class Tray(QSystemTrayIcon):
    """The icon. `toggle_wanted` shows or hides the window."""

    toggle_wanted = Signal()
    pause_wanted = Signal(bool)
    settings_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(icons.program(), window)
        self._is_paused = False
        self._window = window
        self._menu = QMenu(window)
        self._show = self._menu.addAction("")
        self._pause = self._menu.addAction("")
        self._settings = self._menu.addAction("")
        self._menu.addSeparator()
        self._quit = self._menu.addAction("")
        self._show.triggered.connect(lambda: self.toggle_wanted.emit())  # noqa: PLW0108 # drops `checked`
        self._pause.triggered.connect(lambda: self.pause_wanted.emit(not self._is_paused))
        self._settings.triggered.connect(lambda: self.settings_wanted.emit())  # noqa: PLW0108 # drops `checked`
        self._quit.triggered.connect(lambda: self.quit_wanted.emit())  # noqa: PLW0108 # drops `checked`
        self._menu.aboutToShow.connect(self.retranslate)
        self.activated.connect(self._clicked)
        self.setContextMenu(self._menu)
        window.installEventFilter(self)
        self.retranslate()

    def set_paused(self, is_paused: bool) -> None:
        """Show whether the hotkeys rest."""
        self._is_paused = is_paused
        self.setIcon(icons.program(is_paused))
        self.retranslate()

    def say(self, text: str) -> None:
        """Say something while the window is hidden."""
        self.showMessage(self.tr("QinDesk"), text, icons.program(), 6_000)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        is_shown = self._window.isVisible()
        self._show.setText(self.tr("Hide the window") if is_shown else self.tr("Show the window"))
        self._pause.setText(self.tr("Turn hotkeys on") if self._is_paused else self.tr("Pause hotkeys"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit"))
        name = self.tr("QinDesk")
        self.setToolTip(self.tr("{name}: hotkeys paused").replace("{name}", name) if self._is_paused else name)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the language through the window: an icon gets no such event."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def _clicked(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggle_wanted.emit()
