"""Entries of the cheat-sheet as JSON: amounts as text, moments by the shop's clock with their offset."""

from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from app.core.sheet.activities import Activity


def plain(value: Any, zone: ZoneInfo) -> Any:
    """Any value of the cheat-sheet as JSON takes it."""
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(each, zone) for each in value]
    if is_dataclass(value):
        return {part.name: plain(getattr(value, part.name), zone) for part in fields(value)}
    return value


def state(activity: Activity, now: datetime) -> str:
    """`coming`, `running` (warm-up too), `over`, or `undated` for an activity without phases."""
    if activity.starts_at is None:
        return "undated"
    if activity.is_running(now):
        return "running"
    return "coming" if now < activity.starts_at else "over"


def overview(activity: Activity, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """What a list tells of an activity at a moment."""
    phases = activity.phases_at(now)
    ends_at = activity.ends_at
    left = ends_at - now if ends_at and now < ends_at else timedelta()
    return {
        "id": activity.id,
        "name": activity.name,
        "kind": activity.kind.value,
        "platform": activity.platform,
        "state": state(activity, now),
        "phases": [{"id": phase.id, "name": phase.name, "kind": phase.kind.value} for phase in phases],
        "starts_at": plain(activity.starts_at, zone),
        "ends_at": plain(ends_at, zone),
        "left_seconds": int(left.total_seconds()),
    }
