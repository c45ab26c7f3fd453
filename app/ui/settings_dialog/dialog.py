"""The settings: every change applies at once, and one that could not be kept is said and shown as it was.

The rule: nothing here waits for an OK; the window is closed when the agent is done looking.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.form import Form, scrolling
from app.ui.order_dialogs.settings_orders import OrderSettingsDesk, OrdersPage
from app.ui.packs.desk import SourcesDesk
from app.ui.settings_dialog.data import DataPage
from app.ui.settings_dialog.desk import Page, SettingsDesk
from app.ui.settings_dialog.general import GeneralPage
from app.ui.settings_dialog.hotkeys import HotkeysPage
from app.ui.settings_dialog.paste import PastePage
from app.ui.settings_dialog.reminders import RemindersPage
from app.ui.settings_dialog.sources import SourcesPage
from app.ui.settings_dialog.window import WindowPage
from app.ui.theme import Look

GENERAL, WINDOW, HOTKEYS, PASTING, REMINDERS, ORDERS, SOURCES, DATA = range(8)


class SettingsDialog(Form):
    """Eight sections. `changed` emits what kinds of data changed, `restored` that all data is that of a backup.

    `recording` asks to let every hotkey go (True) and to take them back (False) while new keys are pressed,
    `kinds_wanted` for the kinds of orders, `chat_wanted` for the choice of the chat's window.
    """

    changed = Signal(object)
    restored = Signal()
    recording = Signal(bool)
    kinds_wanted = Signal()
    chat_wanted = Signal()

    def __init__(
        self,
        look: Look,
        desk: SettingsDesk,
        orders: OrderSettingsDesk,
        sources: SourcesDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, (640, 640))
        self._desk = desk
        self.general = GeneralPage(desk, self._change)
        self.window_page = WindowPage(desk, self._change)
        self.hotkeys = HotkeysPage(look, desk, self._change)
        self.pasting = PastePage(look, desk, self._change)
        self.reminders = RemindersPage(look, desk, self._change)
        self.orders = OrdersPage(look, desk, self._change, orders)
        self.sources = SourcesPage(look, desk, self._change, sources)
        self.data = DataPage(desk, self._change)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in self._pages:
            self.tabs.addTab(scrolling(page), "")
        self.column.addWidget(self.tabs)
        self.add_button(lambda: self.tr("Close"), self.reject)
        self.hotkeys.recording.connect(self.recording)
        self.window_page.chat_wanted.connect(self.chat_wanted)
        self.orders.kinds_wanted.connect(self.kinds_wanted)
        self.data.restored.connect(self._restored)
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Settings"))
        self.spoken.again(self._name)

    @property
    def _pages(self) -> tuple[Page, ...]:
        first = (self.general, self.window_page, self.hotkeys, self.pasting, self.reminders)
        return (*first, self.orders, self.sources, self.data)

    def show_section(self, section: int) -> None:
        """Open a section: `GENERAL`, `WINDOW`, `HOTKEYS`, `PASTING`, `REMINDERS`, `ORDERS`, `SOURCES` or `DATA`."""
        self.tabs.setCurrentIndex(section)

    def refresh(self) -> None:
        """Show what is stored and which hotkeys are taken now."""
        for page in self._pages:
            page.refresh()

    def reject(self) -> None:
        """Close; a name that is still being typed counts, and recording ends."""
        self.setFocus()
        for recorder in self.hotkeys.recorders.values():
            recorder.field.end()
        super().reject()

    def _change(self, **fields: Any) -> bool:
        try:
            changed = self._desk.change(**fields)
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return False
        self.tell("")
        if changed:
            self.changed.emit(changed)
        return True

    def _restored(self) -> None:
        self.restored.emit()
        self.refresh()

    def _name(self) -> None:
        own = (self.tr("General"), self.tr("Window"), self.tr("Hotkeys"), self.tr("Pasting"))
        names = (*own, self.tr("Reminders"), self.tr("Orders"), self.tr("Packs"), self.tr("Data"))
        for at, name in enumerate(names):
            self.tabs.setTabText(at, name)
