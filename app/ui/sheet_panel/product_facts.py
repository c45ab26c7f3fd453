"""What a product's facts are called, what each is at a glance, and what to offer instead of it or with it.

The rule: what is out of stock itself is shown but never offered; its own substitute is offered in its place.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.core.prices import yuan
from app.core.prices.amounts import Line
from app.core.prices.item_prices import Held, line_steps
from app.core.prices.quotes import NoPrice
from app.core.sheet import words
from app.core.sheet.answers import answer_id
from app.core.sheet.products import Product, Related
from app.core.sheet.sheet import Sheet
from app.ui.palette import Tone
from app.ui.sheet_panel import terms
from app.ui.sheet_panel.facts import Said, View, empty_row, free, rows_of, section
from app.ui.sheet_panel.row import Part, Row, head
from app.ui.words import is_chinese, translate

SUBSTITUTE, COMPLEMENT, RELATED = "substitute", "complement", "related"


def rows(product: Product, view: View, held: Sequence[Held]) -> list[Row]:
    """All rows of a product; one that is out begins with what to offer instead."""
    offers = list(_offers(product, view))
    title = translate("sheet_panel", "Sold out: offer instead") if product.is_out else ""
    together = [head(translate("sheet_panel", "Goes with it")), *offers] if offers and not product.is_out else []
    return [
        *([head(title)] if title else []),
        *rows_of(product, _out(product), view),
        *(offers if product.is_out else ()),
        *section(translate("sheet_panel", "Price"), product, _prices(product, view, held), view),
        *section(translate("sheet_panel", "Stock"), product, _stock(product), view),
        *section(translate("sheet_panel", "The product"), product, _looks(product), view),
        *together,
        *free(product, view),
        *empty_row(empty(product)),
    ]


def price_now(product: Product, sheet: Sheet, held: Sequence[Held]) -> tuple[Decimal | None, str]:
    """What one piece costs now, and the activity or phase that makes it so; no price where nobody wrote one down."""
    try:
        steps = line_steps(Line(None, product_id=product.id), sheet, held)
    except NoPrice:
        return None, ""
    return steps[-1].result, steps[-1].name if len(steps) > 1 else ""


def stock_words(product: Product) -> str:
    """Page and real stock, where they are counted."""
    counts = (
        (translate("sheet_panel", "page {count}"), product.page_stock),
        (translate("sheet_panel", "real {count}"), product.real_stock),
    )
    return terms.listed(text.replace("{count}", str(count)) for text, count in counts if count is not None)


def empty(product: Product) -> list[str]:
    """The names of the facts that nobody wrote down."""
    facts = (
        (_label("price"), product.price),
        (_label("points"), product.selling_points),
        (_label("size"), product.size),
        (_label("reference"), product.size_reference),
        (_label("capacity"), product.capacity),
        (_label("material"), product.material),
        (_label("colour"), product.colour_remark),
    )
    return [label for label, value in facts if value in (None, "", ())]


def _out(product: Product) -> Iterator[Said]:
    yield Said("out", _label("stock"), terms.listed((translate("sheet_panel", "sold out"), stock_words(product))))


def _offers(product: Product, view: View) -> Iterator[Row]:
    yield from _substitutes(product, view, {product.id})
    for relation, related in ((COMPLEMENT, product.complements), (RELATED, product.related)):
        for one in related:
            yield from _offer(product, relation, one, view)


def _substitutes(product: Product, view: View, seen: set[str]) -> Iterator[Row]:
    """Its substitutes; of one that is out of stock too also the substitutes, as long as none comes twice."""
    for one in product.substitutes:
        other = view.sheet.products.get(one.product_id)
        if other is None or one.product_id in seen:
            continue
        seen.add(one.product_id)
        yield from _offer(product, SUBSTITUTE, one, view)
        if other.is_out:
            yield from _substitutes(other, view, seen)


def _offer(product: Product, relation: str, one: Related, view: View) -> Iterator[Row]:
    other = view.sheet.products.get(one.product_id)
    if other is None or other.deleted_at is not None:
        return
    phrase_id = answer_id(product, relation, other.id)
    can_go_out = not other.is_out
    note = one.reason if can_go_out else translate("sheet_panel", "sold out too")
    yield Row(
        Part.OFFER,
        phrase_id,
        _relation(relation),
        other.name,
        note,
        phrase_id if can_go_out else "",
        entry_id=other.id,
        drawing=_DRAWINGS[relation] if can_go_out else "sold_out",
        tone=Tone.ACCENT_TEXT if relation == SUBSTITUTE and can_go_out else Tone.MUTED,
        is_faint=not can_go_out,
    )


def _prices(product: Product, view: View, held: Sequence[Held]) -> Iterator[Said]:
    price, why = price_now(product, view.sheet, held)
    if price is not None:
        normal = yuan.shown(product.price) if product.price not in (None, price) and product.price else ""
        usual = translate("sheet_panel", "normally {price}").replace("{price}", normal) if normal else ""
        yield Said("price", _label("price"), terms.listed((yuan.shown(price), why, usual)))
    for one in product.prices:
        activity = view.sheet.activities.get(one.activity_id)
        if activity is None or activity.deleted_at is not None:
            continue
        phase = activity.phase(one.phase_id)
        part = f"{one.activity_id}.{one.phase_id}" if one.phase_id else one.activity_id
        yield Said("deal", phase.name if phase else activity.name, yuan.shown(one.price), part)


def _stock(product: Product) -> Iterator[Said]:
    if not product.is_out:
        yield Said("stock", _label("stock"), stock_words(product))


def _looks(product: Product) -> Iterator[Said]:
    yield Said("points", _label("points"), words.points(product, is_chinese=is_chinese()))
    yield Said("size", _label("size"), product.size)
    if product.size and product.size_reference:
        yield Said("size", _label("reference"), product.size_reference, name="#reference")
    yield Said("reference", _label("reference"), product.size_reference)
    yield Said("capacity", _label("capacity"), product.capacity)
    yield Said("material", _label("material"), product.material)
    yield Said("colour", _label("colour"), product.colour_remark)
    yield Said("link", _label("link"), product.link)
    yield Said("picture", _label("picture"), translate("sheet_panel", "send it"))


_DRAWINGS = {SUBSTITUTE: "swap", COMPLEMENT: "plus", RELATED: "tag"}


def _relation(relation: str) -> str:
    return {
        SUBSTITUTE: translate("sheet_panel", "Instead of it"),
        COMPLEMENT: translate("sheet_panel", "Goes with it"),
        RELATED: translate("sheet_panel", "Related"),
    }[relation]


def _label(key: str) -> str:
    return {
        "price": translate("sheet_panel", "Price now"),
        "stock": translate("sheet_panel", "Stock"),
        "points": translate("sheet_panel", "Points"),
        "size": translate("sheet_panel", "Size"),
        "reference": translate("sheet_panel", "Compared"),
        "capacity": translate("sheet_panel", "Capacity"),
        "material": translate("sheet_panel", "Material"),
        "colour": translate("sheet_panel", "Colour"),
        "link": translate("sheet_panel", "Link"),
        "picture": translate("sheet_panel", "Picture"),
    }[key]
