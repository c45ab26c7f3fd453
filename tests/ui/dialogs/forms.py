"""What the tests of the forms stand on: a cheat-sheet that is kept in memory, and a desk over it."""

from dataclasses import dataclass, field
from itertools import count

from app.core.facts import templates
from app.core.sheet.activity_copies import copied
from app.core.sheet.entry_checks import check
from app.core.sheet.sheet import Entry, Sheet
from app.core.storage import NotStored, Trouble
from app.ui.dialogs.drafts import FormDrafts
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from tests.fakes import FakeImages
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven

VALUES = {"activity.left": "还有10小时", "shop": "小橘家"}


@dataclass
class World:
    """The sale's day at 14:00 in Shanghai."""

    sheet: Sheet = field(default_factory=double_eleven)
    now = SALE_DAY
    trouble: Trouble | None = None

    def __post_init__(self):
        self.drafts = FormDrafts()
        self.images = FakeImages({"cup.png": b"no picture that can be drawn"})
        self._ids = count(1)

    def save(self, entry: Entry) -> None:
        if self.trouble:
            raise NotStored(self.trouble)
        self.sheet = self.sheet.having([check(entry, self.sheet)])

    def find(self, text: str):
        return [
            each
            for each in self.sheet.products_in_use()
            if text.strip() in (each.name, *each.codes) or text in each.name
        ]

    def duplicate(self, activity_id, first_at):
        original = self.sheet.activities[activity_id]
        return copied(original, first_at, SHANGHAI, self.new_id).activity

    def new_id(self):
        return f"new{next(self._ids)}"

    def desk(self) -> SheetFormDesk:
        return SheetFormDesk(
            save=self.save,
            sheet=lambda: self.sheet,
            zone=lambda: SHANGHAI,
            now=lambda: self.now,
            new_id=self.new_id,
            find_products=self.find,
            put_image=self.images.put,
            read_image=self.images.read,
            say=lambda entry, name: f"{name} of {getattr(entry, 'name', '')}",
            render=lambda text: templates.render(text, VALUES),
            duplicate=self.duplicate,
            save_duplicate=self.save,
            values=lambda names: VALUES,
            meant=lambda: "双11大促",
        )
