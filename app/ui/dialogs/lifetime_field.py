"""How long a phrase or a fact holds: always, during an activity, during a phase of it, or between two moments.

The rule: what was put is read back exactly as long as nobody touched it, also a mixture that this field cannot make.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fault
from app.core.sheet.lifetimes import Lifetime
from app.ui.dialogs import fault_words
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Field, label
from app.ui.dialogs.shop_now import ShopNow
from app.ui.dialogs.spoken import Spoken
from app.ui.sheet_dialogs import entry_words
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_inputs import Line, State
from app.ui.sheet_dialogs.entry_reading import Unread, moment, moment_text
from app.ui.theme import GRID, INSIDE
from app.ui.words import translate


class Bound(Enum):
    """What a lifetime hangs on."""

    ALWAYS = "always"
    ACTIVITY = "activity"
    PHASE = "phase"
    MOMENTS = "moments"


_PARTS = {"no_activity": "activity", "no_phase": "phase", "no_moment": "from_at", "ends_before_start": "until_at"}


class LifetimeField(QWidget):
    """Chips, and under them only what the chosen one needs; a sentence says what it means now."""

    edited = Signal()

    def __init__(self, shop: ShopNow) -> None:
        super().__init__()
        self._shop = shop
        self._given: Lifetime | None = None
        self._opened: State = None
        self.bound: Choice[Bound] = Choice(list(Bound), _bound)
        self.activity: Box[str] = Box(self._activities, self._activity_name)
        self.phase: Box[str] = Box(self._phases, self._phase_name)
        self.from_at = self._moment_line(shop.now)
        self.until_at = self._moment_line(self._from_or_now)
        self._fields = {name: Field(getattr(self, name)) for name in ("activity", "phase", "from_at", "until_at")}
        self.sentence = label("hint")
        self._lay_out()
        self.setFocusProxy(self.bound)
        self.bound.chosen.connect(self._change)
        self.activity.edited.connect(self._pick_activity)
        for part in (self.phase, self.from_at, self.until_at):
            part.edited.connect(self._change)
        for line in (self.from_at, self.until_at):
            line.editingFinished.connect(self._look)
        self._spoken = Spoken(self)
        self._spoken.again(self._name)
        self.put(None)

    def put(self, value: Lifetime | None) -> None:
        """Show a lifetime."""
        self._given = value
        shown = value or Lifetime()
        self.activity.refresh()
        self.activity.put(shown.activity_id)
        self.phase.refresh()
        self.phase.put(shown.phase_id)
        self.from_at.put(shown.from_at)
        self.until_at.put(shown.until_at)
        self.bound.pick(_bound_of(value))
        self._opened = self.state()
        self._draw()

    def read(self) -> Lifetime | None:
        """The lifetime; None for always. Raises `Unread`."""
        if self.state() == self._opened:
            return self._given
        bound = self.bound.value
        if bound is Bound.ALWAYS:
            return None
        if bound is Bound.MOMENTS:
            return self._between()
        if not self.activity.read():
            raise Unread("no_activity")
        if bound is Bound.PHASE and not self.phase.read():
            raise Unread("no_phase")
        return Lifetime(activity_id=self.activity.read(), phase_id=self.phase.read() if bound is Bound.PHASE else "")

    def state(self) -> State:
        """What stands in it, in values that can be written down."""
        parts = (self.bound.value.value, self.activity.read(), self.phase.read())
        return (*parts, self.from_at.text(), self.until_at.text())

    def restore(self, state: State) -> None:
        """Show it again."""
        bound, activity, phase, from_at, until_at = state
        self.bound.pick(Bound(bound))
        self.activity.put(activity)
        self.phase.refresh()
        self.phase.put(phase)
        self.from_at.setText(from_at)
        self.until_at.setText(until_at)
        self._draw()

    def is_blank(self) -> bool:
        """Whether it is always."""
        return self.bound.value is Bound.ALWAYS

    def refresh(self) -> None:
        """Say anew what it means now, and offer the activities that there are now."""
        self.activity.refresh()
        self.phase.refresh()
        self._draw()

    def refuse(self, reason: str) -> bool:
        """Say a refusal, or none, at the part that it is about, which gets the keyboard; False where there is none."""
        wrong = self._wrong() if reason else None
        for name, field in self._fields.items():
            field.refuse(reason if wrong and name == wrong[0] else "")
        self.setFocusProxy(self._fields[wrong[0]].content if wrong else self.bound)
        return wrong is not None

    def in_words(self) -> str:
        """What it means now; nothing where it cannot be read."""
        try:
            lifetime = self.read()
        except Unread:
            return ""
        if lifetime is None:
            return ""
        now = self._shop.now()
        return entry_words.validity(self._shop.sheet().validity(lifetime, now), now, self._shop.zone())

    def _wrong(self) -> tuple[str, Unread] | None:
        """The part that cannot be read, and why not."""
        try:
            self.read()
        except Unread as bad:
            return _PARTS.get(bad.rule) or ("until_at" if self._can_read_from() else "from_at"), bad
        return None

    def _look(self) -> None:
        """The keyboard left a line: say what is wrong with it; what only lacks may still come."""
        wrong = self._wrong()
        if wrong and not wrong[1].rule.startswith("no_"):
            self.refuse(fault_words.of_fault(Fault("", wrong[1].rule, wrong[1].names)))

    def _between(self) -> Lifetime:
        from_at, until_at = self.from_at.read(), self.until_at.read()
        if from_at is None and until_at is None:
            raise Unread("no_moment")
        if from_at and until_at and until_at <= from_at:
            raise Unread("ends_before_start")
        return Lifetime(from_at, until_at)

    def _pick_activity(self) -> None:
        self.phase.refresh()
        if self.phase.read() not in self._phases():
            self.phase.put("")
        self.phase.refresh()
        self._change()

    def _change(self) -> None:
        if self.bound.value in (Bound.ACTIVITY, Bound.PHASE) and not self.activity.read():
            self._pick_likely()
        self.refuse("")
        self._draw()
        self.edited.emit()

    def _pick_likely(self) -> None:
        """The running activity, or the only one, is what an agent means most of the time."""
        sheet = self._shop.sheet()
        likely = sheet.running(self._shop.now()) or sheet.activities_in_use()
        if len(likely) == 1:
            self.activity.put(likely[0].id)
            self.phase.refresh()

    def _draw(self) -> None:
        bound = self.bound.value
        is_mixed = self.state() == self._opened and self._given is not None
        moments = is_mixed and bool(self._given and (self._given.from_at or self._given.until_at))
        shown = {
            "activity": bound in (Bound.ACTIVITY, Bound.PHASE),
            "phase": bound is Bound.PHASE,
            "from_at": bound is Bound.MOMENTS or moments,
            "until_at": bound is Bound.MOMENTS or moments,
        }
        for name, is_shown in shown.items():
            self._fields[name].setVisible(is_shown)
        self._extra.setVisible(any(shown.values()))
        self.sentence.setText(self.in_words())
        self.sentence.setVisible(bool(self.sentence.text()))

    def _activities(self) -> Sequence[str]:
        return ["", *(activity.id for activity in self._shop.sheet().activities_in_use())]

    def _chosen(self) -> Activity | None:
        return self._shop.sheet().activities.get(self.activity.read())

    def _phases(self) -> Sequence[str]:
        activity = self._chosen()
        return ["", *(phase.id for phase in activity.phases)] if activity else [""]

    def _activity_name(self, activity_id: str) -> str:
        activity = self._shop.sheet().activities.get(activity_id)
        if activity_id and (activity is None or activity.deleted_at is not None):
            return translate("lifetime_field", "(an activity that is gone)")
        return activity.name if activity else translate("lifetime_field", "Choose an activity")

    def _phase_name(self, phase_id: str) -> str:
        activity = self._chosen()
        phase = activity.phase(phase_id) if activity else None
        if phase_id and phase is None:
            return translate("lifetime_field", "(a phase that is gone)")
        return phase.name if phase else translate("lifetime_field", "Choose a phase")

    def _moment_line(self, now: Callable[[], datetime]) -> Line[datetime | None]:
        return Line(lambda text: moment(text, now(), self._shop.zone()), moment_text(self._shop.zone))

    def _from_or_now(self) -> datetime:
        """An end without a day belongs to the day of its start."""
        return (self.from_at.read() if self._can_read_from() else None) or self._shop.now()

    def _can_read_from(self) -> bool:
        try:
            self.from_at.read()
        except Unread:
            return False
        return True

    def _lay_out(self) -> None:
        self._extra = QWidget()
        grid = QGridLayout(self._extra)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(INSIDE)
        grid.setVerticalSpacing(GRID)
        for at, field in enumerate(self._fields.values()):
            grid.addWidget(field, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.bound, self._extra, self.sentence):
            column.addWidget(widget)

    def _name(self) -> None:
        names = {
            "activity": self.tr("Activity"),
            "phase": self.tr("Phase"),
            "from_at": self.tr("From"),
            "until_at": self.tr("Until"),
        }
        for name, text in names.items():
            self._fields[name].name(text)
        for line, example in ((self.from_at, "11-11 00:00"), (self.until_at, "11-12 24:00")):
            line.setPlaceholderText(self.tr("{example}, or empty").replace("{example}", example))
        self._draw()


def _bound_of(value: Lifetime | None) -> Bound:
    if value is None:
        return Bound.ALWAYS
    if value.activity_id:
        return Bound.PHASE if value.phase_id else Bound.ACTIVITY
    return Bound.MOMENTS


def _bound(value: Bound) -> str:
    return {
        Bound.ALWAYS: translate("lifetime_field", "Always"),
        Bound.ACTIVITY: translate("lifetime_field", "During an activity"),
        Bound.PHASE: translate("lifetime_field", "During a phase of it"),
        Bound.MOMENTS: translate("lifetime_field", "From – until"),
    }[value]
