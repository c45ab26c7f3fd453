"""What the place of the phrases shows: the rows of what is asked or, where there are none, why and the next step.

The rule: the first rows stand alone until everything is there; only what is typed or filtered has to wait for that.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.keys import COMMANDS
from app.ui.palette import Tone
from app.ui.phrases.model import PAGE
from app.ui.phrases.view import PhrasesView
from app.ui.rows import rows_of, rows_of_page
from app.ui.theme import Look

if TYPE_CHECKING:
    from app.core.first_page import FirstPage
    from app.services.phrases.find import Find
    from app.services.phrases.library import Library
    from app.ui.blank import Offer
    from app.ui.commands.commanding import Commanding
    from app.ui.orders.sought import Sought


class ShownPhrases(PhrasesView):
    """Shows. `new_wanted` carries a text to begin with, `order_wanted` the order that stands in the search."""

    new_wanted = Signal(str)
    order_wanted = Signal(object)
    import_wanted = Signal()
    starter_wanted = Signal()
    sources_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._find: Find | None = None
        self._library: Library | None = None
        self.page: FirstPage | None = None
        self._text = ""
        self._is_over_shown = False
        self._order_in: Callable[[], Sought | None] = lambda: None
        self._order_said = ""
        self._make_commanding: Callable[[], Commanding] | None = None
        self.commanding: Commanding | None = None
        self._trouble = ""
        self._ways_out: tuple[Offer, ...] = ()

    def show_first(self, page: "FirstPage | None") -> None:
        """Show the first rows until everything is there; None: that there are some to come."""
        self.page = page
        self.chips.choose(page.stage if page else None)
        self._ask()
        self.list.choose([], 0)

    def know_orders(self, order_in: "Callable[[], Sought | None]") -> None:
        """Offer to note the order that stands in the search; `order_in` gives it as it is now."""
        self._order_in = order_in

    def know_commands(self, make: "Callable[[], Commanding]") -> None:
        """Find commands in the search, too; what finds them is made when the first is looked for."""
        self._make_commanding = make

    def show_trouble(self, sentence: str, *offers: "Offer") -> None:
        """Say, where the list would be, why there is none, and what can be done."""
        self._trouble, self._ways_out = sentence, offers
        self._show_state()

    def new(self) -> None:
        """Make a phrase; of a search that found nothing it has the text."""
        self.new_wanted.emit("" if self.model.rowCount() or self.is_commanding else self._text)

    @property
    def is_commanding(self) -> bool:
        """Whether commands are looked for."""
        return self._text.startswith(COMMANDS) and self._make_commanding is not None

    @property
    def rows_height(self) -> int:
        """How high all rows are that are found, of phrases or of commands; 0 where there are none."""
        if self.is_commanding and self.commanding:
            listed = self.commanding.list
            return listed.model().rowCount() * max(listed.sizeHintForRow(0), 0)
        return self.model.rowCount() * self._look.scale.row

    @property
    def _can_search(self) -> bool:
        return self._find is not None and self._library is not None and self._find.is_ready

    def _ask(self, least: int = PAGE) -> None:
        if self.is_commanding:
            self.model.show(lambda _least: ())
        elif self._find is None or self._library is None:
            self.model.show(rows_of_page(self.page, self._text, self.chips.scope))
        else:
            self.model.is_movable = not self._text
            self.model.show(rows_of(self._find, self._library.shelf, self._text, self.chips.scope), least)
        self._show_state()

    def _offer_order(self, order: "Sought | None") -> None:
        """Beside what was found; where nothing was, it stands there instead."""
        if self._order_said and self.notice.text == self._order_said:
            self.notice.clear()
        self._order_said = order.said if order and self.model.rowCount() else ""
        if order and self._order_said:
            label = f"{order.label} (Alt+Enter)"
            self.notice.say(self._order_said, Tone.INFO, label, partial(self.order_wanted.emit, order))

    def _show_commands(self) -> None:
        if self.commanding is None and self._make_commanding:
            self.commanding = self._make_commanding()
            self.stand_in(self.commanding.list)
        if self.commanding and self.commanding.ask(self._text[1:]):
            self._stack.setCurrentWidget(self.commanding.list)
        else:
            from app.ui.phrases import no_rows  # noqa: PLC0415 - a start has rows

            self._stack.setCurrentWidget(self.blank)
            no_rows.no_command(self.blank, self._text[1:])

    def _show_state(self) -> None:
        if self.is_commanding:
            self._show_commands()
            return
        order = self._order_in() if self._text and self._can_search else None
        self._offer_order(order)
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
        else:
            self._stack.setCurrentWidget(self.blank)
            self._say_why_none(order)

    def _say_why_none(self, order: "Sought | None") -> None:
        from app.ui.phrases import no_rows  # noqa: PLC0415 - a start has rows

        if self._trouble:
            self.blank.say("warning", self._trouble, *self._ways_out)
        elif self._find is None or self._library is None or (self._text and not self._can_search):
            no_rows.loading(self.blank)
        elif order:
            note = (order.label, partial(self.order_wanted.emit, order))
            no_rows.order_found(self.blank, order.said, note, self.new)
        elif not self._library.groups() and not self._library.phrases():
            wanted = (self.starter_wanted, self.import_wanted, self.sources_wanted)
            no_rows.no_phrases(self.blank, *(each.emit for each in wanted))
        elif self._text:
            show_all = self._show_all if self.chips.is_on else None
            no_rows.none_found(self.blank, self._text, self.new, show_all, self._over(), self._show_over)
        else:
            no_rows.none_here(self.blank, self.new, self._show_all)

    def _over(self) -> int:
        """How many that match are over and not on show."""
        find = None if self.chips.is_with_over else self._find
        return find.over_count(self._text, self.chips.scope) if find else 0

    def _show_over(self) -> None:
        """Show what is over until something else is typed."""
        self._is_over_shown = True
        self.chips.show_over(True)

    def _show_all(self) -> None:
        self.chips.narrow(None, ())
        self.chips.choose(None)
