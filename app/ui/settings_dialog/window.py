"""The settings of the window: its mode, where it pops up, which edge and which chat it stands at."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.settings import Edge
from app.core.window_choices import ChatWindow, Mode, PopupAt
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


def edge(value: Edge) -> str:
    """The name of an edge."""
    return {
        Edge.NONE: translate("settings", "Free"),
        Edge.LEFT: translate("settings", "Left"),
        Edge.RIGHT: translate("settings", "Right"),
    }[value]


class WindowPage(Page):
    """Mode, popup, edge, chat. `chat_wanted` asks which window the chat is."""

    chat_wanted = Signal()

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.mode: Choice[Mode] = Choice(list(Mode), lambda mode: modes()[mode])
        self.popup_at: Choice[PopupAt] = Choice(list(PopupAt), popup_at)
        self.edge: Choice[Edge] = Choice(list(Edge), edge)
        self.on_top = QCheckBox()
        self.chat_words, self.choose_chat, self.free = label(), button(), button("link")
        chat = QWidget()
        chat.setLayout(row(self.chat_words, self.free, self.choose_chat, stretch=0))
        parts: dict[str, QWidget] = {"mode": self.mode, "popup": self.popup_at, "edge": self.edge, "chat": chat}
        self._rows = {name: Field(part) for name, part in parts.items()}
        for part in (*self._rows.values(), self.on_top):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        settings = self.desk.settings()
        self.mode.pick(settings.mode)
        self.popup_at.pick(settings.popup_at)
        self.edge.pick(settings.edge)
        self.on_top.setChecked(settings.is_on_top)
        chat = settings.chat
        self.chat_words.setText(chat.program if chat.is_chosen else self.tr("None: the window stands free"))
        self.free.setVisible(chat.is_chosen)

    def findable(self) -> Mapping[str, QWidget]:
        """The rows and the box."""
        return {**self._rows, "on_top": self.on_top}

    def _connect(self) -> None:
        self.mode.chosen.connect(lambda: self.change(mode=self.mode.value))
        self.popup_at.chosen.connect(lambda: self.change(popup_at=self.popup_at.value))
        self.edge.chosen.connect(lambda: self.change(edge=self.edge.value))
        self.on_top.clicked.connect(lambda is_on: self.change(is_on_top=is_on))
        self.free.clicked.connect(self._stand_free)
        self.choose_chat.clicked.connect(self.chat_wanted)

    def _stand_free(self) -> None:
        self.change(chat=ChatWindow())
        self.refresh()

    def _name(self) -> None:
        self._rows["mode"].name(self.tr("The window is"))
        self._rows["popup"].name(self.tr("A popup comes up"))
        self._rows["edge"].name(self.tr("Edge of the screen"))
        self._rows["chat"].name(self.tr("Beside the chat's window"))
        self._rows["popup"].remark(
            self.tr("The hotkey calls it and sends it away; it goes after the paste and with Esc.")
        )
        self.on_top.setText(self.tr("Always on top of other windows"))
        self.choose_chat.setText(self.tr("Choose…"))
        self.free.setText(self.tr("Stand free"))
        self.refresh()
