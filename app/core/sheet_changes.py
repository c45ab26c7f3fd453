"""A change of a running activity (活动变更): old → new, on show until the agent has confirmed it.

The rule: what was changed while buyers already ask about it is never taken in silently.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry. `field` is a dotted path as in `Fault`; `old` and `new` are in words, empty for none.

    `entry_id` and `entry_name` say what was changed; moments are aware UTC; `source` is who changed it (`personal`: by
    hand, else the id of a pack).
    """

    id: str
    entry_id: str
    entry_name: str
    field: str
    old: str
    new: str
    changed_at: datetime
    source: str
    confirmed_at: datetime | None = None
