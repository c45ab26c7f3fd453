from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.core.phrases.phrase import SHEET, Phrase
from app.core.search.hits import Marks
from app.core.sheet.lifetimes import Lifetime
from app.ui.palette import LIGHT, Tone
from app.ui.phrases.layout import Fonts, lay_out
from app.ui.phrases.listing import tooltip
from app.ui.theme import Look
from app.ui.times import FINE, Note, Times
from tests.sheets import SALE_DAY, SHANGHAI, double_eleven, moment
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk

FIRST_HOURS, EVENING = Lifetime(activity_id="d11", phase_id="half"), Lifetime(activity_id="d11", phase_id="late")
HALF_PRICE = Phrase("half", "前两小时半价", "亲，前两小时全场半价哦", lifetime=FIRST_HOURS)
COUPON = Phrase("coupon", "半价之外的券", "亲，半价结束也有券哦")
TONIGHT = Phrase("late", "晚8点半价加场", "亲，晚 8 点加场哦", lifetime=EVENING)
ROWS = tuple(replace(row, group=("活动",)) for row in (HALF_PRICE, COUPON, TONIGHT))


@pytest.fixture
def times() -> Times:
    sheet = double_eleven(SALE_DAY)
    return Times(lambda phrase: sheet.validity(phrase.lifetime, SALE_DAY), lambda: SALE_DAY, lambda: SHANGHAI)


def owned(desk: Desk) -> Desk:
    """A desk whose search and list know the sale's sheet."""
    sheet = double_eleven(SALE_DAY)
    desk.find._sheet = lambda: sheet
    desk.inside.panel.list.know_times(Times(desk.find.validity, lambda: SALE_DAY, lambda: SHANGHAI))
    desk.inside.panel.search(desk.inside.search.text())
    return desk


@pytest.fixture
def sale(open_desk: OpenDesk) -> Desk:
    return owned(open_desk(ROWS).serve())


@pytest.mark.parametrize(
    ("lifetime", "note"),
    [
        (Lifetime(activity_id="d11", phase_id="half"), Note("ended 12 h ago", "refused")),
        (Lifetime(activity_id="d11", phase_id="late"), Note("from today 20:00", "clock")),
        (Lifetime(activity_id="d11", phase_id="sale"), FINE),
        (Lifetime(activity_id="gone"), Note("activity is gone", "refused")),
        (Lifetime(until_at=SALE_DAY), Note("just ended", "refused")),
        (Lifetime(until_at=SALE_DAY - timedelta(minutes=12)), Note("ended 12 min ago", "refused")),
    ],
)
def test_a_row_says_what_does_not_hold_now(times: Times, lifetime: Lifetime, note: Note) -> None:
    assert times.note(replace(COUPON, lifetime=lifetime)) == note


def test_a_tooltip_says_from_when_until_when_and_of_what(times: Times) -> None:
    told = times.told(TONIGHT)

    assert told == "晚8点加场 · from today 20:00 · until today 22:00"
    assert told in tooltip(TONIGHT, told)


def test_the_end_of_a_day_is_24_00(times: Times) -> None:
    assert times.told(replace(COUPON, lifetime=Lifetime(until_at=moment(SALE_DAY, hour=24)))) == "until today 24:00"


def test_the_note_stands_at_the_right_in_place_of_the_group(look: Look) -> None:
    laid = lay_out(ROWS[2], Marks(), 310, Fonts(look), Note("from today 20:00", "clock"))

    assert "".join(piece.text.text() for piece in laid.side) == "from today 20:00"
    assert laid.drawings[0] == ("clock", Tone.MUTED)
    assert laid.is_faint


def test_a_long_title_leaves_the_note_room(look: Look) -> None:
    laid = lay_out(replace(ROWS[2], title="标题" * 20), Marks(), 310, Fonts(look), Note("from today 20:00", "clock"))

    assert "".join(piece.text.text() for piece in laid.side) == "from today 20:00"
    assert laid.is_cut


def test_what_is_over_is_not_found_and_what_comes_is(sale: Desk) -> None:
    sale.inside.search.setText("半价")

    assert sorted(sale.ids()) == ["coupon", "late"]


def test_what_is_over_is_not_in_its_group_either(sale: Desk) -> None:
    sale.inside.panel.chips.narrow(None, ("活动",))

    assert sale.ids() == ["coupon", "late"]


def test_where_only_over_ones_match_it_is_said_and_they_can_be_shown(sale: Desk) -> None:
    sale.inside.search.setText("前两小时")
    said = sale.inside.panel.blank.sentence

    sale.inside.panel.blank.stops[0].click()

    assert said == "Nothing found for “前两小时”. 1 that matches is over."
    assert sale.ids() == ["half"]


def test_the_menu_of_filters_shows_over_ones_and_it_is_to_be_seen(sale: Desk) -> None:
    chips = sale.inside.panel.chips
    action = next(action for action in chips.menu().actions() if action.text() == "Also those that are over")

    action.trigger()
    sale.inside.search.setText("半价")

    assert sorted(sale.ids()) == ["coupon", "half", "late"]
    assert "ended too" in chips.stops[-1].text()
    assert not chips.is_on


def _count(image: QImage, colour: str) -> int:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).name().upper() == colour for x, y in points)


def test_what_does_not_hold_yet_is_grey_on_the_screen(sale: Desk) -> None:
    sale.inside.search.setText("半价")
    sale.inside.panel.list.choose([], 0)
    QApplication.processEvents()
    rows, model = sale.inside.panel.list, sale.inside.panel.model

    dark = {
        model.rows[at].phrase.id: _count(rows.viewport().grab(rows.visualRect(model.index(at))).toImage(), LIGHT.text)
        for at in range(2)
    }

    assert dark["late"] < dark["coupon"]


def test_an_answer_shows_what_it_is_made_of(open_desk: OpenDesk) -> None:
    answer = Phrase("sheet:product:cup:size", "云朵保温杯 · 尺寸", "亲，高 20 厘米哦", source=SHEET)
    desk = open_desk((answer, replace(answer, id="own"))).serve()
    QApplication.processEvents()
    rows = desk.inside.panel.list
    at = {desk.ids()[row]: rows.visualRect(rows.model().index(row, 0)) for row in range(2)}

    ink = {phrase_id: _ink(rows.viewport().grab(rect).toImage()) for phrase_id, rect in at.items()}

    assert ink["sheet:product:cup:size"] > ink["own"]


def _ink(image: QImage) -> int:
    """How much is drawn under the digit."""
    height = image.height()
    points = ((x, y) for x in range(5, 22) for y in range(height // 2 + 3, height - 5))
    return len({image.pixelColor(x, y).name() for x, y in points})


@pytest.mark.parametrize("deed", ["delete", "pin", "duplicate", "choose_group"])
def test_an_answer_is_changed_in_the_cheat_sheet(open_desk: OpenDesk, deed: str) -> None:
    answer = Phrase("sheet:product:cup:size", "云朵保温杯 · 尺寸", "亲，高 20 厘米哦", source=SHEET)
    desk = open_desk((answer,)).serve()

    getattr(desk.inside.panel, deed)()
    said = desk.inside.panel.notice.text
    desk.inside.panel.notice.do()

    assert "made of the cheat-sheet" in said
    assert desk.wishes.of("edit_wanted") == ["sheet:product:cup:size"]
    assert desk.ids() == ["sheet:product:cup:size"]
