"""The menu of the selected phrases.

The rule: it shows the key of every deed that has one, so that the menu is needed once.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.core.phrases.phrase import Phrase
from app.ui.keys import chord
from app.ui.theme import Look
from app.ui.words import translate

if TYPE_CHECKING:
    from app.core.phrases.shelf import Group, Node

Act = Callable[[], object]
More = Callable[[QMenu, Sequence[Phrase]], None]
"""Puts further entries for phrases into their menu, where there is more to be done with them."""


class Menus:
    """Builds menus whose entries have a drawing and show their key."""

    def __init__(self, look: Look) -> None:
        self.look = look

    def add(self, menu: QMenu, text: str, drawing: str, act: Act, key: str = "") -> QAction:
        """Put one entry at the end."""
        action = menu.addAction(self.look.icon(drawing), text + (f"\t{_shown(chord(key))}" if key else ""))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 # the signal's own argument is not for the deed
        return action

    def add_groups(self, menu: QMenu, nodes: Sequence["Node"], act: Callable[["Group"], None]) -> None:
        """Put a tree of groups at the end; a group with others inside can be chosen too."""
        for node in nodes:
            name = node.name.replace("&", "&&")
            if not node.children:
                self._add_group(menu, name, node.path, act)
                continue
            below = menu.addMenu(self.look.icon("folder"), name)
            self._add_group(below, name, node.path, act)
            below.addSeparator()
            self.add_groups(below, node.children, act)

    def _add_group(self, menu: QMenu, name: str, path: "Group", act: Callable[["Group"], None]) -> None:
        menu.addAction(self.look.icon("folder"), name).triggered.connect(lambda: act(path))


class RowMenu:
    """What can be done with the selected phrases; the deeds are handed in by name."""

    def __init__(self, look: Look, deeds: dict[str, Act], move: Callable[["Group"], None]) -> None:
        self._menus = Menus(look)
        self._deeds = deeds
        self._move = move
        self.more: More = lambda _menu, _phrases: None

    def build(self, parent: QWidget, groups: Sequence["Node"], phrases: Sequence[Phrase], *, is_single: bool) -> QMenu:
        """The menu for the present selection; what is made of the cheat-sheet is no phrase: it is pasted and opened."""
        menu = QMenu(parent)
        if is_single:
            self._add(menu, translate("row_menu", "Paste"), "paste", "paste")
            self._add(menu, translate("row_menu", "Copy only"), "copy", "copy")
            menu.addSeparator()
            self._add(menu, translate("row_menu", "Edit…"), "edit", "edit")
        if not phrases:
            return menu
        are_pinned = all(phrase.is_pinned for phrase in phrases)
        self._add(menu, translate("row_menu", "Duplicate"), "duplicate", "duplicate")
        pin = translate("row_menu", "Unpin") if are_pinned else translate("row_menu", "Pin")
        self._add(menu, pin, "unpin" if are_pinned else "pin", "pin")
        self._add_move(menu, groups)
        if phrases[0].group and len({phrase.group for phrase in phrases}) == 1:
            rename = translate("row_menu", "Rename the group “{name}”…").replace("{name}", phrases[0].group[-1])
            self._add(menu, rename.replace("&", "&&"), "folder", "rename_group")
        self.more(menu, phrases)
        menu.addSeparator()
        self._add(menu, translate("row_menu", "Put into the bin"), "bin", "delete")
        return menu

    def _add(self, menu: QMenu, text: str, drawing: str, name: str) -> None:
        self._menus.add(menu, text, drawing, self._deeds[name], name)

    def _add_move(self, menu: QMenu, groups: Sequence["Node"]) -> None:
        below = menu.addMenu(translate("row_menu", "Move to"))
        below.menuAction().setIcon(self._menus.look.icon("move"))
        self._menus.add(below, translate("row_menu", "No group"), "minus", lambda: self._move(()))
        if groups:
            below.addSeparator()
        self._menus.add_groups(below, groups, self._move)


def _shown(keys: str) -> str:
    return keys.replace("Return", "Enter")
