"""What the calculator says: why amounts cannot be read, what a step of the arithmetic is, what is missing.

The rule: figures and names stay as the shop wrote them; only the words around them are in the interface's language.
"""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.prices import yuan
from app.core.prices.amounts import MAX_LINES, MAX_TEXT, BadAmount
from app.core.prices.pricing import Coming
from app.core.prices.quotes import Missing, Quote, Step, Warned, What, offer_name
from app.core.sheet import words
from app.core.sheet.activities import Activity, Coupon, Gift
from app.core.sheet.products import Product
from app.ui.paragraph import paragraph
from app.ui.words import is_chinese, translate

_SHOWN = 12
"""Letters that are quoted of what cannot be read."""


def fault(bad: BadAmount, text: str) -> str:
    """Why a calculation cannot be taken, with the place."""
    told = {
        "empty": translate("calculator", "Type amounts, for example 89+128*2."),
        "unreadable": translate("calculator", "“{part}” is no amount: figures, + − × and brackets can stand here."),
        "unfinished": translate("calculator", "A figure is missing after “{before}”."),
        "no_operator": translate("calculator", "Put + − or × before “{part}”."),
        "bracket": translate("calculator", "A bracket has no other half at “{part}”."),
        "decimals": translate("calculator", "An amount has at most two decimals."),
        "comma": translate("calculator", "The comma does not part thousands. Put + between amounts."),
        "count": translate("calculator", "“{part}” is no number of pieces: a whole number from 1."),
        "negative": translate("calculator", "More is taken off here than there is before it."),
        "too_large": translate("calculator", "“{part}” is too large."),
        "too_long": translate("calculator", "Too long: at most {letters} letters."),
        "too_many": translate("calculator", "Too many: at most {lines} amounts."),
        "too_deep": translate("calculator", "Too many brackets inside each other."),
    }.get(bad.rule, bad.rule)
    part, before = text[bad.at : bad.at + _SHOWN].strip(), text[: bad.at].strip()[-_SHOWN:]
    if bad.rule == "unfinished" and not before:
        told = translate("calculator", "A figure is missing before “{part}”.")
    for gap, said in (("part", part), ("before", before), ("letters", f"{MAX_TEXT}"), ("lines", f"{MAX_LINES}")):
        told = told.replace(f"{{{gap}}}", said)
    return told


def what(step: Step) -> str:
    """What a line of the arithmetic is about; an offer that has no name is called by what it is."""
    is_nameless = step.name[:1].isdigit()
    told = {
        What.LINE: "{name}" if step.name else translate("calculator", "Amount"),
        What.ITEM_PRICE: translate("calculator", "{name}: its price"),
        What.RATE: "{name}",
        What.GOODS: translate("calculator", "Together"),
        What.COUPON: translate("calculator", "Coupon {name}") if is_nameless else "{name}",
        What.PLATFORM: translate("calculator", "Platform {name}") if is_nameless else "{name}",
    }[step.what]
    return told.replace("{name}", step.name)


def to_pay() -> str:
    """What the total is."""
    return translate("calculator", "To pay")


def saved(quote: Quote) -> str:
    """How much less it is; nothing where it is not."""
    if not quote.saved:
        return ""
    return translate("calculator", "{amount} less").replace("{amount}", yuan.shown(quote.saved))


def gift(one: Gift) -> str:
    """A gift that is reached."""
    note = (f"（{one.note}）" if is_chinese() else f" ({one.note})") if one.note else ""
    return translate("calculator", "Gift: {gift}").replace("{gift}", one.name + note)


def missing(one: Missing, total: Decimal) -> str:
    """What the next offer needs and what is paid then; `total` is what is paid now."""
    if isinstance(one.rule, Gift):
        told = translate("calculator", "{add} more: gift {offer}").replace("{offer}", one.rule.name)
    elif isinstance(one.rule, Coupon):
        nameless = translate("calculator", "{add} more: coupon {offer}, {total} to pay")
        told = translate("calculator", "{add} more: {offer}, {total} to pay") if one.rule.name else nameless
        told = told.replace("{offer}", offer_name(one.rule))
    else:
        told = translate("calculator", "{add} more: {threshold} reached, {total} to pay")
    if one.total < total:
        told += translate("calculator", ", less than now")
    for gap, amount in (("add", one.add), ("threshold", one.threshold), ("total", one.total)):
        told = told.replace(f"{{{gap}}}", yuan.shown(amount))
    return told


def warned(one: Warned) -> str:
    """What the agent should know before quoting."""
    told = {
        "limit": translate("calculator", "{0} allows {1} per buyer, these are {2} pieces."),
        "sold_out": translate("calculator", "{0} is out of stock."),
        "only_products": translate("calculator", "“{0}” holds for certain products: pick them instead of typing."),
        "not_together": translate("calculator", "Only {0} is used: with the other offer too it would not cost less."),
    }.get(one.rule, one.rule)
    for number, name in enumerate(one.names):
        told = told.replace(f"{{{number}}}", name)
    return paragraph(told, one.answer)


def rules(activity: Activity, at: datetime) -> str:
    """The offers of an activity at a moment in one line, for while nothing is typed yet."""
    chinese = is_chinese()
    rates = [(phase.name, words.rate(phase, is_chinese=chinese)) for phase in activity.phases_at(at)]
    offers = (
        *(f"{name} {rate}" for name, rate in rates if rate),
        words.offer(activity.per_multiple, is_chinese=chinese),
        words.coupons(activity, is_chinese=chinese),
        words.gifts(activity, is_chinese=chinese),
    )
    return f"{activity.name}{'：' if chinese else ': '}{('；' if chinese else '; ').join(filter(None, offers)) or '—'}"


def nothing_on() -> str:
    """That no activity sells at the moment that is asked for."""
    return translate("calculator", "No activity is on sale then: prices are as they are.")


def now() -> str:
    """The moment of now."""
    return translate("calculator", "Now")


def phase(one: Coming, now: datetime, zone: ZoneInfo) -> str:
    """A phase to come: `双11 · 开售 · 11月11日 20:00`."""
    at = moments.said(one.phase.starts_at, now, zone, is_chinese())
    return " · ".join(filter(None, (one.activity.name, one.phase.name, at)))


def product(one: Product) -> str:
    """A product in the list that is typed for."""
    out = translate("calculator", "out of stock") if one.is_out else ""
    price = yuan.shown(one.price)
    return " · ".join(filter(None, (one.name, *one.codes[:1], price, out)))
