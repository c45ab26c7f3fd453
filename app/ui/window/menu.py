"""The menu of the whole window, behind the three dots.

The rule: whatever a key or the tray can do is here too, with its key beside it.
"""

from collections.abc import Mapping

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.core.glimpse import Edge, Glimpse
from app.core.window_choices import Mode
from app.ui.row_menu import Act, Menus
from app.ui.theme import Look
from app.ui.words import translate


class WindowMenu:
    """Builds the menu; deeds are handed in by name, those of a mode or an edge by its value too (`mode_wide`)."""

    def __init__(self, look: Look, deeds: Mapping[str, Act]) -> None:
        self._menus = Menus(look)
        self._deeds = deeds

    def build(self, parent: QWidget, settings: Glimpse, *, is_paused: bool) -> QMenu:
        """The menu as things are now."""
        menu = QMenu(parent)
        self._add(menu, translate("window_menu", "New phrase…"), "plus", "new")
        self._add(menu, translate("window_menu", "Import…"), "import", "import")
        self._add(menu, translate("window_menu", "Export phrases…"), "move", "export")
        self._add(menu, translate("window_menu", "Packs of your team…"), "news", "sources")
        self._add(menu, translate("window_menu", "Publish a pack…"), "send", "publish")
        self._add(menu, translate("window_menu", "Bin…"), "bin", "bin")
        menu.addSeparator()
        self._add_modes(menu, settings.mode)
        self._add_places(menu, settings)
        on_top = menu.addAction(translate("window_menu", "Always on top"))
        on_top.setCheckable(True)
        on_top.setChecked(settings.is_on_top)
        on_top.triggered.connect(self._deeds["on_top"])
        pause = translate("window_menu", "Turn hotkeys on") if is_paused else translate("window_menu", "Pause hotkeys")
        self._add(menu, pause, "play" if is_paused else "pause", "pause")
        menu.addSeparator()
        self._add(menu, translate("window_menu", "Settings…"), "settings", "settings")
        self._add(menu, translate("window_menu", "All commands…"), "search", "commands")
        self._add(menu, translate("window_menu", "Keys…"), "keys", "keys")
        self._add(menu, translate("window_menu", "New versions…"), "refresh", "updates")
        menu.addSeparator()
        self._add(menu, translate("window_menu", "Hide the window"), "hide", "hide")
        self._add(menu, translate("window_menu", "Quit"), "quit", "quit")
        return menu

    def _add(self, menu: QMenu, text: str, drawing: str, name: str) -> None:
        key = (
            name
            if name in {"new", "import", "export", "publish", "bin", "commands", "settings", "keys", "chat"}
            else ""
        )
        self._menus.add(menu, text, drawing, self._deeds[name], key)

    def _add_modes(self, menu: QMenu, mode: Mode) -> None:
        ticks = QActionGroup(menu)
        for number, (each, text) in enumerate(modes().items(), start=1):
            action = menu.addAction(f"{text}\tCtrl+Shift+{number}")
            action.setCheckable(True)
            action.setChecked(each is mode)
            action.triggered.connect(lambda _=False, each=each: self._deeds[f"mode_{each.value}"]())
            ticks.addAction(action)
        menu.addSeparator()

    def _add_places(self, menu: QMenu, settings: Glimpse) -> None:
        self._add(menu, translate("window_menu", "Beside the chat…"), "swap", "chat")
        ticks = QActionGroup(menu)
        for place, text in (
            (Edge.LEFT, translate("window_menu", "At the left edge")),
            (Edge.RIGHT, translate("window_menu", "At the right edge")),
            (Edge.NONE, translate("window_menu", "Standing free")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(place is settings.edge)
            action.triggered.connect(lambda _=False, place=place: self._deeds[f"dock_{place.value}"]())
            ticks.addAction(action)
        menu.addSeparator()


def modes() -> dict[Mode, str]:
    """The modes by name, in the order of their keys."""
    return {
        Mode.COLUMN: translate("window_menu", "Column"),
        Mode.COMPACT: translate("window_menu", "Compact: search and strip"),
        Mode.POPUP: translate("window_menu", "Popup"),
        Mode.WIDE: translate("window_menu", "Wide: with details"),
    }
