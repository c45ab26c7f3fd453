from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.core.phrases.phrase import SHEET, Image, Output, Phrase
from app.core.search.hits import Marks
from app.ui.palette import LIGHT, Tone
from app.ui.phrases.layout import Fonts, Laid, lay_out
from app.ui.phrases.model import HIT
from app.ui.runs import Ink
from app.ui.theme import Look
from tests.ui.desk import Desk, phrases

WIDTH = 310
PHRASE = phrases()[0]


@pytest.fixture
def fonts(look: Look) -> Fonts:
    return Fonts(look)


def texts(laid: Laid) -> tuple[str, str, str]:
    lines = (laid.title, laid.body, laid.side)
    title, body, side = ("".join(piece.text.text() for piece in line) for line in lines)
    return title, body, side


def test_everything_stands_inside_the_row(fonts: Fonts) -> None:
    laid = lay_out(PHRASE, Marks(), WIDTH, fonts)

    assert all(piece.x + piece.width <= WIDTH for piece in (*laid.title, *laid.body, *laid.side))
    assert laid.code is not None
    assert laid.title[-1].x + laid.title[-1].width < laid.side[0].x < laid.code.x


def test_the_group_gives_way_to_a_long_title(fonts: Fonts) -> None:
    laid = lay_out(replace(PHRASE, title="标题" * 20), Marks(), WIDTH, fonts)

    assert laid.side == ()
    assert laid.is_cut
    assert texts(laid)[0].endswith("…")


@pytest.mark.parametrize("body", ["亲，我是客服{{agent}}，在的", "亲，{{shop}}{{agent}}欢迎"])
def test_a_line_that_goes_on_says_so_whatever_its_next_run_is(fonts: Fonts, body: str) -> None:
    phrase = Phrase("1", "短", body)

    whole = [laid for laid in (lay_out(phrase, Marks(), width, fonts) for width in range(60, 310)) if laid.is_cut]

    assert whole
    assert all(texts(laid)[1].endswith("…") for laid in whole)


def test_the_dots_alone_are_neither_found_nor_a_variable(fonts: Fonts) -> None:
    phrase = Phrase("1", "短", "亲退{{agent}}亲退亲退{{shop}}{{agent}}")
    marks = Marks(body=((1, 2), (13, 14), (15, 16)))

    rows = [lay_out(phrase, marks, width, fonts) for width in range(20, 310)]

    assert {piece.ink for laid in rows for piece in laid.body if piece.text.text() == "…"} == {Ink.PLAIN}


def test_a_row_that_fits_is_not_cut(fonts: Fonts) -> None:
    laid = lay_out(Phrase("1", "短", "亲"), Marks(), WIDTH, fonts)

    assert not laid.is_cut
    assert texts(laid) == ("短", "亲", "")


def test_a_long_group_path_gives_way_to_the_group_alone_and_that_to_nothing(fonts: Fonts) -> None:
    group = ("一个很长的分组名", "又一个很长的分组名", "催付")

    whole, alone, none = (
        texts(lay_out(replace(PHRASE, group=path), Marks(), WIDTH, fonts))[2]
        for path in (("付款", "催付"), group, ("又一个很长很长很长很长很长的分组名",))
    )

    assert (whole, alone, none) == ("付款 › 催付", "催付", "")


def test_what_was_found_in_a_path_that_is_too_long_is_shown_with_its_end(fonts: Fonts) -> None:
    long = "又一个很长很长很长很长很长的催付"
    marks = Marks(group=(((14, 16),),))

    found = texts(lay_out(replace(PHRASE, group=(long,)), marks, WIDTH, fonts))[2]
    in_own_name = lay_out(replace(PHRASE, group=(long, "催付")), Marks(group=((), ((0, 2),))), WIDTH, fonts)

    assert found.startswith("…")
    assert found.endswith("催付")
    assert [(piece.text.text(), piece.ink) for piece in in_own_name.side] == [("催付", Ink.FOUND)]


def test_answers_of_two_activities_say_of_which_they_are_however_long_their_title(fonts: Fonts) -> None:
    answer = Phrase("sheet:activity:1:fees", "顺丰 " + "新疆西藏" * 6, "亲", group=("活动", "双11狂欢"), source=SHEET)

    laid = lay_out(answer, Marks(questions=(((0, 1),),)), WIDTH, fonts)

    assert texts(laid)[0].endswith("…")
    assert texts(laid)[2] == "双11狂欢"
    assert laid.title[-1].x + laid.title[-1].width < laid.side[0].x


def test_a_long_name_of_an_activity_is_cut_at_its_end(fonts: Fonts) -> None:
    answer = Phrase("sheet:activity:1:fees", "标题" * 20, "亲", group=("活动", "聚划算单品团" * 6), source=SHEET)

    side = texts(lay_out(answer, Marks(), WIDTH, fonts))[2]

    assert side.startswith("聚划算")
    assert side.endswith("…")


