"""The keys of the place in one table, and the menus that show them.

The rule: every entry shows its key, so that the menu is needed once; a letter alone is typing, with Alt it is a deed.
"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from app.core.orders.order import Order, Outcome
from app.ui.keys import chord
from app.ui.orders.segments import Part
from app.ui.theme import Look
from app.ui.words import translate

Act = Callable[[], object]
OF_QUEUE: Mapping[str, str] = {
    "urge": "Return",
    "copy": "Ctrl+C",
    "paid": "Alt+P",
    "closed": "Alt+X",
    "give_up": "Alt+G",
    "snooze": "Alt+S",
    "flag": "Alt+F",
    "note": "Alt+N",
    "problem": "Alt+W",
    "override": "Alt+O",
    "history": "Alt+H",
    "change": "Alt+C",
    "edit": "Ctrl+E",
    "delete": "Del",
    "new": "Ctrl+N",
    "undo": "Ctrl+Z",
    "paste_text": "Ctrl+V",
    "filter": "/",
}
OF_PAID: Mapping[str, str] = {
    "help": "Return",
    "copy": "Ctrl+C",
    "flag": "Alt+F",
    "note": "Alt+N",
    "reopen": "Alt+R",
    "history": "Alt+H",
    "change": "Alt+C",
    "edit": "Ctrl+E",
    "undo": "Ctrl+Z",
}
OF_PROMISES: Mapping[str, str] = {
    "answer": "Return",
    "copy": "Ctrl+C",
    "keep": "Alt+D",
    "put_off": "Alt+S",
    "new": "Ctrl+N",
    "undo": "Ctrl+Z",
}
OF_HISTORY: Mapping[str, str] = {"back": "Return"}


class OrderMenu:
    """Builds the menus; the deeds are handed in by name."""

    def __init__(self, look: Look, deeds: Mapping[str, Act]) -> None:
        self._look = look
        self._deeds = deeds

    def build(self, parent: QWidget, part: Part, order: Order | None, *, has_row: bool) -> QMenu:
        """The menu of the row that is stood on, then that of the place."""
        menu = QMenu(parent)
        if has_row:
            {Part.QUEUE: self._add_open, Part.PAID: self._add_paid, Part.PROMISES: self._add_promise}[part](menu, order)
            menu.addSeparator()
        self.add_place(menu)
        return menu

    def add_place(self, menu: QMenu) -> None:
        """What is done with all orders."""
        self._add(menu, translate("order_menu", "New order"), "plus", "new", "Ctrl+N")
        self._add(menu, translate("order_menu", "Paste order texts…"), "paste", "paste_text", "Ctrl+V")
        self._add(
            menu,
            translate("order_menu", "Import the platform's export…"),
            "import",
            "import_orders",
            chord("import_orders"),
        )
        menu.addSeparator()
        self._add(menu, translate("order_menu", "Hand over the shift…"), "swap", "handover", chord("handover"))
        self._add(menu, translate("order_menu", "Outcomes and reports…"), "workbook", "report", chord("report"))
        self._add(menu, translate("order_menu", "Undo"), "undo", "undo", "Ctrl+Z")

    def _add_open(self, menu: QMenu, order: Order | None) -> None:
        keys = OF_QUEUE
        is_overridden = bool(order and order.is_overridden)
        entries = (
            (translate("order_menu", "Urge"), "send", "urge"),
            (translate("order_menu", "Copy the buyer's name"), "copy", "copy"),
            None,
            (translate("order_menu", "Paid"), "check", "paid"),
            (translate("order_menu", "Closed…"), "refused", "closed"),
            (translate("order_menu", "Give up…"), "minus", "give_up"),
            (translate("order_menu", "Later…"), "later", "snooze"),
            None,
            (translate("order_menu", "Payment problem…"), "question", "problem"),
            (translate("order_menu", "Flag…"), "flag", "flag"),
            (translate("order_menu", "Note…"), "note", "note"),
            (
                translate("order_menu", "Urge by the rules again")
                if is_overridden
                else translate("order_menu", "Urge against the rules"),
                "bell",
                "override",
            ),
            (translate("order_menu", "History"), "timers", "history"),
            (translate("order_menu", "Size, colour, address, refund…"), "swap", "change"),
            (translate("order_menu", "Edit…"), "edit", "edit"),
            (translate("order_menu", "Delete"), "bin", "delete"),
        )
        self._add_all(menu, entries, keys)

    def _add_paid(self, menu: QMenu, order: Order | None) -> None:
        help_with = (translate("order_menu", "Paste the phrase of what is open"), "paste", "help")
        is_paid = order is not None and order.outcome is Outcome.PAID
        entries = (
            *((help_with,) if is_paid else ()),
            (translate("order_menu", "Copy the buyer's name"), "copy", "copy"),
            (translate("order_menu", "Open again: it waits for its payment"), "restore", "reopen"),
            None,
            (translate("order_menu", "Flag…"), "flag", "flag"),
            (translate("order_menu", "Note…"), "note", "note"),
            (translate("order_menu", "History"), "timers", "history"),
            (translate("order_menu", "Size, colour, address, refund…"), "swap", "change"),
            (translate("order_menu", "Edit…"), "edit", "edit"),
        )
        self._add_all(menu, entries, OF_PAID)

    def _add_promise(self, menu: QMenu, _order: Order | None) -> None:
        entries = (
            (translate("order_menu", "Answer the buyer"), "paste", "answer"),
            (translate("order_menu", "Copy the buyer's name"), "copy", "copy"),
            None,
            (translate("order_menu", "Done"), "check", "keep"),
            (translate("order_menu", "Later…"), "later", "put_off"),
        )
        self._add_all(menu, entries, OF_PROMISES)

    def _add_all(self, menu: QMenu, entries: tuple[tuple[str, str, str] | None, ...], keys: Mapping[str, str]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                self._add(menu, *entry, keys[entry[2]])

    def _add(self, menu: QMenu, text: str, drawing: str, deed: str, key: str = "") -> None:
        shown = key.replace("Return", "Enter")
        action = menu.addAction(self._look.icon(drawing), text + (f"\t{shown}" if shown else ""))
        action.triggered.connect(lambda: self._deeds[deed]())  # noqa: PLW0108 # not the signal's own argument
