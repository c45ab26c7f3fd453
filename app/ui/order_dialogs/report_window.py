"""What became of the orders, as charts and tables: by day, reason, reminder, phrase and hour.

The rule: what is copied and exported is what is shown: the same days, the same activity.
"""

from datetime import date, timedelta
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.clockwork.moments import BadMoment, read_moment
from app.core.orders.reports import OrderReport
from app.core.orders.tables import ReportTable
from app.core.storage import NotStored, NotWritten
from app.ui import sentences
from app.ui.dialogs.choice import Choice
from app.ui.dialogs.form import Form, label
from app.ui.dialogs.start_folder import in_documents
from app.ui.order_dialogs import refusal_words
from app.ui.order_dialogs.chart_view import ChartView
from app.ui.order_dialogs.order_desk import ReportDesk
from app.ui.order_dialogs.report_against import days_before
from app.ui.order_dialogs.report_figures import ReportFigures
from app.ui.order_dialogs.report_page import PageKind, ReportPage, title
from app.ui.order_dialogs.report_pages import page, tiles
from app.ui.paragraph import paragraph
from app.ui.sheet_dialogs.entry_box import Box
from app.ui.sheet_dialogs.entry_cells import Cell
from app.ui.sheet_dialogs.entry_inputs import Line
from app.ui.sheet_dialogs.entry_reading import Unread
from app.ui.sheet_dialogs.entry_row import beside
from app.ui.theme import BETWEEN, GRID, INSIDE, Look, kind

MOST_DAYS = 366
_SPANS = (1, 7, 30)
_OWN = 0


