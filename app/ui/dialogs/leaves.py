"""Pages of a window of which one is in sight, under a row of their names.

The rule: a name stands there only while its page has something to say; of one page alone there is no name.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.dialogs.choice import Choice
from app.ui.theme import BETWEEN

_V = TypeVar("_V")


class _Leaves(QWidget):
    turned = Signal()


class Leaves(_Leaves, Generic[_V]):
    """The pages; `say` gives the name of each. `turned` is emitted when the agent opens another one."""

    def __init__(self, pages: Mapping[_V, QWidget], say: Callable[[_V], str]) -> None:
        super().__init__()
        self._pages = dict(pages)
        self._offered = list(pages)
        self.names: Choice[_V] = Choice(self._offered, say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(self.names)
        for page in self._pages.values():
            column.addWidget(page, 1)
        self.names.chosen.connect(lambda: self._turn(self.names.value))
        self.open(self._offered[0])

    @property
    def page(self) -> _V:
        """The page that is open."""
        return self.names.value

    def open(self, page: _V) -> None:
        """Show a page without telling."""
        self.names.pick(page)
        for each, widget in self._pages.items():
            widget.setVisible(each is page)

    def step(self, by: int) -> None:
        """Open the neighbour of the page that is open; behind the last comes the first."""
        at = self._offered.index(self.page)
        self._turn(self._offered[(at + by) % len(self._offered)])

    def show_only(self, pages: Collection[_V]) -> None:
        """Offer only these; the first of them is open where the one that was is not there any more."""
        self._offered = [each for each in self._pages if each in pages]
        self.names.show_only(self._offered)
        self.names.setVisible(len(self._offered) > 1)
        if self.page not in self._offered:
            self.open(self._offered[0])

    def _turn(self, page: _V) -> None:
        self.open(page)
        self.turned.emit()
