"""The widgets of the window and where they stand, from the search at the top to the strip at the bottom.

The rule: only layout and words; what happens is the window's.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui import place_names
from app.ui.phrases.panel import PhrasesPanel
from app.ui.phrases.search_box import SearchBox
from app.ui.rail import Place, Rail
from app.ui.strip import Strip
from app.ui.theme import GRID, INSIDE, Look
from app.ui.words import Speaking

if TYPE_CHECKING:
    from app.ui.notice import Notice
    from app.ui.phrases.which_row import WhichRow


class Pages(QStackedWidget):
    """The places one upon the other; as low as the one in sight, so that a question above it has its room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As wide as the widest, as high as the one in sight."""
        shown = self.currentWidget()
        wish = super().sizeHint()
        return QSize(wish.width(), shown.sizeHint().height()) if shown else wish

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest, as high as the one in sight."""
        shown = self.currentWidget()
        least = super().minimumSizeHint()
        return QSize(least.width(), shown.minimumSizeHint().height()) if shown else least


class Column(Speaking, QWidget):
    """The column of widgets. `row_made` carries a widget that was not there before."""

    row_made = Signal(QWidget)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.search = SearchBox(look)
        self.panel = PhrasesPanel(look)
        self.rail = Rail(look)
        self.strip = Strip(look)
        self._which: WhichRow | None = None
        self.more = QToolButton()
        self._places = Pages()
        self.details: QWidget | None = None
        self._build()
        self.retranslate()

    @property
    def which(self) -> "WhichRow":
        """Where it is asked what a phrase speaks of; made when that is first asked."""
        if self._which is None:
            from app.ui.phrases.which_row import WhichRow  # noqa: PLC0415 - a start asks nothing

            self._which = WhichRow(self._look)
            self._content.insertWidget(0, self._which)
            self.row_made.emit(self._which)
        return self._which

    @property
    def asked(self) -> "WhichRow | None":
        """That row, while it asks."""
        return self._which if self._which and self._which.is_asking else None

    def add_place(self, place: Place, widget: QWidget) -> None:
        """Add a further place to the rail."""
        widget.setObjectName(place.name)
        self._places.addWidget(widget)
        self.rail.add(place)
        self._order()

    def add_details(self, details: QWidget) -> None:
        """Put details beside the places."""
        self.details = details
        self._middle.addSpacing(INSIDE)
        self._middle.addWidget(details, 1)
        self._order()

    @property
    def place(self) -> QWidget:
        """The place that is in sight."""
        return self._places.currentWidget()

    def notices(self) -> "list[Notice]":
        """Every line in which something can be said."""
        from app.ui.notice import Notice  # noqa: PLC0415 - a start has nothing to say

        return self.findChildren(Notice)

    def wanted_height(self, width: int) -> int:
        """The height that search, strip and what is shown between them want at a width, without the rail."""
        layout = self.layout()
        assert layout is not None
        self._places.updateGeometry()  # what was just folded up has not told it yet
        layout.activate()
        margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        parts = [part for part in (self._which, self.place) if part and not part.isHidden()]
        shown = [] if self._places.isHidden() else parts
        more = sum(part.heightForWidth(inner) - part.sizeHint().height() for part in shown if part.hasHeightForWidth())
        return layout.sizeHint().height() + more  # the total one would ask the places that are not in sight, too

    @property
    def look(self) -> Look:
        """How everything looks."""
        return self._look

    def show_places(self, is_shown: bool) -> None:
        """Show the place that is open, or search and strip alone."""
        self._places.setVisible(is_shown)

    def show_place(self, name: str) -> None:
        """Show a place, as when it is clicked in the rail."""
        for at in range(self._places.count()):
            if self._places.widget(at).objectName() == name:
                self._places.setCurrentIndex(at)

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.window().setWindowTitle(self.tr("QinDesk"))
        self.more.setToolTip(self.tr("Menu"))
        self.more.setAccessibleName(self.tr("Menu"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses whatever button has the keyboard, as Space does."""
        focus = self.window().focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._look.dress(self.more, "more")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = self._look.scale.target + GRID
        self.more.setFixedSize(QSize(side, side))
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.search, 1)
        top.addWidget(self.more)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        self._content = content = QVBoxLayout()
        content.setSpacing(INSIDE - 2)
        content.addWidget(self._places, 1)
        middle.addLayout(content, 1)
        self._middle = middle
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, INSIDE, INSIDE, GRID)
        column.setSpacing(INSIDE - 2)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self.rail.expect(lambda: [place_names.word(name) for name in place_names.FURTHER])
        self.add_place(Place("phrases", "phrases", lambda: self.tr("Phrases")), self.panel)
        self.rail.chosen.connect(self.show_place)
        self.strip.stops_changed.connect(self._order)
        self.panel.row_made.connect(self._order)
        self.panel.row_made.connect(self.row_made)

    def _order(self) -> None:
        """The Tab key goes from the search to the filters, the list and on downwards, and back."""
        places = (self._places.widget(at) for at in range(self._places.count()))
        of_details = getattr(self.details, "stops", ())
        of_places = (stop for place in places for stop in getattr(place, "stops", ()))
        stops = (self.search, *of_places, *of_details, *self.rail.stops, *self.strip.stops, self.more)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
