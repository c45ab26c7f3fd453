"""The part of the activities: the timeline above, below it the facts of the one that it stands on.

The rule: looking changes nothing; what is chosen is told, and shown as chosen when the program says so.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.sheet.activities import Activity
from app.ui.blank import Offer
from app.ui.sheet_panel import activity_facts, facts
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.lanes import Lane, Standing, lanes
from app.ui.sheet_panel.page import Page
from app.ui.sheet_panel.timeline import Timeline
from app.ui.theme import Look, kind

_SHARE = 0.48
"""At most so much of the height is the timeline's."""


class ActivitiesPage(Page):
    """The part. `chosen` gives the activity to choose, empty for none any more."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._desk: SheetDesk | None = None
        self._shown = ""
        self.timeline = Timeline(look)
        self._top = QFrame()
        self._top.setProperty(*kind("card"))
        inside = QVBoxLayout(self._top)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.timeline)
        self.column.insertWidget(0, self._top)
        self.timeline.shown.connect(self._show)
        self.timeline.chosen.connect(self.chosen)
        self.timeline.went_down.connect(self._go_down)
        self.timeline.left.connect(self.left)
        self.timeline.delete_pressed.connect(self.delete_pressed)
        self.timeline.typed.connect(self.typed)
        self.timeline.resized.connect(self._fit)
        self.timeline.menu_wanted.connect(
            lambda point: self.menu_wanted.emit(self.timeline.viewport().mapToGlobal(point))
        )
        self.list.went_up.connect(self._go_up)
        look.changed.connect(self._fit)
        self.list.setAccessibleName(self.tr("Facts of the activity"))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key comes to, in order."""
        return (self.timeline, *super().stops)

    @property
    def first(self) -> QWidget:
        """The timeline, or what stands where there is none."""
        return self.timeline if self.has_rows else super().first

    @property
    def shown(self) -> str:
        """The activity whose facts are shown, or nothing."""
        return self._shown

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.list.setAccessibleName(self.tr("Facts of the activity"))

    def refresh(self, desk: SheetDesk, *offers: Offer) -> None:
        """Read everything again; where there is nothing, offer the next step."""
        self._desk = desk
        now, activities = desk.now(), desk.sheet().activities_in_use()
        made = lanes(activities, now)
        chosen = desk.subjects.chosen.activity_id
        self._shown = self._stand_on(made, chosen)
        self.timeline.lanes.zone, self.timeline.lanes.steps = desk.zone(), desk.steps()
        self._top.setVisible(bool(made))
        self.timeline.show_lanes(made, now, chosen, self._shown)
        if made:
            self.show_list()
            self._fill()
        else:
            self.list.show_rows([])
            self.say("activities", self.tr("No activities yet. Load a Double Eleven to look around."), *offers)

    def show_activity(self, activity_id: str) -> None:
        """Stand on an activity."""
        self._shown = activity_id
        if self._desk:
            self.refresh(self._desk)

    def tick(self, now: datetime) -> None:
        """A second has begun."""
        if self._desk is None or not self.timeline.lanes.rowCount():
            return
        if self.timeline.lanes.is_old(now):
            self.refresh(self._desk)
        else:
            self.timeline.tick(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._fit()

    def _stand_on(self, made: Sequence[Lane], chosen: str) -> str:
        ids = {lane.activity.id for lane in made}
        if self._shown in ids:
            return self._shown
        if chosen in ids:
            return chosen
        running = (lane.activity.id for lane in made if lane.standing is not Standing.ENDED)
        return next(running, "")

    def _activity(self) -> Activity | None:
        return self._desk.sheet().activities.get(self._shown) if self._desk else None

    def _show(self, activity_id: str) -> None:
        self._shown = activity_id
        self._fill()
        self.list.start()

    def _fill(self) -> None:
        activity = self._activity()
        if self._desk is None or activity is None:
            self.list.show_rows([])
            return
        desk = self._desk
        view = facts.view_of(desk.sheet(), desk.answers(activity.id), desk.now(), desk.zone())
        self.list.show_rows(activity_facts.rows(activity, view))

    def _go_down(self) -> None:
        self.list.setFocus()
        self.list.start()

    def _go_up(self) -> None:
        self.timeline.setFocus()

    def _fit(self) -> None:
        wanted = self.timeline.height_wanted + 10
        self._top.setFixedHeight(min(wanted, max(round(self.height() * _SHARE), 96)))
