"""The keys of the window, in one table: the window binds them and the keys page shows them.

The rule: a key that is not in this table does nothing.
"""

from app.core.values import dataclass
from app.ui.words import translate


@dataclass(frozen=True, slots=True)
class Key:
    """A deed and the key it is done with, in Qt's portable form. Those not bound the widgets see to."""

    name: str
    chord: str
    is_bound: bool = True


KEYS: tuple[Key, ...] = (
    Key("paste", "Return", is_bound=False),
    Key("copy", "Ctrl+Return", is_bound=False),
    Key("digit", "Alt+1…9", is_bound=False),
    Key("filters", "Tab", is_bound=False),
    Key("leave", "Esc", is_bound=False),
    Key("new", "Ctrl+N"),
    Key("edit", "Ctrl+E"),
    Key("duplicate", "Ctrl+D"),
    Key("pin", "Ctrl+P"),
    Key("move", "Ctrl+M"),
    Key("rename_group", "F2"),
    Key("delete", "Del", is_bound=False),
    Key("bin", "Ctrl+B"),
    Key("undo", "Ctrl+Z"),
    Key("act", "Alt+Return"),
    Key("import", "Ctrl+I"),
    Key("export", "Ctrl+Shift+E"),
    Key("import_orders", "Ctrl+Shift+I"),
    Key("report", "Ctrl+R"),
    Key("handover", "Ctrl+H"),
    Key("publish", "Ctrl+Shift+S"),
    Key("calculate", "Ctrl+K"),
    Key("sold_out", "Ctrl+O"),
    Key("places", "Ctrl+1…5", is_bound=False),
    Key("modes", "Ctrl+Shift+1…4", is_bound=False),
    Key("chat", "Ctrl+Shift+D"),
    Key("commands", "Ctrl+Shift+P"),
    Key("settings", "Ctrl+,"),
    Key("menu", "F10"),
    Key("keys", "F1"),
)


COMMANDS = (">", "》", "＞")
"""What a search for commands begins with, as an input method writes it too."""


def chord(name: str) -> str:
    """The key of a deed."""
    return next(key.chord for key in KEYS if key.name == name)


def told(name: str) -> str:
    """What a key does, for the keys page."""
    return {
        "paste": translate("keys", "Paste the phrase"),
        "copy": translate("keys", "Copy only"),
        "digit": translate("keys", "Paste a visible phrase by its number"),
        "filters": translate("keys", "To the filters and back"),
        "leave": translate("keys", "Clear the search, then back to the chat"),
        "new": translate("keys", "New phrase"),
        "edit": translate("keys", "Edit the phrase"),
        "duplicate": translate("keys", "Duplicate"),
        "pin": translate("keys", "Pin or unpin"),
        "move": translate("keys", "Move to another group"),
        "rename_group": translate("keys", "Rename the group"),
        "bin": translate("keys", "Open the bin"),
        "menu": translate("keys", "Open the menu"),
        "delete": translate("keys", "Put into the bin"),
        "undo": translate("keys", "Undo"),
        "act": translate("keys", "Do what the notice offers; an order to urge has it first"),
        "import": translate("keys", "Import phrases"),
        "export": translate("keys", "Export phrases"),
        "import_orders": translate("keys", "Import the platform's orders"),
        "report": translate("keys", "Outcomes and reports"),
        "handover": translate("keys", "Hand over the shift"),
        "publish": translate("keys", "Publish a pack"),
        "commands": translate("keys", "Every command by its name, as by > in the search"),
        "calculate": translate("keys", "Offer calculator"),
        "sold_out": translate("keys", "Mark a product as sold out, or as there again"),
        "places": translate("keys", "Phrases, activities, unpaid, timers, news"),
        "modes": translate("keys", "Column, compact, popup, wide"),
        "chat": translate("keys", "Stand beside the chat"),
        "settings": translate("keys", "Settings"),
        "keys": translate("keys", "All keys"),
    }[name]