def test_a_question_that_is_too_long_is_shown_where_it_was_found(fonts: Fonts) -> None:
    asked = replace(PHRASE, questions=("什么时候可以把我的包裹从仓库里发出来呢",))

    at_its_start, at_its_end = (
        lay_out(asked, Marks(questions=((span,),)), WIDTH, fonts).side for span in ((0, 2), (16, 18))
    )

    assert (at_its_start[0].text.text(), at_its_start[0].ink) == ("什么", Ink.FOUND)
    assert any(piece.text.text() == "出来" and piece.ink is Ink.FOUND for piece in at_its_end)
    assert at_its_end[0].text.text().startswith("…")


def test_no_pill_is_so_short_that_it_tells_nothing(fonts: Fonts) -> None:
    phrase = Phrase("1", "短", "Hi dear, {{agent}} and {{shop}}")

    rows = [lay_out(phrase, Marks(), width, fonts) for width in range(60, 310)]

    pills = {piece.text.text() for laid in rows for piece in laid.body if piece.ink is Ink.VARIABLE}
    assert {"agent", "age…"} <= pills
    assert not {"a…", "s…", "ag…", "sh…"} & pills


def test_variables_are_pieces_of_their_own_with_their_names(fonts: Fonts) -> None:
    laid = lay_out(PHRASE, Marks(), WIDTH, fonts)

    assert next(piece.text.text() for piece in laid.body if piece.ink is Ink.VARIABLE) == "greeting"


def test_found_characters_are_a_piece_of_their_own(fonts: Fonts) -> None:
    laid = lay_out(PHRASE, Marks(title=((0, 2),)), WIDTH, fonts)

    assert [(piece.text.text(), piece.ink) for piece in laid.title] == [
        ("催付", Ink.FOUND),
        ("·温和提醒", Ink.PLAIN),
    ]


def test_markup_in_a_phrase_is_painted_as_text(fonts: Fonts) -> None:
    laid = lay_out(Phrase("1", "<b>粗</b>", "<i>x</i>"), Marks(), WIDTH, fonts)

    assert texts(laid)[:2] == ("<b>粗</b>", "<i>x</i>")
    assert laid.title[0].width == pytest.approx(fonts.title_m.horizontalAdvance("<b>粗</b>"))


def test_what_a_paste_will_do_is_drawn_from_the_right(fonts: Fonts) -> None:
    phrase = replace(PHRASE, is_sent=True, images=(Image("x.png"),), output=Output.PARTS)

    drawings = lay_out(phrase, Marks(), WIDTH, fonts).drawings

    assert drawings == (("send", Tone.SOON), ("image", Tone.MUTED), ("parts", Tone.MUTED))


def test_a_pin_moves_nothing_out_of_line(fonts: Fonts) -> None:
    pinned, free = (lay_out(replace(PHRASE, is_pinned=pin), Marks(), WIDTH, fonts) for pin in (True, False))

    assert pinned.code is not None
    assert free.code is not None
    assert pinned.code.x == free.code.x


@pytest.mark.parametrize("width", [0, 10, 40, 90])
def test_a_row_far_too_narrow_is_no_error(fonts: Fonts, width: int) -> None:
    assert lay_out(PHRASE, Marks(title=((0, 2),)), width, fonts).is_cut


def _count(image: QImage, colour: str) -> int:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).name().upper() == colour for x, y in points)


def test_a_character_found_by_pinyin_is_marked_on_the_screen(desk: Desk) -> None:
    desk.inside.search.setText("cuifu")
    QApplication.processEvents()
    row = desk.inside.panel.list.visualRect(desk.inside.panel.model.index(1))

    picture = desk.inside.panel.list.viewport().grab(row).toImage()

    assert _count(picture, LIGHT.mark) > 50


def test_that_a_phrase_is_pinned_is_drawn_under_its_digit(desk: Desk) -> None:
    rows, model = desk.inside.panel.list, desk.inside.panel.model
    rect = rows.visualRect(model.index(2))
    under = rect.adjusted(4, rect.height() // 2 + 2, 22 - rect.width(), -4)
    hit = model.index(2).data(HIT)
    free = rows.viewport().grab(under).toImage()

    hit_pinned = replace(hit, phrase=replace(hit.phrase, is_pinned=not hit.phrase.is_pinned))
    model.show(lambda limit: [hit_pinned] * 3)
    QApplication.processEvents()

    assert rows.viewport().grab(under).toImage() != free


def test_the_selected_row_is_tinted_and_the_others_are_not(desk: Desk) -> None:
    rows = desk.inside.panel.list
    model = desk.inside.panel.model

    selected, other = (rows.viewport().grab(rows.visualRect(model.index(at))).toImage() for at in (0, 2))

    assert _count(selected, LIGHT.selection) > 1000
    assert _count(other, LIGHT.selection) == 0
