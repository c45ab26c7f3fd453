"""What the window of the handover says: refusals of files, and what taking one over would change."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.orders.duties.handover import Handover
from app.core.orders.duties.handover_merge import Merge
from app.core.orders.order import Order
from app.core.prices import yuan
from app.core.sheet.changes import Change
from app.ui import order_names
from app.ui.order_dialogs import order_words
from app.ui.sheet_panel.field_words import of_field, of_value
from app.ui.words import QT_TRANSLATE_NOOP, translate

RULES: Mapping[str, str] = {
    "too_large": QT_TRANSLATE_NOOP("handover", "The file is too large to be a handover."),
    "not_ours": QT_TRANSLATE_NOOP(
        "handover", "This is no handover file. One ends in .json and was saved in this window."
    ),
    "newer": QT_TRANSLATE_NOOP("handover", "The file was made by a newer version. Update this PC and try again."),
    "broken": QT_TRANSLATE_NOOP(
        "handover", "The file is damaged, and nothing of it was taken over. Let the other shift save it again."
    ),
    "unreadable": QT_TRANSLATE_NOOP("handover", "The file could not be read. Copy it to this PC and try again."),
}
_MOST = 300


def refusal(rule: str) -> str:
    """Why a file cannot be taken over."""
    return translate("handover", RULES.get(rule, RULES["broken"]))


def source(handover: Handover, now: datetime, zone: ZoneInfo) -> str:
    """Whose handover it is, and of when."""
    names = (handover.shop, handover.shift, handover.agent, order_words.moment(handover.made_at, now, zone))
    return " · ".join(name for name in names if name)


def sums(handover: Handover, merge: Merge) -> str:
    """What taking over changes, in one line."""
    same = len(handover.orders) - merge.new - merge.changed
    said = translate("handover", "{new} new, {changed} changed, {same} the same")
    for key, count in (("{new}", merge.new), ("{changed}", merge.changed), ("{same}", max(same, 0))):
        said = said.replace(key, f"{count:,}")
    parts = [said]
    if merge.follow_ups:
        parts.append(_counted(translate("handover", "follow-ups {count}"), len(merge.follow_ups)))
    if handover.changes:
        parts.append(
            _counted(translate("handover", "unconfirmed changes of activities {count}"), len(handover.changes))
        )
    return " · ".join(parts)


def lines(handover: Handover, merge: Merge, now: datetime, zone: ZoneInfo) -> str:
    """What would come, a line each, the orders by their closing."""
    orders = sorted(merge.orders, key=lambda order: (not order.is_open, order.closes_at))
    told = [_order(order, now, zone) for order in orders]
    told += [
        " · ".join((translate("handover", "Follow-up"), order_words.moment(one.due_at, now, zone), one.buyer, one.text))
        for one in merge.follow_ups
    ]
    change_word, kind_word = translate("handover", "Change"), translate("handover", "Kind of orders")
    told += [f"{change_word} · {_change(change)}" for change in handover.changes]
    told += [f"{kind_word} · {order_names.shown(kind.name)}" for kind in merge.kinds]
    more = _counted(translate("handover", "… and {count} more"), len(told) - _MOST)
    return "\n".join((*(" ".join(line.split()) for line in told[:_MOST]), *([more] if len(told) > _MOST else [])))


def _change(change: Change) -> str:
    named = f"{change.entry_name} · {of_field(change.field)}"
    return f"{named}: {of_value(change.field, change.old)} → {of_value(change.field, change.new)}"


def _order(order: Order, now: datetime, zone: ZoneInfo) -> str:
    at = order.outcome_at if order.outcome_at else order.closes_at
    state = order_words.outcome(order.outcome)
    parts = (order.buyer, yuan.shown(order.amount), state, order_words.moment(at, now, zone), order.note)
    return " · ".join(part for part in parts if part)


def _counted(words: str, count: int) -> str:
    return words.replace("{count}", f"{count:,}")
