"""The settings of the window: its mode, where it pops up, the chat it stands beside, its letters, how far it fades."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.window_choices import OPACITIES, TEXT_PERCENTS, ChatWindow, Mode, PopupAt
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, button, label, row
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.window.menu import modes
from app.ui.words import translate


def popup_at(value: PopupAt) -> str:
    """The name of a place."""
    return {
        PopupAt.CENTRE: translate("settings", "Middle of the screen"),
        PopupAt.POINTER: translate("settings", "At the pointer"),
    }[value]


def percent(value: int) -> str:
    """A percentage."""
    return f"{value} %"


class WindowPage(Page):
    """Mode, popup, chat, letters, fading. `chat_wanted` asks which window the chat is."""

    chat_wanted = Signal()

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.mode: Choice[Mode] = Choice(list(Mode), lambda mode: modes()[mode])
        self.popup_at: Choice[PopupAt] = Choice(list(PopupAt), popup_at)
        self.text: Choice[int] = Choice(TEXT_PERCENTS, percent)
        self.opacity: Choice[int] = Choice(OPACITIES, percent)
        self.chat_words, self.choose_chat, self.free = label(), button(), button("link")
        chat = QWidget()
        chat.setLayout(row(self.chat_words, self.free, self.choose_chat, stretch=0))
        parts: dict[str, QWidget] = {
            "mode": self.mode,
            "popup": self.popup_at,
            "chat": chat,
            "text": self.text,
            "opacity": self.opacity,
        }
        self._rows = {name: Field(part) for name, part in parts.items()}
        for field in self._rows.values():
            self.column.addWidget(field)
        self.column.addStretch(1)
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; a figure that is not on offer shows as the nearest one."""
        settings = self.desk.settings()
        self.mode.pick(settings.mode)
        self.popup_at.pick(settings.popup_at)
        self.text.pick(_nearest(settings.text_percent, TEXT_PERCENTS))
        self.opacity.pick(_nearest(settings.idle_opacity, OPACITIES))
        chat = settings.chat
        self.chat_words.setText(chat.program if chat.is_chosen else self.tr("None: the window stands free"))
        self.free.setVisible(chat.is_chosen)

    def _connect(self) -> None:
        self.mode.chosen.connect(lambda: self.change(mode=self.mode.value))
        self.popup_at.chosen.connect(lambda: self.change(popup_at=self.popup_at.value))
        self.text.chosen.connect(lambda: self.change(text_percent=self.text.value))
        self.opacity.chosen.connect(lambda: self.change(idle_opacity=self.opacity.value))
        self.free.clicked.connect(self._stand_free)
        self.choose_chat.clicked.connect(self.chat_wanted)

    def _stand_free(self) -> None:
        self.change(chat=ChatWindow())
        self.refresh()

    def _name(self) -> None:
        for name, words in {
            "mode": self.tr("The window is"),
            "popup": self.tr("A popup comes up"),
            "chat": self.tr("Beside the chat's window"),
            "text": self.tr("Text size"),
            "opacity": self.tr("While nobody uses the window it is opaque to"),
        }.items():
            self._rows[name].name(words)
        self._rows["popup"].remark(
            self.tr("The hotkey calls it and sends it away; it goes after the paste and with Esc.")
        )
        self._rows["opacity"].remark(
            self.tr("It is whole under the pointer, while you type, and while it tells something.")
        )
        self.choose_chat.setText(self.tr("Choose…"))
        self.free.setText(self.tr("Stand free"))
        self.refresh()


def _nearest(value: int, offered: tuple[int, ...]) -> int:
    return min(offered, key=lambda each: abs(each - value))
