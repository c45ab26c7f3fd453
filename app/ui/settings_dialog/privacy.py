"""Data and privacy: how long buyers' data is kept, its deletion, and where everything lies.

The rule: what cannot be taken back is asked for once more, in figures, with the harmless answer in hand.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs.form import Field, bind_inside, button, dress, label, row
from app.ui.dialogs.scrolling import show_whole
from app.ui.order_dialogs import refusal_words
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.sheet_dialogs.entry_cells import Cell, Elided
from app.ui.sheet_dialogs.entry_inputs import Line
from app.ui.sheet_dialogs.entry_reading import Unread, count, count_text
from app.ui.theme import BETWEEN, INSIDE, kind

MOST_DAYS = 365


class PrivacyPage(Page):
    """`forgotten`: all that was known of buyers is gone."""

    forgotten = Signal()

    def __init__(self, desk: SettingsDesk, change: Change) -> None:
        super().__init__(desk, change)
        self.intro = label("hint")
        self.days = Cell(Line(count, count_text), lambda: self.tr("Days to keep orders that have ended"))
        self.forget_button, self.told = button(), label("ok")
        self.question = _Question()
        self.folder, self.logs = _Folder(desk.folder), _Folder(desk.log_folder)
        forgetting = QWidget()
        forgetting.setLayout(row(self.forget_button))
        self._forget_row = Field(forgetting)
        self.rows = {"folder": Field(self.folder), "logs": Field(self.logs)}
        self.column.addWidget(self.intro)
        self.column.addWidget(self.days)
        self.column.addWidget(self._forget_row)
        self.column.addWidget(self.question)
        self.column.addWidget(self.told)
        for field in self.rows.values():
            self.column.addWidget(field)
        self.column.addStretch(1)
        self.told.hide()
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored; a question that was left open is taken back."""
        self.days.input.put(self.desk.settings().order_days)
        self.days.refuse("")
        self._close_question()
        self._count()

    def findable(self) -> Mapping[str, QWidget]:
        """The length, the deletion, the folders."""
        return {"days": self.days, "forget": self._forget_row, **self.rows}

    def ask(self) -> None:
        """Ask once more."""
        self._tell("")
        self.forget_button.setEnabled(False)
        self.question.ask(self._held())
        show_whole(self.question)

    def forget(self) -> None:
        """Delete it."""
        try:
            count = self.desk.forget_buyers(self.question.with_backups.isChecked())
        except NotStored as lack:
            self._tell(sentences.of_trouble(lack.trouble), "error")
        else:
            said = self.tr("All that was known of buyers is deleted: {count} orders with their history and promises.")
            self._tell(said.replace("{count}", f"{count:,}"))
            self.forgotten.emit()
        self._close_question()
        self._count()
        self.folder.setFocus()

    def _keep_days(self) -> None:
        try:
            days = self.days.input.read()
        except Unread:
            days = None
        if days is None or not 1 <= days <= MOST_DAYS:
            self.days.refuse(refusal_words.of_rule("not_within", f"1–{MOST_DAYS}"))
            return
        self.days.refuse("")
        if days != self.desk.settings().order_days:
            self.change(order_days=days)

    def _held(self) -> tuple[int, int]:
        """The open and the ended orders; none where they cannot be counted."""
        try:
            held = self.desk.contents("")
        except NotStored:
            return 0, 0
        return held.open_orders, held.ended_orders

    def _count(self) -> None:
        waiting, ended = self._held()
        said = self.tr("Kept now: {open} orders that wait for their payment and {ended} that have ended.")
        self._forget_row.remark(said.replace("{open}", f"{waiting:,}").replace("{ended}", f"{ended:,}"))

    def _close_question(self) -> None:
        self.question.hide()
        self.forget_button.setEnabled(True)

    def _take_back(self) -> None:
        self._close_question()
        self.forget_button.setFocus()

    def _tell(self, text: str, look: str = "ok") -> None:
        dress(self.told, look)
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _connect(self) -> None:
        self.days.left.connect(self._keep_days)
        self.forget_button.clicked.connect(self.ask)
        self.question.agreed.connect(self.forget)
        self.question.left.connect(self._take_back)
        for folder in (self.folder, self.logs):
            folder.wanted.connect(self.desk.open_folder)

    def _name(self) -> None:
        self.intro.setText(
            self.tr(
                "Names of buyers, order numbers, amounts and notes lie on this PC alone, in your data and its backups. "
                "Nothing is sent anywhere, and the chat itself is never read."
            )
        )
        self.days.remark(self.tr("Then they are deleted with their buyers' names and history."))
        self._forget_row.name(self.tr("All data of buyers"))
        self.forget_button.setText(self.tr("Delete it now…"))
        self.rows["folder"].name(self.tr("Where your data lies"))
        for folder in (self.folder, self.logs):
            folder.open_button.setText(self.tr("Open folder"))
        self.rows["logs"].name(self.tr("Where the logs lie"))
        self.rows["logs"].remark(self.tr("They hold no text of a buyer and may be given to the support."))
        self._count()


class _Folder(QWidget):
    """A folder that can be looked into. `wanted` carries it."""

    wanted = Signal(str)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.line, self.open_button = Elided(), button()
        self.line.show_text(path)
        self.setLayout(row(self.line, self.open_button, stretch=0))
        self.setFocusProxy(self.open_button)
        self.open_button.clicked.connect(lambda: self.wanted.emit(path))


class _Question(QFrame):
    """Whether really. `agreed` to delete, or `left`."""

    agreed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(*kind("card"))
        self.said, self.with_backups = label(), QCheckBox()
        self.delete_button, self.keep_button = button("danger"), button()
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addWidget(self.said)
        column.addWidget(self.with_backups)
        column.addLayout(row(self.keep_button, self.delete_button))
        self.delete_button.clicked.connect(self.agreed)
        self.keep_button.clicked.connect(self.left)
        bind_inside(self, "Esc", self.left.emit)
        self.hide()

    def ask(self, held: tuple[int, int]) -> None:
        """Say what would go, with the harmless answer in hand."""
        said = self.tr(
            "{count} orders go with their buyers, history and promises. This cannot be undone. Phrases, activities and "
            "settings stay."
        )
        self.said.setText(said.replace("{count}", f"{sum(held):,}"))
        self.with_backups.setText(self.tr("Out of the backups too"))
        self.with_backups.setChecked(True)
        self.delete_button.setText(self.tr("Delete for good"))
        self.keep_button.setText(self.tr("Keep everything"))
        self.show()
        self.keep_button.setFocus()
