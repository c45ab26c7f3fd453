"""The rows of an activity's lists: phases, coupons, gifts, fees by region, days on the road.

The rule: a row in which nothing was written is no row; a row in which something was is told what it lacks.
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.sheet.activities import Coupon, ExpressFee, Gift, Phase, PhaseKind, Transit
from app.ui.dialogs.scrolling import show_whole
from app.ui.sheet_dialogs import entry_words
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_cells import Cell, Fold, Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_inputs import Line, text_line
from app.ui.sheet_dialogs.entry_reading import (
    Unread,
    count,
    count_text,
    moment,
    moment_text,
    money,
    money_text,
    rate,
    rate_text,
)
from app.ui.sheet_dialogs.entry_row import Row, beside
from app.ui.sheet_dialogs.product_field import ProductWords
from app.ui.theme import Look
from app.ui.words import is_chinese


def money_line() -> Line[Decimal | None]:
    """An amount in yuan."""
    return Line(money, money_text)


def count_line() -> Line[int | None]:
    """A whole number."""
    return Line(count, count_text)


def moment_line(now: Callable[[], datetime], zone: Callable[[], ZoneInfo]) -> Line[datetime | None]:
    """A moment; what it leaves out is filled in as seen from `now`."""
    return Line(lambda text: moment(text, now(), zone()), moment_text(zone))


class PhaseRow(Row):
    """A phase: name, kind, from, until; and folded away what only some have: price, products, note."""

    def __init__(self, look: Look, desk: SheetFormDesk) -> None:
        super().__init__(look, is_card=True)
        self.value: Phase | str = desk.new_id()
        self._desk = desk
        self.name = Cell(text_line(), lambda: self.tr("Name"))
        self.kind = Cell(Box(lambda: list(PhaseKind), entry_words.phase), lambda: self.tr("What it is"))
        self.starts_at = Cell(moment_line(desk.now, desk.zone), lambda: self.tr("From"))
        self.ends_at = Cell(moment_line(self._start_or_now, desk.zone), lambda: self.tr("Until, not included"))
        self.rate = Cell(
            Line(rate, lambda share: rate_text(share, is_chinese=is_chinese())), lambda: self.tr("Share of the price")
        )
        self._words = ProductWords(look, desk.products, desk.product)
        self.products = Cell(self._words, lambda: self.tr("Only for these products"))
        self.note = Cell(text_line(), lambda: self.tr("Note"))
        self.fold = Fold(look, lambda: self.tr("Price, products, note"), is_small=True)
        self._lay_out()
        self.edited.connect(self._sum_up)
        self.kind.input.put(PhaseKind.SALE)
        self.kind.edited.connect(self._unfold_extra)
        self._spoken.again(self._say_examples)

    def put(self, value: Phase) -> None:
        """Show a phase."""
        self.value = value
        self.name.input.put(value.name)
        self.kind.input.put(value.kind)
        self.starts_at.input.put(value.starts_at)
        self.ends_at.input.put(value.ends_at)
        self.rate.input.put(value.rate)
        self.products.input.put(value.product_ids)
        self.note.input.put(value.note)
        self._sum_up()

    def read(self, reading: Reading) -> Phase | None:
        """The phase; one without a name is called what it is."""
        starts_at, ends_at = reading.need(self.starts_at), reading.need(self.ends_at)
        kind, share = self.kind.input.read(), reading.take(self.rate, None)
        products = reading.take(self.products, ())
        if starts_at is None or ends_at is None:
            return None
        return Phase(
            id=self.value if isinstance(self.value, str) else self.value.id,
            name=self.name.input.read() or entry_words.phase(kind),
            kind=kind,
            starts_at=starts_at,
            ends_at=ends_at,
            rate=share,
            product_ids=products,
            note=self.note.input.read(),
        )

    def title(self) -> str:
        """Its name, or else what it is."""
        return super().title() or entry_words.phase(self.kind.input.read())

    def _start_or_now(self) -> datetime:
        """An end without a day belongs to the day of its start."""
        try:
            return self.starts_at.input.read() or self._desk.now()
        except Unread:
            return self._desk.now()

    def _unfold_extra(self) -> None:
        """An extra window is about a price of its own."""
        self._say_examples()
        if self.kind.input.read() is PhaseKind.EXTRA:
            self.fold.unfold()
            show_whole(self)

    def _sum_up(self) -> None:
        products = len(self.products.input.state()[0])
        of_products = self.tr("for {count} products").replace("{count}", str(products)) if products else ""
        parts = (self.rate.input.state()[0], of_products, self.note.input.state()[0])
        self.fold.sum_up(" · ".join(part for part in parts if part))

    def _say_examples(self) -> None:
        for cell, words in (
            (self.name, entry_words.phase(self.kind.input.read())),
            (self.starts_at, "11-11 00:00"),
            (self.ends_at, "24:00"),
            (self.rate, "5折, 50%, 0.5"),
        ):
            cell.show_example(words)
        self._words.entry.setPlaceholderText(self.tr("All; type a name to choose"))
        self._sum_up()

    def _lay_out(self) -> None:
        self.content.addLayout(beside((self.name, 3), (self.kind, 2)))
        self.content.addLayout(beside((self.starts_at, 1), (self.ends_at, 1)))
        self.fold.column.addLayout(beside((self.rate, 2), (self.products, 3)))
        self.fold.column.addWidget(self.note)
        self.content.addWidget(self.fold)
        self.hold(
            name=self.name,
            kind=self.kind,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            rate=self.rate,
            product_ids=self.products,
            note=self.note,
        )


class CouponRow(Row):
    """A coupon: from which amount on, how much less, its name and where it is fetched."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, is_card=False)
        self.threshold, self.off = Cell(money_line()), Cell(money_line())
        self.name, self.link = Cell(text_line()), Cell(text_line())
        self.threshold.call(lambda: self.tr("From, yuan"))
        self.off.call(lambda: self.tr("Less, yuan"))
        self.name.call(lambda: self.tr("Name"))
        self.link.call(lambda: self.tr("Link"))
        self.threshold.show_example("128")
        self.off.show_example("10")
        self.content.addLayout(beside((self.threshold, 2), (self.off, 2), (self.name, 3), (self.link, 4)))
        self.hold(threshold=self.threshold, off=self.off, name=self.name, link=self.link)

    def put(self, value: Coupon) -> None:
        """Show a coupon."""
        self.threshold.input.put(value.threshold)
        self.off.input.put(value.off)
        self.name.input.put(value.name)
        self.link.input.put(value.link)

    def read(self, reading: Reading) -> Coupon | None:
        """The coupon."""
        threshold, off = reading.need(self.threshold), reading.need(self.off)
        if threshold is None or off is None:
            return None
        return Coupon(threshold, off, self.name.input.read(), self.link.input.read())


