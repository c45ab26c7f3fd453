"""The settings' first section: who the agent is, and how the window looks and behaves."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.core.settings import Edge, Language, Theme
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.words import translate


def theme(value: Theme) -> str:
    """The name of a theme."""
    return {
        Theme.SYSTEM: translate("settings", "As the system"),
        Theme.LIGHT: translate("settings", "Light"),
        Theme.DARK: translate("settings", "Dark"),
    }[value]


def edge(value: Edge) -> str:
    """The name of an edge."""
    return {
        Edge.NONE: translate("settings", "Free"),
        Edge.LEFT: translate("settings", "Left"),
        Edge.RIGHT: translate("settings", "Right"),
    }[value]


def language(value: Language) -> str:
    """A language in its own words, so that it is found by who reads no other."""
    return {Language.CHINESE: "简体中文", Language.ENGLISH: "English"}[value]


class GeneralPage(Page):
    """Names, language, look and window."""

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.agent, self.shop = QLineEdit(), QLineEdit()
        self.language: Choice[Language] = Choice(list(Language), language)
        self.theme: Choice[Theme] = Choice(list(Theme), theme)
        self.edge: Choice[Edge] = Choice(list(Edge), edge)
        self.on_top, self.hidden, self.autostart = QCheckBox(), QCheckBox(), QCheckBox()
        self.autostart_row = Field(self.autostart)
        self._rows = {name: Field(getattr(self, name)) for name in ("agent", "shop", "language", "theme", "edge")}
        for field in self._rows.values():
            self.column.addWidget(field)
        for box in (self.on_top, self.hidden, self.autostart_row):
            self.column.addWidget(box)
        self.column.addStretch(1)
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        settings = self.desk.settings()
        self.agent.setText(settings.agent)
        self.shop.setText(settings.shop)
        self.language.pick(settings.language)
        self.theme.pick(settings.theme)
        self.edge.pick(settings.edge)
        for box, is_on in (
            (self.on_top, settings.is_on_top),
            (self.hidden, settings.is_started_hidden),
            (self.autostart, settings.is_started_with_system),
        ):
            box.setChecked(is_on)

    def _connect(self) -> None:
        self.agent.editingFinished.connect(lambda: self.change(agent=self.agent.text().strip()))
        self.shop.editingFinished.connect(lambda: self.change(shop=self.shop.text().strip()))
        self.language.chosen.connect(lambda: self.change(language=self.language.value))
        self.theme.chosen.connect(lambda: self.change(theme=self.theme.value))
        self.edge.chosen.connect(lambda: self.change(edge=self.edge.value))
        self.on_top.clicked.connect(lambda is_on: self.change(is_on_top=is_on))
        self.hidden.clicked.connect(lambda is_on: self.change(is_started_hidden=is_on))
        self.autostart.clicked.connect(self._turn_autostart)

    def _turn_autostart(self, is_on: bool) -> None:
        self.autostart_row.refuse("")
        try:
            self.desk.turn_autostart(is_on)
        except NotStored as lack:
            self.autostart_row.refuse(sentences.of_trouble(lack.trouble))
            self.refresh()
            return
        self.change(is_started_with_system=is_on)

    def _name(self) -> None:
        names: dict[str, Callable[[], str]] = {
            "agent": lambda: self.tr("Your name, as buyers read it"),
            "shop": lambda: self.tr("The shop's name"),
            "language": lambda: self.tr("Language"),
            "theme": lambda: self.tr("Colours"),
            "edge": lambda: self.tr("Edge of the screen"),
        }
        for name, words in names.items():
            self._rows[name].name(words())
        self._rows["agent"].remark(
            self.tr("Put in wherever a phrase says {{agent}}; the shop's where it says {{shop}}.")
        )
        self.on_top.setText(self.tr("Always on top of other windows"))
        self.hidden.setText(self.tr("Start hidden, until the hotkey calls"))
        self.autostart.setText(self.tr("Start with the system"))
