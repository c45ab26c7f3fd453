from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.sheet_panel.laying import Fonts, label_width, lay_out, wrapped
from app.ui.sheet_panel.row import Part, Row, head
from app.ui.sheet_panel.row_list import RowList, tooltip
from app.ui.sheet_panel.row_model import PAGE, ROW, RowModel
from app.ui.theme import Look, Type

LONG = "11月11日的订单从11月12日起可以申请退款，之前先备注“买家不要了”，仓库就不会发出，请您放心。" * 6


def fact(at: int, value: str = "值") -> Row:
    return Row(Part.FACT, f"k{at}", f"第{at}项", value, answer_id=f"a{at}", entry_id=f"e{at}")


@pytest.fixture
def model(qtbot: QtBot) -> RowModel:
    model = RowModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    tester.setUseFetchMore(False)
    return model


@pytest.fixture
def rows(look: Look, qtbot: QtBot) -> RowList:
    view = RowList(look)
    qtbot.addWidget(view)
    view.resize(260, 300)
    view.show()
    return view


def test_headings_cannot_be_stood_on(model: RowModel) -> None:
    model.show([head("发货"), fact(1)])

    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.first() == 1


def test_a_screen_reader_hears_label_value_and_note(model: RowModel) -> None:
    model.show([Row(Part.FACT, "k", "限购", "2件", "今天 20:00 开始")])

    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "限购 2件 今天 20:00 开始"


def test_a_screen_reader_hears_old_and_new(model: RowModel) -> None:
    model.show([Row(Part.CHANGE, "k", "限购", "3", "刚刚", old="2")])

    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "限购 2 → 3 刚刚"


def test_many_rows_are_made_a_page_at_a_time(model: RowModel) -> None:
    made: list[tuple[int, int]] = []

    def ask(start: int, count: int) -> Sequence[Row]:
        made.append((start, count))
        return [fact(at) for at in range(start, min(start + count, 2 * PAGE + 10))]

    model.show_pages(ask)
    while model.canFetchMore():
        model.fetchMore()

    assert made == [(0, PAGE), (PAGE, PAGE), (2 * PAGE, PAGE)]
    assert [row.key for row in model.rows] == [f"k{at}" for at in range(2 * PAGE + 10)]


def test_rows_that_are_all_there_have_no_more(model: RowModel) -> None:
    model.show_pages(lambda start, count: [fact(at) for at in range(start, start + count)])

    model.show([fact(1)])

    assert not model.canFetchMore()
    assert model.data(QModelIndex()) is None


def test_a_text_is_cut_at_its_last_line_only(look: Look) -> None:
    font = look.font(Type.BODY)

    lines, is_cut = wrapped(LONG, font, 150, 3)

    assert (len(lines), is_cut, lines[-1][-1]) == (3, True, "…")
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 151 for line in lines)
    assert LONG.startswith("".join(lines)[:-1])


def test_a_text_that_fits_is_whole(look: Look) -> None:
    lines, is_cut = wrapped("满128减10\n满238减20", look.font(Type.BODY), 300, 3)

    assert (lines, is_cut) == (["满128减10", "满238减20"], False)


def test_an_empty_text_is_no_trouble(look: Look) -> None:
    assert not wrapped("", look.font(Type.BODY), 100, 2)[1]


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("width", [120, 190, 320])
def test_every_row_stays_inside_its_width_and_can_be_hit(look: Look, part: Part, width: int) -> None:
    row = Row(
        part, "k", "很长很长的一个标签名字", LONG, "备注", old=LONG if part is Part.CHANGE else "bwb", drawing="box"
    )
    row = row if part is not Part.PRODUCT else Row(part, "k", LONG, "¥129", LONG, old="bwb", drawing="box")

    laid = lay_out(row, width, 60, Fonts(look))

    assert laid.height >= look.scale.target
    assert all(line.x + line.width <= width + 1 for line in laid.lines)
    assert all(line.y + line.height <= laid.height for line in laid.lines)


def test_labels_take_no_more_than_their_share(look: Look) -> None:
    fonts = Fonts(look)

    narrow = label_width((fact(1), Row(Part.FACT, "k", "特别特别特别长的标签")), fonts, 180)

    assert narrow <= 180 / 3


def test_digits_number_what_can_be_pasted_and_is_in_sight(rows: RowList) -> None:
    rows.show_rows([head("限购"), fact(1), Row(Part.DEED, "fill", "去填写"), fact(2)])

    found = [rows.visible(number) for number in (1, 2, 3)]

    assert [row.key if row else "" for row in found] == ["k1", "k2", ""]


def test_digits_begin_anew_where_it_was_scrolled_to(rows: RowList) -> None:
    rows.show_rows([fact(at) for at in range(60)])
    rows.scrollTo(rows.rows.index(40), RowList.ScrollHint.PositionAtTop)

    first = rows.visible(1)

    assert first
    assert first.key == "k40"


def test_rows_that_stay_keep_the_place(rows: RowList) -> None:
    rows.show_rows([fact(at) for at in range(60)])
    rows.choose(30)
    rows.scrollTo(rows.rows.index(30))
    offset = rows.verticalScrollBar().value()

    rows.show_rows([fact(at, "别的") for at in range(60)])

    assert (rows.key(), rows.verticalScrollBar().value()) == ("k30", offset)


def test_where_a_row_is_gone_its_neighbour_is_stood_on(rows: RowList) -> None:
    rows.show_rows([fact(at) for at in range(5)])
    rows.choose(4)

    rows.show_rows([fact(at) for at in range(4)])

    assert rows.key() == "k3"


def test_rows_that_come_late_do_not_push_who_has_not_moved_to_the_end(rows: RowList) -> None:
    rows.show_rows([fact(99)])

    rows.show_rows([head("规则"), *map(fact, range(40)), fact(99)])

    row = rows.current()
    assert row is not None
    assert (row.key, rows.verticalScrollBar().value()) == ("k0", 0)


def test_the_ground_of_every_row_is_painted(rows: RowList) -> None:
    rows.show_rows([head("头"), fact(1, LONG), Row(Part.CHANGE, "c", "限购", "3", old="2")])

    picture = rows.grab().toImage()

    assert len({picture.pixelColor(x, y).name() for x in range(0, 260, 2) for y in range(0, 200, 2)}) > 3


def test_a_tooltip_shows_markup_as_text(rows: RowList) -> None:
    assert "&lt;b&gt;" in tooltip(Row(Part.FACT, "k", "<b>", "<i>"))


def test_the_row_itself_is_told(rows: RowList, qtbot: QtBot) -> None:
    rows.show_rows([fact(1), fact(2)])
    heard: list[str] = []
    rows.chosen.connect(lambda row: heard.append(f"chosen {row.key}"))
    rows.copied.connect(lambda row: heard.append(f"copied {row.key}"))
    rows.opened.connect(lambda row: heard.append(f"opened {row.key}"))

    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Right)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.rows.index(0)).center())

    assert heard == ["chosen k1", "copied k2", "copied k2", "opened k2", "chosen k1"]
    assert rows.rows.index(0).data(ROW) == fact(1)
