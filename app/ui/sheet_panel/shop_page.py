"""The part of the shop-wide facts: what buyers ask whatever is on sale, and the answer.

The rule: a question is a row, its answer below it.
"""

from app.ui.blank import Offer
from app.ui.sheet_panel import facts
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.page import Page
from app.ui.theme import Look


class ShopPage(Page):
    """The part."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on."""
        self.list.setAccessibleName(self.tr("Facts of the shop"))

    def refresh(self, desk: SheetDesk, *offers: Offer) -> None:
        """Read everything again; where there is nothing, offer the next step."""
        sheet = desk.sheet()
        entries = sheet.facts_in_use()
        answers = [answer for fact in entries for answer in desk.answers(fact.id)]
        self.list.show_rows(facts.shop_rows(entries, facts.view_of(sheet, answers, desk.now(), desk.zone())))
        if entries:
            self.show_list()
        else:
            self.say("shop", self.tr("No facts of the shop yet: hours, invoices, gift cards."), *offers)
