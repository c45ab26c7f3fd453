"""What the interface calls stages, roles and each fact that a text may speak of, as on the pills of a row.

The rule: short enough for a pill, and no two facts have the same word.
"""

from collections.abc import Mapping

from app.core.phrases.phrase import Role, Stage
from app.ui.words import QT_TRANSLATE_NOOP, translate

STAGES: Mapping[Stage, str] = {
    Stage.WELCOME: QT_TRANSLATE_NOOP("trade", "Welcome"),
    Stage.INQUIRY: QT_TRANSLATE_NOOP("trade", "Inquiry"),
    Stage.PAYMENT: QT_TRANSLATE_NOOP("trade", "Payment"),
    Stage.LOGISTICS: QT_TRANSLATE_NOOP("trade", "Logistics"),
    Stage.AFTER_SALES: QT_TRANSLATE_NOOP("trade", "After-sales"),
    Stage.FAREWELL: QT_TRANSLATE_NOOP("trade", "Farewell"),
}
ROLES: Mapping[Role, str] = {
    Role.PRE_SALES: QT_TRANSLATE_NOOP("trade", "Pre-sales"),
    Role.ORDER_CHANGES: QT_TRANSLATE_NOOP("trade", "Order changes"),
    Role.AFTER_SALES: QT_TRANSLATE_NOOP("trade", "After-sales agent"),
    Role.HARD_CUSTOMERS: QT_TRANSLATE_NOOP("trade", "Hard customers"),
}
FACTS: Mapping[str, str] = {
    "agent": QT_TRANSLATE_NOOP("facts", "agent"),
    "shop": QT_TRANSLATE_NOOP("facts", "shop"),
    "hello": QT_TRANSLATE_NOOP("facts", "greeting"),
    "date": QT_TRANSLATE_NOOP("facts", "date"),
    "time": QT_TRANSLATE_NOOP("facts", "time"),
    "clipboard": QT_TRANSLATE_NOOP("facts", "clipboard"),
    "activity.name": QT_TRANSLATE_NOOP("facts", "activity"),
    "activity.left": QT_TRANSLATE_NOOP("facts", "time left"),
    "activity.ends_at": QT_TRANSLATE_NOOP("facts", "end"),
    "activity.starts_in": QT_TRANSLATE_NOOP("facts", "time to the start"),
    "activity.starts_at": QT_TRANSLATE_NOOP("facts", "start"),
    "activity.phase": QT_TRANSLATE_NOOP("facts", "phase"),
    "activity.phase_left": QT_TRANSLATE_NOOP("facts", "time left of the phase"),
    "activity.next": QT_TRANSLATE_NOOP("facts", "next phase"),
    "activity.next_at": QT_TRANSLATE_NOOP("facts", "start of the next phase"),
    "activity.limit": QT_TRANSLATE_NOOP("facts", "purchase limit"),
    "activity.limit_above": QT_TRANSLATE_NOOP("facts", "above the limit"),
    "activity.coupons": QT_TRANSLATE_NOOP("facts", "coupons"),
    "activity.gifts": QT_TRANSLATE_NOOP("facts", "gifts"),
    "activity.platform_offer": QT_TRANSLATE_NOOP("facts", "platform offer"),
    "activity.link": QT_TRANSLATE_NOOP("facts", "activity link"),
    "activity.how_to_buy": QT_TRANSLATE_NOOP("facts", "how to buy"),
    "activity.if_page_fails": QT_TRANSLATE_NOOP("facts", "if the page fails"),
    "activity.also": QT_TRANSLATE_NOOP("facts", "other activities"),
    "activity.refund": QT_TRANSLATE_NOOP("facts", "refund rules"),
    "ship.promise": QT_TRANSLATE_NOOP("facts", "shipping promise"),
    "ship.origin": QT_TRANSLATE_NOOP("facts", "sent from"),
    "ship.transit": QT_TRANSLATE_NOOP("facts", "days on the road"),
    "ship.peak": QT_TRANSLATE_NOOP("facts", "peak"),
    "courier.default": QT_TRANSLATE_NOOP("facts", "courier"),
    "courier.fees": QT_TRANSLATE_NOOP("facts", "express fees"),
    "product.name": QT_TRANSLATE_NOOP("facts", "product"),
    "product.price": QT_TRANSLATE_NOOP("facts", "price"),
    "product.size": QT_TRANSLATE_NOOP("facts", "size"),
    "product.reference": QT_TRANSLATE_NOOP("facts", "size compared"),
    "product.capacity": QT_TRANSLATE_NOOP("facts", "capacity"),
    "product.material": QT_TRANSLATE_NOOP("facts", "material"),
    "product.colour": QT_TRANSLATE_NOOP("facts", "colour remark"),
    "product.points": QT_TRANSLATE_NOOP("facts", "selling points"),
    "product.stock": QT_TRANSLATE_NOOP("facts", "stock"),
    "product.link": QT_TRANSLATE_NOOP("facts", "product link"),
    "product.substitute": QT_TRANSLATE_NOOP("facts", "substitute"),
    "product.substitute_reason": QT_TRANSLATE_NOOP("facts", "why the substitute"),
    "product.complement": QT_TRANSLATE_NOOP("facts", "complement"),
    "product.complement_reason": QT_TRANSLATE_NOOP("facts", "why the complement"),
    "order.left": QT_TRANSLATE_NOOP("facts", "time left to pay"),
    "order.closes_at": QT_TRANSLATE_NOOP("facts", "payment deadline"),
    "order.amount": QT_TRANSLATE_NOOP("facts", "order amount"),
    "order.item": QT_TRANSLATE_NOOP("facts", "ordered items"),
    "order.buyer": QT_TRANSLATE_NOOP("facts", "buyer"),
    "order.number": QT_TRANSLATE_NOOP("facts", "order number"),
}


def of_stage(stage: Stage) -> str:
    """The name of a stage."""
    return translate("trade", STAGES[stage])


def of_role(role: Role) -> str:
    """The name of a role."""
    return translate("trade", ROLES[role])


def of_fact(name: str) -> str:
    """What a variable is called; a name that is not ours stays as the agent wrote it."""
    return translate("facts", FACTS[name]) if name in FACTS else name
