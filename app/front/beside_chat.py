"""The window stands beside the chat client's: chosen once, followed when it moves, hides, comes back or starts anew.

The rule: what the agent hid stays hidden, and what the agent types in is not taken away; only what was hidden with the
chat comes back with it.
"""

from typing import Any

from PySide6.QtCore import QObject, QRect

from app.core.changes import Changed, Kind
from app.core.desktop import Sight
from app.core.settings import Settings
from app.core.storage import NotStored
from app.core.window_choices import ChatWindow, Mode
from app.front.openings import Openings
from app.ports import Followed
from app.services.settings import Preferences
from app.ui import sentences
from app.ui.main_window import MainWindow
from app.ui.palette import Tone
from app.ui.pixels import in_points, monitors
from app.ui.theme import Look
from app.ui.words import translate


class BesideChat(QObject):
    """Follows as long as the window lives."""

    def __init__(
        self, window: MainWindow, look: Look, preferences: Preferences, followed: Followed, openings: Openings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._preferences = preferences
        self._followed = followed
        self._openings = openings
        self._current = ChatWindow()
        self._is_hidden_with_it = False
        self._has_told_room = False
        window.told.connect(self.show_changes)
        window.chat_wanted.connect(self.choose)
        window.berth.parted.connect(self._parted)
        window.berth.squeezed.connect(self._squeezed)
        self._follow(self._settings.chat)

    def show_changes(self, kinds: Changed) -> None:
        """Follow what the settings name now."""
        if Kind.SETTINGS in kinds and self._settings.chat != self._current:
            self._follow(self._settings.chat)

    def choose(self) -> None:
        """Ask which window is the chat."""
        from app.ui.dialogs.chat_dialog import ChatDesk, ChatDialog

        followed = self._followed
        asked = ChatDesk(
            followed.all, followed.can_see, followed.point, followed.stop_pointing, lambda: self._settings.chat
        )

        self._openings.show("chat", lambda: ChatDialog(self._look, asked), chosen=self._chosen)

    @property
    def _settings(self) -> Settings:
        return self._preferences.current

    def _follow(self, chat: ChatWindow) -> None:
        former, self._current = self._current, chat
        if chat.is_chosen:
            self._followed.follow(chat.program, chat.kind, self._told)
        elif former.is_chosen:
            self._followed.leave()
            self._told(None)

    def _told(self, sight: Sight | None) -> None:
        """The chat stands elsewhere, is minimised, is back or gone. A popup stands free."""
        is_popup = self._settings.mode is Mode.POPUP
        if sight is None:
            self._window.berth.follow(None)
        elif sight.is_shown:
            place = QRect(sight.left, sight.top, sight.width, sight.height)
            self._window.berth.follow(in_points(place, monitors()))
        elif not is_popup and self._window.isVisible() and not self._window.focus.is_taken:
            self._is_hidden_with_it = True
            self._window.hide()
        if self._is_hidden_with_it and (sight is None or sight.is_shown):
            self._is_hidden_with_it = False
            self._window.show()

    def _chosen(self, chat: ChatWindow) -> None:
        fields: dict[str, Any] = {"chat": chat}
        if chat.is_chosen and self._settings.mode is Mode.POPUP:
            fields["mode"] = Mode.COLUMN  # a popup stands beside nothing
        if not self._change(fields) or not chat.is_chosen:
            return
        said = translate("beside_chat", "The window stands beside {program} from now on.")
        free = translate("beside_chat", "Stand free")
        self._window.show_notice(said.replace("{program}", chat.program), Tone.OK, free, self._free)

    def _free(self) -> None:
        self._again(ChatWindow())

    def _again(self, chat: ChatWindow) -> None:
        self._change({"chat": chat})

    def _parted(self) -> None:
        """The agent took the window away from the chat."""
        former = self._current
        if not self._change({"chat": ChatWindow()}):
            return
        said = translate("beside_chat", "The window stands free now.")
        again = translate("beside_chat", "Beside the chat again")
        self._window.show_notice(said, Tone.INFO, again, lambda: self._again(former))

    def _squeezed(self, is_inside: bool) -> None:
        """Said once: a chat that fills the screen fills it every time."""
        if is_inside and not self._has_told_room:
            self._has_told_room = True
            said = translate("beside_chat", "No room beside the chat, so QinDesk is inside. Make the chat narrower.")
            self._window.show_notice(said, Tone.INFO)

    def _change(self, fields: dict[str, Any]) -> bool:
        try:
            changed = self._preferences.change(**fields)
        except NotStored as not_stored:
            self._window.show_notice(sentences.of_trouble(not_stored.trouble), Tone.LATE)
            return False
        self._window.changed.emit(changed)
        return True
