"""What keys and menus of the place do to the order or the promise that is stood on.

The rule: what needs an answer asks on digits; what is wanted of the window is told by a signal and not done here.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.clockwork import moments
from app.core.orders.choices import BY_TIME
from app.core.orders.duties.duties import CLOSING
from app.core.orders.order import Flag, Order, Outcome
from app.core.orders.urging import Held, Holding
from app.ui.orders import faces, questions, terms
from app.ui.orders.ask_row import Question
from app.ui.orders.deeds import OrderDeeds
from app.ui.orders.desk import OrdersDesk
from app.ui.orders.parts import OrderParts
from app.ui.orders.quick_line import pasted
from app.ui.orders.segments import Part
from app.ui.palette import Tone
from app.ui.theme import Look
from app.ui.words import is_chinese


class OrderActs(OrderParts):
    """The place with its deeds; `acts` are those by name."""

    urge_wanted = Signal(str)
    copy_name_wanted = Signal(str)
    copy_text_wanted = Signal(str)
    paste_wanted = Signal(str, str)
    edit_wanted = Signal(str)
    change_wanted = Signal(str)
    import_wanted = Signal()
    paste_text_wanted = Signal(str)
    report_wanted = Signal()
    handover_wanted = Signal()
    changed = Signal(object)
    left = Signal()
    typed = Signal(QKeyEvent)
    keyboard_wanted = Signal(QWidget)
    waiting = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._deeds: OrderDeeds | None = None
        self.acts = self._named_acts()

    def urge(self) -> None:
        """Ask the buyer to pay; what the rules hold back is said first and can be done all the same."""
        order, desk = self.order(), self._desk
        if order is None or desk is None:
            return
        if faces.face(order, desk.now(), desk.shift(), desk.zone()).near is faces.Near.OVER:
            self.notice.say(self.tr("{name}'s order has closed already.").replace("{name}", order.buyer), Tone.SOON)
            return
        holding = desk.holding(order)
        if holding is None or holding.why is Held.SNOOZED:
            self.urge_wanted.emit(order.id)
        else:
            self._hold(desk, order, holding)

    def copy(self) -> None:
        """Copy the buyer's name for the client's search."""
        promise, order = self.promise(), self.order()
        if order:
            self.copy_name_wanted.emit(order.id)
        elif promise and promise.order_id:
            self.copy_name_wanted.emit(promise.order_id)
        elif promise:
            self.copy_text_wanted.emit(promise.buyer)

    def close_order(self) -> None:
        """It was closed; one whose moment has come was closed by time, of any other the reason is asked."""
        order, desk, deeds = self.order(), self._desk, self._deeds
        if order is None or desk is None or deeds is None:
            return
        if order.closes_by(desk.shift()) <= desk.now():
            deeds.close(order, BY_TIME)
            return
        question = questions.lost(order, desk.settings().lost_reasons, is_closed=True)
        self._ask(question, lambda reason: deeds.close(order, str(reason)))

    def give_up(self) -> None:
        """Nobody asks for it any more; the reason is asked."""
        order, desk, deeds = self.order(), self._desk, self._deeds
        if order and desk and deeds:
            question = questions.lost(order, desk.settings().lost_reasons, is_closed=False)
            self._ask(question, lambda reason: deeds.give_up(order, str(reason)))

    def reopen(self) -> None:
        """It waits for its payment after all; one that was lost and whose moment has come needs a later one first."""
        order, desk, deeds = self.order(), self._desk, self._deeds
        if order is None or order.is_open or desk is None or deeds is None:
            return
        if order.outcome is Outcome.PAID or order.closes_by(desk.shift()) > desk.now():
            deeds.reopen(order)
            return
        said = self.tr("{name} closed at {moment}: give it a later end first.").replace("{name}", order.buyer)
        said = said.replace("{moment}", terms.at(order.closes_at, desk.now(), desk.zone()))
        self.notice.say(said, Tone.SOON, self.tr("Edit…"), self.edit)

    def snooze(self) -> None:
        """Be reminded later, as long as there is a later: no reminder comes after an order has closed."""
        order, desk, deeds = self.order(), self._desk, self._deeds
        if order is None or desk is None or deeds is None:
            return
        left = order.closes_by(desk.shift()) - desk.now()
        question = questions.later(order, left)
        if question.answers:
            self._ask(question, lambda minutes: deeds.snooze(order, int(str(minutes))))
        else:
            self._tell_no_later(order, left)

    def _tell_no_later(self, order: Order, left: timedelta) -> None:
        length = moments.length_in_words(max(left, timedelta()), is_chinese=is_chinese())
        said = self.tr("{name} closes in {length}: that cannot wait.")
        self.notice.say(said.replace("{length}", length).replace("{name}", order.buyer), Tone.SOON)

    def flag(self) -> None:
        """Give it a flag."""
        order, deeds = self.order(), self._deeds
        if order and deeds:
            question = questions.flag(order, is_dark=self._look.is_dark)
            self._ask(question, lambda flag: deeds.flag(order, flag if isinstance(flag, Flag) else None))

    def note(self) -> None:
        """Write its note."""
        order, deeds = self.order(), self._deeds
        if order and deeds:
            self._ask(questions.note(order), lambda text: deeds.note(order, str(text)))

    def problem(self) -> None:
        """Say what keeps the buyer from paying; the phrase that helps is offered."""
        order, desk = self.order(), self._desk
        if order and desk:
            question = questions.problem(order, desk.settings().payment_problems)
            self._ask(question, lambda problem: self._set_problem(desk, order, str(problem)))

    def show_history(self) -> None:
        """Show what happened to it."""
        order = self.order()
        if order and self._desk and self.page is not self.history:
            self._told_of = order.id
            self._show(self.history)
            self._read_history(self._desk)
            self._take_focus()

    def answer(self) -> None:
        """Paste the phrase of a promise or, where it has none, the one that keeps promises, else copy its buyer."""
        promise, desk = self.promise(), self._desk
        phrase_id = (promise.phrase_id or desk.phrase_of(CLOSING)) if promise and desk else ""
        if promise and phrase_id:
            self.paste_wanted.emit(phrase_id, promise.order_id)
        else:
            self.copy()

    def help(self) -> None:
        """Paste the phrase of the first point that is not done and has one."""
        order, desk = self.order(), self._desk
        if order is None or desk is None:
            return
        if order.outcome is not Outcome.PAID:
            self.copy()
            return
        checks = (each for each in desk.settings().order_checks if each.id not in order.checks and each.code)
        phrase_id = next((found for each in checks if (found := desk.phrase_of(each.code))), "")
        if phrase_id:
            self.paste_wanted.emit(phrase_id, order.id)
        else:
            self.copy()

    def put_off(self) -> None:
        """Be reminded of a promise later."""
        promise, deeds = self.promise(), self._deeds
        if promise and deeds:
            self._ask(questions.later(promise), lambda minutes: deeds.put_off_promise(promise, int(str(minutes))))

    def keep_promise(self) -> None:
        """A promise was kept."""
        promise = self.promise()
        if promise and self._deeds:
            self._deeds.keep_promise(promise)

    def new(self) -> None:
        """Type an order or, among the promises, a promise."""
        if self.page not in (self.queue, self.promises):
            self.segments.choose(Part.QUEUE)
        line = self.promise_box.entry if self.page is self.promises else self.box.entry
        line.setFocus()
        self.keyboard_wanted.emit(line)

    def edit(self) -> None:
        """Open the form of the order."""
        order = self.order()
        if order:
            self.edit_wanted.emit(order.id)

    def change(self) -> None:
        """Write down another size, colour or address, or that the buyer wants it no more, and say so."""
        order = self.order()
        if order:
            self.change_wanted.emit(order.id)

    def undo(self) -> bool:
        """Undo what was done last; False where there is nothing."""
        self.notice.clear()
        return bool(self._deeds and self._deeds.undo())

    def _with_order(self, name: str) -> None:
        """Do a deed of one word to the order that is stood on."""
        order = self.order()
        if order and self._deeds:
            getattr(self._deeds, name)(order)

    def _ask(self, question: Question, done: Callable[[object], object]) -> None:
        self.notice.clear()
        self.asking.ask(question, done)
        self.keyboard_wanted.emit(self.asking.first)

    def _hold(self, desk: OrdersDesk, order: Order, holding: Holding) -> None:
        """Say why an urge waits, with the way to do it all the same."""
        why = terms.waits(holding, desk.settings().urge_rules, desk.now(), desk.zone(), order.closes_by(desk.shift()))
        said = self.tr("{name} was not urged: {why}.").replace("{why}", why).replace("{name}", order.buyer)
        self.notice.say(said, Tone.SOON, self.tr("Urge anyway"), lambda: self.urge_wanted.emit(order.id))

    def _set_problem(self, desk: OrdersDesk, order: Order, problem: str) -> None:
        if self._deeds is None or not self._deeds.problem(order, problem):
            return
        code = next((each.code for each in desk.settings().payment_problems if each.id == problem), "")
        phrase_id = desk.phrase_of(code) if code else ""
        if phrase_id:
            said = f"{order.buyer}: {terms.chosen(problem, desk.settings().payment_problems)}"
            paste = partial(self._paste, phrase_id, order.id)
            self.notice.say(said, Tone.OK, self.tr("Paste the phrase for it"), paste)

    def _paste(self, phrase_id: str, order_id: str) -> None:
        self.paste_wanted.emit(phrase_id, order_id)

    def _leave(self) -> None:
        """One step back: from a history to its list, from a filter to all, else out of the place."""
        if self.page is self.history:
            self._open(self.segments.part)
            self._take_focus()
        elif self.page is self.queue and self.queue.sieve.is_on:
            self.queue.sieve.clear()
        else:
            self.left.emit()

    def _take_focus(self) -> None:
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _named_acts(self) -> dict[str, Callable[[], object]]:
        return {
            "urge": self.urge,
            "copy": self.copy,
            "paid": partial(self._with_order, "pay"),
            "closed": self.close_order,
            "give_up": self.give_up,
            "snooze": self.snooze,
            "flag": self.flag,
            "note": self.note,
            "problem": self.problem,
            "override": partial(self._with_order, "override"),
            "history": self.show_history,
            "reopen": self.reopen,
            "edit": self.edit,
            "change": self.change,
            "delete": partial(self._with_order, "delete"),
            "new": self.new,
            "undo": self.undo,
            "act": self.notice.do,
            "filter": self.queue.filter_by,
            "help": self.help,
            "answer": self.answer,
            "keep": self.keep_promise,
            "put_off": self.put_off,
            "back": self._leave,
            "import": self.import_wanted.emit,
            "import_orders": self.import_wanted.emit,
            "paste_text": lambda: self.paste_text_wanted.emit(pasted()),
            "report": self.report_wanted.emit,
            "handover": self.handover_wanted.emit,
        }
