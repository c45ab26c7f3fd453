"""Which activity and phase of a pack a phrase means, by id or by name.

The rule: a name is the same in any case and width, with any gaps; of two activities of one name the first is meant.
"""

from collections.abc import Sequence

from app.core.sheet.activities import Activity
from app.formats.sheets.names import folded


class Binder:
    """Finds the activity and the phase that a phrase means."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self._by_id = {activity.id: activity for activity in activities}
        self._by_name = {folded(activity.name): activity for activity in reversed(activities)}

    def has(self, activity_id: str) -> bool:
        """Whether an activity is in the pack."""
        return activity_id in self._by_id

    def bound(self, activity_id: str, activity: str, phase_id: str, phase: str) -> tuple[str, str, str]:
        """The ids of both, and what is wrong; an activity that has an id but is not here may come from elsewhere."""
        meant = self._by_id.get(activity_id) or self._by_name.get(folded(activity))
        if meant is None:
            return activity_id, phase_id, "" if activity_id else "no_such_activity"
        if not phase_id and not phase:
            return meant.id, "", ""
        own = meant.phase(phase_id) or next((each for each in meant.phases if folded(each.name) == folded(phase)), None)
        return (meant.id, own.id, "") if own else (meant.id, "", "no_such_phase")
