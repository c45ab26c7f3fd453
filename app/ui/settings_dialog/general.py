"""The settings' first section: who the agent is, in which language, and how the program starts."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.core.settings import Language
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk


def language(value: Language) -> str:
    """A language in its own words, so that it is found by who reads no other."""
    return {Language.CHINESE: "简体中文", Language.ENGLISH: "English"}[value]


class GeneralPage(Page):
    """Names, language, start."""

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.agent, self.shop = QLineEdit(), QLineEdit()
        self.language: Choice[Language] = Choice(list(Language), language)
        self.hidden, self.autostart = QCheckBox(), QCheckBox()
        self.autostart_row = Field(self.autostart)
        self._rows = {name: Field(getattr(self, name)) for name in ("agent", "shop", "language")}
        for field in (*self._rows.values(), self.autostart_row, self.hidden):
            self.column.addWidget(field)
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
        self.hidden.setChecked(settings.is_started_hidden)
        self.autostart.setChecked(settings.is_started_with_system)

    def findable(self) -> Mapping[str, QWidget]:
        """The rows and the two boxes."""
        return {**self._rows, "autostart": self.autostart_row, "hidden": self.hidden}

    def _connect(self) -> None:
        self.agent.editingFinished.connect(lambda: self.change(agent=self.agent.text().strip()))
        self.shop.editingFinished.connect(lambda: self.change(shop=self.shop.text().strip()))
        self.language.chosen.connect(lambda: self.change(language=self.language.value))
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
        self._rows["agent"].name(self.tr("Your name, as buyers read it"))
        self._rows["shop"].name(self.tr("The shop's name"))
        self._rows["language"].name(self.tr("Language"))
        self._rows["agent"].remark(
            self.tr("Put in wherever a phrase says {{agent}}; the shop's where it says {{shop}}.")
        )
        self.hidden.setText(self.tr("Start hidden, until the hotkey calls"))
        self.autostart.setText(self.tr("Start with the system"))
