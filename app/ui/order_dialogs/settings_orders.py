"""The settings of the unpaid-order queue: urging, shifts, the shop's lists, the watched folder.

The rule: every change applies at once; a number or a list that cannot be kept says why and changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.core.orders.choices import BY_TIME, Choice
from app.core.orders.duties.shifts import Shift
from app.core.orders.urging import Quiet
from app.core.settings import Settings
from app.core.values import dataclass
from app.ui import order_names
from app.ui.dialogs.form import Field, button, row
from app.ui.dialogs.start_folder import in_downloads
from app.ui.order_dialogs import refusal_words
from app.ui.order_dialogs.order_inputs import Codes, length_line
from app.ui.order_dialogs.settings_rows import ChoiceRow, SpanRow, choice_columns, span_columns, written_span
from app.ui.order_dialogs.settings_section import ListSection
from app.ui.settings_dialog.desk import Change, Page, SettingsDesk
from app.ui.sheet_dialogs.entry_cells import Cell
from app.ui.sheet_dialogs.entry_inputs import Line
from app.ui.sheet_dialogs.entry_reading import Unread, count, count_text
from app.ui.sheet_dialogs.entry_rows import Rows
from app.ui.theme import Look
from app.ui.words import is_chinese

MOST_URGES = 20
_LONGEST_REST = timedelta(days=1)
_LONGEST_PAID = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class OrderSettingsDesk:
    """What the page asks beside the settings: ids for new lines, and the short codes of phrases with their titles."""

    new_id: Callable[[], str]
    codes: Codes


class OrdersPage(Page):
    """`kinds_wanted` asks for the form of the kinds of orders."""

    kinds_wanted = Signal()

    def __init__(self, look: Look, desk: SettingsDesk, change: Change, more: OrderSettingsDesk) -> None:
        super().__init__(desk, change)
        self._more = more
        self.kinds_button = button()
        self.per_day = Cell(Line(count, count_text), lambda: self.tr("Urges per buyer and day, at most"))
        self.cooldown = Cell(length_line(), lambda: self.tr("Rest between two urges of a buyer"))
        self.paid_since = Cell(length_line(), lambda: self.tr("No urge after the buyer paid another order, for"))
        self.paid_since.hint(lambda: self.tr("Whole days are days of the calendar: 24 h means since yesterday."))
        self.folder = QLineEdit()
        self.folder_button, self.no_folder_button = button(), button("link")
        self.folder_row = Field(self.folder)
        self.sections = self._sections(look)
        self._lay_out()
        self._connect()
        self.spoken.again(self._name)
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        settings = self.desk.settings()
        rules = settings.urge_rules
        values = ((self.per_day, rules.per_day), (self.cooldown, rules.cooldown), (self.paid_since, rules.paid_since))
        for cell, value in values:
            cell.input.put(value)
            cell.refuse("")
        for name, section in self.sections.items():
            section.put(_stored(settings, name))
        self.folder.setText(settings.order_folder)
        self._remark_folder()

    def findable(self) -> Mapping[str, QWidget]:
        """Everything on the page."""
        return {
            "kinds": self.kinds_button,
            "per_day": self.per_day,
            "cooldown": self.cooldown,
            "paid_since": self.paid_since,
            **self.sections,
            "folder": self.folder_row,
        }

    def choose_folder(self, folder: str) -> None:
        """Watch a folder, or none."""
        self.change(order_folder=folder)
        self.folder.setText(self.desk.settings().order_folder)
        self._remark_folder()

    def _sections(self, look: Look) -> dict[str, ListSection]:
        return {
            "quiet": self._quiet(look),
            "shifts": self._shifts(look),
            "lost_reasons": self._choices(
                look,
                lambda: self.tr("Lost reasons"),
                lambda: self.tr("Why an order was not paid; the first nine have a digit key."),
            ),
            "payment_problems": self._choices(
                look,
                lambda: self.tr("Problems with the payment"),
                lambda: self.tr("With the short code of a phrase that helps, an urge says that phrase."),
            ),
            "order_checks": self._choices(
                look,
                lambda: self.tr("To check after the payment"),
                lambda: self.tr("What is ticked off for every paid order."),
            ),
        }

    def _quiet(self, look: Look) -> ListSection:
        add = lambda: self.tr("Add quiet hours")  # noqa: E731 - said again with the language
        rows = Rows(look, lambda: SpanRow(look, has_name=False), add, columns=span_columns(has_name=False))
        hint = lambda: self.tr(  # noqa: E731
            "What comes due then waits until they end; only who has just ordered and would lose the order is urged."
        )
        return ListSection(look, lambda: self.tr("Quiet hours"), rows, hint, _spans, has_names=False)

    def _shifts(self, look: Look) -> ListSection:
        add = lambda: self.tr("Add a shift")  # noqa: E731
        rows = Rows(look, lambda: SpanRow(look, has_name=True), add, columns=span_columns(has_name=True))
        hint = lambda: self.tr("15 minutes before the end you are told to hand over.")  # noqa: E731
        return ListSection(look, lambda: self.tr("Shifts"), rows, hint, _spans)

    def _choices(self, look: Look, title: Callable[[], str], hint: Callable[[], str]) -> ListSection:
        make = lambda: ChoiceRow(look, self._more.new_id, self._more.codes)  # noqa: E731 - three lists of a sort
        rows = Rows(look, make, lambda: self.tr("Add one"), columns=choice_columns(), has_order=True)
        return ListSection(look, title, rows, hint, _names)

    def _lay_out(self) -> None:
        self.folder.setReadOnly(True)
        self.column.addLayout(row(self.kinds_button))
        self.column.addWidget(self.per_day)
        self.column.addWidget(self.cooldown)
        self.column.addWidget(self.paid_since)
        for section in self.sections.values():
            self.column.addWidget(section)
        self.column.addWidget(self.folder_row)
        self.column.addLayout(row(self.folder_button, self.no_folder_button))
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.kinds_button.clicked.connect(self.kinds_wanted)
        self.folder_button.clicked.connect(self._ask_folder)
        self.no_folder_button.clicked.connect(lambda _is_on: self.choose_folder(""))
        self.per_day.left.connect(lambda: self._keep_number(self.per_day, MOST_URGES, self._keep_per_day))
        for cell, name, most in (
            (self.cooldown, "cooldown", _LONGEST_REST),
            (self.paid_since, "paid_since", _LONGEST_PAID),
        ):
            cell.left.connect(lambda cell=cell, name=name, most=most: self._keep_length(cell, name, most))
        for name, section in self.sections.items():
            section.changed.connect(lambda values, name=name: self._keep_list(name, values))

    def _keep_number(self, cell: Cell[int | None], most: int, keep: Callable[[int], bool]) -> None:
        try:
            number = cell.input.read()
        except Unread:
            number = None
        if number is None or not 1 <= number <= most:
            cell.refuse(refusal_words.of_rule("not_within", f"1–{most}"))
            return
        cell.refuse("")
        keep(number)

    def _keep_per_day(self, number: int) -> bool:
        return self._keep_rules(per_day=number)

    def _keep_length(self, cell: Cell[timedelta | None], name: str, most: timedelta) -> None:
        """Keep a length; an empty line means none."""
        try:
            length = cell.input.read() or timedelta()
        except Unread as bad:
            cell.refuse(refusal_words.of_rule(bad.rule))
            return
        if length > most:
            cell.refuse(refusal_words.of_rule("length_too_long"))
            return
        cell.refuse("")
        self._keep_rules(**{name: length})

    def _keep_rules(self, **fields: Any) -> bool:
        rules = self.desk.settings().urge_rules
        changed = replace(rules, **fields)
        return changed == rules or self.change(urge_rules=changed)

    def _keep_list(self, name: str, values: Sequence[Any]) -> None:
        by_time = [each for each in self.desk.settings().lost_reasons if each.id == BY_TIME]
        if name == "lost_reasons" and all(each.id != BY_TIME for each in values):
            values = (*by_time, *values)  # the program sets it by itself, so it does not go
            self.sections[name].put(values)
        is_kept = self._keep_rules(quiet=tuple(values)) if name == "quiet" else self.change(**{name: tuple(values)})
        if not is_kept:
            self.sections[name].forget()
            self.refresh()

    def _ask_folder(self) -> None:
        title = self.tr("Which folder do you save the platform's exports to?")
        begin = self.desk.settings().order_folder or in_downloads()
        folder = QFileDialog.getExistingDirectory(self, title, begin)
        if folder:
            self.choose_folder(folder)

    def _remark_folder(self) -> None:
        folder = self.desk.settings().order_folder
        self.no_folder_button.setVisible(bool(folder))
        on = self.tr("New exports in it are taken over by themselves, each one once.")
        off = self.tr("None is watched. If one is, new exports in it are taken over by themselves.")
        self.folder_row.remark(on if folder else off)

    def _name(self) -> None:
        self.kinds_button.setText(self.tr("Kinds of orders and their reminders…"))
        self.folder_row.name(self.tr("Watched folder of exports"))
        self.folder_button.setText(self.tr("Choose a folder…"))
        self.no_folder_button.setText(self.tr("Watch none"))
        for section in self.sections.values():
            section.retranslate()
        self._remark_folder()


def _stored(settings: Settings, name: str) -> Sequence[Any]:
    values: Sequence[Any] = settings.urge_rules.quiet if name == "quiet" else getattr(settings, name)
    return values


def _names(values: Sequence[Choice]) -> str:
    return ("、" if is_chinese() else ", ").join(order_names.shown(each.name) for each in values)


def _spans(values: Sequence[Shift | Quiet]) -> str:
    said = (
        f"{order_names.shown(each.name)} {written_span(each.from_at, each.until_at)}"
        if isinstance(each, Shift)
        else written_span(each.from_at, each.until_at)
        for each in values
    )
    return ("、" if is_chinese() else ", ").join(said)
