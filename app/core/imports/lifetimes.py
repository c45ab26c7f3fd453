"""How long a phrase of a file holds, bound to the activity of this shop that has the name it gives.

The rule: only a name that is meant in one way binds. Where none has it, the id that the file gives beside it binds, so
that a phrase may come before its activity and is not said until then; what cannot be bound is told, and the moments
stay.
"""

from app.core.imports.reading import Found, Holding, Problem, Reason, Severity
from app.core.sheet.activities import Activity
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import Sheet


def lifetime(found: Found, sheet: Sheet, notes: list[Problem]) -> Lifetime | None:
    """The lifetime of a row; what it names and nothing has is added to the notes."""
    holding = found.holding
    if holding is None:
        return None
    bound = Lifetime(holding.from_at, holding.until_at, *_ids(holding, sheet))
    if holding.activity and not bound.activity_id:
        names = " · ".join(name for name in (holding.activity, holding.phase) if name)
        notes.append(Problem(found.spot, Reason.ACTIVITY_UNKNOWN, Severity.HINT, (names,)))
    return bound if bound != Lifetime() else None


def _ids(holding: Holding, sheet: Sheet) -> tuple[str, str]:
    """The ids of the activity and of the phase of it; both empty where one of them cannot be told."""
    named = [activity for activity in sheet.activities_in_use() if _same(activity.name, holding.activity)]
    if holding.activity_id and not named:
        return holding.activity_id, holding.phase_id
    if not holding.activity or len(named) != 1:
        return "", ""
    activity = named[0]
    if not holding.phase:
        return activity.id, ""
    phase_id = _phase_id(activity, holding.phase)
    return (activity.id, phase_id) if phase_id else ("", "")


def _phase_id(activity: Activity, name: str) -> str:
    return next((phase.id for phase in activity.phases if _same(phase.name, name)), "")


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
