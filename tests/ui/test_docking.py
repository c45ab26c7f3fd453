import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from app.core.settings import Edge
from app.ui.window.docking import (
    MAX_WIDTH,
    MIN_HEIGHT,
    MIN_WIDTH,
    Standing,
    beside,
    docked,
    layout,
    let_go,
    nearest,
    start,
)

SCREEN = QRect(0, 0, 1920, 1040)
SECOND = QRect(1920, 0, 1280, 1024)


def test_a_new_window_stands_at_its_edge_of_the_first_screen() -> None:
    standing = start("", [SCREEN, SECOND], Edge.RIGHT)

    assert standing.rect.right() == SCREEN.right()
    assert standing.rect.width() == 360


def test_a_new_window_may_stand_at_the_left() -> None:
    assert start("", [SCREEN], Edge.LEFT).rect.left() == 0


def test_a_saved_place_is_taken_up_again() -> None:
    saved = str(Standing(QRect(400, 100, 340, 600)))

    assert start(saved, [SCREEN], Edge.RIGHT).rect == QRect(400, 100, 340, 600)


def test_a_place_on_a_screen_that_is_gone_comes_back_on_screen() -> None:
    saved = str(Standing(QRect(2500, 100, 340, 600)))

    standing = start(saved, [SCREEN], Edge.RIGHT)

    assert SCREEN.contains(standing.rect)


def test_a_docked_window_keeps_to_its_edge_when_the_screen_gets_narrower() -> None:
    standing = docked(Standing(QRect(1560, 40, 360, 700), Edge.RIGHT), [QRect(0, 0, 1280, 1000)])

    assert standing.rect.right() == 1279


@pytest.mark.parametrize(
    ("left", "edge"), [(0, Edge.LEFT), (20, Edge.LEFT), (600, Edge.NONE), (1540, Edge.RIGHT), (1600, Edge.RIGHT)]
)
def test_a_window_let_go_near_an_edge_clings_to_it(left: int, edge: Edge) -> None:
    assert let_go(QRect(left, 100, 360, 600), [SCREEN]).edge is edge


def test_a_window_belongs_to_the_screen_that_holds_most_of_it() -> None:
    assert nearest(QRect(1800, 0, 360, 600), [SCREEN, SECOND]) == SECOND


@pytest.mark.parametrize("text", ["", "right", "right 1 2 3", "middle 1 2 3 4", "right 1 2 3 x", "AdnQywADAAAAAA=="])
def test_what_is_not_a_place_is_none(text: str) -> None:
    assert Standing.parse(text) is None


def test_a_layout_is_named_alike_whatever_the_order_of_its_screens() -> None:
    assert layout([SCREEN, SECOND]) == layout([SECOND, SCREEN]) != layout([SCREEN])


_numbers = st.integers(-5000, 8000)


@given(x=_numbers, y=_numbers, width=st.integers(0, 5000), height=st.integers(0, 5000), edge=st.sampled_from(Edge))
def test_wherever_it_was_it_is_wholly_on_a_screen(x: int, y: int, width: int, height: int, edge: Edge) -> None:
    saved = str(Standing(QRect(x, y, width, height), edge))

    rect = start(saved, [SCREEN, SECOND], Edge.RIGHT).rect

    assert SCREEN.contains(rect) or SECOND.contains(rect)
    assert MIN_WIDTH <= rect.width() <= MAX_WIDTH
    assert rect.height() >= MIN_HEIGHT


def test_a_dialog_stands_beside_the_window_on_its_roomier_side() -> None:
    screen = QRect(0, 0, 1280, 800)

    left_of_it = beside(QSize(520, 640), QRect(920, 40, 360, 720), [screen])
    right_of_it = beside(QSize(520, 640), QRect(0, 40, 360, 720), [screen])

    assert left_of_it == QRect(392, 40, 520, 640)
    assert right_of_it == QRect(368, 40, 520, 640)


def test_a_dialog_a_little_too_wide_is_narrowed_so_that_the_window_does_not_lie_over_it() -> None:
    screen, window = QRect(0, 0, 1280, 800), QRect(920, 40, 360, 720)

    narrowed = beside(QSize(960, 740), window, [screen])
    far_too_wide = beside(QSize(1200, 740), window, [screen])

    assert narrowed == QRect(0, 40, 912, 740)
    assert far_too_wide.width() == 1200


def test_the_title_bar_of_a_dialog_has_room_above_it() -> None:
    small = QRect(0, 0, 910, 512)

    placed = beside(QSize(760, 560), QRect(550, 0, 360, 512), [small])

    assert placed.top() >= 32
    assert small.contains(placed)


def test_a_dialog_is_wholly_on_the_screen_however_large_it_is() -> None:
    screen = QRect(100, 50, 800, 600)

    assert screen.contains(beside(QSize(2000, 2000), QRect(540, 300, 360, 400), [screen]))
    assert screen.contains(beside(QSize(640, 400), QRect(540, 600, 360, 400), [screen]))
