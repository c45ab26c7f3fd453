"""The rows of a product's lists: what to offer instead or with it, and what it costs in which activity.

The rule: another product is chosen by typing, and the reason is written for the buyer.
"""

from collections.abc import Sequence

from app.core.sheet.activities import Activity
from app.core.sheet.products import ActivityPrice, Related
from app.ui.sheet_dialogs.activity_rows import money_line
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_cells import Cell, Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_inputs import text_line
from app.ui.sheet_dialogs.entry_row import Row, beside
from app.ui.sheet_dialogs.product_field import ProductLine
from app.ui.theme import Look
from app.ui.words import translate


class RelatedRow(Row):
    """Another product and the reason to buy it."""

    def __init__(self, look: Look, desk: SheetFormDesk) -> None:
        super().__init__(look, is_card=False)
        self.product: Cell[str] = Cell(ProductLine(desk.products, desk.product))
        self.reason = Cell(text_line())
        self.product.call(lambda: self.tr("Product"))
        self.reason.call(lambda: self.tr("Reason, in words for the buyer"))
        self.product.example(lambda: self.tr("Type a part of its name"))
        self.reason.example(lambda: self.tr("the same size, and it is in stock"))
        self.content.addLayout(beside((self.product, 2), (self.reason, 3)))
        self.hold(product_id=self.product, reason=self.reason)

    def put(self, value: Related) -> None:
        """Show what is related."""
        self.product.input.put(value.product_id)
        self.reason.input.put(value.reason)

    def read(self, reading: Reading) -> Related | None:
        """What is related."""
        before = len(reading.refused)
        product_id = reading.take(self.product, "")
        return None if len(reading.refused) > before else Related(product_id, self.reason.input.read())


class PriceRow(Row):
    """What it costs in an activity, or in one phase of it."""

    def __init__(self, look: Look, desk: SheetFormDesk) -> None:
        super().__init__(look, is_card=False)
        self._desk = desk
        self.activity = Cell(Box(self._activities, self._activity_name))
        self.phase = Cell(Box(self._phases, self._phase_name))
        self.price = Cell(money_line())
        self.activity.call(lambda: self.tr("Activity"))
        self.phase.call(lambda: self.tr("Phase"))
        self.price.call(lambda: self.tr("Price, yuan"))
        self.price.show_example("99")
        self.activity.edited.connect(self._offer_phases)
        self.content.addLayout(beside((self.activity, 4), (self.phase, 4), (self.price, 2)))
        self.hold(activity_id=self.activity, phase_id=self.phase, price=self.price)
        self._pick_likely()

    def put(self, value: ActivityPrice) -> None:
        """Show a price."""
        self.activity.input.put(value.activity_id)
        self._offer_phases()
        self.phase.input.put(value.phase_id)
        self.price.input.put(value.price)

    def read(self, reading: Reading) -> ActivityPrice | None:
        """The price."""
        price, activity_id = reading.need(self.price), self.activity.input.read()
        if not activity_id:
            reading.refuse(self.activity, "no_activity")
        return ActivityPrice(activity_id, price, self.phase.input.read()) if price is not None and activity_id else None

    def title(self) -> str:
        """The activity it is about."""
        return self._activity_name(self.activity.input.read())

    def _pick_likely(self) -> None:
        """The running activity is what is meant most of the time."""
        sheet = self._desk.sheet()
        likely = sheet.running(self._desk.now()) or sheet.activities_in_use()
        if likely:
            self.activity.input.put(likely[0].id)
            self._offer_phases()

    def _offer_phases(self) -> None:
        box = self.phase.input
        assert isinstance(box, Box)
        if box.read() not in self._phases():
            box.put("")
        box.refresh()

    def _activities(self) -> Sequence[str]:
        return ["", *(activity.id for activity in self._desk.sheet().activities_in_use())]

    def _chosen(self) -> Activity | None:
        return self._desk.sheet().activities.get(self.activity.input.read())

    def _phases(self) -> Sequence[str]:
        activity = self._chosen()
        return ["", *(phase.id for phase in activity.phases)] if activity else [""]

    def _activity_name(self, activity_id: str) -> str:
        activity = self._desk.sheet().activities.get(activity_id)
        if activity_id and activity is None:
            return translate("product_rows", "(gone)")
        return activity.name if activity else translate("product_rows", "Choose an activity")

    def _phase_name(self, phase_id: str) -> str:
        activity = self._chosen()
        phase = activity.phase(phase_id) if activity else None
        if phase_id and phase is None:
            return translate("product_rows", "(gone)")
        return phase.name if phase else translate("product_rows", "In all phases")
