"""Words of the trade that the windows of the queue say: flags, manners, outcomes, and what happened to an order.

The rule: an English source per case, looked up when it is shown, so that it follows the language.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.orders.order import Deed, Event, Flag, Manner, Outcome
from app.core.values import dataclass
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_FLAGS: Mapping[Flag, str] = {
    Flag.GREY: QT_TRANSLATE_NOOP("order_words", "Grey"),
    Flag.RED: QT_TRANSLATE_NOOP("order_words", "Red"),
    Flag.YELLOW: QT_TRANSLATE_NOOP("order_words", "Yellow"),
    Flag.GREEN: QT_TRANSLATE_NOOP("order_words", "Green"),
    Flag.BLUE: QT_TRANSLATE_NOOP("order_words", "Blue"),
    Flag.PURPLE: QT_TRANSLATE_NOOP("order_words", "Purple"),
}
_MANNERS: Mapping[Manner, str] = {
    Manner.ASKED: QT_TRANSLATE_NOOP("order_words", "Asked first"),
    Manner.SILENT: QT_TRANSLATE_NOOP("order_words", "Ordered silently"),
}
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PAID: QT_TRANSLATE_NOOP("order_words", "Paid"),
    Outcome.CLOSED: QT_TRANSLATE_NOOP("order_words", "Closed"),
    Outcome.GIVEN_UP: QT_TRANSLATE_NOOP("order_words", "Given up"),
}
_DEEDS: Mapping[Deed, str] = {
    Deed.ADDED: QT_TRANSLATE_NOOP("order_words", "Noted by hand"),
    Deed.IMPORTED: QT_TRANSLATE_NOOP("order_words", "Imported"),
    Deed.EDITED: QT_TRANSLATE_NOOP("order_words", "Changed"),
    Deed.REMINDED: QT_TRANSLATE_NOOP("order_words", "Reminder shown"),
    Deed.SNOOZED: QT_TRANSLATE_NOOP("order_words", "Put off"),
    Deed.URGED: QT_TRANSLATE_NOOP("order_words", "Urged"),
    Deed.NAME_COPIED: QT_TRANSLATE_NOOP("order_words", "Buyer's name copied"),
    Deed.PAID: QT_TRANSLATE_NOOP("order_words", "Paid"),
    Deed.CLOSED: QT_TRANSLATE_NOOP("order_words", "Closed"),
    Deed.GIVEN_UP: QT_TRANSLATE_NOOP("order_words", "Given up"),
    Deed.REOPENED: QT_TRANSLATE_NOOP("order_words", "Opened again"),
    Deed.CHECKED: QT_TRANSLATE_NOOP("order_words", "Checked after the payment"),
    Deed.OVERRIDDEN: QT_TRANSLATE_NOOP("order_words", "Reminders let through in spite of the rules"),
    Deed.HANDED_OVER: QT_TRANSLATE_NOOP("order_words", "Handed over"),
}
FIELDS: Mapping[str, str] = {
    "buyer": QT_TRANSLATE_NOOP("order_words", "buyer"),
    "number": QT_TRANSLATE_NOOP("order_words", "order number"),
    "amount": QT_TRANSLATE_NOOP("order_words", "amount"),
    "items": QT_TRANSLATE_NOOP("order_words", "items"),
    "kind_id": QT_TRANSLATE_NOOP("order_words", "kind"),
    "placed_at": QT_TRANSLATE_NOOP("order_words", "placed at"),
    "closes_at": QT_TRANSLATE_NOOP("order_words", "closes at"),
    "note": QT_TRANSLATE_NOOP("order_words", "note"),
    "flag": QT_TRANSLATE_NOOP("order_words", "flag"),
    "agent": QT_TRANSLATE_NOOP("order_words", "served by"),
    "manner": QT_TRANSLATE_NOOP("order_words", "how it was ordered"),
    "problem": QT_TRANSLATE_NOOP("order_words", "problem with the payment"),
    "activity_id": QT_TRANSLATE_NOOP("order_words", "activity"),
    "outcome": QT_TRANSLATE_NOOP("order_words", "outcome"),
    "outcome_at": QT_TRANSLATE_NOOP("order_words", "when it ended"),
    "lost_reason": QT_TRANSLATE_NOOP("order_words", "lost reason"),
    "snoozed_until": QT_TRANSLATE_NOOP("order_words", "put off until"),
    "is_overridden": QT_TRANSLATE_NOOP("order_words", "reminders in spite of the rules"),
    "checks": QT_TRANSLATE_NOOP("order_words", "checks after the payment"),
}
"""The fields of an order, as they are named in a history and in an import."""
_CHOSEN = frozenset((Deed.CLOSED, Deed.GIVEN_UP, Deed.CHECKED))
"""Deeds whose text is the id of a line of the shop's lists."""
_COMMA = QT_TRANSLATE_NOOP("order_words", ", ")
_MINUTES = QT_TRANSLATE_NOOP("order_words", "{count} min")
NAMELESS = QT_TRANSLATE_NOOP("order_words", "(no name)")


def flag(value: Flag | None) -> str:
    """The colour of a flag, or that there is none."""
    return translate("order_words", _FLAGS[value]) if value is not None else translate("order_words", "No flag")


def manner(value: Manner | None) -> str:
    """How the buyer ordered, or that nobody knows."""
    return translate("order_words", _MANNERS[value]) if value else translate("order_words", "Not known")


def outcome(value: Outcome | None) -> str:
    """What became of an order; an open one waits."""
    return translate("order_words", _OUTCOMES[value]) if value else translate("order_words", "Waiting for payment")


def deed(value: Deed) -> str:
    """What happened to an order."""
    return translate("order_words", _DEEDS[value])


def fields(names: Iterable[str]) -> str:
    """Fields by their names in the code, in words."""
    known = (translate("order_words", FIELDS[name]) if name in FIELDS else name for name in names)
    return translate("order_words", _COMMA).join(known)


@dataclass(frozen=True, slots=True)
class Names:
    """What ids in a history are called: steps, phrases, and lines of the shop's own lists."""

    step: Callable[[str], str]
    phrase: Callable[[str], str]
    choice: Callable[[str], str]


def event(value: Event, names: Names) -> str:
    """One line of a history: what happened, at which step, with which words."""
    parts = (
        deed(value.deed),
        names.step(value.step_id) if value.step_id else "",
        names.phrase(value.phrase_id) if value.phrase_id else "",
        " ".join(_text(value, names).split()),
    )
    return " · ".join(part for part in parts if part)


def _text(value: Event, names: Names) -> str:
    """What an event says beside its deed: fields that changed, a reason, minutes, or what was sent."""
    if value.deed is Deed.EDITED:
        return fields(value.text.split())
    if value.deed is Deed.SNOOZED and value.text.isdigit():
        return translate("order_words", _MINUTES).replace("{count}", value.text)
    return names.choice(value.text) if value.deed in _CHOSEN and value.text else value.text


def moment(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment as it is said."""
    return moments.said(at, now, zone, is_chinese())


def nameless() -> str:
    """Stands for a name that is not known."""
    return translate("order_words", NAMELESS)
