"""The place of the cheat-sheet over the real services, with fakes at their edges, and what it wanted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from app.core.search.index import Index
from app.core.sheet.sheet import About, Sheet
from app.services.phrases.find import Find
from app.services.sheet.answers import Answers
from app.services.sheet.find_products import product_ids
from app.services.sheet.sheet import CheatSheet
from app.services.sheet.subjects import Subjects
from app.ui.sheet_panel.desk import SheetDesk
from app.ui.sheet_panel.panel import SheetPanel
from app.ui.theme import Look
from tests.fakes import FakeClock, FakeImages, FakeSheets
from tests.services.shop import readings, wordings
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven

SIGNALS = (
    *("paste_wanted", "copy_wanted", "new_wanted", "edit_wanted", "duplicate_wanted", "workbook_wanted"),
    *("calculator_wanted", "sample_wanted", "chosen_changed", "changed", "left", "keyboard_wanted"),
)


@dataclass
class Stall:
    """A panel and everything behind it."""

    look: Look
    sheet: Sheet = field(default_factory=double_eleven)
    at: datetime = SALE_DAY
    language: str = "zh_CN"
    heard: list[tuple[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = FakeClock(self.at)
        self.store = FakeSheets(self.sheet)
        numbers = count(1)
        self.cheat_sheet = CheatSheet(
            self.store, self.clock, lambda: f"new{next(numbers)}", lambda: SHANGHAI, self._stored
        )
        self.subjects = Subjects(lambda: self.cheat_sheet.sheet, self.clock)
        self.find = Find(lambda: Index(readings()), self.clock, lambda: self.cheat_sheet.sheet)
        self.answers = Answers(wordings(self.language), self.store, self.find.update)
        self.cheat_sheet.load()
        self.find.load(())
        self.find.take(self.find.built(self.answers.load(self.sheet)))
        self.images = FakeImages()
        self.panel = SheetPanel(self.look)
        for name in SIGNALS:
            getattr(self.panel, name).connect(lambda *what, name=name: self.heard.append((name, *what)))
        self.panel.typed.connect(lambda event: self.heard.append(("typed", event.text())))

    def desk(self) -> SheetDesk:
        return SheetDesk(
            sheet=lambda: self.cheat_sheet.sheet,
            changes=self.cheat_sheet.changes,
            answers=lambda entry_id: self.answers.of(About(product_id=entry_id)),
            find_products=lambda text, limit: product_ids(
                self.find, self.cheat_sheet.sheet, self.answers.of, text, limit
            ),
            now=self.clock.now,
            zone=lambda: SHANGHAI,
            steps=lambda: (60, 10, 1),
            read_image=self.images.read,
            subjects=self.subjects,
            verbs=self.cheat_sheet,
        )

    def serve(self) -> "Stall":
        self.panel.serve(self.desk())
        return self

    def of(self, name: str) -> list[Any]:
        """What a signal carried each time, or True where it carries nothing."""
        return [wish[1] if len(wish) > 1 else True for wish in self.heard if wish[0] == name]

    def labels(self) -> list[str]:
        """The labels of the rows in sight, headings too."""
        page = self.panel.page
        return [row.label for row in page.list.rows.rows] if page else []

    def stand_on(self, label: str) -> None:
        """Stand on the first row of a label."""
        page = self.panel.page
        assert page is not None
        page.list.choose(self.labels().index(label))

    def _stored(self, sheet: Sheet, ids: Any) -> None:
        self.answers.take(sheet, ids)


OpenStall = Callable[..., Stall]
