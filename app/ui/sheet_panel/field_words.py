"""What a changed field is called and what it was and is, in words: `phases.ends_at.开售` is “开售 · end”.

The rule: there is a word for every field that a change may tell of; a test counts them.
"""

from collections.abc import Mapping

from app.core.sheet.activities import ActivityKind, Base
from app.core.sheet.differences import NO, YES, split_field
from app.ui.sheet_panel import terms
from app.ui.words import QT_TRANSLATE_NOOP, translate

FIELDS: Mapping[str, str] = {
    "entry": QT_TRANSLATE_NOOP("sheet_fields", "The entry itself"),
    "name": QT_TRANSLATE_NOOP("sheet_fields", "Name"),
    "kind": QT_TRANSLATE_NOOP("sheet_fields", "Kind"),
    "platform": QT_TRANSLATE_NOOP("sheet_fields", "Platform"),
    "link": QT_TRANSLATE_NOOP("sheet_fields", "Link"),
    "how_to_buy": QT_TRANSLATE_NOOP("sheet_fields", "How to buy"),
    "if_page_fails": QT_TRANSLATE_NOOP("sheet_fields", "Page does not open"),
    "refund_rules": QT_TRANSLATE_NOOP("sheet_fields", "Refund rules"),
    "also_running": QT_TRANSLATE_NOOP("sheet_fields", "Other activities"),
    "note": QT_TRANSLATE_NOOP("sheet_fields", "Note"),
    "phases": QT_TRANSLATE_NOOP("sheet_fields", "Phase"),
    "phases.name": QT_TRANSLATE_NOOP("sheet_fields", "Name of the phase"),
    "phases.kind": QT_TRANSLATE_NOOP("sheet_fields", "Kind of the phase"),
    "phases.starts_at": QT_TRANSLATE_NOOP("sheet_fields", "Start"),
    "phases.ends_at": QT_TRANSLATE_NOOP("sheet_fields", "End"),
    "phases.rate": QT_TRANSLATE_NOOP("sheet_fields", "Share that is paid"),
    "phases.product_ids": QT_TRANSLATE_NOOP("sheet_fields", "Products of the phase"),
    "phases.note": QT_TRANSLATE_NOOP("sheet_fields", "Note of the phase"),
    "limit.count": QT_TRANSLATE_NOOP("sheet_fields", "Purchase limit"),
    "limit.answer_above": QT_TRANSLATE_NOOP("sheet_fields", "Answer above the limit"),
    "coupons": QT_TRANSLATE_NOOP("sheet_fields", "Coupon"),
    "gifts": QT_TRANSLATE_NOOP("sheet_fields", "Gift"),
    "per_multiple": QT_TRANSLATE_NOOP("sheet_fields", "Platform offer"),
    "stacking.has_coupon_with_platform": QT_TRANSLATE_NOOP("sheet_fields", "Coupon together with the platform offer"),
    "stacking.base": QT_TRANSLATE_NOOP("sheet_fields", "What the platform offer is judged on"),
    "stacking.is_highest_gift_only": QT_TRANSLATE_NOOP("sheet_fields", "Only the highest gift"),
    "stacking.note": QT_TRANSLATE_NOOP("sheet_fields", "Note on combining"),
    "shipping.promise": QT_TRANSLATE_NOOP("sheet_fields", "Shipping promise"),
    "shipping.couriers": QT_TRANSLATE_NOOP("sheet_fields", "Couriers"),
    "shipping.can_choose_courier": QT_TRANSLATE_NOOP("sheet_fields", "Courier can be chosen"),
    "shipping.origin": QT_TRANSLATE_NOOP("sheet_fields", "Sent from"),
    "shipping.fees": QT_TRANSLATE_NOOP("sheet_fields", "Express fee"),
    "shipping.transits": QT_TRANSLATE_NOOP("sheet_fields", "Days on the road"),
    "shipping.peak_note": QT_TRANSLATE_NOOP("sheet_fields", "Delay at the peak"),
    "facts": QT_TRANSLATE_NOOP("sheet_fields", "Question and answer"),
    "facts.question": QT_TRANSLATE_NOOP("sheet_fields", "Question"),
    "facts.answer": QT_TRANSLATE_NOOP("sheet_fields", "Answer"),
    "facts.lifetime": QT_TRANSLATE_NOOP("sheet_fields", "How long the answer holds"),
    "question": QT_TRANSLATE_NOOP("sheet_fields", "Question"),
    "answer": QT_TRANSLATE_NOOP("sheet_fields", "Answer"),
    "lifetime": QT_TRANSLATE_NOOP("sheet_fields", "How long the answer holds"),
    "selling_points": QT_TRANSLATE_NOOP("sheet_fields", "Selling points"),
    "size": QT_TRANSLATE_NOOP("sheet_fields", "Size"),
    "size_reference": QT_TRANSLATE_NOOP("sheet_fields", "Size compared"),
    "capacity": QT_TRANSLATE_NOOP("sheet_fields", "Capacity"),
    "material": QT_TRANSLATE_NOOP("sheet_fields", "Material"),
    "colour_remark": QT_TRANSLATE_NOOP("sheet_fields", "Colour remark"),
    "page_stock": QT_TRANSLATE_NOOP("sheet_fields", "Stock on the page"),
    "real_stock": QT_TRANSLATE_NOOP("sheet_fields", "Real stock"),
    "is_sold_out": QT_TRANSLATE_NOOP("sheet_fields", "Sold out"),
    "price": QT_TRANSLATE_NOOP("sheet_fields", "Price"),
    "prices": QT_TRANSLATE_NOOP("sheet_fields", "Price in the activity"),
    "substitutes": QT_TRANSLATE_NOOP("sheet_fields", "Substitute"),
    "complements": QT_TRANSLATE_NOOP("sheet_fields", "Complement"),
    "related": QT_TRANSLATE_NOOP("sheet_fields", "Related product"),
}
_BASES: Mapping[str, str] = {
    Base.ITEMS.value: QT_TRANSLATE_NOOP("sheet_fields", "on the goods, coupon or not"),
    Base.AFTER_COUPON.value: QT_TRANSLATE_NOOP("sheet_fields", "on what the coupon leaves"),
}


def of_field(field: str) -> str:
    """The words of a field, after the name of the row that is meant."""
    known, row = split_field(field)
    word = translate("sheet_fields", FIELDS[known]) if known in FIELDS else known
    return terms.listed((row, word))


def of_value(field: str, value: str) -> str:
    """What it was or is; a dash where there was or is nothing."""
    known, _ = split_field(field)
    if not value:
        return "—"
    if value in (YES, NO):
        return translate("sheet_fields", "yes") if value == YES else translate("sheet_fields", "no")
    if known == "stacking.base" and value in _BASES:
        return translate("sheet_fields", _BASES[value])
    if known == "kind" and value in {kind.value for kind in ActivityKind}:
        return terms.of_activity_kind(ActivityKind(value))
    return value
