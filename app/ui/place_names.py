"""The places of the window by their names in the code.

The rule: whoever opens a place by its name need not import what it shows.
"""

from app.ui.words import translate

PHRASES, ACTIVITIES, ORDERS, TIMERS, NEWS = "phrases", "activities", "orders", "timers", "news"
FURTHER = (ACTIVITIES, ORDERS, TIMERS)
"""The places that always come to stand beside the phrases."""


def word(name: str) -> str:
    """What a place beside the phrases is called in the language that is on."""
    words = {
        ACTIVITIES: translate("places", "Activities"),
        ORDERS: translate("places", "Unpaid"),
        TIMERS: translate("places", "Timers"),
        NEWS: translate("places", "News"),
    }
    return words[name]
