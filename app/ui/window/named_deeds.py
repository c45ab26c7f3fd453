"""What keys, menus and commands of the whole window do, by name.

The rule: a deed has one name, whoever wants it; what is wanted of the program is a signal of the window.
"""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.core.glimpse import Edge
from app.core.window_choices import Mode
from app.ui.row_menu import Act

if TYPE_CHECKING:
    from app.ui.inside import Inside
    from app.ui.main_window import MainWindow

_WANTED = ("sources", "settings", "updates", "keys", "bin", "chat", "quit", "report")
"""What opens something, and is called as the signal of the window for it."""


def named_deeds(inside: "Inside", window: "MainWindow") -> Mapping[str, Act]:
    """All of them."""
    return {
        **_of_phrases(inside),
        **_of_program(inside, window),
        **{f"dock_{edge.value}": partial(window.berth.dock, edge) for edge in Edge},
        **{f"mode_{mode.value}": partial(inside.modes.switch, mode) for mode in Mode},
        "menu": inside.open_menu,
        "commands": inside.command,
        "no_news": inside.say_no_news,
        "on_top": lambda: inside.keep({"is_on_top": not window.settings.is_on_top}),
        "pause": lambda: window.pause_wanted.emit(not inside.is_paused),
        "hide": window.hide,
    }


def _of_phrases(inside: "Inside") -> Mapping[str, Act]:
    panel = inside.panel
    return {
        "new": panel.new,
        "edit": panel.edit,
        "duplicate": panel.duplicate,
        "pin": panel.pin,
        "move": panel.choose_group,
        "rename_group": panel.rename_group,
        "undo": inside.undo,
        "act": lambda: panel.notice.do(),  # noqa: PLW0108 - there is none until something is said
        "sold_out": inside.toggle_sold_out,
    }


def _of_program(inside: "Inside", window: "MainWindow") -> Mapping[str, Act]:
    with_files = {
        "import": window.import_wanted,
        "publish": window.publish_wanted,
        "import_orders": window.orders_import_wanted,
        "handover": window.handover_wanted,
    }
    return {
        **{name: getattr(window, f"{name}_wanted").emit for name in _WANTED},
        **{name: partial(wanted.emit, []) for name, wanted in with_files.items()},
        "calculate": window.calculator_wanted.emit,
        "export": lambda: window.export_wanted.emit(
            inside.panel.list.meant(is_found=bool(inside.search.text().strip()))
        ),
    }
