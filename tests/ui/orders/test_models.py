from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.orders.order import Flag, Order
from app.ui.icons import SMALL
from app.ui.orders import closing, faces, flags
from app.ui.orders.card import Card, Point
from app.ui.orders.card_laying import LEFT, Fonts, Laying
from app.ui.orders.card_model import ITEM, KEPT, PAGE, CardModel, Listed, Paged
from app.ui.palette import DARK, LIGHT, Tone
from app.ui.theme import Look
from tests.sheets import SHANGHAI
from tests.ui.contrast import contrast
from tests.ui.orders.conftest import OpenPlace
from tests.ui.orders.office import AFTERNOON, Office, group_buy

MANY = 5_000


def many(count: int = MANY) -> list[Order]:
    return [group_buy(number, 1 + number / 60, buyer=f"买家{number}") for number in range(count)]


@pytest.fixture
def model(qtbot: QtBot) -> CardModel:
    made = CardModel(lambda item: item.id)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_the_model_keeps_the_rules_of_models(model: CardModel) -> None:
    orders = many(PAGE * 3)

    model.show(Listed(orders))
    model.show(Listed(orders[1:]))
    model.show(Paged(len(orders), lambda first, count: orders[first : first + count], lambda _: 7))
    model.show(Listed(()))

    assert model.rowCount() == 0


def test_only_the_pages_that_are_looked_at_are_asked_for(model: CardModel) -> None:
    orders, asked = many(), []

    def page(first: int, count: int) -> list[Order]:
        asked.append(first)
        return orders[first : first + count]

    model.show(Paged(len(orders), page, lambda _: None))
    asked.clear()
    shown = [model.index(row, 0).data(ITEM) for row in (PAGE * 10, PAGE * 10 + 1, PAGE * 10 + 2)]

    assert shown == orders[PAGE * 10 : PAGE * 10 + 3]
    assert asked == [PAGE * 10]


def test_pages_are_not_kept_without_end() -> None:
    orders, asked = many(), []
    rows = Paged(len(orders), lambda first, count: asked.append(first) or orders[first : first + count], lambda _: 0)

    for number in range(KEPT + 1):
        rows.at(number * PAGE)
    asked.clear()
    rows.at(0)

    assert asked == [0]


def test_a_row_that_the_book_has_lost_since_is_no_error(model: CardModel) -> None:
    model.show(Paged(3, lambda first, count: many(2)[first : first + count], lambda _: 5))

    assert model.index(2, 0).data(ITEM) is None
    assert model.index(2, 0).data(Qt.ItemDataRole.DisplayRole) is None
    assert model.row_of("o9") == -1
    assert model.data(QModelIndex()) is None


def test_the_same_rows_are_shown_once(model: CardModel) -> None:
    orders = many(3)

    assert model.show(Listed(orders))
    assert not model.show(Listed(orders))


def test_how_many_have_closed_is_told_by_a_few_looks() -> None:
    orders, looks = many(), []

    def at(row: int) -> Order:
        looks.append(row)
        return orders[row]

    closed = closing.closed_rows(len(orders), at, AFTERNOON + timedelta(minutes=11))

    assert closed == 601
    assert len(looks) < 15


def test_five_thousand_orders_scroll_to_their_end_and_back(open_place: OpenPlace) -> None:
    office = Office()
    office.put(*many())
    place = open_place(office)
    view = place.panel.queue.list

    place.press(Qt.Key.Key_End)
    QApplication.processEvents()
    last = view.current()
    place.go(seconds=1)
    place.press(Qt.Key.Key_Home)

    assert last is not None
    assert last.id == f"o{MANY - 1}"
    assert view.current() == office.orders.get("o0")


def test_a_second_looks_only_at_the_rows_in_sight(open_place: OpenPlace) -> None:
    office = Office()
    office.put(*many())
    place = open_place(office)
    place.go(seconds=1)

    assert len(place.panel.queue.list._cards) < 20


@pytest.mark.parametrize(
    ("left", "digits"),
    [
        (timedelta(days=2, hours=5, minutes=50), "2 d 5 h"),
        (timedelta(hours=3, minutes=2), "3 h 2 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(minutes=9, seconds=59), "09:59"),
        (timedelta(seconds=1), "00:01"),
        (timedelta(seconds=-5), "00:00"),
    ],
)
def test_the_last_ten_minutes_are_told_to_the_second(left: timedelta, digits: str) -> None:
    assert faces.clock(left) == digits


def test_an_order_looks_the_same_for_the_whole_of_a_second() -> None:
    order = group_buy(1, 2)
    second = AFTERNOON + timedelta(seconds=31)
    end = second + timedelta(microseconds=999_999)

    first, last = (faces.face(order, at, timedelta(), SHANGHAI) for at in (second, end))

    assert first == last
    assert first.digits == "01:29"


@pytest.mark.parametrize("width", range(150, 420, 10))
def test_flag_and_note_never_lie_under_the_word_at_the_right(look: Look, width: int) -> None:
    card = Card("clock", Tone.SOON, "阿良", "¥128", "04:18", "last minutes", "Group-buy", Flag.RED, "asked", True, "杯")
    fonts = Fonts(look)

    laid = Laying(card, width, fonts).laid()

    word = next(text for text in laid.texts if text.text.text() == card.word)
    ends = [at.x() + SMALL for _name, _tone, at in laid.drawings] + ([laid.flag[1].x() + SMALL] if laid.flag else [])
    assert all(end <= word.at.x() for end in ends)


@pytest.mark.parametrize("width", [200, 290, 480])
@pytest.mark.parametrize("title", ["阿良", "一个名字特别特别长的买家会员名" * 3])
def test_every_text_stays_inside_its_row(look: Look, width: int, title: str) -> None:
    card = Card(
        "clock",
        Tone.SOON,
        title,
        "¥12,999.50",
        "3 h 12 min",
        "closes 17:32",
        "预售尾款",
        Flag.RED,
        "asked",
        True,
        "很长很长的商品标题" * 5,
        "Urged 2 times today " * 5,
        "pause",
    )
    points = tuple(Point(at, "地址和电话已核对", at % 2 == 0) for at in range(1, 9))
    fonts = Fonts(look)

    for each in (card, Card("box", Tone.OK, title, "¥1", "14:20", "to do", points=points)):
        laid = Laying(each, width, fonts).laid()
        assert all(text.at.x() >= LEFT for text in laid.texts)
        assert all(text.at.x() + text.text.size().width() <= width + 1 for text in laid.texts[2:])
        assert all(text.at.y() < fonts.height for text in laid.texts)


@pytest.mark.parametrize("flag", list(Flag))
def test_every_flag_stands_out_from_its_ground(flag: Flag) -> None:
    for colours, palette in ((flags.LIGHT, LIGHT), (flags.DARK, DARK)):
        for ground in (palette.card, palette.selection, palette.hover):
            assert contrast(colours[flag], ground) >= 3
