import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication

from app.core.orders.book import Total
from app.core.orders.choices import LOST_REASONS
from app.core.orders.order import Outcome
from app.core.orders.reports import Ended, Lost, OrderReport, Recovery
from app.core.orders.tables import Shape
from app.core.sheet.activities import Activity
from app.core.storage import NotStored, NotWritten, Trouble
from app.ui.order_dialogs import report_page
from app.ui.order_dialogs.charts import Chart, Series, Unit, shown_names, ticks, written
from app.ui.order_dialogs.order_desk import ReportDesk
from app.ui.order_dialogs.report_page import PageKind
from app.ui.order_dialogs.report_window import ReportWindow
from app.ui.palette import DARK, LIGHT, Tone
from tests.sheets import SHANGHAI
from tests.ui.order_dialogs.sights import SIGHTS, apart, seen
from tests.ui.order_dialogs.stall import NOON

TODAY = date(2026, 11, 11)
DAY = timedelta(days=1)


def total(count, money=None):
    return Total(count, Decimal(count * 100 if money is None else money))


class Book:
    """A week of figures."""

    def __init__(self):
        self.asked = []
        self.written = []
        self.trouble = None
        self.is_workbook_open = False
        self.is_empty = False

    def report(self, first, last, activity_id):
        if self.trouble:
            raise NotStored(self.trouble)
        self.asked.append((first, last, activity_id))
        if self.is_empty:
            return OrderReport(first, last)
        days = [day for day in (TODAY - DAY, TODAY) if first <= day <= last]
        ended = tuple(
            Ended(day, "d11", outcome, total(count))
            for day in days
            for outcome, count in ((Outcome.PAID, 30), (Outcome.CLOSED, 12), (Outcome.GIVEN_UP, 3))
        )
        lost = tuple(
            Lost(day, "d11", reason, total(count)) for day in days for reason, count in (("by_time", 9), ("", 6))
        )
        steps = (
            Recovery("group_buy", "first", "", total(40), total(22)),
            Recovery("group_buy", "last", "", total(20), total(5)),
        )
        phrases = (Recovery("", "", "p1", total(60), total(27)), Recovery("", "", "p2", total(10), total(1)))
        hours = tuple(max(0, 30 - abs(hour - 20) * 5) for hour in range(24))
        unurged = Recovery("", "", "", total(10), total(3))
        asked, answered = (tuple(total(count // part) for count in hours) for part in (2, 3))
        paid = tuple(total(hour if first == TODAY else 20) for hour in range(24))
        by_hour = (hours, total(27), asked, answered, paid)
        return OrderReport(first, last, ended, lost, steps, phrases, unurged, *by_hour)

    def export(self, path, tables):
        if self.is_workbook_open:
            raise NotWritten(path, Trouble.LOCKED)
        self.written.append((path, tables))

    def desk(self):
        reasons = {each.id: each.name for each in LOST_REASONS}
        return ReportDesk(
            report=self.report,
            at_risk=lambda: total(8),
            today=lambda: TODAY,
            activities=lambda: (Activity("d11", "双11大促"),),
            step_name=lambda kind_id, step_id: f"聚划算 · {step_id}",
            phrase_title=lambda phrase_id: {"p1": "催付·温和提醒"}.get(phrase_id, ""),
            reason_name=lambda reason: reasons.get(reason, reason),
            phrase_uses=lambda: (("p1", 812), ("p9", 40)),
            export=self.export,
            now=lambda: NOON,
            zone=lambda: SHANGHAI,
        )


@pytest.fixture
def book():
    return Book()


@pytest.fixture
def window(qtbot, look, book):
    made = ReportWindow(look, book.desk())
    qtbot.addWidget(made)
    made.show()
    return made


def cells(window):
    table = window.table
    return [[table.item(row, place).text() for place in range(table.columnCount())] for row in range(table.rowCount())]


def write(cell, text):
    cell.content.setText(text)
    cell.content.editingFinished.emit()


def test_it_opens_with_today_and_all_activities(window, book):
    assert book.asked == [(TODAY, TODAY, "")]
    assert cells(window) == [["2026-11-11", "30", "12", "3", "67%"]]
    assert [figure.text() for _name, figure, _count in window.tiles] == ["¥2,700", "¥1,500", "¥800", "67%"]


def test_other_days_are_one_chip_away(window, book):
    window.span.pick(7)
    window.span.chosen.emit()

    assert book.asked[-1] == (TODAY - 6 * DAY, TODAY, "")
    assert window.first.content.text() == "2026-11-05"
    assert len(cells(window)) == 7


def test_own_days_are_typed(window, book):
    write(window.first, "11-01")
    write(window.last, "昨天")

    assert book.asked[-1] == (date(2026, 11, 1), TODAY - DAY, "")
    assert window.span.value == 0


def test_days_that_are_none_or_stand_the_wrong_way_round_are_refused(window, book):
    write(window.first, "11-12")
    before = window.last.refusal
    write(window.first, "2026-02-30")

    assert "before the first" in before
    assert "does not exist" in window.first.refusal
    assert len(book.asked) == len([asked for asked in book.asked if asked[0] == TODAY])


def test_one_activity_can_be_looked_at(window, book):
    window.activity.put("d11")
    window.activity.edited.emit()

    assert book.asked[-1] == (TODAY, TODAY, "d11")
    assert "双11大促" in window.chart._heading


def test_lost_reasons_are_named_with_their_share(window):
    window.show_page(PageKind.REASONS)

    assert cells(window) == [["超时关闭", "9", "60%", "¥900.00"], ["No reason given", "6", "40%", "¥600.00"]]
    assert window.chart._chart.notes == ("60%", "40%")


def test_recovery_is_told_by_reminder_the_best_first_and_without_an_urge_last(window):
    window.show_page(PageKind.STEPS)

    assert [row[0] for row in cells(window)] == ["聚划算 · first", "聚划算 · last", "Without an urge"]
    assert cells(window)[0][1:] == ["40", "22", "55%", "¥2,200.00"]
    assert window.chart._chart.unit is Unit.RATE
    assert "last urge" in window.note.text()


def test_a_phrase_that_is_gone_is_told_so(window):
    window.show_page(PageKind.PHRASES)

    assert [row[0] for row in cells(window)] == ["催付·温和提醒", "A phrase that is gone", "Without an urge"]


def test_urges_are_counted_by_hour(window):
    window.show_page(PageKind.HOURS)

    assert cells(window)[20] == ["20:00–21:00", "30", "15", "10", "67%", "¥1,000.00"]
    assert cells(window)[3][2:5] == ["0", "0", "–"]
    assert [series.values[20] for series in window.chart._chart.series] == [10, 30]


def test_a_day_stands_against_the_one_before_it(window, book):
    window.show_page(PageKind.AGAINST)

    assert (TODAY - DAY, TODAY - DAY, "") in book.asked
    assert cells(window)[23] == ["23:00–24:00", "23", "20", "+3"]
    assert [series.name for series in window.chart._chart.series] == ["Paid on 2026-11-11", "Paid on 2026-11-10"]
    assert "Lost orders: 15 against 15." in window.note.text()


def test_a_week_stands_against_the_week_before_it(window, book):
    window.choose_span(7)
    window.show_page(PageKind.AGAINST)

    assert (TODAY - 13 * DAY, TODAY - 7 * DAY, "") in book.asked
    assert cells(window)[-1] == ["2026-11-11", "30", "0", "+30"]


def test_any_other_day_can_be_set_against(window, book):
    window.show_page(PageKind.AGAINST)

    write(window.other, "2025-11-11")

    assert book.asked[-1] == (date(2025, 11, 11), date(2025, 11, 11), "")


def test_a_day_to_set_against_that_does_not_exist_is_refused_and_the_day_before_stays(window, book):
    window.show_page(PageKind.AGAINST)

    write(window.other, "2025-02-30")

    assert "does not exist" in window.other.refusal
    assert book.asked[-1] == (TODAY - DAY, TODAY - DAY, "")


def test_the_day_to_set_against_is_asked_only_where_it_matters(window):
    window.show_page(PageKind.MONEY)
    is_asked_elsewhere = window.other.isVisible()
    window.show_page(PageKind.AGAINST)

    assert (is_asked_elsewhere, window.other.isVisible()) == (False, True)


def test_phrases_stand_by_their_use_with_the_orders_that_were_paid_after_them(window):
    window.show_page(PageKind.USES)

    assert cells(window) == [
        ["催付·温和提醒", "812", "27", "¥2,700.00"],
        ["A phrase that is gone", "40", "0", "–"],
    ]
    assert window.chart._chart.notes == ("27 paid after it", "")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("kind", list(PageKind))
def test_parts_of_a_bar_are_told_apart_by_those_who_see_no_red_or_green(window, kind, palette):
    window.choose_span(7)
    window.show_page(kind)

    colours = [palette.of(series.tone) for series in window.chart._chart.series]

    for sight in SIGHTS.values():
        for one, other in itertools.combinations(colours, 2):
            assert apart(seen(one, sight), seen(other, sight)) > 20, (one, other)


def test_what_is_at_risk_stands_on_todays_bar(window):
    window.choose_span(7)
    window.show_page(PageKind.MONEY)

    assert cells(window)[-1] == ["2026-11-11", "¥3,000.00", "¥1,500.00", "¥800.00"]
    assert cells(window)[-2][3] == "¥0.00"


@pytest.mark.parametrize("kind", list(PageKind))
def test_everything_that_a_chart_shows_stands_in_its_table(window, kind):
    window.choose_span(7)

    window.show_page(kind)

    assert len(window.chart._chart.categories) == window.table.rowCount()


@pytest.mark.parametrize("kind", list(PageKind))
def test_every_chart_is_painted_with_its_colours(window, look, kind):
    window.choose_span(7)
    window.show_page(kind)

    image = window.chart.picture().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}

    wanted = {look.colour(series.tone.value).name() for series in window.chart._chart.series if any(series.values)}
    assert wanted <= colours


def test_nothing_at_all_says_what_to_do(window, book):
    book.is_empty = True

    window.refresh()

    assert window.chart._chart.is_empty
    assert "Choose others" in window.chart._empty


def test_the_chart_is_copied_as_a_picture(window):
    window.copy_button.click()

    assert QGuiApplication.clipboard().image().width() >= 900


def test_all_pages_are_exported_as_tables(window, book):
    window.export_to("/shop/report.xlsx")

    ((path, tables),) = book.written
    assert path == "/shop/report.xlsx"
    assert [table.title for table in tables] == [report_page.title(kind) for kind in PageKind]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)
    assert {column.shape for column in tables[-1].columns} == {Shape.TEXT, Shape.MONEY}


def test_a_workbook_that_is_open_elsewhere_is_told(window, book):
    book.is_workbook_open = True

    window.export_to("/shop/report.xlsx")

    assert "open in another program" in window.status.text()


def test_days_to_set_against_that_cannot_be_read_are_told(window, book):
    book.trouble = Trouble.LOCKED

    window.show_page(PageKind.AGAINST)
    told = window.status.text()
    window.tell("")
    window.export_to("/shop/report.xlsx")

    assert "another program holds" in told
    assert window.status.text() == told
    assert book.written == []


def test_a_store_in_trouble_is_told_and_the_last_figures_stay(window, book):
    book.trouble = Trouble.LOCKED

    window.choose_span(30)

    assert window.status.text()
    assert cells(window)


@pytest.mark.parametrize(
    ("highest", "unit", "last"),
    [(0, Unit.COUNT, 1), (1, Unit.COUNT, 1), (7, Unit.COUNT, 8), (46, Unit.COUNT, 50), (5300, Unit.MONEY, 6000)],
)
def test_a_scale_ends_at_a_round_figure_that_is_not_below_the_highest(highest, unit, last):
    assert ticks(highest, unit)[-1] == pytest.approx(last)
    assert ticks(highest, unit)[0] == 0


def test_counts_have_no_halves_on_their_scale():
    assert ticks(2, Unit.COUNT) == (0, 1, 2)


def test_a_rate_is_always_measured_by_the_whole():
    assert ticks(0.2, Unit.RATE)[-1] == 1


def test_names_are_left_out_where_they_would_run_into_each_other():
    assert shown_names(30, 10) == 3
    assert shown_names(5, 10) == 1


def test_figures_are_written_short():
    assert (written(0.256, Unit.RATE), written(1280, Unit.MONEY), written(0.5, Unit.MONEY)) == (
        "26%",
        "¥1,280",
        "¥0.50",
    )


def test_bars_are_as_long_as_all_their_parts():
    chart = Chart("", ("a", "b"), (Series("", Tone.OK, (1, 2)), Series("", Tone.LATE, (3, 0))))

    assert (chart.total(0), chart.highest, chart.is_empty) == (4, 4, False)
