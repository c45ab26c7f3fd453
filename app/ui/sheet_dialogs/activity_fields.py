"""The fields of an activity, in parts that fold away: only its name and its phases are needed for a first save."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.sheet.activities import Activity, ActivityKind, Base, Limit, PerMultiple, Shipping, Stacking
from app.core.sheet.sheet import Sheet
from app.ui.dialogs.tokens import WORDS
from app.ui.sheet_dialogs import activity_summary, entry_words
from app.ui.sheet_dialogs.activity_rows import CouponRow, FeeRow, GiftRow, PhaseRow, TransitRow, count_line, money_line
from app.ui.sheet_dialogs.entry_cells import Cell, Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_fields import EntryFields
from app.ui.sheet_dialogs.entry_inputs import Lines, Picked, Tick, Words, text_line
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.sheet_dialogs.entry_rows import Column, Rows
from app.ui.sheet_dialogs.fact_cells import FactRow
from app.ui.theme import Look

_PLAIN = ("name", "platform", "link", "how_to_buy", "if_page_fails", "refund_rules", "also_running", "note")
_OF_SHIPPING = ("promise", "couriers", "can_choose_courier", "origin", "peak_note")
_OF_STACKING = ("has_coupon_with_platform", "base", "is_highest_gift_only", "note")


class ActivityFields(EntryFields):
    """All fields of an activity. `column` is where they are laid out."""

    def __init__(self, look: Look, desk: SheetFormDesk, column: QVBoxLayout, window: QWidget) -> None:
        super().__init__(look, window)
        self._desk = desk
        self.last = Activity("", "")
        self._make_basics(column)
        self._make_phases(column)
        self._make_rules(column)
        self._make_offers(column)
        self._make_shipping(column)
        self._make_rest(column)
        for opened in self.sections[:2]:
            opened.unfold()

    def put(self, entry: Activity) -> None:
        """Show an activity."""
        self.last = entry
        for name in _PLAIN:
            self.cells[name].input.put(getattr(entry, name))
        self.cells["kind"].input.put(entry.kind)
        self.lists["phases"].rows.put(entry.phases)
        if not entry.phases:
            self.lists["phases"].rows.add(has_focus=False)
        limit, offer = entry.limit, entry.per_multiple
        self.cells["limit.count"].input.put(limit.count if limit else None)
        self.cells["limit.answer_above"].input.put(limit.answer_above if limit else "")
        for name in ("every", "off", "cap"):
            self.cells[f"per_multiple.{name}"].input.put(getattr(offer, name) if offer else None)
        self.cells["per_multiple.name"].input.put(offer.name if offer else "")
        for name in _OF_STACKING:
            self.cells[f"stacking.{name}"].input.put(getattr(entry.stacking, name))
        for name in _OF_SHIPPING:
            self.cells[f"shipping.{name}"].input.put(getattr(entry.shipping, name))
        for name in ("coupons", "gifts", "facts"):
            self.lists[name].rows.put(getattr(entry, name))
        for name in ("fees", "transits"):
            self.lists[f"shipping.{name}"].rows.put(getattr(entry.shipping, name))
        self.sum_up()

    def read(self, reading: Reading) -> Activity:
        """The activity as the fields stand."""
        self.last = replace(
            self.last,
            **{name: reading.take(self.cells[name], "") for name in _PLAIN},
            kind=self.cells["kind"].input.read(),
            phases=self._rows("phases", reading),
            limit=self._limit(reading),
            coupons=self._rows("coupons", reading),
            gifts=self._rows("gifts", reading),
            per_multiple=self._per_multiple(reading),
            stacking=Stacking(**{name: self.cells[f"stacking.{name}"].input.read() for name in _OF_STACKING}),
            shipping=self._shipping(reading),
            facts=self._rows("facts", reading),
        )
        return self.last

    def sum_up(self) -> None:
        """Say in the head of every part what is in it."""
        for section, words in zip(self.sections, activity_summary.parts(self.last), strict=True):
            section.sum_up(words)
        for each in self.lists["facts"].rows.rows:
            if isinstance(each, FactRow):
                each.refresh()

    def _rows(self, path: str, reading: Reading) -> tuple[Any, ...]:
        return self.lists[path].rows.read(reading)

    def _limit(self, reading: Reading) -> Limit | None:
        count, answer = self.cells["limit.count"], self.cells["limit.answer_above"].input.read()
        pieces = reading.need(count) if answer.strip() else reading.take(count, None)
        return None if pieces is None else Limit(pieces, answer)

    def _per_multiple(self, reading: Reading) -> PerMultiple | None:
        cells = {name: self.cells[f"per_multiple.{name}"] for name in ("every", "off", "cap", "name")}
        if all(cell.input.is_blank() for cell in cells.values()):
            return None
        every, off = reading.need(cells["every"]), reading.need(cells["off"])
        cap = reading.take(cells["cap"], None)
        return None if every is None or off is None else PerMultiple(every, off, cap, cells["name"].input.read())

    def _shipping(self, reading: Reading) -> Shipping:
        plain = {name: self.cells[f"shipping.{name}"].input.read() for name in _OF_SHIPPING}
        fees, transits = self._rows("shipping.fees", reading), self._rows("shipping.transits", reading)
        return Shipping(**plain, fees=fees, transits=transits)

    def _sheet(self) -> Sheet:
        """The sheet with this activity as it stands here: the lifetimes of its facts may name its new phases."""
        return self._desk.sheet().having([self.last])

    def _make_basics(self, column: QVBoxLayout) -> None:
        name = self.cell("name", text_line(), lambda: self.tr("Name"))
        kind: Cell[ActivityKind] = self.cell(
            "kind", Picked(list(ActivityKind), entry_words.kind), lambda: self.tr("Whose promotion")
        )
        platform = self.cell("platform", text_line(), lambda: self.tr("Platform"))
        name.example(lambda: self.tr("Double Eleven"))
        platform.example(lambda: self.tr("Tmall, Taobao, Juhuasuan"))
        self.section(column, lambda: self.tr("Basics"), name, kind, platform)

    def _make_phases(self, column: QVBoxLayout) -> None:
        rows = Rows(self.look, lambda: PhaseRow(self.look, self._desk), lambda: self.tr("Add a phase"))
        self.section(column, lambda: self.tr("Phases"), self.list_of("phases", rows))

    def _make_rules(self, column: QVBoxLayout) -> None:
        how = self.cell("how_to_buy", Lines(), lambda: self.tr("How to buy"))
        link = self.cell("link", text_line(), lambda: self.tr("Link"))
        fails = self.cell("if_page_fails", Lines(), lambda: self.tr("When the page does not open"))
        count = self.cell("limit.count", count_line(), lambda: self.tr("Pieces one buyer may have"))
        above = self.cell("limit.answer_above", Lines(), lambda: self.tr("Answer to who wants more"))
        count.example(lambda: self.tr("empty: no limit"))
        self.section(column, lambda: self.tr("How to buy, and the limit"), link, how, fails, count, above)

    def _make_offers(self, column: QVBoxLayout) -> None:
        section = self.section(
            column,
            lambda: self.tr("Coupons, gifts, platform offer"),
            self.list_of("coupons", self._coupons(), lambda: self.tr("Coupons of the shop, one per order")),
            self.list_of("gifts", self._gifts(), lambda: self.tr("Gifts")),
        )
        self._make_platform_offer(section.column)

    def _coupons(self) -> Rows:
        return Rows(
            self.look,
            lambda: CouponRow(self.look),
            lambda: self.tr("Add a coupon"),
            columns=(
                Column(lambda: self.tr("From, yuan"), 2),
                Column(lambda: self.tr("Less, yuan"), 2),
                Column(lambda: self.tr("Name"), 3),
                Column(lambda: self.tr("Link"), 4),
            ),
        )

    def _gifts(self) -> Rows:
        return Rows(
            self.look,
            lambda: GiftRow(self.look),
            lambda: self.tr("Add a gift"),
            columns=(
                Column(lambda: self.tr("From, yuan"), 2),
                Column(lambda: self.tr("Gift"), 4),
                Column(lambda: self.tr("Note"), 4),
            ),
        )

    def _make_platform_offer(self, column: QVBoxLayout) -> None:
        name = self.cell("per_multiple.name", text_line(), lambda: self.tr("Platform offer"))
        every = self.cell("per_multiple.every", money_line(), lambda: self.tr("For every, yuan"))
        off = self.cell("per_multiple.off", money_line(), lambda: self.tr("Less, yuan"))
        cap = self.cell("per_multiple.cap", money_line(), lambda: self.tr("At most, yuan"))
        name.example(lambda: self.tr("Cross-shop discount"))
        for cell, example in ((every, "300"), (off, "50")):
            cell.show_example(example)
        cap.example(lambda: self.tr("no cap"))
        column.addLayout(beside((name, 4), (every, 3), (off, 3), (cap, 3)))
        together = self.cell("stacking.has_coupon_with_platform", Tick())
        base: Cell[Base] = self.cell(
            "stacking.base", Picked(list(Base), entry_words.base), lambda: self.tr("The platform offer is judged")
        )
        highest = self.cell("stacking.is_highest_gift_only", Tick())
        together.say(lambda: self.tr("A coupon and the platform offer go together"))
        highest.say(lambda: self.tr("Only the highest gift that is reached"))
        note = self.cell("stacking.note", Lines(1), lambda: self.tr("Note on what goes together"))
        for widget in (together, base, highest, note):
            column.addWidget(widget)

    def _make_shipping(self, column: QVBoxLayout) -> None:
        promise = self.cell("shipping.promise", text_line(), lambda: self.tr("What is promised"))
        couriers = self.cell("shipping.couriers", Words(self.look, WORDS), lambda: self.tr("Couriers"))
        choose = self.cell("shipping.can_choose_courier", Tick())
        choose.say(lambda: self.tr("Buyers may choose the courier"))
        promise.example(lambda: self.tr("sent within 7 days after payment"))
        origin = self.cell("shipping.origin", text_line(), lambda: self.tr("Sent from"))
        peak = self.cell("shipping.peak_note", Lines(1), lambda: self.tr("In the peak days"))
        self.section(
            column,
            lambda: self.tr("Shipping"),
            promise,
            couriers,
            choose,
            origin,
            self.list_of("shipping.fees", self._fees(), lambda: self.tr("Express fees that the buyer adds")),
            self.list_of("shipping.transits", self._transits(), lambda: self.tr("Days on the road")),
            peak,
        )

    def _fees(self) -> Rows:
        return Rows(
            self.look,
            lambda: FeeRow(self.look),
            lambda: self.tr("Add a fee"),
            columns=(
                Column(lambda: self.tr("Courier"), 3),
                Column(lambda: self.tr("Region"), 4),
                Column(lambda: self.tr("Fee, yuan"), 2),
            ),
            has_order=True,
        )

    def _transits(self) -> Rows:
        return Rows(
            self.look,
            lambda: TransitRow(self.look),
            lambda: self.tr("Add a region"),
            columns=(
                Column(lambda: self.tr("Region"), 3),
                Column(lambda: self.tr("Days from"), 2),
                Column(lambda: self.tr("Days to"), 2),
                Column(lambda: self.tr("Note"), 4),
            ),
            has_order=True,
        )

    def _make_rest(self, column: QVBoxLayout) -> None:
        refund = self.cell("refund_rules", Lines(), lambda: self.tr("Refund rules of the day"))
        also = self.cell("also_running", Lines(1), lambda: self.tr("Also running in the shop"))
        self.section(column, lambda: self.tr("Refund, other activities"), refund, also)
        facts = Rows(
            self.look,
            lambda: FactRow(self.look, self._desk, self._sheet),
            lambda: self.tr("Add a question and its answer"),
            has_order=True,
        )
        self.section(column, lambda: self.tr("More questions"), self.list_of("facts", facts))
        note = self.cell("note", Lines(), lambda: self.tr("Note for agents; buyers never see it"))
        self.section(column, lambda: self.tr("Note"), note)
