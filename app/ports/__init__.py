"""What the services ask of the edges, one Protocol per thing; `tests/fakes.py` holds an honest fake of each.

The rule: all of them but `Share` are called on the main thread. They are taken from here, wherever they stand.
"""

from app.ports.computer import Clipboard, Clock, Desktop, Followed, Hotkeys, Keys, Offer, Pending, Sounds
from app.ports.shares import Share
from app.ports.stores import (
    Backups,
    CountdownStore,
    Images,
    OrderStore,
    PackStore,
    PhraseStore,
    SettingsStore,
    SheetStore,
)

__all__ = [
    "Backups",
    "Clipboard",
    "Clock",
    "CountdownStore",
    "Desktop",
    "Followed",
    "Hotkeys",
    "Images",
    "Keys",
    "Offer",
    "OrderStore",
    "PackStore",
    "Pending",
    "PhraseStore",
    "SettingsStore",
    "Share",
    "SheetStore",
    "Sounds",
]
