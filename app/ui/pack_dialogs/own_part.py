"""What of this PC becomes a pack: who publishes it, which groups of phrases, and what of the cheat-sheet.

The rule: a group goes out only if it is ticked, so that what is personal does not go out by itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.packs.lead_choices import LeadChoices
from app.core.packs.names import can_be_published
from app.core.phrases.shelf import Group
from app.ui.dialogs.form import Field, button, label, row
from app.ui.dialogs.group_field import path_text
from app.ui.dialogs.spoken import Spoken
from app.ui.pack_dialogs.publish_words import samples_said
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import GRID, INSIDE

_GROUP = Qt.ItemDataRole.UserRole
_LINES = 5
_USUAL_ID = "shop"


class OwnPart(QWidget):
    """`edited` is emitted when something was chosen, or a field was left that was changed."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pack_id, self.pack_name, self.publisher = QLineEdit(), QLineEdit(), QLineEdit()
        self.id_field, self.name_field = Field(self.pack_id), Field(self.pack_name)
        self.publisher_field = Field(self.publisher)
        self.groups, self.all_button = QListWidget(), button("link")
        self.groups_field = Field(self.groups, self.all_button)
        self.activities, self.products, self.kinds = QCheckBox(), QCheckBox(), QCheckBox()
        self.left_out = label("hint")
        self._groups: Sequence[tuple[Group, int]] = ()
        self._samples = 0
        self._lay_out()
        self._connect()
        self._spoken = Spoken(self)
        self._spoken.again(self._name)

    def put(self, choices: LeadChoices, groups: Sequence[tuple[Group, int]], agent: str = "") -> None:
        """Show what is chosen of what there is; `agent` publishes where nobody else is named."""
        self.publisher.setPlaceholderText(agent)
        self._groups = groups
        for field, text in (
            (self.pack_id, choices.pack_id),
            (self.pack_name, choices.pack_name),
            (self.publisher, choices.publisher),
        ):
            field.setText(text)
        self.activities.setChecked(choices.has_activities)
        self.products.setChecked(choices.has_products)
        self.kinds.setChecked(choices.has_kinds)
        self._list(frozenset(choices.groups))
        self._judge()

    def read(self, choices: LeadChoices) -> LeadChoices:
        """The choices with what is chosen here."""
        return replace(
            choices,
            pack_id=self.pack_id.text().strip(),
            pack_name=self.pack_name.text().strip(),
            publisher=self.publisher.text().strip(),
            groups=self._chosen(),
            has_activities=self.activities.isChecked(),
            has_products=self.products.isChecked(),
            has_kinds=self.kinds.isChecked(),
        )

    def tell_samples(self, count: int) -> None:
        """Say how much of what is ticked stays out because it is the sample's."""
        self._samples = count
        self.left_out.setText(samples_said(count))
        self.left_out.setVisible(bool(count))

    def offer_id(self) -> None:
        """Offer an id where none is chosen: without one nothing can be looked at, and most shops have one pack."""
        if not self.pack_id.text().strip():
            self.pack_id.setText(_USUAL_ID)

    def _chosen(self) -> tuple[Group, ...]:
        items = [self.groups.item(at) for at in range(self.groups.count())]
        return tuple(tuple(item.data(_GROUP)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _list(self, chosen: frozenset[Group]) -> None:
        self.groups.blockSignals(True)
        self.groups.clear()
        nowhere = self.tr("Without a group")
        for group, count in self._groups:
            item = QListWidgetItem(f"{path_text(group) or nowhere}  {count:,}")
            item.setData(_GROUP, list(group))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if group in chosen else Qt.CheckState.Unchecked)
            self.groups.addItem(item)
        self.groups.blockSignals(False)
        self.all_button.setVisible(bool(self._groups))
        self.groups.setVisible(bool(self._groups))
        none = self.tr("There is no phrase of your own here yet. Write one with Ctrl+N, or choose a file instead.")
        self.groups_field.remark("" if self._groups else none)

    def _tick_all(self) -> None:
        is_on = len(self._chosen()) < self.groups.count()
        self._list(frozenset(group for group, _count in self._groups) if is_on else frozenset())
        self.edited.emit()

    def _leave(self) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        text = self.pack_id.text().strip()
        bad = self.tr("Letters, digits, dots, dashes and underscores, 64 at the most, such as shop.d11.")
        self.id_field.refuse("" if not text or can_be_published(text) else bad)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addLayout(beside((self.id_field, 2), (self.name_field, 3), (self.publisher_field, 2)))
        column.addWidget(self.groups_field)
        column.addLayout(row(self.activities, self.products, self.kinds))
        column.addWidget(self.left_out)
        self.groups.setFixedHeight(_LINES * (self.groups.fontMetrics().lineSpacing() + INSIDE) + INSIDE)
        self.groups.setTabKeyNavigation(False)
        self.groups.setSpacing(GRID // 2)

    def _connect(self) -> None:
        for field in (self.pack_id, self.pack_name, self.publisher):
            field.editingFinished.connect(self._leave)
        self.groups.itemChanged.connect(lambda _item: self.edited.emit())
        self.all_button.clicked.connect(self._tick_all)
        for box in (self.activities, self.products, self.kinds):
            box.clicked.connect(self.edited)

    def _name(self) -> None:
        self.id_field.name(self.tr("Pack id, for good"))
        self.name_field.name(self.tr("What the team sees"))
        self.publisher_field.name(self.tr("Published by"))
        self.groups_field.name(self.tr("Groups of your own phrases"))
        self.all_button.setText(self.tr("Tick all, or none"))
        self.activities.setText(self.tr("Activities"))
        self.products.setText(self.tr("Products and questions"))
        self.kinds.setText(self.tr("Kinds of orders that you changed"))
        self.pack_id.setPlaceholderText("shop.d11")
        self._list(frozenset(self._chosen()))
        self.tell_samples(self._samples)
