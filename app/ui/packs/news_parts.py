"""The widgets of the place of news, where they stand and what they are called.

The rule: only layout and words; what is done with a line is the panel's.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.core.packs.sources import News
from app.core.source_states import Mood, SourceState
from app.ui.blank import Blank, Offer
from app.ui.key_button import ENTER, KeyButton, KeyLine
from app.ui.notice import Notice
from app.ui.packs.news_list import NewsList
from app.ui.theme import GRID, INSIDE, Look, kind

TAKE, KEEP, ALL = "Alt+T", "Alt+K", "Ctrl+Return"


class NewsParts(QWidget):
    """The place without its deeds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.unread, self.every, self.more = QToolButton(), QToolButton(), QToolButton()
        self.state = QLabel()
        self.list = NewsList(look)
        self.blank = Blank(look)
        self.notice = Notice(look)
        self.confirm, self.confirm_all = KeyButton(look, "check"), KeyButton(look)
        self.keep, self.take, self.show_it = KeyButton(look), KeyButton(look), KeyButton(look)
        self.deeds = KeyLine(*self._links)
        self._lay_out(look)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        top = (self.unread, self.every, self.more)
        return (*top, self.list, *self.blank.stops, *self._links, *self.notice.stops)

    @property
    def first(self) -> QWidget:
        """What gets the keyboard when the place is opened."""
        return self.list if self._stack.currentWidget() is self.list else self.blank.stops[0]

    @property
    def _links(self) -> tuple[KeyButton, ...]:
        return (self.confirm, self.confirm_all, self.keep, self.take, self.show_it)

    def show_list(self, *, has_lines: bool) -> None:
        """Show the list, or what stands in its place."""
        self._stack.setCurrentWidget(self.list if has_lines else self.blank)

    def say_blank(self, states: Sequence[SourceState], *, has_news: bool, add: Offer, sources: Offer) -> None:
        """Say why there are no lines, and the next step."""
        if not states:
            said = self.tr("Your team publishes phrases? Add its address, and what changes is shown here.")
            self.blank.say("phrases", said, add)
        elif has_news:
            self.blank.say("check", self.tr("Everything is read."), (self.tr("Show all"), self.every.click))
        elif any(state.mood in (Mood.REFUSED, Mood.OFFLINE) for state in states):
            self.blank.say("warning", self.tr("Nothing could be taken over yet."), sources)
        else:
            self.blank.say("clock", self.tr("Nothing came yet. What your team changes is shown here."))

    def name_filters(self, news: Sequence[News], unread: int) -> None:
        """Say how many are unread."""
        self.unread.setText(f"{self.tr('Unread')} {unread:,}" if unread else self.tr("Unread"))
        self.every.setText(f"{self.tr('All')} {len(news):,}" if news else self.tr("All"))

    def name(self) -> None:
        """Say everything that does not change in the language that is on."""
        self.more.setToolTip(self.tr("Sources of packs"))
        self.more.setAccessibleName(self.tr("Sources of packs"))
        self.confirm.say(self.tr("Confirm"), ENTER)
        self.confirm.setToolTip(self.tr("I have read this one (Enter)"))
        self.confirm_all.say(self.tr("Confirm all"), ALL)
        self.keep.say(self.tr("Keep mine"), KEEP)
        self.keep.setToolTip(KEEP)
        self.take.say(self.tr("Take the pack's"), TAKE)
        self.take.setToolTip(TAKE)
        self.show_it.say(self.tr("Show"), "→")
        self.show_it.setToolTip(self.tr("Show it where it is used (→)"))
        self.deeds.fit()
        self.list.setAccessibleName(self.tr("What changed: Enter confirms a must-read"))

    def _lay_out(self, look: Look) -> None:
        for chip in (self.unread, self.every):
            chip.setProperty(*kind("chip"))
            chip.setCheckable(True)
            chip.setAutoExclusive(True)
        self.unread.setChecked(True)
        look.dress(self.more, "settings")
        self.state.setProperty(*kind("muted"))
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        for stop in (self.unread, self.every, self.more, *self._links):
            stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            stop.setMinimumHeight(look.scale.target)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE - 2)
        column.addLayout(_row(self.unread, self.every, None, self.more))
        column.addWidget(self.state)
        column.addWidget(self._card(), 1)
        column.addWidget(self.deeds)
        column.addWidget(self.notice)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty(*kind("rows"))
        self._stack = QStackedLayout(card)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.blank)
        return card


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None takes what room is left."""
    made = QHBoxLayout()
    made.setSpacing(GRID)
    for widget in widgets:
        if widget is None:
            made.addStretch()
        else:
            made.addWidget(widget)
    return made
