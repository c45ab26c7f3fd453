"""The pages of the settings, each imported and made when it is first asked for.

The rule: what a page asks of the program is passed on from here, so that the dialog knows no page by its class.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.settings_dialog.sections import Section
from app.ui.theme import Look

if TYPE_CHECKING:
    from app.ui.order_dialogs.settings_orders import OrderSettingsDesk
    from app.ui.packs.desk import SourcesDesk


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
        orders: "OrderSettingsDesk",
        sources: "SourcesDesk",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.made: dict[Section, Page] = {}
        self._look, self._orders, self._sources = look, orders, sources
        self._asked = desk, change
        self._makers: dict[Section, Callable[[], Page]] = {
            Section.GENERAL: self._general,
            Section.APPEARANCE: self._appearance,
            Section.WINDOW: self._window,
            Section.HOTKEYS: self._hotkeys,
            Section.PASTING: self._pasting,
            Section.REMINDERS: self._reminders,
            Section.ORDERS: self._of_orders,
            Section.SOURCES: self._of_sources,
            Section.PRIVACY: self._privacy,
            Section.BACKUPS: self._backups,
        }
        self._stop_recording: Callable[[], None] = lambda: None

    def page(self, section: Section) -> Page:
        """The page of a section."""
        if section not in self.made:
            self.made[section] = self._makers[section]()
        return self.made[section]

    def refresh(self, *wanted: Section) -> None:
        """Show what is stored, on these pages or on all that there are."""
        for section, page in self.made.items():
            if not wanted or section in wanted:
                page.refresh()

    def end_recording(self) -> None:
        """No new keys are waited for any more."""
        self._stop_recording()

    def _general(self) -> Page:
        from app.ui.settings_dialog.general import GeneralPage  # noqa: PLC0415 - when it is shown

        return GeneralPage(*self._asked)

    def _appearance(self) -> Page:
        from app.ui.settings_dialog.appearance import AppearancePage  # noqa: PLC0415 - when it is shown

        return AppearancePage(*self._asked)

    def _window(self) -> Page:
        from app.ui.settings_dialog.window import WindowPage  # noqa: PLC0415 - when it is shown

        page = WindowPage(*self._asked)
        page.chat_wanted.connect(self.chat_wanted)
        return page

    def _hotkeys(self) -> Page:
        from app.ui.settings_dialog.hotkeys import HotkeysPage  # noqa: PLC0415 - when it is shown

        page = HotkeysPage(self._look, *self._asked)
        page.recording.connect(self.recording)
        self._stop_recording = page.end_recording
        return page

    def _pasting(self) -> Page:
        from app.ui.settings_dialog.paste import PastePage  # noqa: PLC0415 - when it is shown

        return PastePage(self._look, *self._asked)

    def _reminders(self) -> Page:
        from app.ui.settings_dialog.reminders import RemindersPage  # noqa: PLC0415 - when it is shown

        return RemindersPage(self._look, *self._asked)

    def _of_orders(self) -> Page:
        from app.ui.order_dialogs.settings_orders import OrdersPage  # noqa: PLC0415 - when it is shown

        page = OrdersPage(self._look, *self._asked, self._orders)
        page.kinds_wanted.connect(self.kinds_wanted)
        return page

    def _of_sources(self) -> Page:
        from app.ui.settings_dialog.sources import SourcesPage  # noqa: PLC0415 - when it is shown

        return SourcesPage(self._look, *self._asked, self._sources)

    def _privacy(self) -> Page:
        from app.ui.settings_dialog.privacy import PrivacyPage  # noqa: PLC0415 - when it is shown

        page = PrivacyPage(*self._asked)
        page.forgotten.connect(self.forgotten)
        return page

    def _backups(self) -> Page:
        from app.ui.settings_dialog.backups import BackupsPage  # noqa: PLC0415 - when it is shown

        page = BackupsPage(*self._asked)
        page.restored.connect(self.restored)
        return page
