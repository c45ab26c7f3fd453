"""What a folded part of the activity form says it holds, in one line each."""

from app.core.prices import yuan
from app.core.sheet.activities import Activity
from app.ui.sheet_panel.terms import listed
from app.ui.words import translate


def parts(activity: Activity) -> tuple[str, ...]:
    """A line for every part of the form, in its order; empty where nothing is in it."""
    return (
        listed((activity.name, activity.platform)),
        listed(phase.name for phase in activity.phases),
        _buying(activity),
        _offers(activity),
        _shipping(activity),
        listed((activity.refund_rules, activity.also_running)),
        listed(fact.question for fact in activity.facts),
        activity.note,
    )


def _buying(activity: Activity) -> str:
    limit = ""
    if activity.limit:
        limit = translate("activity_summary", "at most {count} each").replace("{count}", str(activity.limit.count))
    return listed((limit, activity.how_to_buy or activity.link))


def _offers(activity: Activity) -> str:
    coupons = [f"{yuan.digits(coupon.threshold)}−{yuan.digits(coupon.off)}" for coupon in activity.coupons]
    gifts = [f"{yuan.digits(gift.threshold)} {gift.name}" for gift in activity.gifts]
    offer = activity.per_multiple
    return listed((*coupons, *gifts, f"{yuan.digits(offer.every)}−{yuan.digits(offer.off)}" if offer else ""))


def _shipping(activity: Activity) -> str:
    shipping = activity.shipping
    regions = translate("activity_summary", "{count} fees").replace("{count}", str(len(shipping.fees)))
    return listed((shipping.promise, *shipping.couriers, shipping.origin, regions if shipping.fees else ""))
