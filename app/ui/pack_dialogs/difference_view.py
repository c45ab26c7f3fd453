"""What would change, or has changed: chips with the counts, the list, and the whole of the line that is looked at."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.core.packs.pack import Difference, Fate, Item
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import bind_inside, button, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.table import table_of
from app.ui.pack_dialogs import change_words as words
from app.ui.pack_dialogs.difference_rows import FATE, FIELDS, MUST_READ, NAME, NOUN, DifferenceRows
from app.ui.pack_dialogs.difference_text import DifferenceText
from app.ui.theme import INSIDE, Look


class DifferenceView(QWidget):
    """The list. `has_ticks`: each line that stays may have a tick for must-reads, toggled by Space."""

    def __init__(self, look: Look, *, has_ticks: bool = False) -> None:
        super().__init__()
        self._can_mark = has_ticks
        self._differences: Sequence[Difference] = ()
        self._items: Mapping[str, Item] = {}
        self.model = DifferenceRows(look, self)
        self.filters: Choice[Fate | None] = Choice((None, *Fate), self._filter_word, is_filter=True)
        self.all_button = button("link")
        self.table = table_of(self.model, {MUST_READ: 76, FATE: 96, NOUN: 84, FIELDS: 190}, NAME, least=4)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # its hint is too high
        self.text = DifferenceText(look)
        self._lay_out()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def show_differences(
        self,
        differences: Sequence[Difference],
        items: Mapping[str, Item],
        must_read: Collection[str] = (),
        *,
        can_mark: bool = False,
    ) -> None:
        """Show others; `items` are the things as they are, or were before they were withdrawn."""
        self._differences, self._items, self._can_mark = differences, items, can_mark
        self.table.setColumnHidden(MUST_READ, not can_mark)
        self.all_button.setVisible(can_mark and any(each.fate is not Fate.WITHDRAWN for each in differences))
        for part in (self.filters, self.table, self.text):
            part.setVisible(bool(differences))
        counts = Counter(each.fate for each in differences)
        self.filters.show_only([each for each in (None, *Fate) if each is None or counts[each]])
        self.filters.pick(None)
        self.filters.rename()
        self.model.show_differences(differences, must_read, can_mark=self._can_mark)
        self._narrow()

    @property
    def must_read(self) -> frozenset[str]:
        """The ids of what is ticked."""
        return frozenset(self.model.must_read)

    def _narrow(self) -> None:
        self.model.narrow(self.filters.value)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, NAME))
        self._look_at()

    def _look_at(self) -> None:
        one = self.model.row(self.table.currentIndex())
        self.text.show_difference(one, self._items.get(one.item_id) if one else None)

    def _toggle(self) -> None:
        self.model.toggle(self.table.currentIndex())

    def _toggle_all(self) -> None:
        shown = {each.item_id for each in self._differences if each.fate is not Fate.WITHDRAWN}
        self.model.mark_all(not shown <= self.model.must_read)

    def _filter_word(self, fate: Fate | None) -> str:
        count = sum(fate in (None, each.fate) for each in self._differences)
        said = self.tr("All") if fate is None else words.fate(fate)
        return f"{said} {count:,}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addLayout(row(self.filters, self.all_button, stretch=0))
        column.addWidget(self.table, 1)
        column.addWidget(self.text)
        self.all_button.setVisible(self._can_mark)
        self.table.setColumnHidden(MUST_READ, not self._can_mark)
        self.filters.pick(None)
        self.filters.chosen.connect(self._narrow)
        self.all_button.clicked.connect(self._toggle_all)
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        if self._can_mark:
            bind_inside(self.table, "Space", self._toggle)

    def _name(self) -> None:
        self.table.setAccessibleName(self.tr("What changes"))
        self.text.setAccessibleName(self.tr("The line that is looked at, old and new"))
        self.all_button.setText(self.tr("Tick all, or none"))
        self.filters.rename()
        self.model.retranslate()
        self.text.draw()
