"""The cells of a free fact, in a form of its own and as a row of an activity or a product.

The rule: the question is as buyers ask it, the answer as it is pasted.
"""

from collections.abc import Callable
from typing import Any

from app.core.phrases.phrase import Stage
from app.core.sheet.entries import Fact
from app.core.sheet.sheet import Sheet
from app.ui.dialogs import terms
from app.ui.dialogs.lifetime_field import LifetimeField
from app.ui.dialogs.shop_now import ShopNow
from app.ui.dialogs.template_cell import TemplateCell
from app.ui.dialogs.tokens import WORDS
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_cells import Cell, Fold, Reading
from app.ui.sheet_dialogs.entry_desk import SheetFormDesk
from app.ui.sheet_dialogs.entry_inputs import Words, text_line
from app.ui.sheet_dialogs.entry_row import Row, beside
from app.ui.theme import Look
from app.ui.words import translate


class FactCells:
    """Question, answer, keywords, stage and lifetime."""

    def __init__(self, look: Look, desk: SheetFormDesk, sheet: Callable[[], Sheet]) -> None:
        shop = ShopNow(sheet, desk.now, desk.zone)
        self.question = Cell(text_line(), lambda: translate("fact_cells", "Question"))
        self.answer = TemplateCell(desk.values, desk.meant, lambda: translate("fact_cells", "Answer"))
        self.keyword_words = Words(look, WORDS)
        self.keywords = Cell(self.keyword_words, lambda: translate("fact_cells", "Keywords"))
        stages: list[Stage | None] = [None, *Stage]
        self.stage: Cell[Stage | None] = Cell(
            Box(lambda: stages, terms.stage), lambda: translate("fact_cells", "Stage")
        )
        self.lifetime_field = LifetimeField(shop)
        self.lifetime = Cell(self.lifetime_field, lambda: translate("fact_cells", "How long it holds"))
        self.question.example(lambda: translate("fact_cells", "Can I get an invoice?"))

    def by_name(self) -> dict[str, Cell[Any]]:
        """The cells by the names that faults give them, in their order."""
        names = ("question", "answer", "keywords", "stage", "lifetime")
        return {name: getattr(self, name) for name in names}

    def put(self, fact: Fact) -> None:
        """Show a fact."""
        self.question.input.put(fact.question)
        self.answer.input.put(fact.answer)
        self.keywords.input.put(fact.keywords)
        self.stage.input.put(fact.stage)
        self.lifetime.input.put(fact.lifetime)

    def read(self, reading: Reading) -> dict[str, Any]:
        """What stands in them, by field."""
        return {
            "question": self.question.input.read(),
            "answer": self.answer.input.read(),
            "keywords": self.keywords.input.read(),
            "stage": self.stage.input.read(),
            "lifetime": reading.take(self.lifetime, None),
        }


class FactRow(Row):
    """A fact of an activity or a product; what only some need is folded away."""

    def __init__(self, look: Look, desk: SheetFormDesk, sheet: Callable[[], Sheet]) -> None:
        super().__init__(look, is_card=True)
        self.value: Fact = Fact(desk.new_id(), "", "")
        self._cells = FactCells(look, desk, sheet)
        self.fold = Fold(look, lambda: self.tr("Keywords, stage, how long it holds"), is_small=True)
        self.content.addWidget(self._cells.question)
        self.content.addWidget(self._cells.answer)
        self.fold.column.addLayout(beside((self._cells.keywords, 3), (self._cells.stage, 2)))
        self.fold.column.addWidget(self._cells.lifetime)
        self.content.addWidget(self.fold)
        self.hold(**self._cells.by_name())
        self.edited.connect(self.sum_up)
        self._cells.stage.input.put(self.value.stage)
        self._spoken.again(self.sum_up)

    def put(self, value: Fact) -> None:
        """Show a fact."""
        self.value = value
        self._cells.put(value)
        self.sum_up()

    def read(self, reading: Reading) -> Fact | None:
        """The fact."""
        former = self.value
        read = self._cells.read(reading)
        return Fact(former.id, **read, source=former.source, position=former.position, deleted_at=former.deleted_at)

    def refresh(self) -> None:
        """The phases that its lifetime may name have changed."""
        self._cells.lifetime_field.refresh()

    def sum_up(self) -> None:
        """Say what is folded away."""
        stage = self._cells.stage.input.read()
        parts = (*self._cells.keywords.input.read(), terms.stage(stage), self._cells.lifetime_field.in_words())
        self.fold.sum_up(" · ".join(part for part in parts if part))
