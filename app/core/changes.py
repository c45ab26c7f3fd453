"""Which kinds of data a service changed: the panels that show them read again."""

from enum import Enum


class Kind(Enum):
    """A kind of data that a panel may show."""

    PHRASES = "phrases"
    USE = "use"
    SETTINGS = "settings"
    SHEET = "sheet"
    TIMERS = "timers"
    ORDERS = "orders"
    CHANGES = "changes"
    """Changes of running activities that were made or confirmed."""
    PACKS = "packs"
    """Sources of packs and their news."""


Changed = frozenset[Kind]
NOTHING: Changed = frozenset()
