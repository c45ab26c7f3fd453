"""The menu of the place: what can be done with the entry that is stood on, and with the whole sheet.

The rule: every entry shows its key, so that the menu is needed once.
"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from app.core.sheet.activities import Activity
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from app.ui.sheet_panel.segments import Noun
from app.ui.theme import Look
from app.ui.words import translate

Act = Callable[[], object]
KEYS: Mapping[str, str] = {
    "new": "Ctrl+N",
    "edit": "Ctrl+E",
    "duplicate": "Ctrl+D",
    "delete": "Del",
    "sold_out": "Ctrl+O",
    "calculate": "Ctrl+K",
    "undo": "Ctrl+Z",
    "act": "Alt+Return",
    "copy": "Ctrl+C",
}
"""The keys of this place by deed; where the window has one of its own it is the same."""


class SheetMenu:
    """Builds the menu; the deeds are handed in by name."""

    def __init__(self, look: Look, deeds: Mapping[str, Act]) -> None:
        self._look = look
        self._deeds = deeds

    def build(
        self, parent: QWidget, noun: Noun, sheet: Sheet, entry: Entry | None, *, can_paste: bool, changes: int
    ) -> QMenu:
        """The menu for what is stood on."""
        menu = QMenu(parent)
        if can_paste:
            self._add(menu, translate("sheet_menu", "Paste"), "paste", "paste", "Enter")
            self._add(menu, translate("sheet_menu", "Copy only"), "copy", "copy")
            menu.addSeparator()
        self._add_new(menu, noun)
        if entry:
            self._add_entry(menu, entry)
        menu.addSeparator()
        if changes:
            text = translate("sheet_menu", "Changes ({count})").replace("{count}", str(changes))
            self._add(menu, text, "info", "changes")
        self._add(menu, translate("sheet_menu", "Calculator…"), "calculator", "calculate")
        self._add(menu, translate("sheet_menu", "Import or export a workbook…"), "workbook", "workbook")
        if any(each.source == SAMPLE and each.deleted_at is None for each in sheet):
            self._add(menu, translate("sheet_menu", "Put the sample into the bin"), "bin", "sample_gone")
        return menu

    def _add_new(self, menu: QMenu, noun: Noun) -> None:
        text = {
            Noun.ACTIVITY: translate("sheet_menu", "New activity…"),
            Noun.PRODUCT: translate("sheet_menu", "New product…"),
            Noun.FACT: translate("sheet_menu", "New fact of the shop…"),
        }[noun]
        self._add(menu, text, "plus", "new")

    def _add_entry(self, menu: QMenu, entry: Entry) -> None:
        name = _short(entry.question if isinstance(entry, Fact) else entry.name)
        self._add(menu, translate("sheet_menu", "Edit “{name}”…").replace("{name}", name), "edit", "edit")
        if isinstance(entry, Activity):
            text = translate("sheet_menu", "Duplicate with other dates…")
            self._add(menu, text, "duplicate", "duplicate")
        if isinstance(entry, Product):
            out, back = translate("sheet_menu", "Mark as sold out"), translate("sheet_menu", "Can be sold again")
            self._add(menu, back if entry.is_out else out, "sold_out", "sold_out")
        self._add(menu, translate("sheet_menu", "Put into the bin"), "bin", "delete")

    def _add(self, menu: QMenu, text: str, drawing: str, deed: str, key: str = "") -> None:
        shown = key or KEYS.get(deed, "")
        action = menu.addAction(self._look.icon(drawing), text + (f"\t{shown}" if shown else ""))
        action.triggered.connect(lambda: self._deeds[deed]())  # noqa: PLW0108 # not the signal's own argument


def _short(text: str) -> str:
    """A name for a menu, where `&` would underline what follows."""
    cut = text if len(text) <= 20 else text[:19] + "…"
    return cut.replace("&", "&&")
