"""An order that stands where something is searched for: it is offered to be noted, because nobody searches like that.

The rule: only what can be nothing but an order counts: a line with an amount and a kind or a time, or a text that was
copied from the client in which an order is recognised.
"""

from collections.abc import Callable

from app.core.orders.incoming.drafts import BadOrder, Kinds, Part
from app.core.orders.incoming.text import MAX_TEXT, read_text
from app.core.values import dataclass
from app.ui.orders.desk import OrdersDesk
from app.ui.orders.quick_line import is_many
from app.ui.words import translate

_LEAST = 5
"""No order is shorter: `a 1 聚`."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The order: what was understood in words, the words of the offer, and the text itself."""

    said: str
    label: str
    text: str
    is_many: bool = False


def sought(desk: OrdersDesk, text: str, understood: Callable[[str], str]) -> Sought | None:
    """The order in what is searched for, or None."""
    text = text.strip()
    if len(text) < _LEAST or not any(sign.isdigit() for sign in text):
        return None
    if is_many(text):
        return _of_client(desk, text)
    if not any(sign.isspace() for sign in text):
        return None
    try:
        parts = {piece.part for piece in desk.read(text).pieces}
    except BadOrder:
        return None
    if Part.AMOUNT not in parts or not parts & {Part.KIND, Part.PLACED_AT}:
        return None
    said = translate("orders", "This is an order: {order}").replace("{order}", understood(text))
    return Sought(said, translate("orders", "Note this order"), text)


def _of_client(desk: OrdersDesk, text: str) -> Sought | None:
    if len(text) > MAX_TEXT:
        return None
    cards = read_text(text, Kinds(list(desk.kinds().values())), desk.now(), desk.zone())
    if not cards:
        return None
    names = translate("orders", ", ").join(card.draft.buyer or card.draft.number for card in cards[:3])
    said = translate("orders", "Orders in this text: {names}")
    said = said.replace("{names}", names + ("…" if len(cards) > 3 else ""))
    one, many = translate("orders", "Look at this order…"), translate("orders", "Look at these {count} orders…")
    label = one if len(cards) == 1 else many.replace("{count}", f"{len(cards):,}")
    return Sought(said, label, text, is_many=True)
