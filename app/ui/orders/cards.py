"""What the rows of the place say at a moment: an open order, a paid one, a promise, an event of a history.

The rule: a card says why nothing can be done now where that is so, and never leaves a colour to say it.
"""

from datetime import timedelta

from app.core.clockwork import moments
from app.core.orders import reminders
from app.core.orders.order import Deed, Event, FollowUp, Order, Outcome
from app.core.prices import yuan
from app.core.values import dataclass
from app.ui import order_names
from app.ui.orders import faces, terms
from app.ui.orders.card import Card, Point
from app.ui.orders.desk import OrdersDesk
from app.ui.palette import Tone
from app.ui.words import is_chinese, translate

_COMMA = " · "


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes the cards of a desk as of its `now`."""

    desk: OrdersDesk

    def of_open(self, order: Order) -> Card:
        """An order of the queue."""
        desk = self.desk
        now, zone = desk.now(), desk.zone()
        face = faces.face(order, now, desk.shift(), zone)
        state, drawing, tone = self._state(order)
        return Card(
            face.drawing,
            face.tone,
            order.buyer,
            yuan.shown(order.amount),
            face.digits,
            face.word,
            terms.kind_name(order, desk.kinds()),
            order.flag,
            terms.manner(order.manner) if order.manner else "",
            bool(order.note),
            _COMMA.join(order.items),
            state,
            drawing,
            tone,
            is_big=face.near is not faces.Near.OVER,
        )

    def of_paid(self, order: Order) -> Card:
        """A paid order with what is to be done for it."""
        desk = self.desk
        now, zone = desk.now(), desk.zone()
        checks = desk.settings().order_checks
        points = tuple(
            Point(at, order_names.shown(check.name), check.id in order.checks)
            for at, check in enumerate(checks[:9], start=1)
        )
        is_done = all(point.is_done for point in points)
        return Card(
            "check" if is_done else "box",
            Tone.OK if is_done else Tone.SOON,
            order.buyer,
            yuan.shown(order.amount),
            terms.at(order.outcome_at, now, zone) if order.outcome_at else "",
            translate("orders", "all done") if is_done else translate("orders", "to do"),
            flag=order.flag,
            has_note=bool(order.note),
            points=points,
            is_big=False,
        )

    def of_lost(self, order: Order) -> Card:
        """An order that was closed or given up, and why."""
        desk = self.desk
        given_up = order.outcome is Outcome.GIVEN_UP
        return Card(
            "minus" if given_up else "refused",
            Tone.MUTED,
            order.buyer,
            yuan.shown(order.amount),
            terms.at(order.outcome_at, desk.now(), desk.zone()) if order.outcome_at else "",
            translate("orders", "given up") if given_up else translate("orders", "closed"),
            terms.kind_name(order, desk.kinds()),
            order.flag,
            has_note=bool(order.note),
            about=_COMMA.join(order.items),
            state=terms.chosen(order.lost_reason, desk.settings().lost_reasons),
            is_big=False,
        )

    def of_promise(self, promise: FollowUp) -> Card:
        """A promise to a buyer."""
        now, zone = self.desk.now(), self.desk.zone()
        left = promise.due_at - now
        is_over, is_soon = left <= timedelta(), left <= faces.EXACT
        tone = Tone.LATE if is_over else Tone.SOON if is_soon else Tone.TEXT
        word = translate("orders", "due") if is_over else translate("orders", "soon") if is_soon else ""
        return Card(
            "bell_rung" if is_over else "bell" if is_soon else "clock",
            tone,
            promise.buyer or translate("orders", "A buyer"),
            "",
            terms.ago(-left) if is_over else faces.clock(left),
            word or translate("orders", "by {moment}").replace("{moment}", terms.at(promise.due_at, now, zone)),
            about=promise.text,
            state=self._made(promise),
            is_big=not is_over,
        )

    def of_event(self, event: Event) -> Card:
        """Something that happened to an order."""
        order = self.desk.book().get(event.order_id)
        kind = self.desk.kinds().get(order.kind_id) if order else None
        now, zone = self.desk.now(), self.desk.zone()
        is_sent = event.deed is Deed.URGED
        return Card(
            _EVENTS.get(event.deed, "info"),
            Tone.MUTED,
            terms.deed(event.deed),
            terms.step_name(event.step_id, kind),
            terms.at(event.at, now, zone),
            terms.ago(now - event.at),
            about=event.agent,
            state=" ".join(event.text.split()) if is_sent else "",
            is_big=False,
        )

    def _state(self, order: Order) -> tuple[str, str, Tone]:
        """The third line: why no urge goes out, else the last call, or the first one to come; with it what keeps the
        buyer from paying.
        """
        desk = self.desk
        now = desk.now()
        holding = desk.holding(order)
        event = desk.last_call(order.id)
        called = terms.called(event, desk.kinds().get(order.kind_id), now) if event else ""
        problem = terms.chosen(order.problem, desk.settings().payment_problems)
        if holding:
            held = terms.waits(holding, desk.settings().urge_rules, now, desk.zone(), order.closes_by(desk.shift()))
            return _COMMA.join(part for part in (held, problem, called) if part), "pause", Tone.SOON
        said = _COMMA.join(part for part in (problem, called or self._to_come(order)) if part)
        if order.is_overridden:
            said = _COMMA.join(part for part in (translate("orders", "Rules overridden"), said) if part)
        is_urged = event is not None and event.deed is Deed.URGED
        return said, "question" if problem else "send" if is_urged else "bell", Tone.MUTED

    def _to_come(self, order: Order) -> str:
        """When an order is told of next, so that no row has a hole."""
        now, kind = self.desk.now(), self.desk.kinds().get(order.kind_id)
        at, step = next(((at, step) for at, step in reminders.moments(order, kind) if step and at > now), (now, None))
        if step is None:
            return translate("orders", "Not urged yet")
        said = translate("orders", "Reminds “{step}” at {moment}").replace("{step}", order_names.shown(step.name))
        return said.replace("{moment}", terms.at(at, now, self.desk.zone()))

    def _made(self, promise: FollowUp) -> str:
        """Who promised it and when."""
        if promise.made_at is None:
            return promise.agent
        said = translate("orders", "promised {moment}")
        at = terms.at(promise.made_at, self.desk.now(), self.desk.zone())
        return _COMMA.join(part for part in (said.replace("{moment}", at), promise.agent) if part)

    def tips(self, order: Order) -> tuple[str, ...]:
        """All there is to know of an order, line by line."""
        now, zone, chinese = self.desk.now(), self.desk.zone(), is_chinese()
        placed = translate("orders", "placed {moment}").replace(
            "{moment}", moments.said(order.placed_at, now, zone, chinese)
        )
        closes = translate("orders", "closes {moment}").replace(
            "{moment}", moments.said(order.closes_at, now, zone, chinese, is_end=True)
        )
        number = translate("orders", "No. {number}").replace("{number}", order.number) if order.number else ""
        return (
            _COMMA.join(part for part in (order.buyer, yuan.shown(order.amount)) if part),
            number,
            terms.kind_name(order, self.desk.kinds()),
            f"{placed}{_COMMA}{closes}",
            *order.items,
            terms.flag_name(order.flag) if order.flag is not None else "",
            order.note,
            order.agent,
            *(f"{point.digit} {point.text}" for point in self.of_paid(order).points if order.outcome is Outcome.PAID),
            self._state(order)[0] if order.is_open else "",
        )


_EVENTS = {
    Deed.ADDED: "plus",
    Deed.IMPORTED: "import",
    Deed.EDITED: "edit",
    Deed.REMINDED: "bell",
    Deed.SNOOZED: "later",
    Deed.URGED: "send",
    Deed.NAME_COPIED: "copy",
    Deed.PAID: "check",
    Deed.CLOSED: "refused",
    Deed.GIVEN_UP: "minus",
    Deed.REOPENED: "restore",
    Deed.CHECKED: "check",
    Deed.HANDED_OVER: "swap",
}