class GiftRow(Row):
    """A gift: from which amount on, what, and what cannot be chosen about it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, is_card=False)
        self.threshold, self.name, self.note = Cell(money_line()), Cell(text_line()), Cell(text_line())
        self.threshold.call(lambda: self.tr("From, yuan"))
        self.name.call(lambda: self.tr("Gift"))
        self.note.call(lambda: self.tr("Note"))
        self.threshold.show_example("168")
        self.note.example(lambda: self.tr("colour at random"))
        self.content.addLayout(beside((self.threshold, 2), (self.name, 4), (self.note, 4)))
        self.hold(threshold=self.threshold, name=self.name, note=self.note)

    def put(self, value: Gift) -> None:
        """Show a gift."""
        self.threshold.input.put(value.threshold)
        self.name.input.put(value.name)
        self.note.input.put(value.note)

    def read(self, reading: Reading) -> Gift | None:
        """The gift."""
        threshold = reading.need(self.threshold)
        return None if threshold is None else Gift(threshold, self.name.input.read(), self.note.input.read())


class FeeRow(Row):
    """What a buyer adds for an express service to a region."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, is_card=False)
        self.courier, self.region, self.fee = Cell(text_line()), Cell(text_line()), Cell(money_line())
        self.courier.call(lambda: self.tr("Courier"))
        self.region.call(lambda: self.tr("Region"))
        self.fee.call(lambda: self.tr("Fee, yuan"))
        self.courier.example(lambda: self.tr("SF"))
        self.content.addLayout(beside((self.courier, 3), (self.region, 4), (self.fee, 2)))
        self.hold(courier=self.courier, region=self.region, fee=self.fee)

    def put(self, value: ExpressFee) -> None:
        """Show a fee."""
        self.courier.input.put(value.courier)
        self.region.input.put(value.region)
        self.fee.input.put(value.fee)

    def read(self, reading: Reading) -> ExpressFee | None:
        """The fee."""
        fee = reading.need(self.fee)
        return None if fee is None else ExpressFee(self.courier.input.read(), self.region.input.read(), fee)


class TransitRow(Row):
    """Days on the road to a region. One number means exactly so many days."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, is_card=False)
        self.region, self.note = Cell(text_line()), Cell(text_line())
        self.days_from, self.days_to = Cell(count_line()), Cell(count_line())
        self.region.call(lambda: self.tr("Region"))
        self.days_from.call(lambda: self.tr("Days from"))
        self.days_to.call(lambda: self.tr("Days to"))
        self.note.call(lambda: self.tr("Note"))
        self.days_from.show_example("3")
        self.days_to.show_example("5")
        self.content.addLayout(beside((self.region, 3), (self.days_from, 2), (self.days_to, 2), (self.note, 4)))
        self.hold(region=self.region, days_from=self.days_from, days_to=self.days_to, note=self.note)

    def put(self, value: Transit) -> None:
        """Show the days."""
        self.region.input.put(value.region)
        self.days_from.input.put(value.days_from)
        self.days_to.input.put(value.days_to)
        self.note.input.put(value.note)

    def read(self, reading: Reading) -> Transit | None:
        """The days."""
        first, last = reading.need(self.days_from), reading.take(self.days_to, None)
        if first is None:
            return None
        return Transit(self.region.input.read(), first, first if last is None else last, self.note.input.read())
