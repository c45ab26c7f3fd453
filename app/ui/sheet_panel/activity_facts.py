"""What an activity's facts are called and what each of them is at a glance, section by section.

The rule: the order is that in which buyers ask, and every key is one of the answers'.
"""

from collections.abc import Iterator

from app.core.prices import yuan
from app.core.sheet import words
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.facts import Said, View, empty_row, free, section
from app.ui.sheet_panel.row import Row
from app.ui.words import is_chinese, translate


def rows(activity: Activity, view: View) -> list[Row]:
    """All rows of an activity."""
    made = [
        *section(translate("sheet_panel", "Limit and offers"), activity, _offers(activity), view),
        *section(translate("sheet_panel", "Times"), activity, _times(activity, view), view),
        *section(translate("sheet_panel", "How to buy"), activity, _buying(activity), view),
        *section(translate("sheet_panel", "Shipping"), activity, _shipping(activity), view),
        *section(translate("sheet_panel", "After the sale"), activity, _after(activity), view),
        *free(activity, view),
    ]
    return [*made, *empty_row(empty(activity))]


def empty(activity: Activity) -> list[str]:
    """The names of the facts that nobody wrote down, as far as buyers ask for them."""
    shipping = activity.shipping
    facts = (
        (_label("phases"), activity.phases),
        (_label("limit"), activity.limit),
        (_label("coupons"), activity.coupons),
        (_label("gifts"), activity.gifts),
        (_label("buy"), activity.how_to_buy),
        (_label("page"), activity.if_page_fails),
        (_label("promise"), shipping.promise),
        (_label("couriers"), shipping.couriers),
        (_label("fees"), shipping.fees),
        (_label("transit"), shipping.transits),
        (_label("refund"), activity.refund_rules),
    )
    return [label for label, value in facts if not value]


def _offers(activity: Activity) -> Iterator[Said]:
    chinese = is_chinese()
    yield Said("limit", _label("limit"), words.limit(activity, is_chinese=chinese))
    yield Said("above", _label("above"), activity.limit.answer_above if activity.limit else "")
    yield Said("coupons", _label("coupons"), words.coupons(activity, is_chinese=chinese))
    yield Said("offer", _label("offer"), words.offer(activity.per_multiple, is_chinese=chinese))
    together = activity.stacking.has_coupon_with_platform
    rule = translate("sheet_panel", "yes, together") if together else translate("sheet_panel", "no, one of them")
    yield Said("stacking", _label("stacking"), terms.listed((rule, activity.stacking.note)))
    yield Said("gifts", _label("gifts"), words.gifts(activity, is_chinese=chinese))


def _times(activity: Activity, view: View) -> Iterator[Said]:
    starts_at, ends_at = activity.sale_at or activity.starts_at, activity.ends_at
    if starts_at is None or ends_at is None:
        return
    begins, ends = terms.moment(starts_at, view.now, view.zone), terms.moment(ends_at, view.now, view.zone, is_end=True)
    yield Said("start", _label("start"), begins, is_passing=True)
    yield Said("left", _label("left"), ends)
    for phase in activity.phases:
        if phase.kind is not PhaseKind.END:
            yield Said("phase", phase.name, _phase(phase, view), phase.id, is_passing=True)
    yield Said("overview", _label("overview"), terms.span(starts_at, ends_at, view.now, view.zone))


def _phase(phase: Phase, view: View) -> str:
    span = terms.span(phase.starts_at, phase.ends_at, view.now, view.zone)
    return terms.listed((span, words.rate(phase, is_chinese=is_chinese()), phase.note))


def _buying(activity: Activity) -> Iterator[Said]:
    yield Said("buy", _label("buy"), activity.how_to_buy)
    yield Said("page", _label("page"), activity.if_page_fails)
    yield Said("link", _label("link"), activity.link)
    yield Said("also", _label("also"), activity.also_running)


def _shipping(activity: Activity) -> Iterator[Said]:
    shipping, chinese = activity.shipping, is_chinese()
    yield Said("promise", _label("promise"), shipping.promise)
    can, cannot = translate("sheet_panel", "can be chosen"), translate("sheet_panel", "none can be chosen")
    choose = can if shipping.can_choose_courier else cannot
    yield Said("couriers", _label("couriers"), terms.listed((words.couriers(shipping, is_chinese=chinese), choose)))
    if len(shipping.fees) > 1:
        yield Said("fees", _label("fees"), _all(len(shipping.fees)))
    for at, fee in enumerate(shipping.fees):
        yield Said("fee", f"{fee.courier} {fee.region}", f"+{yuan.shown(fee.fee)}", str(at))
    yield Said("origin", _label("origin"), shipping.origin)
    if len(shipping.transits) > 1:
        yield Said("transit", _label("transit"), _all(len(shipping.transits)))
    for at, transit in enumerate(shipping.transits):
        days = words.days(transit, is_chinese=chinese)
        yield Said("region", transit.region, terms.listed((days, transit.note)), str(at))
    yield Said("peak", _label("peak"), shipping.peak_note)


def _after(activity: Activity) -> Iterator[Said]:
    yield Said("refund", _label("refund"), activity.refund_rules)


def _all(count: int) -> str:
    return translate("sheet_panel", "all {count} in one message").replace("{count}", str(count))


def _label(key: str) -> str:
    return {
        "phases": translate("sheet_panel", "Phases"),
        "limit": translate("sheet_panel", "Limit"),
        "above": translate("sheet_panel", "Above it"),
        "coupons": translate("sheet_panel", "Coupons"),
        "offer": translate("sheet_panel", "Platform"),
        "stacking": translate("sheet_panel", "Combined"),
        "gifts": translate("sheet_panel", "Gifts"),
        "start": translate("sheet_panel", "Starts"),
        "left": translate("sheet_panel", "Ends"),
        "overview": translate("sheet_panel", "Overview"),
        "buy": translate("sheet_panel", "Steps"),
        "page": translate("sheet_panel", "Page fails"),
        "link": translate("sheet_panel", "Link"),
        "also": translate("sheet_panel", "Also on"),
        "promise": translate("sheet_panel", "Sent"),
        "couriers": translate("sheet_panel", "Couriers"),
        "fees": translate("sheet_panel", "Express fees"),
        "origin": translate("sheet_panel", "Sent from"),
        "transit": translate("sheet_panel", "On the road"),
        "peak": translate("sheet_panel", "At the peak"),
        "refund": translate("sheet_panel", "Refund"),
    }[key]
