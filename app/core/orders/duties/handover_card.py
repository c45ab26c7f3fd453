"""The card of a handover, to read: unpaid orders by their closing, follow-ups, and changes of activities.

The rule: plain text that a chat client takes. Where names are masked, no note holds the buyer's name either.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import left_in_words, said
from app.core.orders.duties.handover import Handover
from app.core.orders.masking import masked, masked_number
from app.core.orders.order import FollowUp, Order
from app.core.prices import yuan
from app.core.sheet.changes import Change
from app.core.sheet.differences import NO, YES

MOST = 200
"""So many orders are written out; how many more there are is told."""
Name = Callable[[str], str]
"""Gives the name of an id: of a kind, of a payment problem, of a field of the cheat-sheet; empty where it has none."""


def _no_name(_id: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a card is written. `shift` is how far the clock is ahead of the one that nobody sets (`Order.shift`)."""

    zone: ZoneInfo
    is_chinese: bool = True
    is_masked: bool = False
    shift: timedelta = timedelta()
    kind: Name = _no_name
    problem: Name = _no_name
    field: Name = _no_name


def card(handover: Handover, wording: Wording) -> str:
    """The whole card."""
    return "\n".join(_Card(handover, wording).lines()) + "\n"


class _Card:
    def __init__(self, handover: Handover, wording: Wording) -> None:
        self._handover = handover
        self._how = wording

    def lines(self) -> Iterator[str]:
        yield self._title()
        orders, follow_ups = self._handover.open(), self._follow_ups()
        yield from self._part(self._orders_title(orders), self._listed(orders))
        yield from self._part(
            self._two(f"【待跟进 {len(follow_ups)} 项】", f"[Follow-ups: {len(follow_ups)}]"),
            map(self._follow_up, follow_ups),
        )
        changes = self._handover.changes
        yield from self._part(
            self._two(f"【活动变更未确认 {len(changes)} 项】", f"[Unconfirmed changes: {len(changes)}]"),
            map(self._change, changes),
        )

    def _part(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        yield ""
        yield title
        yield from list(lines) or [self._two("无", "none")]

    def _title(self) -> str:
        handover = self._handover
        at = f"{handover.made_at.astimezone(self._how.zone):%Y-%m-%d %H:%M}"
        names = " · ".join(name for name in (handover.shop, handover.shift, handover.agent) if name)
        return self._two(f"交接单 {at}", f"Handover {at}") + (f" · {names}" if names else "")

    def _orders_title(self, orders: Sequence[Order]) -> str:
        sum_of_all = sum((order.amount or Decimal(0) for order in orders), Decimal(0))
        amount = yuan.told(sum_of_all, is_chinese=self._how.is_chinese)
        return self._two(f"【待付款 {len(orders)} 笔，共 {amount}】", f"[Unpaid: {len(orders)}, {amount}]")

    def _listed(self, orders: Sequence[Order]) -> Iterator[str]:
        for place, order in enumerate(orders[:MOST], start=1):
            yield f"{place}. {self._order(order)}"
        if len(orders) > MOST:
            more = len(orders) - MOST
            yield self._two(f"…… 还有 {more} 笔，见交接文件", f"… and {more} more in the file")

    def _order(self, order: Order) -> str:
        how, now = self._how, self._handover.made_at
        closes_at = said(order.closes_at, now, how.zone, how.is_chinese, is_end=True)
        left = left_in_words(order.closes_by(how.shift) - now, is_chinese=how.is_chinese)
        number = masked_number(order.number) if how.is_masked else order.number
        parts = (
            self._name(order.buyer),
            how.kind(order.kind_id),
            "" if order.amount is None else yuan.told(order.amount, is_chinese=how.is_chinese),
            self._two(f"{closes_at} 关闭，{left}", f"closes {closes_at}, {left}"),
            self._two("、", ", ").join(order.items),
            how.problem(order.problem),
            self._note(order.note, order.buyer),
            self._two(f"单号 {number}", f"no. {number}") if number else "",
            order.agent,
        )
        return " | ".join(_one_line(part) for part in parts if part)

    def _follow_ups(self) -> Sequence[FollowUp]:
        waiting = (one for one in self._handover.follow_ups if one.done_at is None)
        return sorted(waiting, key=lambda one: (one.due_at, one.id))

    def _follow_up(self, one: FollowUp) -> str:
        due_at = said(one.due_at, self._handover.made_at, self._how.zone, self._how.is_chinese)
        is_late = one.due_at <= self._handover.made_at
        late = self._two("（已过时间）", " (late)") if is_late else ""
        text = self._note(one.text, one.buyer)
        name = self._name(one.buyer)
        return _one_line(self._two(f"- {due_at}{late} {name}：{text}", f"- {due_at}{late} {name}: {text}"))

    def _change(self, change: Change) -> str:
        name = " · ".join(part for part in (change.entry_name, self._how.field(change.field)) if part)
        values = f"{self._value(change.old)} → {self._value(change.new)}"
        return _one_line(self._two(f"- {name}：{values}", f"- {name}: {values}"))

    def _value(self, value: str) -> str:
        known = {"": self._two("无", "none"), YES: self._two("是", "yes"), NO: self._two("否", "no")}
        return known.get(value, value)

    def _name(self, buyer: str) -> str:
        return masked(buyer) if self._how.is_masked else buyer

    def _note(self, text: str, buyer: str) -> str:
        return text.replace(buyer, masked(buyer)) if self._how.is_masked and len(buyer) > 1 else text

    def _two(self, chinese: str, english: str) -> str:
        return chinese if self._how.is_chinese else english


def _one_line(text: str) -> str:
    return " ".join(text.split())
