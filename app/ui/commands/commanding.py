"""Commands in the search: after `>` the list holds every command of the window, found by word, pinyin or initials.

The rule: whatever the window can do is a few letters away, and its key stands beside it, so that the letters are needed
once.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.pinyin import Readings
from app.core.search.few import NOWHERE, Few
from app.ui.commands.listing import CommandList
from app.ui.commands.table import PLACE, Command, every
from app.ui.place_names import FURTHER, NEWS, ORDERS
from app.ui.row_menu import Act

if TYPE_CHECKING:
    from app.ui.inside import Inside
    from app.ui.main_window import MainWindow

_SPOKEN = 2


class Commanding(QObject):
    """Finds commands and does them; `deeds` are those of the window by name."""

    def __init__(
        self,
        inside: "Inside",
        window: "MainWindow",
        deeds: Mapping[str, Act],
        readings: Callable[[], Readings],
        is_paused: Callable[[], bool],
    ) -> None:
        super().__init__(inside)
        self._inside = inside
        self._deeds = {**deeds, **self._further(window)}
        self._readings = readings
        self._is_paused = is_paused
        self.list = CommandList(inside.look)
        self.list.chosen.connect(self._do)

    def ask(self, typed: str) -> int:
        """Show what is called so, all where nothing is typed; how many there are."""
        found = self.found(typed)
        self.list.show_commands(found)
        return len(found)

    def found(self, typed: str) -> list[Command]:
        """The commands that are called so, the best first."""
        known = [command for command in every(is_paused=self._is_paused()) if command.name in self._deeds]
        few = Few(typed, self._readings())
        if few.is_empty:
            return known
        placed = [(few.place((each.words, each.also), spoken=_SPOKEN), each) for each in known]
        return [each for place, each in sorted(placed, key=lambda one: one[0]) if place != NOWHERE]

    def _do(self, command: Command) -> None:
        """What is typed was for this alone; the deed finds the window as if its key had been pressed."""
        self._inside.search.setText("")  # unlike `clear` it leaves nothing to undo
        self._deeds[command.name]()

    def _further(self, window: "MainWindow") -> Mapping[str, Act]:
        """What has no key of the window, or one that only a place knows."""
        routing = self._inside.routing
        return {
            **{f"{PLACE}{name}": partial(routing.open, name) for name in (*FURTHER, NEWS)},
            "order_new": self._note_order,
            "order_paste": partial(window.orders_paste_wanted.emit, ""),
            "activity_new": partial(window.entry_new_wanted.emit, "activity"),
            "product_new": partial(window.entry_new_wanted.emit, "product"),
            "fact_new": partial(window.entry_new_wanted.emit, "fact"),
            "workbook": partial(window.workbook_wanted.emit, []),
        }

    def _note_order(self) -> None:
        self._inside.routing.open(ORDERS)
        if self._inside.places:
            self._inside.places.orders.panel.acts["new"]()
