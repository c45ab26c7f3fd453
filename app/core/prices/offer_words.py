"""What a buyer is told of a quote: one warm sentence to be pasted, and the short title of its row.

The rule: nothing is promised that the shop cannot keep: what is not there, above the limit or still to come is said so,
and the checkout page has the last word.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.prices import yuan
from app.core.prices.quotes import Missing, Quote, What
from app.core.sheet import words
from app.core.sheet.activities import Activity, Coupon, Gift
from app.core.sheet.wordings import Text
from app.core.values import dataclass

_CHINESE = (
    "亲，[[{when} 起下单，]]您选的一共{full}[[，活动价合计{goods}]][[，用{coupon}的店铺券减{coupon_off}]]"
    "[[，{platform}，共减{platform_off}]][[，{paid}{total}]][[，还送{gifts}]]。"
    "[[{activity}每位顾客限购{limit}哦。]][[{out}目前没有货了。]][[券在这里领：{link} 。]]"
    "[[再凑{add}{next}，到时实付{then}。]]以结算页显示的为准哦 /:^_^"
)
_ENGLISH = (
    "Hi dear, [[ordered {when} or later, ]]your items come to {full}[[, {goods} at sale prices]]"
    "[[, less {coupon_off} with the coupon ({coupon})]][[, less {platform_off} ({platform})]]"
    "[[, so you {paid} {total}]][[, and you get {gifts}]]. "
    "[[During {activity} each buyer can have {limit}. ]][[Out of stock right now: {out}. ]]"
    "[[Get the coupon here: {link} . ]][[With {add} more {next} and would pay {then}. ]]"
    "The checkout page shows the final figures /:^_^"
)


@dataclass(frozen=True, slots=True)
class OfferWords:
    """Says quotes in one language, moments in the shop's zone."""

    zone: ZoneInfo
    is_chinese: bool

    def sentence(self, quote: Quote, now: datetime) -> str:
        """The whole sentence, ready to paste. `now` tells whether the quote is for later."""
        said = Text.parse(_CHINESE if self.is_chinese else _ENGLISH).fill(self._values(quote, now))
        return said.replace("{{", "{ {")  # a name that the shop wrote is no variable here

    def title(self, quote: Quote, now: datetime) -> str:
        """`345元 → 实付275元`, with the moment where it is for later."""
        full, total = self._money(quote.full), self._money(quote.total)
        when = self._when(quote, now)
        if self.is_chinese:
            return f"{full} → {when} 起实付{total}" if when else f"{full} → 实付{total}"
        return f"{full} → {total} to pay" + (f" ({when} or later)" if when else "")

    def _values(self, quote: Quote, now: datetime) -> Mapping[str, str]:
        when = self._when(quote, now)
        pay = ("预计实付" if when else "实付") if self.is_chinese else ("would pay" if when else "pay")
        return {
            "when": when,
            "full": self._money(quote.full),
            "goods": self._money(quote.goods) if quote.goods < quote.full else "",
            "paid": pay,
            "total": self._money(quote.total) if quote.saved else "",
            "gifts": words.listed(map(self._gift, quote.gifts), is_chinese=self.is_chinese),
            **self._taken(quote),
            **self._warned(quote),
            **self._next(quote),
        }

    def _taken(self, quote: Quote) -> dict[str, str]:
        coupon, platform = quote.coupon, quote.platform
        values = {}
        if coupon and isinstance(coupon.rule, Coupon):
            values["coupon"] = words.coupon(coupon.rule, is_chinese=self.is_chinese)
            values["coupon_off"] = self._money(coupon.off)
            values["link"] = coupon.rule.link
        if platform and not isinstance(platform.rule, Coupon):
            values["platform"] = words.offer(platform.rule, is_chinese=self.is_chinese)
            values["platform_off"] = self._money(platform.off)
        return values

    def _warned(self, quote: Quote) -> dict[str, str]:
        above = [activity for activity in _giving(quote) if activity.limit and quote.pieces > activity.limit.count]
        out = [told.names[0] for told in quote.warnings if told.rule == "sold_out"]
        values = {"out": words.listed(out, is_chinese=self.is_chinese)}
        if above:
            values |= {"activity": above[0].name, "limit": words.limit(above[0], is_chinese=self.is_chinese)}
        return values

    def _next(self, quote: Quote) -> dict[str, str]:
        limited = {one.id for one in quote.activities if one.limit and quote.pieces > one.limit.count}
        within = [missing for missing in quote.missing if missing.activity.id not in limited]
        if not within or any(one.id in limited for one in _giving(quote)):
            return {}  # nobody is invited to buy what the limit forbids
        nearest = within[0]
        return {
            "add": self._money(nearest.add),
            "next": self._reached(nearest),
            "then": self._money(nearest.total),
        }

    def _reached(self, missing: Missing) -> str:
        gain, threshold = self._money(missing.gain), self._money(missing.threshold)
        if isinstance(missing.rule, Gift):
            gift = self._gift(missing.rule)
            return f"还能送{gift}" if self.is_chinese else f"you would also get {gift}"
        if isinstance(missing.rule, Coupon):
            coupon = words.coupon(missing.rule, is_chinese=self.is_chinese)
            if self.is_chinese:
                return f"就能用{coupon}的店铺券，多省{gain}"
            return f"you could use the coupon {coupon}, save {gain} more"
        return f"就满{threshold}，多省{gain}" if self.is_chinese else f"you reach {threshold}, save {gain} more"

    def _gift(self, gift: Gift) -> str:
        note = (f"（{gift.note}）" if self.is_chinese else f" ({gift.note})") if gift.note else ""
        return gift.name + note

    def _when(self, quote: Quote, now: datetime) -> str:
        return moments.said(quote.at, now, self.zone, self.is_chinese) if quote.at > now else ""

    def _money(self, amount: Decimal) -> str:
        return yuan.told(amount, is_chinese=self.is_chinese)


def _giving(quote: Quote) -> tuple[Activity, ...]:
    """The activities that a quote speaks of: those that take something off or give something; else the only one."""
    if len(quote.activities) < 2:
        return quote.activities
    names = {step.name for step in quote.steps if step.what in (What.ITEM_PRICE, What.RATE)}
    taken = {taken.activity.id for taken in (quote.coupon, quote.platform) if taken}
    return tuple(
        activity
        for activity in quote.activities
        if activity.id in taken
        or activity.name in names
        or any(phase.name in names for phase in activity.phases)
        or any(gift in quote.gifts for gift in activity.gifts)
    )
