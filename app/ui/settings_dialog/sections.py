"""The sections of the settings: in which order they stand, what each is called and drawn as.

The rule: a section is made when it is first shown or searched, so that the dialog opens at once.
"""

from enum import IntEnum

from app.ui.words import translate


class Section(IntEnum):
    """A section; the number is its place in the list."""

    GENERAL = 0
    APPEARANCE = 1
    WINDOW = 2
    HOTKEYS = 3
    PASTING = 4
    REMINDERS = 5
    ORDERS = 6
    SOURCES = 7
    PRIVACY = 8
    BACKUPS = 9


DRAWINGS = {
    Section.GENERAL: "settings",
    Section.APPEARANCE: "appearance",
    Section.WINDOW: "window",
    Section.HOTKEYS: "keys",
    Section.PASTING: "paste",
    Section.REMINDERS: "bell",
    Section.ORDERS: "orders",
    Section.SOURCES: "box",
    Section.PRIVACY: "privacy",
    Section.BACKUPS: "backup",
}


def name(section: Section) -> str:
    """What a section is called."""
    return {
        Section.GENERAL: translate("settings", "General"),
        Section.APPEARANCE: translate("settings", "Appearance"),
        Section.WINDOW: translate("settings", "Window"),
        Section.HOTKEYS: translate("settings", "Hotkeys"),
        Section.PASTING: translate("settings", "Pasting"),
        Section.REMINDERS: translate("settings", "Reminders"),
        Section.ORDERS: translate("settings", "Orders"),
        Section.SOURCES: translate("settings", "Team packs"),
        Section.PRIVACY: translate("settings", "Data and privacy"),
        Section.BACKUPS: translate("settings", "Backups"),
    }[section]
