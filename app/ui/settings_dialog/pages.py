"""The pages of the settings, each made when it is first asked for.

The rule: what a page asks of the program is passed on from here, so that the dialog knows no page by its class.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.ui.order_dialogs.settings_orders import OrderSettingsDesk, OrdersPage
from app.ui.packs.desk import SourcesDesk
from app.ui.settings_dialog.appearance import AppearancePage
from app.ui.settings_dialog.backups import BackupsPage
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.settings_dialog.general import GeneralPage
from app.ui.settings_dialog.hotkeys import HotkeysPage
from app.ui.settings_dialog.paste import PastePage
from app.ui.settings_dialog.privacy import PrivacyPage
from app.ui.settings_dialog.reminders import RemindersPage
from app.ui.settings_dialog.sections import Section
from app.ui.settings_dialog.sources import SourcesPage
from app.ui.settings_dialog.window import WindowPage
from app.ui.theme import Look


class Pages(QObject):
    """`made` are those that there are. The signals are those of the pages of these names."""

    recording = Signal(bool)
    kinds_wanted = Signal()
    chat_wanted = Signal()
    restored = Signal()
    forgotten = Signal()

    def __init__(
        self,
        look: Look,
        desk: SettingsDesk,
        change: Change,
        orders: OrderSettingsDesk,
        sources: SourcesDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.made: dict[Section, Page] = {}
        self._makers: dict[Section, Callable[[], Page]] = {
            Section.GENERAL: lambda: GeneralPage(desk, change),
            Section.APPEARANCE: lambda: AppearancePage(desk, change),
            Section.WINDOW: lambda: WindowPage(desk, change),
            Section.HOTKEYS: lambda: HotkeysPage(look, desk, change),
            Section.PASTING: lambda: PastePage(look, desk, change),
            Section.REMINDERS: lambda: RemindersPage(look, desk, change),
            Section.ORDERS: lambda: OrdersPage(look, desk, change, orders),
            Section.SOURCES: lambda: SourcesPage(look, desk, change, sources),
            Section.PRIVACY: lambda: PrivacyPage(desk, change),
            Section.BACKUPS: lambda: BackupsPage(desk, change),
        }

    def page(self, section: Section) -> Page:
        """The page of a section."""
        if section not in self.made:
            self.made[section] = self._connected(self._makers[section]())
        return self.made[section]

    def refresh(self, *wanted: Section) -> None:
        """Show what is stored, on these pages or on all that there are."""
        for section, page in self.made.items():
            if not wanted or section in wanted:
                page.refresh()

    def end_recording(self) -> None:
        """No new keys are waited for any more."""
        page = self.made.get(Section.HOTKEYS)
        if isinstance(page, HotkeysPage):
            for recorder in page.recorders.values():
                recorder.field.end()

    def _connected(self, page: Page) -> Page:
        if isinstance(page, HotkeysPage):
            page.recording.connect(self.recording)
        elif isinstance(page, WindowPage):
            page.chat_wanted.connect(self.chat_wanted)
        elif isinstance(page, OrdersPage):
            page.kinds_wanted.connect(self.kinds_wanted)
        elif isinstance(page, BackupsPage):
            page.restored.connect(self.restored)
        elif isinstance(page, PrivacyPage):
            page.forgotten.connect(self.forgotten)
        return page