class ReportWindow(Form):
    """A window that is read again with `refresh`."""

    def __init__(self, look: Look, desk: ReportDesk) -> None:
        super().__init__((960, 740))
        self._desk = desk
        self._report: OrderReport | None = None
        self._other: OrderReport | None = None
        self.span: Choice[int] = Choice((*_SPANS, _OWN), self._span_word)
        self.first, self.last, self.other = (Cell(Line(self._day, date.isoformat)) for _ in range(3))
        names = {activity.id: activity.name for activity in desk.activities()}
        self.activity = Box(lambda: ["", *names], lambda each: names.get(each, each) or self.tr("All activities"))
        self.pages: Choice[PageKind] = Choice(list(PageKind), title)
        self.tiles = [
            (label("muted", wraps=False), label("big", wraps=False), label("muted", wraps=False)) for _ in range(4)
        ]
        self.chart, self.table = ChartView(look), ReportFigures()
        self.note = label("hint")
        self._lay_out()
        self._connect()
        self.spoken.say(self.setWindowTitle, lambda: self.tr("Reports"))
        self.choose_span(1)
        self.spoken.again(self._name)
        self.span.setFocus()

    def refresh(self) -> None:
        """Read the report again, as everything is now."""
        days = self._days()
        if days is None:
            return
        try:
            self._report, self._other = self._desk.report(*days, self.activity.read()), None
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self.tell("")
        self._show()

    def _show(self) -> None:
        if self._report is None:
            return
        for (name, figure, count), said in zip(self.tiles, tiles(self._report, self._desk.at_risk()), strict=True):
            name.setText(said[0])
            figure.setText(said[1])
            count.setText(said[2])
        self._show_page()

    def choose_span(self, days: int) -> None:
        """Show the last so many days, today too."""
        self.span.pick(days)
        today = self._desk.today()
        self.first.input.put(today - timedelta(days=days - 1))
        self.last.input.put(today)
        self._set_against_before()
        self.refresh()

    def show_page(self, wanted: PageKind) -> None:
        """Show another page."""
        self.pages.pick(wanted)
        self._show_page()

    def export_to(self, path: str) -> None:
        """Write all pages as tables of one workbook."""
        if self._report is None:
            return
        try:
            tables: list[ReportTable] = [self._page(wanted, self._report).table for wanted in PageKind]
            self._desk.export(path, tables)
        except NotWritten as lost:
            self.tell(sentences.of_unwritten(lost), "error")
            return
        except NotStored as lack:
            self.tell(sentences.of_trouble(lack.trouble), "error")
            return
        self.tell(self.tr("Written: {file}").replace("{file}", PurePath(path).name), "ok")

    def copy_picture(self) -> None:
        """Put the chart onto the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(self.chart.picture())
        self.tell(self.tr("The chart lies on the clipboard as a picture."), "ok")

    def _days(self) -> tuple[date, date] | None:
        """The days that are wanted; None where they cannot be read, which is told at their fields."""
        found: list[date] = []
        for cell in (self.first, self.last):
            try:
                found.append(cell.input.read())
                cell.refuse("")
            except Unread as bad:
                cell.refuse(refusal_words.of_rule(bad.rule))
        if len(found) < len((self.first, self.last)):
            return None
        first, last = found
        if last < first or (last - first).days >= MOST_DAYS:
            wrong = self.tr("The last day comes before the first.")
            far = self.tr("At most {count} days.").replace("{count}", str(MOST_DAYS))
            self.last.refuse(wrong if last < first else far)
            return None
        return first, last

    def _page(self, wanted: PageKind, report: OrderReport) -> ReportPage:
        """A page; the days to set against are read where they are wanted. Raises `NotStored`."""
        if wanted is PageKind.AGAINST and self._other is None:
            self._other = self._desk.report(*self._others(report.first, report.last), self.activity.read())
        return page(wanted, report, self._other or report, self._desk)

    def _others(self, first: date, last: date) -> tuple[date, date]:
        """The days that these are set against: those from the day in the field on, else those right before."""
        try:
            start = self.other.input.read()
        except Unread as bad:
            self.other.refuse(refusal_words.of_rule(bad.rule))
            return days_before(first, last)
        self.other.refuse("")
        return start, start + (last - first)

    def _set_against_before(self) -> None:
        """Other days stand against those right before them, until another day is written."""
        try:
            self.other.input.put(days_before(self.first.input.read(), self.last.input.read())[0])
        except Unread:
            return

    def _day(self, text: str) -> date:
        try:
            at = read_moment(text, self._desk.now(), self._desk.zone())
        except BadMoment as bad:
            raise Unread(f"moment_{bad.rule}") from bad
        return at.astimezone(self._desk.zone()).date()

    def _choose_own(self) -> None:
        """Days that were typed."""
        today = self._desk.today()
        days = self._days()
        if days is None:
            return
        length = (days[1] - days[0]).days + 1
        self.span.pick(length if days[1] == today and length in _SPANS else _OWN)
        self._set_against_before()
        self.refresh()

    def _choose_span(self) -> None:
        if self.span.value != _OWN:
            self.choose_span(self.span.value)
        else:
            self.first.content.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self) -> None:
        self.other.setVisible(self.pages.value is PageKind.AGAINST)
        if self._report is None:
            return
        shown = self.tried(self._page, self.pages.value, self._report)
        if shown is None:
            return
        empty = self.tr("Nothing ended in these days. Choose others, or come back later.")
        if self.pages.value is PageKind.HOURS:
            empty = self.tr("Nobody was urged in these days.")
        elif self.pages.value is PageKind.USES:
            empty = self.tr("No phrase was used yet.")
        self.chart.show_chart(shown.chart, self._heading(), empty)
        self.table.show_table(shown.table)
        self.note.setText(paragraph(*shown.table.notes))
        self.note.setVisible(bool(shown.table.notes))

    def _heading(self) -> str:
        assert self._report is not None
        first, last = self._report.first, self._report.last
        days = first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
        return f"{days} · {self.activity.currentText()}"

    def _ask_export(self) -> None:
        name = self.tr("Orders report {day}.xlsx").replace("{day}", self._desk.today().isoformat())
        path, _pattern = QFileDialog.getSaveFileName(
            self, self.tr("Where shall the report go?"), in_documents(name), "Excel (*.xlsx)"
        )
        if path:
            self.export_to(path if path.lower().endswith(".xlsx") else f"{path}.xlsx")

    def _span_word(self, days: int) -> str:
        if days == _OWN:
            return self.tr("Own days")
        return self.tr("Today") if days == 1 else self.tr("{count} days").replace("{count}", str(days))

    def _lay_out(self) -> None:
        days = QWidget()
        activity = Cell(self.activity, lambda: self.tr("Activity"))
        dated = beside((self.first, 2), (self.last, 2), (self.other, 2), (activity, 3))
        dated.setContentsMargins(0, 0, 0, 0)
        days.setLayout(dated)
        head = QHBoxLayout()
        head.setSpacing(INSIDE)
        for texts in self.tiles:
            head.addWidget(_tile(texts), 1)
        both = QHBoxLayout()
        both.setSpacing(BETWEEN)
        both.addWidget(self.chart, 10)
        beside_chart = QVBoxLayout()
        beside_chart.setSpacing(GRID)
        beside_chart.addWidget(self.table, 1)
        beside_chart.addWidget(self.note)
        both.addLayout(beside_chart, 10)
        self.column.addWidget(self.span)
        self.column.addWidget(days)
        self.column.addLayout(head)
        self.column.addWidget(self.pages)
        self.column.addLayout(both, 1)
        self.pages.pick(PageKind.OUTCOMES)
        self.close_button = self.add_button(lambda: self.tr("Close"), self.reject)
        self.copy_button = self.add_button(lambda: self.tr("Copy as a picture"), self.copy_picture)
        self.export_button = self.add_button(lambda: self.tr("Export to Excel…"), self._ask_export, "primary")

    def _connect(self) -> None:
        self.span.chosen.connect(self._choose_span)
        self.pages.chosen.connect(self._show_page)
        self.activity.edited.connect(self.refresh)
        for cell in (self.first, self.last):
            cell.left.connect(self._choose_own)
        self.other.left.connect(self.refresh)
        self.add_keys(self.refresh, "F5")

    def _name(self) -> None:
        self.first.name(self.tr("From (day)"))
        self.last.name(self.tr("Until (day, this one too)"))
        self.other.name(self.tr("Against the days from"))
        self.table.setAccessibleName(self.tr("Figures of the chart"))
        self.pages.rename()
        self._show()


def _tile(texts: tuple[QLabel, QLabel, QLabel]) -> QFrame:
    made = QFrame()
    made.setProperty(*kind("card"))
    column = QVBoxLayout(made)
    column.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
    column.setSpacing(0)
    for text in texts:
        column.addWidget(text)
    return made
