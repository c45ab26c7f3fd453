"""What the agent does to orders and promises from this place, and what is said of it.

The rule: nothing is asked twice; whatever was done can be undone, and what failed changed nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changed
from app.core.orders.order import Flag, FollowUp, Order
from app.core.prices import yuan
from app.ui.orders import terms
from app.ui.orders.desk import OrdersDesk
from app.ui.trying import Trying


class OrderDeeds(Trying):
    """The verbs. `came_back` is the id of an order that is as it was before, so that the next key is about it."""

    came_back = Signal(str)

    def __init__(self, desk: OrdersDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verbs = desk.verbs
        self._undos: list[tuple[Callable[[], Changed], str]] = []

    def pay(self, order: Order) -> None:
        """It is paid."""
        self._do(lambda: self._verbs.pay(order.id), self.tr("{name} has paid"), order)

    def close(self, order: Order, reason: str) -> None:
        """It is closed, for a reason or for none."""
        said = self.tr("{name} is closed") + (f": {self._reason(reason)}" if reason else "")
        self._do(lambda: self._verbs.close(order.id, reason), said, order)

    def give_up(self, order: Order, reason: str) -> None:
        """Nobody asks for it any more, for a reason or for none."""
        said = self.tr("{name} is given up") + (f": {self._reason(reason)}" if reason else "")
        self._do(lambda: self._verbs.give_up(order.id, reason), said, order)

    def reopen(self, order: Order) -> None:
        """It waits for its payment again."""
        self._do(lambda: self._verbs.reopen(order.id), self.tr("{name} waits for its payment again"), order)

    def snooze(self, order: Order, minutes: int) -> None:
        """Be reminded in so many minutes."""
        said = self.tr("{name} comes again in {count} min").replace("{count}", str(minutes))
        self._do(lambda: self._verbs.snooze(order.id, minutes), said, order)

    def flag(self, order: Order, flag: Flag | None) -> None:
        """Give it a flag, or take it off."""
        said = f"{_named(order)}: {terms.flag_name(flag)}"
        self._do(lambda: self._verbs.flag(order.id, flag), said, order)

    def note(self, order: Order, text: str) -> None:
        """Write its note anew."""
        if text != order.note:
            said = self.tr("The note of {name} is saved") if text else self.tr("The note of {name} is gone")
            self._do(lambda: self._verbs.note(order.id, text), said, order)

    def problem(self, order: Order, problem_id: str) -> bool:
        """Say what keeps the buyer from paying."""
        problems = self._desk.settings().payment_problems
        solved = self.tr("no problem any more")
        said = f"{_named(order)}: {terms.chosen(problem_id, problems) or solved}"
        return self._do(lambda: self._verbs.problem(order.id, problem_id), said, order)

    def override(self, order: Order) -> None:
        """Let urges through that the rules hold back, or hold them back again."""
        said = self.tr("{name} may be urged against the rules")
        if order.is_overridden:
            said = self.tr("{name} is urged by the rules again")
        self._do(lambda: self._verbs.override(order.id, not order.is_overridden), said, order)

    def check(self, order: Order, digit: int) -> None:
        """A point after the payment is done, or is not; the row shows it."""
        checks = self._desk.settings().order_checks
        if 1 <= digit <= len(checks):
            check = checks[digit - 1]
            self._do(lambda: self._verbs.check(order.id, check.id, check.id not in order.checks), "", order)

    def delete(self, order: Order) -> None:
        """Take it out with all that is known of it."""
        self._do(lambda: self._verbs.delete(order.id), self.tr("{name} is deleted"), order)

    def keep_promise(self, promise: FollowUp) -> None:
        """It was kept."""
        said = self.tr("Done: {name}").replace("{name}", promise.text or promise.buyer)
        self._do(lambda: self._verbs.keep_promise(promise.id), said, undo=self._verbs.undo_promise)

    def put_off_promise(self, promise: FollowUp, minutes: int) -> None:
        """It is due so many minutes later."""
        said = self.tr("{name} comes again in {count} min").replace("{count}", str(minutes))
        said = said.replace("{name}", promise.buyer)
        self._do(lambda: self._verbs.put_off_promise(promise.id, minutes), said, undo=self._verbs.undo_promise)

    def added(self, changed: Changed, said: str, *, is_promise: bool) -> None:
        """A line was taken in, which is a deed like any other."""
        self._undos.append((self._verbs.undo_promise if is_promise else self._verbs.undo, ""))
        self.done.emit(changed)
        self.said.emit(said)

    def undo(self) -> bool:
        """Undo what was done last, here or elsewhere; False where there is nothing."""
        verb, order_id = self._undos.pop() if self._undos else (self._verbs.undo, "")
        changed = self.tried(verb)
        if changed is None:
            self._undos.append((verb, order_id))
        if changed:
            self.undone.emit(self.tr("Undone."))
            if order_id:
                self.came_back.emit(order_id)
        return bool(changed)

    def _reason(self, reason: str) -> str:
        return terms.chosen(reason, self._desk.settings().lost_reasons)

    def _do(
        self,
        verb: Callable[[], Changed],
        said: str,
        order: Order | None = None,
        undo: Callable[[], Changed] | None = None,
    ) -> bool:
        changed = self.tried(verb)
        if changed:
            self._undos.append((undo or self._verbs.undo, order.id if order else ""))
            sentence = said.replace("{name}", _named(order)) if order else said
            if sentence:
                self.said.emit(sentence)
        return bool(changed)


def _named(order: Order) -> str:
    """A buyer with the sum, as in the row."""
    return " ".join(part for part in (order.buyer, yuan.shown(order.amount)) if part)
