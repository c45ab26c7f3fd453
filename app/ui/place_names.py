"""The places of the window by their names in the code.

The rule: whoever opens a place by its name need not import what it shows.
"""

PHRASES, ACTIVITIES, ORDERS, TIMERS, NEWS = "phrases", "activities", "orders", "timers", "news"
