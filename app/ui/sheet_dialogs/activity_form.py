"""The form of an activity (活动): everything that agents are asked about it, and what they would say now."""

from collections.abc import Sequence

from app.core.sheet.activities import Activity
from app.core.sheet.sheet import Entry
from app.ui.dialogs.drafts import FormDrafts
from app.ui.sheet_dialogs.activity_fields import ActivityFields
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_form import EntryForm
from app.ui.sheet_panel import terms
from app.ui.theme import Look

LEFT, LIMIT = "activity.left", "activity.limit"


class ActivityForm(EntryForm):
    """A window with one activity."""

    def __init__(
        self,
        look: Look,
        desk: SheetFormDesk,
        drafts: FormDrafts,
        activity: Activity,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(desk, drafts, activity, is_new=is_new, size=(640, 740))
        self._former = activity
        self.open_entry(ActivityFields(look, desk, self.column, self))
        self.spoken.again(self._name)
        self.fields.cells["name"].content.setFocus()

    def preview(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """Which phase it would be in now, how long is left, and the limit."""
        assert isinstance(entry, Activity)
        return (
            (self.tr("Now:"), self._phase_now(entry)),
            (self.tr("“How long left?”"), self._answer(entry, LEFT)),
            (self.tr("“How many may I buy?”"), self._answer(entry, LIMIT)),
        )

    def warn(self, entry: Entry) -> None:
        """Whoever edits a running activity changes what buyers are being told."""
        is_running = not self.is_new and self._former.is_running(self.desk.now())
        self.warning.setText(self.tr("This activity is running: when you save, agents are shown what you changed."))
        self.warning.setVisible(is_running)

    def _answer(self, activity: Activity, name: str) -> str:
        return self.desk.say(activity, name) or self.tr("nothing to say yet")

    def _phase_now(self, activity: Activity) -> str:
        now, zone = self.desk.now(), self.desk.zone()
        here = activity.phases_at(now)
        if here:
            until = terms.moment(min(phase.ends_at for phase in here), now, zone, is_end=True)
            names = " + ".join(phase.name for phase in here)
            return self.tr("{phase}, until {moment}").replace("{moment}", until).replace("{phase}", names)
        later = (phase for phase in activity.phases if phase.starts_at > now)
        coming = min(later, key=lambda phase: phase.starts_at, default=None)
        if coming:
            said = self.tr("not in a phase; “{phase}” begins {moment}")
            begins = terms.moment(coming.starts_at, now, zone)
            return said.replace("{moment}", begins).replace("{phase}", coming.name)
        return self.tr("over") if activity.phases else self.tr("no phase yet")

    def _name(self) -> None:
        self.setWindowTitle(self.tr("New activity") if self.is_new else self.tr("Edit activity"))
