"""The settings in one window: a line that finds any of them, the sections at the left, the open one at the right.

The rule: nothing here waits for an OK; every change applies at once, and one that could not be kept is said and shown
as it was. The window is closed when the agent is done looking.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Kind
from app.ui.dialogs.form import Form, label
from app.ui.dialogs.scrolling import scrolling
from app.ui.dialogs.tab_order import stops
from app.ui.settings_dialog import sections
from app.ui.settings_dialog.desk import Page, SettingsDesk
from app.ui.settings_dialog.finding import Found, find
from app.ui.settings_dialog.pages import Pages
from app.ui.settings_dialog.sections import Section
from app.ui.settings_dialog.side import Side
from app.ui.settings_dialog.spotlight import Spotlight
from app.ui.theme import BETWEEN, EDGE, INSIDE, Look, kind

if TYPE_CHECKING:
    from app.ui.order_dialogs.settings_orders import OrderSettingsDesk
    from app.ui.packs.desk import SourcesDesk

NAME = "settings"
"""By which the size that the agent gave the window is kept."""
_SIZE = (760, 560)
_AHEAD_MS = 60
"""While nobody types, one more section is made so often: then the search need not wait for them."""


class _Body(QWidget):
    """What scrolls in it scrolls by itself, so the window never does."""

    def hasHeightForWidth(self) -> bool:
        """Texts that wrap do not make it higher than the window."""
        return False


class SettingsDialog(Form):
    """`changed` emits what kinds of data changed, `restored` that all data is that of a backup, `forgotten` that all
    that was known of buyers is gone.

    `recording` asks to let every hotkey go (True) and to take them back (False) while new keys are pressed,
    `kinds_wanted` for the kinds of orders, `chat_wanted` for the choice of the chat's window.
    """

    changed = Signal(object)
    restored = Signal()
    forgotten = Signal()
    recording = Signal(bool)
    kinds_wanted = Signal()
    chat_wanted = Signal()

    def __init__(
        self,
        look: Look,
        desk: SettingsDesk,
        orders: "OrderSettingsDesk",
        sources: "SourcesDesk",
    ) -> None:
        super().__init__(_SIZE)
        self._desk = desk
        self._areas: dict[Section, QScrollArea] = {}
        self.stack, self.title, self.mark = QStackedWidget(), label("heading"), Spotlight(self)
        self.pages = Pages(look, desk, self._change, orders, sources, self)
        self.section = Section.GENERAL
        self.side = Side(look, self._find)
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Settings"))
        self.spoken.again(lambda: self.title.setText(sections.name(self.section)))
        self.resize(QSize(*desk.settings().sizes.get(NAME, (self.width(), self.height()))))
        self._size_at_first = self.size()
        self.show_section(Section.GENERAL)
        self.side.line.setFocus()
        self._ahead = QTimer(self, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()

    def show_section(self, section: Section) -> None:
        """Open a section."""
        self.side.show_section(section)
        self._open(section)

    def page(self, section: Section) -> Page:
        """The page of a section, made if nobody saw it yet."""
        page = self.pages.page(section)
        if section not in self._areas:
            self._areas[section] = scrolling(page)
            self.stack.addWidget(self._areas[section])
        return page

    def step(self, by: int) -> None:
        """Open the section below or above."""
        self.show_section(Section((self.section + by) % len(Section)))

    def search(self) -> None:
        """Go to the line that finds settings."""
        self.side.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.line.selectAll()

    def go(self) -> None:
        """Give the keyboard to the setting that was found, or to the section that is open."""
        found = self.side.in_hand
        if self.side.is_searching and found is None:
            return
        self._point(found)
        place = self._widget(found) if found else self.page(self.section)
        stop = next((each for each in stops(place) if each.isVisibleTo(self) and each.isEnabled()), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Show what is stored and which hotkeys are taken now, in every section that was ever shown."""
        self.pages.refresh()

    def refresh_sources(self) -> None:
        """Show how the sources of packs stand now, if that section was ever shown."""
        self.pages.refresh(Section.SOURCES)

    def reject(self) -> None:
        """Close; a name that is still being typed counts, recording ends, and the size is kept."""
        self.setFocus()
        self.pages.end_recording()
        if self.isVisible() and not self.isMaximized() and self.size() != self._size_at_first:
            self._change(sizes={**self._desk.settings().sizes, NAME: (self.width(), self.height())})
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """A small screen may have made it smaller: that was not the agent."""
        super().showEvent(event)
        self._size_at_first = self.size()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.title.setContentsMargins(INSIDE, 0, 0, 0)
        paper = QFrame()
        paper.setProperty(*kind("paper"))
        right = QVBoxLayout(paper)
        right.setContentsMargins(EDGE, EDGE, INSIDE, 0)
        right.setSpacing(INSIDE)
        right.addWidget(self.title)
        right.addWidget(self.stack, 1)
        body = _Body()
        both = QHBoxLayout(body)
        both.setContentsMargins(BETWEEN, 0, 0, 0)
        both.setSpacing(BETWEEN)
        both.addWidget(self.side)
        both.addWidget(paper, 1)
        self.column.addWidget(body)
        self.add_button(lambda: self.tr("Close"), self.reject)

    def _connect(self) -> None:
        self.side.opened.connect(self._open)
        self.side.pointed.connect(self._point)
        self.side.taken.connect(self.go)
        self.add_keys(self.search, "Ctrl+F")
        self.add_keys(lambda: self.step(1), "Ctrl+PgDown")
        self.add_keys(lambda: self.step(-1), "Ctrl+PgUp")
        self.pages.recording.connect(self.recording)
        self.pages.kinds_wanted.connect(self.kinds_wanted)
        self.pages.chat_wanted.connect(self.chat_wanted)
        self.pages.restored.connect(self._restored)
        self.pages.forgotten.connect(self._forgotten)

    def _make_ahead(self) -> None:
        section = next((each for each in Section if each not in self._areas), None)
        if section is None:
            self._ahead.stop()
        else:
            self.page(section)

    def _find(self, typed: str) -> list[Found]:
        """What is typed may stand on any page, so all of them are made now."""
        return find(typed, self._desk.readings(), {section: self.page(section) for section in Section})

    def _open(self, section: Section) -> None:
        self.page(section)
        self.section = section
        self.mark.take_away()
        self.stack.setCurrentWidget(self._areas[section])
        self.title.setText(sections.name(section))
        self.side.stand_on(section)

    def _point(self, found: Found | None) -> None:
        """Show the page of a setting with the setting marked."""
        if found is None:
            self.mark.take_away()
            return
        self._open(found.section)
        widget = self._widget(found)
        self.mark.put(self.page(found.section), widget)
        area = self._areas[found.section]
        QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget, 0, EDGE))

    def _widget(self, found: Found) -> QWidget:
        return self.page(found.section).findable()[found.key]

    def _change(self, **fields: Any) -> bool:
        changed = self.tried(self._desk.change, **fields)
        if changed is None:
            return False
        self.tell("")
        if changed:
            self.changed.emit(changed)
        return True

    def _forgotten(self) -> None:
        self.changed.emit(frozenset({Kind.ORDERS}))
        self.forgotten.emit()

    def _restored(self) -> None:
        self.restored.emit()
        self.refresh()
