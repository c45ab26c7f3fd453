import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from app.core.settings import Edge
from app.core.window_choices import Mode
from app.ui.window.chat_side import GAP, Berthed, beside_chat, side_of
from app.ui.window.docking import COLUMN, SIZES, Sizes

SCREEN = QRect(0, 0, 1920, 1040)
SECOND = QRect(1920, 0, 1280, 1024)
SMALL = QRect(0, 0, 1366, 728)


def stand(chat: QRect, *areas: QRect, wished: Edge = Edge.RIGHT, sizes: Sizes = COLUMN) -> Berthed:
    size = QSize(sizes.usual.width(), max(sizes.least.height(), min(chat.height(), sizes.most.height())))
    return beside_chat(chat, size, sizes, areas or (SCREEN,), wished)


def box(chat: QRect) -> QRect:
    """Where one writes."""
    return QRect(chat.left(), chat.top() + 2 * chat.height() // 3, chat.width(), chat.height() // 3)


def test_it_stands_at_the_right_of_the_chat_as_high_as_the_chat() -> None:
    chat = QRect(200, 100, 900, 700)

    place = stand(chat)

    assert place == Berthed(QRect(1100 + GAP, 100, 360, 700), Edge.RIGHT)


def test_the_wished_side_is_taken_where_there_is_room() -> None:
    chat = QRect(500, 100, 900, 700)

    assert stand(chat, wished=Edge.LEFT).side is Edge.LEFT
    assert stand(chat, wished=Edge.LEFT).rect.right() == 499 - GAP


def test_the_other_side_is_taken_where_the_wished_one_has_no_room() -> None:
    assert stand(QRect(900, 100, 1000, 700)).side is Edge.LEFT


def test_it_gets_narrower_before_it_goes_inside() -> None:
    chat = QRect(0, 0, 1590, 1000)

    place = stand(chat)

    assert not place.is_inside
    assert place.rect.width() == 320


def test_it_is_narrower_on_no_side_while_the_other_has_room_for_all_of_it() -> None:
    chat = QRect(400, 0, 1190, 1000)

    assert stand(chat) == Berthed(QRect(400 - GAP - 360, 0, 360, 1000), Edge.LEFT)


def test_beside_a_chat_that_fills_its_screen_it_stands_on_the_next_one() -> None:
    place = stand(QRect(0, 0, 1920, 1040), SCREEN, SECOND)

    assert not place.is_inside
    assert SECOND.contains(place.rect)
    assert place.rect.left() == 1920 + GAP


def test_a_screen_that_is_far_away_is_not_the_next_one() -> None:
    assert stand(QRect(0, 0, 1366, 728), SMALL, QRect(3000, 0, 1280, 1024)).is_inside


def test_inside_it_leaves_the_title_bar_and_the_lowest_third_free() -> None:
    chat = QRect(0, 0, 1366, 728)

    place = stand(chat, SMALL)

    assert place.is_inside
    assert place.rect.right() == SMALL.right()
    assert place.rect.top() == 36
    assert not place.rect.intersects(box(chat))


def test_inside_it_stands_where_it_covers_least() -> None:
    chat = QRect(250, 0, 1116, 728)

    place = stand(chat, SMALL)

    assert place.side is Edge.LEFT
    assert place.rect.left() == 0


def test_a_compact_window_stands_beside_with_its_own_height() -> None:
    sizes = SIZES[Mode.COMPACT].of_height(78)

    assert stand(QRect(200, 100, 900, 700), sizes=sizes).rect == QRect(1100 + GAP, 100, 300, 78)


def test_a_wide_window_stands_inside_no_wider_than_it_must() -> None:
    chat = QRect(0, 0, 1366, 728)

    place = stand(chat, SMALL, sizes=SIZES[Mode.WIDE])

    assert SMALL.contains(place.rect)
    assert not place.rect.intersects(box(chat))


@pytest.mark.parametrize(
    ("rect", "side"),
    [
        (QRect(1110, 120, 360, 700), Edge.RIGHT),
        (QRect(1190, 300, 360, 700), Edge.RIGHT),
        (QRect(1300, 100, 360, 700), Edge.NONE),
        (QRect(-150, 100, 360, 700), Edge.LEFT),
        (QRect(1110, 900, 360, 700), Edge.NONE),
        (QRect(500, 200, 360, 400), Edge.NONE),
    ],
)
def test_a_window_let_go_near_a_side_of_the_chat_is_meant_to_stand_there(rect: QRect, side: Edge) -> None:
    assert side_of(rect, QRect(200, 100, 900, 700)) is side


_numbers = st.integers(-400, 3400)


@given(
    x=_numbers,
    y=st.integers(-100, 900),
    width=st.integers(300, 3000),
    height=st.integers(480, 1400),
    wished=st.sampled_from(Edge),
    mode=st.sampled_from((Mode.COLUMN, Mode.COMPACT, Mode.WIDE)),
)
def test_it_is_on_a_screen_and_never_over_the_box(
    x: int, y: int, width: int, height: int, wished: Edge, mode: Mode
) -> None:
    chat = QRect(x, y, width, height)

    place = stand(chat, SCREEN, SECOND, wished=wished, sizes=SIZES[mode]).rect

    assert SCREEN.contains(place) or SECOND.contains(place)
    assert not place.intersects(box(chat))


@given(x=st.integers(-300, 1300), y=st.integers(0, 700), width=st.integers(200, 1500), height=st.integers(120, 480))
def test_beside_a_low_chat_it_is_on_the_screen_and_as_high_as_there_is_room(
    x: int, y: int, width: int, height: int
) -> None:
    chat = QRect(x, y, width, height)

    place = stand(chat, SMALL).rect

    assert SMALL.contains(place)
    assert place.height() >= 150
